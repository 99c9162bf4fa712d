"""The buttons of a page's form: each one verb, with a permission of its own."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from almaty import editing, schedules
from almaty.office_time import months_in_words, office_name, office_time
from almaty.publishing import Status
from almaty.revisions import Review
from almaty.workflow import comment_of


@dataclass(frozen=True)
class PageVerb:
    """A button: the name it is sent under, its words, when it is offered, and what it does."""

    button: str
    permission: str
    words: str
    offered: Callable  # page → bool; the page is the row as it is, None for a new one
    act: Callable  # (page, user, POST) → (page, message)
    label: Callable | None = None  # page → what stands on the button, where its words do not

    def is_allowed(self, model_admin, request, page):
        return model_admin.may(request, self.needed(page))

    def needed(self, page):
        if self.permission == "publish" and waits(page):
            return "schedule"
        if self.act is discard and page.due_id:
            return "schedule"  # with the changes goes the time that a publisher has set
        return self.permission

    def do(self, request, page):
        page, words = self.act(page, request.user, request.POST)
        messages.success(request, words)
        return page


def planned(page, name):
    """A time that the desk's version of a page carries, if it is still to come."""
    content = page.draft.content if page.draft_id else {}
    time = editing.moment(content[name]) if name in content else getattr(page, name, None)
    return time if time and time > timezone.now() else None


def is_public_already(page):
    return page is not None and page.is_live and not page.is_scheduled


def comes_at(page):
    """When what is published now would be public, where that is a time to come."""
    if page is None:
        return None
    return planned(page, "due_at" if is_public_already(page) else "published_at")


def waits(page):
    """Whether publishing this page now would make it wait for a time to come."""
    return comes_at(page) is not None


def publish(page, user, data):
    page = editing.publish(page, user)
    if page.due_at:
        words = _("The changes of “%(page)s” will be public from %(time)s.")
        return page, words % {"page": page, "time": office_time(page.due_at)}
    if page.is_scheduled:
        words = _("“%(page)s” will be public from %(time)s.")
        return page, words % {"page": page, "time": office_time(page.published_at)}
    return page, _("“%(page)s” is public.") % {"page": page}


def withdraw(page, user, data):
    content = editing.current_content(page)
    page = editing.withdraw(page, user, at=editing.moment(content.get("public_until")))
    if page.is_live:
        words = _("“%(page)s” will be public until %(time)s.")
        return page, words % {"page": page, "time": office_time(page.public_until)}
    return page, _("“%(page)s” is no longer public.") % {"page": page}


def withdraw_now(page, user, data):
    page = editing.withdraw(page, user)
    return page, _("“%(page)s” is no longer public.") % {"page": page}


def unschedule(page, user, data):
    page, time = schedules.unschedule(page, user)
    if time is None:
        return page, _("“%(page)s” is public already.") % {"page": page}
    words = _("“%(page)s” will not be published at %(time)s. It is a draft again.")
    if page.status == Status.WITHDRAWN:
        words = _("“%(page)s” will not be published at %(time)s. It is withdrawn, as before.")
    if page.is_live:
        words = _("The changes of “%(page)s” will not be published at %(time)s. They stay a draft.")
    return page, words % {"page": page, "time": office_time(time)}


def keep_public(page, user, data):
    page, _time = schedules.keep_public(page, user)
    return page, _("“%(page)s” stays public.") % {"page": page}


def submit(page, user, data):
    page = editing.submit(page, user, comment=comment_of(data))
    return page, _("“%(page)s” waits for review.") % {"page": page}


def send_back(page, user, data):
    page = editing.send_back(page, user, comment=comment_of(data))
    return page, _("“%(page)s” is sent back.") % {"page": page}


def approve(page, user, data):
    page = editing.approve(page, user, comment=comment_of(data))
    return page, _("“%(page)s” is approved.") % {"page": page}


def discard(page, user, data):
    page = editing.discard(page, user)
    words = _("The draft changes of “%(page)s” are discarded; the history keeps them.")
    return page, words % {"page": page}


def may_be_submitted(page):
    return page is None or page.review in (Review.NONE, Review.SENT_BACK)


def is_in_review(page):
    return page is not None and page.review == Review.SUBMITTED


def is_to_go(page):
    """Whether a time has been set at which the page is withdrawn."""
    return page is not None and page.is_live and page.public_until is not None


def waiting_time(page):
    """The time that has been set for the page, or for its changes, to become public."""
    if page is None or not page.is_live:
        return None
    return page.due_at if page.due_id else page.published_at if page.is_scheduled else None


def publish_label(page):
    given = {"time": office_time(comes_at(page))} if waits(page) else {}
    if is_public_already(page):
        return _("Schedule the changes for %(time)s") % given if given else _("Publish the changes")
    return _("Schedule for %(time)s") % given if given else _("Publish")


def withdraw_label(page):
    time = planned(page, "public_until")
    return _("Withdraw at %(time)s") % {"time": office_time(time)} if time else _("Withdraw")


def unschedule_label(page):
    words = (
        _("Do not publish the changes at %(time)s")
        if page.due_id
        else _("Do not publish at %(time)s")
    )
    return words % {"time": office_time(waiting_time(page))}


VERBS = [
    PageVerb(
        "_publish",
        "publish",
        gettext_lazy("Publish"),
        lambda page: True,
        publish,
        publish_label,
    ),
    PageVerb(
        "_unschedule",
        "schedule",
        gettext_lazy("Do not publish at the time that was set"),
        lambda page: waiting_time(page) is not None,
        unschedule,
        unschedule_label,
    ),
    PageVerb(
        "_submit",
        "submit",
        gettext_lazy("Submit for review"),
        may_be_submitted,
        submit,
    ),
    PageVerb("_approve", "approve", gettext_lazy("Approve"), is_in_review, approve),
    PageVerb("_send_back", "send_back", gettext_lazy("Send back"), is_in_review, send_back),
    PageVerb(
        "_withdraw",
        "withdraw",
        gettext_lazy("Withdraw"),
        lambda page: page is not None and page.is_live,
        withdraw,
        withdraw_label,
    ),
    PageVerb("_withdraw_now", "withdraw", gettext_lazy("Withdraw now"), is_to_go, withdraw_now),
    PageVerb("_keep_public", "withdraw", gettext_lazy("Do not withdraw"), is_to_go, keep_public),
    PageVerb(
        "_discard",
        "change",
        gettext_lazy("Discard the draft changes"),
        lambda page: page is not None and page.is_live and bool(page.draft_id),
        discard,
    ),
]


def pressed(data):
    """The verb that a form was sent by, None for a plain save; of several, the first alone."""
    return next((verb for verb in VERBS if verb.button in data), None)


def buttons_for(model_admin, request, page):
    """Name and words of each button; the first is also what the Enter key presses."""
    offered = [("_save", _("Save draft"))]
    for verb in VERBS:
        if verb.offered(page) and verb.is_allowed(model_admin, request, page):
            offered.append((verb.button, words_of(verb, page)))
    return offered


def words_of(verb, page):
    return verb.label(page) if verb.label else verb.words


def times_of_form(page):
    """What static/almaty/office-times.js says beside the times of a form, and on its buttons."""
    is_public = is_public_already(page)
    return {
        "zone": settings.TIME_ZONE,
        "office": office_name(),
        "months": "|".join(months_in_words()),
        "field": "due_at" if is_public else "published_at",
        "publish": _("Publish the changes") if is_public else _("Publish"),
        "schedule": _("Schedule the changes for {time}") if is_public else _("Schedule for {time}"),
    }
