"""The history, the bin, merging, and two editors who meet: in a browser, with axe."""

import re

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse

from almaty import editing, merge
from newsroom.models import NewsItem
from tests.browser import axe
from tests.browser.axe import audit
from tests.factories import (
    make_image,
    make_news_item,
    make_partner,
    make_project,
    make_sector,
    make_snapshot,
)

HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"


@pytest.fixture
def desk(live_server, page, client, transactional_db):
    """The address of a desk, and a page signed in to it."""
    person = get_user_model().objects.create_superuser("desk", password="desk")
    client.force_login(person)
    page.context.add_cookies(
        [
            {
                "name": settings.SESSION_COOKIE_NAME,
                "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
                "url": live_server.url,
            }
        ]
    )
    return live_server.url


@pytest.fixture
def story():
    """A live story with every kind of change behind it, payloads among them."""
    partner, other = make_partner("Ministry of Lakes"), make_partner("Ministry of Rivers")
    item = make_news_item("First words", sector=make_sector(), image=make_image())
    item.contributions.create(partner=partner, role="host")
    rows = [{"id": None, "partner_id": other.pk, "role": "funder", "note": HOSTILE}]
    text = "<h2>Heading</h2><p>One two three.</p><p>Kept as it is.</p>"
    for fields in (
        {"title_en": "Second words", "title_ru": "Вторые слова", "body_en": text},
        {"body_en": text.replace("two", "too"), "tags": ["ice", HOSTILE]},
        {"contributions": rows, "summary_kk": HOSTILE, "is_lead": True},
    ):
        item = NewsItem.objects.get(pk=item.pk)
        editing.save(item, editing.current_content(item) | fields, None)
    editing.send_back(NewsItem.objects.get(pk=item.pk), None, comment="Please " + HOSTILE)
    return NewsItem.objects.get(pk=item.pk)


def address(row, what, query=""):
    options = row._meta
    named = reverse(f"admin:{options.app_label}_{options.model_name}_{what}", args=[row.pk])
    return named + query


def screens(story):
    partner, empty = story.contributions.get().partner, make_project("Unused")
    edition = make_snapshot()
    NewsItem.objects.filter(pk=story.pk).update(snapshot=edition)
    a, b = (
        make_partner("A", website="https://a.example"),
        make_partner("B", website="https://b.example"),
    )
    gone = make_news_item("In the bin")
    editing.delete(gone, None)
    c, d = make_partner("C"), make_partner("D")
    merge.merge(c, d, None)
    return [
        address(story, "history"),
        address(story, "compare", "?a=0&b=3"),
        address(story, "compare", "?a=live&b=draft"),
        address(empty, "history"),
        address(d, "history"),
        address(story, "delete"),
        address(partner, "delete"),
        address(edition, "delete"),
        address(partner, "change"),
        address(story.image, "change"),
        address(story.image, "delete"),
        reverse("admin:newsroom_newsitem_bin"),
        reverse("admin:programmes_project_bin"),
        reverse("admin:programmes_partner_changelist"),
        reverse("admin:programmes_partner_merge") + f"?survivor={a.pk}&lost={b.pk}",
    ]


def open_all(page):
    """What stands closed is looked at too."""
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")


@pytest.fixture(autouse=True)
def _wcag(monkeypatch):
    """WCAG 2.2 A and AA, as for the rest of the desk: Django's own templates lack best practice."""
    monkeypatch.setattr(axe, "TAGS", [tag for tag in axe.TAGS if tag != "best-practice"])


@pytest.mark.parametrize("prefix", ["", "/ru", "/kk"])
def test_axe_finds_nothing_on_the_screens(desk, page, story, prefix):
    dialogs, found = [], []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for path in screens(story):
        answer = page.goto(desk + prefix + path)
        assert answer.status == 200, path
        open_all(page)
        found += audit(page, prefix + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    assert found == []
    assert dialogs == []


def test_an_older_version_is_brought_back_by_its_button(desk, page, story):
    page.goto(desk + address(story, "history"))
    page.get_by_role("button", name=re.compile("Bring back.*version 1")).click()
    assert "Version 1 is back as a draft" in page.text_content("ul.messagelist")
    assert page.input_value("#id_title_en") == "Second words"


def test_two_are_compared_by_choosing_them(desk, page, story):
    page.goto(desk + address(story, "history"))
    page.get_by_label("Compare").select_option("0")
    page.get_by_label("with", exact=True).select_option("2")
    page.get_by_role("button", name="Show the differences").click()
    told = page.text_content(".desk-changes")
    assert "[removed: First]" in " ".join(told.split())
    assert page.url.endswith("?a=0&b=2")


def test_who_met_another_sees_both_and_axe_finds_nothing(desk, page, story):
    page.goto(desk + address(story, "change"))
    page.fill("#id_title_en", "Mine")
    item = NewsItem.objects.get(pk=story.pk)
    theirs = {"title_en": "Theirs " + HOSTILE, "body_en": "<p>Theirs too</p>"}
    editing.save(item, editing.current_content(item) | theirs, None)
    with page.expect_navigation():
        page.get_by_role("button", name="Save draft").click()
    page.wait_for_selector(".desk-conflict")
    assert page.input_value("#id_title_en") == "Mine"
    assert "changed by both" in page.text_content(".desk-conflict")
    assert audit(page, "conflict") == []
