"""What the search must not find: whatever is not public, also through what is."""

from datetime import timedelta

import pytest
from django.utils import timezone

from almaty.publishing import Status
from almaty.search import matching
from almaty.search_hits import hits
from almaty.search_query import Query
from almaty.searchable import SearchEntry
from newsroom.models import NewsItem
from programmes.models import Partner, Project
from tests.factories import (
    make_news_item,
    make_partner,
    make_project,
    make_snapshot,
)

pytestmark = pytest.mark.django_db
STORY = "newsroom.newsitem"


def found(text):
    return set(matching(NewsItem.objects.published(), text))


def titles(text, kind=STORY, limit=5):
    return [hit.title for hit in hits(Query.parse(text), [kind], limit).kinds[kind][1]]


HIDDEN = [
    {"status": Status.DRAFT, "published_at": None},
    {"status": Status.WITHDRAWN},
    {"published_at": timezone.now() + timedelta(days=1)},
    {"public_until": timezone.now() - timedelta(minutes=1)},
    {"status": Status.DELETED},
]
NAMES = ["draft", "withdrawn", "scheduled", "over", "in the bin"]


@pytest.mark.parametrize("state", HIDDEN, ids=NAMES)
def test_what_is_not_public_is_not_found_nor_counted(state):
    make_news_item("zzq story", body="<p>zzq</p>", **state)
    make_project("zzq project", **state)
    make_partner("zzq partner", **state)
    make_snapshot(title="zzq edition", **state)
    kinds = [STORY, "newsroom.snapshot", "programmes.project", "programmes.partner"]
    assert SearchEntry.objects.count() == 4  # so that the query has something to leave out
    assert hits(Query.parse("zzq"), kinds, 5).kinds == dict.fromkeys(kinds, (0, []))
    for model in (NewsItem, Project, Partner):
        assert not matching(model.objects.published(), "zzq")


@pytest.mark.parametrize("state", HIDDEN, ids=NAMES)
def test_a_hidden_partner_or_project_finds_no_story(state):
    project, partner = make_project("zzqproject", **state), make_partner("zzqpartner", **state)
    partner.other_names.create(name="zzqalias")
    story = make_news_item("Public", project=project)
    story.contributions.create(partner=partner, role="host")
    for asked in ("zzqproject", "zzqpartner", "zzqalias"):
        assert found(asked) == set()
    project.status = partner.status = Status.PUBLISHED
    project.published_at = partner.published_at = timezone.now()
    project.public_until = partner.public_until = None
    project.save()
    partner.save()
    for asked in ("zzqproject", "zzqpartner", "zzqalias"):
        assert found(asked) == {story}
    project.withdraw()
    partner.withdraw()
    for asked in ("zzqproject", "zzqpartner", "zzqalias"):
        assert found(asked) == set()


def test_a_partner_that_is_to_be_withdrawn_finds_no_story_afterwards(monkeypatch):
    partner = make_partner("zzqpartner", public_until=timezone.now() + timedelta(hours=1))
    story = make_news_item("Public")
    story.contributions.create(partner=partner, role="host")
    later = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert found("zzqpartner") == set()
    assert found("Public") == {story}


def test_what_is_scheduled_is_found_when_its_time_has_come(monkeypatch):
    tomorrow = timezone.now() + timedelta(days=1)
    scheduled = make_news_item("zzq", published_at=tomorrow)
    partner = make_partner("zzqpartner", published_at=tomorrow)
    story = make_news_item("Public")
    story.contributions.create(partner=partner, role="host")
    assert found("zzq") == found("zzqpartner") == set()
    monkeypatch.setattr(timezone, "now", lambda: tomorrow + timedelta(minutes=1))
    assert found('"zzq"') == {scheduled}
    assert found("zzqpartner") == {story}
    assert titles("zzqpartner") == ["Public"]
