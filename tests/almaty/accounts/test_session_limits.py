from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

from almaty.accounts import sessions
from tests.almaty.accounts.people import PASSWORD, is_signed_in, make_person, sign_in

pytestmark = pytest.mark.django_db


def hours_left():
    left = Session.objects.get().expire_date - timezone.now()
    return round(left.total_seconds() / 3600, 1)


@pytest.fixture
def later(monkeypatch):
    """Moves the clock of the sessions, as everybody reads it."""
    moved = timedelta()
    now = timezone.now

    def move(**time):
        nonlocal moved
        moved += timedelta(**time)

    monkeypatch.setattr(timezone, "now", lambda: now() + moved)
    return move


def test_eight_hours_without_a_request_end_it(client, later):
    make_person()
    sign_in(client, "editor")
    assert hours_left() == 8
    later(hours=7, minutes=59)
    assert client.get("/admin/").status_code == 200
    assert hours_left() == 8
    later(hours=8, seconds=1)
    assert client.get("/admin/").status_code == 302


def test_what_a_page_asks_by_itself_keeps_nobody_signed_in(client, later):
    make_person()
    sign_in(client, "editor")
    for _n in range(9):
        later(hours=1)
        last = is_signed_in(client)
    assert not last


@pytest.mark.once
def test_fourteen_days_end_it_in_any_case(client, later):
    make_person()
    sign_in(client, "editor")
    for _n in range(47):  # to 13 days and 17 hours
        later(hours=7)
        assert client.get("/admin/").status_code == 200
    assert hours_left() == 7
    later(hours=6, minutes=55)
    assert client.get("/admin/").status_code == 200
    later(minutes=6)
    assert client.get("/admin/").status_code == 302


def test_not_every_request_writes(client, django_assert_num_queries):
    make_person()
    sign_in(client, "editor")
    client.get("/admin/")
    before = Session.objects.get().expire_date
    client.get("/admin/")
    assert Session.objects.get().expire_date == before


def test_a_session_from_before_there_were_limits_gets_them(admin_client):
    session = Session.objects.get()
    assert sessions.SEEN_AT not in session.get_decoded()
    admin_client.get("/admin/")
    kept = Session.objects.get().get_decoded()
    assert datetime.fromisoformat(kept[sessions.SEEN_AT]) <= timezone.now()
    assert hours_left() == 8


def test_everywhere_means_everywhere_but_here(client, django_user_model):
    person, other = make_person(), make_person("publisher")
    for somebody in (person, person, other):
        client.cookies.clear()
        client.force_login(somebody)
    client.cookies.clear()
    client.force_login(person)
    here = client.session.session_key
    assert sessions.end_sessions(person, but=here) == 2
    assert is_signed_in(client)
    assert Session.objects.count() == 2
    assert sessions.end_sessions(person) == 1
    assert not is_signed_in(client)


def test_a_new_password_of_ones_own_ends_the_other_sessions(client):
    from django.test import Client

    person = make_person()
    elsewhere = Client()
    for browser in (client, elsewhere):
        browser.force_login(person)
    new = {"new_password1": "a-new-and-long-one", "new_password2": "a-new-and-long-one"}
    answer = client.post("/admin/password_change/", {"old_password": PASSWORD} | new)
    assert answer.status_code == 302
    assert is_signed_in(client)
    assert not is_signed_in(elsewhere)


@pytest.mark.parametrize(
    "headers", [{"accept": "application/json"}, {"sec-fetch-dest": "empty"}], ids=["JSON", "fetch"]
)
def test_a_late_answer_to_a_script_takes_no_cookie_away(client, headers):
    """What was asked before its author signed in again, and is answered after."""
    client.force_login(make_person())
    Session.objects.all().delete()
    address = reverse("session")
    assert settings.SESSION_COOKIE_NAME not in client.get(address, headers=headers).cookies
    assert client.get(reverse("admin:index")).cookies[settings.SESSION_COOKIE_NAME]["max-age"] == 0
