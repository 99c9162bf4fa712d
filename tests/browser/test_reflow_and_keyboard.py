"""Pages that are narrow, enlarged or loosely set lose nothing; the keyboard goes everywhere."""

import pytest

from tests.browser.pages import LANGUAGES, STATES, STORY, TEMPLATES, localised, probe, visit

NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 900}
WALKED = {
    "home": "/",
    "list": "/snapshots/?country=kazakhstan",
    "story": STORY,
    "search": "/search/?q=glacier",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_sticks_out_at_320_pixels(site, page, language):
    """Which is also a window of 1280 pixels, enlarged to 400 %."""
    page.set_viewport_size(NARROW)
    assert_nothing_sticks_out(site, page, TEMPLATES | STATES, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_sticks_out_in_a_wide_window(site, page, language):
    page.set_viewport_size(WIDE)
    assert_nothing_sticks_out(site, page, TEMPLATES | STATES, language)


def test_nothing_sticks_out_at_200_percent(site, new_context):
    context = new_context(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    assert_nothing_sticks_out(site, context.new_page(), TEMPLATES, "ru")


@pytest.mark.parametrize(("viewport", "language"), [(NARROW, "kk"), (WIDE, "ru")])
def test_nothing_is_lost_when_a_reader_sets_text_loosely(site, page, viewport, language):
    page.set_viewport_size(viewport)
    assert_nothing_sticks_out(site, page, TEMPLATES, language, loosely=True)


def test_it_finds_what_is_planted(site, page):
    page.set_viewport_size(NARROW)
    visit(page, f"{site}/sectors/")
    assert probe(page, "sticks_out") == []
    page.evaluate("document.querySelector('.footer__name').style.whiteSpace = 'nowrap'")
    assert any("footer__name" in fault for fault in probe(page, "sticks_out"))
    page.evaluate("document.querySelector('h1').style.inlineSize = '2em'")
    assert any("torn apart" in fault for fault in probe(page, "sticks_out"))


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("path", WALKED.values(), ids=WALKED)
def test_tab_goes_everywhere_and_is_seen(site, page, path, viewport):
    page.set_viewport_size(viewport)
    visit(page, site + path)
    number = probe(page, "number_stops")
    reached, faults = walk(page, number)
    assert not faults, "\n".join(faults)
    assert reached == list(range(number))


def test_it_finds_a_focus_that_is_not_marked_or_is_covered(site, page):
    visit(page, site)
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`
        .nav a { outline: none !important; box-shadow: none !important }
        body::after { content: ""; position: fixed; inset: 50vh 0 0; z-index: 9 }
      `)
      document.adoptedStyleSheets = [sheet]
    }""")
    _reached, faults = walk(page, probe(page, "number_stops"))
    assert any("not marked" in fault for fault in faults)
    assert any("out of sight" in fault for fault in faults)


def test_the_skip_link_leads_past_the_navigation(site, page):
    visit(page, f"{site}/snapshots/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.skip')")
    assert probe(page, "focus")["isInSight"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_pressed_is_24_pixels_high_and_wide(site, page, language):
    """axe allows less where there is space around; what stands in a row has no excuse."""
    page.set_viewport_size(NARROW)
    rows = ".chip, .chips__clear, .pages a, .nav a, .languages a, .option, summary, button, .field"
    found = []
    for path in ["/snapshots/?country=atlantis", "/snapshots/?country=kazakhstan", "/partners/"]:
        visit(page, site + localised(path, language))
        open_filters(page)
        for part in page.locator(rows).filter(visible=True).all():
            box = part.bounding_box()
            if min(box["width"], box["height"]) < 24:
                size = f"{box['width']:.1f} × {box['height']:.1f}"
                found.append(f"{path}, {language}: “{part.inner_text()}” is {size}")
    assert not found, "\n".join(found)


def assert_nothing_sticks_out(site, page, pages, language, loosely=False):
    found = []
    for name, path in pages.items():
        visit(page, site + localised(path, language))
        open_filters(page)
        if loosely:
            assert probe(page, "space_out") != "normal"
        faults = probe(page, "sticks_out")
        if loosely:  # a word may then be divided, rather than lost
            faults = [fault for fault in faults if "torn apart" not in fault]
        found += [f"{name}, {language}: {fault}" for fault in faults]
    assert not found, "\n".join(found)


def open_filters(page):
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")


def walk(page, number):
    """Tab from the top until the page is left; the stops in the order met, and their faults."""
    reached, faults = [], []
    page.emulate_media(reduced_motion="reduce")  # else the page is still on its way to the focus
    for _ in range(number + 3):
        page.keyboard.press("Tab")
        focus = probe(page, "focus")
        if focus is None or focus["stop"] in reached:
            break
        reached.append(focus["stop"])
        if not focus["isMarked"]:
            faults.append(f"{focus['name']} is not marked")
        if not focus["isInSight"]:
            faults.append(f"{focus['name']} is covered or out of sight")
    return reached, faults
