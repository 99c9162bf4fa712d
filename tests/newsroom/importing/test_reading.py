import time
import unicodedata

import pytest

from almaty.prose import clean_prose
from newsroom.importing.document import Refused
from newsroom.importing.reading import read_document, read_text
from newsroom.importing.reading.addresses import led_to
from newsroom.importing.reading.pieces import Piece, Raw, text_blocks
from tests.newsroom.importing.layouts import layouts
from tests.newsroom.importing.word_documents import (
    archive,
    paragraph,
    word,
)


def test_letters_stay_and_white_space_is_single():
    text = "Ұлытау – “қала”, «город»…\u00a0 It’s D.A.\tKunaev's;  №5"
    block = read_text(text).blocks[0]
    assert block.text == "Ұлытау – “қала”, «город»… It’s D.A. Kunaev's; №5"


def test_letters_are_composed_and_invisible_marks_go():
    block = read_text(unicodedata.normalize("NFD", "Ёлкий") + " co\u00adop\u200b").blocks[0]
    assert block.text == "Ёлкий coop"


@pytest.mark.parametrize("layout", [*layouts()], ids=lambda layout: layout.name)
def test_what_stands_in_the_html_is_clean_already(layout):
    for block in read_document(layout.data).blocks:
        assert clean_prose(block.html) == block.html


GOOGLE = "https://www.google.com"


@pytest.mark.parametrize(
    ("written", "real"),
    [
        (f"{GOOGLE}/url?q=https://a.org/b%3Fc%3D1&sa=D", "https://a.org/b?c=1"),
        ("https://e.safelinks.protection.outlook.com/?url=http%3A%2F%2Fa.org&x=1", "http://a.org"),
        (f"{GOOGLE}/search?q=https://a.org", None),
        (f"{GOOGLE}/url?q=javascript:x", None),
        ("https://a.org/url?q=https://b.org", None),
        ("https://[", None),
    ],
)
def test_an_address_that_google_or_outlook_has_wrapped_is_taken_out(written, real):
    assert led_to(written) == (real or written)
    (block,) = read_text(f"# A\n\nSee [the guide]({GOOGLE}/url?q=https://a.org).").blocks[1:]
    assert [link.href for link in block.links] == ["https://a.org"]


def test_a_line_break_of_a_pages_source_ends_no_paragraph():
    page = "<p><b>The office</b>\n<span>met forty</span>\n<i>herders</i><br>in <b>Osh</b>\n.</p>"
    assert [block.text for block in read_text(page).blocks] == [
        "The office met forty herders in Osh ."
    ]


def test_a_picture_inside_a_page_is_kept_and_one_elsewhere_is_named_in_a_warning():
    document = read_text(
        "<p>Words.</p><figure><img alt='x' src='data:image/png;base64,aXRzIGJ5dGVz'>"
        "<figcaption>The lake</figcaption></figure><img src='https://example.org/y.png'>"
    )
    (held,) = [block.picture for block in document.blocks if block.picture]
    assert (held.data, held.caption) == (b"its bytes", "The lake")
    assert "was not fetched" in document.warnings[0]


def test_a_word_file_is_told_by_its_content_not_its_name():
    assert read_document(word(paragraph("Words.")), "letter.txt").kind == "docx"
    assert read_document(b"<h1>Words</h1><p>More.</p>", "letter.docx").kind == "html"
    assert read_document("Words – more".encode(), "letter.html").kind == "text"


@pytest.mark.parametrize("part", ["content.xml", "xl/workbook.xml", "ppt/presentation.xml"])
def test_a_file_of_another_office_program_is_refused_with_what_to_do(part):
    with pytest.raises(Refused, match=r"Save it as \.docx"):
        read_document(archive({"[Content_Types].xml": "<Types/>", part: "<x/>"}))


@pytest.mark.parametrize("text", ["", "  \n ", "<script>1</script>", "<p> </p>"])
def test_nothing_to_read_is_refused(text):
    with pytest.raises(Refused, match=r"^There is no text in this document\.$"):
        read_text(text)


def test_a_paragraph_of_endless_line_breaks_is_read_in_no_time():
    pieces = [Piece("a"), Piece("\n"), Piece("b", is_bold=True), Piece("\n")] * 5_000
    alike = [Piece("a"), Piece("\n")] * 20_000
    started = time.process_time()
    assert len(list(text_blocks(Raw("paragraph", pieces)))) == 10_000
    assert len(list(text_blocks(Raw("paragraph", alike)))) == 1
    assert time.process_time() - started < 3


def test_a_tag_of_endless_attributes_is_read_in_no_time():
    many = " ".join(f"a{number}=1" for number in range(100_000))
    started = time.process_time()
    document = read_text(f"<p {many}>Forty herders met.</p><p {many}")
    assert [block.text for block in document.blocks] == ["Forty herders met."]
    assert time.process_time() - started < 2


def test_a_line_in_which_somebody_speaks_keeps_its_dash_and_is_no_item():
    said = "— Мы рады встрече, — сказал директор школы. — Мы ждали её."
    assert [(block.kind, block.text) for block in read_text(f"{said}\n\n— новые книги").blocks] == [
        ("paragraph", said),
        ("item", "новые книги"),
    ]


def test_no_line_goes_on_where_paragraphs_are_one_line_each():
    text = (
        "A school by the river opens its doors\nPress office, 4 May 2023\n\n" + "So it was. " * 20
    )
    assert [block.text for block in read_text(text).blocks][:2] == text.splitlines()[:2]
