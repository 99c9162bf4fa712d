"""What is easily taken for something else: one test for each way to go wrong."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from newsroom.importing.recognition import gazetteer
from newsroom.importing.recognition.register import whole_key

FIVE = ["kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan"]


def countries(found):
    return [country.slug for country in found.countries]


def places(found):
    return [place.name for place in found.places]


def partners(found):
    return {partner.name: partner.role for partner in found.partners}


# Where -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "UNESCO Almaty supported the event.",
        "UNESCO Almaty Regional Office published a report.",
        "UNESCO's Office in Almaty published a report.",
        "Отчёт подготовило бюро ЮНЕСКО в Алматы.",
        "Есепті ЮНЕСКО-ның Алматыдағы кеңсесі жариялады.",
    ],
)
def test_the_offices_name_is_no_place(read, text):
    found = read(text)
    assert (countries(found), places(found), partners(found)) == ([], [], {})


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Seminars were held in Issyk.", "Issyk", "kazakhstan"),
        ("Seminars were held in Esik.", "Issyk", "kazakhstan"),
        ("Seminars were held around Issyk-Kul.", "Issyk-Kul", "kyrgyzstan"),
        ("Seminars were held around Lake Issyk‑Kul.", "Issyk-Kul", "kyrgyzstan"),
        ("Семинары прошли в Есике.", "Issyk", "kazakhstan"),
        ("Семинары прошли вокруг Иссык-Куля.", "Issyk-Kul", "kyrgyzstan"),
        ("Семинар Ыстықкөлде өтті.", "Issyk-Kul", "kyrgyzstan"),
        ("Семинар Есікте өтті.", "Issyk", "kazakhstan"),
        ("Семинары прошли в Бишкeке.", "Bishkek", "kyrgyzstan"),  # a Latin e
    ],
)
def test_issyk_is_not_issyk_kul(read, text, place, country):
    found = read(text)
    assert (places(found), countries(found)) == ([place], [country])


@pytest.mark.parametrize(
    "text",
    [
        "Experts came from the University of Zurich.",
        "The course drew on Switzerland's experience.",
        "The talk was about the experience of Kazakhstan.",
        "В основу лёг опыт Казахстана.",
        "The Ministry of Culture of Uzbekistan financed the book.",
        "Kazakh National University published the book.",
        "Книгу издал Казахский национальный университет.",
        "Кітапты Қазақ ұлттық университеті шығарды.",
        "The workshop took place in Paris and in Switzerland.",
        "Mary opened the exhibition.",
        "Книги подарены для многодетных семей.",
        "Ол есігін ашты.",
        "The project “Water for Kazakhstan” was presented in Geneva.",
        "The plan had been agreed a year ago in Samarkand.",
        "План был согласован ранее в Самарканде.",
        "The Cluster Office in Almaty sent books.",
        "Книги прислало Кластерное бюро в Алматы.",
        "UNESCO Offices in Almaty and in Tashkent sent books.",
    ],
)
def test_no_country_is_invented(read, text):
    assert countries(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Experts of all five Central Asian countries met.",
        "Experts from the five countries of Central Asia met.",
        "Встретились эксперты пяти стран Центральной Азии.",
        "Орталық Азияның бес елінен сарапшылар келді.",
        "Representatives of the five countries of Central Asia met.",
        "Two teachers from each of the five Central Asian countries met.",
        "Приехали тридцать учителей из пяти стран Центральной Азии.",
    ],
)
def test_five_countries_are_each_meant(read, text):
    assert countries(read(text)) == FIVE


@pytest.mark.parametrize(
    "text",
    [
        "It was shown in three of the five Central Asian countries.",
        "Teachers came from two out of the five countries of Central Asia.",
        "Most of the five Central Asian states have such a law.",
        "Закон есть в двух из пяти стран Центральной Азии.",
        "Закон есть в 4 из пяти стран Центральной Азии.",
        "Орталық Азияның бес елінің үшеуінде мұндай заң бар.",
    ],
)
def test_some_of_the_five_are_not_told_which(read, text):
    assert set(countries(read(text))) <= {"central-asia"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Young people in Central Asia met online.", ["central-asia"]),
        ("Молодёжь Центральной Азии встретилась.", ["central-asia"]),
        ("Орталық Азия жастары кездесті.", ["central-asia"]),
        ("Young people of Central Asia met in Osh.", ["kyrgyzstan"]),
        ("Семинар прошёл в Казахстане и Таджикистане.", ["kazakhstan", "tajikistan"]),
        ("Семинар Қазақстанда, Өзбекстанның оңтүстігінде өтті.", ["kazakhstan", "uzbekistan"]),
        ("Қонақтар Тәжікстаннан келді.", ["tajikistan"]),
        ("Lessons were given in Mary, Turkmenistan.", ["turkmenistan"]),
    ],
)
def test_countries_in_their_forms(read, text, expected):
    assert countries(read(text)) == expected


def test_a_place_that_no_register_has_is_known_by_its_country(read):
    found = read("Stations were set up in Pskem and Tepar, Uzbekistan.")
    assert {(p.name, p.country) for p in found.places} >= {("Tepar", "uzbekistan")}


# With whom ---------------------------------------------------------------------------------------


def test_a_ministry_of_culture_is_no_story_of_culture(read):
    found = read("The Ministry of Information and Culture financed a course for 20 teachers.")
    assert [sector.slug for sector in found.sectors] == ["education"]
    assert partners(found) == {"Ministry of Information and Culture": "funder"}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("It was financed by the Embassy of Norway.", "Embassy of Norway", "funder"),
        ("The AF-funded GLOFCA project goes on.", "Adaptation Fund", "funder"),
        (
            "The National Library of Mali scanned letters together with UNESCO.",
            "National Library of Mali",
            "co-organiser",
        ),
        ("It is implemented by UNICEF.", "UNICEF", "implementer"),
        ("UNESCO implemented it jointly with UNICEF.", "UNICEF", "joint-implementer"),
        ("UNESCO and UNICEF held a seminar.", "UNICEF", "co-organiser"),
        ("Experts from Osh State University spoke.", "Osh State University", "technical"),
        ("Students met at D. A. Kunaev College.", "D. A. Kunaev College", "host"),
        (
            "It will be adopted by the Ministry of Health.",
            "Ministry of Health",
            "adopting-authority",
        ),
        ("It was launched on Google Arts & Culture.", "Google Arts and Culture", "platform"),
        ("SE “Uzbekhydrogeology,” took part.", "SE “Uzbekhydrogeology”", "co-organiser"),
        ("Семинар прошёл при финансовой поддержке ПРООН.", "ПРООН", "funder"),
        (
            "Совместно с Национальной академией наук проведён семинар.",
            "Национальная академия наук",
            "co-organiser",
        ),
        (
            "Встреча прошла в Самаркандском государственном университете.",
            "Самаркандский государственный университет",
            "host",
        ),
        (
            "Встреча прошла в Историческом музее-заповеднике «Берел».",
            "Исторический музей-заповедник «Берел»",
            "host",
        ),
        ("Семинар ЮНИСЕФ-тің қаржылай қолдауымен өтті.", "ЮНИСЕФ", "funder"),
        (
            "Семинар Мәдениет министрлігімен бірлесіп өткізілді.",
            "Мәдениет министрлігі",
            "co-organiser",
        ),
    ],
)
def test_roles_by_the_words_around(read, text, name, role):
    assert partners(read(text)) == {name: role}


def test_the_office_is_no_partner(read):
    assert partners(read("UNESCO and its Regional Office met ЮНЕСКО.")) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Приехал директор Организации Объединенных Наций по вопросам образования, науки и культуры"
        " (ЮНЕСКО).",
        "The United Nations Educational, Scientific and Cultural Organization (UNESCO) turned 70.",
        "The reserve joined the World Network of Biosphere Reserves.",
        "Pupils came to the Regional School “Many Tongues”.",
        "Ошта Өңірлік мектебі ашылды.",
    ],
)
def test_neither_the_own_organisation_nor_lists_nor_events_are_partners(read, text):
    assert partners(read(text)) == {}


def test_the_organisations_own_name_is_no_sector(read):
    found = read("Организация Объединённых Наций по вопросам образования, науки и культуры.")
    assert found.sectors == []


def test_a_projects_title_needs_no_quotation_marks(read):
    found = read("It is a part of the project Clean Water for Our Rural Schools, now in its end.")
    assert found.project.name == "Clean Water for Our Rural Schools"


@pytest.mark.parametrize(
    "text",
    [
        "In this project Kazakhstan, Uzbekistan and Tajikistan work together.",
        "The project UNICEF and UNDP began has ended.",
        "The programme of the Ministry of Education has ended.",
    ],
)
def test_who_works_in_a_project_is_not_its_title(read, text):
    assert read(text).project is None


def test_governments_are_each_a_funder(read):
    found = read("It is financed by the Governments of Norway, Finland and the Netherlands.")
    assert partners(found) == {
        "Government of Norway": "funder",
        "Government of Finland": "funder",
        "Government of Netherlands": "funder",
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Books came from the Ministry of Preschool and School Education of Uzbekistan.",
            "Ministry of Preschool and School Education of Uzbekistan",
        ),
        (
            "Experts from the University of Journalism and Mass Communications spoke.",
            "University of Journalism and Mass Communications",
        ),
        (
            "Говорил сотрудник Тянь-Шаньского высокогорного научного центра.",
            "Тянь-Шаньский высокогорный научный центр",
        ),
        (
            "С Министерством экономики Кыргызской Республики и при участии всех прошёл семинар.",
            "Министерство экономики Кыргызской Республики",
        ),
    ],
)
def test_names_in_full_and_no_longer(read, text, name):
    assert list(partners(read(text))) == [name]


def test_a_ministrys_youth_policy_is_no_tag(read):
    found = read("The Ministry of Sports and Youth Policy of the Kyrgyz Republic sent a teacher.")
    assert "youth" not in [tag.name for tag in found.tags]


def test_who_held_it_is_told_behind_place_and_day(read):
    found = read(
        "The course was held in Osh from 6 to 10 August by the National Library of Kyrgyzstan."
    )
    assert partners(found) == {"National Library of Kyrgyzstan": "co-organiser"}


def test_a_part_of_a_longer_name_is_not_named(read):
    found = read("Experts from the Ministry of Education and Science of Uzbekistan spoke.")
    assert list(partners(found)) == ["Ministry of Education and Science of Uzbekistan"]


def test_an_acronym_explained_in_brackets_is_the_same_organisation(read):
    found = read("The Centre for Arid Lands (CAL) met UNESCO. CAL will host the archive.")
    assert list(partners(found)) == ["Centre for Arid Lands"]


# When --------------------------------------------------------------------------------------------

DAYS = [
    ("The workshop of October 8-9 was the last.", date(2024, 10, 8), date(2024, 10, 9), True),
    ("On 8–9 October 2024 they met.", date(2024, 10, 8), date(2024, 10, 9), False),
    ("It took place from 30 September to 2 October.", date(2024, 9, 30), date(2024, 10, 2), True),
    ("On 5 July 2024 they met.", date(2024, 7, 5), None, False),
    ("Встреча прошла 8–9 октября.", date(2024, 10, 8), date(2024, 10, 9), True),
    ("С 27 по 29 ноября 2024 года они встретились.", date(2024, 11, 27), date(2024, 11, 29), False),
    ("2024 жылғы 8–9 қазанда жиын өтті.", date(2024, 10, 8), date(2024, 10, 9), False),
]


@pytest.mark.parametrize(("text", "start", "end", "inferred"), DAYS)
def test_days(read, text, start, end, inferred):
    (found,) = read(text).dates
    assert (found.start, found.end, found.precision) == (start, end, "day")
    assert found.inferred is inferred


@pytest.mark.parametrize(
    ("text", "inferred"),
    [
        ("In October, Osh hosted them.", True),
        ("In October 2024 they met.", False),
        ("в октябре 2024 года", False),
        ("Встреча прошла в октябре.", True),
        ("Қазан айында жиын өтті.", True),
        ("Жиын қазанда өтті.", True),
    ],
)
def test_months(read, text, inferred):
    (found,) = read(text).dates
    assert (found.start, found.end, found.precision) == (date(2024, 10, 1), None, "month")
    assert found.inferred is inferred


def test_years_of_a_project(read):
    (found,) = read("The “Steppe Roads” project (2018-2024) has ended.").dates
    assert (found.start, found.end) == (date(2018, 1, 1), date(2024, 12, 31))
    assert found.precision == "year"


@pytest.mark.parametrize(
    "text",
    [
        "It follows the Agenda 2030 and Education 2030.",
        "COVID-19 delayed the European Year of 2018.",
        "The centre was founded in 1945.",
        "They may march on.",
        "The work ends by 30 November 2024.",
        "К 2030 году доля вырастет.",
    ],
)
def test_not_every_number_is_an_event(read, text):
    assert read(text).dates == []


def test_a_year_beside_a_day_is_history(read):
    found = read("On 5 May 2019 weavers met. In 2012 the craft was put on a list.", period=None)
    assert [day.start for day in found.dates] == [date(2019, 5, 5)]


def test_without_a_period_no_year_is_made_up(read):
    assert read("They met on October 8-9.", period=None).dates == []


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("STUDENTS WHO SAVE GLACIERS", []),
        ("WHO SAVES THE GLACIERS", []),
        ("UNICEF, UNDP, GIZ", ["UNICEF", "UNDP", "GIZ"]),
        ("UNICEF", ["UNICEF"]),
        ("Students of WHO save glaciers", ["WHO"]),
    ],
)
def test_in_a_line_of_capitals_no_word_is_an_acronym(read, headline, names):
    assert [partner.name for partner in read(headline=headline).partners] == names


def test_no_town_is_listed_twice():
    towns = [(entry, names) for entry, names in gazetteer.places() if entry.kind == "city"]
    often = Counter(
        (entry.country, name)
        for entry, names in towns
        for name in {whole_key(name) for name in names}
    )
    assert [town for town, times in often.items() if times > 1] == []


# How many ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value", "qualifier", "unit"),
    [
        ("Over 50 students came.", 50, "over", "students"),
        (
            "It brought 16 students and researchers together.",
            16,
            "exact",
            "students and researchers",
        ),
        ("More than 1,200 participants came.", 1200, "over", "participants"),
        ("Twenty-five journalists came.", 25, "exact", "journalists"),
        ("Two annual summer schools took place.", 2, "exact", "annual summer schools"),
        ("About 300 young people came.", 300, "about", "young people"),
        ("Обучено более 50 учащихся.", 50, "over", "учащихся"),
        ("Гранты вручили 40 предпринимательницам.", 40, "exact", "предпринимательницам"),
        ("Пришло около 300 сельских учителей.", 300, "about", "сельских учителей"),
        ("Оған 50-ден астам оқушы келді.", 50, "over", "оқушы"),
        ("Оған 300-ге жуық мұғалім келді.", 300, "about", "мұғалім"),
        ("Шамамен 40 тұрғын келді.", 40, "about", "тұрғын"),
        ("The office trained 2000 teachers.", 2000, "exact", "teachers"),
        ("Books went to 1950 schoolchildren.", 1950, "exact", "schoolchildren"),
        ("Lessons were given to 2024 students.", 2024, "exact", "students"),
        ("Обучено 2000 учителей.", 2000, "exact", "учителей"),
        ("Курсқа 2000 мұғалім қатысты.", 2000, "exact", "мұғалім"),
        ("It reached 1,234 pupils.", 1234, "exact", "pupils"),
        ("It reached 1.125 million pupils.", 1_125_000, "exact", "pupils"),
        ("Передачи смотрят 1,234 млн человек.", 1_234_000, "exact", "человек"),
        ("Бағдарламаны 1,234 миллион адам көрді.", 1_234_000, "exact", "адам"),
    ],
)
def test_results(read, text, value, qualifier, unit):
    (found,) = read(text).results
    assert (found.value, found.qualifier, found.unit) == (Decimal(value), qualifier, unit)
    assert found.sentence == text


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 students learned about COVID-19 and Sustainable Development Goal 4.",
        "In spring 2024 teachers met; the 2024 students’ games are over.",
        "В 2024 учителя собрались снова.",
        "2024 жылы мұғалімдер жиналды.",
        "They were 16 to 24 years old.",
        "Call +7 727 258 26 43.",
        "The share rose by 12 per cent, to $350,000 on 8 October.",
        "Им от 14 до 18 лет; он сто раз говорил это.",
        "12 пайыз 5 жылда 20 теңге болды.",
        "The network brings together 11,500 schools in 180 countries.",
        "Sixty reporters were killed last year.",
        "There are 700 biosphere reserves and 300 million readers in the world.",
        "Всемирная сеть – это 12 тысяч школ.",
        "There are 45 associated schools in the country.",
        "Сеть объединяет 400 библиотек.",
        "Әлемде 300 миллион оқушы бар.",
    ],
)
def test_not_every_number_is_a_result(read, text):
    assert read(text).results == []


@pytest.mark.parametrize(
    "text",
    ["40 experts from around the world met.", "60 teachers across 120 countries joined a webinar."],
)
def test_who_came_from_all_the_world_came(read, text):
    assert read(text).results != []


def test_the_same_teachers_are_not_counted_twice(read):
    found = read(
        "The course trained 90 teachers.", "The 90 teachers came back.", headline="90 teachers"
    )
    assert [(r.value, len(r.evidence)) for r in found.results] == [(90, 3)]


def test_a_result_keeps_the_sentence_it_stands_in(read):
    found = read("The first school had 16 students. The second school was in the mountains.")
    assert [r.sentence for r in found.results] == ["The first school had 16 students."]
