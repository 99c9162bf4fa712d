"""Markdown as it is written by hand, by Google Docs and by Pandoc."""

import time
from contextlib import suppress

import pytest

from newsroom.importing.document import Refused
from newsroom.importing.reading import read_text
from newsroom.importing.splitting import split

LESSON = "On 5 November 2024, 25 teachers of Bishkek completed a training on media literacy."
MUSEUM = "Museum keepers of Kazakhstan met in Almaty on 12 September 2024 to exchange ideas."
GOOGLE = f"""# **Snapshots (July – December 2024\\)** {{#snapshots}}

## **Teachers learn media literacy** {{#teachers-learn}}

{LESSON} It\\'s \\#1: 5 \\- 6\\. See [the **guide**](https://a.org/b) and [the map][map].[^1]\\
They were forty.

![][image1]

* one thing

## **Keepers of museums exchange ideas** ##

{MUSEUM} ![A lake](https://example.org/lake.png "in June")

[^1]: Counted by
    the ministry.
[^2]: Nobody refers to this.

[image1]: <data:image/png;base64,aXRzIGJ5dGVz>
[map]: https://example.org/map "A map"
[Sic]: only words
"""


def test_what_google_docs_writes_is_read_as_it_was():
    document = read_text(GOOGLE)
    edition = split(document)
    assert edition.title == "Snapshots (July – December 2024)"
    assert [(story.headline, story.texts) for story in edition.stories] == [
        (
            "Teachers learn media literacy",
            [
                f"{LESSON} It's #1: 5 - 6. See the guide and the map.",
                "They were forty.",
                "Counted by the ministry.",
                "one thing",
            ],
        ),
        (
            "Keepers of museums exchange ideas",
            [MUSEUM, "[Sic]: only words", "Nobody refers to this."],
        ),
    ]
    links = [link for block in document.blocks for link in block.links]
    assert [(link.text, link.href) for link in links] == [
        ("the guide", "https://a.org/b"),
        ("the map", "https://example.org/map"),
    ]
    (picture,) = edition.stories[0].pictures
    assert picture.data == b"its bytes"
    assert document.warnings == ["1 picture stands on another site and was not fetched."]


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("***both***", "<strong><em>both</em></strong>"),
        ("_low_ in snake_case_name", "<em>low</em> in snake_case_name"),
        (r"\*no\* list", "*no* list"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a&nbsp;b &amp; R&D &copy 5&#8239;%", "a b &amp; R&amp;D &amp;copy 5 %"),
        ("one<br/>two <!-- not\nthis -->three", "one two three"),
        ("<!-- never ends", "&lt;!-- never ends"),
        ("[words][nowhere]", "[words][nowhere]"),
        (
            "<https://a.org/b>",
            '<a href="https://a.org/b" rel="noopener">https://a.org/b</a>',
        ),
    ],
)
def test_marks_inside_a_line(written, html):
    assert read_text(f"# A\n\nx {written} y").blocks[1].html == f"<p>x {html} y</p>"


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        ("1. **A bold headline**\nText.\n2. **Another**", ["A bold headline", "Text.", "Another"]),
        ("- **A bold headline**\n\n  Text.", ["A bold headline", "Text."]),
        ("**A bold headline\nof two lines**\nText.", ["A bold headline of two lines", "Text."]),
        ("1986. A year.", ["1986. A year."]),
        ("    Set in.\n\n```\nCode `here`\n```", ["Set in.", "Code `here`"]),
        ("| a | b |\n|---|---|\n| **c** | d | e |\nText", ["a | b", "c | d | e", "Text"]),
        ("• one\n• two\n— Yes, — she said.", ["one", "two", "— Yes, — she said."]),
        ("<u>Seen</u> by <Name> <img src='https://a.org/b.png'>", ["Seen by <Name>"]),
        ("[a](javascript:alert)", ["a"]),
        ("[a](https://a.org/ә)", ["a"]),
    ],
)
def test_no_words_are_lost(written, texts):
    assert [block.text for block in read_text(f"# A\n\n{written}").blocks[1:]] == texts


def test_what_looks_like_an_address_of_a_link_and_is_words_is_told():
    document = read_text("# A\n\nText [here][1].\n\n[1]: https://a.org/b\n[Note]: Almaty\n")
    assert [block.text for block in document.blocks] == ["A", "Text here."]
    assert document.beside == ["[Note]: Almaty"]


def test_lists_that_stand_too_deep_are_refused():
    """The library would leave out, without a word, what stands deeper than it goes."""
    lists = [f"{'  ' * level}- item {level}" for level in range(60)]
    assert read_text("\n".join(["# A", *lists[:40]])).blocks[-1].text == "item 39"
    with pytest.raises(Refused, match="too deep"):
        read_text("\n".join(["# A", *lists]))


@pytest.mark.parametrize(
    "text",
    [
        "![a](" + "x" * 1_900_000,
        ("![a](" + "x" * 2_000 + " ") * 900,
        "[][b]" * 15_000 + "\n[b]: " + "x" * 2_000,
        "#" * 1_900_000 + "x",
        "a" + " " * 1_000_000 + "b",
        "{#a" * 600_000,
        "[^1]: x\n" * 15_000,
        "![" * 29_000,
        "![" * 29_000 + "#" * 1_800_000,
        "![[a](b)" * 7_000 + "*a _b" * 5_000,
        "|" * 1_900_000,
    ],
    ids=[
        *("open", "many open", "references", "marks", "spaces", "names", "notes", "pictures"),
        *("looked through", "mixed", "rows"),
    ],
)
def test_endless_marks_are_read_or_refused_in_no_time(text):
    started = time.process_time()
    with suppress(Refused):
        read_text(f"# a\n\n{text}")
    assert time.process_time() - started < 10
