"""The few tags the templates share; built into every template."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

register = template.Library()


@register.filter
def lang_attr(page, field):
    """` lang="en"` where the text shown is not in the reader's language, so that it is read aloud
    and hyphenated as what it is; nothing elsewhere."""
    shown = page.language_of(field)
    return "" if shown == get_language() else format_html(' lang="{}"', shown)
