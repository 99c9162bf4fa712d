from django.core.management.base import BaseCommand, CommandError

from almaty.models import Image


class Command(BaseCommand):
    help = "Makes the sizes of pictures that are missing: after a full disk, or a change of sizes."

    def handle(self, **options):
        lacking = 0
        for image in Image.objects.order_by("pk").iterator():
            image.make_renditions()
            if not image.is_ready:
                lacking += 1
                self.stderr.write(f"Picture {image.pk} ({image}): not all of its sizes; see above.")
        if lacking:
            raise CommandError(f"{lacking} pictures are shown as they were uploaded.")
        self.stdout.write("Pictures: every size is there.")
