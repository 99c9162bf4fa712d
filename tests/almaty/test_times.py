"""Times that a page and its drafts carry: none takes a page back, or shows its changes, unasked."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone

from almaty import editing, merge, schedules
from almaty.due import publish_due
from almaty.publishing import Status
from almaty.revisions import Review, Revision
from newsroom.models import NewsItem
from tests.almaty.accounts.people import make_person
from tests.clock import Clock
from tests.factories import make_news_item, make_partner, make_whole_story
from tests.forms import FormReader, errors_of, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(client):
    person = make_person("publisher")
    client.force_login(person)
    return person


def form_of(page):
    return f"/admin/newsroom/newsitem/{page.pk}/change/"


def now(page):
    return type(page).objects.get(pk=page.pk)


def boxes(name, time):
    """A time as the two boxes of a form say it, by the office's clock."""
    local = timezone.localtime(time)
    return {f"{name}_0": local.strftime("%Y-%m-%d"), f"{name}_1": local.strftime("%H:%M")}


def hours(count):
    """A whole minute, so many hours from now."""
    return timezone.now().replace(second=0, microsecond=0) + timedelta(hours=count)


# A page that is public stays public --------------------------------------------------------------


@pytest.fixture
def published_early(publisher):
    """A story that was scheduled for tomorrow (version 2), and public an hour ago (version 4)."""
    story = make_whole_story("Early", status="draft", published_at=None)
    editing.save(story, editing.current_content(story) | {"summary_en": "More."}, publisher)
    story = editing.publish(story, publisher, at=hours(24))
    content = editing.current_content(story) | {"published_at": hours(-1).isoformat()}
    editing.save(story, content, publisher)
    story = editing.publish(story, publisher)
    assert story.is_published()
    return story


def test_a_version_that_was_to_come_later_takes_no_public_page_back(publisher, published_early):
    scheduled = Revision.objects.numbered(published_early, 2)
    assert scheduled.content["published_at"] > timezone.now().isoformat()
    story, _gone = editing.restore(published_early, scheduled, publisher)
    told = editing.current_content(story)["published_at"]
    assert told == published_early.published_at.isoformat()


def test_a_draft_with_a_time_to_come_takes_no_public_page_back(publisher, published_early):
    """As one that was begun before the page was published early."""
    changed = {"title_en": "Later", "published_at": hours(24).isoformat()}
    editing.save(published_early, editing.current_content(published_early) | changed, publisher)
    story = editing.publish(published_early, publisher)
    assert (story.title, story.is_published()) == ("Later", True)
    assert story.published_at == published_early.published_at


def test_changes_with_a_time_to_come_take_no_public_page_back_when_due(publisher, published_early):
    story = published_early
    changed = {"title_en": "Later", "published_at": hours(24).isoformat()}
    editing.save(story, editing.current_content(story) | changed, publisher)
    editing.publish(story, publisher, at=hours(2))
    with Clock(hours(2)):
        story = publish_due(story)
        assert (story.title, story.is_published()) == ("Later", True)


def test_the_form_of_such_a_draft_asks_for_the_other_time(client, publisher, published_early):
    """The draft is in the form's page by then, which says that it is not public yet."""
    story = published_early
    changed = {"title_en": "Later", "published_at": hours(24).isoformat()}
    editing.save(story, editing.current_content(story) | changed, publisher)
    answer = submit(client, form_of(story), "_publish")
    assert "time of the changes below" in errors_of(answer)["published_at"][0]
    assert now(story).is_published()


def test_changes_of_a_page_that_is_not_public_yet_are_asked_no_time(client, publisher):
    """They come with the page: a time of their own would be passed over."""
    story = make_whole_story(published_at=hours(24))
    assert "due_at_0" not in FormReader(client.get(form_of(story)).content.decode()).fields
    editing.save(story, editing.current_content(story) | {"title_en": "Changed"}, publisher)
    assert "due_at_0" not in FormReader(client.get(form_of(story)).content.decode()).fields
    type(story).objects.update(published_at=hours(-1))
    assert "due_at_0" in FormReader(client.get(form_of(story)).content.decode()).fields


# An end before the changes -----------------------------------------------------------------------


