"""What was typed, shown to be copied: each box in words, and nothing that nobody typed."""

import pytest

from almaty.typed_text import Text, in_words
from newsroom.models import NewsItem
from tests.factories import make_news_item


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("title_en", "Ice", ("Headline [en]", "Ice")),
        ("published_at_1", "10:00", ("Publication time", "10:00")),
        ("event_dates-0-precision", "year", ("Event date 1: Known", "to the year")),
        ("contributions-1-note", "Host", ("Partner in this story 2: Note", "Host")),
        ("tags", "2024", ("Tags", "2024")),
        ("is_lead", "on", ("Lead story", "✓")),
        ("comment", "Look.", ("comment", "Look.")),
        ("results-x-unit_en", "trees", ("results-x-unit_en", "trees")),
        ("nothing-0-note", "Host", ("nothing-0-note", "Host")),
    ],
)
def test_a_box_is_called_as_in_its_form_and_asks_no_database(name, value, told):
    assert in_words(NewsItem, name, value) == told
    assert in_words(None, name, value) == (name, value)


@pytest.mark.parametrize("name", ["countries", "project", "contributions-0-partner"])
def test_the_number_of_a_row_is_no_text(name):
    assert in_words(NewsItem, name, "6") is None


@pytest.mark.parametrize(
    ("text", "lines"), [("A line", 1), ("A\nB", 2), ("word " * 25, 4), ("word " * 999, 12)]
)
def test_a_box_is_as_high_as_its_text_within_reason(text, lines):
    assert Text("Text", text).lines == lines


@pytest.mark.django_db
def test_what_a_form_carries_for_itself_is_not_shown(client):
    sent = {"csrfmiddlewaretoken": "x", "seen": "f" * 64, "name": "Ice"}
    answer = client.post("/admin/taggit/tag/1/change/", sent)
    html = answer.content.decode()
    assert (answer.status_code, "Ice" in html, "ffff" in html) == (403, True, False)
    assert 'href="/admin/"' in html


@pytest.mark.django_db
def test_a_form_of_numbers_alone_is_answered_without_a_box(client):
    story = make_news_item()
    sent = {"csrfmiddlewaretoken": "x", "countries": "6"}
    answer = client.post(f"/admin/newsroom/newsitem/{story.pk}/delete/", sent)
    assert answer.status_code == 403
    assert "<textarea" not in answer.content.decode()
