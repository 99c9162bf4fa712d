"""With whom: organisations, and the roles they can have."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from almaty.publishing import Publishable, PublishableQuerySet, is_public
from almaty.translated import Translated
from programmes.models.names import OtherName


class Role(models.TextChoices):
    """What a partner does. It stands on the link, never on the organisation."""

    FUNDER = "funder", _("funder")
    IMPLEMENTER = "implementer", _("implementer")
    JOINT_IMPLEMENTER = "joint-implementer", _("joint implementer")
    TECHNICAL = "technical", _("technical or expert partner")
    CO_ORGANISER = "co-organiser", _("co-organiser")
    HOST = "host", _("host or venue")
    ADOPTING_AUTHORITY = "adopting-authority", _("adopting authority")
    PLATFORM = "platform", _("platform")


class PartnerQuerySet(PublishableQuerySet):
    def active_in(self, countries=(), roles=(), at=None):
        """Partners that have one of `roles` in public work of one of `countries`.

        Both are asked of the same link: who *funds* something in *this* country.
        """
        matching = Q()
        for link, owner in (("participations", "project"), ("contributions", "news_item")):
            condition = is_public(f"{link}__{owner}__", at)
            if roles:
                condition &= Q(**{f"{link}__role__in": roles})
            if countries:
                condition &= Q(**{f"{link}__{owner}__countries__in": countries})
            matching |= Q(pk__in=Partner.objects.filter(condition).values("pk"))
        return self.filter(matching)


class Partner(Translated, Publishable):
    """An organisation the office works with."""

    translation_needs = ("name", "description")
    revised_parts = ("other_names",)
    merged_names = {"name": "alias", "acronym": "acronym"}  # what a name becomes when merged

    class Kind(models.TextChoices):
        UN_AGENCY = "un-agency", _("UN agency")
        FUND = "multilateral-fund", _("multilateral fund")
        DONOR = "donor", _("donor government or union")
        GOVERNMENT = "national-government", _("national government")
        LOCAL_GOVERNMENT = "local-government", _("local government")
        STATE_ENTERPRISE = "state-enterprise", _("state enterprise")
        ACADEMIC = "academic", _("academic or research")
        EDUCATION = "education", _("education institution")
        RED_CROSS = "red-cross", _("Red Cross or Red Crescent")
        CIVIL_SOCIETY = "civil-society", _("civil society")
        PRIVATE = "private", _("private")
        UNKNOWN = "unknown", _("not known yet")

    slug = models.SlugField(_("address"), unique=True, max_length=100, blank=True)
    name = models.CharField(_("name"), max_length=200)
    acronym = models.CharField(_("acronym"), max_length=30, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.UNKNOWN)
    seat = CountryField(
        _("seat"),
        blank=True,
        help_text=_("Where the organisation is at home, not where it works with us."),
    )
    description = models.TextField(_("description"), blank=True)
    website = models.URLField(_("website"), blank=True)
    parent = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    note = models.TextField(
        _("note for the desk"), blank=True, help_text=_("Never shown to the public.")
    )

    objects = PartnerQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["name", "pk"]
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def __str__(self):
        return self.in_any_language("name")

    def get_absolute_url(self):
        return reverse("programmes:partner-detail", args=[self.slug])

    def clean(self):
        if self.parent_id and self.parent_id == self.pk:
            raise ValidationError({"parent": _("An organisation cannot be a part of itself.")})


class PartnerName(OtherName):
    partner = models.ForeignKey(Partner, models.CASCADE, related_name="other_names")

    class Meta(OtherName.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
