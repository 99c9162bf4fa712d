from django.core.management.base import BaseCommand

from almaty import bin as desk_bin


class Command(BaseCommand):
    help = "Deletes for good the pages that have lain in the desk's bin for thirty days."

    def handle(self, **options):
        for name in desk_bin.empty():
            self.stdout.write(name)
