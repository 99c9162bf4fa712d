"""A story and an edition on paper: the text and where its links lead, without the tools."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import probe, visit

PAPER = {"width": 640, "height": 900}
TOOLS = ["nav", ".skip", "form", "button", ".breadcrumbs", ".languages", "footer a"]


@pytest.fixture
def paper(page):
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size(PAPER)
    return page


def after(link):
    return link.evaluate("link => getComputedStyle(link, '::after').content")


def test_a_story_is_its_text_and_where_its_links_lead(site, paper):
    visit(paper, f"{site}/snapshots/2024-h1/long-words/")
    for tool in TOOLS:
        assert paper.locator(tool).filter(visible=True).all_inner_texts() == [], tool
    expect(paper.locator("h1")).to_be_visible()
    expect(paper.locator(".article img")).to_be_visible()
    expect(paper.get_by_text("Water knows no border.")).to_be_visible()
    link = paper.get_by_role("link", name="a link to a report")
    assert "https://example.org/a-report-with-a-long-address" in after(link)
    assert probe(paper, "sticks_out") == []


def test_an_edition_is_its_contents_and_its_stories(site, paper):
    visit(paper, f"{site}/snapshots/2024-h2/")
    for tool in TOOLS:
        if tool != "nav":  # the contents are one, and are wanted
            assert paper.locator(tool).filter(visible=True).all_inner_texts() == [], tool
    expect(paper.locator(".contents li")).to_have_count(8)
    expect(paper.locator(".contents")).to_be_visible()
    expect(paper.locator("main article")).to_have_count(8)
    expect(paper.locator("main article").last).to_be_visible()
    assert probe(paper, "sticks_out") == []


@pytest.mark.parametrize("path", ["/snapshots/2024-h2/", "/snapshots/2024-h1/long-words/"])
def test_paper_is_white_also_for_who_reads_in_the_dark(site, paper, path):
    visit(paper, site + path)
    for part in ["body", "main", "h1", "footer"]:
        ground, ink = paper.locator(part).first.evaluate(
            "part => [getComputedStyle(part).backgroundColor, getComputedStyle(part).color]"
        )
        assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), part
        assert ink in ("rgb(0, 0, 0)", "rgb(51, 51, 51)"), part
