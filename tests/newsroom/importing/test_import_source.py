"""What stories keep of the document they came from: traces, lost links, the file."""

import pytest
from django.urls import reverse

from almaty import editing
from newsroom.importing.tracing import traces_of
from newsroom.models import Import, NewsItem, Result
from tests.newsroom.importing.office import STORIES, text_of
from tests.newsroom.importing.reviewing import page_of, send, suggestion

pytestmark = pytest.mark.usefixtures("register", "data_dir")


def test_every_number_is_traced_to_its_words(desk, document):
    for story in document.stories.all():
        send(desk, story, accept_all=1)
        page = page_of(story)
        traced = {
            (t.suggestion.became["part"], t.suggestion.became["key"]): t
            for t in traces_of(page)
            if "part" in t.suggestion.became
        }
        for part in ("results", "event_dates", "contributions"):
            for row in getattr(page, part).all():
                trace = traced[part, row.pk]
                assert trace.is_there
                for block, words in trace.sources:
                    assert words in document.blocks[block - 1]["text"]
    assert Result.objects.count() >= 2


def test_a_number_changed_later_keeps_its_trace_and_one_taken_out_loses_it(desk, story):
    row = suggestion(story, "result")
    send(desk, story, accept=row.pk)
    page = page_of(story)
    content = editing.current_content(page)
    content["results"][0]["unit_en"] = "specialists"
    page, _ = editing.save(page, content, None)
    assert [t.is_there for t in traces_of(page)] == [True]
    editing.save(page, content | {"results": []}, None)
    assert [t.is_there for t in traces_of(page_of(story))] == [False]


def test_the_storys_form_names_the_source(desk, story):
    send(desk, story, accept_all=1)
    html = desk.get(reverse("admin:newsroom_newsitem_change", args=[story.news_item_id]))
    assert "Imported from “edition.md”" in html.content.decode()
    assert "over 40 hydrologists" in html.content.decode()


def test_the_source_is_sent_to_be_saved(desk, document):
    answer = desk.get(reverse("admin:newsroom_import_source", args=[document.pk]))
    assert b"".join(answer.streaming_content) == text_of().encode()
    assert answer["Content-Disposition"] == 'attachment; filename="edition.md"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert "no-store" in answer["Cache-Control"]


def test_lost_links_are_ticked_off(desk, document):
    story = document.stories.get(number=3)
    form = reverse("admin:newsroom_newsitem_change", args=[story.news_item_id])
    assert "Lost links to look up" in desk.get(form).content.decode()
    note = story.lost_links.get()
    answer = send(desk, story, found_link=note.pk, back="form")
    assert answer.redirect_chain[-1][0] == form
    note.refresh_from_db()
    assert (note.done_at is not None, note.done_by.username) == (True, "aida")
    send(desk, story, found_link=note.pk)  # pressed twice, or in another window
    note.refresh_from_db()
    assert note.done_at
    send(desk, story, lost_link=note.pk)
    note.refresh_from_db()
    assert note.done_at is None


def test_a_deleted_import_takes_its_file_along_and_leaves_the_stories(
    desk, document, data_dir, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(reverse("admin:newsroom_import_delete", args=[document.pk]), {"post": "yes"})
    assert not Import.objects.exists()
    assert NewsItem.objects.count() == len(STORIES)
    assert not (data_dir / "imports" / document.file.name).exists()
