"""Pictures that stand in a text as letters: taken out first, so that the text stays small."""

import base64
import binascii
import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.importing.document import Picture, Refused
from newsroom.importing.reading import limits

SHAPE = re.compile(r"data:image/[\w.+-]{1,40};base64,([A-Za-z0-9+/=%\s]+)", re.IGNORECASE)
SCHEME = "picture"  # of their addresses in the text from then on


def taken_out(text):
    """(the text with addresses of ours in their place, the pictures as they were written)

    A picture that stands there many times is one.
    """
    numbers = {}

    def address(found):
        space = found[1][len(found[1].rstrip()) :]
        return f"{SCHEME}:{numbers.setdefault(found[1].rstrip(), len(numbers))}{space}"

    return SHAPE.sub(address, text), list(numbers)


def picture_at(address, pictures, alt=""):
    """The picture of such an address, None for any other."""
    scheme, _colon, number = address.partition(":")
    if scheme != SCHEME or not number.isdecimal() or int(number) >= len(pictures):
        return None
    encoded = pictures[int(number)]
    name = f"picture-{int(number) + 1}"
    return Picture(lambda: decoded(encoded), name, alt, part=name)


def not_fetched(count):
    return ngettext(
        "%(count)s picture stands on another site and was not fetched.",
        "%(count)s pictures stand on other sites and were not fetched.",
        count,
    ) % {"count": count}


def decoded(encoded):
    try:
        data = base64.b64decode(encoded.replace("%2B", "+").replace("%2F", "/"), validate=False)
    except (binascii.Error, ValueError):
        raise Refused(_("A picture of this page is damaged.")) from None
    if len(data) > limits.MAX_PICTURE:
        raise Refused(_("A picture of this page is too heavy."))
    return data
