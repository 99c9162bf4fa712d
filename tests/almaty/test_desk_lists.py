"""What an address may ask a list of the desk for."""

import pytest
from django.contrib.admin import site

from almaty.desk_lists import NarrowedByItsOwn
from almaty.publishing import Status
from tests.almaty.accounts.people import make_person
from tests.factories import (
    make_country,
    make_image,
    make_news_item,
    make_partner,
    make_project,
    make_sector,
    make_snapshot,
)

DRAFT = {"status": Status.DRAFT, "published_at": None}


def test_every_list_of_the_desk_is_narrowed_by_its_own():
    lists = site._registry.values()
    assert [kind for kind in lists if not isinstance(kind, NarrowedByItsOwn)] == []


@pytest.fixture
def hidden(db):
    """Somebody else's draft that names one public row of every kind."""
    return make_news_item(
        "Hidden",
        sector=make_sector(),
        countries=[make_country()],
        project=make_project(),
        snapshot=make_snapshot(),
        image=make_image(),
        tags=["ice"],
        further_sectors=[make_sector("Education")],
        **DRAFT,
    )


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("programmes/partner", "news_items"),
        ("programmes/partner", "contributions__news_item"),
        ("programmes/country", "news_items"),
        ("programmes/sector", "news_items"),
        ("programmes/sector", "further_news_items"),
        ("programmes/project", "stories"),
        ("programmes/place", "news_items"),
        ("newsroom/snapshot", "stories"),
        ("almaty/image", "stories"),
        ("taggit/tag", "newsitem"),
    ],
)
def test_no_list_says_what_a_hidden_page_names(client, hidden, path, name):
    client.force_login(make_person("contributor"))
    opened = client.get(f"/admin/{path}/")
    if opened.status_code == 403:
        return
    for ending in ("", "__exact", "__id__exact", "__pk__in", "__status"):
        answer = client.get(f"/admin/{path}/?{name}{ending}={hidden.pk}", follow=True)
        is_narrowed = answer.status_code == 200 and "e=1" not in answer.request["QUERY_STRING"]
        assert not is_narrowed, ending


@pytest.mark.parametrize("query", ["translated_from__has_key=kk", "made_by=1", "made_by__id=1"])
def test_who_made_a_page_and_of_what_is_asked_by_who_may_edit_all(client, hidden, query):
    client.force_login(make_person("contributor"))
    assert client.get(f"/admin/newsroom/newsitem/?{query}").status_code == 400
    client.force_login(make_person("editor"))
    assert client.get(f"/admin/newsroom/newsitem/?{query}").status_code == 200


def test_partners_are_found_by_the_country_of_work_that_one_may_see(client, hidden):
    seen, unseen = make_partner("Seen"), make_partner("Unseen")
    hidden.contributions.create(partner=unseen, role="host")
    story = make_news_item(countries=hidden.countries.all())
    story.contributions.create(partner=seen, role="host")
    for role, names in (("contributor", {"Seen"}), ("editor", {"Seen", "Unseen"})):
        client.force_login(make_person(role))
        found = client.get("/admin/programmes/partner/?country=kazakhstan").context["cl"]
        assert {partner.name for partner in found.result_list} == names


def test_the_filters_of_a_list_still_ask(admin_client):
    country = make_country()
    shown, _other = make_project(countries=[country]), make_project()
    for query in (f"countries__id__exact={country.pk}", f"sector__isnull=1&id={shown.pk}"):
        answer = admin_client.get(f"/admin/programmes/project/?{query}")
        assert list(answer.context["cl"].result_list) == [shown]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("slug__regex=[", 400),
        ("title_en__iregex=(", 400),
        ("modified_at__year=0", 302),
        ("modified_at__year=99999", 302),
        ("id=" + "9" * 30, 200),
        ("modified_at__gt=0000-00-00", 302),
    ],
)
def test_what_no_database_can_be_asked_is_no_error_of_ours(admin_client, query, status):
    make_news_item()
    answer = admin_client.get(f"/admin/newsroom/newsitem/?{query}")
    assert answer.status_code == status
    if status == 302:
        assert admin_client.get(answer.url).status_code == 200
