"""Nothing that an editor types is lost: the session ends, the line goes, the site fails."""

import re

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect

from almaty.kept_forms import KeptForm
from newsroom.models import NewsItem
from tests.browser import axe
from tests.browser.nothing_lost.forms import (
    LONGEST_LOSS,
    form_of,
    kept_text,
    later,
    open_form,
    press,
    refusal,
    rows_in,
    sign_in_inside,
    state,
    stop_the_clock,
    type_text,
)
from tests.browser.pages import follow, text_box, until, visit
from tests.factories import make_country, make_sector


def test_what_is_typed_is_kept_within_ten_seconds(form):
    stop_the_clock(form)
    type_text(form, " Words of today.")
    later(form, LONGEST_LOSS)
    expect(state(form)).to_have_text(re.compile(r"Kept at \d\d:\d\d"))
    assert "Words of today." in kept_text()


def test_somebody_who_never_pauses_is_kept_within_ten_seconds_too(form):
    stop_the_clock(form)
    for number in range(LONGEST_LOSS):
        type_text(form, f" w{number}.")
        later(form, 1)
    expect(state(form)).to_have_text(re.compile(r"Kept at \d\d:\d\d"))
    assert "w0." in kept_text()


def test_a_form_that_is_only_looked_at_is_not_kept(form):
    later(form, seconds=15)
    form.wait_for_timeout(300)
    assert not KeptForm.objects.exists()
    assert state(form).text_content() == ""


def test_a_choice_of_a_relation_is_kept_too(form):
    form.get_by_label("Is lead").or_(form.locator("#id_is_lead")).first.check()
    form.locator(".add-row a").first.click()
    later(form, seconds=3)
    until(form, lambda: kept("event_dates-TOTAL_FORMS") == "1")
    assert kept("is_lead") == "on"


def kept(name):
    row = KeptForm.objects.first()
    return row and row.data().get(name)


