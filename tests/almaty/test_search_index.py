"""The index follows every change, and can be mended."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from almaty import contents, editing
from almaty.search import matching
from almaty.search_tables import verify
from almaty.searchable import SearchEntry
from almaty.trials import undone
from newsroom.models import NewsItem
from programmes.models import Place
from tests.factories import (
    make_news_item,
    make_partner,
    make_project,
)

pytestmark = pytest.mark.django_db
STORY = "newsroom.newsitem"
TABLE = SearchEntry._meta.db_table


def found(text):
    return set(matching(NewsItem.objects.published(), text))


def looks_at_the_index(queries):
    return [q["sql"] for q in queries if q["sql"].startswith("SELECT") and TABLE in q["sql"]]


def test_a_page_with_all_that_belongs_to_it_is_indexed_once():
    story, tags = make_news_item("Title"), ["ice", "lakes", "snow"]
    roles = [{"id": None, "partner_id": make_partner().pk, "role": "host"} for _n in range(5)]
    content = editing.current_content(story) | {"tags": tags, "contributions": roles}
    with transaction.atomic(), CaptureQueriesContext(connection) as captured:
        contents.apply(story, content | {"title_en": "Newtitle"})
    assert len(looks_at_the_index(captured)) == 1
    assert found("newtitle") == found("snow") == {story}


def test_what_is_tried_and_rolled_back_is_not_indexed():
    story = make_news_item("Title")
    with CaptureQueriesContext(connection) as captured, undone():
        contents.apply(story, editing.current_content(story) | {"title_en": "Newtitle"})
    assert looks_at_the_index(captured) == []
    assert found("title") == {story}
    story.save()
    assert len(SearchEntry.objects.filter(kind=STORY)) == 1


def test_the_index_follows_every_change():
    project, partner = make_project("Oldproject"), make_partner("Oldpartner", acronym="OLDP")
    place = Place.objects.create(name="Oldplace")
    story = make_news_item("Oldtitle", project=project, tags=["oldtag"])
    contribution = story.contributions.create(partner=partner, role="host")
    place.news_items.add(story)
    old = ("oldtitle", "oldproject", "oldpartner", "oldp", "oldplace", "oldtag")
    assert [found(f'"{word}"') for word in old] == [{story}] * 6

    tag = story.tags.get()
    for row, field, value in (
        (story, "title", "Newtitle"),
        (project, "title", "Newproject"),
        (partner, "name", "Newpartner"),
        (place, "name", "Newplace"),
        (tag, "name", "newtag"),
    ):
        setattr(row, field, value)
        row.save()
    partner.acronym = "NEWP"
    partner.save()
    new = ("newtitle", "newproject", "newpartner", "newp", "newplace", "newtag")
    assert [found(f'"{word}"') for word in old] == [set()] * 6
    assert [found(f'"{word}"') for word in new] == [{story}] * 6

    alias = place.other_names.create(name="Aliasplace")
    assert found("aliasplace") == {story}
    alias.delete()
    place.news_items.clear()
    contribution.delete()
    tag.delete()
    story.project = None
    story.save()
    assert [found(word) for word in ("aliasplace", *new[1:])] == [set()] * 6
    story.delete()
    assert not SearchEntry.objects.filter(kind=STORY).exists()


def test_a_deleted_place_finds_nothing_any_more():
    place = Place.objects.create(name="Oldplace")
    story = make_news_item("Story")
    story.places.add(place)
    assert found("oldplace") == {story}
    place.delete()
    assert found("oldplace") == set()


def test_a_save_that_changes_no_word_writes_no_row():
    story = make_news_item("Story", title_ru="История")
    with CaptureQueriesContext(connection) as queries:
        story.save()
    written = [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert not [statement for statement in written if "searchentry" in statement]
    assert written


def test_a_save_taken_back_leaves_no_word():
    story = make_news_item("Before")
    with transaction.atomic():
        story.title = "After"
        story.save()
        assert found("after") == {story}
        transaction.set_rollback(True)
    assert found("after") == set()
    assert found("before") == {story}


def test_reindex_mends_what_went_past_the_models(capsys):
    story, gone = make_news_item("Oldtitle"), make_news_item("Gone")
    call_command("reindex", check=True)
    NewsItem.objects.filter(pk=story.pk).update(title="Newtitle", title_en="Newtitle")
    NewsItem.objects.filter(pk=gone.pk)._raw_delete("default")
    assert found("newtitle") == set()
    with pytest.raises(CommandError, match="2 rows"):
        call_command("reindex", check=True)
    assert found("newtitle") == set()
    call_command("reindex")
    assert "1 indexed in 1 rows" in capsys.readouterr().out
    assert found("newtitle") == {story}
    assert found("oldtitle") == set()
    rows = list(SearchEntry.objects.order_by("pk").values())
    assert len(rows) == 1
    call_command("reindex")
    assert list(SearchEntry.objects.order_by("pk").values()) == rows
    call_command("reindex", check=True)


def test_very_long_texts_are_saved_and_found():
    words = " ".join(f"word{n:x}" for n in range(60_000))
    story = make_news_item("Long", body=f"<p>{words}</p>", summary=words)
    assert found("word1") == found("long") == {story}


def test_the_words_of_the_index_agree_with_its_rows():
    """SQLite's index is a table of its own: a trigger that is missing shows here."""
    story = make_news_item("Story", body="<p>words</p>")
    story.title = "Other"
    story.save()
    make_news_item("Gone").delete()
    verify(connection)
    assert found("other") == {story}
    assert found("gone") == found("story") == set()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps the words in the row")
def test_words_that_left_their_rows_are_noticed_and_mended():
    make_news_item("Story")
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER almaty_search_changed")
    SearchEntry.objects.update(head=" other ")
    with pytest.raises(DatabaseError):
        verify(connection)
    SearchEntry.objects.all().delete()
    call_command("reindex")
    verify(connection)
