"""A story in another language than its document: read, kept and decided on in its own."""

import pytest

from almaty.models import Image
from newsroom.importing.landing import land
from newsroom.importing.outcome import examine
from newsroom.importing.recognition import Register
from newsroom.importing.splitting.language import language_of, language_of_story
from newsroom.models import Result
from tests.factories import picture_file
from tests.newsroom.importing.office import GLACIERS, MUSEUM, TEACHERS, drafts_of, landed
from tests.newsroom.importing.reviewing import send, suggestion
from tests.newsroom.importing.test_landing_repaired import page_with

RUSSIAN = (
    "Учителя Оша осваивают язык жестов",
    "В октябре 2024 года в Оше прошёл курс для 30 учителей начальных классов. Они учились вести "
    "урок так, чтобы глухие дети слышали его глазами, и побывали на .",
)
KAZAKH = (
    "Тараз мұғалімдері жұлдыз картасын жасады",
    "2024 жылғы қазанда Таразда астрономия пәнінің мұғалімдері жиналып, оқушыларға арналған "
    "жұлдыз картасын құрастырды. Карта қазақ тілінде шықты және барлық мектепке таратылды.",
)
MIXED = [GLACIERS, RUSSIAN, TEACHERS, KAZAKH, MUSEUM]


@pytest.mark.usefixtures("register", "data_dir")
def test_a_russian_story_of_an_english_document_fills_the_russian_fields():
    document = landed(MIXED).document
    assert document.language == "en"
    story = drafts_of(document)[1]
    assert (story.title_ru, story.title_en) == (RUSSIAN[0], "")
    assert RUSSIAN[1] in story.body_ru
    assert (story.body_en, story.summary_en) == ("", "")
    assert [row.written_in for row in document.stories.all()] == ["en", "ru", "en", "kk", "en"]
    assert f"Taken for Russian, unlike the document: “{RUSSIAN[0]}”." in document.warnings


@pytest.mark.usefixtures("register", "data_dir")
def test_what_is_accepted_and_lost_in_it_is_russian_too(desk):
    story = landed(MIXED).document.stories.get(number=2)
    send(desk, story, accept=suggestion(story, "result", value="30").pk)
    result = Result.objects.get()
    assert result.unit_ru.startswith("учител")
    assert result.unit_en == ""
    assert "на ." in story.lost_links.get().text


@pytest.mark.usefixtures("register", "data_dir")
def test_the_changes_of_an_amended_document_go_where_its_text_is(desk):
    landed(MIXED)
    changed = (RUSSIAN[0], RUSSIAN[1].replace("30 учителей", "40 учителей"))
    story = landed([GLACIERS, changed, *MIXED[2:]]).document.stories.get(number=2)
    send(desk, story, take_amendment="1")
    page = drafts_of(story.document)[1]
    assert "40 учителей" in page.body_ru
    assert page.body_en == ""


@pytest.mark.usefixtures("register", "data_dir")
def test_captions_are_in_the_language_of_their_story():
    data = page_with(GLACIERS[1], (picture_file().read(), "Ледник")).decode()
    data = data.replace(GLACIERS[0], RUSSIAN[0]).replace(GLACIERS[1], RUSSIAN[1])
    data = data.replace(GLACIERS[2], "Курс продолжат весной.").encode()
    land(examine(data, "a.html", register=Register.from_database), data)
    assert Image.objects.get().caption_ru == "Ледник"


def test_alphabets_decide_and_between_russian_and_kazakh_only_a_long_text_does():
    assert language_of_story(TEACHERS[1], "ru") == "en"
    assert language_of_story(RUSSIAN[1], "en") == "ru"
    assert language_of_story(KAZAKH[1], "ru") == "ru"
    assert language_of_story(KAZAKH[1] * 3, "ru") == "kk"
    assert language_of_story("2024", "kk") == "kk"
    assert language_of("", "ru") == "ru"
    assert language_of("Даны два концерта.") == "ru"
    assert language_of("Курс вели преподаватели Университета Туран.") == "ru"
    assert language_of("Алматыда мектептер бар.") == "kk"
