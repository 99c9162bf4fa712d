"""One process for all that stands between new code and a site that answers: seconds, not minutes.

`make run` calls it with demo content and an administrator; an operator after every upgrade, bare.
"""

import hashlib
import io

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor


class Command(BaseCommand):
    help = "Brings the database and the static files up to date with the code; can be repeated."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--demo", action="store_true", help="demo content, if there is none")
        parser.add_argument(
            "--administrator", action="store_true", help="an administrator, if there is none"
        )
        parser.add_argument("--no-static", action="store_true", help="leave static files alone")

    def handle(self, demo, administrator, no_static, **options):
        try:
            self.step("Database", migrate)
            if demo:
                self.step("Content", load_demo)
            if not no_static:
                self.step("Static files", collect_static)
            if administrator:
                call_command("create_first_administrator", stdout=self.stdout)
        except DatabaseError as error:
            raise CommandError(
                f"The database refuses: {str(error).strip()}\n"
                "Is it running, is DATABASE_URL right, and has it space? With SQLite, can "
                f"{settings.DATA_DIR} be written?"
            ) from error
        except OSError as error:
            raise CommandError(
                f"{error.filename or settings.DATA_DIR} cannot be written: {error.strerror}. "
                "Set DATA_DIR to a folder with space that can."
            ) from error

    def step(self, name, act):
        self.stdout.write(f"{name}: ", ending="")
        self.stdout.flush()
        self.stdout.write(act() or "up to date.")
        self.stdout.flush()


def migrate():
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        output_of("migrate", interactive=False)
        return f"{len(waiting)} migrations applied."


def load_demo():
    first, *counts = output_of("load_demo").splitlines()
    return " ".join([first, ", ".join(" ".join(count.split()) for count in counts)]).strip()


def collect_static():
    """Again only when a file has changed: compressing them all takes most of the first start."""
    stamp = settings.DATA_DIR / "static.sha256"
    wanted = fingerprint_of_static_files()
    if stamp.exists() and stamp.read_text() == wanted and settings.STATIC_ROOT.exists():
        return None
    collected = output_of("collectstatic", interactive=False)
    stamp.write_text(wanted)
    return collected


def fingerprint_of_static_files():
    digest = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for path, storage in finder.list(ignore_patterns=[]):
            state = storage.get_modified_time(path).timestamp(), storage.size(path)
            digest.update(f"{path} {state}\n".encode())
    return digest.hexdigest()


def output_of(command, **options):
    output = io.StringIO()
    call_command(command, stdout=output, stderr=output, **options)
    return output.getvalue().strip()
