"""Pictures of the real pages, for README and docs: of a demo site that it starts itself.

    .venv/bin/python tools/screenshots.py                 what is committed, in docs/screenshots
    .venv/bin/python tools/screenshots.py --whole FOLDER  the whole of every page, to look at

Needs Chromium and requirements-dev.txt.
"""

import argparse
import io
import shutil
import sys
import tempfile
from pathlib import Path

from demo_site import ROOT, demo_site
from PIL import Image
from playwright.sync_api import sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
FLAGS += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
PAGES = {
    "home": "/",
    "list": "/snapshots/?sector=natural-sciences&country=kazakhstan",
    "edition": "/snapshots/2024-h2/",
    "story": "/snapshots/2024-h2/cryosphere-workshops/",
    "country": "/countries/kazakhstan/",
    "project": "/projects/glofca/",
    "partner": "/partners/adaptation-fund/",
    "search": "/search/?q=glacier",
}
IN_THE_DARK = ["home", "story"]
WORDS = {"en": "glacier", "ru": "университет", "kk": "университет"}  # that the demo content has
WIDTHS = {1280: 1400, 320: 900}  # and how much of the page is shown
MOST_BYTES = 95_000


def main(folder, whole):
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="almaty-pictures-") as data,
        demo_site(data) as (url, password),
        sync_playwright() as playwright,
    ):
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        written = [
            picture(page, folder / f"{name}-{width}-{language}-{scheme}", whole)
            for page, name, width, language, scheme in views(chromium, url, password)
        ]
        chromium.close()
    print(f"{len(written)} pictures, {sum(written) / 1e6:.1f} MB")


def views(chromium, url, password):
    """Each page in turn, as it is to be pictured."""
    for width, height in WIDTHS.items():
        for scheme in ["light", "dark"]:
            context = chromium.new_context(
                viewport={"width": width, "height": height},
                device_scale_factor=2 if width < 640 else 1,
                color_scheme=scheme,
                reduced_motion="reduce",
            )
            page = context.new_page()
            for name in PAGES if scheme == "light" else IN_THE_DARK:
                for language in WORDS:
                    prefix = "" if language == "en" else f"/{language}"
                    path = PAGES[name].replace("glacier", WORDS[language])
                    open_page(page, url + prefix + path)
                    yield page, name, width, language, scheme
            if scheme == "light":
                for name, path in desk(page, url, password):
                    open_page(page, url + path)
                    yield page, name, width, "en", scheme
            context.close()


def desk(page, url, password):
    """What an editor sees; logs in first."""
    open_page(page, f"{url}/admin/login/")
    page.get_by_label("Username").fill("admin")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(f"{url}/admin/")
    stories = "/admin/newsroom/newsitem/"
    open_page(page, url + stories)
    story = page.locator("#result_list tbody th a").first.get_attribute("href")
    return [("desk", "/admin/"), ("desk-list", stories), ("desk-story", story)]


def open_page(page, url):
    """With everything on it there: pictures below the fold wait for somebody to come near."""
    response = page.goto(url)
    if not response.ok:
        sys.exit(f"{url} answers {response.status}")
    page.evaluate("document.querySelectorAll('img').forEach(img => { img.loading = 'eager' })")
    page.wait_for_load_state("networkidle")
    page.evaluate(
        "Promise.all([document.fonts.ready, ...[...document.images].map(i => i.decode())])"
    )


def picture(page, path, whole):
    """Its bytes: as a WebP file small enough for a README, or the whole page without loss."""
    if whole:
        return len(page.screenshot(path=path.with_suffix(".png"), full_page=True))
    pixels = Image.open(io.BytesIO(page.screenshot()))
    for quality in range(84, 20, -8):
        pixels.save(path.with_suffix(".webp"), quality=quality, method=6)
        size = path.with_suffix(".webp").stat().st_size
        if size <= MOST_BYTES:
            return size
    sys.exit(f"{path.name} does not fit in {MOST_BYTES} bytes")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--whole", type=Path, metavar="FOLDER", help="every page from top to end")
    arguments = parser.parse_args()
    main(arguments.whole or ROOT / "docs" / "screenshots", whole=arguments.whole is not None)
