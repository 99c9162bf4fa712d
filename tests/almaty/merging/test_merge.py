"""Merging two partners, projects or tags, and undoing it."""

import pytest
from django.core.cache import cache
from taggit.models import Tag, TaggedItem

from almaty import contents, editing, merge
from almaty.merges import Merge
from almaty.models import OldAddress, Revision
from almaty.old_addresses import remember
from almaty.publishing import Status
from newsroom.models import NewsItem
from programmes.models import Partner, Project
from tests.almaty.merging.pages import contribution, draft, everything, reread
from tests.factories import (
    make_country,
    make_news_item,
    make_partner,
    make_project,
    make_result,
    make_sector,
)

pytestmark = pytest.mark.django_db


def test_relations_names_drafts_and_addresses_follow(partners, client):
    lost, survivor = partners
    remember("/partners/older/", lost)
    merge.merge(lost, survivor, None)
    survivor = reread(survivor)
    story = NewsItem.objects.get(title_en="Both")
    assert {(c.partner, c.role, c.note) for c in story.contributions.all()} == {
        (survivor, "host", "to be confirmed"),
        (survivor, "funder", ""),
    }
    assert Project.objects.get().participations.get().partner == survivor
    assert Partner.objects.get(name_en="Its institute").parent == survivor
    waiting = NewsItem.objects.get(title_en="Only in a draft").draft.content["contributions"]
    assert [row["partner_id"] for row in waiting] == [survivor.pk]
    assert {(n.name, n.kind) for n in survivor.other_names.all()} == {
        ("Water Ministry", "alias"),
        ("Ministry of Water", "alias"),
    }
    assert (survivor.acronym, survivor.name_ru) == ("MoW", "Минводы")  # it had none
    assert survivor.website == "https://mow.kz"
    assert survivor.slug == "ministry-of-water"
    assert reread(lost).status == Status.DELETED
    for path in ("/partners/mow/", "/partners/older/"):
        assert client.get(path)["Location"] == "/partners/ministry-of-water/"
    untouched = NewsItem.objects.get(title_en="Untouched")
    assert untouched.version == 0


def test_every_touched_page_has_a_revision_that_says_so(partners):
    lost, survivor = partners
    merge.merge(lost, survivor, None)
    touched = Revision.objects.filter(verb="merged")
    assert {str(revision.page) for revision in touched} == {
        "Both", "Project", "Only in a draft", "Its institute",
        "Ministry of Water", "Ministry of Water Resources",
    }  # fmt: skip
    assert {r.comment for r in touched} == {"Ministry of Water → Ministry of Water Resources"}
    for revision in touched:
        page = revision.page
        assert page.version == revision.number
        assert not contents.changed_fields(revision.content, editing.current_content(page))


def test_what_was_chosen_is_taken_over_and_the_name_it_had_is_kept(partners):
    lost, survivor = partners
    merge.merge(lost, survivor, None, taken={"name_en"})
    survivor = reread(survivor)
    assert survivor.name_en == "Ministry of Water"
    assert "Ministry of Water Resources" in {n.name for n in survivor.other_names.all()}
    assert survivor.name_en not in {n.name for n in survivor.other_names.all()}


def test_undone_everything_is_as_it_was(partners, client):
    lost, survivor = partners
    remember("/partners/older/", lost)
    before = everything()
    done = merge.merge(lost, survivor, None, taken={"name_en"})
    assert everything() != before
    assert merge.undo(done, None) == []
    assert everything() == before
    cache.clear()
    assert client.get("/partners/mow/").status_code == 200
    assert client.get("/partners/older/")["Location"] == "/partners/mow/"
    with pytest.raises(merge.NotMergeable):
        merge.undo(done, None)


def test_undoing_leaves_what_was_changed_since(partners):
    lost, survivor = partners
    done = merge.merge(lost, survivor, None)
    story = NewsItem.objects.get(title_en="Both")
    third = make_partner("Third")
    added = [*editing.current_content(story)["contributions"], contribution(third)]
    editing.publish(draft(story, title_en="Renamed", contributions=added), None)
    project = Project.objects.get()
    editing.publish(draft(project, participations=[]), None)
    assert merge.undo(done, None) == [project]
    story = reread(story)
    assert story.title_en == "Renamed"
    assert {(c.partner, c.role) for c in story.contributions.all()} == {
        (lost, "host"), (lost, "funder"), (survivor, "host"), (third, "host"),
    }  # fmt: skip
    assert not project.participations.exists()


def test_an_older_version_brought_back_names_the_survivor(partners):
    lost, survivor = partners
    story = NewsItem.objects.get(title_en="Both")
    merge.merge(lost, survivor, None)
    third = make_partner("Third")
    merge.merge(survivor, third, None)
    story, gone = editing.restore(reread(story), Revision.objects.numbered(story, 0), None)
    assert gone == []
    named = {row["partner_id"] for row in editing.current_content(story)["contributions"]}
    assert named == {third.pk}


