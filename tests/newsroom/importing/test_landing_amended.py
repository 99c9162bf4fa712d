"""A document of a period that was imported before, changed: shown, offered, done when asked."""

import time

import pytest

from almaty import contents, editing
from newsroom.importing import amendments, decisions
from newsroom.importing.amendments import blocks_of, matched, merged
from newsroom.importing.document import Block, StoryText
from newsroom.importing.values import key_of
from newsroom.models import ImportedStory, NewsItem, Suggestion
from tests.newsroom.importing.office import (
    GLACIERS,
    MUSEUM,
    STORIES,
    TEACHERS,
    counts,
    drafts_of,
    landed,
)

MORE = "A second group of 12 hydrologists will be trained in Osh, Kyrgyzstan, in spring."
CHANGED = (GLACIERS[0], GLACIERS[1].replace("over 40", "over 45"), GLACIERS[2], MORE)
NEW = (
    "Schools of Almaty collect seeds of wild apples",
    "Pupils of ten schools in Almaty, Kazakhstan, collected seeds of wild apples in December.",
)


@pytest.fixture
def first(register, data_dir):
    return landed().document


def amended(document):
    return {story.number: story for story in document.stories.select_related("earlier")}


def test_each_story_is_told_as_known_changed_or_new(first):
    again = landed([CHANGED, TEACHERS, MUSEUM, NEW], name="amended.md")
    assert (again.created, again.amended, again.known) == (1, 1, 2)
    stories = amended(again.document)
    assert [stories[n].state for n in (1, 2, 3, 4)] == ["amended", "known", "known", "new"]
    assert [stories[n].news_item for n in (1, 2, 3)] == drafts_of(first)
    assert NewsItem.objects.count() == 4


def test_nothing_changes_without_a_click(first):
    before = [(s.version, contents.content_of(s)) for s in drafts_of(first)]
    landed([CHANGED, TEACHERS, MUSEUM], name="amended.md")
    after = [NewsItem.objects.get(pk=s.pk) for s in drafts_of(first)]
    assert [(s.version, contents.content_of(s)) for s in after] == before


def test_a_click_makes_it_a_draft(first):
    story = amended(landed([CHANGED, TEACHERS, MUSEUM]).document)[1]
    page = decisions.take_amendment(story, None, story.news_item.version)
    assert "over 45 hydrologists" in page.body_en
    assert page.body_en.endswith(f"<p>{MORE}</p>")
    assert page.version == 2
    assert decisions.take_amendment(amended(story.document)[1], None).version == 2  # once


def test_a_published_story_stays_as_it_is_until_its_draft_is_published(first):
    page = drafts_of(first)[0]
    editing.publish(page, None)
    story = amended(landed([CHANGED, TEACHERS, MUSEUM]).document)[1]
    page = decisions.take_amendment(story, None)
    assert "over 40" in NewsItem.objects.get(pk=page.pk).body_en
    assert "over 45" in page.draft.content["body_en"]


def test_what_an_editor_wrote_since_is_kept_and_named(first):
    page = drafts_of(first)[0]
    content = contents.content_of(page)
    content["body_en"] = content["body_en"].replace("trained over 40", "taught more than 40")
    content["body_en"] += "<p>Ours.</p>"
    editing.save(page, content, None)
    story = amended(landed([CHANGED, TEACHERS, MUSEUM]).document)[1]
    offer = amendments.offer(story, editing.current_content(story.news_item))
    assert "taught more than 40" in offer.content["body_en"]
    assert f"<p>{MORE}</p><p>Ours.</p>" in offer.content["body_en"]
    assert ([GLACIERS[1]], [CHANGED[1]]) in offer.left


def test_the_edited_draft_gets_what_changed_elsewhere():
    was = [{"text": t, "html": f"<p>{t}</p>"} for t in ("One.", "Two.", "Three.")]
    now = [{"text": t, "html": f"<p>{t}</p>"} for t in ("One.", "Second.", "Three.", "Four.")]
    blocks, left = merged(["<p>One.</p>", "<p>Ours.</p>", "<p>Two.</p>", "<p>Three.</p>"], was, now)
    assert blocks == [
        *("<p>One.</p>", "<p>Ours.</p>", "<p>Second.</p>", "<p>Three.</p>", "<p>Four.</p>")
    ]
    assert left == []


def test_a_text_falls_into_its_blocks_and_back():
    html = (
        "<p>A <strong>b</strong></p><ul><li><p>one</p></li><li><p>two</p></li></ul>"
        "<blockquote><p>said</p></blockquote><figure><img src='x'><figcaption>c</figcaption>"
        "</figure><p>end</p>"
    )
    blocks = blocks_of(html)
    assert blocks[1:3] == ["<ul><li><p>one</p></li></ul>", "<ul><li><p>two</p></li></ul>"]
    assert len(blocks) == 6
    assert "".join(blocks).replace("</ul><ul>", "") == html


def test_a_list_that_holds_another_stays_whole_and_takes_no_time():
    inner = "<ul><li><p>inner</p></li></ul>"
    html = f"<ul>{'<li><p>one</p></li>' * 24}<li><p>outer</p>{inner}</li></ul>"
    started = time.process_time()
    assert blocks_of(html) == [html]
    assert time.process_time() - started < 1


def test_only_what_is_new_is_suggested(first):
    def keys(document):
        rows = Suggestion.objects.filter(story__document=document)
        return {(row.story.number, row.kind, key_of(row.kind, row.value)) for row in rows}

    again = landed([CHANGED, TEACHERS, MUSEUM]).document
    assert (1, "country", "kyrgyzstan") in keys(again)
    assert (1, "country", "uzbekistan") in keys(first)
    assert not keys(first) & keys(again)


def test_stories_of_the_same_words_are_matched_with_the_nearest(first):
    texts = [(GLACIERS[0], "One."), GLACIERS, TEACHERS, GLACIERS]
    stories = [
        StoryText(head, [Block("paragraph", text) for text in rest]) for head, *rest in texts
    ]
    rows = [
        ImportedStory(headline=head, paragraphs=[{"text": text} for text in rest])
        for head, *rest in [TEACHERS, GLACIERS, TEACHERS, GLACIERS]
    ]
    assert matched(stories, rows) == {1: rows[1], 2: rows[2], 3: rows[3]}
    assert matched(stories[2:], rows[2:]) == {0: rows[2], 1: rows[3]}


def test_a_lost_link_is_a_to_do_once(first):
    again = landed([GLACIERS, TEACHERS, (*MUSEUM, "They meet again next year.")]).document
    assert amended(again)[3].state == "amended"
    assert not amended(again)[3].lost_links.exists()


def test_a_story_that_is_gone_from_the_document_is_named_and_stays(first):
    again = landed([GLACIERS, TEACHERS], name="shorter.md")
    assert any(MUSEUM[0] in warning for warning in again.document.warnings)
    assert NewsItem.objects.kept().count() == 3


def test_another_document_of_the_period_is_not_taken_for_an_amendment(first):
    other = landed([NEW], name="other.md")
    assert (other.created, other.amended) == (1, 0)
    assert other.document.warnings == []


def test_two_amendments_after_one_another(first):
    landed([CHANGED, TEACHERS, MUSEUM])
    before = counts()["NewsItem"]
    third = landed([(*CHANGED, "The end."), TEACHERS, MUSEUM])
    assert counts()["NewsItem"] == before
    assert amended(third.document)[1].state == "amended"
    assert len(STORIES) == 3
