import re
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth import hashers
from django.core.cache import cache
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from almaty.accounts.backends import StaffBackend
from tests.almaty.accounts.people import (
    PASSWORD,
    code_of_now,
    give_second_factor,
    has_second_factor,
    is_signed_in,
    make_person,
    sign_in,
)

pytestmark = pytest.mark.django_db


def test_a_password_opens_the_desk(client):
    make_person()
    answer = sign_in(client, "editor", path="/ru/admin/login/?next=/ru/admin/newsroom/newsitem/")
    assert answer.status_code == 302
    assert answer.url == "/ru/admin/newsroom/newsitem/"
    assert is_signed_in(client)
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:1"])
def test_signing_in_leads_to_no_other_site(client, elsewhere):
    make_person()
    answer = client.post(
        "/admin/login/", {"login": "editor", "password": PASSWORD, "next": elsewhere}
    )
    assert answer.url == "/admin/"


@pytest.mark.parametrize(
    "fields", [{"is_active": False}, {"is_staff": False}], ids=["has left", "is no staff"]
)
def test_who_may_not_is_told_what_a_stranger_is_told(client, fields):
    make_person(**fields)
    told = []
    for name in ("editor", "nobody"):
        answer = sign_in(client, name)
        assert answer.status_code == 200
        told.append(re.search(r'errornote">(.*?)<', answer.content.decode())[1])
    assert told[0] == told[1]
    assert "do not belong together" in told[0]
    assert not is_signed_in(client)


def test_a_name_that_nobody_has_costs_one_hash_too(rf, monkeypatch):
    """The time tells nothing: the hasher is what takes it, and runs as often either way."""
    make_person()
    make_person(username="left", is_active=False)
    runs = []
    hasher = hashers.get_hasher()
    encode = type(hasher).encode
    monkeypatch.setattr(
        type(hasher), "encode", lambda *args, **options: runs.append(1) or encode(*args, **options)
    )

    def cost(name):
        runs.clear()
        assert StaffBackend().authenticate(rf.post("/"), username=name, password="wrong") is None
        return len(runs)

    assert cost("nobody") == cost("editor") == cost("left") == 1


def test_who_is_no_longer_staff_is_signed_out_and_not_sent_in_circles(client):
    person = make_person()
    client.force_login(person)
    person.is_staff = False
    person.save()
    answer = client.get("/admin/", follow=True)
    assert answer.redirect_chain == [("/admin/login/?next=/admin/", 302)]


