"""The log: everything that is done at the desk is in it, and nobody changes it there."""

import pytest
from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.test import Client
from taggit.models import Tag

from almaty.accounts.audit import Event
from programmes.models import Place
from tests.almaty.accounts.people import (
    PASSWORD,
    code_of_now,
    make_person,
    sign_in,
)
from tests.factories import make_country
from tests.forms import submit

pytestmark = pytest.mark.django_db
LOG = "/admin/admin/logentry/"


def flags(**where):
    return list(
        LogEntry.objects.filter(**where).order_by("pk").values_list("action_flag", flat=True)
    )


# Accounts ----------------------------------------------------------------------------------------


def test_a_day_of_an_account_is_in_the_log(client, django_capture_on_commit_callbacks):
    person = make_person()
    sign_in(client, "editor", "a wrong one")
    sign_in(client, "editor")
    page = client.get("/admin/second-factor/on/")
    code = code_of_now(page.context["form"].secret)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/admin/second-factor/on/", {"code": code})
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/admin/second-factor/codes/new/")
    recovery = client.get("/admin/second-factor/codes/").context["unused_codes"]
    client.post("/admin/logout/")
    sign_in(client, "editor")
    client.post("/admin/login/code/", {"code": "123"})
    client.post("/admin/login/code/", {"code": recovery[0]})
    new = {"new_password1": "a-new-and-long-one", "new_password2": "a-new-and-long-one"}
    client.post("/admin/password_change/", {"old_password": "a wrong one"} | new)
    client.post("/admin/password_change/", {"old_password": PASSWORD} | new)
    client.post("/admin/second-factor/off/")
    assert flags(user=person) == [
        Event.WRONG_PASSWORD,
        Event.SIGNED_IN,
        Event.SECOND_FACTOR_ON,
        Event.NEW_RECOVERY_CODES,
        Event.SIGNED_OUT,
        Event.WRONG_CODE,
        Event.RECOVERY_CODE_USED,
        Event.SIGNED_IN,
        Event.WRONG_PASSWORD,
        Event.PASSWORD_CHANGED,
        Event.SECOND_FACTOR_OFF,
    ]
    kept = " ".join(
        f"{entry.object_repr} {entry.change_message}" for entry in LogEntry.objects.all()
    )
    for secret in ("wrong one", PASSWORD, "a-new-and", code, *recovery):
        assert secret not in kept
    assert LogEntry.objects.first().change_message == "127.0.0.1"


def test_a_guesser_does_not_fill_the_log(client):
    make_person()
    for _n in range(40):
        sign_in(client, "editor", "wrong")
        sign_in(client, "nobody", "wrong")
    assert flags() == [Event.WRONG_PASSWORD] * 5


# Content -----------------------------------------------------------------------------------------


def tag(n):
    return {"name": f"Tag {n}", "slug": f"tag-{n}"}


def place(n, country):
    no_names = {"other_names-TOTAL_FORMS": 0, "other_names-INITIAL_FORMS": 0}
    return {"name_en": f"Place {n}", "kind": "city", "country": country.pk} | no_names


def test_thirty_things_done_are_thirty_lines(admin_client, admin_user):
    """Made, changed, deleted one by one and together: each is written down for its object."""
    LogEntry.objects.all().delete()
    tags, places = "/admin/taggit/tag/", "/admin/programmes/place/"
    country = make_country()
    for n in range(6):
        admin_client.post(f"{tags}add/", tag(n))
        admin_client.post(f"{places}add/", place(n, country))
    assert (Tag.objects.count(), Place.objects.count()) == (6, 6)
    for row in Tag.objects.all():
        submit(admin_client, f"{tags}{row.pk}/change/", name=f"{row.name}!")
    for row in Place.objects.all():
        submit(admin_client, f"{places}{row.pk}/change/", name_en=f"{row.name}!")
    for row in Place.objects.all():
        admin_client.post(f"{places}{row.pk}/delete/", {"post": "yes"})
    together = {"_selected_action": [row.pk for row in Tag.objects.all()], "post": "yes"}
    admin_client.post(tags, together | {"action": "delete_selected"})
    assert (Tag.objects.count(), Place.objects.count()) == (0, 0)
    assert flags(user=admin_user) == [ADDITION] * 12 + [CHANGE] * 12 + [DELETION] * 12
    assert {entry.object_repr for entry in LogEntry.objects.filter(action_flag=DELETION)} == {
        f"{kind} {n}!" for kind in ("Tag", "Place") for n in range(6)
    }


# Reading it, and nothing else --------------------------------------------------------------------


@pytest.mark.parametrize("role", ["contributor", "editor", "publisher"])
def test_only_administrators_read_it(client, role):
    client.force_login(make_person(role))
    assert client.get(LOG).status_code == 403


def test_an_administrator_finds_a_line_by_person_action_and_day(client):
    administrator, editor = make_person("administrator"), make_person("editor")
    Client().force_login(editor)
    client.force_login(administrator)

    def found(**query):
        entries = client.get(LOG, query).context["cl"].queryset
        return [(entry.user.username, entry.action_flag) for entry in entries]

    assert found(user=editor.pk) == [("editor", Event.SIGNED_IN)]
    assert len(found(action_flag=Event.SIGNED_IN)) == 2
    assert found(action_flag=Event.WRONG_CODE) == []
    assert found(q="administrator") == [("administrator", Event.SIGNED_IN)]
    year = LogEntry.objects.first().action_time.year
    assert len(found(action_time__year=year)) == 2
    assert found(action_time__year=year - 1) == []
    assert len(found(user="nonsense", action_flag="x")) == 2
    html = client.get(LOG).content.decode()
    assert "signed in" in html
    assert f'href="/admin/auth/user/{editor.pk}/change/"' in html


def test_the_history_of_an_account_is_what_the_log_says_of_it(client):
    client.force_login(make_person("administrator"))
    editor = make_person("editor")
    Client().force_login(editor)
    answer = client.get(f"/admin/auth/user/{editor.pk}/history/", follow=True)
    assert [entry.object_repr for entry in answer.context["cl"].queryset] == ["editor"]


def test_nobody_changes_it(admin_client):
    make_person()
    entry = LogEntry.objects.first()
    before = list(LogEntry.objects.values())
    chosen = {"_selected_action": [entry.pk], "post": "yes"}
    for path in ("add/", f"{entry.pk}/change/", f"{entry.pk}/delete/"):
        assert admin_client.get(LOG + path).status_code == 403
        assert admin_client.post(LOG + path, {"change_message": "x"} | chosen).status_code == 403
    admin_client.post(LOG, chosen | {"action": "delete_selected"})
    admin_client.post(LOG, {"form-TOTAL_FORMS": 1, "form-0-id": entry.pk, "_save": "1"})
    assert list(LogEntry.objects.values()) == before


def test_no_right_to_change_it_is_enough(client):
    """Also who was given every right by hand."""
    from django.contrib.auth.models import Permission

    person = make_person("administrator")
    person.user_permissions.set(Permission.objects.filter(content_type__model="logentry"))
    client.force_login(person)
    entry = LogEntry.objects.first()
    assert client.post(f"{LOG}{entry.pk}/delete/", {"post": "yes"}).status_code == 403
    assert LogEntry.objects.filter(pk=entry.pk).exists()
