"""A fresh clone, `make run`, and what a reader then sees; a second start, and what is still there.

    python3 tools/smoke.py

Clones HEAD (not the working tree) into a temporary folder and leaves nothing behind. Prints the
seconds to the first page of both starts.
"""

import os
import re
import signal
import socket
import subprocess
import tempfile
import time
from html.parser import HTMLParser
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from steps import ROOT, say

PAGES = ["/", "/ru/", "/kk/", "/snapshots/", "/snapshots/2024-h2/", "/admin/login/", "/readyz/"]
PAGES += ["/sectors/", "/countries/", "/projects/", "/partners/", "/search/?q=glacier"]
PAGES += ["/snapshots/feed/", "/sitemap.xml", "/robots.txt"]
STORIES = {
    "/snapshots/2024-h2/": 8,
    "/snapshots/": 8,
    "/snapshots/?country=kazakhstan": 5,
    "/snapshots/?country=tajikistan": 1,
    "/snapshots/?sector=natural-sciences": 6,
    "/snapshots/?sector=natural-sciences&country=uzbekistan&period=2024-h2": 2,
    "/snapshots/?country=atlantis": 0,
}
OURS = {"ALLOWED_HOSTS", "CACHE_URL", "DATABASE_URL", "DATA_DIR", "DEBUG", "HTTPS", "SECRET_KEY"}


class Page(HTMLParser):
    """Addresses a page names, and the stories of its list: in <main>, but not in an <aside>."""

    def __init__(self, html):
        super().__init__()
        self.inside = []
        self.stories = 0
        self.links = []
        self.parts = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag in ("main", "aside"):
            self.inside.append(tag)
        self.stories += tag == "article" and self.inside == ["main"]
        if tag == "a":
            self.links.append(values.get("href") or "")
        if tag in ("script", "img"):
            self.parts.append(values.get("src"))
        if tag == "link" and values.get("rel") in ("stylesheet", "preload", "icon"):
            self.parts.append(values.get("href"))

    def handle_endtag(self, tag):
        if tag in self.inside:
            self.inside.remove(tag)


class Site:
    def __init__(self, folder):
        self.folder = folder
        self.log = folder / "run.log"
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]

    def start(self):
        """`make run`; the seconds until the home page answers."""
        environment = {name: value for name, value in os.environ.items() if name not in OURS}
        started = time.monotonic()
        self.process = subprocess.Popen(
            ["make", "run", f"PORT={self.port}"],
            cwd=self.folder,
            env=environment,
            stdout=self.log.open("w"),
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        while time.monotonic() - started < 300:
            if self.process.poll() is not None:
                raise AssertionError("`make run` ended before it served a page")
            try:
                self.get("/")
            except (URLError, ConnectionError):
                time.sleep(0.1)
            else:
                return time.monotonic() - started
        raise AssertionError("no page after five minutes")

    def get(self, address):
        try:
            with urlopen(f"http://127.0.0.1:{self.port}{address}", timeout=20) as response:
                return response.read().decode(errors="replace")
        except HTTPError as error:
            raise AssertionError(f"{address} answered {error.code}") from None

    def stop(self):
        """As Ctrl-C does: the signal goes to make and to the server."""
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait(timeout=15)


def check(truth, sentence):
    if not truth:
        raise AssertionError(sentence)


def look_around(site):
    for address in PAGES:
        check(site.get(address), f"{address} is empty")
    for address, expected in STORIES.items():
        found = Page(site.get(address)).stories
        check(found == expected, f"{address} shows {found} stories instead of {expected}")
        say(f"  {found} stories at {address}")
    links = Page(site.get("/snapshots/")).links
    story = next((link for link in links if re.fullmatch(r"/snapshots/2024-h2/[^/]+/", link)), None)
    check(story, "/snapshots/ links to no story")
    check("<h1" in site.get(story), f"{story} has no heading")
    parts = {part for page in ("/", story) for part in Page(site.get(page)).parts if part}
    check(any(part.endswith(".css") for part in parts), "the pages name no style sheet")
    for part in sorted(parts):
        check(part.startswith("/"), f"{part} is on another host")
        site.get(part)
    say(f"  {len(PAGES)} pages, one story ({story}) and the {len(parts)} files they need")


def main(folder):
    clone = folder / "clone"
    quiet = ["git", "-c", "advice.detachedHead=false", "-c", f"safe.directory={ROOT}"]
    subprocess.run([*quiet, "clone", "--quiet", "--no-local", ROOT, clone], check=True)
    site = Site(clone)
    try:
        seconds = site.start()
        say(f"  first page {seconds:.1f} s after `make run` in a fresh clone")
        printed = site.log.read_text()
        password = re.search(r"password +(\S+)", printed)
        check(password, "no administrator's password was printed")
        dotenv = (clone / ".env").read_bytes()
        check((clone / ".env").stat().st_mode & 0o777 == 0o600, ".env can be read by others")
        look_around(site)
        site.stop()
        seconds = site.start()
        say(f"  first page {seconds:.1f} s after the second `make run`")
        check(password[1] not in site.log.read_text(), "the password was printed again")
        check((clone / ".env").read_bytes() == dotenv, ".env was written again")
        check(Page(site.get("/snapshots/2024-h2/")).stories == 8, "the edition was not kept")
        site.stop()
    except (AssertionError, subprocess.TimeoutExpired) as error:
        print("".join(site.log.read_text().splitlines(keepends=True)[-40:]))
        raise SystemExit(f"Smoke test: {error}") from None
    finally:
        if site.process.poll() is None:
            os.killpg(site.process.pid, signal.SIGKILL)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="almaty-smoke-") as folder:
        main(Path(folder))
