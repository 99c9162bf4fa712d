"""Importing an edition in a browser: axe on every screen, and an editor's way through a review."""

import re

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse
from playwright.sync_api import expect

from newsroom.models import Import, NewsItem, Suggestion
from tests.browser import axe
from tests.browser.axe import audit
from tests.browser.pages import follow, visit
from tests.factories import make_partner
from tests.newsroom.importing.office import (
    GLACIERS,
    MUSEUM,
    STORIES,
    TEACHERS,
    landed,
    make_register,
    text_of,
)

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@pytest.fixture
def desk(live_server, page, client, data_dir):
    make_register()
    client.force_login(get_user_model().objects.create_superuser("desk", password="desk"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
    )
    return live_server.url


@pytest.fixture
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def reviewed(desk):
    """An import with a question, something decided, something withheld, and an amendment."""
    make_partner("Quiet Rivers Institute")
    document = landed().document
    story = document.stories.get(number=1)
    first = story.suggestions.first()
    Suggestion.objects.filter(pk=first.pk).update(state="withheld")
    landed([(*GLACIERS, "A third paragraph."), TEACHERS, MUSEUM], name="amended.md")
    return document


def screens():
    yield reverse("admin:newsroom_import_changelist")
    yield reverse("admin:newsroom_import_add")
    yield reverse("admin:newsroom_rejectedpair_changelist")
    for document in Import.objects.all():
        yield reverse("admin:newsroom_import_change", args=[document.pk])
        for story in document.stories.all():
            yield reverse("admin:newsroom_import_story", args=[document.pk, story.number])
    yield reverse("admin:newsroom_newsitem_change", args=[NewsItem.objects.last().pk])
    yield reverse("admin:newsroom_import_delete", args=[Import.objects.first().pk])


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_the_screens(desk, reviewed, page, watch, monkeypatch, language):
    monkeypatch.setattr(axe, "TAGS", [tag for tag in axe.TAGS if tag != "best-practice"])
    found = []
    prefix = "" if language == settings.LANGUAGE_CODE else f"/{language}"
    for path in screens():
        visit(page, desk + prefix + path)
        page.wait_for_load_state("networkidle")
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        found += [f"{path}: {complaint}" for complaint in watch.take()]
        found += audit(page, prefix + path)
        watch.take()  # of axe itself
        page.set_viewport_size({"width": 320, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > 320 and "/import" in path:
            found.append(f"{prefix}{path}: {wide} pixels wide at 320")
    assert not found, "\n".join(found)


def test_an_editor_imports_and_accepts_all(desk, page, watch):
    visit(page, desk + reverse("admin:index"))
    page.get_by_role("link", name="Import an edition").first.click()
    page.get_by_label("Or its text, pasted").fill(text_of())
    page.get_by_role("button", name="Import", exact=True).click()
    page.wait_for_url("**/change/")
    expect(page.get_by_role("heading", name=f"{len(STORIES)} stories")).to_be_visible()
    page.get_by_role("button", name="Accept all").click()
    page.get_by_text("Every suggestion of this import is decided.").wait_for()
    assert not Suggestion.objects.open().exists()
    assert NewsItem.objects.published().count() == 0
    assert watch.take() == []


def test_a_suggestion_lights_its_words(desk, page, watch):
    story = landed().document.stories.get(number=1)
    row = next(s for s in story.suggestions.all() if s.value.get("slug") == "uzbekistan")
    visit(page, desk + reverse("admin:newsroom_import_story", args=[story.document_id, 1]))
    page.locator(f"#suggestion-{row.pk} .import-evidence a").first.focus()
    expect(page.locator("mark.is-lit").filter(has_text="Uzbekistan").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#evidence-"))
    page.locator("body").click(position={"x": 2, "y": 2})
    expect(page.locator("mark.is-lit")).to_have_count(0)
    assert watch.take() == []


def test_the_review_needs_no_script(desk, browser, page):
    story = landed().document.stories.get(number=1)
    cookies = page.context.cookies()
    plain = browser.new_context(java_script_enabled=False)
    plain.add_cookies(cookies)
    tab = plain.new_page()
    tab.goto(desk + reverse("admin:newsroom_import_story", args=[story.document_id, 1]))
    row = next(s for s in story.suggestions.all() if s.kind == "result")
    card = tab.locator(f"#suggestion-{row.pk}")
    card.locator("summary").click()
    card.get_by_label("Of what").fill("engineers")
    follow(card.get_by_role("button", name="Accept as changed"))
    assert NewsItem.objects.get(pk=story.news_item_id).results.get().unit_en == "engineers"
    plain.close()
