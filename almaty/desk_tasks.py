"""What waits for one person on the desk's home: drafts, reviews, schedules, translations.

Each task is a condition on the pages of a kind; the home counts and names them, and the lists are
narrowed by the same (`TaskFilter`).
"""

from typing import NamedTuple

from django.contrib.admin import SimpleListFilter
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from almaty.publishing import Status, is_public
from almaty.revisions import Review, Revision, Verb
from almaty.rights import edited_by

LABELS = {
    "mine": _("My drafts"),
    "waiting": _("Waiting for me"),
    "failed": _("Could not be published at their time"),
    "scheduled": _("Scheduled"),
    "stale": _("Translations older than their source"),
}


class Task(NamedTuple):
    name: str
    condition: Q


def tasks(model_admin, request):
    """The tasks of this person with pages of one kind that they may change."""
    edited = edited_by(request.user, model_admin.model)
    found = [
        Task("mine", mine(model_admin.model, request.user)),
        Task("waiting", waiting(model_admin, request)),
        Task("failed", failed(model_admin.model)),
        Task("scheduled", scheduled(model_admin.model)),
        Task("stale", ~Q(stale="")),
    ]
    return [Task(name, condition & edited) for name, condition in found]


def mine(model, user):
    """What I have begun, and the changes of live pages that I have saved last."""
    return Q(draft__author=user.pk) | Q(made_by=user.pk, status=Status.DRAFT)


def waiting(model_admin, request):
    """What was sent back to me, and what I may approve or publish."""
    user = request.user
    found = Q(made_by=user.pk) | Q(draft__author=user.pk)
    found &= Q(review=Review.SENT_BACK)
    if model_admin.may(request, "approve"):
        found |= Q(review=Review.SUBMITTED)
    if model_admin.may(request, "publish"):
        found |= Q(review=Review.APPROVED)
    return found


def failed(model):
    """Changes that the site itself has sent back, because they could not be shown."""
    kind = {"content_type__app_label": model._meta.app_label}
    kind["content_type__model"] = model._meta.model_name
    last = Revision.objects.filter(object_id=OuterRef("pk"), number=OuterRef("version"), **kind)
    return Q(review=Review.SENT_BACK) & Exists(last.filter(verb=Verb.SENT_BACK, author_name=""))


def scheduled(model):
    """First publications, changes that are due, withdrawals."""
    now = timezone.now()
    leaving = is_public(at=now) & Q(public_until__gt=now)
    return Q(due__isnull=False) | leaving | Q(status=Status.PUBLISHED, published_at__gt=now)


class TaskFilter(SimpleListFilter):
    title = _("what is to be done")
    parameter_name = "task"

    def lookups(self, request, model_admin):
        return list(LABELS.items())

    def __init__(self, request, params, model, model_admin):
        self.conditions = dict(tasks(model_admin, request))
        super().__init__(request, params, model, model_admin)

    def queryset(self, request, queryset):
        condition = self.conditions.get(self.value())
        return queryset.filter(condition) if condition else queryset
