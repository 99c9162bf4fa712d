"""A country's page: its own work first, what is regional apart, every number with its source."""

from datetime import date

import pytest

from almaty.publishing import Status
from tests.factories import (
    make_country,
    make_news_item,
    make_partner,
    make_project,
    make_region,
    make_result,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def kazakhstan():
    return make_country("Kazakhstan")


def test_its_projects_stand_by_status_with_funders_and_implementers(client, kazakhstan):
    over = make_project("Over", countries=[kazakhstan], end=date(2020, 5, 1))
    going = make_project("Going", countries=[kazakhstan], stated_status="running")
    fund, agency = make_partner("Adaptation Fund"), make_partner("UN Women")
    going.participations.create(partner=fund, role="funder")
    going.participations.create(partner=agency, role="joint-implementer")
    going.participations.create(
        partner=make_partner("Not public", status=Status.DRAFT), role="funder"
    )
    make_project("Elsewhere")
    response = client.get("/countries/kazakhstan/")
    groups = response.context["project_groups"]
    assert [(str(g["label"]), g["projects"]) for g in groups] == [
        ("running", [going]),
        ("completed", [over]),
    ]
    shown = groups[0]["projects"][0]
    assert (shown.funders, shown.implementers) == ([fund], [agency])
    html = response.content.decode()
    assert "Adaptation Fund" in html
    assert "Not public" not in html
    assert "Elsewhere" not in html


def test_regional_projects_and_stories_stand_apart(client, kazakhstan):
    region = make_region()
    make_news_item("Own story", countries=[kazakhstan])
    make_news_item("Regional story", countries=[region])
    make_project("Regional project", countries=[region])
    response = client.get("/countries/kazakhstan/")
    main, aside = response.content.decode().split("</main>")
    assert "Own story" in main
    assert "Regional story" not in main
    assert "Regional story" in aside
    assert response.context["regional_count"] == 1
    assert response.context["story_count"] == 1
    assert "Regional project" in response.content.decode()


def test_the_region_has_a_page_of_its_own(client, kazakhstan):
    make_news_item("Regional story", countries=[make_region()])
    response = client.get("/countries/central-asia/")
    assert "Regional story" in response.content.decode().split("</main>")[0]
    assert "regional_count" not in response.context


def test_results_keep_their_qualifier_and_name_their_source(client, kazakhstan):
    story = make_news_item("A training", countries=[kazakhstan])
    make_result(value=50, qualifier="over", unit="students", country=kazakhstan, news_item=story)
    make_result(
        value=None, qualifier="not-stated", unit="stations", country=kazakhstan, news_item=story
    )
    hidden = make_project(status=Status.DRAFT)
    make_result(value=7, unit="hidden result", country=kazakhstan, project=hidden)
    html = client.get("/countries/kazakhstan/").content.decode()
    assert "over 50" in html
    assert "number not stated" in html
    assert story.get_absolute_url() in html
    assert "hidden result" not in html


def test_an_unknown_country_is_not_found(client, kazakhstan):
    assert client.get("/countries/atlantis/").status_code == 404
