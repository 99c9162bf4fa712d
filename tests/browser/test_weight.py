"""The first view of every public page: what goes over the wire, and nothing moves or complains.

The site is the one readers get: gunicorn, production settings, hashed and compressed files, the
demo content with its pictures. It stands on SQLite, whatever the other tests stand on; so it is
weighed once, and not again when they are run on PostgreSQL.
"""

import re
import shutil
import subprocess
from collections import Counter

import pytest
from django.db import connection

from tests.browser import told
from tests.browser.pages import STORY, TEMPLATES, localised
from tests.browser.watch import Watch

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="weighed in the run on SQLite"),
]

MOST = {"all": 100_000, "Stylesheet": 15_000, "Script": 10_000}
# Twice what a list moves by one line: fonts that arrive one after the other may move it there and
# back, in this order of things, which is the worst there is.
MOST_SHIFT = 0.02
SCREENS = {
    "phone": {"viewport": {"width": 360, "height": 800}, "device_scale_factor": 2},
    "desk": {"viewport": {"width": 1280, "height": 800}, "device_scale_factor": 1},
}
# Held until the page is painted without them: what they would push around, they do.
LATE = re.compile(r"\.(woff2|avif|webp|jpg|png)$")
PAINTED = "new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))"
COUNT_SHIFTS = """
  window.shifts = []
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      shifts.push([value, sources.map(({ node }) => node?.className || node?.nodeName)])
  }).observe({ type: "layout-shift", buffered: true })
"""
PLANTED = """
  addEventListener("DOMContentLoaded", () => {
    new Image().src = "http://localhost:9/elsewhere.png"
  })
  const move = () => { document.querySelector("header").style.marginBlockStart = "300px" }
  new PerformanceObserver(() => setTimeout(move, 100)).observe({ type: "paint", buffered: true })
"""


class FirstView:
    """A page opened by somebody who has never been here."""

    def __init__(self, context, url):
        page = context.new_page()
        page.add_init_script(COUNT_SHIFTS)
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.responseReceived", self.on_response)
        wire.on("Network.loadingFinished", self.on_finished)
        self.kinds, self.parts = {}, []
        watch = Watch(page)
        page.route(LATE, lambda route: None)
        assert page.goto(url, wait_until="domcontentloaded").ok, url
        page.evaluate(PAINTED)
        page.unroute(LATE)  # lets them go on
        page.wait_for_load_state("networkidle")
        page.evaluate("document.fonts.ready")
        page.evaluate(PAINTED)
        self.shifts = page.evaluate("shifts")
        self.complaints = watch.take()
        assert self.bytes["Document"], f"{url}: nothing was counted"

    def on_response(self, event):
        self.kinds[event["requestId"]] = event["type"], event["response"]["url"]

    def on_finished(self, event):
        kind, url = self.kinds.get(event["requestId"], ("Other", "?"))
        self.parts.append((event["encodedDataLength"], kind, url))

    @property
    def bytes(self):
        weights = Counter(all=sum(weight for weight, _kind, _url in self.parts))
        for weight, kind, _url in self.parts:
            weights[kind] += weight
        return weights

    @property
    def too_heavy(self):
        return [
            f"{self.bytes[kind]} bytes of {kind}, {most} are allowed: {self.heaviest(kind)}"
            for kind, most in MOST.items()
            if self.bytes[kind] > most
        ]

    def heaviest(self, kind):
        parts = sorted((p for p in self.parts if kind in ("all", p[1])), reverse=True)
        return ", ".join(f"{weight} {url.rpartition('/')[2] or url}" for weight, _k, url in parts)


@pytest.fixture(scope="module")
def views(built_site, browser):
    """Every page in two languages on two screens, measured once."""
    found = {}
    for screen, options in SCREENS.items():
        for language in ["en", "ru"]:
            for name, path in TEMPLATES.items():
                with browser.new_context(**options) as context:
                    view = FirstView(context, built_site + localised(path, language))
                found[f"{name}, {language}, {screen}"] = view
    return found


def test_every_page_keeps_to_the_budget(views):
    told.weights.update({page: view.bytes for page, view in views.items()})
    found = [f"{page}: {fault}" for page, view in views.items() for fault in view.too_heavy]
    assert not found, "\n".join(found)


def test_nothing_moves_when_fonts_and_pictures_arrive(views):
    if not has_usual_fonts():
        pytest.skip("no font as wide as Arial, which readers have: apt install fonts-liberation")
    shifted = {
        page: view.shifts
        for page, view in views.items()
        if sum(value for value, _parts in view.shifts) > MOST_SHIFT
    }
    assert not shifted


def test_no_page_complains_or_asks_another_host(views):
    found = [f"{page}: {said}" for page, view in views.items() for said in view.complaints]
    assert not found, "\n".join(found)


def test_it_finds_what_is_planted(built_site, browser):
    with browser.new_context(**SCREENS["phone"]) as context:
        context.route("**/*.css", lambda route: route.fulfill(body="a{}" * 2000))
        context.add_init_script(PLANTED)
        view = FirstView(context, built_site + STORY)
    assert "bytes of Stylesheet" in " ".join(view.too_heavy)
    assert sum(value for value, _parts in view.shifts) > MOST_SHIFT
    assert "Content Security Policy" in " ".join(view.complaints)


def has_usual_fonts():
    """What stands in until ours arrive is fitted to what nearly every reader has."""
    if not shutil.which("fc-match"):
        return False
    found = subprocess.run(["fc-match", "Arial"], capture_output=True, text=True, check=True)  # noqa: S607
    return any(name in found.stdout for name in ("Arial", "Liberation Sans", "Arimo"))
