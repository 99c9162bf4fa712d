"""Addresses that pages have had: they lead on to the page, wherever it stands now."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import override

from almaty.publishing import Status

LONGEST = 500


class OldAddress(models.Model):
    """An address without its language. It names the page and not the next address, so that there
    are no chains to follow, however often a page has moved."""

    path = models.CharField(max_length=LONGEST, unique=True)
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.BigIntegerField()
    page = GenericForeignKey()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["content_type", "object_id"], name="old_address_of_page")]

    def __str__(self):
        return self.path


def path_of(page):
    """The page's address without a language; empty where it has none yet."""
    with override(settings.LANGUAGE_CODE):
        return page.get_absolute_url() if getattr(page, "slug", True) else ""


def has_been_public(page):
    """Whether anybody can have kept the page's address: nobody has that of a draft."""
    has_come = page.published_at is not None and page.published_at <= timezone.now()
    return has_come and page.status != Status.DRAFT


def remember(path, page):
    """An address that the page has left. A page that is public there goes first."""
    OldAddress.objects.update_or_create(
        path=path,
        defaults={
            "content_type": ContentType.objects.get_for_model(page),
            "object_id": page.pk,
        },
    )


def settle(page, left=""):
    """Lead on from the address that a page has left; the one it has now is its own."""
    path = path_of(page)
    if left and left != path:
        remember(left, page)
    if has_been_public(page):
        OldAddress.objects.filter(path=path).delete()


def present_path(path):
    """Where the page that had this address stands now; None where it is not public, or is none."""
    if len(path) > LONGEST or "\0" in path:
        return None
    old = OldAddress.objects.filter(path=path).first()
    page = old.page if old else None
    if page is None or not page.is_published():
        return None
    present = path_of(page)
    return present if present != path else None
