"""Every hostile document is read harmlessly or refused with a sentence, within the limits."""

import json
import os
import socket
import struct
import subprocess
import sys
import threading
from contextlib import contextmanager

import pytest
from django.conf import settings

from tests.almaty import processes
from tests.newsroom.importing import hostile_landing
from tests.newsroom.importing.hostile import documents
from tests.newsroom.importing.hostile_texts import EITHER, READ
from tests.newsroom.importing.office import make_register

MEMORY, SECONDS = 400, 10  # MB of the whole process, and of the processor per document
LANDING = 60  # seconds of the same, where there is much to land
AT_LEAST = 50
# Imports documents from standard input, each in a fork of its own, and says how it went. What has
# landed is rolled back, so that no document meets another. A test may plant a fault before.
IMPORTER = """
import json, os, re, resource, struct, sys, time
import django
django.setup()
from django.db import transaction
from almaty.periods import Period
from newsroom.importing.document import Refused
from newsroom.importing.landing import land
from newsroom.importing.outcome import examine
from newsroom.importing.recognition import Register
exec(sys.argv[1])

def imported(name, data):
    outcome = examine(data, name, period=Period(2023, 1), register=Register.from_database)
    if outcome.edition.stories:
        land(outcome, data)
    return " ".join(block.text + block.html for block in outcome.document.blocks)[:20_000]

def go(name, data):
    resource.setrlimit(resource.RLIMIT_CPU, (100, 101))
    started = time.process_time()
    try:
        with transaction.atomic():
            told = ["read", imported(name, data)]
            transaction.set_rollback(True)
    except Refused as refused:
        told = ["refused", refused.sentence]
    except BaseException as error:
        told = ["failed", repr(error)]
    took = time.process_time() - started
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024
    print(json.dumps([*told, took, peak]), flush=True)

while header := sys.stdin.buffer.read(8):
    name, data = (sys.stdin.buffer.read(size) for size in struct.unpack(">II", header))
    if os.fork():
        if os.wait()[1]:
            print(json.dumps(["failed", "the process died", 0, 0]), flush=True)
    else:
        go(name.decode(), data)
        os._exit(0)
"""
# {a fault: (its code, the document by which it shows)}
PLANTED = {
    "what a file unpacks to is not limited": (
        """
from newsroom.importing.reading import limits
limits.MAX_UNPACKED = 10**12
""",
        "zip bomb: one part of 400 MB",
    ),
    "a document is held in memory many times": (
        """
from newsroom.importing import outcome
known = outcome.read_document
outcome.read_document = lambda *given: b"x" * 450_000_000 and known(*given)
""",
        "zip bomb: nested archives",
    ),
    "a picture of a page is fetched": (
        """
from contextlib import suppress
from urllib.request import urlopen
from newsroom.importing.reading import page
known = page.picture_at
def picture_at(address, *rest):
    with suppress(OSError, ValueError):
        urlopen(address, timeout=5)
    return known(address, *rest)
page.picture_at = picture_at
""",
        "html: everything remote",
    ),
    "what goes wrong in the library is not caught": (
        """
from newsroom.importing.reading import word
word.damaged = None
""",
        "no document part",
    ),
}


@pytest.fixture(scope="module")
def listener():
    """A port, and the calls that came to it."""
    calls = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        done = threading.Event()

        def listen():
            while not done.is_set():
                try:
                    connection, _address = server.accept()
                except TimeoutError:
                    continue
                calls.append(connection.recv(200))
                connection.close()

        thread = threading.Thread(target=listen)
        thread.start()
        yield server.getsockname()[1], calls
        done.set()
        thread.join()


@contextmanager
def importer(folder, fault=""):
    """Gives [what came, words, seconds of the processor, MB] for a name and its bytes."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "almaty.settings",
        "SECRET_KEY": "only-for-tests",
        "DEBUG": "off",
        "HTTPS": "off",
        "CACHE_URL": "",
        "DATA_DIR": str(folder / "var"),
        "DATABASE_URL": processes.address(folder),
    }
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", IMPORTER, fault],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=settings.BASE_DIR,
        env=environment,
    )

    def imported(name, data):
        called = name.encode()
        process.stdin.write(struct.pack(">II", len(called), len(data)) + called + data)
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    try:
        yield imported
    finally:
        process.stdin.close()
        process.stdout.close()
        code = process.wait()
    assert code == 0


def faults(imported, documents, limit=SECONDS):
    """How many documents there were, and what was wrong with them."""
    wrong, count = [], 0
    for name, data, *expected in documents:
        (expected,) = expected or [READ]
        count += 1
        came, words, seconds, peak = imported(name, data)
        sys.stdout.write(f"{seconds:5.1f} s {peak:4.0f} MB {came:8} {name}\n")
        if came == "failed" or came != expected != EITHER:
            wrong.append((name, came, words[:200]))
        if seconds > limit or peak > MEMORY:
            wrong.append((name, f"{seconds:.1f} s, {peak:.0f} MB"))
        if came == "refused" and (not words.endswith(".") or "\n" in words or len(words) > 200):
            wrong.append((name, "no sentence", words))
        if came == "read" and any(mark in words for mark in ("<script", "onclick", "root:x:")):
            wrong.append((name, "something of it came through", words[:500]))
    return count, wrong


@pytest.mark.once
@pytest.mark.slow
@pytest.mark.parametrize("made", [hostile_landing.documents, hostile_landing.slow_pictures])
def test_heavy_documents_land_within_a_minute(transactional_db, tmp_path, made):
    """Many stories, as many pictures as there may be, and pictures as slow as they can be."""
    make_register()
    with importer(tmp_path) as imported:
        _count, wrong = faults(imported, made(), LANDING)
    assert wrong == []


@pytest.mark.heavy
@pytest.mark.slow
def test_hostile_documents_do_no_harm(transactional_db, tmp_path, listener):
    port, calls = listener
    make_register()
    with importer(tmp_path) as imported:
        count, wrong = faults(imported, documents(port))
    assert wrong == []
    assert calls == []
    assert count >= AT_LEAST


def test_the_listener_hears_a_call(listener):
    """Were it deaf, the test above would prove nothing."""
    port, calls = listener
    before = len(calls)
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"GET /control HTTP/1.0\r\n\r\n")
        connection.shutdown(socket.SHUT_WR)
        connection.recv(10)
    assert len(calls) == before + 1
    calls.pop()


@pytest.mark.planted
@pytest.mark.slow
@pytest.mark.parametrize("fault", PLANTED)
def test_that_test_sees_a_fault(transactional_db, tmp_path, listener, fault):
    port, calls = listener
    code, name = PLANTED[fault]
    make_register()
    given = next(given for given in documents(port) if given[0] == name)
    with importer(tmp_path, code) as imported:
        _count, wrong = faults(imported, [given])
    assert wrong or calls
    calls.clear()
