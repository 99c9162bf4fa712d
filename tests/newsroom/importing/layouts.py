"""Newsletters as offices write them, in our own sentences: each with what is found in it."""

from dataclasses import dataclass

from tests.newsroom.importing.word_documents import (
    heading,
    item,
    paragraph,
    picture,
    relations,
    table,
    word,
)

HERDERS = "Herders of Naryn learn to read the snow"
CHOIR = "A choir of the lake sings again"
BRIDGE = "Young engineers rebuild a footbridge in Khorog"
ONE = (
    "In March 2023 forty herders from eleven villages met in Naryn and compared what they knew "
    "about avalanches. A glaciologist showed them how layers of snow betray a coming slide."
)
TWO = (
    "The herders left with a pocket guide in their own language. It will be tried out over the "
    "next two winters, and the office is going to print a second edition after that."
)
THREE = (
    "On 12 May 2023 the choir held its first concert in thirty years. Its singers, the oldest of "
    "them eighty-four, had learned the songs from tapes that a schoolteacher kept in her cellar."
)
FOUR = (
    "Six students of the technical college measured, drew and built a new footbridge in April "
    "2023. The mayor walked over it first; a flock of goats followed and settled the question."
)
STORIES = [(HERDERS, [ONE, TWO]), (CHOIR, [THREE]), (BRIDGE, [FOUR])]

RU_HEADS = [
    "Учителя Оша осваивают язык жестов",
    "Музей Нукуса открыл мастерскую для подростков",
    "Как школы Душанбе берегут воду?",
]
RU_TEXTS = [
    "В октябре 2023 года в Оше прошёл курс для тридцати учителей начальных классов. Они учились "
    "вести урок так, чтобы глухие дети слышали его глазами, и придумали новые жесты для дробей.",
    "Подростки из Нукуса получили собственную мастерскую при музее. Открыли её 3 ноября 2023 г. "
    "в присутствии родителей; первой работой стала копия старинного ковра из соломы и шерсти.",
    "Двенадцать школ Душанбе установили счётчики и теперь сравнивают расход воды каждую неделю. "
    "За первый месяц экономия составила пятую часть, а победителем стал самый младший класс.",
]
KK_HEADS = [
    "Тараз мұғалімдері жұлдыз картасын жасады",
    "Ақтөбе кітапханасында ертегі түні өтті",
]
KK_TEXTS = [
    "2023 жылғы сәуірде Таразда астрономия пәнінің мұғалімдері жиналып, оқушыларға арналған "
    "жұлдыз картасын құрастырды. Карта қазақ тілінде шықты және барлық мектепке таратылды.",
    "Ақтөбе қаласының кітапханасында балалар түні бойы ертегі тыңдады. Кешке жүз елу бала келді, "
    "олардың көбі алғаш рет өз өлеңін көпшілік алдында оқып берді.",
]


@dataclass
class Layout:
    name: str
    data: bytes
    stories: list  # (headline, paragraphs)
    period: str | None = "2023-h1"
    language: str = "en"
    pictures: int = 0


def layouts():
    yield from word_files()
    yield from web_pages()
    yield from markdown_files()
    yield from plain_files()
    yield from russian_files()
    yield from kazakh_files()


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


