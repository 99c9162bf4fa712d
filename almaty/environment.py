"""A typed reader of the environment that refuses nonsense.

`DEBUG=yes` or `DATABASE_URL=postgres//…` stops the start with a sentence, instead of meaning
something nobody intended. A `.env` file beside manage.py fills what the environment lacks.
"""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

# Why each pragma: docs/operator.md, "SQLite". FULL, because writes are few and must last.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-20000; "
        "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=134217728; PRAGMA journal_size_limit=27103364;"
    ),
}
FLAGS = {"1": True, "true": True, "on": True, "0": False, "false": False, "off": False}


class Environment:
    def __init__(self, file):
        self.env = environ.Env()
        if file.exists():
            environ.Env.read_env(file)

    def text(self, name, default):
        """What is set to nothing counts as not set, here and below."""
        return self.env.str(name, "").strip() or default

    def one_of(self, name, words, default):
        value = self.text(name, default)
        if value not in words:
            raise ImproperlyConfigured(f"{name}={value!r}: write one of {', '.join(words)}.")
        return value

    def flag(self, name, default):
        value = self.env.str(name, "").strip().lower()
        if not value:
            return default
        if value not in FLAGS:
            raise ImproperlyConfigured(f"{name}={value!r}: write one of {', '.join(FLAGS)}.")
        return FLAGS[value]

    def number(self, name, default):
        value = self.env.str(name, "").strip()
        if not value:
            return default
        if not value.isdecimal():
            raise ImproperlyConfigured(f"{name}={value!r}: write a whole number.")
        return int(value)

    def words(self, name, default):
        """Words separated by commas."""
        value = self.env.str(name, "")
        return [word.strip() for word in value.split(",") if word.strip()] or default

    def some_of(self, name, words):
        """Any of these words, separated by commas; none by default."""
        values = self.words(name, [])
        if unknown := [value for value in values if value not in words]:
            raise ImproperlyConfigured(f"{name}: {unknown[0]!r} is none of {', '.join(words)}.")
        return values

    def database(self, name, sqlite_file):
        """SQLite in `sqlite_file`, or what DATABASE_URL names (sqlite:// or postgres://).

        A connection is kept by its thread for ten minutes: opening one costs more than most pages
        ask of it.
        """
        url = self.env.str(name, "") or f"sqlite:///{sqlite_file}"
        config = self.env.db_url_config(url)
        engine = config.get("ENGINE", "")
        if engine == "django.db.backends.sqlite3":
            config["OPTIONS"] = SQLITE_OPTIONS
            make_folder(Path(config["NAME"]).parent)
        elif engine == "django.db.backends.postgresql":
            config["OPTIONS"] = {"options": self.postgresql_limits()} | config.get("OPTIONS", {})
        else:
            raise ImproperlyConfigured(
                f"{name}: write sqlite:///path/to/file or postgres://user:password@host/database."
            )
        return config | {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}

    def postgresql_limits(self):
        """No page may keep the database busy, or a row locked, for longer than this."""
        seconds = self.number("STATEMENT_TIMEOUT", 10)  # 0 (no limit) for manage.py's commands
        return (
            f"-c statement_timeout={seconds}s -c lock_timeout=5s "
            f"-c idle_in_transaction_session_timeout={3 * seconds}s"
        )

    def cache(self, name):
        """In this process by default; `redis://…` once several processes serve the site."""
        url = self.env.str(name, "")
        if not url:
            return {
                "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
                "OPTIONS": {"MAX_ENTRIES": 2000},  # pages mostly, of some 50 kB
            }
        if not url.startswith(("redis://", "rediss://", "unix://")):
            raise ImproperlyConfigured(f"{name}: write redis://host:port/number.")
        return {"BACKEND": "almaty.cache.ForgivingRedisCache", "LOCATION": url}

    def shared_cache(self, name, folder):
        """The same Redis, or a file that every process of this machine reads."""
        if self.env.str(name, ""):
            return self.cache(name)
        return {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": folder,
            "TIMEOUT": None,
        }


def make_folder(folder):
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"{folder} cannot be made ({error.strerror}). Set DATA_DIR to a folder that can."
        ) from error
