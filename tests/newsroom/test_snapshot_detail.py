"""/snapshots/2024-h2/: an edition, or a period nobody has made one of."""

import pytest
from django.core.exceptions import ValidationError

from almaty.publishing import Status
from tests.factories import make_news_item, make_snapshot

pytestmark = pytest.mark.django_db


def titles(response):
    assert response.status_code == 200
    return [story.title for story in response.context["stories"]]


def test_it_shows_its_stories_in_the_editors_order(client):
    edition = make_snapshot(introduction="<p>Half a year.</p>")
    for n in (3, 1, 2):
        make_news_item(f"Place {n}", snapshot=edition, position=n)
    make_news_item("Hidden", snapshot=edition, position=4, status=Status.DRAFT)
    make_news_item("Of the period, not of the edition")
    response = client.get("/snapshots/2024-h2/")
    assert titles(response) == ["Place 1", "Place 2", "Place 3"]
    assert "Half a year." in response.content.decode()


def test_a_period_without_an_edition_shows_its_stories(client):
    make_news_item("First half", period="2023-h1")
    make_news_item("Of the year", period="2023")
    make_news_item("Later", period="2024-h1")
    assert titles(client.get("/snapshots/2023-h1/")) == ["First half"]
    assert sorted(titles(client.get("/snapshots/2023/"))) == ["First half", "Of the year"]


def test_an_unpublished_edition_shows_as_if_there_were_none(client):
    make_news_item("A story", snapshot=make_snapshot("2024-h2", status=Status.DRAFT))
    response = client.get("/snapshots/2024-h2/")
    assert titles(response) == ["A story"]
    assert response.context["snapshot"] is None


@pytest.mark.parametrize("period", ["2024-h1", "1066", "2024-h3", "latest"])
def test_a_period_with_nothing_in_it_is_not_found(client, period):
    make_news_item(period="2024-h2")
    assert client.get(f"/snapshots/{period}/").status_code == 404


def test_it_leads_to_the_editions_before_and_after(client):
    for period in ("2023", "2024-h1", "2024-h2"):
        make_snapshot(period)
    response = client.get("/snapshots/2024-h1/")
    assert response.context["previous"].period == "2023"
    assert response.context["next"].period == "2024-h2"


def test_an_edition_does_not_move_away_from_its_stories():
    edition = make_snapshot("2024-h2")
    make_news_item(snapshot=edition)
    edition.period = "2024"  # the year holds the half
    edition.clean()
    edition.period = "2025-h1"
    with pytest.raises(ValidationError, match="take them out first"):
        edition.clean()


def test_a_long_period_says_where_the_rest_is(client, monkeypatch):
    monkeypatch.setattr("newsroom.views.LONGEST_PERIOD", 2)
    for _ in range(3):
        make_news_item(period="2023-h1")
    response = client.get("/snapshots/2023/")
    assert len(titles(response)) == 2
    assert 'href="/snapshots/?period=2023"' in response.content.decode()
