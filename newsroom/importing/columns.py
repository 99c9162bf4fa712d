"""What the columns of a story and of the register take, and in which language."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from almaty.translated import CODES
from newsroom.importing.splitting.language import CYRILLIC, LATIN
from newsroom.models import Result


class Impossible(Exception):
    """A suggestion that cannot become a part of the story. `sentence` says why."""

    def __init__(self, sentence):
        super().__init__(sentence)
        self.sentence = sentence


def in_language(field, text, language):
    """A translated field that is filled in one language. The first is never without a value."""
    return {f"{field}_{CODES[0]}": "", f"{field}_{language}": text}


def language_of_name(name, language):
    """English for a name in Latin letters, wherever it stands; else the language of its text.

    The built-in places have English names, and many bodies have no others in a Russian text.
    """
    return CODES[0] if LATIN.search(name) and not CYRILLIC.search(name) else language


def fitting(text, model, field):
    """The text, where its column takes it whole; Impossible where it would be cut, or is none."""
    if not text.strip():
        raise Impossible(_("Give it a name."))
    limit = model._meta.get_field(field).max_length
    if len(text) > limit:
        raise Impossible(
            _("“%(text)s” is longer than %(limit)s characters: change it to a shorter one.")
            % {"text": Truncator(text).chars(60), "limit": limit}
        )
    return text


def kept_whole(number):
    """The number, where its column takes all its digits; Impossible where it would be rounded."""
    field = Result._meta.get_field("value")
    number = Decimal(number)
    if number < 0:
        raise Impossible(_("Give a number that is not negative, or say that it is not stated."))
    try:
        field.clean(number, None)
    except ValidationError:
        raise Impossible(
            _("%(number)s has too many digits: at most %(whole)s, and %(places)s after the point.")
            % {
                "number": digits(number),
                "whole": field.max_digits - field.decimal_places,
                "places": field.decimal_places,
            }
        ) from None
    return number


def digits(number):
    """A decimal as it is written: 40, where str() of it may say 4E+1."""
    return format(number.normalize(), "f")
