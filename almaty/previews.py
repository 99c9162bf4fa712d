"""Previews: a page exactly as the public would see it, if what it says now were published.

Its rows are made to say it, the page is made public, the view that the public gets is called for a
visitor, and all of that is rolled back (`undone`). Nobody else sees those rows, and nothing that is
made of them is read from or gets into a cache.
"""

import io
import logging
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.db import DatabaseError, IntegrityError, transaction
from django.http import Http404, HttpResponse
from django.urls import get_script_prefix, resolve
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from almaty import contents, editing
from almaty.caching import holding_nothing
from almaty.publishing import Status
from almaty.rights import may_edit
from almaty.slugs import free_slug
from almaty.trials import undone

logger = logging.getLogger(__name__)

# What a visitor's request has in common with that of whoever asks for the preview: where it goes.
WHERE = ["HTTP_HOST", "SERVER_NAME", "SERVER_PORT", "wsgi.url_scheme"]
WHERE += ["HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PORT"]
HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
}


class NotShown(Exception):
    """The page cannot be shown. `reasons` are sentences for whoever asked."""

    def __init__(self, *reasons):
        super().__init__(*reasons)
        self.reasons = reasons


@dataclass(frozen=True)
class Preview:
    """What the template of every public page adds to a preview: a bar that says what it is.

    `language` is that of the words; `below` is HTML that stands between the page and its footer.
    """

    words: str
    language: str
    below: SafeString = ""

    @property
    def label(self):
        with override(self.language):
            return _("Preview")


def revision_as_public(request, page, revision, language, preview, user=None):
    """The public page as it would look with the content of a revision; None is the row's own.

    Raises NotShown.
    """
    with undone(), told_in_words():
        page = type(page)._base_manager.get(pk=page.pk)
        if revision is not None:
            contents.apply(page, revision.content, revision)
            page = type(page)._base_manager.get(pk=page.pk)
        return as_public(request, page, language, preview, user)


def as_public(request, page, language, preview, user=None):
    """The public page of what the rows of `page` say now, as bytes.

    To be called while everything is going to be rolled back (`undone`). Pages that are to be
    published together with this one are shown as published too, as far as `user` may edit them;
    None may edit none. `preview` is a Preview, or makes one of the page as the public sees it.
    Raises NotShown.
    """
    with told_in_words(), holding_nothing(), override(language):
        for other in [page, *companions_for(user, page)]:
            make_public(other)
        if callable(preview):
            preview = preview(page)
        asked = visitor(request, page.get_absolute_url(), preview)
        match = asked.resolver_match
        response = match.func(asked, *match.args, **match.kwargs)
        if hasattr(response, "render"):
            response.render()
        return response.content


@contextmanager
def told_in_words():
    """Whatever goes wrong inside is told as NotShown; the database is as it was before."""
    try:
        with transaction.atomic():
            yield
    except NotShown:
        raise
    except Exception as error:  # a view of any app, over content of any kind
        raise NotShown(words_for(error)) from error


def words_for(error):
    if isinstance(error, IntegrityError):
        return _("Another page has what only one page may have, such as an address.")
    if isinstance(error, Http404):
        return _("The public address of this page would show nothing.")
    logger.error("A preview could not be made", exc_info=error)
    if isinstance(error, DatabaseError):
        return _("The database did not answer. Try again in a minute.")
    return _("Something in this page cannot be shown. The fault has been written down.")


def visitor(request, path, preview):
    """A visitor's request for a public address."""
    within = "/" + path.removeprefix(get_script_prefix())
    asked = WSGIRequest(
        {name: request.META[name] for name in WHERE if name in request.META}
        | {
            "REQUEST_METHOD": "GET",
            "SCRIPT_NAME": request.META.get("SCRIPT_NAME", ""),
            "PATH_INFO": within.encode().decode("latin-1"),
            "QUERY_STRING": "",
            "wsgi.input": io.BytesIO(),
        }
    )
    asked.user, asked.LANGUAGE_CODE = AnonymousUser(), get_language()
    asked.preview = preview
    asked.resolver_match = resolve(within)
    return asked


def companions_for(user, page):
    if user is None:
        return []
    return [other for other in page.companions() if may_edit(user, other)]


def make_public(page):
    """Published now, in the present transaction; a time at which it was published stays."""
    if getattr(page, "slug", True) == "":
        beside = type(page)._base_manager.exclude(pk=page.pk)
        title = getattr(page, f"{page.translation_needs[0]}_{settings.LANGUAGE_CODE}")
        slug = free_slug(title or "", lambda slug: beside.filter(slug=slug).exists())
        editing.update(page, slug=slug)
    if not page.is_published():
        now = timezone.now()
        published_at = min(page.published_at or now, now)
        editing.update(page, status=Status.PUBLISHED, published_at=published_at, public_until=None)


def private(html, status=200):
    """An answer for one reader, which nobody keeps."""
    return HttpResponse(html, status=status, headers=HEADERS)
