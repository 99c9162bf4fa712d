"""The public pages and the states they have, as addresses; and how a test opens one."""

from pathlib import Path

PROBES = Path(__file__).parent / "probes"
STORY = "/snapshots/2024-h2/cryosphere-workshops/"
LANGUAGES = ["en", "ru", "kk"]

# Each public template once.
TEMPLATES = {
    "home": "/",
    "list": "/snapshots/",
    "edition": "/snapshots/2024-h2/",
    "story": STORY,
    "sectors": "/sectors/",
    "sector": "/sectors/natural-sciences/",
    "countries": "/countries/",
    "country": "/countries/kazakhstan/",
    "projects": "/projects/",
    "project": "/projects/glofca/",
    "partners": "/partners/",
    "partner": "/partners/adaptation-fund/",
    "search": "/search/?q=glacier",
}

# What else they can look like.
STATES = {
    "list, filtered, regional stories beside it": "/snapshots/?country=kazakhstan"
    "&country=uzbekistan&sector=natural-sciences&period=2024-h2",
    "list, filtered by what has no box": "/snapshots/?project=glofca&tag=climate-change&q=lake",
    "list, a value that is not known": "/snapshots/?country=atlantis",
    "list, nothing fits": "/snapshots/?q=zzzzzz",
    "list, second page": "/snapshots/?page=2",
    "a period without an edition": "/snapshots/2024-h1/",
    "story, long words": "/snapshots/2024-h1/long-words/",
    "region": "/countries/central-asia/",
    "projects, filtered": "/projects/?country=kazakhstan&status=completed",
    "projects, a value that is not known": "/projects/?role=jester",
    "partners, filtered": "/partners/?country=kazakhstan&role=funder",
    "partner, long words": "/partners/long-words/",
    "search, empty": "/search/",
    "search, nothing found": "/search/?q=zzzzzz",
    "not found": "/nowhere/",
}


def localised(path, language):
    return path if language == "en" else f"/{language}{path}"


def visit(page, url):
    """Opens a page and makes sure that it is the page: an error page has no faults of its own."""
    response = page.goto(url)
    expected = 404 if url.endswith("/nowhere/") else 200
    assert response.status == expected, f"{url} answers {response.status}"


def follow(locator):
    """Clicks on what leads to another page, and waits until that is there from head to foot."""
    with locator.page.expect_navigation():
        locator.click()


def until(page, condition):
    """Lets the page go on until something is so; a minute at most."""
    for _n in range(1200):
        if condition():
            return
        page.wait_for_timeout(50)
    raise AssertionError("a minute has passed")


def text_box(page, name="Text [en]"):
    """A long text's editor, and not the plain box that stands there until it is loaded."""
    return page.locator("[contenteditable=true]").and_(page.get_by_role("textbox", name=name))


def probe(page, name, about=None):
    """Asks the page one of the questions in probes/."""
    return page.evaluate((PROBES / f"{name}.js").read_text(encoding="utf-8"), about)
