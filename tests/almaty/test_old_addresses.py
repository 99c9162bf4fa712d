"""Addresses that pages have left lead on: in one step, to what is public, and nowhere else."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from almaty import editing
from almaty.models import OldAddress
from almaty.old_addresses import remember
from almaty.publishing import Status
from tests.factories import (
    make_country,
    make_news_item,
    make_partner,
    make_project,
    make_sector,
    make_snapshot,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client, monkeypatch):
    """Nothing is held: the end of a transaction, which lets go of pages, does not come here."""
    get = client.get

    def fresh(*args, **kwargs):
        cache.clear()
        return get(*args, **kwargs)

    monkeypatch.setattr(client, "get", fresh)
    return client


def change(page, **fields):
    """Changed and published, as the desk does it."""
    page = type(page)._base_manager.get(pk=page.pk)
    page, _changed = editing.save(page, editing.current_content(page) | fields, None)
    return editing.publish(page, None) if page.is_live else page


def rename(page, slug):
    return change(page, slug=slug)


@pytest.mark.parametrize("prefix", ["", "/ru", "/kk"])
@pytest.mark.parametrize(
    "make", [make_news_item, make_project, make_partner, make_sector, make_country]
)
def test_an_old_address_leads_to_the_page_in_the_same_language(client, make, prefix):
    page = make()
    old = page.get_absolute_url()
    new = rename(page, "renamed").get_absolute_url()
    answer = client.get(prefix + old)
    assert answer.status_code == 301
    assert answer["Location"] == prefix + new
    assert answer["Cache-Control"] == "public, max-age=60"
    assert client.get(answer["Location"]).status_code == 200


@pytest.mark.once
def test_a_hundred_renames_lead_on_in_one_step(client):
    pages = [make_news_item(), make_project(), make_partner(), make_sector()]
    old = []
    for n in range(25):
        for at, page in enumerate(pages):
            old.append((at, page.get_absolute_url()))
            pages[at] = rename(page, f"name-{n}")
    assert len(set(old)) == 100
    found = [client.get(path) for _at, path in old]
    assert [answer.status_code for answer in found] == [301] * 100
    for (at, _path), answer in zip(old, found, strict=True):
        assert answer["Location"] == pages[at].get_absolute_url()
        assert client.get(answer["Location"]).status_code == 200


def test_a_story_of_another_period_and_an_edition_that_moved_are_found(client):
    story = make_news_item(period="2024-h1")
    edition = make_snapshot("2022")
    moved = change(story, period="2024-h2")
    assert client.get(f"/snapshots/2024-h1/{moved.slug}/")["Location"] == moved.get_absolute_url()
    change(edition, period="2023")
    assert client.get("/snapshots/2022/")["Location"] == "/snapshots/2023/"


def test_a_period_with_stories_of_its_own_shows_them(client):
    """The edition has moved away; the address is still that of the period."""
    make_news_item(period="2022-h1")
    change(make_snapshot("2022"), period="2023")
    assert client.get("/snapshots/2022/").status_code == 200


def test_the_query_is_kept_and_stays_what_it_was(client):
    page = make_project(slug="before")
    rename(page, "after")
    answer = client.get("/ru/projects/before/?country=kazakhstan&q=%D2%9B&next=//evil.example")
    assert answer["Location"] == (
        "/ru/projects/after/?country=kazakhstan&q=%D2%9B&next=//evil.example"
    )


def test_a_page_that_has_the_address_now_goes_first(client):
    first = make_partner(slug="shared")
    rename(first, "moved")
    second = make_partner("Second", slug="shared")
    assert client.get("/partners/shared/").status_code == 200
    rename(second, "elsewhere")
    assert client.get("/partners/shared/")["Location"] == "/partners/elsewhere/"


def test_a_page_published_at_the_address_keeps_it_also_when_it_is_withdrawn(client):
    rename(make_partner(slug="shared"), "moved")
    second = make_partner(slug="shared", status=Status.DRAFT, published_at=None)
    assert client.get("/partners/shared/").status_code == 301  # a draft is not there yet
    second = editing.publish(second, None)
    assert client.get("/partners/shared/").status_code == 200
    editing.withdraw(second, None)
    assert client.get("/partners/shared/").status_code == 404


def test_a_page_that_comes_back_to_its_address_is_there(client):
    page = make_partner(slug="one")
    page = rename(rename(page, "two"), "one")
    assert client.get("/partners/one/").status_code == 200
    assert client.get("/partners/two/")["Location"] == "/partners/one/"
    assert [old.path for old in OldAddress.objects.all()] == ["/partners/two/"]


@pytest.mark.parametrize(
    "state",
    [
        {"status": Status.DRAFT},
        {"status": Status.WITHDRAWN},
        {"status": Status.DELETED},
        {"published_at": timezone.now() + timedelta(days=1)},
        {"public_until": timezone.now() - timedelta(days=1)},
    ],
)
def test_nothing_is_learnt_of_a_page_that_is_not_public(client, state):
    page = make_project(slug="secret-plan")
    rename(page, "later")
    type(page).objects.filter(pk=page.pk).update(**state)
    answer = client.get("/projects/secret-plan/")
    assert answer.status_code == 404
    assert answer.content == client.get("/projects/never-was/").content


@pytest.mark.parametrize(
    "state",
    [
        {"status": Status.DRAFT, "published_at": None},
        {"status": Status.DRAFT, "published_at": timezone.now() - timedelta(days=1)},
        {"published_at": timezone.now() + timedelta(days=1)},
    ],
)
def test_what_was_never_public_leaves_nothing(state):
    rename(make_news_item(**state), "renamed")
    assert not OldAddress.objects.exists()


def test_draft_changes_leave_nothing_until_they_are_published(client):
    page = make_project(slug="before")
    editing.save(page, editing.current_content(page) | {"slug": "after"}, None)
    assert not OldAddress.objects.exists()
    assert client.get("/projects/before/").status_code == 200
    assert client.get("/projects/after/").status_code == 404


def test_what_is_withdrawn_and_renamed_leads_on_when_it_is_back(client):
    page = editing.withdraw(make_project(slug="before"), None)
    page = rename(page, "after")
    assert client.get("/projects/before/").status_code == 404
    editing.publish(page, None)
    assert client.get("/projects/before/").status_code == 301


def test_a_page_deleted_for_good_is_not_found(client):
    page = make_partner()
    remember("/partners/gone/", page)
    page.delete()
    assert client.get("/partners/gone/").status_code == 404


def test_an_address_that_is_not_there_costs_one_query(client, django_assert_num_queries):
    client.get("/nowhere/")
    with django_assert_num_queries(1):
        assert client.get("/nowhere/").status_code == 404
    for path in ("/admin/nowhere/", "/media/images/none.webp"):
        remember(path, make_partner())
        assert client.get(path).status_code in {302, 404}
        assert "partner" not in client.get(path).get("Location", "")


@pytest.mark.parametrize("path", ["/a\0b/", "/" + "a" * 600 + "/", "/%ff/", "/%0d%0aSet-Cookie:x/"])
def test_strange_addresses_are_not_found(client, path):
    assert client.get(path).status_code in {400, 404}


def test_only_reading_leads_on(client):
    page = make_project(slug="before")
    rename(page, "after")
    assert client.head("/projects/before/").status_code == 301
    assert client.post("/projects/before/").status_code == 405