def test_an_end_before_the_changes_come_is_refused_with_words(client, publisher):
    story = make_whole_story("As it was")
    given = {"title_en": "Changed", **boxes("due_at", hours(48))}
    for ends, is_refused in ((hours(24), True), (hours(48), True), (hours(49), False)):
        answer = submit(client, form_of(story), **given, **boxes("public_until", ends))
        assert (answer.status_code == 200) == is_refused
        if is_refused:
            assert "before its changes come" in errors_of(answer)["public_until"][0]
    given = boxes("due_at", hours(72))  # the end is in the draft by now
    assert "public_until" in errors_of(submit(client, form_of(story), **given))


@pytest.mark.parametrize(("ends_after", "is_shown"), [(-1, False), (0, False), (1, True)])
def test_changes_that_say_the_page_was_to_go_before_them_are_sent_back(
    publisher, caplog, ends_after, is_shown
):
    """One to go after them goes, though nobody has asked for a page between the two moments."""
    story, due_at = make_whole_story("As it was"), hours(2)
    ends = due_at + timedelta(minutes=ends_after)
    changed = {"title_en": "Changed", "public_until": ends.isoformat()}
    editing.save(story, editing.current_content(story) | changed, publisher)
    editing.publish(story, publisher, at=due_at)
    with Clock(due_at + timedelta(minutes=5)):
        story = publish_due(story)
        assert (story.title == "Changed", story.is_published()) == (is_shown, not is_shown)
    if not is_shown:
        assert (story.review, story.due) == (Review.SENT_BACK, None)
        assert "withdrawn before they were due" in Revision.objects.of(story).first().comment


# Whether readers have seen it --------------------------------------------------------------------


def new_story(publisher):
    """One that was begun at the desk."""
    content = editing.current_content(make_whole_story())
    return editing.create(NewsItem(), content | {"slug": "new", "published_at": None}, publisher)


def name_a_partner_that_is_merged(story):
    lost = make_partner()
    story.contributions.create(partner=lost, role="host")
    merge.merge(lost, make_partner(), None)


@pytest.mark.parametrize(
    ("history", "status"),
    [
        ("begun", Status.DRAFT),
        ("dated", Status.DRAFT),
        ("scheduled", Status.DRAFT),
        ("put off", Status.DRAFT),
        ("taken off", Status.DRAFT),
        ("come at its time", Status.WITHDRAWN),
        ("merged, and come at its time", Status.WITHDRAWN),
        ("published", Status.WITHDRAWN),
        ("published, withdrawn, scheduled", Status.WITHDRAWN),
    ],
)
def test_what_was_never_public_comes_out_of_the_bin_as_a_draft(publisher, history, status):
    with Clock(hours(-9)) as clock:
        story = new_story(publisher)
        if history == "dated":
            content = editing.current_content(story) | {"published_at": hours(99).isoformat()}
            story, _new = editing.save(story, content, publisher)
        if "published" in history:
            story = editing.publish(story, publisher)
            story = editing.withdraw(story, publisher)
        if history.endswith(("off", "come at its time")):
            story = editing.publish(story, publisher, at=hours(2))
            if history == "taken off":
                story, _time = schedules.unschedule(story, publisher)
            if history.startswith("merged"):
                name_a_partner_that_is_merged(story)
            clock.now = hours(1 if history == "put off" else 3)
        if "scheduled" in history or history == "put off":
            story = editing.publish(story, publisher, at=hours(99))
    story = editing.delete(story, publisher)
    assert editing.undelete(story, publisher).status == status


@pytest.mark.parametrize(
    "status", [Status.DRAFT, Status.WITHDRAWN], ids=["a draft", "taken back by hand"]
)
def test_a_page_made_outside_the_desk_leaves_the_bin_as_what_it_was(publisher, status):
    story = editing.delete(make_news_item(published_at=hours(-9), status=status), publisher)
    assert editing.undelete(story, publisher).status == status


@pytest.mark.parametrize(
    ("was_public", "status", "words"),
    [(False, Status.DRAFT, "a draft again"), (True, Status.WITHDRAWN, "withdrawn, as before")],
)
def test_a_schedule_taken_back_leaves_the_page_as_it_was(
    client, publisher, was_public, status, words
):
    story = new_story(publisher)
    if was_public:
        story = editing.withdraw(editing.publish(story, publisher), publisher)
    story = editing.publish(story, publisher, at=hours(9))
    answer = submit(client, form_of(story), "_unschedule")
    assert words in " ".join(str(message) for message in get_messages(answer.wsgi_request))
    assert now(story).status == status
