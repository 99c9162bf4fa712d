import re

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from almaty.environment import Environment


@pytest.fixture
def env(tmp_path):
    return Environment(tmp_path / "no .env")


def test_what_the_environment_says_goes_before_the_file(tmp_path, monkeypatch):
    (tmp_path / ".env").write_text("OFFICE_EMAIL=file@example.org\nOFFICE_URL=https://file.example")
    monkeypatch.setenv("OFFICE_EMAIL", "environment@example.org")
    monkeypatch.setenv("OFFICE_URL", "")
    monkeypatch.delenv("OFFICE_URL")
    env = Environment(tmp_path / ".env")
    assert env.text("OFFICE_EMAIL", "") == "environment@example.org"
    assert env.text("OFFICE_URL", "") == "https://file.example"


@pytest.mark.parametrize(("written", "meant"), [("on", True), ("0", False), ("True", True)])
def test_a_flag_is_read_in_its_usual_spellings(env, monkeypatch, written, meant):
    monkeypatch.setenv("A_FLAG", written)
    assert env.flag("A_FLAG", not meant) is meant


def test_a_flag_that_is_neither_is_refused(env, monkeypatch):
    monkeypatch.setenv("A_FLAG", "yes")
    with pytest.raises(ImproperlyConfigured, match="A_FLAG='yes'"):
        env.flag("A_FLAG", False)


def test_words_are_separated_by_commas(env, monkeypatch):
    monkeypatch.setenv("SOME_WORDS", "a.example, b.example ,")
    assert env.words("SOME_WORDS", []) == ["a.example", "b.example"]
    assert env.words("NO_WORDS", ["localhost"]) == ["localhost"]


def test_the_folder_of_a_sqlite_file_is_made(env, tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    file = tmp_path / "new" / "db.sqlite3"
    config = env.database("DATABASE_URL", file)
    assert config["NAME"] == str(file)
    assert file.parent.is_dir()


def test_postgresql_keeps_what_its_address_asks_for(env, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://me:word@db.example/site?sslmode=require")
    options = env.database("DATABASE_URL", "")["OPTIONS"]
    assert options["sslmode"] == "require"
    assert "statement_timeout=10s" in options["options"]


@pytest.mark.django_db
def test_the_database_holds_to_what_we_ask():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA synchronous")
            assert cursor.fetchone() == (2,)  # FULL
            cursor.execute("PRAGMA foreign_keys")
            assert cursor.fetchone() == (1,)
        else:
            cursor.execute("SHOW statement_timeout")
            assert cursor.fetchone() == ("10s",)
            cursor.execute("SHOW lock_timeout")
            assert cursor.fetchone() == ("5s",)
            cursor.execute("SHOW idle_in_transaction_session_timeout")
            assert cursor.fetchone() == ("30s",)


def test_every_variable_is_described_for_the_operator():
    code = "".join(
        (settings.BASE_DIR / file).read_text()
        for file in ("almaty/settings.py", "almaty/environment.py", "deploy/gunicorn.conf.py")
    )
    named = set(re.findall(r'(?:env\.|self\.|environ\.)\w+\(\s*"([A-Z_]+)"', code))
    assert len(named) > 10
    described = (settings.BASE_DIR / "docs" / "operator.md").read_text()
    assert {name for name in named if f"`{name}`" not in described} == set()
