"""One filter class for the public list of stories, whatever the format it is read in."""

import django_filters
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from almaty.facet_bits import mask_of
from almaty.filters import KnownFilter, PublicFilterSet, known_periods
from almaty.publishing import is_public
from almaty.search import matching
from newsroom.facets import Choice
from newsroom.models import NewsItem
from programmes.filters import country_filter, known_partners, known_projects, sector_filter


def known_tags(slugs):
    """Tags of public stories only: a draft's tag answers as one that does not exist."""
    tags = Tag.objects.filter(is_public("newsitem__"), slug__in=slugs).distinct()
    return {tag.slug: tag for tag in tags}


class NewsItemFilter(PublicFilterSet):
    """Values of one parameter widen, parameters narrow."""

    sector = sector_filter()
    country = country_filter()
    period = KnownFilter(
        label=_("Period"),
        known=known_periods,
        unknown=_("“%(value)s” is not a period: write 2024-h2 for a half-year, 2024 for a year."),
    )
    project = KnownFilter(
        label=_("Project"), known=known_projects, unknown=_("There is no project “%(value)s”.")
    )
    partner = KnownFilter(
        label=_("Partner"), known=known_partners, unknown=_("There is no partner “%(value)s”.")
    )
    tag = KnownFilter(label=_("Tag"), known=known_tags, unknown=_("There is no tag “%(value)s”."))
    q = django_filters.CharFilter(label=_("Words"))

    FACETS = ("sector", "country", "period")

    class Meta:
        model = NewsItem
        fields = []

    @property
    def choice(self):
        return Choice(
            mask_of(self.chosen["sector"]),
            mask_of(self.chosen["country"]),
            frozenset(part for period in self.chosen["period"] for part in period.within),
        )

    @property
    def is_narrowed(self):
        """Whether anything but the three facets is asked."""
        return any(value for name, value in self.chosen.items() if name not in self.FACETS)

    @property
    def narrowed(self):
        """The stories that fit all but the three facets: what the facets count."""
        queryset = self.queryset
        if projects := self.chosen["project"]:
            queryset = queryset.filter(project__in=projects)
        if partners := self.chosen["partner"]:
            named = NewsItem.objects.filter(contributions__partner__in=partners)
            queryset = queryset.filter(pk__in=named.values("pk"))
        if tags := self.chosen["tag"]:
            queryset = queryset.filter(pk__in=NewsItem.objects.filter(tags__in=tags).values("pk"))
        if words := self.chosen["q"]:
            queryset = matching(queryset, words)
        return queryset

    @property
    def qs(self):
        """The stories listed; none where a value is unknown, never the unfiltered list."""
        if not self.form.is_valid():
            return self.queryset.none()
        choice = self.choice
        queryset = self.narrowed.in_masks(choice.sectors, choice.countries)
        return queryset.filter(period__in=choice.periods) if choice.periods else queryset
