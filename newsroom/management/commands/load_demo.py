import os
from concurrent.futures import ThreadPoolExecutor

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import translation

from almaty.models import Image
from almaty.renditions import make_renditions
from almaty.search import indexed_once
from newsroom.demo.load import load_newsroom, load_pictures, load_register
from newsroom.models import NewsItem, Result, Snapshot
from programmes.models import Country, Partner, Place, Project, Sector

CONTENT = [Sector, Country, Project, Partner, NewsItem, Snapshot]


class Command(BaseCommand):
    help = "Fills an empty site with the demo content; where there is any content, changes nothing."

    def add_arguments(self, parser):
        parser.add_argument(
            "--without-images", action="store_true", help="leave the pictures out: quicker"
        )

    @translation.override("en")
    def handle(self, without_images, **options):
        files = []  # on the disk, while their rows may still be rolled back
        try:
            with transaction.atomic(), indexed_once():
                if any(model.objects.exists() for model in CONTENT):
                    self.stdout.write("There is content already: nothing was changed.")
                    return
                transaction.on_commit(lambda: keep(files))
                load_register()
                load_newsroom({} if without_images else load_pictures(files))
        except BaseException:
            for file in files:
                file.storage.delete(file.name)
            raise
        self.stdout.write("The demo content is in:")
        for model in [Sector, Country, Place, Partner, Project, Snapshot, NewsItem, Result, Image]:
            self.stdout.write(f"{model.objects.count():>5}  {model._meta.verbose_name_plural}")


def keep(files):
    """The rows are there: draws their pictures on every core at once.

    Encoders let go of Python's lock. Each row then finds its own pictures made.
    """
    kept = files.copy()
    files.clear()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(make_renditions, kept))
