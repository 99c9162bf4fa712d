"""What was merged into what: kept so that a merge can be undone, and old versions lead on."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from taggit.models import Tag


class MergeQuerySet(models.QuerySet):
    def into(self, row):
        """Merges into this row that hold, the newest first."""
        kind = ContentType.objects.get_for_model(row)
        rows = self.holding().filter(content_type=kind, survivor_id=row.pk)
        return rows.exclude(lost_id=row.pk).order_by("-pk")

    def holding(self):
        return self.filter(undone_at=None)

    def of_tags(self):
        """Those that hold, the oldest first; and names that tags have had."""
        kind = ContentType.objects.get_for_model(Tag)
        return self.holding().filter(content_type=kind).order_by("pk")

    def remember_name(self, tag, name, by):
        """A tag was renamed: its old name was merged into it, as it were, and leads on to it."""
        return self.create(
            content_type=ContentType.objects.get_for_model(tag),
            survivor_id=tag.pk,
            lost_id=tag.pk,
            lost_name=name,
            by=by,
            by_name=by.get_username(),
        )


class Merge(models.Model):
    """Two rows of one kind made one. `steps` says what each touched page was before and after:
    [{"model": "newsroom.newsitem", "pk": 1, "row": [{field: value}, {…}], "draft": [{…}, {…}]}].
    """

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    survivor_id = models.BigIntegerField()
    survivor = GenericForeignKey("content_type", "survivor_id")
    lost_id = models.BigIntegerField()
    lost = GenericForeignKey("content_type", "lost_id")
    lost_name = models.CharField(max_length=300)
    lost_state = models.JSONField(default=dict)  # what it takes to have it back
    steps = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    paths = models.JSONField(default=list)  # old addresses that it had
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )  # fmt: skip
    by_name = models.CharField(max_length=150, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["content_type", "survivor_id"], name="merge_into"),
            models.Index(fields=["content_type", "lost_id"], name="merge_of"),
        ]

    def __str__(self):
        return f"{self.lost_name} → {self.survivor}"
