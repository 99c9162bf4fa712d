"""Nothing is lost either where no scripts run: the form comes back with its text."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from newsroom.models import NewsItem
from tests.browser.nothing_lost.forms import PASSWORD, form_of, press
from tests.browser.pages import follow, visit


@pytest.fixture
def plain_form(live_server, browser, cookie, story):
    """The form in a browser that runs no scripts: the texts are plain boxes."""
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([cookie])
    page = context.new_page()
    visit(page, live_server.url + form_of(story))
    yield page
    context.close()


def test_without_scripts_a_form_too_large_keeps_its_text_behind_the_back_button(
    plain_form, settings
):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 60_000
    plain_form.locator("#id_body_en").fill("word " * 20_000)
    press(plain_form)
    expect(plain_form.get_by_role("heading", name="The form is too large")).to_be_visible()
    plain_form.go_back()
    assert plain_form.locator("#id_body_en").input_value() == "word " * 20_000


def test_without_scripts_the_text_comes_back_after_signing_in(plain_form, story):
    plain_form.locator("#id_body_en").fill("<p>Typed at night</p>")
    Session.objects.all().delete()
    press(plain_form)
    plain_form.get_by_label("Username").fill("aigerim")
    plain_form.get_by_label("Password").fill(PASSWORD)
    follow(plain_form.get_by_role("button", name="Log in"))
    assert plain_form.locator("#id_body_en").input_value() == "<p>Typed at night</p>"
    expect(plain_form.get_by_text("It is not saved yet")).to_be_visible()
    with plain_form.expect_navigation():
        press(plain_form)
    assert NewsItem.objects.get(pk=story.pk).body == "<p>Typed at night</p>"


def test_without_scripts_a_long_text_has_as_much_room_as_a_summary(plain_form):
    boxes = [plain_form.locator(f"#id_{name}").bounding_box() for name in ("body_en", "summary_en")]
    assert boxes[0]["width"] == boxes[1]["width"]
