"""Texts that end or begin anywhere: what nothing follows, or stands before, fails nothing."""

import re

import pytest

RICH = {
    "en": (
        "From 28 December 2024 to 5 January 2025, UNESCO Almaty, the Ministry of Culture, "
        "Sports and Youth Policy of the Kyrgyz Republic and the Centre “Cooperation for "
        "Development” (CSD) trained over 1.2 million pupils of School No12 named after L.N. "
        "Tolstoy in Osh, Issyk-Kul and Naryn under the “Water for All” project (2018–2024), "
        "funded by the AF-funded Reed Foundation and SE “Uzbekhydrogeology”; experts from the "
        "University of Zurich, the Institute of Geology and Geophysics, the Bureau and the "
        "Office in all five Central Asian countries met in the spring of half a million."
    ),
    "ru": (
        "С 28 декабря 2024 года по 5 января 2025 года бюро ЮНЕСКО в Алматы совместно с "
        "Министерством культуры, спорта и молодёжи Кыргызской Республики, ГП "
        "«Узбекгидрогеология» и Комитетом по делам молодёжи при Правительстве провело в двух "
        "из пяти стран Центральной Азии тренинг для более чем 1,2 млн учеников школы имени "
        "академика А. С. Пушкина, при поддержке фонда «Мурас», МЧС и Университета КИМЭП в "
        "рамках проекта «Вода для всех» (2018–2024); встречу провело Региональное Бюро и Офис "
        "хокимията Сурхандарьинской области в селе Тепар и на базе Красного Полумесяца с "
        "участием двух десятков узбекских партнёров при"
    ),
    "kk": (
        "2024 жылғы 8–9 қазанда ЮНЕСКО-ның Алматыдағы кеңсесі Қазақстан Республикасының "
        "Мәдениет және ақпарат министрлігімен, Әл-Фараби атындағы Қазақ ұлттық "
        "университетімен және «Мұрас» қорымен бірлесіп, Орталық Азияның бес елінен келген "
        "елуден астам мұғалімге «Су – өмір» жобасы аясында семинар өткізді; оны Жапония "
        "үкіметі мен Еуропалық Одақ қаржыландырды, Талғар ауданының әкімдігі мен № 12 мектеп "
        "Есік қаласында 1,2 млн оқушыны қабылдады."
    ),
}


def cuts(text):
    """The text up to each of its words, and from each of them."""
    for word in re.finditer(r"\S+", text):
        yield text[: word.end()]
        yield text[word.start() :]


def suggestions(found):
    for kind in ("sectors", "countries", "places", "partners", "results", "dates", "tags"):
        yield from getattr(found, kind)
    if found.project:
        yield found.project


@pytest.mark.parametrize("language", RICH)
def test_a_text_cut_anywhere_is_read(read, language):
    for text in cuts(RICH[language]):
        for found in (read(text), read(headline=text)):
            words = [one for suggestion in suggestions(found) for one in suggestion.evidence]
            assert all(text[one.start : one.end] == one.text for one in words), text


def test_a_bureau_may_be_the_last_word(read):
    assert read("В Оше встречу провело Региональное Бюро.").places
    assert read("В Оше встречу провёл Региональный Офис").places


def test_a_number_may_stand_close_to_its_sign(read):
    found = read("Pupils of School No12 in Osh met the writers.")
    assert [place.name for place in found.places] == ["Osh"]
