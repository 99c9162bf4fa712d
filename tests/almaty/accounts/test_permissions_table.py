"""Every address, every role: permission_table.py says what is answered, and this asks."""

import re
from fnmatch import fnmatchcase

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone
from taggit.models import Tag

from almaty.accounts import roles
from almaty.page_admin import PageAdmin
from almaty.publishing import Status
from programmes.models import Place
from tests.almaty.accounts.people import make_person
from tests.almaty.accounts.permission_table import OTHER_METHODS, ROLES, ROWS, SAMPLES
from tests.almaty.accounts.url_walk import addresses, patterns
from tests.factories import (
    make_country,
    make_image,
    make_import,
    make_news_item,
    make_partner,
    make_project,
    make_result,
    make_sector,
    make_snapshot,
)


@pytest.fixture
def rows(db):
    """One of everything, so that each address shows something."""
    sector, country = make_sector(), make_country()
    make_snapshot()
    Place.objects.create(name="Almaty", country=country)
    Tag.objects.create(name="ice", slug="ice")
    story = make_news_item(slug="a-story", sector=sector, countries=[country], image=make_image())
    make_result(news_item=story)
    make_project(slug="a-project")
    make_partner(slug="a-partner")
    make_import(story)
    binned = {"status": Status.DELETED, "deleted_at": timezone.now()}
    for make in (make_news_item, make_project, make_partner):
        make(**binned)
    make_sector("Sport", **binned)
    make_country("Atlantis", **binned)
    make_snapshot("2023", **binned)
    Client().force_login(make_person("editor", "somebody"))  # the first line of the log


def row_of(name):
    return next((row for row in ROWS if fnmatchcase(name, row[0])), None)


def sample(name, parameter):
    found = SAMPLES.get(f"{name} {parameter}", SAMPLES.get(parameter))
    if found is None:
        assert parameter in {"object_id", "id"}, f"{name}: SAMPLES has no value for <{parameter}>"
        found = first_row(name).pk
    return found


def first_row(name):
    """Of the model that "admin:newsroom_newsitem_change" or "admin/newsroom/newsitem/…" tells."""
    app, model = re.split(r"[:/_]", name)[1:3]
    kept = apps.get_model(app, model)._base_manager.order_by("pk")
    return (kept.filter(status=Status.DELETED) if name.endswith("_undelete") else kept).first()


def test_every_pattern_has_a_row_and_every_row_a_pattern():
    names = {name for name, _route in patterns()}
    assert {name for name in names if row_of(name) is None} == set()
    used = {row_of(name) for name in names}
    assert [row[0] for row in ROWS if row not in used] == []


def test_a_pattern_without_a_row_is_noticed():
    assert row_of("admin:newsroom_newsitem_give_away") is None


@pytest.mark.once
@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
def test_the_answer_is_what_the_table_says(role, rows):
    assert answers_beside_the_table(role) == []


def answers_beside_the_table(role):
    client, person = Client(), None if role == "anonymous" else make_person(role)
    wrong = []
    if person:
        client.force_login(person)
    with_row = [found for found in addresses(sample) if row_of(found.name)]  # others: see above
    for name, path in with_row:
        _name, *expected = row_of(name)
        for method, answers in zip(("get", "post"), expected, strict=True):
            status = getattr(client, method)(path).status_code
            wanted = int((answers.split() * 5)[ROLES.index(role)])
            if status != wanted:
                wrong.append(f"{method} {path} ({name}): {status} instead of {wanted}")
            if person and path.endswith("/logout/"):
                client.force_login(person)
    return wrong


@pytest.mark.planted
@pytest.mark.slow
class TestPlantedFaults:
    """The same questions find what was broken on purpose."""

    def test_a_right_that_a_role_has_too_much_is_found(self, rows, monkeypatch):
        too_much = roles.CONTRIBUTOR | {"newsroom.change_any_newsitem"}
        monkeypatch.setitem(roles.ROLES, "contributor", too_much)
        roles.write(apps)
        found = answers_beside_the_table("contributor")
        assert any("newsroom_newsitem_history): 200 instead of 403" in wrong for wrong in found)

    def test_a_view_that_does_not_ask_who_it_is_is_found(self, rows, monkeypatch):
        monkeypatch.setattr(PageAdmin, "page_to_change", PageAdmin.get_object)
        found = answers_beside_the_table("contributor")
        assert any("newsroom_newsitem_history): 200 instead of 403" in wrong for wrong in found)


# Rows of the table: what is asked of who signs in, and of one's own account.
OPEN_WITHOUT = {"signed-in", "session", "account_reauthenticate", "mfa_reauthenticate"}
OPEN_WITHOUT |= {"mfa_authenticate", "mfa_index", "mfa_activate_totp", "mfa_*"}
OPEN_WITHOUT |= {"mfa_generate_recovery_codes", "mfa_view_recovery_codes"}  # there are none


@pytest.mark.slow
@pytest.mark.parametrize("prefix", ["", "/kk"])
def test_who_lacks_the_second_factor_reaches_ones_own_account_and_nothing_else(
    rows, settings, prefix
):
    settings.SECOND_FACTOR_FOR = ["publisher"]
    client, reached = Client(), set()
    client.force_login(make_person("publisher"))
    for name, path in addresses(sample):
        if path.startswith("/admin") and row_of(name)[0] not in {"sign-out", "admin:logout"}:
            for answer in (client.get(prefix + path), client.post(prefix + path)):
                to = answer.headers.get("Location", "")
                is_led_away = answer.status_code == 302 and ("/login/" in to or "/on/" in to)
                if not is_led_away and answer.status_code != 401:
                    reached.add(row_of(name)[0])
    assert reached == OPEN_WITHOUT


@pytest.mark.once
@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
def test_head_is_answered_as_get(role, rows):
    client, column = Client(), ROLES.index(role)
    if role != "anonymous":
        client.force_login(make_person(role))
    wrong = []
    for name, path in addresses(sample):
        wanted = int((row_of(name)[1].split() * 5)[column])
        answer = client.head(path)
        if answer.status_code != wanted or (not answer.streaming and answer.content):
            wrong.append(f"{path} ({name}): {answer.status_code} instead of {wanted}")
    assert wrong == []


@pytest.mark.parametrize("role", ROLES)
def test_no_other_method_does_anything_anywhere(role, rows, django_assert_num_queries):
    client = Client()
    if role != "anonymous":
        client.force_login(make_person(role))
    paths = [path for _name, path in addresses(sample)]
    with django_assert_num_queries(0):
        answers = {client.generic(m, path).status_code for m in OTHER_METHODS for path in paths}
    assert answers == {405}
