from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from almaty.accounts import audit, locks, second_factor


class Command(BaseCommand):
    help = (
        "Takes a lost second factor away, and unlocks the account: for when no administrator can."
    )

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, username, **options):
        person = get_user_model().objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"Nobody is called “{username}” here.")
        was_locked, had_one = locks.unlock(person), second_factor.remove(person)
        if had_one:
            audit.record(audit.Event.SECOND_FACTOR_OFF, person, message="manage.py")
        if was_locked:
            audit.record(audit.Event.UNLOCKED, person, message="manage.py")
        self.stdout.write(
            f"“{username}” signs in by password alone."
            if had_one
            else f"“{username}” had no second factor{' but was locked' if was_locked else ''}."
        )
