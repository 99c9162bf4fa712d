import sqlite3
import sys
import time
from contextlib import closing
from threading import get_ident, main_thread

import pytest
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import connection
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import content
from tests.browser.watch import Watch

# A machine that does several things at once is slow, and that is no fault of the site: what it
# promises within a time is measured by the page's clock.
expect.set_options(timeout=30_000)


@pytest.fixture
def live_server(request, many_connections):
    """A browser asks several things at once, each answered in a transaction of its own.

    What it had asked last is answered before the tables are emptied.
    """
    under_way = set()

    def begin(**_given):
        under_way.add(get_ident())

    def end(**_given):
        under_way.discard(get_ident())

    request_started.connect(begin)
    request_finished.connect(end)
    browser = request.getfixturevalue("browser") if "browser" in request.fixturenames else None
    server = LiveServer("localhost")
    yield server
    for context in browser.contexts if browser else []:
        for page in context.pages:
            page.close()
    server.stop()
    under_way.discard(main_thread().ident)  # the test's own client
    longest = time.monotonic() + 30
    while under_way and time.monotonic() < longest:
        time.sleep(0.01)
    request_started.disconnect(begin)
    request_finished.disconnect(end)


@pytest.fixture(scope="session")
def kept_content(tmp_path_factory):
    """Where the first test that needs the content leaves it to the others."""
    return tmp_path_factory.mktemp("content") / "content.sqlite3"


@pytest.fixture
def site(live_server, kept_content):
    """The address of a site with content; style sheets and scripts as they stand in static/."""
    if connection.vendor != "sqlite":
        content.load()
    elif kept_content.exists():
        connection.ensure_connection()
        with closing(sqlite3.connect(kept_content)) as kept:
            kept.backup(connection.connection)
    else:
        content.load()
        with closing(sqlite3.connect(kept_content)) as kept:
            connection.connection.backup(kept)
    return live_server.url


@pytest.fixture
def watch(page):
    return Watch(page)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory):
    """The address of a site of its own, as readers get it: see tools/demo_site.py."""
    sys.path.insert(0, str(settings.BASE_DIR / "tools"))
    from demo_site import demo_site

    with demo_site(tmp_path_factory.mktemp("site")) as (url, _password):
        yield url
