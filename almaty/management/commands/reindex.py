"""Writes the search index anew from what is stored: after a fixture or a bulk change."""

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from almaty.search import BATCH, differences, index_keys, registered, rows_of
from almaty.search_tables import rebuild, verify
from almaty.searchable import SearchEntry


class Command(BaseCommand):
    help = "Brings the search index up to date with everything stored; can be repeated."

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="change nothing; fail if it is not"
        )

    def handle(self, check, **options):
        if check:
            self.check_index()
            return
        for rows in stray_rows():
            rows.delete()
        for searchable in registered.values():
            keys = keys_of(searchable)
            index_keys(searchable.model, keys)
            name = searchable.model._meta.verbose_name_plural
            rows = rows_of(searchable.model).count()
            self.stdout.write(f"{name}: {len(keys)} indexed in {rows} rows.")
        rebuild(connection)

    def check_index(self):
        wrong = sum(rows.count() for rows in stray_rows())
        for searchable in registered.values():
            keys = keys_of(searchable)
            for start in range(0, len(keys), BATCH):
                changed, gone = differences(searchable.model, keys[start : start + BATCH])
                wrong += len(changed) + len(gone)
        if wrong:
            raise CommandError(f"{wrong} rows of the search index are not up to date: run reindex.")
        try:
            verify(connection)
        except DatabaseError as error:
            raise CommandError(
                f"The words of the index are not those of its rows: {error}"
            ) from error
        self.stdout.write("The search index is up to date.")


def keys_of(searchable):
    objects = searchable.model._default_manager.order_by("pk")
    return list(objects.values_list("pk", flat=True))


def stray_rows():
    """Querysets of the rows of what is no longer there."""
    yield SearchEntry.objects.exclude(kind__in=registered)
    for searchable in registered.values():
        present = searchable.model._default_manager.order_by().values("pk")
        yield rows_of(searchable.model).exclude(object_id__in=present)
