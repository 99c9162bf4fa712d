"""A page in pieces that somebody can say something of: its paragraphs, and each fact."""

import re
from html import unescape
from typing import NamedTuple

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from modeltranslation.manager import get_translatable_fields_for_model

from almaty.contents import part_rows
from almaty.prose import ProseField

EDGE = re.compile(r"</?(?:p|h2|h3|ul|ol|li|blockquote|figure|figcaption)(?: [^>]*)?>|<br>")


class Paragraph(NamedTuple):
    number: int
    kind: str  # what it is, in words
    text: str
    language: str


def paragraphs_of(page, language):
    """The texts of a page in this language, then its numbers, dates and partners, in order.

    The page says them at the moment, in a trial perhaps; the language is the present one.
    """
    found = [*texts_of(page), *((*fact, language) for fact in facts_of(page))]
    return [Paragraph(number, *parts) for number, parts in enumerate(found, 1)]


def texts_of(page):
    translated = set(get_translatable_fields_for_model(type(page)))
    for field in page._meta.concrete_fields:  # whose order is the same in every process
        name = field.name
        if name not in translated:
            continue
        value = getattr(page, name) or ""
        for text in pieces(value) if isinstance(field, ProseField) else [value.strip()]:
            if text:
                yield str(field.verbose_name), text, page.language_of(name)


def pieces(html):
    """The words of each paragraph, heading, list item and caption of cleaned text."""
    return [" ".join(unescape(strip_tags(part)).split()) for part in EDGE.split(html)]


def facts_of(page):
    if period := getattr(page, "period_in_words", ""):
        yield _("period"), period
    for name in page.revised_parts:
        for row in part_rows(page, name):
            partner = getattr(row, "partner", page)
            # As on the public page: a partner that is not public is not named, nor are all notes.
            if not partner.is_published():
                continue
            note = getattr(row, "public_note", getattr(row, "note", ""))
            yield str(row._meta.verbose_name), f"{row} ({note})" if note else str(row)
