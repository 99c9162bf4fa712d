"""Editions: a period, its introduction, its stories in an editor's order."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from almaty.models import Image
from almaty.periods import Period, validate_period
from almaty.prose import ProseField
from almaty.publishing import Publishable
from almaty.translated import Translated


class Snapshot(Translated, Publishable):
    """The edition of a half-year or a year: its introduction, and its stories in order."""

    translation_needs = ("title", "introduction")
    further_fields = {"order": (_("stories in their order"), "stories")}

    period = models.CharField(
        _("period"),
        max_length=7,
        unique=True,
        validators=[validate_period],
        help_text=_("A half-year such as 2024-h2, or a year such as 2023. It is the address."),
        error_messages={"unique": _("This period has an edition already.")},
    )
    title = models.CharField(_("title"), max_length=200)
    introduction = ProseField(_("introduction"), blank=True)
    image = models.ForeignKey(
        Image, models.PROTECT, null=True, blank=True, verbose_name=_("cover"), related_name="+"
    )

    class Meta(Publishable.Meta):
        ordering = ["-period"]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("newsroom:snapshot-detail", args=[self.period])

    def clean(self):
        """An edition does not move away from its stories, whose addresses name their period."""
        is_period = self.within is not None
        if is_period and self.pk and self.stories.exclude(period__in=self.within).exists():
            raise ValidationError(
                {"period": _("Stories of another period are in this edition: take them out first.")}
            )

    @property
    def within(self):
        """The periods that its stories may be of; None while its own is no period: its box says
        so, and the forms of its stories, which stand below, need not."""
        try:
            return self.span.within
        except ValueError:
            return None

    @property
    def span(self):
        return Period.parse(self.period)

    def companions(self):
        """Its stories that are still to come."""
        return list(self.stories.to_come())

    def further_content(self):
        """The order of its stories. Which stories those are is said in the stories."""
        rows = self.stories.kept().order_by("position", "pk")
        return {"order": [list(row) for row in rows.values_list("pk", "position")]}

    def apply_further_content(self, content):
        for key, position in content.get("order", []):
            self.stories.filter(pk=key).exclude(position=position).update(position=position)
