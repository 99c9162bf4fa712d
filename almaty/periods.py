"""Periods: the half-year, or the whole year, that a story and an edition belong to.

Written `2024-h2` or `2023` in addresses, in the database and in exports. As text they sort by
time within a year's spelling: `2024` < `2024-h1` < `2024-h2` < `2025`.
"""

import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

PATTERN = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-h(?P<half>[12]))?", re.ASCII)


@dataclass(frozen=True, order=True)
class Period:
    year: int
    half: int | None = None

    @classmethod
    def parse(cls, text):
        """The period named by `2024-h2` or `2023`; ValueError for any other text."""
        found = PATTERN.fullmatch(text or "")
        if not found:
            raise ValueError(f"not a period: {text!r}")
        return cls(int(found["year"]), int(found["half"]) if found["half"] else None)

    @classmethod
    def of(cls, day):
        """The half-year a day falls in."""
        return cls(day.year, 1 if day.month <= 6 else 2)

    def __str__(self):
        return f"{self.year}-h{self.half}" if self.half else str(self.year)

    @property
    def start(self):
        return date(self.year, 7 if self.half == 2 else 1, 1)

    @property
    def end(self):
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)

    @property
    def label(self):
        """In the reader's language, as in: July – December 2024; 2023."""
        if self.half is None:
            return str(self.year)
        if self.half == 1:
            return _("January – June %(year)s") % {"year": self.year}
        return _("July – December %(year)s") % {"year": self.year}

    @property
    def within(self):
        """The periods whose stories belong to this one: a year holds both of its halves."""
        if self.half:
            return [str(self)]
        return [str(self.year), f"{self.year}-h1", f"{self.year}-h2"]


def validate_period(text):
    try:
        Period.parse(text)
    except ValueError:
        raise ValidationError(
            _("Write a half-year such as 2024-h2, or a year such as 2023."), code="period"
        ) from None
