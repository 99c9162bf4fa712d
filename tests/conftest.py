"""What every test stands on: an empty cache, a media folder of its own, a browser if there is one.

The database is SQLite in memory, or what DATABASE_URL names; the tests are the same.
"""

import os
import shutil

import pytest
from django.conf import settings
from django.core.cache import caches
from django.utils import translation

# Playwright runs an event loop in the tests' own thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_report_header():
    return f"database: {settings.DATABASES['default']['ENGINE'].rpartition('.')[2]}"


def pytest_collection_modifyitems(items):
    """Whatever asks for a page of Chromium is a browser test; no file needs to say so."""
    for item in items:
        if {"page", "browser", "context"} & set(item.fixturenames):
            item.add_marker("browser")


@pytest.fixture(autouse=True)
def _empty_cache():
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture(autouse=True)
def _english():
    """A request for a Russian page leaves its language to the thread, and so to the next test."""
    with translation.override("en"):
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_media_left_behind():
    yield
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """The system's Chromium, as pytest-playwright is to start it."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.skip("no Chromium on PATH (on Debian: apt install chromium)")
    return {"executable_path": chromium, "args": CHROMIUM_FLAGS}
