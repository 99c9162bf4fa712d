"""Seasons as English texts name them: this spring, over the summer, in the autumn of 2023.

A season alone tells no time: “in spring the snow melts” is true of every year. A name such as
Summer School has none either. Which months a season has is concluded, so it is always inferred.
"""

import re
from datetime import date

from almaty.dates import Precision, last_day

FIRST_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
PART = r"(?:(?:early|mid|late)(?:\s|-))?"
# What follows when the season is the whole of it: no spring school, no summer holidays.
ENDS = (
    r"(?=$|[.,;:)!?]|\s[-–—(]|\s(?:of|in|at|on|and|by|to|for|from|with|when|while|as|the|a|an"
    r"|this|that|its|their|we|they|he|she|it|two|three|four|five|ten|more|some|about|over)\b"
    r"|\s(?-i:[A-Z0-9]))"
)
DATED = re.compile(rf"\b{PART}{SEASON}(?:\s(?:of\s)?)(?P<y>(?:19|20)\d\d)\b", re.I)
TOLD = re.compile(
    rf"\b(?:(?:this|last|(?:this|the)\s(?:past|last))\s{PART}"
    rf"|(?:over|throughout)\sthe\s(?:whole\s)?{PART}){SEASON}\b{ENDS}",
    re.I,
)
# What the stations had measured over the winter was before.
BEFORE_THAT = re.compile(r"\bhad(?:\s(?!been\b)\w+){1,4}\s$")


def seasons_in(text, period):
    """(span, start, end) of each season that a Text tells; with no year, the last of its period."""
    for match in DATED.finditer(text.text):
        if match["season"].casefold() != "winter":  # the one that begins in it, or that ends in it?
            yield match.span(), *months_of(match["season"], int(match["y"]))
    if period is None:
        return
    for match in TOLD.finditer(text.text):
        if BEFORE_THAT.search(text.before(match.start())):
            continue
        month = FIRST_MONTHS[match["season"].casefold()]
        year = period.year - (date(period.year, month, 1) > period.end)
        yield match.span(), *months_of(match["season"], year)


def months_of(season, year):
    first = FIRST_MONTHS[season.casefold()]
    third = date(year + 1, 2, 1) if first == 12 else date(year, first + 2, 1)
    return date(year, first, 1), last_day(third, Precision.MONTH)
