from datetime import timedelta

import pytest
from django.utils import timezone
from taggit.models import Tag

from almaty import editing, merge
from almaty.due import publish_due
from almaty.merges import Merge
from almaty.models import Revision
from almaty.tags import split_on_commas
from tests.factories import make_news_item
from tests.forms import FormReader, submit

pytestmark = pytest.mark.django_db


def test_tags_are_told_apart_by_commas_only():
    assert split_on_commas(" glacier  lakes, youth ,, Youth") == ["Youth", "glacier lakes"]
    assert split_on_commas("  ") == []


def test_a_tag_that_is_there_keeps_its_spelling():
    make_news_item(tags=["Вода"])
    assert split_on_commas("вода, ВОДА, лёд") == ["Вода", "лёд"]


# A tag that was renamed --------------------------------------------------------------------------


def rename(client, old, new):
    tag = Tag.objects.get(name=old)
    answer = submit(client, f"/admin/taggit/tag/{tag.pk}/change/", name=new)
    assert answer.status_code == 302
    return tag


def waiting(*tags):
    """A live story whose draft has these tags."""
    story = make_news_item("Live")
    content = editing.current_content(story) | {"tags": list(tags), "title_en": "Draft"}
    return editing.save(story, content, None)[0]


def tags_in_form(client, story):
    html = client.get(f"/admin/newsroom/newsitem/{story.pk}/change/").content.decode()
    return FormReader(html).fields["tags"]


@pytest.mark.parametrize("new", ["snow", "Ice", "мұз"])
def test_a_draft_that_knows_the_old_name_is_published_with_the_new(admin_client, new):
    make_news_item(tags=["ice"])
    story = waiting("ice", "water")
    rename(admin_client, "ice", new)
    assert tags_in_form(admin_client, story) == [", ".join(sorted([new, "water"]))]
    editing.publish(story, None)
    assert set(story.tags.names()) == {new, "water"}
    assert set(Tag.objects.values_list("name", flat=True)) == {new, "water"}


def test_a_form_that_was_open_meanwhile_does_not_bring_it_back(admin_client):
    story = make_news_item(tags=["ice"])
    url = f"/admin/newsroom/newsitem/{story.pk}/change/"
    fields = FormReader(admin_client.get(url).content.decode()).fields
    rename(admin_client, "ice", "snow")
    admin_client.post(url, fields | {"title_en": ["Mine"], "_save": "1"})
    story.refresh_from_db()
    assert editing.current_content(story)["tags"] == ["snow"]


def test_an_old_version_and_a_change_that_is_due_follow_too(admin_client):
    make_news_item(tags=["ice"])
    story = waiting("ice")
    number = story.version
    editing.publish(story, None, at=timezone.now() + timedelta(hours=1))
    rename(admin_client, "ice", "snow")
    rename(admin_client, "snow", "firn")
    story.refresh_from_db()
    editing.update(story, due_at=timezone.now())
    publish_due(story)
    story.refresh_from_db()
    assert (story.title, list(story.tags.names())) == ("Draft", ["firn"])
    submit(admin_client, f"/admin/newsroom/newsitem/{story.pk}/change/", "_publish", tags="water")
    story.refresh_from_db()
    again, gone = editing.restore(story, Revision.objects.numbered(story, number), None)
    assert gone == []
    assert editing.current_content(again)["tags"] == ["firn"]
    assert not Tag.objects.filter(name__in=["ice", "snow"]).exists()


def test_renamed_and_then_merged_it_leads_to_the_survivor_and_back(admin_client):
    make_news_item(tags=["ice", "water"])
    story = waiting("ice")
    tag = rename(admin_client, "ice", "snow")
    tag = Tag.objects.get(pk=tag.pk)
    done = merge.merge(tag, Tag.objects.get(name="water"), None)
    story.refresh_from_db()
    assert story.draft.content["tags"] == ["water"]
    assert split_on_commas("ice, Snow") == ["water"]
    assert merge.undo(done, None) == []
    assert split_on_commas("ice, snow") == ["snow"]
    story.refresh_from_db()
    assert tags_in_form(admin_client, story) == ["snow"]


def test_a_tag_that_a_draft_knows_by_its_old_name_is_in_use(admin_client):
    Tag.objects.create(name="ice")
    story = waiting("ice")
    tag = rename(admin_client, "ice", "snow")
    answer = admin_client.post(f"/admin/taggit/tag/{tag.pk}/delete/", {"post": "yes"})
    assert str(story) in answer.content.decode()
    assert Tag.objects.filter(pk=tag.pk).exists()


def test_a_name_that_another_tag_has_now_is_that_tag_s(admin_client):
    make_news_item(tags=["ice"])
    story = waiting("ice")
    rename(admin_client, "ice", "snow")
    submit(admin_client, "/admin/taggit/tag/add/", name="ice", slug="new-ice")
    assert split_on_commas("ice") == ["ice"]
    editing.publish(story, None)
    assert list(story.tags.names()) == ["ice"]


def test_a_rename_is_no_merge_to_be_undone(admin_client):
    make_news_item(tags=["ice"])
    tag = rename(admin_client, "ice", "snow")
    html = admin_client.get(f"/admin/taggit/tag/{tag.pk}/history/").content.decode()
    assert "Undo this merge" not in html
    answer = admin_client.post("/admin/taggit/tag/unmerge/", {"merge": Merge.objects.get().pk})
    assert answer.status_code == 302
    assert Tag.objects.get().name == "snow"
