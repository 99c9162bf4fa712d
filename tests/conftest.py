"""What every test stands on: an empty cache, a media folder of its own, a browser if there is one.

The database is SQLite in memory, or what DATABASE_URL names; the tests are the same.
"""

import os
import shutil
import sqlite3

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.utils import translation

from tests.browser.told import (  # noqa: F401 hooks of pytest, looked for here
    pytest_sessionfinish,
    pytest_terminal_summary,
    pytest_testnodedown,
)

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
    """Whatever asks for a page of Chromium is a browser test; no file needs to say so.

    The same holds for the database: what never asks for it is the same on any.
    """
    for item in items:
        asks_for = set(item.fixturenames)
        if {"page", "browser", "context"} & asks_for:
            item.add_marker("browser")
        if {"db", "transactional_db"} & asks_for or item.get_closest_marker("django_db"):
            item.add_marker("database")


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


@pytest.fixture
def many_connections(transactional_db, tmp_path):
    """A database that each thread opens by itself, as in use; after the test it is gone.

    SQLite in memory has one connection for all threads, and with it one transaction.
    """
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    memory, name = connection.connection, connection.settings_dict["NAME"]
    copy = sqlite3.connect(tmp_path / "test_copy.sqlite3")
    memory.backup(copy)
    copy.close()
    connection.connection = None
    connection.settings_dict["NAME"] = str(tmp_path / "test_copy.sqlite3")
    yield
    connection.close()
    connection.settings_dict["NAME"] = name
    connection.connection = memory


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """The system's Chromium, as pytest-playwright is to start it."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.skip("no Chromium on PATH (on Debian: apt install chromium)")
    return {"executable_path": chromium, "args": CHROMIUM_FLAGS}
