"""The half-year or year that a document's title names, in three languages."""

import re

from almaty.periods import Period
from newsroom.importing.recognition.months import MONTHS

MONTH = "(?:" + "|".join(MONTHS.values()) + r")(?!\w)\.?"
TO = r"\s*(?:[-–—−‒―/]|to|through|until|and|по|до|и|мен|бен)\s*"
YEAR = r"(?:19|20)\d\d"
OF = r"(?:\s*,?\s*(?:of|in|the|for|за|в|года|year)?\s*)"
YEAR_WORD = r"(?:\s*(?:жыл\w*|ж\.|года|год\b|г\.))?"
FIRST = r"(?:first|1st|i|1(?:-?[еогй]{1,2})?|перв\w+|бірінші|1-?ші)"
SECOND = r"(?:second|2nd|ii|2(?:-?[еогй]{1,2})?|втор\w+|екінші|2-?ші)"
HALF = r"[\s-]*(?:half(?:-?\s?year)?|semester|полугоди\w+|половин\w+|жарты\s?жылды\w+|жарты\w*)"
SIX = r"(?:six|6|шест[ьи]|алты)\s+(?:months|месяц\w+|ай\w*)"
FIRST_SIX = rf"(?:(?:first|перв\w+|алғашқы)\s+)?{SIX}"
LAST_SIX = rf"(?:last|последни\w+|соңғы)\s+{SIX}"
QUARTERS = {
    1: r"(?:first|1st|i|1(?:-?[йго]{1,2})?|перв\w+|бірінші)",
    2: r"(?:second|2nd|ii|2(?:-?[йго]{1,2})?|втор\w+|екінші)",
    3: r"(?:third|3rd|iii|3(?:-?[йго]{1,2})?|трет\w+|үшінші)",
    4: r"(?:fourth|4th|iv|4(?:-?[йго]{1,2})?|четв[её]рт\w+|төртінші)",
}
QUARTER = r"[\s-]*(?:quarter|квартал\w*|тоқсан\b)"


LIMITS = ("first", "last")
LOOKED_THROUGH = 5000  # letters of a text: what names a period stands near its beginning


def pattern(text):
    return re.compile(rf"(?<![\w]){text}(?!\w)", re.IGNORECASE)


CODE = pattern(rf"(?P<year>{YEAR})[\s_-]*h(?P<half>[12])")
CODE_REVERSED = pattern(rf"h(?P<half>[12])[\s,_/-]*(?P<year>{YEAR})")
RANGES = [
    pattern(
        rf"(?P<first>{MONTH})(?:{OF}(?P<other>{YEAR}){YEAR_WORD})?{TO}(?P<last>{MONTH}){OF}(?P<year>{YEAR})"
    ),
    pattern(
        rf"(?P<year>{YEAR}){YEAR_WORD}\s*,?\s*(?:год\w*\s*)?(?P<first>{MONTH}){TO}(?P<last>{MONTH})"
    ),
    pattern(
        rf"(?P<year>{YEAR})\s*жыл\w*\s*(?P<first>{MONTH})\s+(?:айынан\s+)?(?P<last>{MONTH})(?:\s+айына)?\s+дейін"
    ),
]
SHORT_QUARTER = pattern(
    rf"(?:(?P<year>{YEAR})[\s,_/-]*)?q(?P<number>[1-4])(?:(?(year)|[\s,_/-]*(?P<after>{YEAR})))"
)
BARE_RANGE = pattern(rf"(?P<first>{MONTH}){TO}(?P<last>{MONTH})")
FULL_DATE = pattern(
    rf"(?:\d{{1,2}}(?:-?\w{{1,2}})?\s+{MONTH}{OF}{YEAR}|{MONTH}\s*\d{{1,2}}\s*,\s*{YEAR})"
)
DATE = r"(?:\d{1,2}(?:st|nd|rd|th)?)"
# The days that a weekly letter, or an exact one, is of. The last month and year always stand there.
DAY_RANGES = [
    pattern(
        rf"{DATE}(?:\s+(?P<first>{MONTH})(?:{OF}(?P<other>{YEAR}){YEAR_WORD})?)?{TO}"
        rf"{DATE}\s+(?P<last>{MONTH}){OF}(?P<year>{YEAR})"
    ),
    pattern(
        rf"(?P<first>{MONTH})\s+{DATE}(?:\s*,\s*(?P<other>{YEAR}))?{TO}"
        rf"(?:(?P<last>{MONTH})\s+)?{DATE}\s*,?\s+(?P<year>{YEAR})"
    ),
    pattern(
        rf"(?P<year>{YEAR})\s*жыл\w*\s+{DATE}(?:\s+(?P<first>{MONTH}))?{TO}"
        rf"{DATE}\s+(?P<last>{MONTH})"
    ),
    pattern(
        rf"\d\d[./](?P<first>\d\d)(?:[./](?P<other>{YEAR}))?{TO}\d\d[./](?P<last>\d\d)[./](?P<year>{YEAR})"
    ),
]
SINGLE = [
    pattern(rf"(?<!\d )(?<!\d\. )(?P<first>{MONTH}){OF}(?P<year>{YEAR})"),
    pattern(rf"(?P<year>{YEAR}){YEAR_WORD}\s*,?\s*(?P<first>{MONTH})(?!\s*\d)"),
]
YEAR_ALONE = re.compile(
    rf"(?<![\w/.])(?<![\w][–—-])(?<!\d\s[–—-]\s)(?<!\d\s)({YEAR})"
    r"(?![\d/]|\s?[–—-]\s?\d|\.\d)(?![–—-][hH])"
)
NOT_OUR_YEARS = re.compile(
    r"\b(?:agenda|күн тәртібі|повестк\w+)[\s-]*(?:дня[\s-]*)?(?:в области \w+ )?20\d\d", re.I
)


