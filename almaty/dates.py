"""Dates that are only as precise as what is known.

A date is held as the first and last day it may mean, beside its precision; words are made from
both, so that "November 2024" is never shown or exported as 1 November.
"""

import calendar
from datetime import date

from django.db import models
from django.utils import formats
from django.utils.translation import get_language, gettext_lazy, pgettext


class Precision(models.TextChoices):
    DAY = "day", gettext_lazy("to the day")
    MONTH = "month", gettext_lazy("to the month")
    YEAR = "year", gettext_lazy("to the year")


def first_day(day, precision):
    if precision == Precision.YEAR:
        return date(day.year, 1, 1)
    if precision == Precision.MONTH:
        return day.replace(day=1)
    return day


def last_day(day, precision):
    if precision == Precision.YEAR:
        return date(day.year, 12, 31)
    if precision == Precision.MONTH:
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day


def written(day, pattern):
    """A date by a format of Django's `date` filter. Only English writes months large."""
    words = formats.date_format(day, pattern, use_l10n=False)
    return words if get_language() == "en" else words.lower()


def in_words(day, precision):
    """One date in the reader's language, as in: 9 October 2024; October 2024; 2024."""
    if precision == Precision.YEAR:
        return str(day.year)
    if precision == Precision.MONTH:
        # Translators: a format of Django's `date` filter.
        return written(day, pgettext("format of a month", "F Y"))
    return written(day, pgettext("format of a day", "j E Y"))


def range_in_words(start, end, precision):
    """A span in words, nothing said twice, as in: 8 – 9 October 2024."""
    first, last = in_words(start, precision), in_words(end, precision)
    if first == last:
        return first
    if precision == Precision.DAY and (start.year, start.month) == (end.year, end.month):
        return pgettext("days of one month", "%(from)s – %(to)s %(month)s %(year)s") % {
            "from": start.day,
            "to": end.day,
            "month": written(start, "E"),
            "year": start.year,
        }
    return f"{first} – {last}"


def iso(day, precision):
    """What machines are told: 2024-10-09, 2024-10 or 2024, never more than is known."""
    return day.isoformat()[: {Precision.YEAR: 4, Precision.MONTH: 7}.get(precision, 10)]
