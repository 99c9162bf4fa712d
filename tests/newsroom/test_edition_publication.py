"""An edition published with its stories: said beforehand, all or none, now or at a time."""

from datetime import datetime, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from almaty import editing
from almaty.publishing import Status
from almaty.revisions import Review
from newsroom import editions
from newsroom.models import NewsItem
from tests.almaty.accounts.people import make_person
from tests.factories import make_image, make_news_item, make_snapshot, make_whole_story
from tests.forms import FormReader, submit

pytestmark = pytest.mark.django_db
DRAFT = {"status": Status.DRAFT, "published_at": None}


def form_of(edition):
    return f"/admin/newsroom/snapshot/{edition.pk}/change/"


def step_of(edition):
    return f"/admin/newsroom/snapshot/{edition.pk}/publish/"


@pytest.fixture
def edition():
    """Two ready stories, and one of every kind that is not."""
    edition = make_snapshot(introduction="<p>Six months.</p>", **DRAFT)
    inside = {"snapshot": edition}
    make_whole_story("Second", position=2, **inside, **DRAFT)
    make_whole_story("First", position=1, **inside, **DRAFT)
    make_whole_story("No sector", position=3, sector=None, **inside, **DRAFT)
    make_whole_story("In review", position=4, review=Review.SUBMITTED, **inside, **DRAFT)
    make_whole_story("Sent back", position=5, review=Review.SENT_BACK, **inside, **DRAFT)
    make_whole_story("Taken back", position=6, status=Status.WITHDRAWN, **inside)
    make_whole_story("No address", position=7, slug="", **inside, **DRAFT)
    make_whole_story("Public", position=8, **inside)
    make_whole_story("In the bin", position=9, status=Status.DELETED, **inside)
    later = timezone.now() + timedelta(days=9)
    make_whole_story("Later", position=10, published_at=later, **inside)
    return edition


def story(title):
    return NewsItem.objects.get(title=title)


def public():
    return set(NewsItem.objects.published().values_list("title", flat=True))


def test_each_story_says_whether_it_is_ready_and_why_not(edition):
    entries = {entry.story.title: entry for entry in editions.entries_of(edition)}
    assert "In the bin" not in entries
    assert {title for title, entry in entries.items() if entry.is_ready} == {"First", "Second"}
    assert {title for title, entry in entries.items() if entry.is_there} == {"Public", "Later"}
    for title, words in {
        "First": "Ready.",
        "No sector": "Not ready: Choose the sector",
        "In review": "waits for review",
        "Sent back": "sent back",
        "Taken back": "withdrawn",
        "No address": "no address",
        "Public": "Public.",
        "Later": "Scheduled for",
    }.items():
        assert words in entries[title].words


def test_the_form_lists_them_and_offers_the_step(admin_client, edition):
    html = admin_client.get(form_of(edition)).content.decode()
    assert "Not ready: Choose the sector it is about." in html
    assert "Publish the edition with its 2 ready stories…" in html
    answer = submit(admin_client, form_of(edition), "_together", title_en="Renamed")
    assert answer.url == step_of(edition)
    edition.refresh_from_db()
    assert (edition.title, edition.status) == ("Renamed", Status.DRAFT)


def test_the_step_says_beforehand_what_happens(admin_client, edition):
    html = admin_client.get(step_of(edition)).content.decode()
    ready, rest = html.split("Not ready: these stay drafts")
    lacking, there = rest.split("There already")
    assert "First" in ready
    assert "In review" not in ready
    for title in ("No sector", "In review", "Sent back", "Taken back", "No address"):
        assert title in lacking
    assert "Public" in there
    assert "Later" in there
    assert edition.status == Status.DRAFT


def test_an_edition_and_its_ready_stories_go_public_at_one_moment(admin_client, edition):
    answer = submit(admin_client, step_of(edition), "_publish")
    assert answer.status_code == 302
    assert public() == {"First", "Second", "Public"}
    edition.refresh_from_db()
    assert edition.is_published()
    assert {story("First").published_at, story("Second").published_at} == {edition.published_at}
    assert story("Later").is_scheduled
    assert story("Taken back").status == Status.WITHDRAWN
    titles = [s.title for s in NewsItem.objects.published() if s.title != "Public"]
    assert titles == ["First", "Second"]  # in the edition's order
    assert LogEntry.objects.filter(change_message="Publish").count() == 3


def test_a_story_may_be_left_out(admin_client, edition):
    submit(admin_client, step_of(edition), "_publish", story=[str(story("First").pk)])
    assert public() == {"First", "Public"}


def test_the_whole_edition_is_scheduled_at_a_time(admin_client, edition):
    time = {"at_0": "2099-12-01", "at_1": "09:00"}
    answer = submit(admin_client, step_of(edition), "_schedule", **time)
    assert answer.status_code == 302
    edition.refresh_from_db()
    assert edition.is_scheduled
    moments = {page.published_at.isoformat() for page in (edition, story("First"), story("Second"))}
    assert moments == {"2099-12-01T04:00:00+00:00"}
    assert public() == {"Public"}


