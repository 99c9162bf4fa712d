"""The bin: deleted pages, for thirty days. After that they are gone with their history."""

import logging
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from almaty.models import FactCheck, KeptForm, OldAddress, Presence, Revision
from almaty.publishing import Status
from almaty.revisions import page_models
from almaty.where_used import BIN_DAYS

logger = logging.getLogger(__name__)

# What is known of a page by its kind and key, and goes with it.
KNOWN_OF = [OldAddress, FactCheck, KeptForm, Presence, Revision]


def days_left(page, at=None):
    """Whole days until the page is gone; 0 on the last."""
    passed = (at or timezone.now()) - page.deleted_at
    return max(0, BIN_DAYS - passed.days)


def empty(model=None, at=None):
    """Delete for good what has lain in the bin for thirty days. Returns the names of the pages.

    What a page that is kept still names stays: a story's project, for one, until the story has
    another.
    """
    before = (at or timezone.now()) - timedelta(days=BIN_DAYS)
    gone = []
    for kind in [model] if model else page_models():
        lying = kind._base_manager.filter(status=Status.DELETED, deleted_at__lt=before)
        for page in lying:
            name = str(page)
            try:
                with transaction.atomic():
                    held = lying.select_for_update().filter(pk=page.pk).first()
                    if held is None:
                        continue  # taken out since the list was read
                    forget(held)
            except ProtectedError:
                logger.warning("“%s” stays in the bin: it is still named by another page", name)
            else:
                gone.append(name)
    return gone


def forget(page):
    """The row, its parts, its versions and its old addresses."""
    kind, key = ContentType.objects.get_for_model(page), page.pk
    page.delete()
    for model in KNOWN_OF:
        model.objects.filter(content_type=kind, object_id=key).delete()
