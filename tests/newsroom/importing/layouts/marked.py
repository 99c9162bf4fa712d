"""Newsletters whose headlines are marked up: Word files, web pages, Markdown."""

from tests.newsroom.importing.layouts.stories import (
    BRIDGE,
    CHOIR,
    FOUR,
    HERDERS,
    ONE,
    STORIES,
    THREE,
    TWO,
    Layout,
)
from tests.newsroom.importing.word_documents import (
    heading,
    item,
    paragraph,
    picture,
    relations,
    table,
    word,
)

PICTURE = {
    "word/_rels/document.xml.rels": relations(i1=("image", "media/a.png")),
    "word/media/a.png": b"\x89PNG\r\n\x1a\n",
}


def word_files():
    title = "Office letter, January – June 2023"
    yield Layout(
        "word: heading styles",
        word(
            paragraph(title, style="a3"),
            *(h for head, texts in STORIES for h in (heading(head), *map(paragraph, texts))),
        ),
        STORIES,
    )
    yield Layout(
        "word: bold lines, empty paragraphs, pictures with captions",
        word(
            paragraph(title, bold=True, size=16),
            paragraph(),
            *(
                part
                for head, texts in STORIES
                for part in (
                    paragraph(head, bold=True),
                    *map(paragraph, texts),
                    picture("i1", alt="People outdoors"),
                    paragraph("Photo: A. Example / Office"),
                    paragraph(),
                )
            ),
            parts=PICTURE,
        ),
        STORIES,
        pictures=3,
    )
    yield Layout(
        "word: larger letters, not bold",
        word(
            paragraph(title, size=20),
            *(
                part
                for head, texts in STORIES
                for part in (paragraph(head, size=15), *(paragraph(t, size=11) for t in texts))
            ),
        ),
        STORIES,
    )
    yield Layout(
        "word: sectors as chapters, headlines below them",
        word(
            heading(title, 1),
            heading("Natural Sciences", 1),
            paragraph("The sector worked with people of the mountains in these months."),
            heading(HERDERS, 2),
            *map(paragraph, (ONE, TWO)),
            heading(BRIDGE, 2),
            paragraph(FOUR),
            heading("Culture", 1),
            heading(CHOIR, 2),
            paragraph(THREE),
        ),
        [STORIES[0], STORIES[2], STORIES[1]],
    )
    yield Layout(
        "word: numbered bold headlines with a list below",
        word(
            paragraph(title, bold=True),
            item(HERDERS, bold=True),
            paragraph(ONE),
            paragraph("The guide says how to:"),
            item("dig a test pit;"),
            item("read the layers."),
            item(CHOIR, bold=True),
            paragraph(THREE),
        ),
        [
            (HERDERS, [ONE, "The guide says how to:", "dig a test pit;", "read the layers."]),
            STORIES[1],
        ],
    )
    yield Layout(
        "word: laid out in a table",
        word(
            paragraph(title, bold=True),
            table(
                *(
                    [paragraph(head, bold=True) + "".join(map(paragraph, texts))]
                    for head, texts in STORIES
                )
            ),
        ),
        STORIES,
    )
    yield Layout(
        "word: headline and text in one paragraph, a break between",
        word(
            paragraph(title, bold=True),
            *(
                "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>"
                f"{head}</w:t><w:br/></w:r><w:r><w:t>{texts[0]}</w:t></w:r></w:p>"
                for head, texts in STORIES
            ),
        ),
        [(head, texts[:1]) for head, texts in STORIES],
    )


def web_pages():
    articles = "".join(
        f"<article><h2>{head}</h2><p class='date'>14 June 2023</p>"
        f"{''.join(f'<p>{text}</p>' for text in texts)}"
        "<p><a href='https://example.org/s'>Read more</a></p>"
        "<div class='share'><a href='#'>Facebook</a> <a href='#'>Telegram</a></div></article>"
        for head, texts in STORIES
    )
    yield Layout(
        "html: a site with menus, share links, a cookie line and a footer",
        (
            "<!doctype html><html lang=en><head><title>News | Office</title></head><body>"
            "<header><a href='/'>Office</a><nav><ul><li>News<li>About</ul></nav></header>"
            "<div class='cookie-banner'>We use cookies to make this site better.</div>"
            "<p>Home &gt; News &gt; Letters</p><main><h1>Office letter, January – June 2023</h1>"
            f"{articles}</main><aside><h2>Related</h2><p>{TWO}</p></aside>"
            "<footer><p>© 2023 Office. All rights reserved.</p></footer></body></html>"
        ).encode(),
        STORIES,
    )
    yield Layout(
        "html: a single story",
        (
            f"<html><body><nav>Home News</nav><h1>{HERDERS}</h1><p>Last update: 2 April 2023</p>"
            f"<p>{ONE}</p><p>{TWO}</p></body></html>"
        ).encode(),
        STORIES[:1],
        period=None,
    )
    yield Layout(
        "html: bold paragraphs in a mail",
        (
            "<div><p><b>Office letter, first half of 2023</b></p>"
            + "".join(
                f"<p><strong>{head}</strong></p>" + "".join(f"<p>{text}</p>" for text in texts)
                for head, texts in STORIES
            )
            + "<p>Follow us on Facebook</p><p>Unsubscribe</p></div>"
        ).encode(),
        STORIES,
    )


def markdown_files():
    yield Layout(
        "markdown: hashes, a link, a wrapped paragraph",
        "\n".join(
            [
                "# Office letter 2023-h1",
                "",
                f"## {HERDERS}",
                ONE.replace(" herders", "\nherders"),
                "",
                TWO,
                "",
                f"## {CHOIR}",
                "",
                THREE.replace("tapes", "[tapes](https://example.org/tapes)"),
            ]
        ).encode(),
        STORIES[:2],
    )
    yield Layout(
        "markdown: bold lines",
        "\n\n".join(
            ["**Office letter, January – June 2023**"]
            + [part for head, texts in STORIES for part in (f"**{head}**", *texts)]
        ).encode(),
        STORIES,
    )
