import pytest
from axes.models import AccessAttempt
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.db import OperationalError
from django.test import Client

from almaty.accounts import audit
from almaty.accounts.audit import Event
from tests.almaty.accounts.people import (
    PASSWORD,
    give_second_factor,
    has_second_factor,
    is_signed_in,
    make_person,
    sign_in,
)
from tests.forms import errors_of, submit

pytestmark = pytest.mark.django_db
PEOPLE = "/admin/auth/user/"


@pytest.fixture
def administrator(client):
    person = make_person("administrator")
    client.force_login(person)
    return person


def change(client, person, **changes):
    """As the form would send it, and what it would not."""
    return submit(client, f"{PEOPLE}{person.pk}/change/", **changes)


def act(client, action, *people):
    chosen = {"action": action, "_selected_action": [person.pk for person in people]}
    return client.post(PEOPLE, chosen, follow=True)


@pytest.mark.parametrize("role", ["contributor", "editor", "publisher"])
def test_only_administrators_see_the_accounts(client, role):
    client.force_login(make_person(role))
    other = make_person(username="other")
    for path in ("", "add/", f"{other.pk}/change/", f"{other.pk}/password/"):
        assert client.get(PEOPLE + path).status_code == 403
    assert act(client, "deactivate", other).status_code == 403


