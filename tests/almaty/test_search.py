"""What the search finds: the same on SQLite and PostgreSQL."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from almaty.search import matching
from almaty.search_hits import hits
from almaty.search_query import Query
from almaty.searchable import SearchEntry
from newsroom.models import NewsItem
from programmes.models import Partner, Place, Project
from tests.factories import (
    make_country,
    make_news_item,
    make_partner,
    make_project,
    make_sector,
    make_snapshot,
)

pytestmark = pytest.mark.django_db
STORY = "newsroom.newsitem"


def found(text):
    return set(matching(NewsItem.objects.published(), text))


def titles(text, kind=STORY, limit=5):
    return [hit.title for hit in hits(Query.parse(text), [kind], limit).kinds[kind][1]]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ({"title": "Heritage", "title_ru": "Наследие региона"}, "наследием"),
        (
            {"title": "Heritage", "body_ru": "<p>О культурном наследии</p>", "title_ru": "О"},
            "НАСЛЕДИЕ",
        ),
        ({"title": "Schools", "title_kk": "Мектептерде жаңа сабақ"}, "мектеп"),
        ({"title": "Schools", "title_kk": "Ауыл мектебі"}, "мектептер"),
        ({"title": "Country", "title_kk": "Қазақстан"}, "Қазақстанда"),
        ({"title": "Country", "title_kk": "ӨЗБЕКСТАН МЕН ҚЫРҒЫЗСТАН"}, "қырғызстан"),
        ({"title": "Floods in the valley"}, "flood"),
        ({"title": "A flood"}, "FLOODS"),
        ({"title": "Ёлка", "title_ru": "Учёные"}, "ученый"),
        ({"title": "O‘zbekiston"}, "O'zbekiston"),
        ({"title": "Education for all"}, "educati"),
        ({"title": "Universities"}, "universit"),
        ({"title": "COVID-19 and after"}, "covid-19"),
        ({"title": "Story", "summary": "About glaciers"}, "glacier"),
        ({"title": "Story", "body": "<p>About gla<strong>ci</strong>ers</p>"}, "glacier"),
        ({"title": "Story", "body": "<ul><li>one</li><li>two</li></ul>"}, '"one" two'),
    ],
)
def test_a_word_is_found_in_any_form(written, asked):
    story = make_news_item(**written)
    make_news_item("Another")
    assert found(asked) == {story}


def test_tags_and_attributes_of_rich_text_are_not_words():
    make_news_item(body='<p><strong>Bold</strong> <a href="https://example.org/">link</a></p>')
    assert found("strong") == found("href") == found("example") == set()
    assert len(found("bold link")) == 1


def test_all_words_must_be_there_and_the_last_may_be_begun():
    both = make_news_item("Glacier lakes of the Tien Shan")
    make_news_item("A glacier")
    assert found("lakes glacier") == {both}
    assert found("glacier lak") == {both}
    assert found("glac lakes") == set()


def test_a_phrase_stands_side_by_side_in_any_form():
    phrase = make_news_item("On cultural heritage", title_ru="О культурном наследии")
    make_news_item("Heritage that is cultural", title_ru="Наследие и культурный обмен")
    assert found('"cultural heritage"') == {phrase}
    assert found("«культурное наследие»") == {phrase}
    assert len(found("cultural heritage")) == 2


def test_a_phrase_does_not_run_from_one_text_into_the_next():
    make_news_item("Young", summary="glaciers melt", body="<p>fast</p>", tags=["melt water"])
    assert found('"young glaciers"') == found('"melt fast"') == found('"melt melt"') == set()
    assert len(found('"glaciers melt"')) == 1


def test_a_minus_leaves_out_in_every_language():
    kazakh = make_news_item("Glacier", body="<p>In Kazakhstan</p>", title_ru="Glacier")
    tajik = make_news_item("Glacier", body="<p>In Tajikistan</p>", title_ru="Glacier")
    assert found("glacier") == {kazakh, tajik}
    assert found("glacier -tajikistan") == {kazakh}
    assert found('glacier -"in tajikistan"') == {kazakh}
    assert found("-tajikistan") == set()


def test_a_translation_is_found_only_where_it_exists():
    make_news_item("Heritage", body="<p>English only</p>")
    assert list(SearchEntry.objects.values_list("language", flat=True)) == ["en"]


@pytest.mark.parametrize(
    "text",
    ["", "!!!", '"', "NEAR(a", "a AND OR", "*", "^", "{head}:x", "x'; --", "😀", "\0", "\ud800"],
)
def test_no_text_is_an_error_nor_finds_all(text):
    make_news_item("Something else")
    assert found(text) == set()
    assert hits(Query.parse(text), [STORY], 5).kinds[STORY] == (0, [])


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text() | st.text(alphabet="ab1e9\"'-*^():{}|&!<>\\%_\0\ud800қё«» ", max_size=60))
def test_any_text_is_answered_by_the_database(db, text):
    found(text)
    hits(Query.parse(text), [STORY], 5)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    word=st.text(alphabet="0123456789eEabxжқіәё漢ßİ²", min_size=1, max_size=12).filter(str.isalnum)
)
def test_any_word_finds_itself(db, word):
    """Also 4e76ә, which PostgreSQL reads as a number and a word, if it is let."""
    story = make_news_item(f"Some {word}")
    try:
        assert story in found(f'"{word}"')
        assert story in found(word)
    finally:
        story.delete()


# What is found by ------------------------------------------------------------------------------


def test_a_story_is_found_by_the_names_of_what_it_is_joined_to():
    project = make_project(
        "Lakes under watch", short_title="GLOFCA", title_ru="Озёра под наблюдением"
    )
    partner = make_partner("Adaptation Fund", acronym="AFX")
    partner.other_names.create(name="Fonds d’adaptation")
    place = Place.objects.create(name="Osh", name_ru="Ош", name_kk="Ош")
    story = make_news_item("A story", project=project, tags=["early warning"])
    story.contributions.create(partner=partner, role="funder")
    story.places.add(place)
    for asked in ("glofca", "озеро наблюдение", "AFX", "fonds", "ош", "early warnings"):
        assert found(asked) == {story}, asked
        assert "<mark>" not in hits(Query.parse(asked), [STORY], 5).kinds[STORY][1][0].snippet


def test_other_kinds_are_found_by_all_their_names():
    project = make_project("Lakes", short_title="GLOFCA", summary="Early warning", code="570KAZ")
    project.other_names.create(name="Glacial floods", kind="former")
    partner = make_partner("Adaptation Fund", acronym="AFX", description="Pays for adaptation")
    partner.other_names.create(name="Fonds d’adaptation")
    for asked in ("glofca", "glacial flood", "early", "570kaz"):
        assert set(matching(Project.objects.all(), asked)) == {project}
    for asked in ("afx", "fonds", "pay"):
        assert set(matching(Partner.objects.all(), asked)) == {partner}
    make_snapshot(title="Half a year", introduction="<p>Of glaciers</p>")
    make_sector("Culture", name_ru="Культура", mandate="Protects heritage")
    make_country("Kazakhstan", name_kk="Қазақстан")
    assert titles("glacier", "newsroom.snapshot") == ["Half a year"]
    assert titles("культурой", "programmes.sector") == ["Культура"]
    assert titles("heritage", "programmes.sector") == ["Culture"]
    assert titles("Қазақстанның", "programmes.country") == ["Қазақстан"]
