"""The few tags the templates share; built into every template."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from almaty import pictures

register = template.Library()


@register.filter
def lang_attr(page, field):
    """` lang="en"` where the text shown is not in the reader's language, so that it is read aloud
    and hyphenated as what it is; nothing elsewhere."""
    shown = page.language_of(field)
    return "" if shown == get_language() else format_html(' lang="{}"', shown)


@register.inclusion_tag("components/_picture.html")
def picture(image, sizes="100vw", eager=False, crop=""):
    """A picture in every size and format it is held in. `eager` for the first one in view; `crop`
    names a shape of static/almaty/focal.css such as "3x2", cut around the focal point."""
    return pictures.picture(image, sizes, eager, crop) if image else {}
