"""What is due comes, changes and goes at its moment on every public surface: none early, none
missed, none twice, whatever the zone, the season, the month or the year."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import OperationalError
from django.utils import timezone

import almaty.urls  # noqa: F401 the views are read before a rule is broken on purpose
import newsroom.views
from almaty import caching, due, editing, publishing, schedules
from almaty.publishing import Status
from almaty.revisions import Review, Revision
from newsroom.models import NewsItem
from newsroom.models.stories import NewsItemQuerySet
from tests.clock import Clock
from tests.factories import make_news_item
from tests.night import Night

pytestmark = pytest.mark.django_db


def moments(zone, *walls):
    """Times as the clock of a zone shows them, in UTC, which has no gaps to reckon across."""
    shown = [datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone)) for wall in walls]
    return [moment.astimezone(UTC) for moment in shown]


NIGHTS = {
    # The last night of a year, with midnight by the office's clock and by UTC in it.
    "new year in Almaty": (
        "Asia/Almaty",
        *("2026-12-31T23:59:59", "2027-01-01T00:00", "2027-01-01T04:59:59", "2027-01-01T05:00"),
        *("2027-01-01T09:00",),
    ),
    # The clock is put forward at 02:00, at the end of a month's last week.
    "spring in Paris": (
        "Europe/Paris",
        *("2027-03-28T01:59:59", "2027-03-28T03:00", "2027-03-28T03:30", "2027-03-31T23:59:59"),
        *("2027-04-01T00:00",),
    ),
    # The clock is put back at 03:00; half past two is there twice, and the first of them is meant.
    "autumn in Paris": (
        "Europe/Paris",
        *("2026-10-25T01:59", "2026-10-25T02:30", "2026-10-25T03:00", "2026-10-31T23:59:59"),
        *("2026-11-01T00:00",),
    ),
}


def in_zone(settings, zone):
    settings.TIME_ZONE = zone
    timezone.get_default_timezone.cache_clear()


@pytest.fixture
def _own_zone():
    yield
    timezone.get_default_timezone.cache_clear()


def night_of(name, settings, count=50):
    zone, *walls = NIGHTS[name]
    in_zone(settings, zone)
    when = moments(zone, *walls)
    with Clock(min(when) - timedelta(days=2)) as clock:
        return Night(when, count), clock


@pytest.mark.once
@pytest.mark.slow
@pytest.mark.usefixtures("_own_zone")
@pytest.mark.parametrize("name", NIGHTS)
def test_fifty_things_fall_due_in_a_night_each_on_time(client, settings, name):
    night, clock = night_of(name, settings)
    with clock:
        faults = night.faults(client, clock)
    assert faults == []
    assert len(night.items) == 50
    assert {item.kind for item in night.items} == {"comes", "changes", "goes"}
    assert night.looks > 300


def planted(client, settings, count=12):
    night, clock = night_of("new year in Almaty", settings, count)
    with clock:
        return night.faults(client, clock)


@pytest.mark.planted
@pytest.mark.usefixtures("_own_zone")
class TestPlantedFaults:
    """The same reader finds what was broken on purpose."""

    def test_a_rule_that_forgets_the_end_is_found(self, client, settings, monkeypatch):
        def forgetful(prefix="", at=None):
            at = at or timezone.now()
            state = {f"{prefix}status": Status.PUBLISHED, f"{prefix}published_at__lte": at}
            return publishing.Q(**state)

        monkeypatch.setattr(publishing, "is_public", forgetful)
        faults = planted(client, settings)
        assert any("early or late" in fault for fault in faults)

    def test_a_first_moment_that_is_held_too_long_is_found(self, client, settings, monkeypatch):
        monkeypatch.setattr(due, "first_due", lambda: None)
        faults = planted(client, settings)
        assert any("still due" in fault for fault in faults)
        assert any("missed" in fault for fault in faults)

    def test_pages_that_are_held_beyond_the_next_moment_are_found(
        self, client, settings, monkeypatch
    ):
        monkeypatch.setattr(caching, "next_change", lambda at=None: None)
        faults = planted(client, settings)
        assert any("beyond the next moment" in fault for fault in faults)
        assert any("missed" in fault or "early or late" in fault for fault in faults)

    def test_numbers_that_are_held_are_found(self, client, settings, monkeypatch):
        real, first = NewsItemQuerySet.public_combinations, []

        def held(stories):
            return first or first.extend(real(stories)) or first

        monkeypatch.setattr(NewsItemQuerySet, "public_combinations", held)
        counts = [fault for fault in planted(client, settings) if "counts" in fault]
        for surface in ("/", "/sectors/", "/countries/kazakhstan/", "/snapshots/"):
            assert any(f" {surface}: " in fault for fault in counts)

    def test_lists_that_leave_out_what_is_new_are_found(self, client, settings, monkeypatch):
        real, first = NewsItemQuerySet.for_cards, min(moments(*NIGHTS["new year in Almaty"]))
        monkeypatch.setattr(
            NewsItemQuerySet,
            "for_cards",
            lambda stories: real(stories).filter(published_at__lt=first),
        )
        missed = [fault for fault in planted(client, settings) if "missed" in fault]
        for surface in ("/", "/ru/snapshots/", "/countries/kazakhstan/", "/projects/hall/"):
            assert any(f" {surface}: " in fault for fault in missed)
        assert any(" /sectors/" in fault for fault in missed)

    def test_a_list_of_editions_that_is_held_is_found(self, client, settings, monkeypatch):
        monkeypatch.setattr(newsroom.views, "published_editions", list)
        missed = [fault for fault in planted(client, settings) if "missed" in fault]
        assert any(" /snapshots/: missed: ['zq09w']" in fault for fault in missed)

    def test_changes_that_come_a_second_early_are_found(self, client, settings, monkeypatch):
        real = timezone.now
        early = publishing.is_public

        def hasty(prefix="", at=None):
            return early(prefix, (at or timezone.now()) + timedelta(seconds=1))

        monkeypatch.setattr(publishing, "is_public", hasty)
        assert any("early or late" in fault for fault in planted(client, settings))
        assert timezone.now is real


@pytest.mark.once
def test_after_two_hours_without_a_reader_all_is_caught_up(client, settings):
    night, clock = night_of("new year in Almaty", settings, 20)
    last = max(item.moment for item in night.items)
    night.found, night.looks, night.etags = [], 0, {}
    with clock:
        clock.now = night.begin
        night.look(client, clock.now, [])
        clock.now = last + timedelta(hours=2)
        night.look(client, clock.now, night.items)
        night.applied_once()
    assert night.found == [], "\n".join(night.found)


def test_a_change_that_cannot_be_applied_leaves_the_page_and_shows_at_the_desk(
    client, admin_client, caplog
):
    story, now = make_news_item("As it was"), timezone.now().replace(microsecond=0)
    content = editing.current_content(story) | {"slug": "wanted", "title_en": "Not to be seen"}
    editing.save(story, content, None)
    editing.publish(story, None, at=now + timedelta(hours=1))
    make_news_item("Quicker", slug="wanted")
    before = client.get(story.get_absolute_url()).content
    with Clock(now + timedelta(hours=1)):
        assert client.get(story.get_absolute_url()).content == before
        assert "Not to be seen" not in client.get("/snapshots/").content.decode()
        home = admin_client.get("/admin/")
    story.refresh_from_db()
    assert (story.title, story.review, story.due) == ("As it was", Review.SENT_BACK, None)
    assert story.draft.content["title_en"] == "Not to be seen"
    assert "failed" in [section["name"] for section in home.context["sections"]]
    assert "could not be published" in caplog.text
    assert Revision.objects.of(story).first().author_name == ""


def test_a_database_that_is_busy_at_the_moment_only_delays_it(
    client, monkeypatch, caplog, django_capture_on_commit_callbacks
):
    story, now = make_news_item("As it was"), timezone.now().replace(microsecond=0)
    content = editing.current_content(story) | {"title_en": "As it will be"}
    editing.save(story, content, None)
    editing.publish(story, None, at=now + timedelta(hours=1))

    def busy(page, content):
        raise OperationalError("database is locked")

    with Clock(now + timedelta(hours=1)):
        with monkeypatch.context() as patch:
            patch.setattr(editing, "make_it_so", busy)
            assert "As it was" in client.get(story.get_absolute_url()).content.decode()
        story.refresh_from_db()
        assert (story.review, story.due_id) == (Review.NONE, story.draft_id)
        with django_capture_on_commit_callbacks(execute=True):
            due.publish_what_is_due()
        assert "As it will be" in client.get(story.get_absolute_url()).content.decode()
    assert "Could not ask what is due" in caplog.text


def test_changes_scheduled_while_pages_are_held_come_at_their_moment(
    client, django_capture_on_commit_callbacks
):
    now = timezone.now().replace(microsecond=0)
    with django_capture_on_commit_callbacks(execute=True):
        story = make_news_item("As it was")
        content = editing.current_content(story) | {"title_en": "As it will be"}
        editing.save(story, content, None)
    with Clock(now) as clock:
        client.get(story.get_absolute_url())  # held for ten minutes: nothing is due
        with django_capture_on_commit_callbacks(execute=True):
            editing.publish(story, None, at=now + timedelta(minutes=2))
        clock.now += timedelta(seconds=119)
        assert "As it was" in client.get(story.get_absolute_url()).content.decode()
        clock.now += timedelta(seconds=1)
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.get(story.get_absolute_url())
    assert "As it will be" in answer.content.decode()


def test_a_page_taken_back_before_its_moment_does_not_come(client):
    now = timezone.now().replace(microsecond=0)
    story = make_news_item("Never", status=Status.DRAFT, published_at=None)
    editing.publish(story, None, at=now + timedelta(hours=1))
    client.get("/snapshots/")
    schedules.unschedule(story, None)
    with Clock(now + timedelta(hours=2)):
        assert "Never" not in client.get("/snapshots/").content.decode()
        assert not NewsItem.objects.published().exists()
