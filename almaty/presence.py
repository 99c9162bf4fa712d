"""Who has a page open at the desk just now."""

from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from almaty.publishing import Status
from almaty.rights import may_edit

PING_SECONDS = 10  # how often an open form says that it is there
GONE_AFTER = timedelta(seconds=30)
FORGOTTEN_AFTER = timedelta(days=1)


class PresenceQuerySet(models.QuerySet):
    def now(self):
        return self.filter(seen_at__gt=timezone.now() - GONE_AFTER)

    def of(self, page):
        return self.filter(content_type=ContentType.objects.get_for_model(page), object_id=page.pk)


class Presence(models.Model):
    """An editor's open form. Its browser says every ten seconds that it is still there."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.BigIntegerField()
    page = GenericForeignKey()
    seen_at = models.DateTimeField(db_index=True)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["user", "content_type", "object_id"], name="presence_once"
            )
        ]

    def __str__(self):
        return f"{self.user_id}: {self.object_id}"


class Open(NamedTuple):
    """A page that somebody edits: the page, and the names of who does."""

    page: models.Model
    names: list


def here(user, page):
    """This person has the page open."""
    now = timezone.now()
    kind = ContentType.objects.get_for_model(page)
    theirs = Presence.objects.filter(user=user, content_type=kind, object_id=page.pk)
    if theirs.update(seen_at=now):
        return
    Presence.objects.filter(seen_at__lt=now - FORGOTTEN_AFTER).delete()
    try:
        with transaction.atomic():
            Presence.objects.create(user=user, content_type=kind, object_id=page.pk, seen_at=now)
    except IntegrityError:  # two tabs at the same moment
        theirs.update(seen_at=now)


def others(user, page):
    """The names of who else has the page open."""
    there = Presence.objects.now().of(page).exclude(user=user).select_related("user")
    return [name_of(presence.user) for presence in there.order_by("user__username")]


def name_of(user):
    return user.get_full_name() or user.get_username()


def open_now(user):
    """What others are editing at this moment, of the pages that `user` may edit."""
    there = Presence.objects.now().exclude(user=user).select_related("user", "content_type")
    found = {}
    for presence in there.prefetch_related("page").order_by("-seen_at"):
        page = presence.page
        if page is not None and page.status != Status.DELETED and may_edit(user, page):
            found.setdefault((type(page), page.pk), Open(page, [])).names.append(
                name_of(presence.user)
            )
    return list(found.values())
