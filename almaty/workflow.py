"""The way of a draft on its form: who did what and when, what it waits for, the comment that goes
with a step."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from almaty.prose import UNWRITABLE
from almaty.revisions import Review, Revision, Verb

LONGEST_COMMENT = 5000
SHOWN = 5
STEPS = [
    *(Verb.SUBMITTED, Verb.SENT_BACK, Verb.APPROVED, Verb.PUBLISHED, Verb.SCHEDULED),
    *(Verb.UNSCHEDULED, Verb.WITHDRAWN, Verb.WITHDRAWAL_SCHEDULED),
]
WITH_COMMENT = {"_submit", "_send_back", "_approve"}


def comment_of(data):
    """What was typed into the box beside the buttons, without what no database takes."""
    return UNWRITABLE.sub("", data.get("comment", "")).strip()


def objection_words(model_admin, request, button):
    """Why the pressed button does not do its step, in words; "" where it may.

    Raises PermissionDenied before anything is said to somebody who may not send it back at all.
    """
    comment = comment_of(request.POST)
    if button == "_send_back":
        if not model_admin.may(request, "send_back"):
            raise PermissionDenied
        if not comment:
            return _("Say in the comment what is to be changed, for its author.")
    if len(comment) > LONGEST_COMMENT:
        return _("The comment is longer than %(count)s characters.") % {"count": LONGEST_COMMENT}
    return ""


def context(page, buttons, data):
    """What templates/admin/_workflow.html and _comment.html show. `page` is the row, or None."""
    steps = steps_of(page) if page else []
    is_back = page is not None and page.review == Review.SENT_BACK
    return {
        "steps": steps,
        "sent_back": next((s for s in steps if is_back and s.verb == Verb.SENT_BACK), None),
        "waits_for": waits_for(page) if page else "",
        "asks_comment": any(name in WITH_COMMENT for name, _words in buttons),
        "comment": data.get("comment", ""),
        "longest_comment": LONGEST_COMMENT,
    }


def steps_of(page):
    """The last steps of a page, the newest first."""
    if not page.version:
        return []
    done = Revision.objects.of(page).filter(verb__in=STEPS).defer("content")
    return list(done[:SHOWN])


def waits_for(page):
    if page.review == Review.SUBMITTED:
        return _("In review. It waits for an editor, who approves it or sends it back.")
    if page.review == Review.APPROVED:
        return _("Approved. It waits for a publisher.")
    if page.review == Review.SENT_BACK:
        who = page.made_by.get_username() if page.made_by else _("its author")
        return _("Sent back. It waits for %(who)s.") % {"who": who}
    return ""
