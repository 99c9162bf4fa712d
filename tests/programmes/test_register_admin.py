import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from almaty.publishing import Status
from programmes.models import Country, Partner, Place, Project
from tests.factories import (
    make_country,
    make_news_item,
    make_partner,
    make_project,
    make_region,
    make_result,
    make_sector,
)
from tests.forms import errors_of, submit


def page_of(row, name="change"):
    options = row._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{name}", args=[row.pk])


def listed(client, model, **query):
    address = reverse(f"admin:programmes_{model}_changelist")
    return list(client.get(address, query).context["cl"].result_list)


def test_a_project_is_written_with_its_partners_and_results(admin_client):
    kz, sector, partner = make_country(), make_sector(), make_partner("Adaptation Fund")
    answer = submit(
        admin_client,
        "/admin/programmes/project/add/",
        "_publish",
        title_en="Glacial lakes",
        short_title_en="GLOFCA",
        summary_en="Lakes that may break their banks.",
        stated_status="running",
        countries=[kz.pk],
        sector=sector.pk,
        start="2021-03-10",
        start_precision="month",
        website="glofca.example.org",
        **{
            "participations-TOTAL_FORMS": 1,
            "participations-0-partner": partner.pk,
            "participations-0-role": "funder",
            "other_names-TOTAL_FORMS": 1,
            "other_names-0-name": "Lakes of ice",
            "other_names-0-kind": "former",
            "results-TOTAL_FORMS": 1,
            "results-0-value": "4",
            "results-0-qualifier": "exact",
            "results-0-unit_en": "countries reached",
            "results-0-position": 0,
        },
    )
    assert answer.status_code == 302, errors_of(answer)
    project = Project.objects.published().get()
    assert project.slug == "glacial-lakes"
    assert project.start.isoformat() == "2021-03-01"
    assert project.website == "https://glofca.example.org"
    assert project.participations.get().partner == partner
    assert project.other_names.get().name == "Lakes of ice"
    assert project.results.get().unit == "countries reached"


def test_a_project_cannot_end_before_it_starts(admin_client):
    answer = submit(admin_client, page_of(make_project()), start="2024-02-01", end="2023-02-01")
    assert "A project cannot end before it starts." in answer.content.decode()


def test_an_amount_needs_its_currency(admin_client):
    project, partner = make_project(), make_partner()
    answer = submit(
        admin_client,
        page_of(project),
        **{
            "participations-TOTAL_FORMS": 1,
            "participations-0-partner": partner.pk,
            "participations-0-role": "funder",
            "participations-0-amount": "100",
        },
    )
    assert "An amount needs a currency" in answer.content.decode()


def test_the_same_role_twice_is_said_and_nothing_breaks(admin_client):
    project, partner = make_project(), make_partner()
    row = {"partner": partner.pk, "role": "funder"}
    answer = submit(
        admin_client,
        page_of(project),
        **{"participations-TOTAL_FORMS": 2},
        **{f"participations-{n}-{name}": value for n in (0, 1) for name, value in row.items()},
    )
    assert answer.status_code == 200
    assert not project.participations.exists()


@pytest.mark.parametrize("make", [make_project, make_partner])
def test_a_taken_address_is_said_at_its_field(admin_client, make):
    make(slug="taken")
    answer = submit(admin_client, page_of(make(slug="other")), slug="taken")
    assert list(errors_of(answer)) == ["slug"]


def test_a_partner_gets_an_address_of_its_name_and_is_a_draft(admin_client):
    submit(
        admin_client, "/admin/programmes/partner/add/", name_en="Ministry of Lakes", kind="donor"
    )
    partner = Partner.objects.get()
    assert (partner.slug, partner.status) == ("ministry-of-lakes", Status.DRAFT)


def test_a_partner_is_no_part_of_itself(admin_client):
    partner = make_partner()
    answer = submit(admin_client, page_of(partner), parent=partner.pk)
    assert errors_of(answer)["parent"] == ["An organisation cannot be a part of itself."]


def test_partners_are_narrowed_by_where_they_work(admin_client):
    kz, uz = make_country(), make_country("Uzbekistan")
    funder, host, idle = make_partner("Funder"), make_partner("Host"), make_partner("Idle")
    for _n in range(2):
        make_project(countries=[kz]).participations.create(partner=funder, role="funder")
    make_news_item(countries=[uz], status=Status.DRAFT).contributions.create(
        partner=host, role="host"
    )
    assert listed(admin_client, "partner", country="kazakhstan") == [funder]
    assert listed(admin_client, "partner", country="uzbekistan") == [host]
    assert idle in listed(admin_client, "partner", state="published")


def test_projects_are_narrowed_by_what_is_missing(admin_client):
    whole = make_project(countries=[make_country()], sector=make_sector())
    bare = make_project("Bare")
    assert listed(admin_client, "project", missing="country") == [bare]
    assert listed(admin_client, "project", missing="sector") == [bare]
    assert whole in listed(admin_client, "project", missing="ru")


def test_a_second_region_is_refused_with_words(admin_client):
    make_region()
    answer = submit(admin_client, page_of(make_country()), is_region="on")
    assert "There is a row for the region already." in answer.content.decode()


def test_a_country_in_use_is_not_deleted(admin_client):
    kz = make_country()
    make_result(news_item=make_news_item(), country=kz)
    answer = admin_client.post(page_of(kz, "delete"), {"post": "yes"})
    assert answer.context["is_refused"]
    assert Country.objects.published().filter(pk=kz.pk).exists()


def test_a_place_lies_on_earth(admin_client):
    add = "/admin/programmes/place/add/"
    answer = submit(admin_client, add, name_en="Nowhere", latitude="100", longitude="70")
    assert "Give both latitude" in answer.content.decode()
    assert submit(admin_client, add, name_en="Shymkent", kind="city").status_code == 302
    assert Place.objects.get().name == "Shymkent"


def test_forms_ask_no_query_per_row(admin_client):
    counts = []
    for rows in (1, 6):
        project = make_project()
        for number in range(rows):
            project.participations.create(partner=make_partner(), role="funder")
            project.other_names.create(name=f"Name {number}")
            make_result(project=project, country=make_country(f"Land {rows} {number}"))
        admin_client.get(page_of(project))
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(page_of(project))
        counts.append(len(queries))
    assert counts[0] == counts[1]
