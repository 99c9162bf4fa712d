"""Texts whose shape misleads: what is a headline there, and what only looks like one."""

import pytest

from newsroom.importing.reading import read_text
from newsroom.importing.splitting import split

MIXED = (
    "LETTER OF THE OFFICE\n"
    "Issue 4, October – December 2022\n"
    "\n"
    "EDUCATION\n"
    "\n"
    "Teacher training goes rural\n"
    "Teachers from 20 schools in Osh region met in October 2022 for a week of "
    "training. The course was organised by the office together with the Ministry of "
    "Education and Science of the Kyrgyz Republic.\n"
    "\n"
    "“I had never used a microscope before,” says Gulnara, a teacher from Uzgen. "
    "“Now I can show my pupils what lives in a drop of water.”\n"
    "\n"
    "The second course takes place in spring\n"
    "\n"
    "New textbook on media literacy presented in Dushanbe\n"
    "A textbook on media literacy for grades 9–11 was presented on 14 December 2022 "
    "in Dushanbe, Tajikistan. Over 100 copies were handed to school libraries.\n"
    "\n"
    "CULTURE\n"
    "\n"
    "World Heritage site managers meet\n"
    "Site managers of five countries came together in Samarkand on 3-5 November to "
    "discuss tourism.\n"
    "Key outcomes:\n"
    "• a shared calendar of events;\n"
    "• a joint application to the World Heritage Fund.\n"
    "\n"
    "Upcoming events\n"
    "10 January 2023: round table in Almaty\n"
)
DENSE = (
    "НОВОСТИ БЮРО\n"
    "(январь – июнь 2021 г.)\n"
    "Эксперты обсудили сохранение ледников в Центральной Азии\n"
    "Региональный семинар прошел в Бишкеке 12–14 апреля 2021 г. В нем приняли "
    "участие 45 специалистов из Казахстана, Кыргызстана, Таджикистана и Узбекистана. "
    "Семинар организован при поддержке Глобального экологического фонда.\n"
    "Участники подготовили дорожную карту на 2021–2025 гг.\n"
    "В Алматы наградили победителей конкурса школьных газет\n"
    "Конкурс собрал 63 работы из 12 регионов. Победители получили дипломы и книги.\n"
    "«Мы увидели, как дети пишут о том, что их волнует»\n"
    "Так сказала председатель жюри, подводя итоги конкурса на церемонии в "
    "Национальной библиотеке.\n"
    "Туркменистан включил новый объект в предварительный список всемирного наследия\n"
    "Заявку подготовила рабочая группа при Министерстве культуры. Работа заняла два "
    "года, и в ней участвовали историки, архитекторы и жители.\n"
)
SHORT = (
    "Snapshots (January – June 2023)\n"
    "\n"
    "Opening of a hub in Nukus\n"
    "The hub opened in May.\n"
    "Training for guides\n"
    "Guides from Khiva were trained in June 2023.\n"
    "Report on water\n"
    "The report was launched in Tashkent.\n"
)
RECIPE = (
    "Plov for ten people\n"
    "\n"
    "Ingredients\n"
    "Take two kilograms of rice, one kilogram of carrots and a kilogram of mutton, "
    "and a head of garlic.\n"
    "\n"
    "Preparation\n"
    "Cut the carrots into long strips. Heat the oil until it smokes, then put the "
    "meat in and stir it often.\n"
    "\n"
    "Serving\n"
    "Serve on a large dish with onions on top, and eat with your hands while it is "
    "hot.\n"
)
POLICY = (
    "# Travel policy\n"
    "\n"
    "## Scope\n"
    "This policy applies to all staff members and consultants. Exceptions need a "
    "written approval of the head of office.\n"
    "\n"
    "## Booking\n"
    "Tickets are to be booked at least three weeks ahead. The cheapest fare must be "
    "chosen unless it adds more than four hours.\n"
    "\n"
    "## Reimbursement\n"
    "Claims should be submitted within ten days. Receipts are required for anything "
    "above twenty dollars.\n"
)
LETTER = (
    "Dear Ms Example,\n"
    "\n"
    "Thank you for your letter. We would be glad to receive you in our office any "
    "day next week; please call ahead.\n"
    "\n"
    "Yours sincerely,\n"
    "A. Person\n"
)


