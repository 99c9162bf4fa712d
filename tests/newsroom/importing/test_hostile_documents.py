"""Every hostile document is read harmlessly or refused with a sentence, within the limits."""

import json
import socket
import struct
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.newsroom.importing.hostile import EITHER, documents

ROOT = Path(__file__).parents[3]
MEMORY, SECONDS = 400, 10  # MB of the whole process, and per document
AT_LEAST = 50
# Reads documents from standard input, each in a fork of its own, and says how it went.
READER = """
import json, os, re, signal, struct, sys, time
import django
django.setup()
from newsroom.importing.document import Refused
from newsroom.importing.reading import read_document
from newsroom.importing.splitting import split

def go(name, data):
    signal.alarm(60)
    started = time.monotonic()
    try:
        document = read_document(data, name)
        split(document)
        told = ["read", " ".join(block.text + block.html for block in document.blocks)[:20_000]]
    except Refused as refused:
        told = ["refused", refused.sentence]
    except BaseException as error:
        told = ["failed", repr(error)]
    took = time.monotonic() - started
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


@pytest.fixture(scope="module")
def reader():
    """Gives [what came, words, seconds, MB] for a name and its bytes."""
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", READER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={"DJANGO_SETTINGS_MODULE": "tests.settings", "PATH": ""},
    )

    def read(name, data):
        called = name.encode()
        process.stdin.write(struct.pack(">II", len(called), len(data)) + called + data)
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    yield read
    process.stdin.close()
    process.stdout.close()
    assert process.wait() == 0


@pytest.mark.slow
def test_hostile_documents_do_no_harm(listener, reader):
    port, calls = listener
    wrong, count = [], 0
    for name, data, expected in documents(port):
        count += 1
        came, words, seconds, peak = reader(name, data)
        if came == "failed" or came != expected != EITHER:
            wrong.append((name, came, words[:200]))
        if seconds > SECONDS or peak > MEMORY:
            wrong.append((name, f"{seconds:.1f} s, {peak:.0f} MB"))
        if came == "refused" and (not words.endswith(".") or "\n" in words or len(words) > 200):
            wrong.append((name, "no sentence", words))
        if came == "read" and any(mark in words for mark in ("<script", "onclick", "root:x:")):
            wrong.append((name, "something of it came through", words[:500]))
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
