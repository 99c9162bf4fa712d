"""The few tags the templates share; built into every template."""

import json
from functools import cache
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from almaty import pictures
from almaty.dates import Precision, in_words
from almaty.office_time import office_time

register = template.Library()

DISC = '<svg viewBox="0 0 24 24" fill="currentColor"><circle cx="12" cy="12" r="9"/></svg>'
UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


@register.filter
def lang_attr(page, field):
    """` lang="en"` where the text shown is not in the reader's language, so that it is read aloud
    and hyphenated as what it is; nothing elsewhere."""
    shown = page.language_of(field)
    return "" if shown == get_language() else format_html(' lang="{}"', shown)


@register.filter(expects_localtime=True)
def day_in_words(moment):
    """The day of a moment, by the office's clock and in the reader's language: 9 October 2024."""
    return in_words(moment, Precision.DAY)


@register.filter(name="office_time")
def in_office_time(moment):
    """A moment for the desk: by the office's clock, with the zone's name, and in UTC."""
    return office_time(moment)


@cache
def shape(slug):
    """The drawing of a sector as it stands in static/almaty/sectors/; a disc where it has none."""
    found = finders.find(f"almaty/sectors/{slug}.svg")
    return Path(found).read_text(encoding="utf-8").strip() if found else DISC


@register.simple_tag
def sector_mark(sector, size=""):
    """A sector's shape in its colour, within the page: seen at once, in print and in high contrast.

    Its name always stands beside it, so it is passed over when the page is read aloud.
    """
    slug = sector.slug if sector else ""
    classes = f"mark{f' mark--{size}' if size else ''} sector--{slug}"
    opening = format_html('<svg class="{}" aria-hidden="true" ', classes)
    return opening + mark_safe(shape(slug).removeprefix("<svg "))


@register.simple_tag
def data_block(data):
    """A description for machines. The browser runs no such block, and "<" cannot end it early."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


@register.inclusion_tag("components/_picture.html")
def picture(image, sizes="100vw", eager=False, crop=""):
    """A picture in every size and format it is held in. `eager` for the first one in view; `crop`
    names a shape of static/almaty/focal.css such as "3x2", cut around the focal point."""
    return pictures.picture(image, sizes, eager, crop) if image else {}
