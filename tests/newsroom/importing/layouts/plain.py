"""Newsletters in plain text, and in Russian and Kazakh."""

from tests.newsroom.importing.layouts.stories import (
    CHOIR,
    HERDERS,
    KK_HEADS,
    KK_TEXTS,
    ONE,
    RU_HEADS,
    RU_TEXTS,
    STORIES,
    THREE,
    TWO,
    Layout,
)
from tests.newsroom.importing.word_documents import heading, paragraph, word


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