def test_two_projects_become_one():
    kazakhstan, culture = make_country(), make_sector()
    lost = make_project("Long title", countries=[kazakhstan], short_title="GLOFCA", sector=culture)
    survivor = make_project("Another title", short_title="Glaciers")
    funder = make_partner()
    for project in (lost, survivor):
        project.participations.create(partner=funder, role="funder")
        make_result(project=project, unit="stations")
    make_result(project=lost, unit="people")
    story = make_news_item("Story", project=lost)
    make_result(news_item=make_news_item("With a result"), project=lost)
    before = everything()
    done = merge.merge(lost, survivor, None)
    survivor = reread(survivor)
    assert reread(story).project == survivor
    assert survivor.participations.count() == 1
    assert sorted(r.unit for r in survivor.results.filter(news_item=None)) == ["people", "stations"]
    assert survivor.results.exclude(news_item=None).count() == 1
    assert list(survivor.countries.all()) == [kazakhstan]
    assert survivor.sector == culture
    assert {(n.name, n.kind) for n in survivor.other_names.all()} == {
        ("Long title", "former"), ("GLOFCA", "alias"),
    }  # fmt: skip
    assert merge.undo(done, None) == []
    assert everything() == before


@pytest.mark.parametrize("name", ["Ice", "мұз «тоң»"])
def test_two_tags_become_one(name):
    first = make_news_item("One", tags=["ice"])
    lost, survivor = Tag.objects.create(name=name, slug="lost"), Tag.objects.get(name="ice")
    second = make_news_item("Both")
    second.tags.set([lost, survivor])
    waiting = draft(make_news_item("Waiting"), tags=[name])
    before = everything()
    done = merge.merge(lost, survivor, None)
    assert not Tag.objects.filter(name=name).exists()
    assert [list(page.tags.names()) for page in (first, second)] == [["ice"], ["ice"]]
    assert reread(waiting).draft.content["tags"] == ["ice"]
    older = Revision.objects.numbered(waiting, 1)
    again, _gone = editing.restore(reread(waiting), older, None)
    assert again.draft.content["tags"] == ["ice"]
    editing.save(reread(waiting), reread(waiting).draft.content | {"tags": ["ice"]}, None)
    assert merge.undo(done, None) == []
    assert everything() == before
    assert Tag.objects.get(name=name).slug == "lost"
    assert TaggedItem.objects.count() == 3


def test_a_tag_whose_address_was_taken_since_comes_back_under_another():
    lost, survivor = Tag.objects.create(name="Ice", slug="ice"), Tag.objects.create(name="Snow")
    make_news_item("One", tags=["Ice"])
    done = merge.merge(lost, survivor, None)
    Tag.objects.create(name="Ice sheets", slug="ice")
    assert merge.undo(done, None) == []
    assert Tag.objects.get(name="Ice").slug == "ice-2"
    assert TaggedItem.objects.get().tag.name == "Ice"


def test_changes_that_wait_for_their_time_follow(partners):
    lost, survivor = partners
    moment = "2099-01-01T00:00:00+00:00"
    story = draft(make_news_item("Due"), contributions=[contribution(lost)], due_at=moment)
    editing.publish(reread(story), None)
    merge.merge(lost, survivor, None)
    story = reread(story)
    assert story.due == story.draft
    assert story.due_at.year == 2099
    assert story.due.content["contributions"][0]["partner_id"] == survivor.pk


def test_a_part_of_the_other_is_no_part_of_itself():
    lost = make_partner("Parent")
    survivor = make_partner("Child", parent=lost)
    merge.merge(lost, survivor, None)
    assert reread(survivor).parent is None


def test_all_or_nothing(partners, monkeypatch):
    """Wherever it fails, nothing is changed."""
    lost, survivor = partners
    before, revisions = everything(), Revision.objects.count()
    record, calls = editing.record, []
    for fail_at in range(1, 7):

        def broken(*args, fail_at=fail_at, **kwargs):
            calls.append(1)
            if len(calls) == fail_at:
                raise RuntimeError
            return record(*args, **kwargs)

        calls.clear()
        monkeypatch.setattr(editing, "record", broken)
        with pytest.raises(RuntimeError):
            merge.merge(lost, survivor, None)
        assert everything() == before
        assert (Revision.objects.count(), Merge.objects.count()) == (revisions, 0)
    assert not OldAddress.objects.exists()


@pytest.mark.parametrize("state", [{"status": Status.DELETED}, {"version": 5}])
def test_what_was_changed_or_deleted_meanwhile_is_not_merged(partners, state):
    lost, survivor = partners
    Partner.objects.filter(pk=lost.pk).update(**state)
    with pytest.raises((editing.Conflict, merge.NotMergeable)):
        merge.merge(lost, survivor, None, seen={lost.pk: 0, survivor.pk: 0})


def test_neither_with_itself_nor_with_another_kind():
    partner, project = make_partner(), make_project()
    for other in (partner, project):
        with pytest.raises(merge.NotMergeable):
            merge.merge(partner, other, None)
