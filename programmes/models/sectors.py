"""What for: the programme sectors."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from almaty.facet_bits import FacetBit
from almaty.models import Image
from almaty.prose import ProseField
from almaty.publishing import Publishable
from almaty.translated import Translated


class Sector(Translated, FacetBit, Publishable):
    """One of the office's programme sectors. It is not taken from the public while a page names it
    (programmes/admin.py), and no page that names it is published before it (readiness)."""

    translation_needs = ("name", "mandate", "body")
    unrevised_fields = Publishable.unrevised_fields | {"facet_bit"}

    slug = models.SlugField(_("address"), unique=True)
    name = models.CharField(_("name"), max_length=100)
    mandate = models.TextField(
        _("mandate in one sentence"), blank=True, help_text=_("Shown under the name, and on cards.")
    )
    body = ProseField(_("text"), blank=True)
    image = models.ForeignKey(
        Image, models.PROTECT, null=True, blank=True, verbose_name=_("image"), related_name="+"
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(Publishable.Meta):
        ordering = ["position", "pk"]
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("programmes:sector-detail", args=[self.slug])
