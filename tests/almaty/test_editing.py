"""The one path for an edit: drafts beside live rows, versions, times, and what a revision holds."""

from datetime import timedelta

import pytest
from django.utils import timezone

from almaty import contents, due, editing
from almaty.caching import next_change
from almaty.due import publish_due, publish_what_is_due
from almaty.models import OldAddress, Revision
from almaty.publishing import Status
from almaty.revisions import Review, Verb
from newsroom.models import NewsItem
from programmes.models import Project
from tests.factories import (
    make_country,
    make_image,
    make_news_item,
    make_partner,
    make_project,
    make_result,
    make_sector,
    make_snapshot,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(django_user_model):
    return django_user_model.objects.create_superuser("aigerim")


def full_story(**fields):
    """A story with something in every field that a revision has to hold."""
    item = make_news_item(
        "Glaciers",
        countries=[make_country()],
        further_sectors=[make_sector("Education")],
        tags=["ice", "мұз"],
        title_ru="Ледники",
        body="<p>Words.</p>",
        image=make_image(),
        sector=make_sector(),
        project=make_project(),
        snapshot=make_snapshot(),
        **fields,
    )
    item.event_dates.create(start="2024-10-08", end="2024-10-09", inferred=True)
    item.contributions.create(partner=make_partner(), role="funder", note="planned")
    make_result(news_item=item, value="90.50", qualifier="over", unit_kk="мұғалім")
    return item


def reread(page):
    return type(page)._base_manager.get(pk=page.pk)


def test_content_survives_being_taken_apart_and_put_back():
    item = full_story()
    content = contents.content_of(item)
    item.tags.clear()
    item.countries.clear()
    item.further_sectors.clear()
    item.event_dates.all().delete()
    item.contributions.update(note="")
    NewsItem.objects.filter(pk=item.pk).update(
        title_en="x", title_ru="", image=None, sector=None, project=None, snapshot=None
    )
    assert len(contents.changed_fields(content, contents.content_of(item))) == 11
    assert contents.apply(reread(item), content) == []
    after = contents.content_of(item)
    assert contents.changed_fields(content, after) == []
    assert (after["tags"], after["title_ru"]) == (["ice", "мұз"], "Ледники")


def test_every_kind_of_page_can_be_taken_apart():
    project = make_project(countries=[make_country()])
    project.participations.create(partner=make_partner(), role="funder", amount=5, currency="EUR")
    project.other_names.create(name="As it was", kind="former")
    partner = make_partner(seat="KZ", parent=make_partner())
    for page in (project, partner, make_sector("Culture"), make_country("Uzbekistan")):
        content = contents.content_of(page)
        contents.apply(reread(page), content)
        assert contents.content_of(page) == content


def test_a_story_s_result_is_no_part_of_its_project():
    project = make_project()
    make_result(project=project, news_item=make_news_item(project=project))
    make_result(project=project)
    assert len(contents.content_of(project)["results"]) == 1


def test_what_is_gone_is_named_and_the_rest_comes_back():
    item = full_story()
    content = contents.content_of(item)
    partner, project = item.contributions.get().partner, item.project
    item.contributions.all().delete()
    NewsItem.objects.filter(pk=item.pk).update(project=None)
    partner.delete()
    Project.objects.filter(pk=project.pk).delete()
    assert contents.apply(reread(item), content) == ["project", "contributions"]
    assert item.tags.count() == 2


def test_changes_of_a_live_page_wait_beside_its_row(editor):
    item = full_story()
    before = contents.content_of(item)
    modified = reread(item).modified_at
    page, is_new = editing.save(item, before | {"title_en": "New", "tags": []}, editor)
    assert is_new
    assert contents.content_of(item) == before
    assert reread(item).modified_at == modified
    assert page.draft.content["title_en"] == "New"
    editing.publish(page, editor)
    assert reread(item).title == "New"
    assert [r.verb for r in Revision.objects.of(item)] == [Verb.PUBLISHED, Verb.SAVED, Verb.FOUND]


def test_saving_what_the_public_sees_leaves_no_draft(editor):
    item = full_story()
    content = contents.content_of(item)
    page, _ = editing.save(item, content | {"title_en": "New"}, editor)
    page, is_new = editing.save(page, content, editor)
    assert is_new
    assert page.draft is None
    assert editing.save(page, content, editor)[1] is False


def test_a_page_that_is_not_live_is_its_own_draft(editor):
    item = full_story(status=Status.DRAFT)
    editing.save(item, contents.content_of(item) | {"title_en": "New"}, editor)
    assert (reread(item).title, reread(item).draft) == ("New", None)


def test_an_older_version_may_not_be_saved_over(editor):
    item = full_story()
    content = contents.content_of(item)
    page, _ = editing.save(item, content | {"title_en": "First"}, editor, version=0)
    with pytest.raises(editing.Conflict) as conflict:
        editing.save(item, content | {"title_en": "Second"}, editor, version=0)
    assert conflict.value.page.version == page.version
    assert reread(item).draft.content["title_en"] == "First"


def test_changes_can_wait_for_their_time(editor):
    item = make_news_item("Old")
    at = timezone.now() + timedelta(hours=1)
    changed = contents.content_of(item) | {"title_en": "New", "due_at": at.isoformat()}
    editing.save(item, changed, editor)
    page = editing.publish(item, editor)
    assert (page.due_at, reread(item).title) == (at, "Old")
    assert next_change() == at
    publish_what_is_due()
    assert reread(item).title == "Old"
    NewsItem.objects.update(due_at=timezone.now())
    publish_due(item)
    page = reread(item)
    assert (page.title, page.due, page.due_at, page.draft) == ("New", None, None, None)


def test_a_draft_begun_after_scheduling_stays_a_draft(editor):
    item = make_news_item("Old")
    at = timezone.now() + timedelta(hours=1)
    content = contents.content_of(item)
    editing.save(item, content | {"title_en": "New", "due_at": at.isoformat()}, editor)
    editing.publish(item, editor)
    editing.save(item, content | {"title_en": "Newer", "due_at": at.isoformat()}, editor)
    NewsItem.objects.update(due_at=timezone.now())
    publish_due(item)
    page = reread(item)
    assert (page.title, page.draft.content["title_en"]) == ("New", "Newer")


def test_due_changes_that_cannot_be_shown_come_back_to_the_desk(editor):
    item = make_news_item("Old", slug="old")
    at = timezone.now() + timedelta(hours=1)
    changed = contents.content_of(item) | {"slug": "taken", "due_at": at.isoformat()}
    editing.save(item, changed, editor)
    editing.publish(item, editor)
    make_news_item(slug="taken")
    NewsItem.objects.filter(pk=item.pk).update(due_at=timezone.now())
    publish_due(item)
    page = reread(item)
    assert (page.slug, page.due, page.review) == ("old", None, Review.SENT_BACK)
    assert page.draft.content["slug"] == "taken"


def test_two_readers_who_meet_changes_that_cannot_be_shown_send_them_back_once(editor, monkeypatch):
    item = make_news_item("Old")
    at = timezone.now() + timedelta(hours=1)
    editing.save(item, contents.content_of(item) | {"due_at": at.isoformat()}, editor)
    editing.publish(item, editor)
    NewsItem.objects.update(due_at=timezone.now(), status=Status.WITHDRAWN)
    readers = iter([publish_due])

    def as_told(*args):
        for another in readers:
            another(item)

    monkeypatch.setattr(due.logger, "exception", as_told)
    publish_due(item)
    assert Revision.objects.of(item).filter(verb=Verb.SENT_BACK).count() == 1


def test_due_changes_that_name_what_is_gone_come_back_too(editor):
    item, partner = make_news_item("Old"), make_partner()
    at = timezone.now() + timedelta(hours=1)
    row = {"id": None, "partner_id": partner.pk, "role": "funder", "note": ""}
    changed = {"title_en": "New", "contributions": [row], "due_at": at.isoformat()}
    editing.save(item, contents.content_of(item) | changed, editor)
    editing.publish(item, editor)
    partner.delete()
    NewsItem.objects.filter(pk=item.pk).update(due_at=timezone.now())
    publish_due(item)
    page = reread(item)
    assert (page.title, page.due, page.review) == ("Old", None, Review.SENT_BACK)
    assert page.draft.content["title_en"] == "New"
    assert "deleted" in Revision.objects.of(page).first().comment


def test_a_page_goes_when_its_time_is_over(editor, client):
    item = make_news_item()
    until = timezone.now() + timedelta(hours=1)
    editing.withdraw(item, editor, at=until)
    assert NewsItem.objects.published().count() == 1
    assert NewsItem.objects.published(at=until).count() == 0
    assert next_change() == until
    assert not reread(item).is_published(at=until)


def test_a_published_page_that_moves_leaves_its_address(editor):
    item = make_news_item(slug="old")
    editing.save(item, contents.content_of(item) | {"slug": "new"}, editor)
    assert not OldAddress.objects.exists()
    editing.publish(item, editor)
    assert OldAddress.objects.get().path == "/snapshots/2024-h2/old/"


def test_the_bin_keeps_what_was_deleted(editor):
    item = full_story()
    before = contents.content_of(item)
    page = editing.delete(item, editor)
    assert not NewsItem.objects.published().exists()
    page = editing.undelete(page, editor)
    assert page.status == Status.WITHDRAWN
    assert contents.content_of(page) == before


def test_a_translation_is_stale_while_its_source_says_something_else(editor):
    item = make_news_item("One", title_ru="Один", status=Status.DRAFT)
    content = contents.content_of(item)
    page, _ = editing.save(item, content | {"title_en": "Two"}, editor)
    assert page.stale_languages == ["ru"]
    page, _ = editing.save(item, content, editor)
    assert page.stale_languages == []
    page, _ = editing.save(item, content | {"title_en": "Two"}, editor)
    page, _ = editing.save(item, content | {"title_en": "Two", "title_ru": "Два"}, editor)
    assert page.stale_languages == []


def test_approval_ends_with_the_next_change_by_somebody_who_may_not_approve(
    editor, django_user_model
):
    writer = django_user_model.objects.create_user("writer")
    item = make_news_item(status=Status.DRAFT)
    editing.approve(item, editor)
    page, _ = editing.save(item, contents.content_of(item) | {"title_en": "New"}, writer)
    assert page.review == Review.SUBMITTED
