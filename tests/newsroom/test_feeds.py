"""Atom: the list for exactly the current filter."""

import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest
from django.utils import timezone

from almaty.publishing import Status
from tests.factories import make_country, make_news_item, make_sector

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ET.fromstring(response.content)


def test_it_holds_the_stories_of_the_list_in_the_same_order_and_words(client):
    kazakhstan, science = make_country(), make_sector("Natural Sciences")
    for n in range(3):
        make_news_item(
            f"Story {n}",
            countries=[kazakhstan],
            sector=science,
            published_at=timezone.now() - timedelta(days=n + 1),
        )
    make_news_item("Elsewhere")
    make_news_item("Draft", countries=[kazakhstan], status=Status.DRAFT)
    query = "?sector=natural-sciences&country=kazakhstan"
    page, found = client.get(f"/snapshots/{query}"), feed(client, f"/snapshots/feed/{query}")
    assert page.context["feed_url"] == f"/snapshots/feed/{query}"
    assert found.findtext(f"{ATOM}title") == page.context["heading"]
    assert [e.findtext(f"{ATOM}title") for e in found.iter(f"{ATOM}entry")] == [
        story.title for story in page.context["page"].object_list
    ]


def test_an_unknown_value_gives_an_empty_feed_that_says_why(client):
    make_news_item()
    found = feed(client, "/snapshots/feed/?country=atlantis")
    assert not list(found.iter(f"{ATOM}entry"))
    assert "atlantis" in found.findtext(f"{ATOM}subtitle")


def test_a_story_is_the_same_entry_in_every_language(client):
    make_news_item(title="English", title_ru="По-русски")
    entries = [
        next(feed(client, f"{prefix}/snapshots/feed/").iter(f"{ATOM}entry"))
        for prefix in ("", "/ru")
    ]
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 1
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["English", "По-русски"]


def test_dates_are_those_of_publication_never_of_the_event(client):
    moment = timezone.now() - timedelta(days=3)
    make_news_item(published_at=moment).event_dates.create(
        start=date(2024, 11, 1), precision="month"
    )
    entry = next(feed(client, "/snapshots/feed/").iter(f"{ATOM}entry"))
    assert entry.findtext(f"{ATOM}published").startswith(moment.date().isoformat())
    assert b"2024-11-01" not in client.get("/snapshots/feed/").content


def test_it_is_valid_atom_in_another_language_too(client):
    make_news_item(title="English", summary="a < b & <b>c</b>")
    found = feed(client, "/ru/snapshots/feed/")
    entry = next(found.iter(f"{ATOM}entry"))
    assert found.findtext(f"{ATOM}id") == "http://testserver/ru/snapshots/"
    assert entry.findtext(f"{ATOM}id").startswith("http://testserver/snapshots/2024-h2/")
    assert entry.findtext(f"{ATOM}summary") == "a &lt; b &amp; &lt;b&gt;c&lt;/b&gt;"  # as HTML
    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
