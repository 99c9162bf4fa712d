"""Numbered lists keep their numbers, in whatever kind of document they stand."""

import pytest

from almaty.prose import clean_prose
from newsroom.importing.drafts import joined
from newsroom.importing.reading import read_document, read_text
from tests.newsroom.importing.word_documents import W, heading, item, paragraph, word

NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{shape}"/></w:lvl>'
        for level, shape in enumerate(["decimal", "lowerLetter"])
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
INNER = item("letter").replace('<w:ilvl w:val="0"/>', '<w:ilvl w:val="1"/>')
ONE_TWO = "<ol><li><p>one</p></li><li><p>two</p></li></ol>"
PARTED = '<ol><li><p>one</p></li></ol><p>more</p><ol start="2"><li><p>two</p></li></ol>'


def in_word(*paragraphs):
    """The HTML of these, as a story has it."""
    document = word(heading("A"), *paragraphs, parts={"word/numbering.xml": NUMBERING})
    return html_of(read_document(document))


def html_of(document):
    html = joined(block.html for block in document.blocks[1:])
    assert clean_prose(html) == html
    return html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# A\n\n1. one\n2. two", ONE_TWO),
        ("# A\n1) one\n1) two", ONE_TWO),
        ("<h2>A</h2><ol><li>one<li><p>two</p></ol>", ONE_TWO),
        ("# A\n\n3. one\n4. two", ONE_TWO.replace("<ol>", '<ol start="3">')),
        ('<h2>A</h2><ol start="3"><li>one<li>two</ol>', ONE_TWO.replace("<ol>", '<ol start="3">')),
        ("# A\nLine\n2. one\n3. two", "<p>Line</p>" + ONE_TWO.replace("<ol>", '<ol start="2">')),
        ("# A\n1. one\n\n   more\n2. two", PARTED),
        ("<h2>A</h2><ol><li>one<p>more</p><li>two</ol>", PARTED),
    ],
)
def test_numbers_of_lists_stay(text, html):
    assert html_of(read_text(text)) == html


def test_a_list_after_another_begins_anew():
    one, two = ONE_TWO, ONE_TWO.replace("<ol>", '<ol start="1">')
    assert html_of(read_text("# A\n\n1. one\n2. two\n\n1) one\n2) two")) == one + two


def test_numbers_of_lists_stay_in_word():
    assert in_word(item("one"), item("two"), paragraph("Text")) == ONE_TWO + "<p>Text</p>"


def test_a_list_that_may_go_on_behind_a_paragraph_has_no_numbers_in_word():
    lists = item("one"), item("two"), paragraph("Text"), item("three"), item("four")
    assert "<ol" not in in_word(*lists)
    html = in_word(*lists[:2], heading("B"), *lists[3:])
    assert html.count("<ol>") == 2


@pytest.mark.parametrize("others", [(paragraph("Text"),), (INNER,)], ids=["alone", "list in list"])
def test_a_number_that_is_not_known_in_word_is_none(others):
    assert "<ol>" not in in_word(item("one"), *others, item("two"), *others)
