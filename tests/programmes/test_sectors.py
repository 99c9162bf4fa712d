"""Sectors: the list of them, and each one's own page."""

import pytest

from almaty.publishing import Status
from tests.factories import make_country, make_news_item, make_project, make_region, make_sector

pytestmark = pytest.mark.django_db


@pytest.fixture
def culture():
    return make_sector("Culture", mandate="Heritage and creativity.")


def test_the_list_says_what_each_has(client, culture):
    make_sector("Education")
    make_news_item(sector=culture)
    make_news_item(further_sectors=[culture])
    make_project(sector=culture).further_sectors.add(culture)
    make_project(sector=culture, status=Status.DRAFT)
    rows = client.get("/sectors/").context["sectors"]
    assert {s.name: (s.story_count, s.project_count) for s in rows} == {
        "Culture": (2, 1),
        "Education": (0, 0),
    }


def test_its_page_shows_projects_and_stories_also_as_a_further_sector(client, culture):
    make_news_item("Primary", sector=culture)
    make_news_item("Further", further_sectors=[culture])
    make_news_item("Hidden", sector=culture, status=Status.DRAFT)
    make_news_item("Elsewhere")
    make_project("A project of it", sector=culture)
    response = client.get("/sectors/culture/")
    assert {story.title for story in response.context["stories"]} == {"Primary", "Further"}
    assert [project.title for project in response.context["projects"]] == ["A project of it"]
    html = response.content.decode()
    assert "Heritage and creativity." in html
    assert 'href="/snapshots/?sector=culture"' in html
    assert 'href="/projects/?sector=culture"' in html


def test_an_unknown_sector_is_not_found(client, culture):
    assert client.get("/sectors/magic/").status_code == 404


def test_the_map_and_the_list_of_countries_lead_to_each(client):
    make_news_item(countries=[make_country("Kazakhstan"), make_region()])
    response = client.get("/countries/")
    html = response.content.decode()
    assert [c.name for c in response.context["countries"]] == ["Kazakhstan"]
    assert html.count('href="/countries/kazakhstan/"') >= 2
    assert 'href="/countries/central-asia/"' in html
