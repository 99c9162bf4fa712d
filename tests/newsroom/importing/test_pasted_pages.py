"""What a copied web page leaves in plain text, in our own sentences."""

from textwrap import fill

import pytest

from newsroom.importing.reading import read_text
from newsroom.importing.splitting import split
from newsroom.importing.splitting.boilerplate import is_boilerplate

YEAR = (
    "Summary of what the office did in 2021\n"
    "\n"
    "The office thanks everybody who took part in its work and presents a summary of it.\n"
    "\n"
    "Shepherds map their springs\n"
    "\n"
    "The office, Year in brief 1, Photo 1\n"
    "\n"
    "In May 2021 thirty shepherds walked to every spring of the valley and drew a map of them.\n"
    "\n"
    "Weavers open a workshop\n"
    "\n"
    "The office, Year in brief 1, Photo 2\n"
    "\n"
    "In September 2021 a workshop of weavers was opened in Khiva for twelve apprentices.\n"
)


def test_numbered_pictures_are_no_headlines_and_no_paragraphs():
    edition = split(read_text(YEAR))
    assert [(story.headline, len(story.paragraphs)) for story in edition.stories] == [
        ("Shepherds map their springs", 1),
        ("Weavers open a workshop", 1),
    ]
    assert str(edition.period) == "2021"


MAIL = """From: Aida Example <aida@office.example>
Sent: Monday, 13 January 2025 10:12
To: Marat Example
Subject: FW: Snapshots (July - December 2024)

> Shepherds map their springs
>
> In October 2024 thirty shepherds walked to every spring of the valley and drew a map of them.
>
> Weavers open a workshop
>
> In September 2024 a workshop of weavers was opened in Khiva for twelve apprentices.

Best regards,
Aida

Aida Example
Office of Examples, +7 727 000 00 00
"""


def test_a_pasted_mail_gives_its_stories_and_not_who_sent_it():
    edition = split(read_text(MAIL))
    assert edition.title == "Snapshots (July - December 2024)"
    assert [(story.headline, len(story.paragraphs)) for story in edition.stories] == [
        ("Shepherds map their springs", 1),
        ("Weavers open a workshop", 1),
    ]
    (warning,) = edition.warnings
    for line in ("Best regards,", "Aida Example", "To: Marat Example"):
        assert f"“{line}”" in warning


@pytest.mark.parametrize(
    "line",
    ["Khiva, 5 September 2021", "KHIVA, Uzbekistan, September 5, 2021", "Хива, 5 сентября 2021 г."],
)
def test_place_and_day_above_a_text_are_no_headline(line):
    heads = "Weavers open a workshop", "Shepherds map their springs"
    text = YEAR
    for head in heads:
        text = text.replace(f"{head}\n", f"{head}\n\n{line}\n")
    assert {story.headline for story in split(read_text(text)).stories} == {*heads}


@pytest.mark.parametrize("mark", ["[1]", "[1][2]", "¹"])
def test_the_mark_of_a_note_opens_no_sentence(mark):
    edition = split(read_text(YEAR.replace("drew a map of them.", f"drew a map of them.{mark}")))
    assert [len(story.paragraphs) for story in edition.stories] == [1, 1]


def test_a_letter_may_be_signed_before_its_stories():
    text = "Snapshots (July - December 2024)\n\nDear readers,\n\nKind regards,\n\nAida\n\n"
    edition = split(read_text(text + YEAR.partition("summary of it.\n\n")[2]))
    assert len(edition.stories) == 2


@pytest.mark.parametrize("line", ["Ярмарка ремёсел, фото 4", "Figure 12", "Музейде, сурет № 2"])
def test_the_number_of_a_picture_is_none_of_the_text(line):
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line", ["Read more: https://office.example/news/4", "Подробнее: www.office.example"]
)
def test_where_to_read_more_is_none_of_the_text(line):
    assert is_boilerplate(line)


@pytest.mark.parametrize("line", ["Photo 3 won the first prize.", "Children photograph 40 birds"])
def test_a_sentence_about_pictures_is_text(line):
    assert not is_boilerplate(line)


def test_a_title_may_be_longer_than_the_width_its_text_was_broken_at():
    title = "Дайджест новостей офиса и всех его партнёров в регионе за первое полугодие 2024 года"
    story = "В апреле в Бишкеке прошёл семинар для учителей сельских школ, и в нём приняли участие "
    story += "сорок человек. Занятия вели преподаватели университета, материалы переданы школам."
    page = [title, *(p for n in (1, 2) for p in (f"Семинар номер {n}", fill(story, 66)))]
    edition = split(read_text("\n\n".join(page)))
    assert [s.texts for s in edition.stories] == [[story], [story]]


def test_a_headline_right_above_a_long_paragraph_is_not_broken_text():
    head, other = "Tugay forests of the river on their way to be a reserve", "Weavers meet in May"
    text = "Experts discussed on 19 April 2023 how the forests could be kept as they are. " * 2
    page = f"Letter, January – June 2023\n\n{other}\n\n{text}\n\n{head}\n{text}\n"
    edition = split(read_text(page))
    assert [story.headline for story in edition.stories] == [other, head]


@pytest.mark.parametrize(
    "line",
    [
        "Контакты: г. Алматы, ул. Садовая, 12, тел. +7 727 000 00 00",
        "Контакты для СМИ: press@office.example",
        "Байланыс: Алматы қаласы, тел. 8 727 000 00 00",
    ],
)
def test_how_to_reach_the_office_is_none_of_the_text(line):
    assert is_boilerplate(line)
    assert not is_boilerplate("Контакты: учёные двух стран договорились о встречах и обменах.")


def test_roman_numbers_before_headlines_count_them():
    page = "Новости, январь – июнь 2024\n"
    for n, head in (("I", "Открыта школа"), ("II", "Вручены призы"), ("III", "Снят фильм")):
        page += (
            f"\n{n}. {head}\nВ мае 2024 года в Ташкенте прошла встреча, на ней было много людей.\n"
        )
    headlines = [story.headline for story in split(read_text(page)).stories]
    assert headlines == ["Открыта школа", "Вручены призы", "Снят фильм"]
