"""A story's own page: its facts, and its joins to the register."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from almaty.publishing import Status
from tests.factories import (
    make_country,
    make_news_item,
    make_partner,
    make_project,
    make_result,
    make_sector,
    make_snapshot,
)

pytestmark = pytest.mark.django_db


def page_of(client, item, prefix=""):
    response = client.get(prefix + item.get_absolute_url())
    assert response.status_code == 200
    return response


def test_it_shows_the_story_and_what_it_is_joined_to(client):
    project = make_project("Glacier lakes", slug="glofca", short_title="GLOFCA")
    partner = make_partner("University of Zurich", slug="zurich")
    item = make_news_item(
        "Sensors above the town",
        summary="A summary.",
        body="<p>What happened.</p>",
        sector=make_sector("Natural Sciences"),
        countries=[make_country("Kazakhstan")],
        project=project,
        tags=["early warning"],
    )
    item.contributions.create(partner=partner, role="technical", note="to be confirmed")
    make_result(news_item=item, value=50, qualifier="over", unit="students")
    html = page_of(client, item).content.decode()
    for text in (
        "<h1",
        "Sensors above the town",
        "What happened.",
        "/sectors/natural-sciences/",
        "/countries/kazakhstan/",
        "/projects/glofca/",
        "/partners/zurich/",
        "technical or expert partner",
        "to be confirmed",
        "tag=early-warning",
        "over 50",
    ):
        assert text in html, text


@pytest.mark.parametrize(
    ("start", "end", "precision", "words", "machine"),
    [
        (date(2024, 10, 8), date(2024, 10, 9), "day", "8 – 9 October 2024", "2024-10-08"),
        (date(2024, 10, 31), date(2024, 11, 1), "day", "31 October 2024 – 1 November 2024", ""),
        (date(2024, 11, 1), None, "day", "1 November 2024", "2024-11-01"),
        (date(2024, 11, 1), None, "month", "November 2024", '"2024-11"'),
        (date(2018, 1, 1), date(2024, 5, 5), "year", "2018 – 2024", '"2018"'),
    ],
)
def test_a_date_is_never_shown_more_precisely_than_it_is_known(
    client, start, end, precision, words, machine
):
    item = make_news_item()
    item.event_dates.create(start=start, end=end, precision=precision)
    html = page_of(client, item).content.decode()
    assert words in html
    assert machine in html
    if precision == "month":
        assert "1 November" not in html
        assert "2024-11-01" not in html


def test_a_story_without_a_date_is_known_by_its_period(client):
    assert "July – December 2024" in page_of(client, make_news_item()).content.decode()


def test_the_page_of_another_period_or_a_wrong_address_is_not_found(client):
    item = make_news_item(period="2024-h2", slug="one")
    assert client.get("/snapshots/2024-h1/one/").status_code == 404
    assert client.get("/snapshots/2024-h2/two/").status_code == 404
    assert client.get("/snapshots/2024-h3/").status_code == 404
    assert client.get(item.get_absolute_url()).status_code == 200


def test_it_leads_to_its_neighbours_in_the_edition_and_to_related_stories(client):
    edition, project = make_snapshot(), make_project()
    first, second, third = (
        make_news_item(f"Place {n}", snapshot=edition, position=n) for n in (1, 2, 3)
    )
    other = make_news_item("Same project", project=project)
    second.project = project
    second.save()
    make_news_item("Hidden", snapshot=edition, position=4, status=Status.DRAFT)
    response = page_of(client, second)
    assert (response.context["previous"], response.context["next"]) == (first, third)
    assert other in response.context["related"]
    assert page_of(client, third).context["next"] is None


def test_a_withdrawn_edition_takes_its_stories_links_with_it(client):
    item = make_news_item(snapshot=make_snapshot(status=Status.WITHDRAWN))
    response = page_of(client, item)
    assert response.context["edition"] is None


def test_a_missing_translation_is_said_and_marked(client):
    item = make_news_item(
        title="English headline",
        title_kk="Қазақша тақырып",
        body="<p>English.</p>",
        body_kk="<p>Қазақша.</p>",
    )
    address = item.get_absolute_url()
    russian = page_of(client, item, "/ru")
    html = russian.content.decode()
    assert russian.context["untranslated"]
    assert 'lang="en"' in html.split("<h1")[1].split(">")[0]
    assert f'rel="canonical" href="http://testserver{address}"' in html
    assert 'hreflang="ru"' not in html.partition("</head>")[0]
    assert 'hreflang="kk"' in html.partition("</head>")[0]
    kazakh = client.get(f"/kk{address}")
    assert not kazakh.context["untranslated"]
    assert "Қазақша тақырып" in kazakh.content.decode()


def test_the_desk_sees_no_more_on_the_public_page_than_the_public(admin_client):
    item = make_news_item(status=Status.DRAFT)
    assert admin_client.get(item.get_absolute_url()).status_code == 404


def test_a_signed_in_reader_gets_a_page_that_is_kept_nowhere(admin_client, client):
    item = make_news_item()
    assert admin_client.get(item.get_absolute_url())["Cache-Control"] == "private, no-store"
    assert "public" in client.get(item.get_absolute_url())["Cache-Control"]


def test_a_page_not_changed_is_not_sent_again(client):
    item = make_news_item()
    etag = client.get(item.get_absolute_url())["ETag"]
    again = client.get(item.get_absolute_url(), headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")


def test_it_is_published_at_its_moment_without_any_job(client):
    moment = timezone.now() + timedelta(days=1)
    item = make_news_item(published_at=moment)
    assert not type(item).objects.published(at=moment - timedelta(seconds=1)).exists()
    assert type(item).objects.published(at=moment).get() == item
    assert item.is_published(moment)
    assert not item.is_published(moment - timedelta(seconds=1))
