"""The desk in a browser: axe on every kind of page, and an editor's work by keyboard and mouse."""

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse
from playwright.sync_api import expect

from newsroom.models import NewsItem
from tests.browser import axe
from tests.browser.axe import audit
from tests.browser.pages import follow, text_box, visit
from tests.factories import (
    make_country,
    make_image,
    make_news_item,
    make_partner,
    make_project,
    make_region,
    make_result,
    make_sector,
    make_snapshot,
    picture_file,
)


@pytest.fixture
def desk(live_server, page, client):
    """The address of a desk with one of everything, and a page signed in to it."""
    sector, country = make_sector(), make_country()
    make_region()
    image = make_image(alt="A lake", caption="In winter", file=picture_file(size=(700, 350)))
    project = make_project("GLOFCA", countries=[country], sector=sector, image=image)
    partner = make_partner("Ministry of Lakes")
    project.participations.create(partner=partner, role="funder")
    project.other_names.create(name="Old name", kind="former")
    edition = make_snapshot()
    item = make_news_item(
        "A story", countries=[country], sector=sector, image=image, project=project, pk=1
    )
    NewsItem.objects.filter(pk=item.pk).update(snapshot=edition, position=1)
    item.contributions.create(partner=partner, role="host")
    item.event_dates.create(start="2024-10-09")
    make_result(news_item=item, country=country)
    make_news_item("A draft", status="draft", published_at=None)
    client.force_login(get_user_model().objects.create_superuser("desk", password="desk"))
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


def pages_of_the_desk():
    yield reverse("admin:index")
    yield reverse("admin:password_change")
    yield reverse("admin:almaty_image_pick") + "?CKEditorFuncNum=-1"
    yield reverse("admin:newsroom_newsitem_changelist") + "?q=nothing-fits"
    yield reverse("admin:newsroom_result_changelist")
    yield reverse("admin:newsroom_result_change", args=[first("newsroom_result").pk])
    for model in ("newsroom_newsitem", "newsroom_snapshot"):
        yield from pages_of(model)
    for model in ("partner", "project", "country", "sector", "place"):
        yield from pages_of(f"programmes_{model}")
    for model in ("almaty_image", "auth_user", "auth_group", "taggit_tag"):
        yield from pages_of(model)
    yield reverse("admin:auth_user_change", args=[first("auth_user").pk])
    yield reverse("admin:auth_user_password_change", args=[first("auth_user").pk])


def pages_of(model):
    yield reverse(f"admin:{model}_changelist")
    yield reverse(f"admin:{model}_add")
    if model in {"newsroom_newsitem", "almaty_image", "programmes_project"}:
        for page in ("change", "history", "delete"):
            yield reverse(f"admin:{model}_{page}", args=[first(model).pk])


def first(model):
    return apps.get_model(model.replace("_", ".")).objects.order_by("pk").first()


def open_sections(page):
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")


def test_axe_finds_nothing_at_the_desk(desk, page, watch, monkeypatch):
    """WCAG 2.2 A and AA; best practice too would mean to write Django's templates anew."""
    monkeypatch.setattr(axe, "TAGS", [tag for tag in axe.TAGS if tag != "best-practice"])
    found = []
    for path in pages_of_the_desk():
        visit(page, desk + path)
        open_sections(page)
        found += [f"{path}: {complaint}" for complaint in watch.take()]
        found += audit(page, path)
        watch.take()
    assert not found, "\n".join(found)


def test_an_editor_writes_a_text(desk, page, watch):
    visit(page, desk + reverse("admin:newsroom_newsitem_change", args=[1]))
    text_box(page).click()
    page.keyboard.type("two words and three more")
    page.keyboard.press("Enter")
    page.keyboard.type("Қазақ тілі")
    page.locator("input[name=_save]").click()
    page.wait_for_url("**/newsitem/")
    kept = NewsItem.objects.get(pk=1).draft.content["body_en"]  # the story is public
    assert kept == "<p>two words and three more</p><p>Қазақ тілі</p>"
    assert watch.take() == []


def test_an_editor_inserts_a_picture_of_the_library(desk, page, watch):
    visit(page, desk + reverse("admin:newsroom_newsitem_change", args=[1]))
    text_box(page).click()
    page.keyboard.type("Before")
    page.locator(".field-body_en").get_by_role("button", name="figure").click()
    with page.expect_popup() as popup:
        page.get_by_role("button", name="Browse").click()
    library = popup.value
    library.get_by_label("Words of its description").fill("lake")
    follow(library.get_by_role("button", name="Search"))  # its script has run then
    with library.expect_event("close"):
        # The window closes itself while it is being clicked, of which a click would complain.
        library.get_by_role("button", name="A lake").evaluate("it => setTimeout(() => it.click())")
    dialog = page.locator("dialog")
    assert dialog.get_by_label("Alternative Text").input_value() == "A lake"
    assert dialog.get_by_label("Caption").input_value() == "In winter"
    dialog.get_by_role("button", name="Insert").click()
    page.locator("input[name=_save]").click()
    page.wait_for_url("**/newsitem/")
    kept = NewsItem.objects.get(pk=1).draft.content["body_en"]  # the story is public
    assert kept.startswith('<p>Before</p><figure><img src="/media/__processed__/')
    assert 'alt="A lake" loading="lazy"><figcaption>In winter</figcaption></figure>' in kept
    assert watch.take() == []


PASTE = """(box, html) => {
  const clipboardData = new DataTransfer()
  clipboardData.setData("text/html", html)
  box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
}"""


def test_it_is_said_that_a_picture_does_not_come_with_a_paste(desk, page, watch):
    visit(page, desk + reverse("admin:newsroom_newsitem_change", args=[1]))
    box = text_box(page)
    box.click()
    box.evaluate(PASTE, '<p>Before</p><p><img src="data:image/png;base64,iVBORw0KGgo="></p>')
    told = page.locator(".field-body_en").get_by_role("alert")
    expect(told).to_contain_text("Add them under Images")
    expect(box).to_contain_text("Before")
    box.evaluate(PASTE, "<p>After</p>")
    expect(told).to_have_count(0)
    assert watch.take() == []


def test_a_row_that_is_added_has_named_boxes(desk, page, watch, monkeypatch):
    monkeypatch.setattr(axe, "TAGS", [tag for tag in axe.TAGS if tag != "best-practice"])
    visit(page, desk + reverse("admin:newsroom_newsitem_change", args=[1]))
    for words in ("Add another Partner in this story", "Add another Result"):
        page.get_by_role("button", name=words).or_(page.get_by_text(words)).first.click()
    open_sections(page)
    assert watch.take() == []
    assert audit(page, "a story with new rows") == []


def test_signing_in_needs_no_mouse(live_server, page, watch, db):
    get_user_model().objects.create_superuser("desk", password="desk-password")
    visit(page, live_server.url + "/kk/admin/")
    assert audit(page, "signing in") == []
    watch.take()
    page.keyboard.type("desk")
    page.keyboard.press("Tab")
    page.keyboard.type("desk-password")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kk/admin/")
    assert page.locator("html").get_attribute("lang") == "kk"
    assert watch.take() == []
