"""axe (WCAG 2.2 A and AA, best practice) finds nothing, on any page, in any language or width."""

from functools import partial

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from playwright.sync_api import Route

from tests.browser.axe import WIDTHS, audit
from tests.browser.pages import LANGUAGES, STATES, TEMPLATES, localised, probe, visit


def test_it_finds_what_is_planted(site, page):
    visit(page, site)
    page.evaluate("document.querySelector('main').append(new Image(20, 20))")
    found = audit(page, "home")
    assert len([line for line in found if "image-alt" in line]) == len(WIDTHS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_public_pages(site, page, watch, language):
    found = []
    for name, path in (TEMPLATES | STATES).items():
        visit(page, site + localised(path, language))
        found += [f"{name}, {language}: {complaint}" for complaint in watch.take()]
        found += audit(page, f"{name}, {language}")
        watch.take()  # axe writes styles of its own into the page
    assert not found, "\n".join(found)


def test_public_pages_in_the_dark(site, page):
    page.emulate_media(color_scheme="dark")
    found = []
    for name, path in TEMPLATES.items():
        visit(page, site + path)
        found += audit(page, f"{name}, dark")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_in_its_colours(site, page, scheme):
    """axe cannot tell what lies under a letter of a drawing."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    visit(page, f"{site}/countries/")
    name, paper = (".map__name", "fill"), ("body", "backgroundColor")
    first, other = (".map__shape", "fill"), (".map__country:nth-of-type(2) .map__shape", "fill")
    for ground in (first, other, paper):
        assert probe(page, "contrast", [name, ground]) >= 4.5
    assert probe(page, "contrast", [first, other]) == 1
    page.locator(".map__country").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.evaluate("Promise.all(document.getAnimations().map((a) => a.finished)).then(() => {})")
    assert probe(page, "contrast", [first, other]) > 1
    assert probe(page, "contrast", [name, first]) >= 4.5
    assert probe(page, "contrast", [(".map__shape", "stroke"), paper]) >= 3


def test_pages_of_a_site_without_content(live_server, page, watch):
    found = []
    for path in ["/", "/snapshots/", "/sectors/", "/countries/", "/projects/", "/partners/"]:
        visit(page, live_server.url + path)
        found += watch.take() + audit(page, f"{path} without content")
        watch.take()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_errors(live_server, page, language):
    """As their templates give them: the errors themselves cannot be had for the asking."""
    found = []
    for name in ["403", "403_csrf", "429", "500"]:
        with translation.override(language):
            html = render_to_string(f"{name}.html")
        url = f"{live_server.url}/{name}/"
        page.route(url, partial(Route.fulfill, body=html, content_type="text/html; charset=utf-8"))
        visit(page, url)
        assert page.locator("h1").inner_text()
        found += audit(page, f"{name}, {language}")
    assert not found, "\n".join(found)
