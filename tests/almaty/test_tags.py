import pytest

from almaty.tags import split_on_commas
from tests.factories import make_news_item

pytestmark = pytest.mark.django_db


def test_tags_are_told_apart_by_commas_only():
    assert split_on_commas(" glacier  lakes, youth ,, Youth") == ["Youth", "glacier lakes"]
    assert split_on_commas("  ") == []


def test_a_tag_that_is_there_keeps_its_spelling():
    make_news_item(tags=["Вода"])
    assert split_on_commas("вода, ВОДА, лёд") == ["Вода", "лёд"]
