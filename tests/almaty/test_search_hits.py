"""The best hits, their number, and the piece of text each shows."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from almaty import search_hits
from almaty.search import matching
from almaty.search_hits import hits
from almaty.search_query import Query
from almaty.snippets import snippet
from newsroom.models import NewsItem
from tests.factories import (
    make_news_item,
    make_project,
)

pytestmark = pytest.mark.django_db
STORY = "newsroom.newsitem"


def titles(text, kind=STORY, limit=5):
    return [hit.title for hit in hits(Query.parse(text), [kind], limit).kinds[kind][1]]


def test_the_title_counts_before_the_summary_before_the_text_before_the_date():
    now = timezone.now()
    make_news_item("In the text, new", body="<p>glacier</p>", published_at=now)
    make_news_item("Text, old", body="<p>glacier</p>", published_at=now - timedelta(days=9))
    make_news_item("Summary", summary="glacier", published_at=now - timedelta(days=99))
    make_news_item("Glacier", published_at=now - timedelta(days=999))
    assert titles("glaciers") == ["Glacier", "Summary", "In the text, new", "Text, old"]


def test_the_readers_language_comes_first_and_an_object_once():
    make_news_item("UNESCO", published_at=timezone.now())
    make_news_item("Unesco in English", title_ru="UNESCO по-русски", title_kk="UNESCO қазақша")
    with translation.override("ru"):
        number, (first, second) = hits(Query.parse("unesco"), [STORY], 5).kinds[STORY]
        assert number == 2
        assert (first.title, first.language) == ("UNESCO по-русски", "ru")
        assert first.url.startswith("/ru/")
        assert (second.title, second.language) == ("UNESCO", "en")
        assert second.url.startswith("/ru/")  # shown in English there, with a note
    with translation.override("en"):
        (hit,) = hits(Query.parse("қазақша"), [STORY], 5).kinds[STORY][1]
        assert (hit.language, hit.url.startswith("/kk/")) == ("kk", True)


def test_a_few_hits_of_each_kind_and_the_number_of_all():
    for n in range(8):
        make_news_item(f"Glacier {n}", title_ru=f"Glacier {n}", title_kk=f"Glacier {n}")
    make_project("Glacier")
    found = hits(Query.parse("glacier"), [STORY, "programmes.project"], 5).kinds
    assert found[STORY][0] == 8
    assert len({hit.url for hit in found[STORY][1]}) == 5
    assert found["programmes.project"][0] == 1


def test_a_word_on_every_page_costs_no_more_than_a_few_thousand_rows(monkeypatch):
    for n in range(6):
        make_news_item(f"Story {n}", body="<p>glacier</p>")
    make_news_item("Other")
    assert not hits(Query.parse("glacier"), [STORY], 5).is_more
    monkeypatch.setattr(search_hits, "MOST_ROWS", 4)
    found = hits(Query.parse("glacier"), [STORY], 5)
    assert (found.is_more, found.kinds[STORY][0]) == (True, 4)
    old = NewsItem.objects.get(title="Story 0")
    old.title = "Glacier"  # an old page is found by its title all the same
    old.save()
    found = hits(Query.parse("glacier"), [STORY], 5)
    assert (found.is_more, found.kinds[STORY][0]) == (True, 5)
    assert found.kinds[STORY][1][0].title == "Glacier"


def test_queries_do_not_grow_with_the_archive(django_assert_num_queries):
    make_news_item("Glacier")
    query = Query.parse("glacier -tajikistan")
    with django_assert_num_queries(6):
        hits(query, [STORY], 5)
    for n in range(30):
        make_news_item(f"Glacier {n}", title_ru=f"Glacier {n}")
    with django_assert_num_queries(6):
        hits(query, [STORY], 5)
    with django_assert_num_queries(1):
        assert len(matching(NewsItem.objects.published(), "glacier")) == 31


def snippet_of(asked, **fields):
    make_news_item("Story", **fields)
    return hits(Query.parse(asked), [STORY], 5).kinds[STORY][1][0].snippet


def test_a_snippet_marks_the_words_found_in_their_own_form():
    assert snippet_of("glacier lak", body="<p>Glaciers and <em>Lakes</em>.</p>") == (
        "<mark>Glaciers</mark> and <mark>Lakes</mark>."
    )


def test_a_snippet_escapes_everything_else():
    shown = snippet_of(
        "script", summary='<script>alert("x")</script> & <mark> "quoted"', body="<p>a &lt;b&gt;</p>"
    )
    assert shown == (
        "&lt;<mark>script</mark>&gt;alert(&quot;x&quot;)&lt;/<mark>script</mark>&gt; &amp; "
        "&lt;mark&gt; &quot;quoted&quot; a &lt;b&gt;"
    )


def test_a_snippet_is_the_piece_with_most_of_the_words():
    body = f"<p>glacier {'x ' * 300} glacier lakes {'y ' * 300}</p>"
    shown = snippet_of("glacier lakes", body=body)
    assert "<mark>glacier</mark> <mark>lakes</mark>" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 320


@given(text=st.text(), asked=st.text() | st.just("a b c"))
def test_a_snippet_of_any_text_holds_no_markup_but_marks(text, asked):
    bare = snippet(text, Query.parse(asked), "en").replace("<mark>", "").replace("</mark>", "")
    assert "<" not in bare
    assert ">" not in bare
