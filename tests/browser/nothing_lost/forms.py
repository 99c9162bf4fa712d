"""A story's form in the browser: what is typed into it, pressed, and kept of it."""

from django.urls import reverse
from playwright.sync_api import expect

from almaty.kept_forms import KeptForm
from tests.browser.pages import text_box, visit

PASSWORD = "three-quiet-mountains"
LONGEST_LOSS = 10  # seconds of typing


def form_of(story):
    return reverse("admin:newsroom_newsitem_change", args=[story.pk])


def open_form(page, site, story):
    visit(page, site + form_of(story))
    expect(text_box(page)).to_be_visible()


def state(page):
    return page.locator("keep-form [role=status]")


def refusal(page):
    """Why a save was not sent."""
    return page.locator("keep-form [role=alert]")


def rows_in(page):
    """How many forms the browser itself keeps."""
    return page.evaluate(
        """() => new Promise(resolve => {
            const request = indexedDB.open("kept-forms", 1)
            request.onsuccess = () => {
                const all = request.result.transaction("forms").objectStore("forms").count()
                all.onsuccess = () => { request.result.close(); resolve(all.result) }
            }
        })"""
    )


def press(page, name="_save"):
    page.locator(f"input[name={name}]").last.click()


def type_text(page, words):
    text_box(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(words)


def stop_the_clock(page):
    """From now on the time of the form's scripts goes on by `later` only."""
    page.clock.pause_at(page.evaluate("Date.now() / 1000") + 1)


def later(page, seconds):
    """The time of the form's scripts goes on."""
    page.clock.run_for(seconds * 1000)


def kept_text():
    return KeptForm.objects.with_text().get().data()["body_en"]


def sign_in_inside(page):
    """In the dialog that stands over the form."""
    frame = page.frame_locator("dialog iframe")
    frame.get_by_label("Username").fill("aigerim")
    frame.get_by_label("Password").fill(PASSWORD)
    frame.get_by_role("button", name="Log in").click()