def test_nobody_signs_up_or_asks_for_mail(client):
    unwanted = ["account_signup", "account_email", "account_reset_password", "account_set_password"]
    for name in unwanted:
        with pytest.raises(NoReverseMatch):
            reverse(name)
    for path in ("signup/", "email/", "password/reset/", "confirm-email/", "social/login/error/"):
        assert client.get(f"/accounts/{path}").status_code == 404
        assert client.get(f"/admin/{path}").status_code in (302, 404)  # the desk's own catch-all


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/login/code/", "/admin/signed-in/"])
def test_only_the_desk_may_frame_the_form(client, path):
    give_second_factor(make_person())
    sign_in(client, "editor")
    answer = client.get(path)
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("path", ["/", "/admin/", "/admin/second-factor/on/", "/admin/session/"])
def test_nobody_may_frame_anything_else(admin_client, path):
    answer = admin_client.get(path)
    assert answer["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


def test_a_page_can_ask_who_is_signed_in(client):
    answer = client.get("/ru/admin/session/")
    assert answer.json()["signed_in"] is False
    assert answer.json()["user"] == ""
    assert len(answer.json()["csrf_token"]) == 64
    assert "no-store" in answer["Cache-Control"]
    client.force_login(make_person())
    assert client.get("/admin/session/").json()["user"] == "editor"
    foreign = client.get("/admin/session/", headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 403
    assert client.post("/admin/session/").status_code == 405


# The second factor -------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _clock_of_codes(monkeypatch):
    """Stands still, so that no test is begun in one step and ended in the next."""
    steps = list(totp.yield_hotp_counters_from_time())
    monkeypatch.setattr(totp, "yield_hotp_counters_from_time", lambda: iter(steps))


def confirmed(client, person):
    """As after signing in a moment ago."""
    client.force_login(person)


def enrol(client):
    page = client.get("/admin/second-factor/on/")
    secret = page.context["form"].secret
    return client.post("/admin/second-factor/on/", {"code": code_of_now(secret)})


def test_whoever_wants_one_turns_it_on_and_is_asked_for_it_from_then_on(client):
    person = make_person()
    confirmed(client, person)
    assert reverse("mfa_index") in client.get("/admin/").content.decode()
    assert enrol(client).url == "/admin/second-factor/codes/"
    codes = client.get("/admin/second-factor/codes/").context["unused_codes"]
    assert len(codes) == 10
    client.post("/admin/logout/")

    assert sign_in(client, "editor").url == "/admin/login/code/"
    assert not is_signed_in(client)
    assert client.get("/admin/").status_code == 302
    client.post("/admin/login/code/", {"code": codes[0]})
    assert is_signed_in(client)
    client.post("/admin/logout/")
    sign_in(client, "editor")
    client.post("/admin/login/code/", {"code": codes[0]})
    assert not is_signed_in(client), "a recovery code works once"


@pytest.mark.parametrize("later", [-1, 0, 1], ids=["the last", "this", "the next"])
def test_a_code_of_the_app_is_good_once_and_none_before_it_any_more(client, later):
    """Also in another process, and after the 30 seconds for which allauth remembers it."""
    give_second_factor(make_person())
    for code, is_good in ((code_of_now(later=later), True), (code_of_now(later=later), False)):
        sign_in(client, "editor")
        client.post("/admin/login/code/", {"code": code})
        assert is_signed_in(client) is is_good
        client.post("/admin/logout/")
        cache.clear()
    sign_in(client, "editor")
    client.post("/admin/login/code/", {"code": code_of_now(later=later - 1)})
    assert not is_signed_in(client)


def test_a_code_of_another_minute_is_not_good(client):
    give_second_factor(make_person())
    for later in (-3, 3):
        sign_in(client, "editor")
        client.post("/admin/login/code/", {"code": code_of_now(later=later)})
        assert not is_signed_in(client)


def test_a_second_factor_turned_on_ends_the_sessions_without_it(
    client, admin_client, admin_user, django_capture_on_commit_callbacks
):
    confirmed(client, admin_user)
    with django_capture_on_commit_callbacks(execute=True):
        enrol(client)
    assert is_signed_in(client)
    assert not is_signed_in(admin_client)


ASKED = [
    (["everyone"], "contributor", True),
    (["publisher", "administrator"], "publisher", True),
    (["publisher", "administrator"], "administrator", True),
    (["publisher", "administrator"], "editor", False),
    ([], "administrator", False),
]


@pytest.mark.parametrize(("setting", "role", "is_needed"), ASKED)
def test_the_setting_says_who_must_have_one(client, settings, setting, role, is_needed):
    settings.SECOND_FACTOR_FOR = setting
    person = make_person(role)
    sign_in(client, role)
    answer = client.get("/admin/newsroom/newsitem/", follow=True)
    if not is_needed:
        assert answer.redirect_chain == []
        return
    assert answer.redirect_chain[-1][0] == "/admin/second-factor/on/"
    assert "opens once it is on" in answer.content.decode()
    assert not is_signed_in(client)
    assert client.post("/admin/newsroom/newsitem/add/", {}).status_code == 302
    enrol(client)
    assert has_second_factor(person)
    assert client.get("/admin/newsroom/newsitem/").status_code == 200


def test_a_superuser_counts_as_an_administrator(admin_client, settings):
    settings.SECOND_FACTOR_FOR = ["administrator"]
    assert admin_client.get("/admin/").status_code == 302


def test_who_must_have_one_cannot_turn_it_off_and_can_sign_out(client, settings):
    settings.SECOND_FACTOR_FOR = ["everyone"]
    person = make_person()
    confirmed(client, person)
    client.post("/admin/logout/")
    assert client.get("/admin/second-factor/on/").url.startswith("/admin/login/")
    confirmed(client, person)
    enrol(client)
    client.post("/admin/second-factor/off/")
    assert has_second_factor(person)
    settings.SECOND_FACTOR_FOR = []
    client.post("/admin/second-factor/off/")
    assert not has_second_factor(person)


def test_what_concerns_safety_asks_for_the_password_again(client):
    person = make_person()
    give_second_factor(person)
    client.force_login(person)
    session = client.session
    session["signed_in_at"] = (timezone.now() - timedelta(hours=1)).isoformat()
    session.save()
    for path in ("second-factor/off/", "second-factor/codes/", "second-factor/codes/new/"):
        answer = client.get(f"/admin/{path}")
        assert answer.url == f"/admin/confirm/?next=%2Fadmin%2F{path.replace('/', '%2F')}"
    assert client.get("/admin/second-factor/codes/download/").status_code == 302
    address = "/admin/confirm/?next=/admin/second-factor/codes/"
    assert "not your password" in client.post(address, {"password": "wrong"}).content.decode()
    assert client.post(address, {"password": PASSWORD}).url == "/admin/second-factor/codes/"
    assert client.get("/admin/second-factor/codes/").status_code == 200
