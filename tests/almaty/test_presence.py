"""Who else has a page open, and what was changed since the form was opened."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from almaty import editing, presence
from almaty.presence import Presence
from almaty.publishing import Status
from tests.almaty.accounts.people import make_person
from tests.factories import make_news_item, make_sector

pytestmark = pytest.mark.django_db


def form_of(item):
    return f"/admin/newsroom/newsitem/{item.pk}/change/"


def ping(client, item, version=0):
    return client.post(
        f"/admin/newsroom/newsitem/{item.pk}/presence/",
        json.dumps({"version": version}),
        content_type="application/json",
        headers={"accept": "application/json"},
    )


@pytest.fixture
def aigerim(client):
    person = make_person("editor", "aigerim", first_name="Aigerim", last_name="Sadykova")
    client.force_login(person)
    return client


@pytest.fixture
def item():
    return make_news_item(status=Status.DRAFT)


def test_others_are_named_and_oneself_is_not(admin_client, aigerim, item):
    assert ping(aigerim, item).json()["others"] == []
    answer = ping(admin_client, item)
    assert answer.json()["words"] == "Aigerim Sadykova is editing this page too."
    assert "no-store" in answer["Cache-Control"]


def test_whoever_opens_the_form_is_there_without_scripts(admin_client, aigerim, item):
    aigerim.get(form_of(item))
    html = admin_client.get(form_of(item)).content.decode()
    assert "Aigerim Sadykova is editing this page too." in html


def test_also_where_the_form_shows_draft_changes(admin_client, aigerim, admin_user):
    live = make_news_item()
    content = editing.current_content(live) | {"title_en": "To come"}
    editing.save(live, content, admin_user)
    assert "To come" in aigerim.get(form_of(live)).content.decode()
    assert "Sadykova" in admin_client.get(form_of(live)).content.decode()


def test_half_a_minute_after_the_last_word_they_are_gone(admin_client, aigerim, item):
    ping(aigerim, item)
    Presence.objects.update(seen_at=timezone.now() - timedelta(seconds=31))
    assert ping(admin_client, item).json()["words"] == ""


def test_another_page_is_another_matter(admin_client, aigerim, item):
    ping(aigerim, make_news_item(status=Status.DRAFT))
    assert ping(admin_client, item).json()["others"] == []


def test_a_change_since_the_form_was_opened_is_told(admin_client, aigerim, item):
    assert "changed" not in ping(admin_client, item, version=0).json()["words"]
    content = editing.current_content(item) | {"title_en": "By a colleague"}
    item, _is_new = editing.save(item, content, make_person("publisher", "bolat"))
    told = ping(admin_client, item, version=0).json()
    assert told["version"] == 1
    assert "This page was changed by bolat on " in told["words"]
    assert "changed" not in ping(admin_client, item, version=1).json()["words"]


def test_only_who_may_change_a_page_hears_of_it(client, item):
    assert ping(client, item).status_code == 401
    client.force_login(make_person("contributor"))
    assert ping(client, item).status_code in (403, 404)
    assert not Presence.objects.exists()


def test_it_keeps_no_session_open(admin_client, item):
    before = admin_client.session.get_expiry_date()
    session = admin_client.session
    session["seen_at"] = (timezone.now() - timedelta(hours=1)).isoformat()
    session.save()
    ping(admin_client, item)
    assert admin_client.session["seen_at"] == session["seen_at"]
    admin_client.get(form_of(item))
    assert admin_client.session["seen_at"] > session["seen_at"]
    assert admin_client.session.get_expiry_date() >= before


def test_the_home_page_can_name_what_is_open(aigerim, admin_client, admin_user, item):
    contributor = make_person("contributor")
    theirs = make_news_item(status=Status.DRAFT, made_by=contributor)
    sector = make_sector()
    ping(aigerim, item)
    ping(aigerim, theirs)
    presence.here(contributor, sector)
    found = {each.page: each.names for each in presence.open_now(admin_user)}
    name = "Aigerim Sadykova"
    assert found == {item: [name], theirs: [name], sector: ["contributor"]}
    assert [each.page for each in presence.open_now(contributor)] == [theirs]


def test_what_cannot_be_read_is_refused_in_words(admin_client, item):
    url = f"/admin/newsroom/newsitem/{item.pk}/presence/"
    json_only = {"accept": "application/json"}
    for body in ("", "[]", "{"):
        answer = admin_client.post(url, body, content_type="application/json", headers=json_only)
        assert answer.status_code == 400
    assert admin_client.get(url, headers=json_only).status_code == 405
    gone = "/admin/newsroom/newsitem/99999/presence/"
    assert admin_client.post(gone, "{}", "application/json", headers=json_only).status_code == 404
