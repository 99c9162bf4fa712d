"""An edition published with its stories: which are ready, which are not and why, all or none."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from almaty import editing
from almaty.office_time import office_time
from almaty.publishing import Status
from almaty.readiness import findings_of_many
from almaty.revisions import Review
from almaty.rights import may_edit
from newsroom.models import NewsItem

UNDER_WAY = {
    Review.SUBMITTED: gettext_lazy("It waits for review."),
    Review.SENT_BACK: gettext_lazy("It was sent back to its author."),
}


@dataclass
class Entry:
    """A story of an edition: whether it can be published with it, and why not."""

    story: NewsItem
    findings: list = field(default_factory=list)

    @property
    def is_there(self):
        """Public already, or waiting for a time of its own."""
        return self.story.is_live

    @property
    def is_ready(self):
        return not self.is_there and not self.reasons

    @property
    def reasons(self):
        """Why it cannot go with the edition, in words; [] where it can, or is there already."""
        if self.is_there:
            return []
        reasons = [finding.words for finding in self.findings if finding.is_error]
        if self.story.status in (Status.WITHDRAWN, Status.PUBLISHED):
            reasons.insert(0, _("It was withdrawn: publish it in its own form."))
        if self.story.review in UNDER_WAY:
            reasons.insert(0, str(UNDER_WAY[self.story.review]))
        if not self.story.slug:
            reasons.append(_("It has no address: open it and save it."))
        return reasons

    @property
    def warnings(self):
        return [finding.words for finding in self.findings if not finding.is_error]

    @property
    def words(self):
        """Where it stands, in a sentence."""
        if self.story.is_scheduled:
            return _("Scheduled for %(time)s.") % {"time": office_time(self.story.published_at)}
        if self.is_there and self.story.draft_id:
            return _("Public; its draft changes stay.")
        if self.is_there:
            return _("Public.")
        if self.reasons:
            return _("Not ready: %(reasons)s") % {"reasons": " ".join(self.reasons)}
        return " ".join([_("Ready."), *self.warnings])

    def words_for(self, user):
        """What waits beside a public story is told to who may edit it."""
        return self.words if may_edit(user, self.story) else _("Public.")


def entries_of(edition):
    """The stories of an edition in their order, in a fixed number of queries."""
    stories = list(edition.stories.kept().order_by("position", "-published_at", "-pk"))
    found = findings_of_many([story for story in stories if not story.is_live])
    return [Entry(story, found.get(story.pk, [])) for story in stories]


def publish(edition, stories, by, versions, at=None):
    """Publish an edition and these stories at one moment, or nothing at all.

    `versions` are those that were shown: key → number for the stories, None → the edition's.
    Without `at` it is now, and a page dated back by its editor keeps its date. Raises Conflict for
    the page that somebody changed meanwhile, IntegrityError where another has taken an address.
    """
    moment = at or timezone.now()
    with transaction.atomic():
        edition = editing.locked(edition, versions.get(None))
        for story in sorted(stories, key=lambda story: story.pk):
            editing.publish(story, by, versions.get(story.pk), at=its_time(story, moment, at))
        if not edition.is_published():
            return editing.publish(edition, by, at=its_time(edition, moment, at))
        return editing.publish(edition, by, at=at) if edition.draft_id else edition


def its_time(page, moment, at):
    if at is None and page.published_at and page.published_at <= moment:
        return None
    return moment
