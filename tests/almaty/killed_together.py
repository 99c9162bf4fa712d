"""What is done to many pages at once, in processes that are killed while they do it; see killed.py.

Two partners are merged and parted again, an edition is published with its stories and withdrawn:
whenever it ends, all of it has been done or nothing.
"""

import time
from contextlib import nullcontext
from functools import partial
from types import SimpleNamespace

from django.db import transaction

from almaty import editing, merge
from almaty.merges import Merge
from almaty.models import OldAddress
from almaty.publishing import Status
from almaty.revisions import Revision, page_models
from newsroom import editions
from tests.almaty.killed import killed_again, misnumbered
from tests.almaty.merging.pages import everything, reread, two_that_are_named
from tests.factories import make_snapshot, make_whole_story

STORIES = 5


def numbering():
    """Of every page that has been touched."""
    for model in page_models():
        for page in model._base_manager.filter(version__gt=0):
            numbers = Revision.objects.of(page).order_by("number").values_list("number", flat=True)
            yield from (f"{page}: {problem}" for problem in misnumbered(page, list(numbers)))


# Merged and parted -----------------------------------------------------------------------------


def merges(count):
    lost, survivor = two_that_are_named()
    states = []
    for step in (merge_once, part_once):
        step(lost, survivor)
        states.insert(0, state())  # apart, made one
    return killed_again(
        count,
        partial(merge_and_part, lost, survivor),
        merges_and_partings,
        partial(neither_of, states),
    )


def merge_once(lost, survivor):
    merge.merge(reread(lost), reread(survivor), None)


def part_once(lost, survivor):
    merge.undo(Merge.objects.holding().get(), None, reread(survivor).version)


def merge_and_part(lost, survivor, tell):
    while True:
        step = part_once if Merge.objects.holding().exists() else merge_once
        step(lost, survivor)
        tell(merges_and_partings())


def merges_and_partings():
    return Merge.objects.count() + Merge.objects.exclude(undone_at=None).count()


def state():
    """What all pages say and where they stand, and which address leads to which of them."""
    led = OldAddress.objects.order_by("path").values_list("path", "content_type", "object_id")
    return everything() | {"addresses": list(led)}


def neither_of(states):
    now, expected = state(), states[Merge.objects.holding().count()]
    for key in now:
        if now[key] != expected.get(key):
            yield f"{key} is half merged"
    yield from numbering()


# An edition with its stories ---------------------------------------------------------------------


def edition_published(count):
    draft = {"status": Status.DRAFT, "published_at": None}
    edition = make_snapshot(introduction="<p>Six months.</p>", **draft)
    stories = [make_whole_story(snapshot=edition, **draft) for _n in range(STORIES)]
    pages = [edition, *stories]
    return killed_again(
        count,
        partial(publish_and_withdraw, pages),
        partial(publications, edition),
        partial(in_part, pages),
    )


def publish_and_withdraw(pages, tell):
    """A publication in one transaction, which is what is looked at; then all anew."""
    while True:
        edition, *stories = map(reread, pages)
        if edition.is_published():
            with transaction.atomic():
                for page in (edition, *stories):
                    editing.withdraw(page, None)
        else:
            editions.publish(edition, stories, None, {page.pk: page.version for page in stories})
        tell(publications(edition))


def publications(edition):
    """How often the edition has been published or withdrawn: once a revision."""
    return Revision.objects.of(edition).exclude(number=0).count()


def in_part(pages):
    public = sum(reread(page).is_published() for page in pages)
    if public not in (0, len(pages)):
        yield f"{public} of {len(pages)} are public"
    yield from numbering()


# The fault that must be found ------------------------------------------------------------------


def page_by_page():
    """Each page is written in a transaction of its own, and nothing holds them together."""
    locked, record = editing.locked, editing.record

    def held_for_a_moment(page, version=None):
        with transaction.atomic():
            return locked(page, version)

    def slowly(*given, **named):
        time.sleep(0.05)  # as on a slow disk: the moment between two pages is to be hit
        return record(*given, **named)

    editing.locked, editing.record = held_for_a_moment, slowly
    merge.merge = without_transaction(merge, merge.merge)
    editions.publish = without_transaction(editions, editions.publish)


def without_transaction(module, act):
    def acted(*given):
        module.transaction = SimpleNamespace(atomic=nullcontext)
        try:
            return act(*given)
        finally:
            module.transaction = transaction

    return acted
