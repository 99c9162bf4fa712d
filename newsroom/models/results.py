"""Results: numbers that can be traced."""

from django.db import models
from django.db.models import Q
from django.utils import formats
from django.utils.translation import get_language, gettext, pgettext
from django.utils.translation import gettext_lazy as _

from almaty.kazakh import ablative
from almaty.periods import Period, validate_period
from almaty.publishing import is_public
from almaty.translated import Translated
from newsroom.models.stories import NewsItem
from programmes.models import Country, Project


class ResultQuerySet(models.QuerySet):
    def published(self, at=None):
        """Results whose source, story or project, the public may read."""
        return self.filter(
            Q(is_public("news_item__", at), news_item__isnull=False)
            | Q(is_public("project__", at), news_item__isnull=True)
        )

    def of_projects(self, projects):
        """The results of these projects: those given to them, and those their stories report."""
        return self.filter(Q(project__in=projects) | Q(news_item__project__in=projects))


class Result(Translated, models.Model):
    """A number that can be traced. Unlike units are never added up."""

    translation_needs = ("unit",)

    class Qualifier(models.TextChoices):
        EXACT = "exact", _("exactly")
        OVER = "over", _("over")
        ABOUT = "about", _("about")
        NOT_STATED = "not-stated", _("not stated")

    value = models.DecimalField(
        _("value"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Empty where the source gives no number."),
    )
    qualifier = models.CharField(
        _("how exact"), max_length=10, choices=Qualifier.choices, default=Qualifier.EXACT
    )
    unit = models.CharField(
        _("of what"), max_length=200, help_text=_("In words: “teachers trained”.")
    )
    country = models.ForeignKey(
        Country,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="results",
        verbose_name=_("country"),
    )
    period = models.CharField(_("period"), max_length=7, blank=True, validators=[validate_period])
    project = models.ForeignKey(
        Project,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="results",
        verbose_name=_("project"),
    )
    news_item = models.ForeignKey(
        NewsItem,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="results",
        verbose_name=_("story"),
        help_text=_("The story that reports it."),
    )
    is_key = models.BooleanField(
        _("key result"), default=False, help_text=_("Shown on the home page.")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = ResultQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("result")
        verbose_name_plural = _("results")
        constraints = [
            models.CheckConstraint(
                name="result_has_a_source",
                condition=Q(project__isnull=False) | Q(news_item__isnull=False),
                violation_error_message=_("A result belongs to a project or to a story."),
            ),
            models.CheckConstraint(
                name="result_value_or_not_stated",
                condition=Q(value__isnull=True, qualifier="not-stated")
                | (Q(value__gte=0) & ~Q(qualifier="not-stated")),
                violation_error_message=_(
                    "Give a number that is not negative, or say that it is not stated."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.in_words} {self.unit}"

    @property
    def in_words(self):
        """The number with its qualifier, as in: over 50; 90; number not stated."""
        if self.value is None:
            return gettext("number not stated")
        number = formats.number_format(self.value.normalize(), use_l10n=True, force_grouping=True)
        if self.qualifier == self.Qualifier.OVER:
            if get_language() == "kk":
                number = ablative(number)
            # Translators: in Kazakh the number comes in the ablative: 50-ден, 90-нан.
            return pgettext("result", "over %(number)s") % {"number": number}
        if self.qualifier == self.Qualifier.ABOUT:
            return pgettext("result", "about %(number)s") % {"number": number}
        return number

    @property
    def span(self):
        return Period.parse(self.period) if self.period else None

    @property
    def source(self):
        """The public page the number is traced to: the story that reports it, or its project."""
        for page in (self.news_item, self.project):
            if page and page.is_published():
                return page
        return None
