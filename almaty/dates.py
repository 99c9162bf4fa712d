"""Dates that are only as precise as what is known.

A date is held as the first and last day it may mean, beside its precision; words are made from
both, so that "November 2024" is never shown or exported as 1 November.
"""

import calendar
from datetime import date

from django.db import models
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


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


def in_words(day, precision):
    """One date in the reader's language: "9 October 2024", "October 2024" or "2024"."""
    if precision == Precision.YEAR:
        return str(day.year)
    if precision == Precision.MONTH:
        return formats.date_format(day, "YEAR_MONTH_FORMAT")
    return formats.date_format(day, "DATE_FORMAT")


def range_in_words(start, end, precision):
    """A span in words, said once where both ends are the same: "8 – 9 October 2024"."""
    first, last = in_words(start, precision), in_words(end, precision)
    if first == last:
        return first
    if precision == Precision.DAY and (start.year, start.month) == (end.year, end.month):
        return _("%(from)s – %(to)s") % {"from": start.day, "to": last}
    return _("%(from)s – %(to)s") % {"from": first, "to": last}


def iso(day, precision):
    """What machines are told: 2024-10-09, 2024-10 or 2024, never more than is known."""
    return day.isoformat()[: {Precision.YEAR: 4, Precision.MONTH: 7}.get(precision, 10)]
