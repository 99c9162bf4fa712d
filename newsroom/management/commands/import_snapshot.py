import argparse
import codecs
import json
import os
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _

from newsroom.importing.document import Refused
from newsroom.importing.landing import land
from newsroom.importing.outcome import as_json, examine, period_named, table
from newsroom.importing.reading import limits
from newsroom.importing.recognition import Register

REFUSED = 2  # exit code


class Command(BaseCommand):
    help = (
        "Makes drafts of an office document: an edition, its stories, and what was recognised in "
        "them as suggestions. With --dry-run it only shows them. With --format json standard "
        "output is one JSON object; all else goes to standard error."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", help="a .docx, .html, .txt or .md file; - for standard input")
        parser.add_argument("--period", type=named_period, help="such as 2024-h2 or 2023")
        parser.add_argument("--language", choices=["en", "ru", "kk"])
        parser.add_argument("--dry-run", action="store_true", help="write nothing")
        parser.add_argument("--format", choices=["table", "json"], default="table")

    def handle(self, *, file, period, language, dry_run, format, **options):
        try:
            data = contents(file)
            outcome = examine(
                data,
                "" if file == "-" else readable_name(file),
                period=period,
                language=language,
                register=self.register if dry_run else Register.from_database,
                say=self.say,
            )
            landed = None
            if not dry_run and outcome.edition.stories:
                landed = land(outcome, data, say=self.say)
        except Refused as refused:
            self.refuse(refused.sentence)
        except DatabaseError as error:
            words = _(
                "Nothing was written: the database refuses (%(reason)s). Is it running, and are "
                "its tables made? `manage.py prepare` makes them."
            )
            raise CommandError(words % {"reason": str(error).strip()}) from error
        warnings = landed.document.warnings if landed else outcome.edition.warnings
        if format == "json":
            told = as_json(outcome)
            if landed:
                told |= {"warnings": warnings, "landed": landed_as_json(landed)}
            self.stdout.write(json.dumps(told, ensure_ascii=self.is_narrow(), indent=2))
        else:
            self.stdout.write(table(outcome))
            if landed:
                self.stdout.write(summary(landed))
        for warning in warnings:
            self.say(warning)
        if landed is None or not landed.is_new:
            self.say(_("Nothing was written."))

    def register(self):
        """What the site knows by name; where its tables are missing, what is built in.

        SQLite would make an empty file of a database that is not there: it is not opened.
        """
        file = connection.settings_dict["NAME"]
        try:
            if (
                connection.vendor == "sqlite"
                and not connection.is_in_memory_db()
                and not Path(file).exists()
            ):
                raise DatabaseError(file)
            return Register.from_database()
        except DatabaseError:
            self.say(_("The database cannot be read: only built-in names are recognised."))
            return Register()

    def is_narrow(self):
        """Whether standard output takes less than every letter: JSON has escapes for the rest."""
        encoding = getattr(self.stdout, "encoding", None) or "utf-8"
        return codecs.lookup(encoding).name != "utf-8"

    def refuse(self, sentence):
        """Ends with the sentence alone: no name of an exception before it."""
        self.stderr.write(sentence)
        raise SystemExit(REFUSED)

    def say(self, sentence):
        self.stderr.write(sentence, self.style.NOTICE)


def landed_as_json(landed):
    return {
        "import": landed.document.pk,
        "is_new": landed.is_new,
        "created": landed.created,
        "known": landed.known,
        "amended": landed.amended,
    }


def summary(landed):
    if not landed.is_new:
        words = _("Imported before, as “%(name)s” on %(day)s (import %(number)s).")
        return words % {
            "name": landed.document.name,
            "day": landed.document.made_at.date(),
            "number": landed.document.pk,
        }
    words = _(
        "Import %(number)s: %(created)s new drafts, %(amended)s changed, %(known)s known already. "
        "Review it at the desk."
    )
    return words % {
        "number": landed.document.pk,
        "created": landed.created,
        "amended": landed.amended,
        "known": landed.known,
    }


def readable_name(file):
    """A file's name may be any bytes, and a database takes letters."""
    return os.fsencode(Path(file).name).decode(errors="replace")


def contents(file):
    try:
        if file == "-":
            return sys.stdin.buffer.read(limits.MAX_FILE + 1)
        with Path(file).open("rb") as opened:
            return opened.read(limits.MAX_FILE + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(
            _("%(file)s cannot be read: %(reason)s.") % {"file": file, "reason": reason}
        ) from None


def named_period(text):
    try:
        return period_named(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write a half-year such as 2024-h2, or a year") from None
