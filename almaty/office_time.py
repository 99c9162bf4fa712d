"""Moments as the desk tells them: by the office's clock, with its name, and in UTC."""

from datetime import UTC, datetime

from django.conf import settings
from django.utils import formats, timezone
from django.utils.translation import gettext, gettext_noop, pgettext

NAMES = [gettext_noop("Almaty")]  # an office elsewhere has its name as it stands in the zone


def office_name():
    """The office's zone as people say it: Almaty, Алматы."""
    return gettext(settings.TIME_ZONE.rpartition("/")[2].replace("_", " "))


def day_and_time_format():
    return pgettext("date format", "j M Y, H:i")


def months_in_words():
    """How a moment of each month is written, for scripts that fill in {day}, {year} and {time}.

    Browsers do not know the months of every language.
    """
    for month in range(1, 13):
        sample = formats.date_format(datetime(4321, month, 28, 0, 59), day_and_time_format())
        for number, name in (("4321", "{year}"), ("28", "{day}"), ("00:59", "{time}")):
            sample = sample.replace(number, name)
        yield sample


def office_time(moment):
    """As in: 1 Dec 2026, 09:00 Almaty (04:00 UTC). The day is repeated where UTC has another."""
    day_and_time = day_and_time_format()
    local, utc = timezone.localtime(moment), moment.astimezone(UTC)
    form = "H:i" if utc.date() == local.date() else day_and_time
    told = formats.date_format(local, day_and_time)
    return f"{told} {office_name()} ({formats.date_format(utc, form)} UTC)"
