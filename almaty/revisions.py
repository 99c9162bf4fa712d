"""Revisions: what a page said at each save, by whom; and what every page that has them carries.

A page's row is what the public sees, or will see, while the page is live; changes made meanwhile
stand in a revision (`draft`) until somebody publishes them. A page that is not live is its own
draft: its row is what the editor last saved.
"""

from datetime import datetime

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Verb(models.TextChoices):
    """What was done when a revision was made."""

    FOUND = "found", _("as it was before the first change")
    FOUND_DRAFT = "found-draft", _("as it was before the first change: a draft")
    SAVED = "saved", _("saved")
    SUBMITTED = "submitted", _("submitted for review")
    SENT_BACK = "sent-back", _("sent back")
    APPROVED = "approved", _("approved")
    PUBLISHED = "published", _("published")
    SCHEDULED = "scheduled", _("scheduled")
    UNSCHEDULED = "unscheduled", _("schedule taken back")
    WITHDRAWN = "withdrawn", _("withdrawn")
    WITHDRAWAL_SCHEDULED = "withdrawal-scheduled", _("withdrawal scheduled")
    DISCARDED = "discarded", _("draft changes discarded")
    RESTORED = "restored", _("restored")
    MERGED = "merged", _("merged")
    UNMERGED = "unmerged", _("merge undone")
    IMPORTED = "imported", _("imported")
    DELETED = "deleted", _("moved to the bin")
    UNDELETED = "undeleted", _("taken out of the bin")


AS_FOUND = [Verb.FOUND, Verb.FOUND_DRAFT]
# A merge is none of them: it also changes pages that only name one of the two.
TAKEN_BACK = [Verb.UNSCHEDULED, Verb.WITHDRAWN, Verb.DELETED]
BEGINS = "content__published_at"


class Review(models.TextChoices):
    """Where a draft stands between the person who writes and the person who publishes."""

    NONE = "", _("being written")
    SUBMITTED = "submitted", _("in review")
    SENT_BACK = "sent-back", _("sent back")
    APPROVED = "approved", _("approved")


class RevisionQuerySet(models.QuerySet):
    def of(self, page):
        """All revisions of one page, the newest first."""
        return self.of_model(page).filter(object_id=page.pk).order_by("-number")

    def numbered(self, page, number):
        """The one of this number, None where there is none: a page from before its first change."""
        return self.of(page).filter(number=number).first()

    def was_public(self, at, begins=None):
        """Whether readers had seen the page that these are of by this moment.

        A page that comes at its time leaves no revision then; one that was found public has none.
        One that was found a draft was never public, whatever its time says.
        `begins` is the time on its row, which counts where there is no history at all.
        """
        steps = self.filter(verb__in=[*AS_FOUND, Verb.PUBLISHED, Verb.SCHEDULED, *TAKEN_BACK])
        steps = list(steps.order_by("number").values_list("verb", "made_at", BEGINS))
        if not steps:
            return begins is not None and begins <= timezone.now()
        ends = [*(made_at for _verb, made_at, _told in steps), at][1:]
        for (verb, made_at, told), ended_at in zip(steps, ends, strict=True):
            if verb == Verb.PUBLISHED:
                return True
            stood_until = {Verb.FOUND: made_at, Verb.SCHEDULED: ended_at}.get(verb)
            if stood_until and told and datetime.fromisoformat(told) <= stood_until:
                return True
        return False

    def of_model(self, model):
        return self.filter(content_type=ContentType.objects.get_for_model(model))


class Revision(models.Model):
    """The whole content of a page (almaty/contents.py) after one save. Never changed."""

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.BigIntegerField()
    page = GenericForeignKey()
    number = models.PositiveIntegerField()  # 0 is the page as the first change found it
    content = models.JSONField(encoder=DjangoJSONEncoder)
    verb = models.CharField(_("what was done"), max_length=20, choices=Verb.choices)
    comment = models.TextField(_("comment"), blank=True)
    made_at = models.DateTimeField(_("when"), auto_now_add=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("who"),
    )
    author_name = models.CharField(max_length=150, blank=True)  # stays when the account goes

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "number"], name="revision_number_once"
            )
        ]

    def __str__(self):
        return f"{self.number}: {self.get_verb_display()}"

    @property
    def who(self):
        """Who made it, in words for the middle of a sentence; the site itself does what is due."""
        return self.author_name or _("the site itself")


class Revisable(models.Model):
    """A page whose changes wait for their publication, and are kept.

    `version` is the number of the newest revision; a form that was opened on an older one may not
    be saved over it. It is raised in almaty/editing.py and nowhere else.
    """

    # Related names of rows that are parts of the page: they are written and published with it.
    revised_parts = ()
    # Which of those rows, where not all are the page's own: {"results": Q(…)}.
    part_conditions = {}
    # What `further_content` tells, for the history: {name: (label, relation)}; its rows are lists
    # of a key of that relation and a place.
    further_fields = {}
    # Fields that are no content: they say where the page stands, and only verbs change them.
    unrevised_fields = frozenset()

    version = models.PositiveIntegerField(default=0, editable=False)
    draft = models.ForeignKey(
        Revision, models.SET_NULL, null=True, editable=False, related_name="+", db_index=False
    )
    due = models.ForeignKey(
        Revision, models.SET_NULL, null=True, editable=False, related_name="+", db_index=False
    )
    due_at = models.DateTimeField(
        _("publish the changes at"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("Leave it empty to publish changes of a public page at once."),
    )
    review = models.CharField(
        _("review"), max_length=10, choices=Review.choices, blank=True, default="", editable=False
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("made by"),
    )
    # Of which revision's first language each translation was made: {"ru": 12}; and the languages
    # whose source has changed since, as " kk ru ".
    translated_from = models.JSONField(default=dict, editable=False)
    stale = models.CharField(max_length=30, default="", editable=False)

    class Meta:
        abstract = True
        default_permissions = (
            *("add", "change", "delete", "view", "change_any"),
            *("submit", "send_back", "approve", "publish", "schedule", "withdraw"),
        )

    @property
    def is_live(self):
        """Whether changes must wait beside the row, because the public sees it or will."""
        return self.pk is not None

    @property
    def stale_languages(self):
        return self.stale.split()

    def companions(self):
        """Pages that are not public yet and are to be published together with this one."""
        return []

    def further_content(self):
        """What belongs to the page and is neither field, relation nor part: name → plain data."""
        return {}

    def apply_further_content(self, content):
        """Write back what `further_content` told."""


def page_models():
    """Every kind of page that has drafts and revisions."""
    return [model for model in apps.get_models() if issubclass(model, Revisable)]
