import pytest

from almaty.translated import with_languages
from newsroom.models import NewsItem
from tests.factories import make_news_item

pytestmark = pytest.mark.django_db

RULE = {
    "nothing but English": ({"title_en": "T", "body_en": "B"}, ["en"]),
    "whole": ({"title_en": "T", "title_ru": "Т", "body_en": "B", "body_ru": "Б"}, ["en", "ru"]),
    "headline only": ({"title_en": "T", "title_kk": "Т", "body_en": "B"}, ["en"]),
    "nothing to translate but the headline": ({"title_en": "T", "title_kk": "Т"}, ["en", "kk"]),
    "no English at all": ({"title_en": "", "title_kk": "Т", "body_kk": "М"}, ["kk"]),
}


@pytest.mark.parametrize("name", RULE)
def test_a_language_exists_when_all_that_english_has_is_there(name, django_assert_num_queries):
    fields, languages = RULE[name]
    item = make_news_item(**fields)
    NewsItem.objects.filter(pk=item.pk).update(**fields)
    assert NewsItem.objects.get().languages == languages
    with django_assert_num_queries(1):  # the same rule, told by the database
        assert with_languages(NewsItem.objects.all()).get().languages == languages
