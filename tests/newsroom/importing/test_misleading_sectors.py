"""A document of sectors whose headings are partly lost: no story, and its texts on the screen."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from newsroom.importing.reading import read_text
from newsroom.importing.splitting import split
from tests.newsroom.importing.office import counts
from tests.newsroom.importing.reviewing import upload

EDUCATION = (
    "Every child is to learn near home and in a language spoken there. The education programme "
    "helps ministries to train teachers and to write textbooks from which nobody is left out.",
    "Schools of the network exchange lessons by post and on the screen.",
)
NATURAL = (
    "Water is shared by all five countries of the region. Hydrologists are brought together here "
    "to measure glaciers and to read old maps of rivers.",
    "Biosphere reserves show how people and wild animals live side by side.",
)
SOCIAL = (
    "Young people are asked what they expect of their towns. The programme brings their answers "
    "to those who write the laws.",
)
CULTURE = (
    "Craftsmen, singers and keepers of old cities hand on what they know. The programme helps "
    "them to list it, to teach it and to live on it.",
    "Lists of the heritage are drawn up with the villages.",
)
COMMUNICATION = (
    "Journalists of small newspapers learn to check what they hear. Archives are opened to all "
    "who wish to read them.",
)
# The headings of Education, the first, and of Culture are lost.
LOST = "\n\n".join(
    [
        "What the office works on",
        *EDUCATION,
        "Natural Sciences",
        *NATURAL,
        "Social and Human Sciences",
        *SOCIAL,
        *CULTURE,
        "Communication and Information",
        *COMMUNICATION,
    ]
)


OFFERED = [
    ("What the office works on", None, [*EDUCATION]),
    ("Natural Sciences", "natural-sciences", [*NATURAL]),
    ("Social and Human Sciences", "social-human-sciences", [*SOCIAL, *CULTURE]),
    ("Communication and Information", "communication-information", [*COMMUNICATION]),
]


def test_texts_are_offered_under_the_headings_that_are_left():
    edition = split(read_text(LOST))
    assert edition.stories == []
    offered = [
        (text.heading, text.sector, [paragraph.text for paragraph in text.paragraphs])
        for text in edition.sector_texts
    ]
    assert offered == OFFERED
    assert "no story was made" in edition.warnings[0]
    assert "Education, Culture" in edition.warnings[1]


@pytest.mark.usefixtures("register", "data_dir")
def test_the_desk_shows_the_texts_and_makes_no_story(desk):
    """A file and not a pasted text, which the form shows again by itself."""
    before = counts()
    answer = upload(desk, file=SimpleUploadedFile("sectors.txt", LOST.encode()))
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert counts() == before
    page = html.unescape(answer.content.decode())
    assert "no story was made" in page
    assert "may stand under another heading: Education, Culture." in page
    assert offered_on(answer) == [(heading, texts) for heading, _sector, texts in OFFERED]


@pytest.mark.usefixtures("register", "data_dir")
def test_a_pasted_text_is_offered_too_and_comes_back_whole(desk):
    before = counts()
    answer = upload(desk, text=LOST)
    assert answer.context["form"]["text"].value() == LOST
    assert offered_on(answer) == [(heading, texts) for heading, _sector, texts in OFFERED]
    assert counts() == before


def offered_on(answer):
    """[(heading, paragraphs)] under “Texts of this document, by sector”."""
    page = html.unescape(answer.content.decode())
    _above, _tag, section = page.partition('<section aria-labelledby="sector-texts">')
    return [
        (re.search(r"<summary>(.*?)</summary>", text)[1], re.findall(r"<p>(.*?)</p>", text))
        for text in re.findall(
            r"<details>(.*?)</details>", section.partition("</section>")[0], re.DOTALL
        )
    ]
