"""Who guesses is locked out, and the owner is not. Each rule is tried from both sides."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessFailureLog
from django.contrib.auth.backends import ModelBackend
from django.utils import timezone

from almaty.accounts import locks
from tests.almaty.accounts.people import (
    PASSWORD,
    code_of_now,
    give_second_factor,
    is_signed_in,
    make_person,
    sign_in,
)

pytestmark = pytest.mark.django_db
HOME, AWAY = {"REMOTE_ADDR": "192.0.2.10"}, {"REMOTE_ADDR": "192.0.2.99"}


@pytest.fixture(autouse=True)
def looked_at(monkeypatch):
    """The names of which a password was really compared."""
    names = []
    authenticate = ModelBackend.authenticate

    def compare(self, request, username=None, **credentials):
        names.append(username)
        return authenticate(self, request, username=username, **credentials)

    monkeypatch.setattr(ModelBackend, "authenticate", compare)
    return names


def guess(client, times, name="editor", where=AWAY):
    return [sign_in(client, name, f"guess {n}", **where).status_code for n in range(times)]


def moved_back(**time):
    """As if it had happened so long ago."""
    for model in (AccessAttempt, AccessFailureLog):
        for row in model.objects.all():
            model.objects.filter(pk=row.pk).update(
                attempt_time=row.attempt_time - timedelta(**time)
            )


@pytest.mark.once
def test_of_a_thousand_guesses_five_are_looked_at(client, looked_at):
    make_person()
    answers = guess(client, 1000)
    assert len(looked_at) == 5
    assert answers == [200] * 4 + [429] * 996
    assert sign_in(client, "editor", **AWAY).status_code == 429, "not even what is right"
    assert not is_signed_in(client)


@pytest.mark.planted
def test_without_the_first_rule_more_would_be_looked_at(client, looked_at, monkeypatch):
    """The planted fault."""
    monkeypatch.setattr(locks, "first_rule_ends", lambda tried: None)
    make_person()
    guess(client, 12)
    assert len(looked_at) == 12


def test_the_owner_gets_in_from_elsewhere_meanwhile(client):
    make_person()
    guess(client, 20)
    sign_in(client, "editor", **HOME)
    assert is_signed_in(client)


def test_another_name_can_be_used_from_the_same_address(client):
    make_person()
    make_person("publisher")
    guess(client, 20)
    sign_in(client, "publisher", **AWAY)
    assert is_signed_in(client)


def test_the_lock_says_when_it_opens_and_does(client):
    make_person()
    guess(client, 5)
    moved_back(minutes=9)
    answer = sign_in(client, "editor", **AWAY)
    assert answer.status_code == 429
    assert 350 < int(answer["Retry-After"]) <= 360
    assert re.search(r"Try again in 6 minutes \(at \d\d:\d\d\)", answer.content.decode())
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    moved_back(minutes=6, seconds=1)
    sign_in(client, "editor", **AWAY)
    assert is_signed_in(client)


def test_guessing_on_does_not_keep_the_lock_shut(client):
    make_person()
    guess(client, 5)
    moved_back(minutes=14)
    guess(client, 3)
    moved_back(minutes=1, seconds=1)
    sign_in(client, "editor", **AWAY)
    assert is_signed_in(client)


def test_four_mistakes_and_then_the_right_one_are_forgiven(client):
    make_person()
    for _day in range(3):
        guess(client, 4, where=HOME)
        sign_in(client, "editor", **HOME)
        assert is_signed_in(client)
        client.post("/admin/logout/")


@pytest.mark.parametrize("proxies", [0, 1])
def test_a_forged_address_helps_nobody(client, settings, looked_at, proxies):
    """Behind a proxy what counts is what the proxy wrote: the last of the list."""
    settings.TRUSTED_PROXIES = proxies
    make_person()
    for n in range(30):
        forged = f"198.51.100.{n}" if proxies == 0 else f"198.51.100.{n}, 203.0.113.5"
        sign_in(client, "editor", "wrong", headers={"X-Forwarded-For": forged}, **AWAY)
    assert len(looked_at) == 5


def test_an_ipv6_network_is_one_client(client, looked_at):
    make_person()
    for n in range(30):
        sign_in(client, "editor", "wrong", REMOTE_ADDR=f"2001:db8::{n:x}")
    assert len(looked_at) == 5


def test_another_browser_is_no_other_client(client, looked_at):
    make_person()
    for n in range(30):
        sign_in(client, "editor", "wrong", headers={"User-Agent": f"Browser {n}"}, **AWAY)
    assert len(looked_at) == 5


# Many addresses, many names ----------------------------------------------------------------------


def from_many_addresses(client, tries):
    for n in range(tries):
        sign_in(client, "editor", "wrong", REMOTE_ADDR=f"198.51.{n // 200}.{n % 200}")


def test_a_name_is_guessed_fifty_times_an_hour_whatever_the_address(client, looked_at):
    make_person()
    from_many_addresses(client, 120)
    assert len(looked_at) == 50
    moved_back(hours=1, seconds=1)
    from_many_addresses(client, 1)
    assert len(looked_at) == 51


def test_the_owner_still_gets_in_where_he_signed_in_before(client):
    make_person()
    sign_in(client, "editor", **HOME)
    client.post("/admin/logout/")
    from_many_addresses(client, 60)
    assert sign_in(client, "editor", **AWAY).status_code == 429, "an address nobody knows"
    sign_in(client, "editor", **HOME)
    assert is_signed_in(client)


def test_one_address_tries_fifty_names_and_no_more(client, looked_at):
    make_person()
    for n in range(80):
        sign_in(client, f"name{n}", "wrong", **AWAY)
    assert len(looked_at) == 50
    sign_in(client, "editor", **HOME)
    assert is_signed_in(client)


# Codes -------------------------------------------------------------------------------------------


def codes(client, times, **where):
    """Begins anew whenever the lock has ended the try."""
    answers = []
    for n in range(times):
        answers.append(client.post("/admin/login/code/", {"code": f"{n:06}"}, **where).status_code)
    return answers


def test_wrong_codes_lock_as_wrong_passwords_do(client):
    recovery = give_second_factor(make_person())
    sign_in(client, "editor", **AWAY)
    assert codes(client, 7, **AWAY) == [200] * 4 + [429] * 3
    answer = client.post("/admin/login/code/", {"code": recovery[0]}, **AWAY)
    assert answer.status_code == 429
    assert not is_signed_in(client)
    assert sign_in(client, "editor", **AWAY).status_code in (302, 429)
    client.cookies.clear()
    sign_in(client, "editor", **HOME)
    client.post("/admin/login/code/", {"code": recovery[0]}, **HOME)
    assert is_signed_in(client), "and behind the lock no recovery code was used up"


def test_who_has_the_password_guesses_ten_codes_an_hour_whatever_the_address(client):
    recovery = give_second_factor(make_person())
    sign_in(client, "editor", **AWAY)
    for n in range(10):
        client.post("/admin/login/code/", {"code": "000000"}, REMOTE_ADDR=f"198.51.100.{n}")
    answer = client.post("/admin/login/code/", {"code": recovery[0]}, **HOME)
    assert answer.status_code == 429
    moved_back(hours=1, seconds=1)
    client.post("/admin/login/code/", {"code": recovery[0]}, **HOME)
    assert is_signed_in(client)


def test_wrong_passwords_of_strangers_do_not_close_the_step_of_codes(client):
    give_second_factor(make_person())
    from_many_addresses(client, 40)
    sign_in(client, "editor", **HOME)
    client.post("/admin/login/code/", {"code": code_of_now()}, **HOME)
    assert is_signed_in(client)


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/admin/confirm/", "password"),
        ("/admin/confirm/code/", "code"),
        ("/admin/password_change/", "old_password"),
    ],
)
def test_nothing_is_guessed_behind_an_open_session_either(client, path, field):
    give_second_factor(make_person())
    client.force_login(make_person("publisher"))
    client.force_login(person := make_person("contributor"))
    give_second_factor(person)
    fields = {"new_password1": "a-new-and-long-one", "new_password2": "a-new-and-long-one"}
    answers = [client.post(path, {field: "000000"} | fields).status_code for _n in range(8)]
    assert answers == [200] * 4 + [429] * 4
    right = {"password": PASSWORD, "code": code_of_now(), "old_password": PASSWORD}[field]
    assert client.post(path, {field: right} | fields).status_code == 429
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def test_what_is_counted_holds_no_secret(client):
    make_person()
    client.get("/admin/login/")
    sign_in(client, "editor", "a secret, wrong", **AWAY)
    attempt = AccessAttempt.objects.get()
    assert "secret" not in attempt.post_data
    assert AccessFailureLog.objects.filter(attempt_time__lte=timezone.now()).count() == 1


def test_nor_does_what_is_counted_of_a_wrong_old_password(client):
    client.force_login(make_person())
    fields = ["old_password", "new_password1", "new_password2"]
    client.post("/admin/password_change/", dict.fromkeys(fields, "a secret"))
    client.post("/admin/confirm/", {"password": "a secret"})
    told = AccessAttempt.objects.values_list("post_data", "get_data")
    assert len(told) == 1
    assert "secret" not in str(list(told))
