"""Lists are filtered by plain addresses; with JavaScript in place, and never worse than without."""

import re

import pytest
from playwright.sync_api import expect

from newsroom.models import NewsItem
from tests.browser.pages import follow, until

# Set in the page; gone as soon as the browser loads another.
MARK = "window.marker = 'still the same page'"
IS_SAME_PAGE = "window.marker === 'still the same page'"


@pytest.fixture
def plain(new_context):
    """A page of a browser without JavaScript."""
    return new_context(java_script_enabled=False).new_page()


@pytest.fixture
def stories(site, page):
    """The list of all stories, marked."""
    page.goto(f"{site}/snapshots/")
    page.evaluate(MARK)
    return page


def box(page, value):
    return page.locator(f"input[type=checkbox][value={value}]")


def titles(page):
    return page.locator("main .stories article h2, main .stories article h3").all_inner_texts()


def expected_titles(**narrowed):
    found = NewsItem.objects.published().filter(**narrowed).distinct()
    return list(found.values_list("title", flat=True)[:12])


# Without JavaScript -----------------------------------------------------------------------------


def test_boxes_and_a_button_are_enough(site, plain):
    plain.goto(f"{site}/snapshots/")
    box(plain, "tajikistan").check()
    box(plain, "uzbekistan").check()
    box(plain, "natural-sciences").check()
    follow(plain.get_by_role("button", name="Apply"))
    assert re.search(r"\bsector=natural-sciences\b.*\bcountry=tajikistan&country=uzb", plain.url)
    slugs = ["tajikistan", "uzbekistan"]
    among = expected_titles(countries__slug__in=slugs, sector__slug="natural-sciences")
    assert sorted(titles(plain)) == sorted(among)
    heading = plain.locator("h1").inner_text()
    assert heading == f"{len(among)} stories on Natural Sciences in Tajikistan or Uzbekistan"
    assert box(plain, "tajikistan").is_checked()
    assert not box(plain, "kazakhstan").is_checked()


def test_the_filters_open_on_a_phone(site, plain):
    plain.set_viewport_size({"width": 320, "height": 640})
    plain.goto(f"{site}/snapshots/")
    expect(box(plain, "tajikistan")).not_to_be_visible()
    plain.locator("summary").click()
    box(plain, "tajikistan").check()
    follow(plain.get_by_role("button", name="Apply"))
    assert sorted(titles(plain)) == sorted(expected_titles(countries__slug="tajikistan"))


def test_chips_are_taken_off_one_by_one(site, plain):
    plain.goto(f"{site}/snapshots/?sector=natural-sciences&country=tajikistan&q=water")
    chips = plain.locator(".chip")
    expect(chips).to_have_count(3)
    follow(chips.filter(has_text="Tajikistan"))
    assert plain.url == f"{site}/snapshots/?sector=natural-sciences&q=water"
    expect(chips).to_have_count(2)
    follow(plain.get_by_role("link", name="Clear all"))
    assert plain.url == f"{site}/snapshots/"
    expect(chips).to_have_count(0)


def test_pages_keep_the_filters(site, plain):
    plain.goto(f"{site}/snapshots/?country=kazakhstan")
    first = titles(plain)
    follow(plain.get_by_role("link", name="Next"))
    assert plain.url == f"{site}/snapshots/?country=kazakhstan&page=2"
    everything = NewsItem.objects.published().filter(countries__slug="kazakhstan")
    assert first + titles(plain) == list(everything.values_list("title", flat=True))
    assert len(first) == 12


def test_words_and_what_has_no_box_are_kept(site, plain):
    plain.goto(f"{site}/snapshots/?project=glofca&q=lake")
    box(plain, "uzbekistan").check()
    follow(plain.get_by_role("button", name="Apply"))
    for part in ["project=glofca", "q=lake", "country=uzbekistan"]:
        assert part in plain.url


def test_an_option_that_gives_nothing_cannot_be_ticked(site, plain):
    plain.goto(f"{site}/snapshots/")
    expect(box(plain, "communication-information")).to_be_disabled()
    expect(box(plain, "culture")).to_be_enabled()


# With JavaScript --------------------------------------------------------------------------------


def test_a_tick_changes_the_list_in_place(site, stories):
    box(stories, "tajikistan").check()
    expect(stories.locator("h1")).to_have_text("2 stories in Tajikistan")
    assert stories.url == f"{site}/snapshots/?country=tajikistan"
    assert stories.title().startswith("2 stories in Tajikistan")
    assert sorted(titles(stories)) == sorted(expected_titles(countries__slug="tajikistan"))
    expect(stories.locator(".chip")).to_contain_text("Tajikistan")
    expect(stories.get_by_role("complementary")).to_contain_text("Central Asia")
    russian = stories.locator("header a[hreflang=ru]").get_attribute("href")
    assert russian.endswith("/ru/snapshots/?country=tajikistan")
    assert stories.evaluate(IS_SAME_PAGE)


def test_the_focus_stays_on_the_box(stories):
    box(stories, "tajikistan").focus()
    stories.keyboard.press("Space")
    expect(stories.locator("h1")).to_have_text("2 stories in Tajikistan")
    expect(box(stories, "tajikistan")).to_be_focused()
    expect(box(stories, "tajikistan")).to_be_checked()
    stories.keyboard.press("Space")
    expect(stories.locator("h1")).to_have_text("All stories")
    expect(box(stories, "tajikistan")).to_be_focused()


