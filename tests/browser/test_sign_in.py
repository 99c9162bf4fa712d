"""Signing in, in a browser: the second factor from first to last, and inside another page."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from tests.almaty.accounts.people import (
    PASSWORD,
    code_of_now,
    give_second_factor,
    has_second_factor,
    make_person,
)
from tests.browser import axe
from tests.browser.pages import LANGUAGES, follow, localised, visit


@pytest.fixture(autouse=True)
def _rules(monkeypatch):
    """WCAG 2.2 A and AA, as for the rest of the desk."""
    monkeypatch.setattr(axe, "TAGS", [tag for tag in axe.TAGS if tag != "best-practice"])


@pytest.fixture
def desk(live_server):
    return live_server.url


def fill_in(page, username, password=PASSWORD):
    page.locator("[name=login]").fill(username)
    page.locator("[name=password]").fill(password)
    page.keyboard.press("Enter")


def type_code(page, code):
    page.locator("[name=code]").fill(code)
    page.keyboard.press("Enter")


def sign_out(page):
    follow(page.locator("#logout-form button"))  # once what was kept in the browser is gone


def test_the_office_stands_on_one_line_above_the_form(desk, page):
    for width in [320, 1280]:
        page.set_viewport_size({"width": width, "height": 800})
        for language in LANGUAGES:
            visit(page, desk + localised("/admin/", language))
            name = page.locator("#site-name a")
            assert name.evaluate("name => name.getClientRects().length") == 1, (language, width)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_second_factor_from_first_to_last(desk, page, watch, language, settings):
    """Led to turn it on, in by a recovery code, and once too often: each page is checked."""
    settings.SECOND_FACTOR_FOR = ["everyone"]
    person = make_person("contributor")
    found = []

    def look(words):
        found.extend(f"{words}: {complaint}" for complaint in watch.take())
        found.extend(axe.audit(page, f"{words} ({language})"))
        watch.take()
        assert page.locator("html").get_attribute("lang") == language

    visit(page, desk + localised("/admin/newsroom/newsitem/", language))
    look("sign in")
    fill_in(page, "contributor", "wrong")
    expect(page.locator(".errornote")).to_be_visible()
    look("sign in, refused")
    fill_in(page, "contributor")

    expect(page).to_have_url(desk + localised("/admin/second-factor/on/", language))
    look("turn on")
    type_code(page, "000000")
    expect(page.locator(".errorlist")).to_be_visible()
    look("turn on, refused")
    type_code(page, code_of_now(page.locator(".desk-key").inner_text()))
    expect(page.locator(".desk-codes li")).to_have_count(10)
    look("recovery codes")
    codes = page.locator(".desk-codes code").all_inner_texts()
    visit(page, desk + localised("/admin/second-factor/", language))
    look("second factor")
    visit(page, desk + localised("/admin/second-factor/codes/new/", language))
    look("new codes")
    visit(page, desk + localised("/admin/second-factor/off/", language))
    look("turn off")
    visit(page, desk + localised("/admin/", language))
    assert watch.take() == []
    sign_out(page)
    look("signed out")

    visit(page, desk + localised("/admin/login/", language))
    fill_in(page, "contributor")
    expect(page).to_have_url(desk + localised("/admin/login/code/", language))
    look("code")
    type_code(page, codes[0])
    expect(page).to_have_url(desk + localised("/admin/", language))
    sign_out(page)

    visit(page, desk + localised("/admin/login/", language))
    fill_in(page, "contributor")
    type_code(page, codes[0])
    expect(page.locator(".errorlist")).to_be_visible()
    look("code, refused")
    for _n in range(4):
        with page.expect_navigation():
            type_code(page, codes[0])
    expect(page.locator("h1")).to_be_visible()
    watch.take()  # the browser complains of the status, 429
    assert page.locator("[name=code]").count() == 0
    look("locked")
    assert has_second_factor(person)
    assert found == [], "\n".join(found)


def test_confirming_that_it_is_you(desk, page, watch, settings):
    person = make_person()
    give_second_factor(person)
    visit(page, desk + "/admin/login/")
    fill_in(page, "editor")
    type_code(page, code_of_now())
    expect(page).to_have_url(desk + "/admin/")
    for session in Session.objects.all():
        kept = session.get_decoded() | {"signed_in_at": "2020-01-01T00:00:00+00:00"}
        session.session_data = Session.objects.encode(kept)
        session.save()
    visit(page, desk + "/admin/second-factor/codes/")
    assert page.url.startswith(f"{desk}/admin/confirm/")
    found = watch.take() + axe.audit(page, "confirm")
    follow(page.get_by_role("link", name="Confirm with a code instead"))
    found += watch.take() + axe.audit(page, "confirm by code")
    follow(page.get_by_role("link", name="Confirm with your password instead"))
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator(".desk-codes li")).to_have_count(10)
    assert found + watch.take() == []


def test_the_form_stands_in_the_middle_of_a_narrow_phone(desk, page):
    page.set_viewport_size({"width": 320, "height": 700})
    visit(page, desk + "/admin/login/")
    box = page.locator("#container").bounding_box()
    assert box["x"] == 320 - box["x"] - box["width"]


# Inside another page -----------------------------------------------------------------------------

BEGIN = """async () => {
  const { signInAgain } = await import(document.getElementById("sign-in-again").dataset.module)
  document.getElementById("id_title_en").focus()
  window.answer = signInAgain().then((token) => ({ token }), ({ message }) => ({ message }))
}"""


@pytest.fixture
def form(desk, page):
    """A story's form that an editor has begun to fill, and then was signed out."""
    make_person()
    visit(page, desk + "/admin/login/?next=/admin/newsroom/newsitem/add/")
    fill_in(page, "editor")
    expect(page).to_have_url(re.compile("/newsitem/add/$"))
    page.wait_for_load_state()  # the address is there before the end of the page
    # Autosaves would be told that nobody is signed in, which the console repeats at any moment.
    page.route("**/keep/", lambda route: route.fulfill(json={"is_saved": False, "words": ""}))
    page.locator("#id_title_en").fill("Typed before")
    Session.objects.all().delete()
    return page


