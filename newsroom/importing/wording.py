"""What a suggestion says, in words for an editor."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from almaty.dates import range_in_words
from newsroom.importing.values import Kind
from newsroom.models import Result
from programmes.models import Country, Role, Sector


def in_words(kind, value, names=None):
    """As in: Kazakhstan; Talgar, Kazakhstan; UNDP: implementer; over 50 students.

    `names` is {slug: name} of sectors and countries, read once for a screen.
    """
    names = register_names() if names is None else names
    if kind in {Kind.SECTOR, Kind.COUNTRY}:
        return names.get(value["slug"], value["slug"])
    if kind == Kind.PLACE:
        country = names.get(value.get("country"), "")
        return ", ".join(filter(None, [value["name"], country]))
    if kind == Kind.PARTNER:
        role = dict(Role.choices).get(value["role"], value["role"])
        return _("%(partner)s: %(role)s") % {"partner": value["name"], "role": role}
    if kind == Kind.RESULT:
        return result_in_words(value)
    if kind == Kind.DATE:
        start = date.fromisoformat(value["start"])
        end = date.fromisoformat(value["end"]) if value["end"] else start
        return range_in_words(start, end, value["precision"])
    return value["name"]


def result_in_words(value):
    """As the public page will say it."""
    number = None if value["value"] is None else Decimal(value["value"])
    return f"{Result(value=number, qualifier=value['qualifier']).in_words} {value['unit']}"


def register_names():
    return {row.slug: str(row) for model in (Sector, Country) for row in model.objects.all()}
