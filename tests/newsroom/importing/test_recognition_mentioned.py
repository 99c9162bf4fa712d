"""Organisations that a text mentions, and those that take part in what it tells."""

import pytest

from newsroom.importing.recognition import recognise
from tests.newsroom.importing.recognition_cases.cases import Score, compare_partners, newsletters


def told(found):
    return {partner.name: partner.role for partner in found.partners}


@pytest.mark.parametrize(
    "text",
    [
        "The authors used World Bank data and followed WHO recommendations and the ILO convention.",
        "The class read the report of Transparency International and the standards of ICOMOS.",
        "Участники из стран СНГ и ЕС обменялись опытом.",
        "Guests came from the countries of the European Union and from CIS member states.",
        "Members of the European Union have such laws.",
        "Еуропалық Одақ елдерінен қонақтар келді.",
        "The group visited the Parliament of Kazakhstan.",
        "They thanked the Ministry of Finance and the Samoa Red Cross.",
        "Участники посетили Музей истории Минска.",
        "The pupils were taken to the National Museum.",
        "The book tells of the contribution of the Academy of Sciences to geology.",
        "They used the digital resources of the National Library.",
        "It was compared with earlier projects of the Asian Development Bank.",
        "It told of all aspects of the Asian Development Bank and of subjects of the World Bank.",
        "Teachers from Osh State University were trained.",
        "Pupils of Abai College and students of Osh State University took part.",
        "Учителя из Ошского университета прослушали лекцию.",
        "Студенты Ошского университета приняли участие во встрече.",
        "Anna Low studied at Osh State University.",
        "Anna Low, a graduate of Osh State University, sang.",
        "Anna Low, who graduated from Osh State University, sang.",
        "Two of them were alumni of the Institute of Geology.",
        "She holds a PhD in geology from the University of Leeds.",
        "Бірінің мамандығы – Абай атындағы университеттің түлегі.",
    ],
)
def test_who_is_only_mentioned_takes_no_part(read, text):
    assert told(read(text)) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ЮНЕСКО поддержала фонд «Мурас».", {}),
        (
            "Европейский союз финансирует Институт геологии.",
            {"Европейский союз": "funder"},
        ),
        ("Встречу поддержала Академия наук.", {"Академия наук": "co-organiser"}),
        ("Семинар финансирует Институт геологии.", {"Институт геологии": "funder"}),
        ("При поддержке фонда «Мурас» прошёл семинар.", {"фонд «Мурас»": "funder"}),
        ("UNESCO supported the Reed Foundation.", {}),
        ("The Minister thanked UNESCO and UNICEF.", {}),
        ("The Reed Foundation supported the school.", {"Reed Foundation": "funder"}),
        ("Фонд «Мурас» поддержал школу.", {"Фонд «Мурас»": "funder"}),
        ("The school was supported by the Reed Foundation.", {"Reed Foundation": "funder"}),
        ("The European Union funds the Institute of Geology.", {"European Union": "funder"}),
    ],
)
def test_what_is_done_to_a_body_is_not_done_by_it(read, text, expected):
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The National Library introduced readers to maps.", {"National Library": "technical"}),
        (
            "The Ministry of Trade introduced the course.",
            {"Ministry of Trade": "adopting-authority"},
        ),
        ("It was organised by UNESCO with Abai College.", {"Abai College": "co-organiser"}),
        ("As part of the EU project they met.", {"European Union": "funder"}),
        ("They spoke of an EU project elsewhere.", {}),
        ("The World Bank sang.", {"World Bank": "co-organiser"}),
        ("Experts from Osh State University attended it.", {"Osh State University": "technical"}),
        ("Lecturers of Abai College took part.", {"Abai College": "technical"}),
        (
            "Программу создали разработчики Ошского университета.",
            {"Ошский университет": "technical"},
        ),
        ("It was shown with a contribution from the Reed Trust.", {"Reed Trust": "funder"}),
    ],
)
def test_the_kind_of_a_body_bounds_its_role(read, text, expected):
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Partners: Osh State University, GIZ, World Bank.", 3),
        ("UNESCO signed an agreement with the Ministry of Ecology of Kazakhstan.", 1),
        ("The training involved the Tajik Technical University and Kazhydromet.", 2),
        ("Among the participants were the Ministry of Health and UNICEF.", 2),
        ("It was opened at the National Museum of Uzbekistan by the Embassy of France.", 2),
        ("В тренинге приняли участие Министерство здравоохранения и ЮНИСЕФ.", 2),
        ("Меморандум подписан с Министерством экологии Казахстана.", 1),
        ("Партнёры: Ошский университет, ПРООН, Всемирный банк.", 3),
        ("Семинарға Денсаулық сақтау министрлігі мен ЮНИСЕФ қатысты.", 2),
    ],
)
def test_who_came_signed_or_is_listed_takes_part_and_pays_nothing_by_that(read, text, names):
    assert len(told(read(text))) == names
    assert "funder" not in told(read(text)).values()


@pytest.mark.parametrize("seen", [True, False], ids=["rules written by them", "printed once"])
def test_partners_of_newsletters_full_of_mentions(built_in, seen):
    total = Score()
    for case in newsletters():
        if case.seen == seen:
            found = recognise(case.edition, built_in)[0]
            total.add(compare_partners(case, found)["partners"])
    assert min(total.precision, total.recall) >= 0.85, (total.invented, total.missed)