def period_in(text):
    """The period a line names and the words that do, or (None, "").

    A range of months is its half-year where it lies in one, and the whole year from January to
    December; any other says nothing that could be an edition's period.
    """
    for search in (code, half_year, months, quarter, short_quarter, days, month, year):
        period, words = search(text[:LOOKED_THROUGH])
        if words:
            return period, words
    return None, ""


def code(text):
    found = CODE.search(text) or CODE_REVERSED.search(text)
    if not found:
        return None, ""
    return Period(int(found["year"]), int(found["half"])), found[0]


def half_year(text):
    for half, name in ((2, SECOND + HALF), (1, FIRST + HALF), (2, LAST_SIX), (1, FIRST_SIX)):
        found = named_part(text, name)
        if found:
            return Period(found[0], half), found[1]
    return None, ""


def quarter(text):
    for number, name in reversed(QUARTERS.items()):
        found = named_part(text, name + QUARTER)
        if found:
            return Period(found[0], 1 if number < 3 else 2), found[1]
    return None, ""


def short_quarter(text):
    found = SHORT_QUARTER.search(text)
    if not found:
        return None, ""
    year = int(found["year"] or found["after"])
    return Period(year, 1 if int(found["number"]) < 3 else 2), found[0]


def named_part(text, name):
    """(year, the words) where a part of a year stands before it or after it."""
    for search in (
        rf"{name}{OF}(?P<year>{YEAR})",
        rf"(?P<year>{YEAR}){YEAR_WORD}\s*,?\s*(?:г(?:ода|\.)?\s*)?(?:the\s+)?{name}",
    ):
        if found := pattern(search).search(text):
            return int(found["year"]), found[0]
    return None


def months(text):
    for search in RANGES:
        if found := search.search(text):
            year = int(found["year"])
            other = found.groupdict().get("other")
            if other and int(other) != year:
                return None, found[0]
            return spanned(year, number_of(found["first"]), number_of(found["last"])), found[0]
    found, year = BARE_RANGE.search(text), year_beside(text)
    if found and year:
        return spanned(year, number_of(found["first"]), number_of(found["last"])), found[0]
    return None, ""


def days(text):
    for search in DAY_RANGES:
        if found := search.search(text):
            groups = found.groupdict()
            year = int(groups["year"])
            if groups.get("other") and int(groups["other"]) != year:
                return None, found[0]
            first, last = (groups[name] or groups["first"] or groups["last"] for name in LIMITS)
            return spanned(year, number_of(first), number_of(last)), found[0]
    return None, ""


def is_day_range(words):
    return any(search.fullmatch(words) for search in DAY_RANGES)


def spanned(year, first, last):
    if (first, last) == (1, 12):
        return Period(year)
    if first <= last and (first <= 6) == (last <= 6):
        return Period(year, 1 if last <= 6 else 2)
    return None


def month(text):
    for search in SINGLE:
        if found := search.search(text):
            number = number_of(found["first"])
            return spanned(int(found["year"]), number, number), found[0]
    return None, ""


def period_of_day(words):
    """The half-year of a whole date: 14 May 2024, May 14, 2024, 14.05.2024, 2024-05-14."""
    year = int(re.search(YEAR, words)[0])
    if named := re.search(MONTH, words, re.IGNORECASE):
        number = number_of(named[0])
    else:
        parts = [int(part) for part in re.findall(r"\d+", words)]
        number = parts[1] if parts[1] <= 12 else parts[0]
    return spanned(year, number, number)


def year_beside(text):
    """The year of “2023 (January – June)”, the only one of its line."""
    years = set(YEAR_ALONE.findall(text))
    return int(years.pop()) if len(years) == 1 else None


def year(text):
    """A year that stands alone; two of them are a stretch of time, or two things."""
    years = YEAR_ALONE.findall(NOT_OUR_YEARS.sub("", FULL_DATE.sub("", text)))
    if len(set(years)) != 1:
        return None, ""
    return Period(int(years[0])), years[0]


def number_of(month):
    if month.isdecimal():
        return int(month)
    month = month.rstrip(".").casefold()
    return next(n for n, name in MONTHS.items() if re.fullmatch(name, month, re.IGNORECASE))
