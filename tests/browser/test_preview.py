"""The preview beside a form, and the page of a fact check, in Chromium."""

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect

from almaty import editing
from almaty.fact_check_links import make_link
from almaty.models import Revision
from newsroom.models import NewsItem
from tests.browser import axe
from tests.browser.pages import text_box, until, visit
from tests.factories import make_country, make_news_item, make_sector


@pytest.fixture
def story(many_connections):
    return make_news_item(
        "A story", sector=make_sector(), countries=[make_country()], body="<p>Words.</p>"
    )


@pytest.fixture
def desk(live_server, page, client, django_user_model):
    """The browser of an administrator who has signed in."""
    user = django_user_model.objects.create_superuser("desk")
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
    )
    page.set_viewport_size({"width": 1280, "height": 900})
    return page


def change(live_server, story):
    return live_server.url + reverse("admin:newsroom_newsitem_change", args=[story.pk])


def opened(page, url):
    visit(page, url)
    page.get_by_role("button", name="Preview beside the form").click()
    return page.frame_locator("iframe[name=preview]")


def headline(frame):
    return frame.get_by_role("heading", level=1)


def test_what_is_typed_shows_beside_the_form(live_server, desk, story, watch):
    frame = opened(desk, change(live_server, story))
    expect(headline(frame)).to_have_text("A story")
    box = desk.get_by_label("Headline [en]")
    box.fill("")
    box.press_sequentially("Glaciers are melting", delay=15)
    box.press("ArrowLeft")
    expect(headline(frame)).to_have_text("Glaciers are melting")
    assert box.evaluate("box => box === document.activeElement && box.selectionStart") == 19
    prose = text_box(desk)
    prose.click()
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" And more of them.")
    expect(frame.locator(".article__text")).to_contain_text("And more of them.")
    desk.keyboard.type(" Still here.")
    expect(frame.locator(".article__text")).to_contain_text("Still here.")
    assert "Still here." in prose.inner_text()
    kept = NewsItem.objects.get(pk=story.pk)
    assert (kept.title, kept.body, kept.version) == ("A story", "<p>Words.</p>", 0)
    assert desk.evaluate("history.length") <= 2
    assert watch.take() == []


def test_one_request_at_a_time(live_server, desk, story):
    """The site is held up while the editor goes on typing: nothing else is asked meanwhile."""
    frame = opened(desk, change(live_server, story))
    expect(headline(frame)).to_have_text("A story")
    under_way, most, asked = set(), [], []

    def begun(request):
        if "_preview" in (request.post_data or ""):
            under_way.add(request)
            most.append(len(under_way))
            asked.append(request)

    desk.on("request", begun)
    desk.on("requestfinished", lambda request: under_way.discard(request))
    held = []
    desk.route("**/change/", lambda route: route.continue_() if held else held.append(route))
    box = desk.get_by_label("Headline [en]")
    box.fill("one")
    until(desk, lambda: held)
    for word in ("two", "three"):
        box.fill(word)
        desk.wait_for_timeout(1300)  # longer than its pause
    assert len(asked) == 1
    held[0].continue_()
    expect(headline(frame)).to_have_text("three")
    assert len(asked) == 2
    assert max(most) == 1


def test_it_says_why_it_cannot_be_shown_and_keeps_what_it_showed(live_server, desk, story, watch):
    frame = opened(desk, change(live_server, story))
    expect(headline(frame)).to_have_text("A story")
    desk.get_by_label("Headline [en]").fill("")
    status = desk.locator(".desk-preview [role=status]")
    expect(status).to_contain_text("Could not be shown: Headline [en]: This field is required.")
    expect(headline(frame)).to_have_text("A story")
    desk.get_by_label("Headline [en]").fill("Back")
    expect(headline(frame)).to_have_text("Back")
    expect(status).to_be_empty()
    assert watch.take() == []


def test_it_says_that_the_session_is_over(live_server, desk, story):
    opened(desk, change(live_server, story))
    desk.context.clear_cookies()
    desk.get_by_label("Headline [en]").fill("Typed on")
    expect(desk.locator(".desk-preview [role=status]")).to_contain_text("you are signed out")
    assert desk.get_by_label("Headline [en]").input_value() == "Typed on"