def frame_of(page):
    return page.frame_locator("dialog iframe")


def test_signing_in_again_keeps_what_was_typed(form, watch):
    before = form.locator("form [name=csrfmiddlewaretoken]").first.input_value()
    form.evaluate(BEGIN)
    expect(form.get_by_role("dialog", name="You were signed out")).to_be_visible()
    found = watch.take() + axe.audit(form, "signing in again")
    watch.take()
    expect(frame_of(form).locator("[name=login]")).to_be_focused()
    form.keyboard.type("editor")
    form.keyboard.press("Tab")
    form.keyboard.type(PASSWORD)
    form.keyboard.press("Enter")
    answer = form.evaluate("window.answer")
    assert len(answer["token"]) == 64
    assert answer["token"] != before
    assert form.locator("dialog").count() == 0
    expect(form.locator("#id_title_en")).to_be_focused()
    assert form.locator("#id_title_en").input_value() == "Typed before"
    assert form.locator("form [name=csrfmiddlewaretoken]").first.input_value() == answer["token"]
    assert found + watch.take() == []


def test_the_second_factor_is_asked_for_in_there_too(form, watch):
    recovery = give_second_factor(get_user_model().objects.get())
    form.evaluate(BEGIN)
    frame_of(form).locator("[name=login]").fill("editor")
    frame_of(form).locator("[name=password]").fill(PASSWORD)
    form.keyboard.press("Enter")
    frame_of(form).locator("[name=code]").fill(recovery[0])
    form.keyboard.press("Enter")
    assert "token" in form.evaluate("window.answer")
    assert watch.take() == []


def test_who_types_before_the_last_of_it_is_there_goes_on_in_the_same_box(form):
    form.evaluate(BEGIN)
    expect(frame_of(form).locator("[name=login]")).to_be_focused()
    frame_of(form).locator("[name=password]").focus()
    form.locator("dialog iframe").dispatch_event("load")
    expect(frame_of(form).locator("[name=password]")).to_be_focused()


def test_a_lock_shows_in_there_too(form):
    form.evaluate(BEGIN)
    expect(frame_of(form).locator("[name=login]")).to_be_focused()
    frame = form.frames[-1]
    for _n in range(5):
        frame.locator("[name=login]").fill("editor")
        frame.locator("[name=password]").fill("wrong")
        with frame.expect_navigation():
            form.keyboard.press("Enter")
    expect(frame_of(form).get_by_text("Too many wrong tries")).to_be_visible()


def test_closing_it_says_that_nothing_was_saved(form, watch):
    form.evaluate(BEGIN)
    expect(frame_of(form).locator("[name=login]")).to_be_focused()
    form.get_by_role("button", name="Close without signing in").press("Enter")
    assert "nothing was saved" in form.evaluate("window.answer")["message"]
    expect(form.locator("#id_title_en")).to_be_focused()
    assert watch.take() == []


def test_somebody_else_does_not_save_under_his_name(form):
    make_person("publisher")
    form.evaluate(BEGIN)
    frame_of(form).locator("[name=login]").fill("publisher")
    frame_of(form).locator("[name=password]").fill(PASSWORD)
    form.keyboard.press("Enter")
    assert "Somebody else has signed in" in form.evaluate("window.answer")["message"]


def test_who_is_signed_in_in_another_tab_is_asked_nothing(form, desk):
    tab = form.context.new_page()
    visit(tab, desk + "/admin/login/")
    fill_in(tab, "editor")
    expect(tab).to_have_url(desk + "/admin/")
    form.evaluate(BEGIN)
    assert "token" in form.evaluate("window.answer")