def test_the_number_is_announced(stories):
    """Only what changes inside a status that is already there is read aloud."""
    stories.evaluate("""() => {
      const status = document.querySelector("[role=status]")
      window.said = []
      const observer = new MutationObserver(() => said.push(status.textContent.trim()))
      observer.observe(status, { childList: true, characterData: true, subtree: true })
    }""")
    box(stories, "tajikistan").check()
    expect(stories.locator("h1")).to_have_text("2 stories in Tajikistan")
    assert stories.evaluate("said") == ["2 stories in Tajikistan"]
    assert stories.locator("[role=status]").count() == 1


def test_other_options_are_counted_anew(stories):
    counted = stories.locator(".option", has=box(stories, "culture"))
    assert "0" not in counted.inner_text()
    box(stories, "tajikistan").check()
    expect(counted).to_contain_text("0")
    expect(box(stories, "culture")).to_be_disabled()


def test_back_and_forward_lead_through_the_filters(site, stories):
    box(stories, "tajikistan").check()
    expect(stories.locator("h1")).to_have_text("2 stories in Tajikistan")
    box(stories, "uzbekistan").check()
    expect(stories.locator("h1")).to_contain_text("in Tajikistan or Uzbekistan")
    stories.go_back()
    expect(stories.locator("h1")).to_have_text("2 stories in Tajikistan")
    expect(box(stories, "uzbekistan")).not_to_be_checked()
    stories.go_back()
    expect(stories.locator("h1")).to_have_text("All stories")
    expect(box(stories, "tajikistan")).not_to_be_checked()
    assert stories.url == f"{site}/snapshots/"
    stories.go_forward()
    expect(stories.locator("h1")).to_have_text("2 stories in Tajikistan")
    expect(box(stories, "tajikistan")).to_be_checked()
    assert stories.evaluate(IS_SAME_PAGE)


def test_words_are_looked_for_in_place(site, stories):
    stories.get_by_label("Words").fill("glacier")
    stories.keyboard.press("Enter")
    expect(stories.locator("h1")).to_contain_text("about “glacier”")
    assert stories.url == f"{site}/snapshots/?q=glacier"
    stories.locator(".chip").click()
    expect(stories.locator("h1")).to_have_text("All stories")
    expect(stories.get_by_label("Words")).to_have_value("")
    assert stories.evaluate(IS_SAME_PAGE)


def test_the_next_page_comes_in_place_and_is_read_from_its_head(site, stories):
    stories.get_by_role("link", name="Next").click()
    expect(stories.locator("[aria-current=page]", has_text="2")).to_be_visible()
    assert stories.url == f"{site}/snapshots/?page=2"
    expect(stories.locator("h1")).to_be_focused()
    expect(stories.locator("h1")).to_be_in_viewport()
    assert stories.evaluate(IS_SAME_PAGE)
    box(stories, "tajikistan").check()
    expect(stories).to_have_url(f"{site}/snapshots/?country=tajikistan")


def test_registers_are_filtered_in_place_too(site, page):
    page.goto(f"{site}/partners/")
    page.evaluate(MARK)
    box(page, "funder").check()
    expect(page).to_have_url(f"{site}/partners/?role=funder")
    expect(page.locator("main")).to_contain_text("Adaptation Fund")
    expect(page.locator("#results")).not_to_contain_text("UNDP")
    assert page.evaluate(IS_SAME_PAGE)


@pytest.mark.parametrize(
    "fail",
    [lambda route: route.abort(), lambda route: route.fulfill(status=500, body="no")],
    ids=["no answer", "an error"],
)
def test_where_fetching_fails_the_page_is_loaded_as_usual(site, stories, fail):
    stories.route(
        "**/snapshots/?*",
        lambda route: fail(route) if route.request.resource_type == "fetch" else route.continue_(),
    )
    box(stories, "tajikistan").check()
    expect(stories.locator("h1")).to_have_text("2 stories in Tajikistan")
    expect(stories).to_have_url(f"{site}/snapshots/?country=tajikistan")
    assert not stories.evaluate(IS_SAME_PAGE)


def test_a_slow_answer_does_not_overtake_a_later_one(site, stories):
    held = []
    stories.route("**/snapshots/?country=tajikistan", lambda route: held.append(route))
    box(stories, "tajikistan").check()
    until(stories, lambda: held)
    box(stories, "uzbekistan").check()
    expect(stories.locator("h1")).to_contain_text("in Tajikistan or Uzbekistan")
    assert len(held) == 1
    held[0].abort()
    stories.wait_for_timeout(200)
    expect(stories.locator("h1")).to_contain_text("in Tajikistan or Uzbekistan")
    assert stories.url.endswith("?country=tajikistan&country=uzbekistan")
    assert stories.evaluate(IS_SAME_PAGE)


# The map ----------------------------------------------------------------------------------------


def test_the_map_leads_to_a_country_by_keyboard(site, page):
    page.goto(f"{site}/countries/")
    on_map = page.locator("svg a[href$='/countries/kyrgyzstan/']")
    on_map.focus()
    both = page.locator("map-highlights a[href$='/countries/kyrgyzstan/']")
    expect(both).to_have_count(2)
    for link in both.all():
        expect(link).to_have_class(re.compile(r"\bis-on\b"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/countries/kyrgyzstan/")


def test_the_map_leads_to_a_country_without_javascript(site, plain):
    plain.goto(f"{site}/ru/countries/")
    follow(plain.locator("svg a[href$='/countries/tajikistan/'] path").first)
    assert plain.url == f"{site}/ru/countries/tajikistan/"
