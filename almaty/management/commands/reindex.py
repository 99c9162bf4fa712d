"""Writes the search index anew from what is stored: after a fixture or a bulk change."""

from django.core.management.base import BaseCommand
from django.db import connection, transaction

from almaty.search import index_keys, registered, rows_of
from almaty.search_tables import rebuild
from almaty.searchable import SearchEntry

BATCH = 200


class Command(BaseCommand):
    help = "Brings the search index up to date with everything stored; can be repeated."

    def handle(self, **options):
        SearchEntry.objects.exclude(kind__in=registered).delete()
        for searchable in registered.values():
            objects = searchable.model._default_manager
            keys = list(objects.order_by("pk").values_list("pk", flat=True))
            for start in range(0, len(keys), BATCH):
                index_keys(searchable.model, keys[start : start + BATCH])
            with transaction.atomic():
                rows_of(searchable.model).exclude(object_id__in=objects.values("pk")).delete()
            rows = rows_of(searchable.model).count()
            name = searchable.model._meta.verbose_name_plural
            self.stdout.write(f"{name}: {len(keys)} indexed in {rows} rows.")
        rebuild(connection)
