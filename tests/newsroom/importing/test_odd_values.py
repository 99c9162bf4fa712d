"""Suggestions that no column takes, and names in other letters than their story."""

from datetime import date
from decimal import Decimal

import pytest

from newsroom.importing.document import Evidence
from newsroom.importing.recognition import found as f
from newsroom.importing.values import values_of
from newsroom.models import NewsItem, Result, Suggestion
from programmes.models import Partner, Place
from tests.newsroom.importing.office import landed
from tests.newsroom.importing.reviewing import (
    address,
    page_of,
    said,
    send,
    send_change,
    suggestion,
)

pytestmark = pytest.mark.usefixtures("register", "data_dir")
WORDS = [Evidence("Uzbekistan", 0, 0, 10, "name")]
LONG = "Institute of " + "very long names and " * 20


def suggested(story, **found):
    """These recognised things as open suggestions of a story."""
    return [
        Suggestion.objects.create(
            story=story, kind=kind, value=value, inferred=bool(told),
            evidence=[{"text": "x", "paragraph": 0, "start": 0, "end": 1, "rule": "name"}],
        )
        for kind, value, _evidence, told in values_of(f.Recognised(**found))
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["1234567890123", "1E+30", "0.125", "99999999999999.99"])
def test_a_number_that_does_not_fit_is_answered_with_a_sentence(desk, story, number):
    row, = suggested(
        story, results=[f.ResultFound(Decimal(number), "exact", "tenge", WORDS)]
    )  # fmt: skip
    answer = send(desk, story, accept=row.pk)
    assert answer.status_code == 200
    assert "has too many digits" in said(answer)
    row.refresh_from_db()
    assert row.state == "open"
    assert not page_of(story).results.filter(unit_en="tenge").exists()


def test_the_largest_number_that_fits_is_kept_whole(desk, story):
    row, = suggested(
        story, results=[f.ResultFound(Decimal("999999999999.99"), "exact", "tenge", WORDS)]
    )  # fmt: skip
    send(desk, story, accept=row.pk)
    assert Result.objects.get(unit_en="tenge").value == Decimal("999999999999.99")


@pytest.mark.parametrize(
    "found",
    [
        {"partners": [f.PartnerFound(LONG, "technical", False, WORDS)]},
        {"places": [f.PlaceFound(LONG, "uzbekistan", False, WORDS)]},
        {"results": [f.ResultFound(Decimal(3), "exact", LONG, WORDS)]},
        {"tags": [f.TagFound(LONG, WORDS)]},
    ],
    ids=lambda found: next(iter(found)),
)
def test_a_name_that_does_not_fit_is_not_cut_but_asked_about(desk, story, found):
    (row,) = suggested(story, **found)
    answer = send(desk, story, accept=row.pk)
    assert "is longer than" in said(answer)
    row.refresh_from_db()
    assert row.state == "open"
    assert "is longer than" in said(send(desk, story, accept_all="1"))


@pytest.mark.parametrize("length", [100, 101])
def test_a_place_may_be_as_long_as_its_column(desk, story, length):
    (row,) = suggested(story, places=[f.PlaceFound("Osh", None, False, WORDS)])
    fields = {"known": "new", "name": "x" * length, "kind": "natural", "country": ""}
    answer = send_change(desk, story, row, **fields)
    assert answer.status_code == 200
    assert Place.objects.filter(name_en="x" * length).exists() == (length == 100)


ODD = ["", " ", "…", "-", "\U0001f600", "<b>", "%s %(name)s", ",", "x" * 100, "İ"]


@pytest.mark.parametrize("odd", ODD)
def test_odd_names_are_accepted_or_answered_and_never_an_error(desk, story, odd):
    rows = suggested(
        story,
        partners=[f.PartnerFound(odd, "technical", False, WORDS)],
        places=[f.PlaceFound(odd, None, False, WORDS), f.PlaceFound(odd, "x", False, WORDS)],
        results=[f.ResultFound(None, "not-stated", odd, WORDS)],
        tags=[f.TagFound(odd, WORDS)],
        sectors=[f.SectorFound(odd, WORDS)],
        countries=[f.CountryFound(odd, WORDS)],
        dates=[f.DateFound(date(9999, 12, 1), date(9999, 12, 31), "month", True, WORDS),
               f.DateFound(date(1, 1, 1), None, "year", True, WORDS)],
    )  # fmt: skip
    for row in rows:
        assert send(desk, story, accept=row.pk).status_code == 200
    assert desk.get(address(story)).status_code == 200


def test_a_date_that_ends_before_it_starts_is_answered_with_a_sentence(desk, story):
    found = f.DateFound(date(2024, 5, 3), date(2024, 5, 1), "day", False, WORDS)
    (row,) = suggested(story, dates=[found])
    assert "An event cannot end before it starts." in said(send(desk, story, accept=row.pk))


# Names in other letters ------------------------------------------------------------------------

RUSSIAN = (
    "В долине реки измерили ледники",
    "В октябре 2024 года в Пскеме, Узбекистан, прошла встреча о ледниках, и компания Chevron "
    "передала учителям села Актерек приборы. Участники посетили озеро Кашкасу.",
)


def test_a_latin_name_from_a_russian_story_is_an_english_name(desk):
    story = landed([RUSSIAN]).document.stories.get()
    rows = suggested(
        story,
        places=[f.PlaceFound("Pskem", "uzbekistan", False, WORDS, "village")],
        partners=[f.PartnerFound("Chevron", "donor", False, WORDS)],
    )
    for row in rows:
        send(desk, story, accept=row.pk)
    place = Place.objects.get(name_en="Pskem")
    assert (place.name_ru, place.kind) == (None, "village")
    assert Partner.objects.get(name_en="Chevron").name_ru is None


def test_a_new_place_is_of_the_kind_that_its_words_say(desk):
    story = landed([RUSSIAN]).document.stories.get()
    kinds = {row.value["name"]: row.value["kind"] for row in story.suggestions.filter(kind="place")}
    assert kinds["Актерек"] == "village"
    assert kinds["Кашкасу"] == "natural"
    send(desk, story, accept=suggestion(story, "place", name="Актерек").pk)
    place = Place.objects.get(name_ru="Актерек")
    assert (place.kind, place.name_en) == ("village", "")


def test_nothing_else_of_a_story_is_touched_by_what_is_impossible(desk, story):
    before = page_of(story).version
    (row,) = suggested(story, tags=[f.TagFound(LONG, WORDS)])
    send(desk, story, accept=row.pk)
    assert page_of(story).version == before
    assert NewsItem.objects.count() == 3
