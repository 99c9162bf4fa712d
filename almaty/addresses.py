"""Addresses of a page: in each language, and the one that search engines keep."""

from django.conf import settings
from django.utils.translation import get_language, get_language_from_path


def in_language(path, code):
    """The same address in another language; the default language has no prefix."""
    present = get_language_from_path(path)
    if present and present != settings.LANGUAGE_CODE:
        path = path.removeprefix(f"/{present}") or "/"
    return path if code == settings.LANGUAGE_CODE else f"/{code}{path}"


def page_context(request, section, page=None, query="", noindex=False):
    """What the head of a public page says of itself.

    `page` is the object shown, which may exist in some languages only: the others are not offered
    to search engines, and a page shown in English for want of a translation points to the English
    one. `query` is the part of the query string that makes a page of its own.
    """
    every = [code for code, _name in settings.LANGUAGES]
    existing = [code for code in every if page is None or code in page.languages]
    path = request.path + (f"?{query}" if query else "")
    current = get_language()
    shown = current if current in existing else settings.LANGUAGE_CODE
    return {
        "section": section,
        "heading": str(page or ""),
        "share_title": "",
        "description": "",
        "noindex": noindex,
        "canonical_url": request.build_absolute_uri(in_language(path, shown)),
        "alternates": [
            {"code": code, "url": request.build_absolute_uri(in_language(path, code))}
            for code in existing
        ],
        "untranslated": current not in existing,
    }
