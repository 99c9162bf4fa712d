"""What `make run` decides before there is a site; the whole of it is tried by tools/smoke.py."""

import os
import socket
import subprocess
import sys

import pytest
from django.conf import settings

TOOLS = settings.BASE_DIR / "tools"


@pytest.fixture
def run(monkeypatch, tmp_path):
    """tools/run.py as a module, with a .env of the test's own."""
    monkeypatch.syspath_prepend(str(TOOLS))
    import run

    monkeypatch.setattr(run, "DOTENV", tmp_path / ".env")
    for name in ("ALLOWED_HOSTS", "HTTPS", "DEBUG", "TOOLBAR"):
        monkeypatch.delenv(name, raising=False)
    return run


def start(**environment):
    return subprocess.run(  # noqa: S603
        [sys.executable, TOOLS / "run.py"],
        env=dict(os.environ, **environment),
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_a_taken_port_is_named_before_anything_is_installed():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = start(PORT=str(port))
    assert done.returncode == 1
    assert done.stdout == ""
    assert f"Stopped: port {port} is taken" in done.stderr
    assert "make run PORT=" in done.stderr


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"PORT": "http"}, "Stopped: PORT=http: write a number"),
        ({"PORT": "70000"}, "Stopped: PORT=70000: write a number"),
        ({"HOST": "192.0.2.7"}, "Stopped: HOST=192.0.2.7 is no address of this machine"),
    ],
)
def test_an_impossible_address_is_refused_with_a_sentence(environment, sentence):
    done = start(**environment)
    assert done.returncode == 1
    assert done.stderr.startswith(sentence)


def test_the_secret_key_is_fresh_and_for_its_owner_only(run):
    run.write_dotenv()
    first = run.dotenv_values()
    assert run.DOTENV.stat().st_mode & 0o777 == 0o600
    assert len(first["SECRET_KEY"]) >= 64
    assert first["HTTPS"] == "off"
    run.DOTENV.unlink()
    run.write_dotenv()
    assert run.dotenv_values()["SECRET_KEY"] != first["SECRET_KEY"]


def test_a_dotenv_that_is_there_is_left_alone(run):
    run.DOTENV.write_text("SECRET_KEY=mine\n")
    run.write_dotenv()
    assert run.DOTENV.read_text() == "SECRET_KEY=mine\n"


def test_debugging_is_off_whatever_the_file_says(run):
    run.DOTENV.write_text("DEBUG=on\n")
    assert run.environment_for("127.0.0.1", 8000, dev=False)["DEBUG"] == "off"
    assert run.environment_for("127.0.0.1", 8000, dev=True)["DEBUG"] == "on"


def test_plain_http_is_said_unless_the_operator_has_decided(run):
    run.DOTENV.write_text("SECRET_KEY=mine\n")
    assert run.environment_for("127.0.0.1", 8000, dev=False)["HTTPS"] == "off"
    run.DOTENV.write_text("HTTPS=on\n")
    assert "HTTPS" not in run.environment_for("127.0.0.1", 8000, dev=False)


@pytest.mark.parametrize(
    ("host", "written", "names"),
    [
        ("192.0.2.7", "", "localhost,127.0.0.1,[::1],192.0.2.7"),
        ("2001:db8::7", "", "localhost,127.0.0.1,[::1],[2001:db8::7]"),
        ("almaty.example", "ALLOWED_HOSTS=www.example.org\n", "www.example.org,almaty.example"),
    ],
)
def test_the_address_that_is_served_is_one_the_site_answers_to(run, host, written, names):
    run.DOTENV.write_text(written)
    assert run.environment_for(host, 8000, dev=False)["ALLOWED_HOSTS"] == names


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_this_machine_alone_needs_no_further_name(run, host, capsys):
    run.DOTENV.write_text("")
    assert "ALLOWED_HOSTS" not in run.environment_for(host, 8000, dev=False)
    assert capsys.readouterr().out == ""


def test_serving_everywhere_says_which_names_are_answered(run, capsys):
    run.DOTENV.write_text("ALLOWED_HOSTS=www.example.org\n")
    assert "ALLOWED_HOSTS" not in run.environment_for("0.0.0.0", 8000, dev=False)  # noqa: S104
    said = capsys.readouterr().out
    assert "www.example.org" in said
    assert "ALLOWED_HOSTS=" in said