@pytest.mark.parametrize(
    ("time", "words"),
    [({}, "Give the time"), ({"at_0": "2001-01-01", "at_1": "09:00"}, "This time is past")],
)
def test_a_schedule_needs_a_time_to_come(admin_client, edition, time, words):
    answer = submit(admin_client, step_of(edition), "_schedule", **time)
    assert words in answer.content.decode()
    assert public() == {"Public"}


def test_nothing_is_scheduled_for_a_time_after_its_end(admin_client, edition):
    """It would be said to be coming, and never come."""
    end = datetime.fromisoformat("2099-11-01T09:00:00+05:00")
    NewsItem.objects.filter(title="First").update(public_until=end)
    time = {"at_0": "2099-12-01", "at_1": "09:00"}
    answer = submit(admin_client, step_of(edition), "_schedule", **time)
    assert "never shown: “First”." in answer.content.decode()
    assert public() == {"Public"}
    assert not story("First").is_scheduled
    time["at_0"] = "2099-10-01"
    assert submit(admin_client, step_of(edition), "_schedule", **time).status_code == 302
    assert story("First").public_until == end


def test_a_story_dated_back_keeps_its_date(admin_client, edition):
    old = timezone.now() - timedelta(days=40)
    NewsItem.objects.filter(title="First").update(published_at=old)
    submit(admin_client, step_of(edition), "_publish")
    assert story("First").published_at == old


def test_all_or_none_where_one_was_changed_meanwhile(admin_client, edition):
    data = FormReader(admin_client.get(step_of(edition)).content.decode()).fields
    second = story("Second")
    editing.save(second, editing.current_content(second) | {"title_en": "Second, later"}, None)
    answer = admin_client.post(step_of(edition), data | {"_publish": "1"})
    assert answer.status_code == 409
    assert "Nothing is published" in answer.content.decode()
    assert public() == {"Public"}
    edition.refresh_from_db()
    assert edition.status == Status.DRAFT


def test_all_or_none_where_the_last_of_them_fails(admin_client, edition, monkeypatch):
    publish, seen = editing.publish, []

    def fails_at_third(page, *args, **given):
        seen.append(page)
        if len(seen) == 3:
            raise IntegrityError("its address was taken")
        return publish(page, *args, **given)

    monkeypatch.setattr(editing, "publish", fails_at_third)
    answer = submit(admin_client, step_of(edition), "_publish")
    assert answer.status_code == 409
    assert len(seen) == 3
    assert public() == {"Public"}
    assert not NewsItem.objects.get(title="First").version


def test_what_became_unready_or_lacks_more_is_asked_again(admin_client, edition):
    data = FormReader(admin_client.get(step_of(edition)).content.decode()).fields
    NewsItem.objects.filter(title="First").update(summary="", summary_en="")
    answer = admin_client.post(step_of(edition), data | {"_publish": "1"})
    assert answer.status_code == 200
    assert "Something has changed" in answer.content.decode()
    assert public() == {"Public"}
    NewsItem.objects.filter(title="First").update(sector=None)
    answer = submit(admin_client, step_of(edition), "_publish", story=[str(story("First").pk)])
    assert answer.status_code == 200
    assert public() == {"Public"}


def test_an_edition_with_errors_of_its_own_is_stopped(admin_client, edition):
    type(edition).objects.filter(pk=edition.pk).update(image=make_image(alt=""))
    html = admin_client.get(step_of(edition)).content.decode()
    assert "cannot be published before" in html
    assert 'name="_publish"' not in html
    data = FormReader(html).fields
    admin_client.post(step_of(edition), data | {"_publish": "1"})
    assert public() == {"Public"}


def test_stories_join_an_edition_that_is_public(admin_client, edition):
    editing.publish(edition, None)
    edition.refresh_from_db()
    first_time = edition.published_at
    submit(admin_client, step_of(edition), "_publish")
    edition.refresh_from_db()
    assert edition.published_at == first_time
    assert public() == {"First", "Second", "Public"}


def test_who_may_not_publish_both_is_refused(client, edition):
    client.force_login(make_person("editor"))
    assert "_together" not in client.get(form_of(edition)).content.decode()
    assert client.get(step_of(edition)).status_code == 403
    assert client.post(step_of(edition), {"_publish": "1"}).status_code == 403
    client.force_login(make_person("publisher"))
    assert "_together" in client.get(form_of(edition)).content.decode()
    assert client.get(step_of(edition)).status_code == 200


def test_its_cost_does_not_grow_with_the_stories(admin_client):
    counts = []
    for number in (2, 9):
        edition = make_snapshot(f"20{number:02}", introduction="<p>x</p>", **DRAFT)
        for _n in range(number):
            make_whole_story(snapshot=edition, **DRAFT)
        for address in (form_of(edition), step_of(edition)):
            admin_client.get(address)
            with CaptureQueriesContext(connection) as queries:
                admin_client.get(address)
            counts.append(len(queries))
    assert counts[:2] == counts[2:]


def test_an_unknown_edition_is_not_there(admin_client):
    make_news_item()
    assert admin_client.get("/admin/newsroom/snapshot/999/publish/").status_code == 404
