"""The standing work: countries, sectors, projects, partners and the roles that join them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from almaty.dates import Precision, first_day, in_words, last_day
from almaty.facet_bits import FacetBit
from almaty.models import Image
from almaty.prose import ProseField
from almaty.publishing import Publishable, PublishableQuerySet, is_public
from almaty.translated import Translated


class Country(Translated, FacetBit):
    """A country in the office's remit, or the region as a whole.

    The region is a row like the others, so that "regional" is one more value of every country
    filter; it is never expanded into its countries.
    """

    translation_shows = "name"

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

    class Meta:
        ordering = ["is_region", "position", "pk"]
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        constraints = [
            models.UniqueConstraint(
                "is_region",
                condition=Q(is_region=True),
                name="one_region",
                violation_error_message=_("There is a row for the region already."),
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("programmes:country-detail", args=[self.slug])


class Sector(Translated, FacetBit):
    """One of the office's programme sectors."""

    translation_shows = "name"

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

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("programmes:sector-detail", args=[self.slug])


class Place(Translated, models.Model):
    """A town, village, range or river that stories happen in."""

    translation_shows = "name"

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
        return self.name


class OtherName(models.Model):
    """Another name the same thing goes by; the importer and the search know it by all of them."""

    class Kind(models.TextChoices):
        ACRONYM = "acronym", _("acronym")
        ALIAS = "alias", _("also known as")
        FORMER = "former", _("former name")

    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.ALIAS)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        abstract = True
        ordering = ["kind", "name", "pk"]

    def __str__(self):
        return self.name


class PlaceName(OtherName):
    place = models.ForeignKey(Place, models.CASCADE, related_name="other_names")

    class Meta(OtherName.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")


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

    translation_shows = "name"

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
        return self.name

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


class ProjectStatus(models.TextChoices):
    PLANNED = "planned", _("planned")
    RUNNING = "running", _("running")
    COMPLETED = "completed", _("completed")
    UNKNOWN = "unknown", _("not stated")


class ProjectQuerySet(PublishableQuerySet):
    def with_stage(self, at=None):
        """Adds `stage`: from the dates where they are known, else as the editor stated it."""
        today = timezone.localdate(at) if at else timezone.localdate()
        return self.annotate(
            stage=Case(
                When(end__lt=today, then=Value(ProjectStatus.COMPLETED)),
                When(start__gt=today, then=Value(ProjectStatus.PLANNED)),
                When(start__lte=today, end__gte=today, then=Value(ProjectStatus.RUNNING)),
                default="stated_status",
                output_field=models.CharField(),
            )
        )

    def in_countries(self, countries):
        return self.filter(
            Exists(
                Project.countries.through.objects.filter(
                    project=OuterRef("pk"), country__in=countries
                )
            )
        )

    def in_sectors(self, sectors):
        """Projects that have one of these as primary or further sector."""
        return self.filter(
            Q(sector__in=sectors)
            | Exists(
                Project.further_sectors.through.objects.filter(
                    project=OuterRef("pk"), sector__in=sectors
                )
            )
        )


class Project(Translated, Publishable):
    """A piece of work with an aim, funders and an end, which stories report on."""

    slug = models.SlugField(_("address"), unique=True, max_length=100, blank=True)
    title = models.CharField(_("full title"), max_length=300)
    short_title = models.CharField(
        _("short name"), max_length=80, blank=True, help_text=_("As colleagues call it: GLOFCA.")
    )
    summary = models.TextField(_("summary"), blank=True)
    body = ProseField(_("text"), blank=True)
    image = models.ForeignKey(
        Image, models.PROTECT, null=True, blank=True, verbose_name=_("image"), related_name="+"
    )
    sector = models.ForeignKey(
        Sector,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="projects",
        verbose_name=_("primary sector"),
    )
    further_sectors = models.ManyToManyField(
        Sector, blank=True, related_name="further_projects", verbose_name=_("further sectors")
    )
    countries = models.ManyToManyField(
        Country,
        blank=True,
        related_name="projects",
        verbose_name=_("countries, or regional"),
        help_text=_("The countries it works in, or the region alone for a regional project."),
    )
    start = models.DateField(_("start"), null=True, blank=True)
    start_precision = models.CharField(
        _("start known"), max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    end = models.DateField(_("end"), null=True, blank=True)
    end_precision = models.CharField(
        _("end known"), max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    stated_status = models.CharField(
        _("status, where the dates do not say"),
        max_length=10,
        choices=ProjectStatus.choices,
        default=ProjectStatus.UNKNOWN,
    )
    own_role = models.CharField(
        _("the office's own role"), max_length=20, choices=Role.choices, blank=True
    )
    partners = models.ManyToManyField(
        Partner, through="Participation", related_name="projects", verbose_name=_("partners")
    )
    code = models.CharField(
        _("project code"),
        max_length=30,
        blank=True,
        help_text=_("As headquarters writes it. Leave it empty rather than invent one."),
    )
    website = models.URLField(_("website"), blank=True)

    objects = ProjectQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["title", "pk"]
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                name="project_ends_after_start",
                condition=Q(start__isnull=True)
                | Q(end__isnull=True)
                | Q(end__gte=models.F("start")),
                violation_error_message=_("A project cannot end before it starts."),
            ),
        ]

    def __str__(self):
        return self.short_title or self.title

    def get_absolute_url(self):
        return reverse("programmes:project-detail", args=[self.slug])

    def save(self, *args, **kwargs):
        if self.start:
            self.start = first_day(self.start, self.start_precision)
        if self.end:
            self.end = last_day(self.end, self.end_precision)
        super().save(*args, **kwargs)

    @property
    def period_in_words(self):
        """As in: 2018 – 2024; since March 2021; until 2024. Empty where no date is known."""
        start = in_words(self.start, self.start_precision) if self.start else ""
        end = in_words(self.end, self.end_precision) if self.end else ""
        if start and end:
            return start if start == end else f"{start} – {end}"
        if start:
            return _("since %(start)s") % {"start": start}
        return _("until %(end)s") % {"end": end} if end else ""


class ProjectName(OtherName):
    project = models.ForeignKey(Project, models.CASCADE, related_name="other_names")

    class Meta(OtherName.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")


class Participation(models.Model):
    """What a partner does in a project."""

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="participations", verbose_name=_("project")
    )
    partner = models.ForeignKey(
        Partner, models.PROTECT, related_name="participations", verbose_name=_("partner")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    amount = models.DecimalField(
        _("amount"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(
        _("currency"), max_length=3, blank=True, help_text=_("USD, EUR, KZT…")
    )
    note = models.CharField(
        _("note"),
        max_length=200,
        blank=True,
        help_text=_("Such as “planned” or “to be confirmed”."),
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("partner in this project")
        verbose_name_plural = _("partners in this project")
        constraints = [
            models.UniqueConstraint(
                fields=["project", "partner", "role"],
                name="participation_once",
                violation_error_message=_("This partner has this role in the project already."),
            ),
            models.CheckConstraint(
                name="participation_amount_has_currency",
                condition=Q(amount__isnull=True) | (Q(amount__gte=0) & ~Q(currency="")),
                violation_error_message=_("An amount needs a currency and cannot be negative."),
            ),
        ]

    def __str__(self):
        return f"{self.partner} – {self.get_role_display()}"
