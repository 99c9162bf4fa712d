from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils.crypto import get_random_string

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # none that look alike


class Command(BaseCommand):
    help = "Makes an administrator with a random password, printed once, unless there is one."

    def add_arguments(self, parser):
        parser.add_argument("--username", default="admin")

    def handle(self, username, **options):
        users = get_user_model().objects
        if users.filter(is_superuser=True, is_active=True).exists():
            self.stdout.write("Administrator: there is one.")
            return
        if users.filter(username=username).exists():
            raise CommandError(
                f"“{username}” is a user without an administrator's rights. Name another: "
                f"manage.py create_first_administrator --username=…"
            )
        password = random_password()
        users.create_superuser(username, password=password)
        self.stdout.write(
            f"\n    The desk (/admin/) has its first administrator:\n"
            f"      user name  {username}\n"
            f"      password   {password}\n"
            f"    It is shown this once. To change it: “Change password” in the desk, or\n"
            f"      .venv/bin/python manage.py changepassword {username}\n\n"
        )


def random_password():
    """Four groups of five letters: some 98 bits, and still easy to type."""
    return "-".join(get_random_string(5, LETTERS) for _ in range(4))
