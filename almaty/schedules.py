"""Times that were set, taken back: the page is not published then, or not withdrawn."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from almaty import contents, editing
from almaty.office_time import office_time
from almaty.publishing import Status
from almaty.revisions import Revision, Verb


def unschedule(page, by, version=None):
    """Publish neither the page nor its changes at the time that was set.

    Returns the present row and that time, None where it has come already: then nothing is done.
    """
    with transaction.atomic():
        page = editing.locked(page, version)
        editing.keep_first(page)
        time = page.due_at if page.due_id else page.published_at if page.is_scheduled else None
        if time is None or time <= timezone.now():
            return page, None
        with override(settings.LANGUAGE_CODE):
            told = _("Not to be published at %(time)s.") % {"time": office_time(time)}
        if page.due_id:
            editing.update(page, due=None, due_at=None)
            record_instead(page, by, Verb.UNSCHEDULED, told, due_at=None)
        else:
            was_public = Revision.objects.of(page).was_public(timezone.now())
            page.status = Status.WITHDRAWN if was_public else Status.DRAFT
            page.save(update_fields=["status"])
            editing.record(page, Verb.UNSCHEDULED, by, comment=told)
    return page, time


def keep_public(page, by, version=None):
    """Do not withdraw the page at the time that was set. Returns the present row and that time."""
    with transaction.atomic():
        page = editing.locked(page, version)
        editing.keep_first(page)
        time = page.public_until
        if not page.is_live or time is None:
            return page, None
        with override(settings.LANGUAGE_CODE):
            told = _("Not to be withdrawn at %(time)s.") % {"time": office_time(time)}
        page.public_until = None
        page.save(update_fields=["public_until"])
        editing.say_in_due(page, by, Verb.SAVED, told, public_until=None)
        record_instead(page, by, Verb.SAVED, told, public_until=None)
    return page, time


def record_instead(page, by, verb, told, **fields):
    """A revision of a live page that says otherwise in these fields; the draft, if it differs."""
    revision = editing.record(page, verb, by, editing.current_content(page) | fields, told)
    differs = contents.changed_fields(contents.content_of(page), revision.content)
    editing.update(page, draft=revision if differs else None)
