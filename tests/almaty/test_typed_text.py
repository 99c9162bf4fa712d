"""What was typed, shown to be copied: each box in words, and nothing that nobody typed."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from almaty.publishing import Status
from almaty.typed_text import Text, in_words
from newsroom.models import NewsItem
from tests.almaty.accounts.people import make_person
from tests.factories import make_country, make_news_item, make_partner, make_project, make_sector
from tests.forms import FormReader


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("title_en", "Ice", ("Headline [en]", "Ice")),
        ("published_at_1", "10:00", ("Publication time", "10:00")),
        ("event_dates-0-precision", "year", ("Event date 1: Known", "to the year")),
        ("contributions-1-note", "Host", ("Partner in this story 2: Note", "Host")),
        ("tags", "2024", ("Tags", "2024")),
        ("is_lead", "on", ("Lead story", "✓")),
        ("countries", "6", ("Countries, or regional", "no. 6")),
        ("contributions-0-partner", "6", ("Partner in this story 1: Partner", "no. 6")),
        ("comment", "Look.", ("comment", "Look.")),
        ("results-x-unit_en", "trees", ("results-x-unit_en", "trees")),
        ("nothing-0-note", "Host", ("nothing-0-note", "Host")),
    ],
)
def test_a_box_is_called_as_in_its_form_and_asks_no_database(name, value, told):
    assert list(in_words(NewsItem, [(name, value)])) == [told]
    assert list(in_words(None, [(name, value)])) == [(name, value)]


def test_rich_text_is_shown_as_it_reads():
    html = '<h2>Ice &amp; snow</h2><p>See <a href="https://a.org/x">the <em>list</em></a>.</p>'
    told = "Heading: Ice & snow\nSee the list (https://a.org/x)."
    assert list(in_words(NewsItem, [("body_ru", html)])) == [("Text [ru]", told)]
    by_hand = "<p>See <a href='https://a.org/x'>the list</a>.</p>"
    told = "See the list (https://a.org/x)."
    assert list(in_words(NewsItem, [("body_ru", by_hand)])) == [("Text [ru]", told)]
    assert list(in_words(NewsItem, [("summary_en", "a < b")])) == [("Summary [en]", "a < b")]


def test_which_page_a_row_is_of_nobody_chose():
    assert list(in_words(NewsItem, [("contributions-0-news_item", "6")])) == []


@pytest.mark.parametrize(
    ("text", "lines"), [("A line", 1), ("A\nB", 2), ("word " * 25, 4), ("word " * 999, 12)]
)
def test_a_box_is_as_high_as_its_text_within_reason(text, lines):
    assert Text("Text", text).lines == lines


@pytest.mark.django_db
def test_what_was_chosen_is_named_when_the_page_is_gone(client):
    countries = make_country("Kazakhstan"), make_country("Kyrgyzstan")
    sector, partner = make_sector("Culture"), make_partner("Adaptation Fund")
    story = make_news_item(status=Status.DRAFT)
    client.force_login(make_person("editor"))
    url = reverse("admin:newsroom_newsitem_change", args=[story.pk])
    fields = FormReader(client.get(url).content.decode()).fields | {
        "countries": [str(country.pk) for country in countries],
        "sector": [str(sector.pk)],
        "tags": ["glaciers, water"],
        "contributions-0-partner": [str(partner.pk)],
        "contributions-0-role": ["funder"],
    }
    NewsItem.objects.all().delete()
    answer = client.post(url, fields)
    assert answer.status_code == 409
    told = dict(answer.context["texts"])
    assert told["Countries, or regional"] == "Kazakhstan, Kyrgyzstan"
    assert (told["Primary sector"], told["Tags"]) == ("Culture", "glaciers, water")
    assert told["Partner in this story 1: Partner"] == "Adaptation Fund"
    assert told["Partner in this story 1: Role"] == "funder"


@pytest.mark.django_db
@pytest.mark.parametrize("role", [None, "contributor", "editor"])
def test_a_name_is_told_to_whom_may_see_the_row(role):
    user = make_person(role) if role else AnonymousUser()
    public, secret = make_project("Open"), make_project("Secret", status=Status.DRAFT)
    ((label, text),) = in_words(
        NewsItem, [("project", str(public.pk)), ("project", str(secret.pk)), ("project", "x")], user
    )
    secret_name = "Secret" if role == "editor" else f"no. {secret.pk}"
    assert (label, text) == ("Project", f"Open, {secret_name}, no. x")


@pytest.mark.django_db
def test_what_a_form_carries_for_itself_is_not_shown(client):
    sent = {"csrfmiddlewaretoken": "x", "seen": "f" * 64, "name": "Ice"}
    answer = client.post("/admin/taggit/tag/1/change/", sent)
    html = answer.content.decode()
    assert (answer.status_code, "Ice" in html, "ffff" in html) == (403, True, False)
    assert 'href="/admin/"' in html


@pytest.mark.django_db
def test_to_who_is_not_signed_in_a_choice_is_a_number(client):
    story = make_news_item()
    sent = {"csrfmiddlewaretoken": "x", "countries": "6"}
    answer = client.post(f"/admin/newsroom/newsitem/{story.pk}/delete/", sent)
    assert answer.status_code == 403
    assert "no. 6</textarea>" in answer.content.decode()
