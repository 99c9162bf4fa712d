"""The home page: the latest edition, lead stories, sectors, countries, key results."""

from datetime import timedelta

import pytest
from django.utils import timezone

from almaty.publishing import Status
from tests.factories import (
    make_country,
    make_news_item,
    make_region,
    make_result,
    make_sector,
    make_snapshot,
)

pytestmark = pytest.mark.django_db


def test_an_empty_site_has_a_home_page(client):
    response = client.get("/")
    assert response.status_code == 200
    assert response.context["snapshot"] is None


def test_it_leads_with_the_latest_public_edition(client):
    older, latest = make_snapshot("2024-h1"), make_snapshot("2024-h2")
    make_snapshot("2025-h1", status=Status.DRAFT)
    make_snapshot("2025-h2", published_at=timezone.now() + timedelta(days=1))
    make_news_item(snapshot=latest)
    make_news_item(snapshot=latest, status=Status.DRAFT)
    make_news_item(snapshot=older, period="2024-h1")
    context = client.get("/").context
    assert context["snapshot"] == latest
    assert context["snapshot_count"] == 1


def test_lead_stories_stand_first_and_are_not_repeated(client):
    lead = make_news_item("Lead", is_lead=True, published_at=timezone.now() - timedelta(days=9))
    others = [make_news_item() for _ in range(3)]
    context = client.get("/").context
    assert context["leads"] == [lead]
    assert set(context["stories"]) == set(others)


def test_without_a_lead_the_newest_story_leads(client):
    make_news_item("Older", published_at=timezone.now() - timedelta(days=2))
    newest = make_news_item("Newest")
    assert client.get("/").context["leads"] == [newest]


def test_sectors_and_countries_say_how_many_stories_they_have(client):
    kazakhstan, region, culture = make_country("Kazakhstan"), make_region(), make_sector("Culture")
    make_sector("Education")
    make_news_item(sector=culture, countries=[kazakhstan])
    make_news_item(countries=[region])
    make_news_item(sector=culture, countries=[kazakhstan], status=Status.DRAFT)
    context = client.get("/").context
    assert {s.name: s.story_count for s in context["sectors"]} == {"Culture": 1, "Education": 0}
    assert {c.name: c.story_count for c in context["countries"]} == {"Kazakhstan": 1}
    assert context["region"].story_count == 1
    assert context["map_countries"]["kazakhstan"]["label"] == "Kazakhstan, 1 story"


def test_key_results_are_those_marked_and_public(client):
    shown = make_result(news_item=make_news_item(), is_key=True)
    make_result(news_item=make_news_item(), is_key=False)
    make_result(news_item=make_news_item(status=Status.DRAFT), is_key=True)
    assert client.get("/").context["results"] == [shown]


def test_the_office_can_be_written_to_where_it_says_so(client, settings):
    settings.OFFICE_EMAIL = ""
    assert "mailto:" not in client.get("/").content.decode()
    settings.OFFICE_EMAIL = "office@example.org"
    assert 'href="mailto:office@example.org"' in client.get("/projects/").content.decode()