@pytest.mark.slow
@pytest.mark.parametrize("size", [1_000, 500_000])
def test_the_session_ends_and_the_same_save_goes_on(form, story, size):
    words = "word " * (size // 5)
    type_text(form, f"{words}end")
    Session.objects.all().delete()
    press(form)
    sign_in_inside(form)
    form.wait_for_url("**/newsitem/", timeout=60_000)
    kept = NewsItem.objects.get(pk=story.pk).body
    assert kept == f"<p>As saved.{words}end</p>"
    assert not KeptForm.objects.with_text().exists()


def test_a_sign_in_that_is_closed_leaves_everything_as_it_was(form, story):
    type_text(form, " More.")
    Session.objects.all().delete()
    press(form)
    form.get_by_role("button", name="Close without signing in").click()
    expect(refusal(form)).to_contain_text("You closed the form before signing in")
    later(form, 15)  # and no autosave talks over it
    expect(state(form)).to_contain_text("You were signed out")
    expect(refusal(form)).to_contain_text("You closed the form before signing in")
    assert "More." in text_box(form).text_content()
    press(form)
    sign_in_inside(form)
    form.wait_for_url("**/newsitem/")
    assert "More." in NewsItem.objects.get(pk=story.pk).body


def test_the_token_is_made_old_by_another_tab(form, story, live_server):
    type_text(form, " More.")
    name = settings.CSRF_COOKIE_NAME
    form.context.add_cookies([{"name": name, "value": "x" * 32, "url": live_server.url}])
    expect(state(form)).to_have_text(re.compile("Kept at"))
    form.context.add_cookies([{"name": name, "value": "y" * 32, "url": live_server.url}])
    press(form)
    form.wait_for_url("**/newsitem/")
    assert "More." in NewsItem.objects.get(pk=story.pk).body


def test_the_line_goes_and_comes_back(form, story):
    form.context.set_offline(True)
    type_text(form, " Written on a train.")
    expect(state(form)).to_have_text("Offline: what you type is kept in this browser.")
    press(form)
    expect(refusal(form)).to_contain_text("Nothing was saved: the site does not answer")
    assert "train" in text_box(form).text_content()
    form.context.set_offline(False)
    expect(state(form)).to_have_text(re.compile("Kept at"))
    assert "train" in kept_text()
    press(form)
    form.wait_for_url("**/newsitem/")
    assert "train" in NewsItem.objects.get(pk=story.pk).body


FAILURES = [
    ({"status": 500, "body": "<h1>Error</h1>"}, "The site does not answer"),
    ({"status": 200, "body": "<h1>A portal</h1>"}, "The site does not answer"),
    ({"status": 413, "body": '{"words": "Too much."}'}, "Too much. What you type is kept"),
    ({"status": 409, "body": '{"words": "Another."}'}, "Another. What you type is kept"),
    ({"status": 403, "body": '{"words": "Not you."}'}, "Not you. What you type is kept"),
    ({"status": 401, "body": '{"words": "-"}'}, "You were signed out: what you type is kept"),
]


def answered(answer):
    kind = "application/json" if answer["body"].startswith("{") else "text/html"
    return lambda route: route.fulfill(content_type=kind, **answer)


def test_every_failure_is_said_and_tried_again(form):
    """What Wagtail's autosave is known to be silent about."""
    for number, (answer, words) in enumerate(FAILURES):
        form.route("**/keep/", answered(answer))
        type_text(form, f" More {number}.")
        later(form, seconds=3)
        expect(state(form)).to_contain_text(words)
        if answer["status"] == 413:
            form.keyboard.type("!")  # the same again would be refused again
        form.unroute("**/keep/")
        # However often it has tried meanwhile, and the longer it waits for the next try.
        until(form, lambda: later(form, seconds=5) or "Kept at" in state(form).text_content())
        assert f"More {number}." in kept_text()


def test_saves_do_not_overtake_each_other(form):
    """While one is on its way no other is sent; what was typed meanwhile goes with the next."""
    on_their_way = []
    form.route("**/keep/", lambda route: on_their_way.append(route))
    type_text(form, " 0.")
    until(form, lambda: later(form, seconds=1) or on_their_way)
    for number in (1, 2, 3):
        type_text(form, f" {number}.")
        later(form, seconds=3)  # all in all less than it is given to be answered
    assert len(on_their_way) == 1
    assert " 3." not in on_their_way[0].request.post_data
    with form.expect_response("**/keep/"):
        on_their_way.pop().continue_()
    until(form, lambda: later(form, seconds=1) or on_their_way)
    assert len(on_their_way) == 1
    with form.expect_response("**/keep/"):
        on_their_way[0].continue_()
    expect(state(form)).to_have_text(re.compile("Kept at"))
    assert " 3." in kept_text()


def test_signing_out_gives_everything_to_the_site_first(form, story):
    type_text(form, " Of the last second.")
    follow(form.locator("#logout-form button"))
    assert rows_in(form) == 0
    assert "Of the last second." in kept_text()


def test_signing_out_deletes_what_the_site_does_not_take_only_when_told_to(form):
    asked = []
    form.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    form.route("**/keep/", lambda route: route.fulfill(status=500, body=""))
    type_text(form, " Private.")
    form.locator("#logout-form button").click()
    until(form, lambda: asked)
    assert "signing out deletes it from this browser" in asked[0]
    assert rows_in(form) == 1
    assert "Private." in text_box(form).text_content()
    assert Session.objects.exists()
    form.once("dialog", lambda dialog: dialog.accept())
    follow(form.locator("#logout-form button"))
    assert rows_in(form) == 0


def save_without_an_answer(page):
    """The site has saved, and the answer is slow, or somebody has stopped it."""

    def saved_and_stopped(route):
        if route.request.method == "POST":
            route.fetch(max_redirects=0)
            route.fulfill(status=204)
        else:
            route.continue_()

    page.route("**/change/", saved_and_stopped)
    with page.expect_response(lambda answer: answer.status == 204):
        press(page)
    page.unroute("**/change/")


def test_what_is_typed_after_the_save_is_kept_as_another_form(form, live_server, story):
    type_text(form, " One.")
    save_without_an_answer(form)
    assert "One." in NewsItem.objects.get(pk=story.pk).body
    type_text(form, " Two.")
    until(form, lambda: later(form, 1) or KeptForm.objects.with_text().exists())
    expect(state(form)).to_have_text(re.compile("Kept at"))
    assert "Two." in kept_text()
    open_form(form, live_server.url, story)
    follow(form.get_by_role("link", name="Put it back"))
    expect(text_box(form)).to_contain_text("Two.")


def test_signing_out_elsewhere_gives_what_was_typed_after_a_save_too(form, live_server):
    type_text(form, " One.")
    save_without_an_answer(form)
    form.route("**/keep/", answered({"status": 500, "body": ""}))
    type_text(form, " Two.")
    until(form, lambda: later(form, 1) or "kept in this browser" in state(form).text_content())
    with form.expect_response("**/keep/"):
        visit(form, live_server.url + "/admin/")
    form.unroute("**/keep/")
    follow(form.locator("#logout-form button"))
    assert rows_in(form) == 0
    assert "Two." in kept_text()


def test_what_was_typed_while_a_save_was_under_way_is_not_offered_once_it_is_saved(form, story):
    held = []
    form.route(
        f"**{reverse('session')}",
        lambda route: route.continue_() if held else held.append(route),
    )
    type_text(form, " One.")
    press(form)
    until(form, lambda: held)
    type_text(form, " Two.")
    later(form, 2)
    held[0].continue_()
    form.wait_for_url("**/newsitem/")
    assert "One. Two." in NewsItem.objects.get(pk=story.pk).body
    until(form, lambda: later(form, 1) or rows_in(form) == 0)
    assert not KeptForm.objects.with_text().exists()


def test_what_the_site_never_takes_is_shown_to_be_copied(form, live_server, monkeypatch):
    make_country("Kazakhstan"), make_country("Kyrgyzstan"), make_sector("Culture")
    form.reload()
    expect(text_box(form)).to_be_visible()
    monkeypatch.setattr(axe, "TAGS", [tag for tag in axe.TAGS if tag != "best-practice"])
    form.route("**/keep/", answered({"status": 413, "body": '{"words": "Too much."}'}))
    form.get_by_label("Kazakhstan").check()
    form.get_by_label("Kyrgyzstan").check()
    form.get_by_label("Primary sector").select_option("Culture")
    form.locator("#event_dates-group .add-row a").click()
    form.locator("[name=event_dates-0-precision]").select_option("year")
    type_text(form, " Long.")
    expect(state(form)).to_contain_text("Too much.")
    visit(form, live_server.url + "/ru/admin/")
    notice = form.locator(".kept-refused")
    expect(notice).to_be_visible()
    notice.locator("summary").click()
    shown = notice.get_by_role("textbox").input_value()
    assert "Text [en]: As saved. Long.\n" in shown
    assert "Countries, or regional: Kazakhstan, Kyrgyzstan\n" in shown
    assert "Primary sector: Culture\n" in shown
    assert "Event dates 1: Known: to the year" in shown
    assert "_" not in shown, shown
    assert "<p>" not in shown
    assert axe.audit(form, "what the site does not take") == []
    notice.get_by_role("button").click()
    expect(notice).to_have_count(0)
    assert rows_in(form) == 0


def test_a_form_too_large_is_not_even_sent(form, story, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 60_000
    form.reload()
    type_text(form, " word" * 20_000)
    press(form)
    expect(refusal(form)).to_contain_text("more than the 58.6")
    assert form.url.endswith(form_of(story))
    assert len(text_box(form).text_content()) > 100_000


def test_a_look_up_that_finds_nobody_signed_in_says_so(form):
    form.locator(".field-project .select2-selection").click()
    Session.objects.all().delete()
    form.keyboard.type("glof")
    expect(state(form)).to_contain_text("nothing can be looked up until you sign in")
    form.get_by_role("button", name="Sign in").click()
    sign_in_inside(form)
    expect(form.locator("dialog")).to_have_count(0)
    expect(state(form)).to_have_text("")


def test_axe_with_the_offer_the_notices_and_the_dialog(form, live_server, story, monkeypatch):
    monkeypatch.setattr(axe, "TAGS", [tag for tag in axe.TAGS if tag != "best-practice"])
    type_text(form, " Before.")
    expect(state(form)).to_have_text(re.compile("Kept at"))
    open_form(form, live_server.url, story)
    found = axe.audit(form, "a form with an offer")
    follow(form.get_by_role("link", name="Show the differences"))
    found += axe.audit(form, "the differences")
    follow(form.get_by_role("link", name="Put it back"))
    found += axe.audit(form, "a form put back")
    Session.objects.all().delete()
    type_text(form, " After.")
    expect(form.get_by_role("button", name="Sign in")).to_be_visible(timeout=15_000)
    found += axe.audit(form, "a form of who was signed out")
    press(form)
    expect(form.frame_locator("dialog iframe").get_by_label("Username")).to_be_visible()
    found += axe.audit(form, "a form with the dialog")
    assert not found, "\n".join(found)
