"""Stories at the desk in their list: found, counted, and changed many at once."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from almaty import editing
from almaty.models import Revision
from almaty.publishing import Status
from newsroom.models import NewsItem
from tests.almaty.accounts.people import make_person
from tests.factories import (
    make_country,
    make_image,
    make_news_item,
    make_region,
    make_sector,
    make_snapshot,
    make_whole_story,
)
from tests.newsroom.test_newsitem_admin import LIST, act, said


def listed(client, **query):
    return set(client.get(LIST, query).context["cl"].result_list)


def test_stories_are_narrowed_by_what_they_are(admin_client):
    kz, region, culture = make_country(), make_region(), make_sector()
    education = make_sector("Education")
    one = make_news_item("One", countries=[kz], sector=culture, period="2024-h2")
    two = make_news_item("Two", countries=[region], further_sectors=[culture], period="2024-h1")
    three = make_news_item("Three", sector=education, status=Status.DRAFT, period="2024-h1")
    later = make_news_item("Later", published_at=timezone.now() + timedelta(days=1))
    assert listed(admin_client, sector="culture") == {one, two}
    assert listed(admin_client, country="kazakhstan") == {one}
    assert listed(admin_client, country="central-asia") == {two}
    assert listed(admin_client, period="2024-h1") == {two, three}
    assert listed(admin_client, state="draft") == {three}
    assert listed(admin_client, state="scheduled") == {later}
    assert listed(admin_client, state="published") == {one, two}
    assert listed(admin_client, missing="country") == {three, later}
    assert listed(admin_client, missing="sector") == {later}
    assert listed(admin_client, q="tw") == {two}


def test_drafts_stand_first_in_the_list(admin_client):
    old = make_news_item(published_at=timezone.now() - timedelta(days=3))
    new = make_news_item()
    draft = make_news_item(status=Status.DRAFT, published_at=None)
    assert list(admin_client.get(LIST).context["cl"].result_list) == [draft, new, old]


def test_pages_of_the_list_hold_every_story_once(admin_client):
    for _n in range(120):
        make_news_item(published_at=timezone.now().replace(microsecond=0))
    pages = [list(admin_client.get(LIST, {"p": p}).context["cl"].result_list) for p in (1, 2, 3)]
    assert [len(page) for page in pages] == [50, 50, 20]
    assert len({item.pk for page in pages for item in page}) == 120


def test_many_are_published_at_once_and_counted(admin_client):
    drafts = [make_whole_story(status=Status.DRAFT, published_at=None) for _n in range(2)]
    lost = make_news_item(status=Status.DRAFT, slug="")
    already = make_news_item()
    answer = act(admin_client, "publish", *drafts, lost, already)
    assert said(answer) == ["2 published.", "1 has no address: open it and save it first."]
    assert NewsItem.objects.published().count() == 3


def test_what_is_left_alone_is_not_called_done_already(admin_client):
    lost = make_news_item(status=Status.DRAFT, slug="", period="2024-h2")
    act(admin_client, "publish", lost)
    assert said(act(admin_client, "gather", lost)) == [
        "1 has no address: open it and save it first.",
        "1 is of a period without an edition.",
    ]


@pytest.mark.django_db
def test_who_may_not_schedule_schedules_nothing_with_others(client):
    later = timezone.now() + timedelta(days=1)
    story = make_whole_story(status=Status.DRAFT, published_at=later)
    editor = make_person("editor")
    client.force_login(editor)
    rights = Permission.objects.filter(content_type__model="newsitem")
    editor.user_permissions.add(rights.get(codename="publish_newsitem"))
    assert act(client, "publish", story).status_code == 403
    editor.user_permissions.add(rights.get(codename="schedule_newsitem"))
    act(client, "publish", story)
    story.refresh_from_db()
    assert story.is_scheduled


def test_many_are_withdrawn_at_once_and_counted(admin_client):
    items = [make_news_item(), make_news_item()]
    draft = make_news_item(status=Status.DRAFT)
    assert said(act(admin_client, "withdraw", *items, draft)) == ["2 withdrawn."]
    assert NewsItem.objects.published().count() == 0
    assert said(act(admin_client, "withdraw", *items))[-1] == "Nothing to do: they are so already."


def test_the_log_says_where_each_of_many_stands_then(admin_client):
    story = make_whole_story(status=Status.DRAFT, published_at=None)
    for action, state in (("publish", "published"), ("withdraw", "withdrawn")):
        act(admin_client, action, story)
        assert LogEntry.objects.first().get_change_message() == state


def test_one_whose_time_is_over_is_published_again_with_others(admin_client):
    over = make_whole_story(public_until=timezone.now() - timedelta(hours=1))
    assert said(act(admin_client, "withdraw", over)) == ["Nothing to do: they are so already."]
    assert said(act(admin_client, "publish", over))[-1] == "1 published."
    assert list(NewsItem.objects.published()) == [over]


def test_stories_are_gathered_into_the_edition_of_their_period(admin_client):
    edition, draft = make_snapshot("2024-h2"), {"status": Status.DRAFT, "published_at": None}
    make_snapshot("2024-h1", status=Status.DELETED)
    one, two = make_news_item(period="2024-h2", **draft), make_news_item(period="2024-h1", **draft)
    answer = act(admin_client, "gather", one, two)
    assert said(answer) == ["1 gathered.", "1 is of a period without an edition."]
    assert list(edition.stories.all()) == [one]
    assert Revision.objects.of(one).first().author_name == "admin"


def test_a_public_story_is_gathered_by_a_draft_change(admin_client, client):
    edition, story = make_snapshot("2024-h2"), make_news_item()
    answer = act(admin_client, "gather", story)
    assert said(answer)[1].startswith("1 is public: publish its changes")
    assert list(edition.stories.all()) == []
    story.refresh_from_db()
    assert story.draft.content["snapshot_id"] == edition.pk
    assert said(act(admin_client, "gather", story))[-1].startswith("Nothing to do")
    editing.publish(story, None)
    assert list(edition.stories.all()) == [story]


@pytest.mark.django_db
def test_who_may_not_change_a_story_does_not_gather_it(client):
    story, edition = make_news_item(), make_snapshot("2024-h2")
    client.force_login(make_person("contributor"))
    act(client, "gather", story)
    story.refresh_from_db()
    assert (story.snapshot, story.draft, edition.stories.count()) == (None, None, 0)


def test_a_list_asks_no_query_per_row(admin_client):
    counts = []
    for rows in (1, 12):
        for _n in range(rows):
            make_news_item(image=make_image(), sector=make_sector(f"S {rows} {_n}"))
        admin_client.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]
