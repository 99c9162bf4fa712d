"""Stories: what happened, joined to where, what for and with whom."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from almaty.caching import held
from almaty.dates import Precision, first_day, iso, last_day, range_in_words
from almaty.models import Image
from almaty.periods import Period, validate_period
from almaty.prose import ProseField
from almaty.publishing import Publishable, PublishableQuerySet
from almaty.translated import Translated
from newsroom.models.snapshots import Snapshot
from programmes.models import Country, Partner, Place, Project, Role, Sector


class NewsItemQuerySet(PublishableQuerySet):
    def for_cards(self):
        """All that a card shows, in a fixed number of queries whatever the length of the list."""
        return (
            self.defer(*(f"body{suffix}" for suffix in ("", "_en", "_ru", "_kk")))
            .select_related("sector", "image")
            .prefetch_related("countries", "event_dates")
        )

    def in_masks(self, sectors=0, countries=0):
        """Stories with at least one of the sectors, and one of the countries, of these masks.

        A mask of 0 asks nothing. The masks stand in the row (newsroom/facets.py keeps them).
        """
        queryset = self
        if sectors:
            queryset = queryset.annotate(_s=F("sector_mask").bitand(sectors)).filter(_s__gt=0)
        if countries:
            queryset = queryset.annotate(_c=F("country_mask").bitand(countries)).filter(_c__gt=0)
        return queryset

    def combinations(self):
        """[(period, sector mask, country mask, number of stories)]: all that facets count from."""
        return list(
            self.order_by()
            .values_list("period", "sector_mask", "country_mask")
            .annotate(stories=Count("pk"))
        )

    def public_combinations(self):
        """The combinations of all public stories, held until the next publication."""
        return held("combinations", lambda: self.published().combinations())


class NewsItem(Translated, Publishable):
    """A story: something that happened, joined to where, what for and with whom."""

    revised_parts = ("event_dates", "contributions", "results")
    # Its place in the edition is the edition's to say; the masks are read off its relations.
    unrevised_fields = Publishable.unrevised_fields | {"position", "sector_mask", "country_mask"}

    # The order of the list stands first in the row: the listing reads no further (facets.py).
    period = models.CharField(
        _("period"),
        max_length=7,
        validators=[validate_period],
        help_text=_("The half-year it is news of, such as 2024-h2; it is a part of the address."),
    )
    sector_mask = models.BigIntegerField(default=0, editable=False)
    country_mask = models.BigIntegerField(default=0, editable=False)
    snapshot = models.ForeignKey(
        Snapshot,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="stories",
        verbose_name=_("edition"),
    )
    position = models.PositiveSmallIntegerField(
        _("place in the edition"), default=0, help_text=_("1 leads; 0 has no place yet.")
    )
    slug = models.SlugField(_("address"), max_length=100, blank=True)
    title = models.CharField(_("headline"), max_length=200)
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("One or two sentences, shown on cards and in feeds.")
    )
    body = ProseField(_("text"), blank=True)
    image = models.ForeignKey(
        Image,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("image"),
        related_name="stories",
    )
    sector = models.ForeignKey(
        Sector,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="news_items",
        verbose_name=_("primary sector"),
    )
    further_sectors = models.ManyToManyField(
        Sector, blank=True, related_name="further_news_items", verbose_name=_("further sectors")
    )
    countries = models.ManyToManyField(
        Country,
        blank=True,
        related_name="news_items",
        verbose_name=_("countries, or regional"),
        help_text=_("Where it happened, or the region alone for a story of the whole region."),
    )
    places = models.ManyToManyField(
        Place, blank=True, related_name="news_items", verbose_name=_("places")
    )
    project = models.ForeignKey(
        Project,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="news_items",
        verbose_name=_("project"),
    )
    partners = models.ManyToManyField(
        Partner, through="Contribution", related_name="news_items", verbose_name=_("partners")
    )
    is_lead = models.BooleanField(
        _("lead story"), default=False, help_text=_("Shown large on the home page.")
    )

    objects = NewsItemQuerySet.as_manager()
    tags = TaggableManager(blank=True, help_text=_("Separated by commas."))

    class Meta(Publishable.Meta):
        # Newest first; an edition published at one moment keeps its editor's order; the key settles
        # ties, so that no story stands on two pages.
        ordering = ["-published_at", "position", "-pk"]
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        constraints = [
            *Publishable.Meta.constraints,
            models.UniqueConstraint(
                fields=["period", "slug"],
                name="story_address_once",
                violation_error_message=_("A story of this period has this address already."),
            ),
        ]
        indexes = [
            # /snapshots/: the page of ids and the counts are read from this index alone.
            models.Index(
                F("published_at").desc(),
                F("position").asc(),
                F("id").desc(),
                F("status"),
                F("period"),
                F("sector_mask"),
                F("country_mask"),
                F("public_until"),
                name="story_list",
            ),
            models.Index(
                F("period"),
                F("published_at").desc(),
                F("position").asc(),
                F("id").desc(),
                F("status"),
                F("sector_mask"),
                F("country_mask"),
                F("public_until"),
                name="story_list_of_period",
            ),
        ]

    def __str__(self):
        return self.in_any_language("title")

    def get_absolute_url(self):
        return reverse("newsroom:newsitem-detail", args=[self.period, self.slug])

    def clean(self):
        within = self.snapshot.within if self.snapshot_id else None
        if within is not None and self.period not in within:
            raise ValidationError(
                {"snapshot": _("This edition is of another period than the story.")}
            )

    def companions(self):
        """An edition that is still to come, with the other stories of it."""
        edition = Snapshot.objects.to_come().filter(pk=self.snapshot_id).first()
        if edition is None:
            return []
        return [edition, *(story for story in edition.companions() if story.pk != self.pk)]

    @property
    def span(self):
        return Period.parse(self.period)

    @property
    def when(self):
        """When it happened, as precisely as is known: its event dates, or the period."""
        dates = [event.in_words for event in self.event_dates.all()]
        return "; ".join(dates) or self.span.label


class EventDate(models.Model):
    """When something in a story took place. A story without any is known by its period only."""

    news_item = models.ForeignKey(NewsItem, models.CASCADE, related_name="event_dates")
    start = models.DateField(_("start"))
    end = models.DateField(
        _("end"), blank=True, null=True, help_text=_("Empty if it took one day, month or year.")
    )
    precision = models.CharField(
        _("known"), max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    inferred = models.BooleanField(
        _("inferred"),
        default=False,
        help_text=_("Concluded, not stated: the year of “8–9 October”, for one."),
    )

    class Meta:
        ordering = ["start", "pk"]
        verbose_name = _("event date")
        verbose_name_plural = _("event dates")
        constraints = [
            models.CheckConstraint(
                name="event_ends_after_start",
                condition=Q(end__isnull=True) | Q(end__gte=F("start")),
                violation_error_message=_("An event cannot end before it starts."),
            )
        ]

    def __str__(self):
        return self.in_words

    def save(self, *args, **kwargs):
        """Stretches the span to the whole days, months or years that it may mean."""
        self.start = first_day(self.start, self.precision)
        self.end = last_day(self.end or self.start, self.precision)
        super().save(*args, **kwargs)

    @property
    def in_words(self):
        return range_in_words(self.start, self.end or self.start, self.precision)

    @property
    def iso(self):
        """The start as machines are told it: no more precise than it is known."""
        return iso(self.start, self.precision)


class Contribution(models.Model):
    """What a partner did in a story."""

    news_item = models.ForeignKey(
        NewsItem, models.CASCADE, related_name="contributions", verbose_name=_("story")
    )
    partner = models.ForeignKey(
        Partner, models.PROTECT, related_name="contributions", verbose_name=_("partner")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    note = models.CharField(
        _("note"),
        max_length=200,
        blank=True,
        help_text=_("Such as “planned” or “to be confirmed”."),
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("partner in this story")
        verbose_name_plural = _("partners in this story")
        constraints = [
            models.UniqueConstraint(
                fields=["news_item", "partner", "role"],
                name="contribution_once",
                violation_error_message=_("This partner has this role in the story already."),
            )
        ]

    def __str__(self):
        return f"{self.partner} – {self.get_role_display()}"
