"""The preview of what is typed in a form: nothing of it is saved, and what is wrong is said."""

from html import unescape

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from almaty.models import Revision
from newsroom.models import NewsItem
from tests.almaty.accounts.people import make_person
from tests.almaty.previews.full import MARK, make_draft, make_live_story
from tests.almaty.previews.test_preview import rows
from tests.factories import (
    make_country,
    make_news_item,
    make_partner,
    make_project,
    make_sector,
    make_snapshot,
)
from tests.forms import FormReader, submit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.SECOND_FACTOR_FOR = []


@pytest.fixture
def desk(client):
    client.force_login(make_person("editor"))
    return client


def change(page):
    options = page._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[page.pk])


def typed(client, page, **changes):
    answer = submit(client, change(page), "_preview", **changes)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_is_typed_shows_and_is_not_saved(desk):
    item, partner = make_live_story(), make_partner(f"{MARK} partner")
    country = make_country(f"{MARK} country", slug="elsewhere")
    desk.get(change(item))  # which says to others that it is open
    before, unchanged = rows(), NewsItem.objects.values().get(pk=item.pk)
    html = typed(
        desk,
        item,
        title_en=f"{MARK} title",
        tags=f"{MARK} tag",
        countries=[country.pk],
        **{
            "event_dates-0-start": "2011-03-04",
            "contributions-0-partner": partner.pk,
            "results-0-value": "4321",
        },
    )
    for word in ("title", "tag", "country", "partner"):
        assert f"{MARK} {word}" in html
    assert "4 March 2011" in html
    assert "4,321" in html
    assert "neither saved nor public" in html
    assert rows() == before
    assert NewsItem.objects.values().get(pk=item.pk) == unchanged
    assert not Revision.objects.exists()


def test_it_stands_on_the_draft(desk):
    item = make_draft(make_live_story(), None)
    html = typed(desk, item, summary_en="Typed just now")
    assert f"{MARK} title" in html
    assert "Typed just now" in html
    assert f"{MARK} summary" not in html


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_button_names_the_language(desk, language):
    item = make_live_story()
    opened = FormReader(desk.get(change(item)).content.decode()).fields
    data = {"title_ru": "Лёд", "title_kk": "Мұз", "_preview": language}
    html = desk.post(change(item), opened | data).content.decode()
    assert f'<html lang="{language}">' in html
    assert {"en": "Glaciers", "ru": "Лёд", "kk": "Мұз"}[language] in html


def test_a_page_that_is_being_added(desk):
    before = rows()
    answer = submit(
        desk,
        reverse("admin:newsroom_newsitem_add"),
        "_preview",
        title_en="A new thing",
        body_en="<p>First words.</p>",
    )
    html = answer.content.decode()
    assert "<h1>A new thing</h1>" in html
    assert "First words." in html
    assert rows() == before


def test_every_kind_of_page(desk):
    for page in (
        make_project(),
        make_partner(),
        make_sector(),
        make_country(),
        make_snapshot(),
        make_news_item(),
    ):
        name = page.translation_needs[0] + "_en"
        assert f"{MARK} name" in typed(desk, page, **{name: f"{MARK} name"})


def test_the_typed_order_of_an_edition(desk):
    edition = make_snapshot()
    make_news_item("One", snapshot=edition, position=1)
    make_news_item("Two", snapshot=edition, position=2)
    html = typed(desk, edition, **{"stories-0-position": "3"})
    assert html.index(">Two</a>") < html.index(">One</a>")


def test_what_keeps_it_from_being_shown_is_said(desk):
    item = make_live_story()
    html = unescape(
        typed(
            desk,
            item,
            title_en="",
            period="soon",
            **{"event_dates-0-start": "yesterday", "contributions-0-role": ""},
        )
    )
    for words in (
        "<li>headline [en]: This field is required.</li>",
        "<li>event date 1, Start: Enter a valid date.</li>",
        "partner in this story 1, Role: This field is required.",
        "period: ",
        "what you typed stands in the form",
    ):
        assert words.lower() in html.lower(), html


def test_an_older_form_still_has_its_preview(desk):
    """Only saving is refused where somebody else has saved meanwhile."""
    item = make_live_story()
    opened = FormReader(desk.get(change(item)).content.decode()).fields
    make_draft(item, None)
    answer = desk.post(change(item), opened | {"title_en": "Typed", "_preview": "en"})
    assert "<h1>Typed</h1>" in answer.content.decode()


def test_a_picture_that_is_left_out_is_not_announced_at_each_preview(desk):
    item = make_live_story()
    html = '<p>x</p><figure><img src="data:image/png;base64,AAAA" alt="x"></figure>'
    answer = submit(desk, change(item), "_preview", body_en=html)
    assert answer.status_code == 200
    assert list(get_messages(answer.wsgi_request)) == []
    answer = submit(desk, change(item), "_save", body_en=html)
    assert any("left out" in str(message) for message in get_messages(answer.wsgi_request))


def test_who_may_not_change_the_page_gets_none(client):
    item = make_live_story()
    client.force_login(make_person("contributor"))
    answer = client.post(change(item), {"_preview": "en", "title_en": MARK})
    assert answer.status_code == 403


def test_nobody_keeps_it_and_only_the_desk_frames_it(desk):
    item = make_live_story()
    for changes in ({}, {"title_en": ""}):
        answer = submit(desk, change(item), "_preview", **changes)
        assert {"private", "no-store"} <= set(answer["Cache-Control"].replace(",", "").split())
        assert answer["X-Robots-Tag"] == "noindex"
        assert answer["X-Frame-Options"] == "SAMEORIGIN"
        assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
        assert answer["X-Preview"] == ("refused" if changes else "shown")
