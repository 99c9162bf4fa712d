"""Projects: the list and its filters, the page and what it is joined to."""

from datetime import date

import pytest

from almaty.dates import Precision
from almaty.publishing import Status
from programmes.models import Project, ProjectStatus
from tests.factories import (
    make_country,
    make_news_item,
    make_partner,
    make_project,
    make_region,
    make_result,
    make_sector,
)

pytestmark = pytest.mark.django_db


def listed(client, query=""):
    response = client.get(f"/projects/{query}")
    assert response.status_code == 200
    return [project.title for project in response.context["page"].object_list]


def test_the_list_is_filtered_by_all_that_partners_ask_for(client):
    kazakhstan, culture = make_country("Kazakhstan"), make_sector("Culture")
    fund = make_partner(slug="fund")
    one = make_project("One", countries=[kazakhstan], sector=culture, stated_status="running")
    one.participations.create(partner=fund, role="funder")
    two = make_project("Two", end=date(2020, 1, 1), own_role="implementer")
    two.participations.create(partner=fund, role="technical")
    make_project("Hidden", countries=[kazakhstan], status=Status.DRAFT)
    for query, titles in {
        "": ["One", "Two"],
        "?country=kazakhstan": ["One"],
        "?sector=culture": ["One"],
        "?status=completed": ["Two"],
        "?status=completed&status=running": ["One", "Two"],
        "?partner=fund": ["One", "Two"],
        "?role=funder": ["One"],
        "?role=implementer": ["Two"],  # the office itself
        "?partner=fund&role=technical": ["Two"],
        "?country=kazakhstan&status=completed": [],
    }.items():
        assert listed(client, query) == titles, query


@pytest.mark.parametrize(
    "query", ["country=atlantis", "status=asleep", "role=boss", "partner=nobody", "sector=x"]
)
def test_an_unknown_value_empties_the_list_and_says_so(client, query):
    make_project()
    response = client.get(f"/projects/?{query}")
    assert list(response.context["page"].object_list) == []
    assert len(response.context["problems"]) == 1


def test_regional_projects_stand_beside_a_countrys_own(client):
    make_project("Own", countries=[make_country("Kazakhstan")])
    make_project("Regional", countries=[make_region()])
    response = client.get("/projects/?country=kazakhstan")
    assert [p.title for p in response.context["page"].object_list] == ["Own"]
    assert [p.title for p in response.context["regional"]["projects"]] == ["Regional"]
    assert "Regional" in response.content.decode().split("</main>")[1]


def test_the_page_shows_partners_by_role_results_and_stories(client):
    project = make_project(
        "Full title",
        slug="glofca",
        short_title="GLOFCA",
        start=date(2021, 4, 1),
        start_precision=Precision.MONTH,
        own_role="implementer",
    )
    fund, university = make_partner("Adaptation Fund"), make_partner("University")
    project.participations.create(partner=university, role="technical")
    project.participations.create(partner=fund, role="funder")
    project.other_names.create(name="The former title", kind="former")
    story = make_news_item("A story of it", project=project)
    make_result(value=90, unit="of the project", project=project)
    make_result(value=16, unit="of its story", news_item=story)
    response = client.get("/projects/glofca/")
    html = response.content.decode()
    roles = [
        (g["role"], [e.partner for e in g["entries"]])
        for g in response.context["participations_by_role"]
    ]
    assert roles == [("funder", [fund]), ("technical", [university])]
    for text in (
        "Full title",
        "since April 2021",
        "The former title",
        "A story of it",
        "of the project",
        "of its story",
        fund.get_absolute_url(),
        "UNESCO",
    ):
        assert text in html, text
    assert "1 April 2021" not in html


@pytest.mark.parametrize(
    ("fields", "stage", "words"),
    [
        ({}, "unknown", ""),
        ({"stated_status": "completed"}, "completed", ""),
        (
            {"start": date(2018, 1, 1), "end": date(2024, 6, 1)},
            "completed",
            "1 January 2018 – 1 June 2024",
        ),
        (
            {
                "start": date(2018, 3, 3),
                "start_precision": "year",
                "end": date(2024, 6, 1),
                "end_precision": "year",
                "stated_status": "running",
            },
            "completed",
            "2018 – 2024",
        ),
        ({"start": date(2120, 1, 1), "start_precision": "year"}, "planned", "since 2120"),
        ({"start": date(2020, 1, 1), "start_precision": "year"}, "unknown", "since 2020"),
        (
            {"end": date(2120, 1, 1), "end_precision": "year", "stated_status": "running"},
            "running",
            "until 2120",
        ),
    ],
)
def test_status_comes_from_the_dates_where_they_are_known(fields, stage, words):
    project = Project.objects.with_stage().get(pk=make_project(**fields).pk)
    assert project.stage == ProjectStatus(stage)
    assert project.period_in_words == words


def test_a_draft_project_is_not_found(client):
    project = make_project(status=Status.DRAFT)
    assert client.get(project.get_absolute_url()).status_code == 404


def test_the_form_offers_every_value_and_keeps_the_partner(client):
    country, partner = make_country(), make_partner()
    make_project(countries=[country])
    page = client.get(f"/projects/?country=kazakhstan&partner={partner.slug}")
    facets = {facet["name"]: facet["options"] for facet in page.context["facets"]}
    assert list(facets) == ["country", "sector", "status", "role"]
    assert [option["selected"] for option in facets["country"]] == [True]
    assert [option["value"] for option in facets["status"]] == ProjectStatus.values
    assert f'name="partner" value="{partner.slug}"' in page.content.decode()


def test_one_facet_may_be_indexed_and_nothing_else(client):
    make_project(countries=[make_country("Kazakhstan")])
    indexed = {"", "?country=kazakhstan", "?role=funder"}
    hidden = {"?q=casino", "?country=BUY", "?country=kazakhstan&role=funder", "?status=x"}
    for query in indexed | hidden:
        html = client.get(f"/projects/{query}").content.decode()
        assert ('name="robots" content="noindex' in html) == (query in hidden), query