def plain_files():
    title = "Office letter (January - June 2023)"
    yield Layout(
        "text: no empty line anywhere",
        "\n".join([title, *(p for head, texts in STORIES for p in (head, *texts))]).encode(),
        STORIES,
    )
    yield Layout(
        "text: empty lines everywhere",
        "\n\n\n".join([title, *(p for head, texts in STORIES for p in (head, *texts))]).encode(),
        STORIES,
    )
    yield Layout(
        "text: numbered headlines",
        "\n".join(
            [title, ""]
            + [
                part
                for number, (head, texts) in enumerate(STORIES, 1)
                for part in (f"{number}. {head}", *texts)
            ]
        ).encode(),
        STORIES,
    )
    yield Layout(
        "text: capitals, with a contents list",
        "\n".join(
            [title.upper(), "CONTENTS", *(f"{head.upper()} ..... 3" for head, _texts in STORIES)]
            + [part for head, texts in STORIES for part in (head.upper(), *texts, "")]
        ).encode(),
        [(head.upper(), texts) for head, texts in STORIES],
    )
    asked = [("What does the snow tell a herder?", [ONE, TWO]), ("Singing again: a choir", [THREE])]
    yield Layout(
        "text: headlines that ask and announce",
        "\n".join([title, *(p for head, texts in asked for p in (head, *texts))]).encode(),
        asked,
    )
    dated = [
        (HERDERS, [f"Naryn, 14 March 2023 – {ONE}"]),
        (CHOIR, [f"Cholpon-Ata, 12 May – {THREE}"]),
    ]
    yield Layout(
        "text: datelines, credits, bylines, page numbers",
        "\n".join(
            [
                "Newsletter of the office",
                "January to June 2023",
                "1",
                dated[0][0],
                "By Aida Example",
                *dated[0][1],
                "Photo: A. Example",
                "2",
                dated[1][0],
                "12 May 2023",
                *dated[1][1],
            ]
        ).encode(),
        dated,
    )
    yield Layout(
        "text: broken at 72 columns",
        "\n\n".join(
            [title] + [wrap(part) for head, texts in STORIES for part in (head, *texts)]
        ).encode(),
        STORIES,
    )
    greeting = (
        "Dear readers,\nThis letter gathers what we did together with you. "
        "We thank everybody who took the time to write to us about it."
    )
    yield Layout(
        "text: a greeting first",
        "\n".join(
            [title, greeting, *(p for head, texts in STORIES for p in (head, *texts))]
        ).encode(),
        STORIES,
    )


def wrap(text, width=72):
    lines = [""]
    for part in text.split():
        if len(lines[-1]) + 1 + len(part) > width:
            lines.append(part)
        else:
            lines[-1] = f"{lines[-1]} {part}".strip()
    return "\n".join(lines)


def russian_files():
    told = [(head, [text]) for head, text in zip(RU_HEADS, RU_TEXTS, strict=True)]
    text = "\n".join(
        ["Новости", "Вестник бюро, июль – декабрь 2023 года", ""]
        + [part for head, texts in told for part in (head, *texts)]
    )
    for encoding in (
        "utf-8",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "windows-1251",
        "koi8-r",
        "cp866",
    ):
        if encoding in {"koi8-r", "cp866"}:  # which have no dash
            data = text.replace("–", "-").encode(encoding)
        else:
            data = text.encode(encoding)
        yield Layout(f"ru: text in {encoding}", data, told, "2023-h2", "ru")
    yield Layout(
        "ru: word, bold lines, a subtitle",
        word(
            paragraph("Итоги II полугодия 2023 года", bold=True),
            *(
                p
                for head, texts in told
                for p in (paragraph(head, bold=True), *map(paragraph, texts))
            ),
        ),
        told,
        "2023-h2",
        "ru",
    )
    yield Layout(
        "ru: html with a Russian site round it",
        (
            "<html><head><meta charset=windows-1251></head><body><div class=menu>Главная</div>"
            "<h1>Новости за второе полугодие 2023 г.</h1>"
            + "".join(
                f"<h3>{head}</h3><p>{texts[0]}</p><p>Читать далее</p>" for head, texts in told
            )
            + "<p>Все права защищены</p></body></html>"
        ).encode("windows-1251"),
        told,
        "2023-h2",
        "ru",
    )


def kazakh_files():
    told = [(head, [text]) for head, text in zip(KK_HEADS, KK_TEXTS, strict=True)]
    yield Layout(
        "kk: text",
        "\n".join(
            ["Бюро жаңалықтары", "2023 жылғы қаңтар – маусым"]
            + [part for head, texts in told for part in (head, *texts)]
        ).encode(),
        told,
        "2023-h1",
        "kk",
    )
    yield Layout(
        "kk: word, heading styles",
        word(
            heading("2023 жылдың бірінші жартыжылдығы", 1),
            *(p for head, texts in told for p in (heading(head), *map(paragraph, texts))),
        ),
        told,
        "2023-h1",
        "kk",
    )
