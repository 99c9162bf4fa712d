"""What the public may read, and when: the one rule that every list, page and feed asks."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from almaty.revisions import Revisable


class Status(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")
    DELETED = "deleted", _("in the bin")


def is_public(prefix="", at=None):
    """The condition under which a row is public, reached over `prefix` such as `project__`.

    Time is part of it, so that a page scheduled for 09:00 is there at 09:00, one to be withdrawn
    at 18:00 is gone at 18:00, and no job has to run.
    """
    at = at or timezone.now()
    return Q(
        Q(**{f"{prefix}public_until__isnull": True}) | Q(**{f"{prefix}public_until__gt": at}),
        **{f"{prefix}status": Status.PUBLISHED, f"{prefix}published_at__lte": at},
    )


class PublishableQuerySet(models.QuerySet):
    def published(self, at=None):
        """What the public may read at a given moment, now by default."""
        return self.filter(is_public(at=at))

    def scheduled(self, at=None):
        """Published by an editor, for a moment still to come."""
        return self.filter(status=Status.PUBLISHED, published_at__gt=at or timezone.now())

    def to_come(self, at=None):
        """Never public so far: drafts, and what waits for its time; not what was withdrawn."""
        waiting = Q(status=Status.PUBLISHED, published_at__gt=at or timezone.now())
        return self.filter(Q(status=Status.DRAFT) | waiting)

    def kept(self):
        """All but what lies in the bin."""
        return self.exclude(status=Status.DELETED)


class Publishable(Revisable):
    unrevised_fields = frozenset({"status", "modified_at", "deleted_at"})

    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.DRAFT, editable=False
    )
    published_at = models.DateTimeField(
        _("publication time"),
        null=True,
        blank=True,
        help_text=_(
            "Almaty time. Leave it empty to publish at once; a time to come schedules the page."
        ),
    )
    public_until = models.DateTimeField(
        _("withdraw at"),
        null=True,
        blank=True,
        help_text=_("Empty: the page stays public until somebody withdraws it."),
    )
    deleted_at = models.DateTimeField(null=True, editable=False)
    modified_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = PublishableQuerySet.as_manager()

    class Meta(Revisable.Meta):
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_published_is_dated",
                condition=~Q(status=Status.PUBLISHED) | Q(published_at__isnull=False),
                violation_error_message=_("A published page needs a publication time."),
            ),
        ]

    def is_published(self, at=None):
        """Whether the public may read this page: the same rule as `published()`."""
        at = at or timezone.now()
        return self.status == Status.PUBLISHED and self.published_at <= at and not self.is_over(at)

    def is_over(self, at=None):
        """Whether the time at which it was to be withdrawn has come."""
        return self.public_until is not None and self.public_until <= (at or timezone.now())

    @property
    def is_scheduled(self):
        return self.status == Status.PUBLISHED and self.published_at > timezone.now()

    @property
    def is_live(self):
        return self.status == Status.PUBLISHED and not self.is_over()

    def publish(self, at=None):
        """Show the page from `at`, or from the time it carries, or from now.

        A page published before keeps its first time, so that taking it back for an hour does not
        make it the newest. almaty/editing.py is the way to here from the desk.
        """
        self.status = Status.PUBLISHED
        # To the second, as forms show it: opened and saved again, it is the same.
        self.published_at = at or self.published_at or timezone.now().replace(microsecond=0)
        if self.is_over():
            self.public_until = None
        self.save(update_fields=["status", "published_at", "public_until", "modified_at"])

    def withdraw(self):
        """Take the page back. Its time stays, for the day it returns."""
        self.status = Status.WITHDRAWN
        self.public_until = None
        self.save(update_fields=["status", "public_until", "modified_at"])