def test_language_width_and_state(live_server, desk, story, watch):
    NewsItem.objects.filter(pk=story.pk).update(title_ru="Рассказ")
    frame = opened(desk, change(live_server, story))
    desk.get_by_role("button", name="Русский").and_(desk.locator("[aria-pressed]")).click()
    expect(headline(frame)).to_have_text("Рассказ")
    inner = "document.querySelector('iframe[name=preview]').contentWindow.innerWidth"
    assert desk.evaluate(inner) == 375
    desk.get_by_role("button", name="Desktop").click()
    assert desk.evaluate(inner) == 1280
    drawn = desk.locator("iframe[name=preview]").bounding_box()
    stage = desk.locator(".desk-preview__stage").bounding_box()
    assert drawn["width"] <= stage["width"]
    desk.reload()
    toggle = desk.get_by_role("button", name="Preview beside the form")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    expect(headline(frame)).to_have_text("A story")
    assert desk.evaluate(inner) == 1280
    toggle.press("Enter")
    expect(desk.locator("iframe[name=preview]")).to_be_hidden()
    desk.reload()
    expect(toggle).to_have_attribute("aria-expanded", "false")
    assert watch.take() == []


def test_links_in_it_leave_the_form_alone(live_server, desk, story):
    frame = opened(desk, change(live_server, story))
    with desk.expect_popup() as popup:
        frame.get_by_role("link", name="Culture").first.click()
    expect(popup.value).to_have_url(f"{live_server.url}/sectors/culture/")
    expect(headline(frame)).to_have_text("A story")
    assert desk.url == change(live_server, story)


def test_it_opens_in_a_tab(live_server, desk, story):
    visit(desk, change(live_server, story))
    desk.get_by_label("Headline [en]").fill("Typed")
    with desk.expect_popup() as popup:
        desk.get_by_role("button", name="Open in a new tab").click()
    expect(headline(popup.value)).to_have_text("Typed")
    expect(popup.value.get_by_text("neither saved nor public")).to_be_visible()
    assert desk.get_by_label("Headline [en]").input_value() == "Typed"


def test_the_enter_key_still_saves(live_server, desk, story):
    visit(desk, change(live_server, story))
    desk.get_by_label("Headline [en]").fill("Saved")
    desk.get_by_label("Headline [en]").press("Enter")
    desk.wait_for_url("**/newsitem/")
    assert NewsItem.objects.get(pk=story.pk).draft.content["title_en"] == "Saved"


@pytest.fixture
def plain(browser, live_server, desk):
    """The same administrator without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(desk.context.cookies())
    yield context.new_page()
    context.close()


def test_without_javascript_the_buttons_do_it(live_server, plain, story):
    visit(plain, change(live_server, story))
    assert plain.get_by_role("button", name="Preview beside the form").count() == 0
    plain.get_by_label("Headline [en]").fill("Typed")
    plain.locator("button[formtarget=preview][value=en]").click()
    frame = plain.frame_locator("iframe[name=preview]")
    expect(headline(frame)).to_have_text("Typed")
    assert plain.get_by_label("Headline [en]").input_value() == "Typed"
    plain.get_by_label("Headline [en]").fill("")
    plain.locator("button[formtarget=preview][value=en]").click()
    expect(headline(frame)).to_have_text("The preview cannot be shown")
    visit(plain, live_server.url + reverse("admin:newsroom_newsitem_add"))
    plain.get_by_label("Headline [en]").fill("New")
    plain.locator("button[formtarget=preview][value=en]").click()
    expect(headline(frame)).to_have_text("New")


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_on_a_form_with_its_preview(
    live_server, desk, story, watch, monkeypatch, colours
):
    """WCAG 2.2 A and AA; best practice too would mean to write Django's templates anew."""
    monkeypatch.setattr(axe, "TAGS", [tag for tag in axe.TAGS if tag != "best-practice"])
    desk.emulate_media(color_scheme=colours)
    frame = opened(desk, change(live_server, story))
    expect(headline(frame)).to_have_text("A story")
    desk.wait_for_load_state("networkidle")
    found = watch.take() + axe.audit(desk, f"form with preview, {colours}")
    assert not found, "\n".join(found)


def test_on_a_phone_it_stands_below(live_server, desk, story):
    desk.set_viewport_size({"width": 320, "height": 800})
    visit(desk, change(live_server, story))
    expect(desk.locator("iframe[name=preview]")).to_be_hidden()
    desk.get_by_role("button", name="Preview beside the form").click()
    expect(headline(desk.frame_locator("iframe[name=preview]"))).to_have_text("A story")
    gap = """() => document.querySelector("page-preview").getBoundingClientRect().top
      - document.querySelector("#newsitem_form").getBoundingClientRect().bottom"""
    assert desk.evaluate(gap) >= 0
    assert desk.evaluate("document.documentElement.scrollWidth") <= 320


# Fact checks -----------------------------------------------------------------------------------


