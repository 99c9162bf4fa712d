"""What the public may read, and when: the one rule that every list, page and feed asks."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


def is_public(prefix="", at=None):
    """The condition under which a row is public, reached over `prefix` such as `project__`.

    Time is part of it, so that a page scheduled for 09:00 is there at 09:00 and no job has to run.
    """
    return models.Q(
        **{f"{prefix}status": Status.PUBLISHED, f"{prefix}published_at__lte": at or timezone.now()}
    )


class PublishableQuerySet(models.QuerySet):
    def published(self, at=None):
        """What the public may read at a given moment, now by default."""
        return self.filter(is_public(at=at))

    def scheduled(self, at=None):
        """Published by an editor, for a moment still to come."""
        return self.filter(status=Status.PUBLISHED, published_at__gt=at or timezone.now())


class Publishable(models.Model):
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
    modified_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_published_is_dated",
                condition=~models.Q(status=Status.PUBLISHED) | models.Q(published_at__isnull=False),
                violation_error_message=_("A published page needs a publication time."),
            ),
        ]

    def is_published(self, at=None):
        """Whether the public may read this page: the same rule as `published()`."""
        return self.status == Status.PUBLISHED and self.published_at <= (at or timezone.now())

    @property
    def is_scheduled(self):
        return self.status == Status.PUBLISHED and not self.is_published()

    def publish(self, at=None):
        """Show the page from `at`, or from the time it carries, or from now.

        A page published before keeps its first time, so that taking it back for an hour does not
        make it the newest.
        """
        self.status = Status.PUBLISHED
        self.published_at = at or self.published_at or timezone.now()
        self.save(update_fields=["status", "published_at", "modified_at"])

    def withdraw(self):
        """Take the page back. Its time stays, for the day it returns."""
        self.status = Status.WITHDRAWN
        self.save(update_fields=["status", "modified_at"])
