"""What Word prints beside the text: above and below it on each page, and in boxes."""

import pytest

from newsroom.importing.reading import read_document
from newsroom.importing.splitting import split
from tests.newsroom.importing.word_documents import SPACES, heading, paragraph, run, word

TEXT = "Seven clinics of the valley received solar stations."
NOTE = "Printed with the support of the people of the valley, whom we thank."


def edition_with(header, footer=""):
    parts = {
        "word/header1.xml": f"<w:hdr {SPACES}>{header}</w:hdr>",
        "word/footer2.xml": f"<w:ftr {SPACES}>{footer}</w:ftr>",
    }
    body = heading("Stations light clinics"), paragraph(TEXT)
    return split(read_document(word(*body, parts=parts)))


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Snapshots, July – December 2024", "2024-h2"),
        ("Letter from the valley, second half of 2023", "2023-h2"),
        ("March 2025", None),
        ("Page 3", None),
    ],
)
def test_a_period_in_the_margin_is_the_editions(line, period):
    edition = edition_with(paragraph(line))
    assert (str(edition.period) if edition.period else None) == period
    assert [(story.headline, story.texts) for story in edition.stories] == [
        ("Stations light clinics", [TEXT])
    ]


def test_the_text_knows_the_period_better_than_the_margin():
    parts = {"word/header1.xml": f"<w:hdr {SPACES}>{paragraph('Snapshots, 2023 H1')}</w:hdr>"}
    body = heading("Snapshots, 2024 H2", 1), heading("Stations light clinics"), paragraph(TEXT)
    assert str(split(read_document(word(*body, parts=parts))).period) == "2024-h2"


def test_a_sentence_in_the_margin_is_named_and_a_number_of_a_page_is_not():
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    footer = paragraph(NOTE) + f"<w:p>{field}{run('17')}</w:p>"
    assert edition_with(paragraph("Snapshots, 2024 H2"), footer).warnings == [
        f"In no story, and left out: “{NOTE}”."
    ]


BOX = f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent>"
NEW = f"<w:drawing><wp:anchor><wps:txbx>{BOX}</wps:txbx></wp:anchor></w:drawing>"
OLD = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"
LEFT_OUT = "1 text box was left out: copy its text into the document."


def twins(*drawn):
    return f"<mc:AlternateContent>{''.join(drawn)}</mc:AlternateContent>"


@pytest.mark.parametrize(
    ("drawn", "texts", "warnings"),
    [
        (OLD, ["In a box"], []),
        (
            twins(f"<mc:Choice>{NEW}</mc:Choice>", f"<mc:Fallback>{OLD}</mc:Fallback>"),
            ["In a box"],
            [],
        ),
        (twins(f"<mc:Choice>{NEW}</mc:Choice>"), [], [LEFT_OUT]),
        (NEW, [], [LEFT_OUT]),
    ],
    ids=["old", "twins", "one of twins", "new"],
)
def test_a_text_box_is_read_or_said_to_be_left_out(drawn, texts, warnings):
    """Word draws each twice, in a new way and in the old one, which is what can be read."""
    document = read_document(word(paragraph("Text"), f"<w:p><w:r>{drawn}</w:r></w:p>"))
    assert [block.text for block in document.blocks] == ["Text", *texts]
    assert document.warnings == warnings