def headlines(edition):
    return [(story.headline, len(story.paragraphs)) for story in edition.stories]


def test_sections_quotations_lists_and_open_last_lines_are_no_headlines():
    edition = split(read_text(MIXED))
    assert headlines(edition) == [
        ("Teacher training goes rural", 3),
        ("New textbook on media literacy presented in Dushanbe", 1),
        ("World Heritage site managers meet", 4),
    ]
    assert str(edition.period) == "2022-h2"
    assert "Upcoming events" in edition.warnings[0]


def test_a_last_line_that_ends_in_an_abbreviation_is_no_headline():
    edition = split(read_text(DENSE))
    assert headlines(edition) == [
        ("Эксперты обсудили сохранение ледников в Центральной Азии", 2),
        ("В Алматы наградили победителей конкурса школьных газет", 3),
        ("Туркменистан включил новый объект в предварительный список всемирного наследия", 1),
    ]
    assert str(edition.period) == "2021-h1"


def test_texts_of_one_short_sentence_have_headlines_too():
    assert headlines(split(read_text(SHORT))) == [
        ("Opening of a hub in Nukus", 1),
        ("Training for guides", 1),
        ("Report on water", 1),
    ]


CLOSED = (
    "Letter of the office, first half of 2018\n"
    "\n"
    "Beekeepers count their hives.\n"
    "In April 2018 beekeepers of three valleys met in Osh and counted what the winter had left. "
    "Sixty of them came.\n"
    "\n"
    "A bridge for the school.\n"
    "On 3 May 2018 a footbridge was opened. Its builders are pupils of the tenth grade.\n"
    "They had measured the river for a year.\n"
)
PROSE = (
    "Letter of the office, first half of 2018\n"
    "\n"
    "Beekeepers count their hives.\n"
    "In April 2018 beekeepers of three valleys met in Osh and counted what the winter had left.\n"
    "\n"
    "Sixty of them came, and none of them had ever seen so few bees at the end of a winter.\n"
)
ASKING = (
    "Letter of the office, first half of 2018\n"
    "\n"
    "Beekeepers count their hives\n"
    "In April 2018 beekeepers of three valleys met in Osh and counted what the winter had left.\n"
    "What do the bees need?\n"
    "Early flowers, said the eldest of them, and a roadside that nobody mows before the end of "
    "June. The course is going to be repeated next year.\n"
    "\n"
    "Who builds a bridge?\n"
    "On 3 May 2018 a footbridge was opened. Its builders are pupils of the tenth grade, and the "
    "river below them was measured in every week of the year before.\n"
)


def test_headlines_may_end_in_a_full_stop_where_empty_lines_part_the_stories():
    assert headlines(split(read_text(CLOSED))) == [
        ("Beekeepers count their hives.", 1),
        ("A bridge for the school.", 2),
    ]


def test_one_headline_among_others_may_end_in_a_full_stop():
    text = CLOSED.replace("count their hives.", "count their hives") + (
        "\nPotters of the valley meet\nFourteen potters met in June 2018 and fired a first kiln. "
        "They are going to meet again.\n"
    )
    assert headlines(split(read_text(text))) == [
        ("Beekeepers count their hives", 1),
        ("A bridge for the school.", 2),
        ("Potters of the valley meet", 1),
    ]


def test_a_short_sentence_is_no_headline_where_empty_lines_part_paragraphs():
    assert headlines(split(read_text(PROSE))) == []


def test_a_question_inside_a_text_is_no_headline():
    assert headlines(split(read_text(ASKING))) == [
        ("Beekeepers count their hives", 3),
        ("Who builds a bridge?", 1),
    ]


@pytest.mark.parametrize("text", [RECIPE, POLICY, LETTER], ids=["recipe", "policy", "letter"])
def test_what_tells_no_news_gives_no_stories_and_says_so(text):
    edition = split(read_text(text))
    assert edition.stories == []
    assert any("No news was found" in warning for warning in edition.warnings)
