"""Redis that goes away and comes back, with a Redis of the test's own."""

import shutil
import socket
import subprocess
import time

import pytest

from almaty import cache as module
from almaty.cache import ForgivingRedisCache


class Server:
    """A Redis that can be stopped and started; it keeps what it held, as behind a broken wire."""

    def __init__(self, folder):
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.folder = folder
        self.process = None

    def start(self):
        program = shutil.which("redis-server")
        if not program:
            pytest.skip("no redis-server on PATH (on Debian: apt install redis-server)")
        options = ["--port", str(self.port), "--dir", str(self.folder), "--appendonly", "yes"]
        self.process = subprocess.Popen(  # noqa: S603
            [program, "--bind", "127.0.0.1", *options], stdout=subprocess.DEVNULL
        )
        for _attempt in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except OSError:
                time.sleep(0.05)
        pytest.fail("redis-server did not start")

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait()


@pytest.fixture
def server(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "PAUSE", 0)
    server = Server(tmp_path)
    yield server
    server.stop()


@pytest.fixture
def cache(server):
    return ForgivingRedisCache(f"redis://127.0.0.1:{server.port}/0", {})


def test_it_is_an_ordinary_cache_while_redis_answers(server, cache):
    server.start()
    cache.set_many({"a": 1, "b": "two"})
    assert cache.get_many(["a", "b", "c"]) == {"a": 1, "b": "two"}
    assert cache.add("a", 5) is False
    assert cache.incr("a") == 2
    assert cache.has_key("b")
    assert cache.touch("b", 60) is True
    assert cache.delete("b") is True
    assert cache.get("b", "nothing") == "nothing"


def test_without_redis_nothing_is_kept_and_nothing_fails(cache):
    cache.set("a", 1)
    cache.set_many({"a": 1})
    cache.delete_many(["a"])
    assert cache.get("a", "nothing") == "nothing"
    assert cache.get_many(["a"]) == {}
    assert not cache.has_key("a")
    assert cache.delete("a") is False
    assert cache.touch("a") is False
    assert cache.get_or_set("a", lambda: "made") == "made"
    assert cache.add("a", 1) is True
    cache.clear()


def test_requests_are_counted_in_the_process_meanwhile(cache, monkeypatch):
    monkeypatch.setattr(module, "PAUSE", 60)
    cache.get("anything")
    assert cache.add("limit", 0) is True
    assert cache.add("limit", 0) is False
    assert [cache.incr("limit"), cache.incr("limit")] == [1, 2]
    assert cache.incr("begun") == 1


def test_a_redis_that_failed_is_left_in_peace_for_a_while(cache, monkeypatch):
    monkeypatch.setattr(module, "PAUSE", 60)
    cache.get("a")
    monkeypatch.setattr(cache, "forget_what_may_be_stale", pytest.fail)
    assert cache.get("a") is None


def test_a_page_withdrawn_meanwhile_does_not_come_back(server, cache):
    server.start()
    cache.set("page", "public")
    server.stop()
    cache.delete("page")
    server.start()
    assert cache.get("page") is None


def test_an_outage_in_which_nothing_changed_empties_nothing(server, cache):
    server.start()
    cache.set("page", "public")
    server.stop()
    assert cache.get("page") is None
    server.start()
    assert cache.get("page") == "public"


@pytest.mark.django_db
def test_staff_stay_signed_in_without_redis(server, settings, admin_client):
    away = {
        "BACKEND": "almaty.cache.ForgivingRedisCache",
        "LOCATION": f"redis://127.0.0.1:{server.port}/0",
    }
    settings.CACHES = {"default": away, "shared": away}
    assert admin_client.get("/admin/password_change/").status_code == 200
