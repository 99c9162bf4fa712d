"""Changes that were scheduled: made public by the first request after their moment.

No job has to run. The moment of the next change is asked once per publication and held, so that a
request which finds nothing due costs no query.
"""

import logging

from django.conf import settings
from django.core.cache import cache
from django.db import Error, IntegrityError, InterfaceError, OperationalError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from almaty import contents, editing
from almaty.caching import HOLD_SECONDS, MISSING, generation, release
from almaty.revisions import Review, Verb, page_models

logger = logging.getLogger(__name__)


class SomethingGone(Exception):
    """What changes name (a partner, a picture) has been deleted since they were scheduled."""


class EndsBefore(Exception):
    """The changes themselves say that the page was to go before they were due."""


class NotPublic(Exception):
    """The page was withdrawn before its changes were due."""


def is_due(page):
    return page.due_id is not None and page.due_at <= timezone.now()


def first_due():
    """When the earliest change that waits is due, be it past; None where none waits."""
    key = f"first-due:{generation()}"
    found = cache.get(key, MISSING)
    if found is MISSING:
        first, *others = (
            model._base_manager.order_by().filter(due__isnull=False).values_list("due_at")
            for model in page_models()
        )
        rows = first.union(*others).order_by("due_at")[:1]
        found = next((time for (time,) in rows), None)
        cache.set(key, found, HOLD_SECONDS)
    return found


def publish_what_is_due():
    """Publish every change whose moment has come, in the order of their moments."""
    now = timezone.now()
    moment = first_due()
    if moment is None or moment > now:
        return
    due = Q(due_at__lte=now, due__isnull=False)
    pages = [page for model in page_models() for page in model.objects.filter(due)]
    for page in sorted(pages, key=lambda page: page.due_at):
        publish_due(page)
    cache.delete(f"first-due:{generation()}")


def publish_due(page):
    """Show the changes whose time has come. Does nothing where somebody was quicker.

    What cannot be shown (its address was taken, a partner is gone) stays a draft and is sent back
    with the reason, for the desk; the public goes on reading what it has read. A database that is
    busy or away is no such reason: its error is raised, and the next request tries again.
    """
    try:
        with transaction.atomic():
            page = editing.locked(page)
            if not is_due(page):
                return page
            due = page.due
            if not page.is_live:
                raise NotPublic
            ends = editing.moment(due.content.get("public_until"))
            if ends and ends <= page.due_at:  # a later one that has passed, too, was meant
                raise EndsBefore
            if gone := editing.make_it_so(page, due.content):
                raise SomethingGone(gone)
            editing.update(page, due=None, due_at=None)
            if page.draft_id == due.pk:
                editing.update(page, draft=None)
            editing.record(page, Verb.PUBLISHED, due.author, contents.content_of(page))
            release()
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        logger.exception("The changes of %s that were due could not be published", page)
        with transaction.atomic():
            page = editing.locked(page)
            if is_due(page):  # nobody has sent it back since
                editing.update(page, due=None, due_at=None, review=Review.SENT_BACK)
                editing.record(page, Verb.SENT_BACK, None, comment=reason(error))
    return page


def reason(error):
    """Why changes could not be published at their time, for the desk."""
    with override(settings.LANGUAGE_CODE):
        if isinstance(error, IntegrityError):
            return _("Another page has taken its address meanwhile.")
        if isinstance(error, SomethingGone):
            return _("Something that the changes name was deleted meanwhile.")
        if isinstance(error, EndsBefore):
            return _("By these changes the page was to be withdrawn before they were due.")
        if isinstance(error, NotPublic):
            return _("The page had been withdrawn by then.")
        return str(error) or type(error).__name__


class DueChangesMiddleware:
    """Before any page is made, what is due is public."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if getattr(view, "asks_no_database", False):
            return
        try:
            publish_what_is_due()
        except Error:
            # The database is away: held pages go on being read, and whoever needs it says so.
            logger.warning("Could not ask what is due", exc_info=True)