@pytest.fixture
def checked(live_server, story):
    """The address of a link to the story, made in a language."""

    def make(language="en"):
        editing.keep_first(story)
        revision = Revision.objects.of(story).first()
        check, token = make_link(revision, None, "Ministry of Water", language)
        return check, live_server.url + reverse("fact-check", args=[token])

    return make


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_axe_finds_nothing_on_the_page_of_a_fact_check(page, checked, watch, language):
    _check, address = checked(language)
    visit(page, address)
    assert page.locator("html").get_attribute("lang") == language
    found = watch.take() + axe.audit(page, f"fact check, {language}")
    for part in page.locator("details").all():
        part.evaluate("part => part.open = true")
    found += axe.audit(page, f"fact check, open, {language}")
    assert page.locator("textarea").count() >= 2
    watch.take()
    assert not found, "\n".join(found)


def test_a_reader_comments_with_the_keyboard(page, checked, watch):
    check, address = checked()
    visit(page, address)
    page.get_by_text("Comment on part 2").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("That was in May.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Thank you: your comment has reached us.")).to_be_visible()
    comment = check.comments.get()
    assert (comment.paragraph, comment.quotation) == (2, "Words.")
    assert watch.take() == []


def test_a_comment_needs_no_javascript(browser, checked):
    check, address = checked()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    visit(page, address)
    page.get_by_text("Comment on part 1").click()
    page.get_by_role("textbox", name="Your comment").first.fill("A better headline.")
    page.get_by_role("button", name="Send").first.click()
    expect(page.get_by_text("Thank you: your comment has reached us.")).to_be_visible()
    assert check.comments.get().text == "A better headline."
    context.close()


def test_the_address_is_told_to_nobody(page, checked):
    _check, address = checked()
    visit(page, address)
    asked = []
    page.on("request", lambda request: asked.append(request.headers.get("referer", "")))
    page.get_by_role("link", name="Culture").first.click()
    page.wait_for_url("**/sectors/culture/")
    assert asked
    assert not any("/check/" in referrer for referrer in asked)


def test_a_link_is_made_and_a_comment_ticked_off_while_the_form_stays(
    live_server, desk, story, checked, watch
):
    check, _address = checked()
    comment = check.comments.create(paragraph=1, quotation="A story", text="Say which one.")
    visit(desk, change(live_server, story))
    desk.get_by_label("Headline [en]").fill("Typed")
    desk.get_by_role("button", name="Done (Say which one.)").click()
    expect(desk.locator("#fact-checks [role=status]")).to_have_text("The comment is ticked off.")
    expect(desk.get_by_role("button", name="Done (Say which one.)")).to_have_count(0)
    desk.get_by_role("button", name="Revoke the link for Ministry of Water").click()
    expect(desk.locator("#fact-checks")).to_contain_text("Revoked")
    assert desk.get_by_label("Headline [en]").input_value() == "Typed"
    comment.refresh_from_db()
    check.refresh_from_db()
    assert comment.done_at
    assert check.revoked_at
    with desk.expect_popup() as popup:
        desk.get_by_role("link", name="Make a link for somebody").click()
    links = popup.value
    links.get_by_label("For whom").fill("A ministry")
    links.get_by_role("button", name="Make the link").click()
    address = links.get_by_label("The address, which is shown this once only").input_value()
    assert "/check/" in address
    expect(desk.get_by_label("Headline [en]")).to_have_value("Typed")
    assert watch.take() == []


def test_axe_finds_nothing_where_links_are_made(
    live_server, desk, story, checked, watch, monkeypatch
):
    monkeypatch.setattr(axe, "TAGS", [tag for tag in axe.TAGS if tag != "best-practice"])
    check, _address = checked()
    check.comments.create(paragraph=1, quotation="A story", text="Say which one.")
    url = live_server.url + reverse("admin:newsroom_newsitem_fact_checks", args=[story.pk])
    visit(desk, url)
    found = watch.take() + axe.audit(desk, "fact-check links")
    desk.get_by_label("For whom").fill("A ministry")
    desk.get_by_role("button", name="Make the link").click()
    expect(desk.get_by_label("The address, which is shown this once only")).to_be_visible()
    found += axe.audit(desk, "fact-check links, one made")
    desk.get_by_label("For whom").fill("")
    desk.get_by_role("button", name="Make the link").click()
    expect(desk.locator(".errorlist")).to_be_visible()
    found += axe.audit(desk, "fact-check links, refused")
    visit(desk, change(live_server, story))
    desk.wait_for_load_state("networkidle")
    found += axe.audit(desk, "form with comments")
    assert not found, "\n".join(found)
