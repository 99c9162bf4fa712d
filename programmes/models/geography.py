"""Where: the countries of the remit with the region, and places in them."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from almaty.facet_bits import FacetBit
from almaty.models import Image
from almaty.prose import ProseField
from almaty.publishing import Publishable
from almaty.translated import Translated
from programmes.models.names import OtherName


class Country(Translated, FacetBit, Publishable):
    """A country in the office's remit, or the region as a whole.

    The region is a row like the others, so that "regional" is one more value of every country
    filter; it is never expanded into its countries. A country comes and goes as a sector does.
    """

    translation_needs = ("name", "introduction")
    unrevised_fields = Publishable.unrevised_fields | {"facet_bit"}

    slug = models.SlugField(_("address"), unique=True)
    name = models.CharField(_("name"), max_length=100)
    iso2 = models.CharField(
        _("ISO code"), max_length=2, blank=True, help_text=_("Two letters; empty for the region.")
    )
    is_region = models.BooleanField(
        _("the region as a whole"),
        default=False,
        help_text=_("Stories and projects of the whole region, apart from each country's own."),
    )
    introduction = ProseField(_("introduction"), blank=True)
    image = models.ForeignKey(
        Image, models.PROTECT, null=True, blank=True, verbose_name=_("image"), related_name="+"
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(Publishable.Meta):
        ordering = ["is_region", "position", "pk"]
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        constraints = [
            *Publishable.Meta.constraints,
            models.UniqueConstraint(
                "is_region",
                condition=Q(is_region=True),
                name="one_region",
                violation_error_message=_("There is a row for the region already."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("programmes:country-detail", args=[self.slug])


class Place(Translated, models.Model):
    """A town, village, range or river that stories happen in."""

    translation_needs = ("name",)

    class Kind(models.TextChoices):
        CITY = "city", _("city or town")
        VILLAGE = "village", _("village")
        DISTRICT = "district", _("district")
        NATURAL = "natural", _("mountain, river, lake or protected area")
        HERITAGE = "heritage", _("heritage site")

    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.CITY)
    country = models.ForeignKey(
        Country,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="places",
        verbose_name=_("country"),
        limit_choices_to={"is_region": False},
        help_text=_("Empty where it lies in several, as the Tien Shan does."),
    )
    latitude = models.DecimalField(
        _("latitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.CheckConstraint(
                name="place_on_earth",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                violation_error_message=_("Give both latitude (−90…90) and longitude (−180…180)."),
            ),
        ]

    def __str__(self):
        return self.in_any_language("name")


class PlaceName(OtherName):
    place = models.ForeignKey(Place, models.CASCADE, related_name="other_names")

    class Meta(OtherName.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
