"""An open form says who else has it open, and that the page was changed since."""

from playwright.sync_api import expect

from almaty import editing
from almaty.presence import here
from tests.almaty.accounts.people import make_person
from tests.browser.nothing_lost.forms import later


def test_who_comes_while_the_form_is_open_is_named(form, story):
    told = form.locator("who-else [role=status]")
    expect(told).to_be_empty()
    colleague = make_person("editor", "bolat")
    here(colleague, story)
    later(form, 11)
    expect(told).to_have_text("bolat is editing this page too.")
    editing.save(story, editing.current_content(story) | {"title_en": "Another"}, colleague)
    later(form, 11)
    expect(told).to_contain_text("This page was changed by bolat on ")
