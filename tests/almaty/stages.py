"""A story at each stage of its way, nothing of which a button has still to ask about."""

from datetime import timedelta

from django.utils import timezone

from almaty import contents, editing
from almaty.publishing import Status
from tests.factories import make_whole_story

LATER = timezone.now() + timedelta(days=400)


def draft(**fields):
    return make_whole_story("A story", status=Status.DRAFT, published_at=None, **fields)


def public(**fields):
    return make_whole_story("A story", **fields)


def scheduled(**fields):
    return editing.publish(draft(**fields), None, at=LATER)


def in_review(**fields):
    return editing.submit(draft(**fields), None)


def to_go(**fields):
    """Public, until a time that has been set."""
    return editing.withdraw(public(**fields), None, at=LATER)


def with_changes(**fields):
    """Public, with draft changes beside it."""
    page = public(**fields)
    return editing.save(page, contents.content_of(page) | {"summary_en": "Other."}, None)[0]
