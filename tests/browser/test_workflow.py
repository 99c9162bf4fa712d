"""The desk's steps from draft to public in a browser: axe on each, the office's time as typed."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse
from playwright.sync_api import expect

from almaty import editing
from almaty.presence import here
from tests.almaty.accounts.people import make_person
from tests.browser import axe
from tests.browser.axe import audit
from tests.browser.pages import follow, visit
from tests.factories import make_news_item, make_snapshot, make_whole_story

DRAFT = {"status": "draft", "published_at": None}


@pytest.fixture
def desk(live_server, page, client):
    """A browser that is signed in, and an edition on its way to the public."""
    person = get_user_model().objects.create_superuser("desk", password="desk")
    edition = make_snapshot(introduction="<p>Six months.</p>", **DRAFT)
    make_whole_story("Ready", snapshot=edition, position=1, made_by=person, **DRAFT)
    back = make_whole_story("Back", snapshot=edition, position=2, made_by=person, **DRAFT)
    editing.submit(back, person, comment="Please look.")
    editing.send_back(back, make_person("editor"), comment="Which number?")
    here(make_person("publisher"), make_news_item("Bare", **DRAFT))
    client.force_login(person)
    name = settings.SESSION_COOKIE_NAME
    cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
    page.context.add_cookies([cookie])
    page.edition, page.back, page.site = edition, back, live_server.url
    return page


@pytest.fixture(autouse=True)
def _only_wcag(monkeypatch):
    """Best practice too would mean to write Django's templates anew."""
    monkeypatch.setattr(axe, "TAGS", [tag for tag in axe.TAGS if tag != "best-practice"])


def test_every_step_is_accessible(desk, watch):
    found = []

    def look(where):
        desk.wait_for_load_state("networkidle")
        found.extend(f"{where}: {complaint}" for complaint in watch.take())
        found.extend(audit(desk, where))
        watch.take()  # axe writes styles of its own into the page

    visit(desk, desk.site + reverse("admin:index"))
    expect(desk.get_by_text("Waiting for me")).to_be_visible()
    look("home")
    visit(desk, desk.site + reverse("admin:newsroom_newsitem_change", args=[desk.back.pk]))
    expect(desk.get_by_text("Which number?")).to_be_visible()
    look("sent back")
    visit(desk, desk.site + reverse("admin:newsroom_snapshot_change", args=[desk.edition.pk]))
    look("edition")
    desk.get_by_role("button", name="Publish the edition with its 1 ready story…").click()
    expect(desk.get_by_role("button", name="Publish now")).to_be_visible()
    look("edition and its stories")
    desk.get_by_role("button", name="Schedule").click()
    expect(desk.get_by_text("Give the time at which")).to_be_visible()
    look("no time given")
    visit(desk, desk.site + reverse("admin:newsroom_newsitem_changelist"))
    for box in desk.locator(".action-select").all():
        box.check()
    desk.locator("select[name=action]").select_option("publish")
    follow(desk.locator("button[name=index]"))
    expect(desk.locator(".messagelist")).to_be_visible()
    look("many at once")
    assert not found, "\n".join(found)


def test_what_stops_a_publication_leads_to_its_field(desk, watch):
    visit(desk, desk.site + reverse("admin:newsroom_newsitem_add"))
    desk.get_by_label("Headline [en]").fill("Typed")
    desk.get_by_role("button", name="Publish").click()
    expect(desk.get_by_text("This is not published")).to_be_visible()
    assert desk.get_by_label("Headline [en]").input_value() == "Typed"
    desk.get_by_role("link", name="Choose the sector it is about.").click()
    assert desk.evaluate("location.hash") == "#id_sector"
    found = watch.take() + audit(desk, "publication stopped")
    assert not found, "\n".join(found)


def test_the_office_s_time_is_told_while_it_is_typed(desk):
    visit(desk, desk.site + reverse("admin:newsroom_newsitem_change", args=[desk.back.pk]))
    desk.locator("#id_published_at_0").fill("2099-12-01")
    desk.locator("#id_published_at_1").fill("02:00")
    line = desk.locator(".field-published_at .desk-office-time")
    expect(line).to_have_text("1 Dec 2099, 02:00 Almaty (30 Nov 2099, 21:00 UTC)")
    button = desk.locator(".submit-row [name=_publish]")
    assert button.input_value().startswith("Schedule for ")
    desk.locator("#id_published_at_0").fill("")
    assert button.input_value() == "Publish"
