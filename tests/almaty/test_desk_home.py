"""The desk's home: what waits for whom, in a number of queries that does not grow."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from almaty import editing
from almaty.due import publish_due
from almaty.presence import here
from almaty.publishing import Status
from tests.almaty.accounts.people import make_person
from tests.factories import make_news_item, make_partner, make_project, make_sector, make_snapshot

pytestmark = pytest.mark.django_db
DRAFT = {"status": Status.DRAFT, "published_at": None}


@pytest.fixture
def people():
    return {role: make_person(role) for role in ("contributor", "editor", "publisher")}


def home(client, person):
    client.force_login(person)
    return client.get("/admin/")


def names(answer):
    """{section: names of its pages}"""
    return {
        section["name"]: {page["name"] for kind in section["kinds"] for page in kind["pages"]}
        for section in answer.context["sections"]
    }


def change(page, by, **fields):
    editing.save(page, editing.current_content(page) | fields, by)


def test_my_drafts_are_mine_of_every_kind(client, people):
    me, other = people["contributor"], people["editor"]
    make_news_item("My story", made_by=me, **DRAFT)
    make_project("My project", made_by=me, **DRAFT)
    make_news_item("Of another", made_by=other, **DRAFT)
    make_news_item("Long public", made_by=me)
    make_news_item("In the bin", made_by=me, status=Status.DELETED)
    change(make_partner("Changed by the editor"), other, acronym="X")
    change(make_sector("Education"), other, name_en="Education, changed")
    assert names(home(client, me))["mine"] == {"My story", "My project"}
    assert names(home(client, other))["mine"] == {
        *("Of another", "Changed by the editor", "Education"),
    }


def test_what_waits_is_told_to_whom_it_waits_for(client, people):
    me = people["contributor"]
    submitted, back, approved = (
        make_news_item(title, made_by=me, **DRAFT) for title in ("Submitted", "Back", "Approved")
    )
    editing.submit(submitted, me)
    editing.send_back(back, people["editor"], comment="Why?")
    editing.approve(approved, people["editor"])
    assert names(home(client, me))["waiting"] == {"Back"}
    assert names(home(client, people["editor"]))["waiting"] == {"Submitted"}
    assert names(home(client, people["publisher"]))["waiting"] == {"Submitted", "Approved"}


def test_what_is_scheduled_is_told_with_its_time(client, people):
    soon = timezone.now() + timedelta(days=2)
    make_news_item("Comes", published_at=soon)
    make_snapshot(title="Goes", public_until=soon)
    changed = make_project("Changes")
    change(changed, None, title_en="Changes a lot")
    editing.publish(changed, None, at=soon)
    make_news_item("Stays")
    answer = home(client, people["editor"])
    assert names(answer)["scheduled"] == {"Comes", "Goes", "Changes"}
    html = answer.content.decode()
    for words in ("scheduled for", "public until", "changes from", "Almaty ("):
        assert words in html


def test_what_failed_at_its_time_and_what_is_stale_is_told(client, people):
    story = make_news_item("Failed", title_ru="Р")
    change(story, None, slug="wanted")
    editing.publish(story, None, at=timezone.now() + timedelta(hours=1))
    make_news_item("The other", slug="wanted")
    story.refresh_from_db()
    editing.update(story, due_at=timezone.now())
    publish_due(story)
    stale = make_news_item("Old", title_ru="Р")
    change(stale, None, title_en="New")
    editing.publish(stale, None)
    editing.send_back(make_news_item("Sent back", **DRAFT), people["editor"], comment="?")
    found = names(home(client, people["editor"]))
    assert found["failed"] == {"Failed"}
    assert found["stale"] == {"New"}


def test_pages_that_others_have_open_are_named(client, people):
    story = make_news_item("Open")
    here(people["publisher"], story)
    answer = home(client, people["editor"])
    assert [page["name"] for page in answer.context["open_pages"]] == ["Open"]
    assert "publisher" in answer.content.decode()
    assert home(client, people["contributor"]).context["open_pages"] == []
    assert home(client, people["publisher"]).context["open_pages"] == []


def test_a_contributor_is_told_nothing_of_others_drafts(client, people):
    for number in range(3):
        story = make_news_item(f"Secret {number}", made_by=people["editor"], **DRAFT)
        here(people["publisher"], story)
    editing.submit(story, people["editor"])
    make_news_item("Secret later", published_at=timezone.now() + timedelta(days=1))
    assert b"Secret" not in home(client, people["contributor"]).content
    assert b"Secret" in home(client, people["editor"]).content


def test_each_section_leads_to_the_list_that_it_counts(client, people):
    make_news_item("One", made_by=people["editor"], **DRAFT)
    make_news_item("Two", published_at=timezone.now() + timedelta(days=1))
    answer = home(client, people["editor"])
    for section in answer.context["sections"]:
        for kind in section["kinds"]:
            assert client.get(kind["url"]).context["cl"].result_count == kind["count"]


def test_it_asks_the_same_of_many(client, people):
    me, soon = people["editor"], timezone.now() + timedelta(days=1)

    def fill():
        for _n in range(4):
            editing.submit(make_news_item(made_by=me, **DRAFT), me)
            make_project(published_at=soon)
            make_partner(made_by=me, **DRAFT)
            here(people["publisher"], make_news_item(stale="ru"))

    counts = []
    for _round in range(2):
        fill()
        home(client, me)
        with CaptureQueriesContext(connection) as queries:
            client.get("/admin/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
