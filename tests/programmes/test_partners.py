"""Partners: the directory by country, kind and role, and what an organisation does with us."""

from datetime import date

import pytest

from almaty.publishing import Status
from tests.factories import make_country, make_news_item, make_partner, make_project, make_result

pytestmark = pytest.mark.django_db


def listed(client, query=""):
    response = client.get(f"/partners/{query}")
    assert response.status_code == 200
    return [partner.name for partner in response.context["page"].object_list]


def test_country_and_role_are_asked_of_the_same_work(client):
    """Who funds something in Kazakhstan: not whoever funds elsewhere and advises here."""
    kazakhstan, uzbekistan = make_country("Kazakhstan"), make_country("Uzbekistan")
    fund, university = make_partner("Fund"), make_partner("University", kind="academic")
    here, there = make_project(countries=[kazakhstan]), make_project(countries=[uzbekistan])
    here.participations.create(partner=fund, role="funder")
    here.participations.create(partner=university, role="technical")
    there.participations.create(partner=university, role="funder")
    make_partner("Idle")
    for query, names in {
        "": ["Fund", "Idle", "University"],
        "?country=kazakhstan": ["Fund", "University"],
        "?country=kazakhstan&role=funder": ["Fund"],
        "?country=uzbekistan&role=funder": ["University"],
        "?role=funder": ["Fund", "University"],
        "?kind=academic": ["University"],
        "?kind=academic&country=kazakhstan&role=funder": [],
    }.items():
        assert listed(client, query) == names, query


def test_work_that_is_not_public_makes_no_partner_active(client):
    kazakhstan = make_country("Kazakhstan")
    make_project(countries=[kazakhstan], status=Status.DRAFT).participations.create(
        partner=make_partner("Quiet"), role="funder"
    )
    assert listed(client, "?country=kazakhstan") == []


def test_the_page_joins_roles_projects_stories_and_countries(client):
    kazakhstan, uzbekistan = make_country("Kazakhstan"), make_country("Uzbekistan")
    partner = make_partner("University of Zurich", slug="zurich")
    project = make_project("Glacier lakes", countries=[kazakhstan])
    project.participations.create(partner=partner, role="technical")
    named = make_news_item("Names it", project=project, countries=[uzbekistan])
    named.contributions.create(partner=partner, role="technical")
    make_news_item("Of its project only", project=project, countries=[kazakhstan])
    hidden = make_news_item("Hidden", status=Status.DRAFT)
    hidden.contributions.create(partner=partner, role="host")
    response = client.get("/partners/zurich/")
    assert response.context["countries"] == [kazakhstan, uzbekistan]
    assert [str(role) for role in response.context["roles"]] == ["technical or expert partner"]
    assert [c.news_item for c in response.context["contributions"]] == [named]
    assert [s.title for s in response.context["project_stories"]] == ["Of its project only"]
    html = response.content.decode()
    assert "Glacier lakes" in html
    assert "Hidden" not in html


def test_the_note_for_the_desk_is_never_shown(client):
    partner = make_partner(note="ask for the contract")
    assert "ask for the contract" not in client.get(partner.get_absolute_url()).content.decode()


def test_an_unknown_value_empties_the_list_and_says_so(client):
    make_partner()
    for query in ("?kind=x", "?role=x", "?country=x"):
        response = client.get(f"/partners/{query}")
        assert list(response.context["page"].object_list) == []
        assert len(response.context["problems"]) == 1


def test_a_funder_sees_what_its_money_did(client):
    partner = make_partner("Fund", slug="fund")
    project = make_project("Glacier lakes", start=date(2021, 4, 1), start_precision="month")
    project.participations.create(partner=partner, role="funder")
    make_result(
        value=50, qualifier="over", unit="students", news_item=make_news_item(project=project)
    )
    make_result(value=7, unit="elsewhere", news_item=make_news_item())
    html = client.get("/partners/fund/").content.decode()
    assert "over 50" in html
    assert "since April 2021" in html
    assert "elsewhere" not in html
