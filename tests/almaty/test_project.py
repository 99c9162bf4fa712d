"""The project as a whole: nothing forgotten, nothing that a production server would warn of."""

import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.utils.crypto import get_random_string


def manage(*arguments, **environment):
    """manage.py in a process of its own, with the environment given and nothing else of ours."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(  # noqa: S603
        [sys.executable, "-W", "ignore", "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=kept | environment,
        capture_output=True,
        text=True,
    )


@pytest.fixture
def production(tmp_path):
    """What an operator sets; variables of the checkout's own .env are set, so as not to count."""
    return {
        "SECRET_KEY": get_random_string(64),
        "ALLOWED_HOSTS": "www.example.org",
        "DATA_DIR": str(tmp_path),
        "BEHIND_TLS_PROXY": "on",
        "DATABASE_URL": "",
        "CACHE_URL": "",
        "DEBUG": "off",
        "HTTPS": "on",
    }


def test_every_static_file_that_a_template_names_is_there():
    """The tests' storage does not mind; the server's answers 500."""
    named = {
        name
        for template in (settings.BASE_DIR / "templates").rglob("*.*")
        for name in re.findall(r"""{% static ['"]([^'"]+)['"]""", template.read_text())
    }
    assert len(named) > 5
    assert {name for name in named if not finders.find(name)} == set()


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True)


def test_a_production_server_has_nothing_to_be_warned_of(production):
    done = manage("check", "--deploy", "--fail-level", "WARNING", **production)
    assert "no issues (0 silenced)" in done.stdout + done.stderr


def test_that_check_would_complain(production):
    done = manage("check", "--deploy", "--fail-level", "WARNING", **production | {"HTTPS": "off"})
    assert done.returncode != 0
    assert "security.W008" in done.stderr


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DEBUG", "yes", "DEBUG='yes': write one of 1, true, on"),
        ("TRUSTED_PROXIES", "-1", "TRUSTED_PROXIES='-1': write a whole number"),
        ("DATABASE_URL", "mysql://localhost/x", "DATABASE_URL: write sqlite:///path/to/file"),
        ("CACHE_URL", "localhost", "CACHE_URL: write redis://host:port/number"),
        ("SECRET_KEY", "", "Set SECRET_KEY in the environment or in .env"),
        ("LOG_LEVEL", "LOUD", "LOG_LEVEL='LOUD': write one of DEBUG, INFO"),
        ("DATA_DIR", "/dev/null/x", "/dev/null/x cannot be made"),
    ],
)
def test_nonsense_stops_the_start_with_one_sentence(production, name, value, sentence):
    done = manage("check", **production | {name: value})
    assert done.returncode != 0
    assert done.stderr.startswith(f"Settings: {sentence}")
    assert "Traceback" not in done.stderr
