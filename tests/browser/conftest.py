import sqlite3
import sys
from contextlib import closing

import pytest
from django.conf import settings
from django.db import connection
from pytest_django.live_server_helper import LiveServer

from tests.browser import content
from tests.browser.watch import Watch


@pytest.fixture
def live_server(many_connections):
    """A browser asks several things at once, each answered in a transaction of its own."""
    server = LiveServer("localhost")
    yield server
    server.stop()


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
