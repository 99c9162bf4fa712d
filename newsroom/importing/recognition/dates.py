"""When something happened, as precisely as the text says; a missing year is the edition's."""

import calendar
import re
from datetime import date

from almaty.dates import Precision, last_day
from almaty.periods import Period
from newsroom.importing.recognition import months, rules
from newsroom.importing.recognition.date_patterns import (
    COMPILED,
    NO_EVENT,
    NO_EVENT_AFTER,
    NOT_SINCE,
    NUMERIC,
    ONE_YEAR,
    SENT_AFTER,
    SENT_BEFORE,
    YEARS,
)
from newsroom.importing.recognition.found import DateFound
from newsroom.importing.recognition.mentions import evidence
from newsroom.importing.recognition.seasons import seasons_in

LONGEST_LINE = 60  # letters of the place in front of a day


def year_told(texts):
    """The one year that a story's own dates name, as a Period; None where they name none or two.

    What gives “on 3 May” its year where the document has no period.
    """
    years = {
        match["y"]
        for text in texts
        for expression, to_the_day in COMPILED[text.language]
        if to_the_day
        for match in expression.finditer(text.text)
        if match["y"]
    }
    return Period(int(years.pop())) if len(years) == 1 else None


class Dates:
    """Collects over the texts of one story."""

    def __init__(self, period):
        self.period, self.found, self.years = period, {}, {}
        self.text, self.sent = None, []  # days on which press releases were sent

    def read(self, text, mentions, of_projects):
        """The spans of all dates, also of those that are no event's.

        `of_projects`: mentions of projects; dates inside a title or a name are part of it.
        """
        closed = [(m.start, m.end) for m in [*of_projects, *mentions]]
        self.text = text
        self.read_years(text, of_projects, closed)
        taken = []
        for expression, to_the_day in COMPILED[text.language]:
            for match in expression.finditer(text.text):
                span = match.start("m1") if not to_the_day else match.start(), match.end()
                if inside(span, taken) or inside(span, closed):
                    continue
                taken.append(span)
                if self.is_event(text, match, span):
                    self.add(text, match, span, to_the_day)
        if text.language == "en":
            taken += self.read_seasons(text, closed)
        for match in NUMERIC.finditer(text.text):
            taken.append(match.span())
            self.add_numeric(text, match)
        taken += [match.span() for match in YEARS.finditer(text.text)]
        return taken

    def read_seasons(self, text, closed):
        for span, start, end in seasons_in(text, self.period):
            if inside(span, closed) or NO_EVENT.search(text.before(span[0])):
                continue
            if self.is_of_period(start, end):
                words = evidence(text, *span, rules.SEASON)
                self.keep(start, end, Precision.MONTH, True, words)
            yield span

    def is_event(self, text, match, span):
        if match["m1"].casefold().startswith("mar") and match["m1"][0].islower():
            return False  # to mar, to march
        if text.language == "en" and not match["m1"][0].isupper():
            return False
        if NO_EVENT_AFTER.match(text.text, span[1]) and text.language == "kk":
            return False
        before = text.before(span[0])
        bounds = NO_EVENT.search(text.before(match.start())) or NO_EVENT.search(before)
        return not bounds and not NOT_SINCE.search(before)

    def add(self, text, match, span, to_the_day):
        groups = match.groupdict()
        first = month_number(match["m1"], text.language)
        second = month_number(groups.get("m2"), text.language) or first
        stated = groups.get("y") or groups.get("y1")
        year = int(stated) if stated else self.year_of(first)
        if year is None:
            return
        if groups.get("y1") and not groups.get("y"):
            year += second < first  # 28 December 2024 to 5 January
        start_year = int(groups["y1"]) if groups.get("y1") else year - (second < first)
        try:
            if to_the_day:
                start = date(start_year, first, int(match["d1"]))
                end = date(year, second, int(groups.get("d2") or match["d1"]))
                precision = Precision.DAY
            else:
                start = date(start_year, first, 1)
                end = last_day(date(year, second, 1), Precision.MONTH)
                precision = Precision.MONTH
        except ValueError:
            return  # no such day
        if end < start or not self.is_of_period(start, end):
            return
        rule = {
            (True, True): rules.DAY,
            (True, False): rules.DAY_WITHOUT_YEAR,
            (False, True): rules.MONTH,
            (False, False): rules.MONTH_WITHOUT_YEAR,
        }[to_the_day, bool(stated)]
        self.keep(start, end, precision, not stated, evidence(text, *span, rule))

    def add_numeric(self, text, match):
        try:
            if match["iy"]:
                start = end = date(int(match["iy"]), int(match["im"]), int(match["id"]))
            else:
                start = date(int(match["y"]), int(match["n"]), int(match["d1"]))
                end = start.replace(day=int(match["d2"])) if match["d2"] else start
        except ValueError:
            return
        if start <= end and self.is_of_period(start, end):
            words = evidence(text, match.start(), match.end(), rules.DAY)
            self.keep(start, end, Precision.DAY, False, words)

    def keep(self, start, end, precision, inferred, words):
        """A day said twice is one date; so it is where one of the two states the year."""
        if is_when_sent(self.text, words):
            self.sent.append(found(start, end, precision, inferred, [words]))
            return
        known = self.found.setdefault((start, end, precision), [inferred, []])
        known[0] = known[0] and inferred
        known[1].append(words)

    def year_of(self, month):
        """The edition's year; the month next to the period may be of the year beside it."""
        if self.period is None:
            return None
        if self.period.half == 1 and month == 12:
            return self.period.year - 1
        return self.period.year

    def is_of_period(self, start, end):
        """Within the edition's time and a month around it; any time where none is known."""
        if self.period is None:
            return True
        first, last = self.period.start, self.period.end
        before = date(first.year - (first.month == 1), (first.month - 2) % 12 + 1, 1)
        after = date(last.year + (last.month == 12), last.month % 12 + 1, 1)
        after = after.replace(day=calendar.monthrange(after.year, after.month)[1])
        return start <= after and end >= before

    def read_years(self, text, of_projects, closed):
        for match in YEARS.finditer(text.text):
            if inside(match.span(), closed) or not self.is_near_project(text, match, of_projects):
                continue
            start, end = date(int(match["a"]), 1, 1), date(int(match["b"]), 12, 31)
            if start < end and self.is_of_period(start, end):
                words = evidence(text, *match.span(), rules.YEARS_OF_PROJECT)
                self.years.setdefault((start, end), []).append(words)
        for match in ONE_YEAR.finditer(text.text):
            year = int(match["y"] or match["r"] or match["k"])
            if self.period and year != self.period.year:
                continue
            if inside(match.span(), closed) or NO_EVENT.search(
                text.before(match.start()) + match[0].split()[0] + " "
            ):
                continue
            words = evidence(text, *match.span(), rules.YEAR)
            self.years.setdefault((date(year, 1, 1), date(year, 12, 31)), []).append(words)

    @staticmethod
    def is_near_project(text, match, of_projects):
        """Years in brackets behind a title, or said of the project in its own sentence."""
        for mention in of_projects:
            gap = text.text[mention.end : match.start()]
            if match.start() >= mention.end and re.fullmatch(
                r"[”\"»’']?\s?(?:projects?\s|programme\s|жобасы\s)?[,(]?\s?(?:for\s|на\s)?", gap
            ):
                return True
        before = text.text[max(0, match.start() - 60) : match.start()]
        return bool(
            re.search(
                r"(?:project|проект|жоба)[^.;,]{0,40}(?:\(|\b(?:from|between|in|ran|с|в|between))\s?$",
                before,
                re.I,
            )
        )

    def result(self):
        """[DateFound] by time. Years only where nothing finer is, months without a day in them."""
        dates = []
        for (start, end, precision), (inferred, words) in self.found.items():
            if precision == Precision.MONTH and any(
                other == Precision.DAY and start <= day <= end for day, _e, other in self.found
            ):
                continue
            if (
                precision == Precision.DAY
                and start == end
                and any(
                    s <= start <= e and s != e for s, e, other in self.found if other == precision
                )
            ):
                continue
            dates.append(found(start, end, precision, inferred, words))
        if not self.found:  # who sends it tells what is new
            dates += self.sent
        if not dates:  # beside a day or a month, a year tells what was before
            for (start, end), words in self.years.items():
                dates.append(found(start, end, Precision.YEAR, False, words))
        return sorted(dates, key=lambda d: (d.start, d.end or d.start))


def is_when_sent(text, words):
    """Whether a day stands in the line of place and day, in front of what is told."""
    return bool(
        text.language != "en"
        and SENT_BEFORE.fullmatch(text.text[: min(words.start, LONGEST_LINE)])
        and words.start < LONGEST_LINE
        and SENT_AFTER.match(text.text, words.end)
    )


def found(start, end, precision, inferred, words):
    one = last_day(start, precision) == end
    return DateFound(start, None if one else end, str(precision), inferred, words)


def inside(span, others):
    return any(span[0] < end and start < span[1] for start, end in others)


def month_number(word, language):
    if not word:
        return None
    names = {"en": months.ENGLISH, "ru": months.RUSSIAN, "kk": months.KAZAKH_STEMS}[language]
    word = word.casefold()
    for number, name in enumerate(names, 1):
        if re.match(name if language == "kk" else rf"{name}$", word):
            return number
    return None
