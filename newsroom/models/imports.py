"""What was imported: the document, its stories, what was suggested for them, and what became of it.

Nothing here is public. The rows of an import stay as they are when the stories are edited: they say
where a story, and each number in it, comes from.
"""

import os
import uuid

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.models.snapshots import Snapshot
from newsroom.models.stories import NewsItem


class SourceStorage(FileSystemStorage):
    """Files that no address leads to, wherever DATA_DIR is now."""

    base_url = None

    @property
    def base_location(self):
        return settings.DATA_DIR / "imports"

    @property
    def location(self):
        return os.path.abspath(self.base_location)


def source_storage():
    return SourceStorage(file_permissions_mode=0o600, directory_permissions_mode=0o700)


def source_name(row, filename):
    """A name of ours that cannot be guessed; of the given one only a row knows."""
    return f"{uuid.uuid4().hex}.{filename.rpartition('.')[2]}"


class Import(models.Model):
    """One document as it was imported. `blocks` is its text: [{"kind", "text"}], in its order."""

    file = models.FileField(_("file"), storage=source_storage, upload_to=source_name)
    name = models.CharField(_("document"), max_length=255)
    kind = models.CharField(_("kind"), max_length=10)
    sha256 = models.CharField(max_length=64)
    text_sha256 = models.CharField(max_length=64)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    period = models.CharField(_("period"), max_length=7)
    period_evidence = models.CharField(max_length=200, blank=True)
    warnings = models.JSONField(default=list)
    blocks = models.JSONField(default=list)
    snapshot = models.ForeignKey(
        Snapshot, models.SET_NULL, null=True, related_name="+", verbose_name=_("edition")
    )
    made_at = models.DateTimeField(_("when"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    made_by_name = models.CharField(max_length=150, blank=True)  # stays when the account goes

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        indexes = [models.Index(fields=["text_sha256"], name="import_of_text")]

    def __str__(self):
        return self.name

    def delete(self, *args, **kwargs):
        """Takes the file along. The stories that were made of it stay."""
        storage, name = self.file.storage, self.file.name
        deleted = super().delete(*args, **kwargs)
        transaction.on_commit(lambda: storage.delete(name))
        return deleted


class ImportedStory(models.Model):
    """A story as the document tells it, and the page it became.

    `paragraphs` is [{"block", "text", "html"}], block counting in the import's blocks.
    `pictures` is [{"print", "caption"}], print telling one from another; None where none were kept.
    """

    class State(models.TextChoices):
        NEW = "new", _("a new draft")
        KNOWN = "known", _("imported before, unchanged")
        AMENDED = "amended", _("changed since it was imported")
        TAKEN = "taken", _("its changes are taken over")
        LEFT = "left", _("its changes are left out")

    document = models.ForeignKey(Import, models.CASCADE, related_name="stories")
    number = models.PositiveSmallIntegerField()
    headline = models.TextField(_("headline"))
    headline_block = models.PositiveIntegerField(null=True)
    summary = models.TextField(blank=True)
    language = models.CharField(max_length=2, blank=True, choices=settings.LANGUAGES)
    paragraphs = models.JSONField(default=list)
    pictures = models.JSONField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.NEW)
    news_item = models.ForeignKey(
        NewsItem, models.SET_NULL, null=True, related_name="imported_as", verbose_name=_("story")
    )
    earlier = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["document", "number"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="imported_story_once")
        ]

    def __str__(self):
        return self.headline

    @property
    def written_in(self):
        """Its own language; of older imports the document's."""
        return self.language or self.document.language

    def text_at(self, paragraph):
        """The text that evidence counts in: a paragraph's, the headline's for None."""
        return self.headline if paragraph is None else self.paragraphs[paragraph]["text"]

    def block_at(self, paragraph):
        """The number of the block in the document, the first being 1; None if it is not known."""
        block = self.headline_block if paragraph is None else self.paragraphs[paragraph]["block"]
        return None if block is None else block + 1


class SuggestionQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=Suggestion.State.OPEN)

    def taken(self):
        return self.filter(state__in=Suggestion.TAKEN)


class Suggestion(models.Model):
    """Something the words of a story led to. It says nothing of the story until it is accepted.

    `value` is what newsroom/importing/values.py writes for its kind; `evidence` is [{"text",
    "paragraph", "start", "end", "rule"}], never empty. `became` is what accepting it wrote into the
    story: {"part", "row", "key"} or {"field", "value"}.
    """

    class Kind(models.TextChoices):
        SECTOR = "sector", _("sector")
        COUNTRY = "country", _("country")
        PLACE = "place", _("place")
        PROJECT = "project", _("project")
        PARTNER = "partner", _("partner")
        RESULT = "result", _("result")
        DATE = "date", _("event date")
        TAG = "tag", _("tag")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        CHANGED = "changed", _("accepted, changed")
        REJECTED = "rejected", _("rejected")
        WITHHELD = "withheld", _("not suggested: rejected earlier")

    TAKEN = (State.ACCEPTED, State.CHANGED)

    story = models.ForeignKey(ImportedStory, models.CASCADE, related_name="suggestions")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    value = models.JSONField()
    evidence = models.JSONField()
    inferred = models.BooleanField(_("inferred"), default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    became = models.JSONField(default=dict)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    decided_by_name = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="decided_suggestion_has_a_time",
                condition=Q(state__in=["open", "withheld"]) | Q(decided_at__isnull=False),
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.value}"


class RejectedPair(models.Model):
    """Words that were found not to mean something: not suggested again by any later import."""

    kind = models.CharField(_("kind"), max_length=10, choices=Suggestion.Kind.choices)
    words = models.CharField(_("words"), max_length=300)  # casefolded, as they stand in a text
    value = models.CharField(_("do not mean"), max_length=300)
    rejected_at = models.DateTimeField(_("when"), auto_now_add=True)
    rejected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )

    class Meta:
        ordering = ["kind", "words", "pk"]
        verbose_name = _("rejected suggestion")
        verbose_name_plural = _("rejected suggestions")
        default_permissions = ("view", "delete")
        constraints = [
            models.UniqueConstraint(fields=["kind", "words", "value"], name="rejected_pair_once")
        ]

    def __str__(self):
        return f"{self.words} ≠ {self.value}"


class LostLinkNote(models.Model):
    """A to-do: where the document lost a link. Its address is looked up by a person.

    `repaired_in` is a later version of the story that has not lost it, if there is one.
    """

    story = models.ForeignKey(ImportedStory, models.CASCADE, related_name="lost_links")
    text = models.TextField()
    paragraph = models.PositiveSmallIntegerField(null=True)  # None: the headline
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    repaired_in = models.ForeignKey(
        ImportedStory, models.SET_NULL, null=True, related_name="repaired_links"
    )
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self):
        return self.text
