"""Every word of a document stands in a story, in the introduction or in a warning."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.importing.document import Block, Document, Picture
from newsroom.importing.reading import read_document, read_text
from newsroom.importing.splitting import split
from newsroom.importing.splitting.boilerplate import says_nothing
from newsroom.importing.splitting.ordinals import without_ordinal
from newsroom.importing.splitting.sectors import is_part
from tests.newsroom.importing.word_documents import (
    SPACES,
    heading,
    paragraph,
    relations,
    word,
)

WORD = re.compile(r"\w+")


def told(edition):
    """All that an editor gets to see of a document."""
    for story in edition.stories:
        yield story.headline
        yield from story.texts
        yield from (picture.caption for picture in story.pictures)
    yield from (block.text for block in edition.introduction)
    yield edition.title
    yield from edition.warnings


def missing(lines, edition):
    seen = set(WORD.findall(" ".join(told(edition))))
    kept = (without_ordinal(line) for line in lines if not (is_part(line) or says_nothing(line)))
    return [line for line in kept if not set(WORD.findall(line)) <= seen]


# Two stories end alike, three have one headline -------------------------------------------------

TITLE = "# Snapshots (July – December 2024)"
LESSON = "On 5 November 2024, 25 teachers of Bishkek completed a training on media literacy."
MUSEUM = "Museum keepers of Kazakhstan met in Almaty on 12 September 2024 to exchange ideas."
ENDING = "- Ministry of Education of Kazakhstan\n\n| Kazakhstan | 25 teachers |"


def stories_of(*parts):
    return [(s.headline, s.texts) for s in split(read_text("\n\n".join(parts))).stories]


def test_items_and_rows_that_stand_again_below_stay():
    found = stories_of(
        TITLE, "## Teachers learn", LESSON, ENDING, "## Keepers exchange ideas", MUSEUM, ENDING
    )
    same = ["Ministry of Education of Kazakhstan", "Kazakhstan | 25 teachers"]
    assert found == [
        ("Teachers learn", [LESSON, *same]),
        ("Keepers exchange ideas", [MUSEUM, *same]),
    ]


def test_stories_may_have_one_headline():
    day = "World Press Freedom Day"
    texts = [f"On 3 May 2024 journalists of {city} met." for city in ("Osh", "Almaty", "Khujand")]
    assert stories_of(TITLE, *(p for text in texts for p in (f"## {day}", text))) == [
        (day, [text]) for text in texts
    ]


@pytest.mark.parametrize("mark", ["", "**"])
def test_headlines_without_a_level_may_repeat_too(mark):
    day = "World Press Freedom Day"
    texts = [f"On 3 May 2024 journalists of {city} met." for city in ("Osh", "Almaty", "Khujand")]
    found = stories_of(
        "Snapshots (January – June 2024)",
        *(p for text in texts for p in (f"{mark}{day}{mark}", text)),
    )
    assert found == [(day, [text]) for text in texts]


def test_the_contents_are_no_stories_and_no_text():
    heads = ["Teachers of Bishkek learn", "Keepers of museums exchange ideas"]
    parts = [f"## {heads[0]}", LESSON, f"## {heads[1]}", MUSEUM]
    found = split(read_text("\n\n".join([TITLE, *(f"- {head}" for head in heads), *parts])))
    assert [story.texts for story in found.stories] == [[LESSON], [MUSEUM]]
    assert found.introduction == found.warnings == []


def test_a_line_that_pages_repeat_is_left_out_and_named():
    page = "Letter of the office to its friends"
    found = split(read_text("\n\n".join([
        TITLE, "## Teachers learn", LESSON, page, "## Keepers exchange ideas", MUSEUM, page,
        "## Teachers meet", "They met in May 2024.", page,
    ])))  # fmt: skip
    assert page not in " ".join(text for story in found.stories for text in story.texts)
    assert found.warnings == [f"In no story, and left out: “{page}”."]


@pytest.mark.parametrize(
    "line",
    [
        "By Aida Example",
        "Published on 12 May 2024",
        "The owners said that all rights reserved for them would be shared.",
        "Contact: Aida, +7 727 000 00 00",
        "Tags: water, schools",
    ],
)
def test_what_is_taken_for_the_frame_of_a_page_is_named(line):
    found = split(read_text("\n\n".join([TITLE, "## Teachers learn", LESSON, line])))
    assert found.stories[0].texts == [LESSON]
    assert line in found.warnings[0]


def test_the_text_under_a_sectors_name_is_named():
    sector = "The sector worked with people of the mountains."
    found = split(read_text("\n\n".join(
        [TITLE, "## Culture", sector, "### Keepers exchange ideas", MUSEUM, "## Summary",
         "All went well."]
    )))  # fmt: skip
    assert [story.texts for story in found.stories] == [[MUSEUM]]
    assert sector in " ".join(found.warnings)
    assert "All went well." in " ".join(found.warnings)


def test_page_numbers_count_up_and_other_numbers_are_named():
    parts = [TITLE, "## Teachers learn", LESSON, "1", "## Keepers exchange", MUSEUM, "2"]
    assert split(read_text("\n\n".join(parts))).warnings == []
    parts[3] = "250"
    assert "“250”" in split(read_text("\n\n".join(parts))).warnings[0]


def test_a_list_before_the_stories_is_part_of_the_introduction():
    listed = "- forty schools with water\n- a library on wheels"
    found = split(read_text("\n\n".join([TITLE, listed, "## Teachers learn", LESSON])))
    assert [block.text for block in found.introduction] == [
        "forty schools with water",
        "a library on wheels",
    ]


def test_a_picture_beside_no_story_is_counted():
    def picture(caption):
        return Block("picture", picture=Picture(lambda: b"", "a.png", caption=caption))

    blocks = [
        Block("heading", "Snapshots (July – December 2024)", level=1),
        picture("The office in winter"),
        Block("paragraph", "Dear readers, this is what we did together in half a year."),
        Block("heading", "Teachers learn", level=2),
        Block("paragraph", LESSON),
        picture("A lesson"),
    ]
    found = split(Document("a.docx", "docx", blocks))
    assert [p.caption for p in found.stories[0].pictures] == ["A lesson"]
    assert found.warnings == [
        "In no story, and left out: “The office in winter”.",
        "1 picture stands beside no story and was left out.",
    ]


def test_the_footnotes_of_a_word_file_stand_below_their_paragraph():
    def reference(number):
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(text, inner=inner)}</w:footnote>'
        for number, text, inner in [
            (1, "Counted by the ministry in May.", ""),
            (2, "See also the first note.", reference(2)),
        ]
    )
    data = word(
        heading("Snapshots (July – December 2024)", 1),
        heading("Teachers learn"),
        paragraph(LESSON, inner=reference(1) + reference(2) + reference(7)),
        paragraph("They meet again.", inner=reference(1)),
        parts={
            "word/_rels/document.xml.rels": relations(f=("footnotes", "footnotes.xml")),
            "word/footnotes.xml": f"<w:footnotes {SPACES}>{notes}</w:footnotes>",
        },
    )
    found = split(read_document(data, "a.docx"))
    assert found.stories[0].texts == [
        LESSON,
        "Counted by the ministry in May.",
        "See also the first note.",
        "They meet again.",
    ]


def test_what_a_page_has_beside_its_text_is_named_unless_it_leads_elsewhere():
    text = " ".join([LESSON] * 6)
    said = "“I shall show my pupils how a rumour is made,” said one of them."
    page = (
        f"<nav><a href='/'>Home of the office</a> All news of 2024</nav><h2>Teachers learn</h2>"
        f"<p>{text}</p><aside><p>{said}</p><ul><li>25 teachers came</li><li>Osh</li></ul>"
        f"<p><a href='/a'>Another story about teachers, who met in Naryn in May.</a></p></aside>"
        "<div class='sidebar'>All pages of the site<p>The schools were built by three villages "
        "together.</p></div><footer>Office, 1 Example Street<p>All rights reserved by the office, "
        "which is in Almaty.</p></footer><p hidden>Nobody has to see this sentence, it is hidden."
        "</p>"
    )
    found = split(read_text(page))
    assert found.stories[0].texts == [text]
    assert [warning for warning in found.warnings if "left out" in warning] == [
        f"In no story, and left out: “{said}”; “25 teachers came”; “The schools were built by "
        "three villages together.”."
    ]


def test_the_pictures_of_markdown_are_counted():
    found = split(read_text("\n\n".join([TITLE, "## Teachers learn", LESSON, "![A](https://a/b)"])))
    assert found.warnings == ["1 picture stands on another site and was not fetched."]


def test_a_very_long_rest_is_counted():
    rest = [f"Line {n} " + "of a text that is long " * 20 + "." for n in range(30)]
    found = split(read_text("\n\n".join([TITLE, "## Culture", *rest, "### A story", MUSEUM])))
    named, counted = found.warnings
    assert len(named) < 5_100
    assert counted == "Left out besides, and only in the source: 20 paragraphs."


# Any document -----------------------------------------------------------------------------------

NAMES = ["Osh", "Talgar", "herders", "weavers", "teachers", "rivers", "schools", "forty", "2024"]
lines = st.lists(st.sampled_from(NAMES), min_size=1, max_size=6).map(" ".join)
sentences = st.lists(
    lines.map(lambda line: f"In May 2024 {line} met in Naryn and opened a school."),
    min_size=1,
    max_size=3,
).map(" ".join)
frames = st.sampled_from([
    *("By Aida Example", "Published on 12 May 2024", "Photo: A. Example", "Education", "Summary"),
    *("Tags: water", "Home > News > Osh", "Kazakhstan", "12", "Read more", "Key results:"),
    *("Upcoming events", "Introduction", "Newsletter, May 2024", "© 2024 Office"),
    *("Bishkek, 14 May 2024", "What do schools need?", "Contact: press@office.example"),
])  # fmt: skip
texts = st.one_of(lines, sentences, frames)
blocks = st.builds(
    lambda kind, text, level, is_bold, size: Block(
        kind, text, level=level if kind == "heading" else None,
        is_bold=is_bold and kind != "heading", font_size=size if kind == "paragraph" else None,
    ),
    st.sampled_from(["heading", "paragraph", "paragraph", "paragraph", "item", "row"]),
    texts,
    st.sampled_from([1, 2, 2, 2, 3]),
    st.booleans(),
    st.sampled_from([None, None, None, 16]),
)  # fmt: skip
pictures = st.builds(
    lambda text: Block("picture", picture=Picture(lambda: b"", "a.png", caption=text)), lines
)
documents = st.lists(st.one_of(blocks, blocks, blocks, pictures), min_size=2, max_size=30)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(documents, st.booleans())
def test_every_word_of_any_document_is_told(blocks, is_titled):
    if is_titled:
        blocks = [Block("heading", "Snapshots (July – December 2024)", level=1), *blocks]
    said = [block.text or block.picture.caption for block in blocks]
    edition = split(Document("any.docx", "docx", blocks))
    if edition.stories:
        assert missing(said, edition) == []


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(texts, min_size=2, max_size=25), st.sampled_from(["\n", "\n\n"]))
def test_every_word_of_any_plain_text_is_told(lines, between):
    text = between.join(["Snapshots (July – December 2024)", *lines])
    edition = split(read_text(text))
    if edition.stories:
        assert missing(lines, edition) == []
