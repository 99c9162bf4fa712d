"""The projects, and who does what in them."""

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from almaty.dates import Precision, first_day, in_words, last_day
from almaty.models import Image
from almaty.prose import ProseField
from almaty.publishing import Publishable, PublishableQuerySet
from almaty.translated import Translated
from programmes.models.geography import Country
from programmes.models.names import OtherName
from programmes.models.partners import Partner, Role
from programmes.models.sectors import Sector


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

    def by_stage(self):
        """What runs first, then what is planned, then what is over; the newest of each first."""
        order = [ProjectStatus.RUNNING, ProjectStatus.PLANNED, ProjectStatus.COMPLETED]
        rank = Case(*(When(stage=s, then=Value(n)) for n, s in enumerate(order)), default=9)
        return self.with_stage().order_by(rank, "-published_at", "-pk")

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

    translation_needs = ("title", "summary", "body")
    revised_parts = ("participations", "other_names", "results")
    part_conditions = {"results": Q(news_item=None)}  # a story's results are published with it
    merged_names = {"title": "former", "short_title": "alias"}

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

    @property
    def public_note(self):
        """Until when the project was called so, or why."""
        return self.note if self.kind == self.Kind.FORMER else ""


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
