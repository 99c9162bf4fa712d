"""Rules that are told of one page and as a condition on many say the same."""

import pytest

from almaty.publishing import Status
from almaty.rights import edited_by, may_edit, seen_by
from newsroom.models import NewsItem
from tests.almaty.accounts.people import make_person
from tests.factories import make_news_item

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["contributor", "editor", "publisher", None])
def test_of_one_page_and_of_many_the_same_is_said(role, django_user_model):
    person = make_person(role) if role else django_user_model.objects.create_user("visitor")
    draft = {"status": Status.DRAFT, "published_at": None}
    makers = (person, make_person("editor", "colleague"), None)
    pages = [make_news_item(made_by=by, **fields) for by in makers for fields in ({}, draft)]
    edited = set(NewsItem.objects.filter(edited_by(person, NewsItem)))
    assert edited == {page for page in pages if may_edit(person, page)}
    seen = set(NewsItem.objects.filter(seen_by(person, NewsItem)))
    assert seen >= {page for page in pages if page.is_published()}
    assert seen >= edited
