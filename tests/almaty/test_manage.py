import os
import signal
import sys

import pytest
from django.core import management

import manage


@pytest.fixture
def command(monkeypatch):
    """Sets what stands in for a command."""
    monkeypatch.setenv("STATEMENT_TIMEOUT", "0")  # as manage.py sets it: gone after the test

    def set_command(act):
        monkeypatch.setattr(management, "execute_from_command_line", lambda words: act())

    return set_command


def test_a_reader_who_has_seen_enough_ends_a_command_quietly(command, monkeypatch):
    reading, writing = os.pipe()
    os.close(reading)
    command(lambda: sys.stdout.write("a line\n"))
    with os.fdopen(writing, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        with pytest.raises(SystemExit) as left:
            manage.main()
        pipe.flush()  # as Python does when it ends
    assert left.value.code == 128 + signal.SIGPIPE


def test_control_c_ends_a_command_quietly(command, monkeypatch, tmp_path):
    def stop():
        raise KeyboardInterrupt

    with (tmp_path / "out").open("w") as out:
        monkeypatch.setattr(sys, "stdout", out)
        command(stop)
        with pytest.raises(SystemExit) as left:
            manage.main()
    assert left.value.code == 128 + signal.SIGINT


def test_a_command_does_without_standard_streams(command, monkeypatch):
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    command(lambda: (sys.stdout.write("Ж"), sys.stderr.write("Ж"), sys.stdin.read()))
    manage.main()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.close()
