"""What is typed into the search box: words, phrases, what is left out; and never an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty.search_query import LONGEST, MOST_WORDS, Query, fts5, tsquery


def wanted(text):
    return [spelling[0] for spelling in Query.parse(text).terms]


def test_words_are_wanted_in_any_form():
    assert wanted("Floods GLACIERS") == ["flood", "glacier"]


def test_only_the_last_word_may_be_begun():
    first, last = Query.parse("glac lak").terms
    assert first == ("glac",)
    assert last == ("lak", "lak*")
    assert Query.parse("lak ").terms == Query.parse("lak").terms
    assert "ош*" not in Query.parse("ош").terms[0]  # two letters begin too much


def test_quotation_marks_of_every_kind_make_a_phrase():
    for text in ('"glacier lakes"', "“glacier lakes”", "«glacier lakes»"):
        query = Query.parse(text)
        assert query.phrases == ((" glacier lake ",),)
        assert query.terms == (("glacier",), ("lake",))


def test_an_open_quotation_mark_is_no_phrase():
    assert Query.parse('"glacier lakes').phrases == ()
    assert wanted('"glacier lakes') == ["glacier", "lake"]


def test_a_minus_before_a_word_or_phrase_leaves_out():
    query = Query.parse('glacier -tajikistan -"early warning"')
    assert wanted("glacier -tajikistan") == ["glacier"]
    assert query.unwanted[0].terms == (("tajikistan",),)
    assert query.unwanted[1].phrases == (" earli warn ",)


@pytest.mark.parametrize("text", ["Almaty-Bishkek", "2024 - 2025", "a – b"])
def test_a_minus_elsewhere_leaves_nothing_out(text):
    assert not Query.parse(text).unwanted


def test_words_that_say_nothing_are_passed_over_unless_there_are_no_others():
    assert wanted("floods in the mountains") == ["flood", "mountain"]
    assert wanted("in the") == ["in", "the"]
    assert wanted('"in the mountains"') == ["in", "the", "mountain"]
    assert wanted("мектеп және ЮНЕСКО-ның") == ["мектеп", "юнеск"]


def test_what_is_longer_is_cut_and_says_so():
    many = Query.parse(" ".join(f"word{n}" for n in range(MOST_WORDS + 1)))
    assert len(many.terms) == MOST_WORDS
    assert many.is_cut
    long = Query.parse("x" * 10_000)
    assert len(long.text) == LONGEST
    assert long.is_cut
    assert not Query.parse("glacier lakes").is_cut


@pytest.mark.parametrize("text", ["", "   ", "!!!", "😀", "\0", "\ud800", '""', "-", "—"])
def test_a_text_without_words_asks_nothing(text):
    assert Query.parse(text).terms == ()


@given(st.text() | st.text(alphabet='ab"-*^():{}AND OR NEAR\0\ud800қ1«» '))
def test_any_text_is_a_query(text):
    query = Query.parse(text)
    assert len(query.text) <= LONGEST
    assert len(query.terms) <= MOST_WORDS
    for spelling in (s for term in query.terms for s in term):
        assert spelling.removesuffix("*").isalnum()
    if query.terms:
        assert fts5(query.terms, ["head"])
        assert tsquery(query.terms)
