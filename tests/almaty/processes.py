"""The tests' database, for processes beside the tests' own."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing

from django.conf import settings
from django.db import connection


def address(folder):
    """DATABASE_URL of the tests' database as it is now; of SQLite, which is in memory, a copy."""
    if connection.vendor == "sqlite":
        path = folder / "db.sqlite3"
        connection.ensure_connection()
        with sqlite3.connect(path) as copy:
            connection.connection.backup(copy)
        copy.close()
        return f"sqlite:///{path}"
    made = settings.DATABASES["default"]
    who = f"{made['USER']}:{made['PASSWORD']}@" if made["PASSWORD"] else f"{made['USER']}@"
    return f"postgres://{who}{made['HOST']}:{made['PORT'] or 5432}/{made['NAME']}"


def counts(folder, models):
    """{name of a model: its rows} in that database, read here and not by a further process."""
    if connection.vendor != "sqlite":
        return {model.__name__: model.objects.count() for model in models}
    with closing(sqlite3.connect(folder / "db.sqlite3")) as opened:
        return {
            model.__name__: opened.execute(
                f'SELECT COUNT(*) FROM "{model._meta.db_table}"'  # noqa: S608 our own tables
            ).fetchone()[0]
            for model in models
        }


def rows(folder, model, columns):
    """[{column: value}] of that model in that database."""
    if connection.vendor != "sqlite":
        return list(model.objects.values(*columns))
    names = ", ".join(f'"{column}"' for column in columns)
    with closing(sqlite3.connect(folder / "db.sqlite3")) as opened:
        found = opened.execute(
            f'SELECT {names} FROM "{model._meta.db_table}"'  # noqa: S608 our own tables
        )
        return [dict(zip(columns, row, strict=True)) for row in found]


def run(folder, *arguments, seconds=580):
    """What tests/almaty/at_once.py finds."""
    environment = os.environ | {
        "DATABASE_URL": address(folder),
        "DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    done = subprocess.run(  # noqa: S603 our own module
        [sys.executable, "-m", "tests.almaty.at_once", *map(str, arguments)],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        timeout=seconds,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])
