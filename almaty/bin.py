"""The bin: deleted pages, for thirty days. After that they are gone with their history."""

import logging
from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import override

from almaty.accounts import audit
from almaty.models import FactCheck, KeptForm, OldAddress, Presence, Revision
from almaty.publishing import Status
from almaty.revisions import Verb, page_models
from almaty.where_used import BIN_DAYS

logger = logging.getLogger(__name__)

# What is known of a page by its kind and key, and goes with it.
KNOWN_OF = [OldAddress, FactCheck, KeptForm, Presence, Revision]


def days_left(page, at=None):
    """Whole days until the page is gone; 0 on the last."""
    passed = (at or timezone.now()) - page.deleted_at
    return max(0, BIN_DAYS - passed.days)


def empty(model=None, at=None, for_whom=None):
    """Delete for good what has lain in the bin for thirty days. Returns the names of the pages.

    What a page that is kept still names stays: a story's project, for one, until the story has
    another. `for_whom` is the person whose request it is done in, None for a command.
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
                    log_for_good(held, for_whom)
                    forget(held)
            except ProtectedError:
                logger.warning("“%s” stays in the bin: it is still named by another page", name)
            else:
                gone.append(name)
    return gone


def moves_to_bin(model):
    """The revisions by which pages of a kind, or one page of it, went to the bin; oldest first."""
    moves = Revision.objects.of_model(model).filter(verb__in=[Verb.DELETED, Verb.MERGED])
    return moves.order_by("number").defer("content")


def log_for_good(page, for_whom):
    """In the audit log: the site itself deletes a page, thirty days after somebody moved it here.

    A line of the log is always somebody's: it stands under who moved the page to the bin, or where
    that account is gone, under `for_whom`.
    """
    move = moves_to_bin(page).filter(object_id=page.pk).last()
    under = (move and move.author) or for_whom
    with override(settings.LANGUAGE_CODE):
        by = move.who if move else "somebody"
        words = f"After {BIN_DAYS} days in the bin, where {by} had put it"
        if under:
            audit.record(audit.Event.DELETED_FOR_GOOD, page, by=under, message=words)
        else:
            logger.warning("“%s” is deleted for good, and nobody is left to log it under", page)


def forget(page):
    """The row, its parts, its versions and its old addresses."""
    kind, key = ContentType.objects.get_for_model(page), page.pk
    page.delete()
    for model in KNOWN_OF:
        model.objects.filter(content_type=kind, object_id=key).delete()
