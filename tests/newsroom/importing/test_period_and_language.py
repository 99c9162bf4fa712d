import pytest

from newsroom.importing.reading import read_text
from newsroom.importing.splitting import split
from newsroom.importing.splitting.language import language_of
from newsroom.importing.splitting.period import period_in
from newsroom.importing.splitting.summary import LIMIT, sentences, summary_of


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Snapshots (July – December 2024)", "2024-h2"),
        ("January-June, 2023", "2023-h1"),
        ("January to March 2021", "2021-h1"),
        ("July 2024 – December 2024", "2024-h2"),
        ("Snapshots, 2023 (January – June)", "2023-h1"),
        ("first half of 2023", "2023-h1"),
        ("news-2024-h2.docx", "2024-h2"),
        ("H1 2025", "2025-h1"),
        ("Q3 2024", "2024-h2"),
        ("October 2024", "2024-h2"),
        ("The year 2022 in review", "2022"),
        ("Январь – декабрь 2024 года", "2024"),
        ("Июль – декабрь 2024", "2024-h2"),
        ("с июля по декабрь 2022 года", "2022-h2"),
        ("II полугодие 2024", "2024-h2"),
        ("за первое полугодие 2024 года", "2024-h1"),
        ("III квартал 2023 года", "2023-h2"),
        ("Итоги 2023 года", "2023"),
        ("Итоги года – 2022", "2022"),
        ("Project (2018 – 2024)", None),
        ("2024 жылғы шілде – желтоқсан", "2024-h2"),
        ("2024 жылғы шілдеден желтоқсанға дейін", "2024-h2"),
        ("2024 жылдың екінші жартыжылдығы", "2024-h2"),
        ("Обзор за первые шесть месяцев 2023 года", "2023-h1"),
        ("2023 жылғы алғашқы алты ай", "2023-h1"),
        ("Қаңтар – маусым 2023", "2023-h1"),
        ("2024 жыл", "2024"),
        ("March – September 2024", None),
        ("December 2023 – May 2024", None),
        ("1 January – 30 June 2025", "2025-h1"),
        ("Newsletter 112, 11 – 15 March 2019", "2019-h1"),
        ("October 2 to October 6, 2017", "2017-h2"),
        ("с 1 по 31 декабря 2023 г.", "2023-h2"),
        ("2019 жылғы 11–15 наурыз", "2019-h1"),
        ("01.01.2023 – 31.12.2023", "2023"),
        ("20 June – 5 July 2023", None),
        ("1 July 2023 – 30 June 2024", None),
        ("Project (2018-2024)", None),
        ("Agenda 2030", None),
        ("5 March 2023", None),
        ("2021, 2022 and 2023", None),
        ("News of the office", None),
    ],
)
def test_the_period_a_line_names(line, period):
    found, _words = period_in(line)
    assert (str(found) if found else None) == period


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Workshop", "en"),
        ("Семинар в Алматы", "ru"),
        ("Новости Алматы", "ru"),
        ("Школа Қазақ в Астане открыта", "ru"),
        ("Алматыда семинар", "kk"),
        ("Қазақстан мектептері", "kk"),
        ("Бишкекте жастар форумы болды", "kk"),
        ("2024", "en"),
    ],
)
def test_the_language_of_short_texts(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Students of D.A. Kunaev College met. They talked.", 2),
        ("The firm SE “Hydro.” Built it. Then it left.", 3),
        ("Это было в 2021 г. в Алматы. Там собрались школы, музеи и т.д. из области.", 2),
        ("Дом по ул. Абая открыт. Пришли все.", 2),
        ("2023 ж. Алматыда өтті. Оған бәрі келді.", 2),
        ("Was it late? It was! Nobody minded…", 3),
    ],
)
def test_sentences_end_where_they_end(text, count):
    assert len(list(sentences(text))) == count


def test_a_summary_is_whole_sentences_as_many_as_fit():
    first, second = "One short sentence begins it all here.", "A second one follows it. "
    assert summary_of([f"{first} {second}" + "Long words go on and on " * 20]) == (
        f"{first} {second}".strip()
    )
    cut = summary_of(["word " * 200])
    assert len(cut) <= LIMIT
    assert cut.endswith("word…")


def test_a_summary_does_not_lead_to_a_list():
    assert summary_of(["Twenty-five teachers met in Osh in May. They learned:", "to ask"]) == (
        "Twenty-five teachers met in Osh in May."
    )
    alone = "Twenty-five teachers met in Osh in May and learned:"
    assert summary_of([alone, "to ask"]) == alone


LETTER = [
    ("Solar stations light clinics", "Osh, 14 March 2024 – Seven clinics received stations."),
    ("Maps of risk are ready", "Maps were handed to fifty villages of the valley."),
]


@pytest.mark.parametrize(
    ("second", "period"),
    [
        ("Bishkek, May 22, 2024 – ", "2024-h1"),
        ("Bishkek, 22 August 2024 – ", None),
        ("On 22 May 2024, ", None),
        ("", None),
    ],
)
def test_press_releases_of_one_half_year_need_no_title(second, period):
    """Only where every one is dated at its head."""
    (head, text), (other, told) = LETTER
    edition = split(read_text(f"## {head}\n\n{text}\n\n## {other}\n\n{second}{told}\n"))
    assert len(edition.stories) == 2
    assert (str(edition.period) if edition.period else None) == period


def test_a_page_of_one_release_is_of_the_half_year_it_is_dated_with():
    edition = split(
        read_text("# Solar stations light clinics\n\n14 May 2024\n\nThey were opened.\n")
    )
    assert str(edition.period) == "2024-h1"


@pytest.mark.parametrize(
    ("under", "period"),
    [
        ("January – June 2025", "2025-h1"),
        ("1 January – 30 June 2025", "2025-h1"),
        ("May 2023", "2023-h1"),
    ],
)
def test_a_line_above_the_period_is_no_headline(under, period):
    body = "\n\n".join(f"{head}\n\n{text}" for head, text in LETTER)
    edition = split(read_text(f"Letter from the valley\n{under}\n\n{body}\n"))
    assert [story.headline for story in edition.stories] == [head for head, _text in LETTER]
    assert str(edition.period) == period
