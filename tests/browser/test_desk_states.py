"""The desk in other languages, in the dark, when it refuses a form, and before logging in."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from playwright.sync_api import expect

from newsroom.models import NewsItem
from programmes.models import Place
from tests.browser import axe
from tests.browser.pages import LANGUAGES, localised, visit


@pytest.fixture
def desk(site, page, client):
    """The browser of an administrator who has logged in."""
    rights = {"is_staff": True, "is_superuser": True}
    user, _ = get_user_model().objects.get_or_create(username="administrator", defaults=rights)
    client.force_login(user)
    cookie = client.cookies["sessionid"]
    page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": site}])
    return page


@pytest.fixture(autouse=True)
def _only_wcag(monkeypatch):
    """Best practice too would mean to write Django's templates anew."""
    monkeypatch.setattr(axe, "TAGS", [tag for tag in axe.TAGS if tag != "best-practice"])


def addresses():
    story = NewsItem.objects.get(slug="gender-equality-in-education")
    return [
        reverse("admin:index"),
        reverse("admin:newsroom_newsitem_changelist") + "?q=glacier&period=2024-h2",
        reverse("admin:newsroom_newsitem_change", args=[story.pk]),
        reverse("admin:newsroom_newsitem_delete", args=[story.pk]),
        reverse("admin:newsroom_snapshot_change", args=[story.snapshot_id]),
        reverse("admin:almaty_image_change", args=[story.image_id]),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_language(site, desk, watch, language):
    found = []
    for path in addresses():
        visit(desk, site + localised(path, language))
        desk.wait_for_load_state("networkidle")  # the editor fetches parts of itself
        found += [f"{path}, {language}: {complaint}" for complaint in watch.take()]
        found += axe.audit(desk, f"{path}, {language}")
        watch.take()  # axe writes styles of its own into the page
    assert not found, "\n".join(found)


def test_in_the_dark(site, desk):
    desk.emulate_media(color_scheme="dark")
    found = []
    for path in addresses():
        visit(desk, site + path)
        desk.wait_for_load_state("networkidle")
        found += axe.audit(desk, f"{path}, dark")
    assert not found, "\n".join(found)


def test_a_form_that_is_refused(site, desk, watch):
    visit(desk, site + reverse("admin:newsroom_newsitem_add"))
    desk.locator("[type=submit][name^=_]").first.click()
    expect(desk.locator(".errornote")).to_be_visible()
    found = watch.take() + axe.audit(desk, "story refused")
    assert not found, "\n".join(found)


def test_forms_on_a_phone(site, desk):
    """No box but those of tables is wider than the window; what is kept is told inside of it."""
    desk.set_viewport_size({"width": 320, "height": 640})
    found = []
    for path in [path for path in addresses() if path.endswith("/change/")]:
        visit(desk, site + path)
        desk.wait_for_load_state("networkidle")
        wide = "boxes => boxes.filter(b => b.getBoundingClientRect().right > 320).map(b => b.name)"
        boxes = ".aligned .form-row :is(input, select, textarea)"
        found += [(path, name) for name in desk.locator(boxes).evaluate_all(wide)]
    assert not found
    visit(desk, site + addresses()[2])
    state = desk.locator(".keep-form__state")
    state.evaluate("line => { line.textContent = 'Kept at 14:02.' }")
    for place in (0, 800, 1600):
        desk.evaluate(f"scrollTo(0, {place})")
        box = state.bounding_box()
        assert 0 <= box["y"] <= 640 - box["height"]


def test_a_place_that_was_changed_meanwhile(site, desk):
    """On a phone, in Russian, with the keyboard: refused, compared, and saved all the same."""
    place = Place.objects.order_by("pk").first()
    form = reverse("admin:programmes_place_change", args=[place.pk])
    desk.set_viewport_size({"width": 320, "height": 640})
    visit(desk, site + localised(form, "ru"))
    Place.objects.filter(pk=place.pk).update(name_en="Theirs")
    desk.locator("[name=name_en]").fill("Mine")
    desk.locator("[name=name_en]").press("Enter")
    expect(desk.locator(".desk-conflict")).to_contain_text("Theirs")
    assert desk.evaluate("document.documentElement.scrollWidth") == 320
    found = axe.audit(desk, "place changed meanwhile")
    assert not found, "\n".join(found)
    desk.locator("[name=name_en]").press("Enter")
    expect(desk.locator(".success")).to_be_visible()
    assert Place.objects.get(pk=place.pk).name_en == "Mine"


def test_logging_in(site, page, watch):
    visit(page, site + reverse("admin:login"))
    found = watch.take() + axe.audit(page, "login")
    watch.take()
    page.get_by_label("Username").fill("nobody")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Log in").click()
    expect(page.locator(".errornote")).to_be_visible()
    found += watch.take() + axe.audit(page, "login refused")
    assert not found, "\n".join(found)
