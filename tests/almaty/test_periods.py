from datetime import date

import pytest
from django.utils import translation

from almaty.periods import Period


@pytest.mark.parametrize(
    ("text", "start", "end", "label"),
    [
        ("2024-h2", date(2024, 7, 1), date(2024, 12, 31), "July – December 2024"),
        ("2024-h1", date(2024, 1, 1), date(2024, 6, 30), "January – June 2024"),
        ("2023", date(2023, 1, 1), date(2023, 12, 31), "2023"),
    ],
)
def test_a_period_is_read_and_told(text, start, end, label):
    period = Period.parse(text)
    assert (str(period), period.start, period.end, period.label) == (text, start, end, label)
    with translation.override("ru"):
        assert Period.parse(text).label != label or period.half is None


@pytest.mark.parametrize(
    "text", ["", "2024-h3", "2024-H2", "24-h1", "1066", "2024-h2 ", "٢٠٢٤", None]
)
def test_what_is_not_a_period_is_refused(text):
    with pytest.raises(ValueError, match="not a period"):
        Period.parse(text)


def test_a_year_holds_its_halves_and_a_day_falls_in_one():
    assert Period.parse("2024").within == ["2024", "2024-h1", "2024-h2"]
    assert Period.parse("2024-h1").within == ["2024-h1"]
    assert str(Period.of(date(2024, 6, 30))) == "2024-h1"
    assert str(Period.of(date(2024, 7, 1))) == "2024-h2"