def test_an_administrator_adds_a_colleague_with_a_role(client, administrator):
    password = {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"}
    answer = client.post(f"{PEOPLE}add/", {"username": "aigul"} | password)
    person = User.objects.get(username="aigul")
    assert answer.url == f"{PEOPLE}{person.pk}/change/"
    html = client.get(answer.url).content.decode()
    assert "Contributor" in html
    assert "is_superuser" not in html
    editor = Group.objects.get(name="editor")
    change(client, person, groups=[editor.pk])
    assert person.has_perm("newsroom.change_any_newsitem")
    entry = LogEntry.objects.get(action_flag=Event.ROLE_CHANGED)
    assert (entry.user, entry.object_repr, entry.change_message) == (
        administrator,
        "aigul",
        "+ editor",
    )
    browser = Client()
    sign_in(browser, "aigul")
    assert is_signed_in(browser)


def test_what_no_role_can_have_for_a_key_is_said_at_the_box(client, administrator):
    answer = change(client, make_person("editor"), groups=["9" * 20])
    assert (answer.status_code, list(errors_of(answer))) == (200, ["groups"])


def test_the_list_tells_role_second_factor_and_lock(client, administrator):
    give_second_factor(make_person("editor"))
    for _n in range(5):
        sign_in(Client(), "editor", "wrong")
    rows = {row.username: row for row in client.get(PEOPLE).context["cl"].result_list}
    assert rows["editor"].locked
    assert rows["editor"].factors == 1
    assert not rows["administrator"].locked
    assert "Editor" in client.get(PEOPLE).content.decode()


def test_the_list_asks_the_same_of_many_people(
    client, administrator, django_assert_max_num_queries
):
    for n in range(12):
        make_person("editor", f"editor{n}")
    client.get(PEOPLE)
    with django_assert_max_num_queries(12):
        client.get(PEOPLE)


# Becoming more than one is -----------------------------------------------------------------------


def test_an_administrator_makes_nobody_a_superuser(client, administrator):
    other = make_person("editor")
    for person in (administrator, other):
        more = {"is_superuser": "on", "is_staff": "on", "user_permissions": ["1", "2"]}
        assert change(client, person, **more).status_code == 302
        person.refresh_from_db()
        assert not person.is_superuser
        assert not person.user_permissions.exists()
    new = {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"}
    client.post(f"{PEOPLE}add/", {"username": "aigul", "is_superuser": "on"} | new)
    assert not User.objects.get(username="aigul").is_superuser


def test_an_administrator_cannot_touch_a_superuser(client, administrator, admin_user):
    Group.objects.create(name="more than a role")
    page = f"{PEOPLE}{admin_user.pk}/"
    assert client.post(f"{page}change/", {"username": "mine"}).status_code == 403
    new = {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"}
    assert client.post(f"{page}password/", new).status_code == 403
    give_second_factor(admin_user)
    for action in ("unlock", "remove_second_factor", "sign_out", "deactivate"):
        act(client, action, admin_user)
    admin_user.refresh_from_db()
    assert admin_user.is_active
    assert admin_user.username == "admin"
    assert not admin_user.check_password(PASSWORD)
    assert has_second_factor(admin_user)


def test_an_administrator_gives_roles_and_no_other_group(client, administrator):
    more = Group.objects.create(name="more than a role")
    other = make_person("editor")
    answer = change(client, other, groups=[more.pk])
    assert answer.status_code == 200
    assert "groups" in answer.context["adminform"].form.errors
    assert client.get("/admin/auth/group/").status_code == 200
    assert client.get("/admin/auth/group/add/").status_code == 403
    assert client.post(f"/admin/auth/group/{more.pk}/change/", {"name": "x"}).status_code == 403
    assert client.post(f"/admin/auth/group/{more.pk}/delete/", {"post": "yes"}).status_code == 403


def test_a_group_that_an_administrator_cannot_give_is_not_taken_either(client, administrator):
    more = Group.objects.create(name="more than a role")
    other = make_person("editor")
    other.groups.add(more)
    assert change(client, other, first_name="Dana").status_code == 302
    assert set(other.groups.values_list("name", flat=True)) == {"editor", more.name}
    contributor = Group.objects.get(name="contributor")
    assert change(client, other, groups=[contributor.pk]).status_code == 302
    assert set(other.groups.values_list("name", flat=True)) == {"contributor", more.name}
    entry = LogEntry.objects.get(action_flag=Event.ROLE_CHANGED)
    assert entry.change_message == "- editor, + contributor"


def test_a_superuser_may_make_another(admin_client, admin_user):
    person = make_person("administrator")
    change(admin_client, person, is_superuser="on", is_staff="on")
    person.refresh_from_db()
    assert person.is_superuser
    assert LogEntry.objects.get(action_flag=Event.ROLE_CHANGED).change_message == "+ superuser"


# What is done to an account ----------------------------------------------------------------------


def test_nobody_is_deleted(admin_client):
    person = make_person()
    assert admin_client.get(f"{PEOPLE}{person.pk}/delete/").status_code == 403
    assert admin_client.post(f"{PEOPLE}{person.pk}/delete/", {"post": "yes"}).status_code == 403
    act(admin_client, "delete_selected", person)
    assert User.objects.filter(pk=person.pk).exists()


def test_who_has_left_is_out_at_once(client, administrator):
    person = make_person()
    theirs = Client()
    theirs.force_login(person)
    act(client, "deactivate", person, administrator)
    assert not is_signed_in(theirs)
    sign_in(theirs, "editor")
    assert not is_signed_in(theirs)
    assert is_signed_in(client), "nobody deactivates himself"
    assert LogEntry.objects.get(action_flag=Event.DEACTIVATED).object_repr == "editor"


def test_where_the_database_is_busy_with_one_nothing_is_done_to_the_others(
    client, administrator, monkeypatch
):
    """It is said that nothing was saved."""
    people, record = [make_person(username=f"editor {n}") for n in range(2)], audit.record

    def busy_with_one(event, person, **more):
        if person == people[1]:
            raise OperationalError("canceling statement due to lock timeout")
        return record(event, person, **more)

    monkeypatch.setattr(audit, "record", busy_with_one)
    assert act(client, "deactivate", *people).status_code == 503
    assert User.objects.filter(pk__in=[person.pk for person in people], is_active=True).count() == 2


def test_a_locked_account_is_unlocked(client, administrator):
    person, theirs = make_person(), Client()
    for _n in range(6):
        last = sign_in(theirs, "editor", "wrong").status_code
    assert last == 429
    act(client, "unlock", person)
    assert not AccessAttempt.objects.filter(username="editor").exists()
    sign_in(theirs, "editor")
    assert is_signed_in(theirs)
    assert LogEntry.objects.filter(action_flag=Event.UNLOCKED, user=administrator).count() == 1
    answer = act(client, "unlock", person)
    assert "Nothing to do" in answer.content.decode()


def test_a_lost_second_factor_is_taken_away(client, administrator):
    person = make_person()
    give_second_factor(person)
    act(client, "remove_second_factor", person)
    assert not has_second_factor(person)
    theirs = Client()
    sign_in(theirs, "editor")
    assert is_signed_in(theirs)
    assert LogEntry.objects.filter(action_flag=Event.SECOND_FACTOR_OFF).count() == 1


def test_somebody_is_signed_out_everywhere(client, administrator):
    person = make_person()
    browsers = [Client(), Client()]
    for browser in browsers:
        browser.force_login(person)
    act(client, "sign_out", person)
    assert not any(is_signed_in(browser) for browser in browsers)


def test_an_administrator_sets_a_password(client, administrator):
    person = make_person()
    new = {"password1": "a-new-and-long-one", "password2": "a-new-and-long-one"}
    client.post(f"{PEOPLE}{person.pk}/password/", new | {"usable_password": "true"})
    person.refresh_from_db()
    assert person.check_password("a-new-and-long-one")
    entry = LogEntry.objects.get(action_flag=Event.PASSWORD_CHANGED)
    assert (entry.user, entry.object_id) == (administrator, str(person.pk))
