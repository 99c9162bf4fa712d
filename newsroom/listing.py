"""The list of stories for one query string: the same stories, order and words in every format."""

from collections import Counter

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from almaty.filters import problems_of
from almaty.listing import (
    KnownCountPaginator,
    address,
    as_list,
    chips,
    page_or_404,
    sentence,
)
from almaty.periods import Period
from newsroom.facets import Counts, count
from newsroom.filters import NewsItemFilter
from newsroom.models import NewsItem
from programmes.shelf import countries, sectors

PER_PAGE = 12
BESIDE = 3  # regional stories offered beside a country's own


class Listing:
    def __init__(self, data, published=None):
        self.filter = NewsItemFilter(
            data, NewsItem.objects.published() if published is None else published
        )
        self.chosen = self.filter.chosen

    @cached_property
    def counts(self):
        if self.filter.is_narrowed:
            rows = self.filter.narrowed.combinations()
        else:
            rows = NewsItem.objects.public_combinations()
        counts = count(rows, self.filter.choice)
        unknown = set(self.filter.form.errors)  # nothing has that value, whatever else is chosen
        return Counts(
            total=0 if unknown else counts.total,
            sectors=Counter() if unknown - {"sector"} else counts.sectors,
            countries=Counter() if unknown - {"country"} else counts.countries,
            periods=Counter() if unknown - {"period"} else counts.periods,
        )

    @property
    def total(self):
        return self.counts.total

    def page(self, data):
        rows = NewsItem.objects.for_cards()
        return page_or_404(KnownCountPaginator(self.filter.qs, PER_PAGE, self.total, rows), data)

    def first(self, number):
        """The newest stories of the list, whole, for feeds and exports."""
        return self.filter.qs.select_related("sector", "image").prefetch_related("countries")[
            :number
        ]

    # Words -------------------------------------------------------------------------------------

    @cached_property
    def sentence(self):
        """As in: 6 stories on Natural Sciences in Kazakhstan, July – December 2024."""
        stories = ngettext("%(count)s story", "%(count)s stories", self.total)
        return sentence(stories % {"count": self.total}, self.chosen)

    @property
    def heading(self):
        return self.sentence if self.filter.is_filtered else _("All stories")

    # What stands around the list -----------------------------------------------------------------

    @property
    def facets(self):
        """Every option with the number of stories it would give; none is hidden."""
        counts, chosen = self.counts, self.chosen
        periods = {str(period): period for period in chosen["period"]}
        for text in {row[0] for row in NewsItem.objects.public_combinations()}:
            periods.setdefault(text, Period.parse(text))
        options = {
            "sector": [(s.slug, s.name, Counts.of(counts.sectors, s.mask)) for s in sectors()],
            "country": [(c.slug, c.name, Counts.of(counts.countries, c.mask)) for c in countries()],
            "period": [
                (text, period.label, sum(counts.periods[part] for part in period.within))
                for text, period in sorted(periods.items(), reverse=True)
            ],
        }
        return [
            {
                "name": name,
                "label": self.filter.filters[name].label,
                "options": [
                    {
                        "value": value,
                        "label": label,
                        "count": number,
                        "selected": selected,
                        "disabled": not number and not selected,
                    }
                    for value, label, number in options[name]
                    for selected in [value in {key_of(v) for v in chosen[name]}]
                ],
            }
            for name in NewsItemFilter.FACETS
        ]

    @property
    def regional(self):
        """What is regional, beside a country's own stories; None where no country is chosen."""
        region = next((c for c in countries() if c.is_region), None)
        chosen = self.chosen["country"]
        if not region or not chosen or region in chosen or not self.filter.form.is_valid():
            return None
        number = Counts.of(self.counts.countries, region.mask)
        if not number:
            return None
        query = self.filter.data.copy()
        query.setlist("country", [region.slug])
        beside = Listing(query, self.filter.queryset)
        return {
            "count": number,
            "heading": beside.sentence,
            "stories": list(beside.filter.qs.for_cards()[:BESIDE]),
            "url": address(reverse("newsroom:newsitem-list"), beside.filter.query()),
        }

    def context(self, path):
        """What the list page shows besides the rows themselves."""
        return {
            "filter": self.filter,
            "heading": self.heading,
            "status": self.sentence,
            "is_filtered": self.filter.is_filtered,
            "facets": self.facets,
            "chips": chips(self.filter, path),
            "extras": [
                {"name": name, "value": key_of(value), "label": str(value)}
                for name in ("project", "partner", "tag")
                for value in as_list(self.chosen[name])
            ],
            "clear_url": path,
            "problems": problems_of(self.filter),
            "regional": self.regional,
            "feed_url": address(reverse("newsroom:newsitem-feed"), self.filter.query()),
        }


def key_of(value):
    """What stands in the address for a chosen value."""
    return str(getattr(value, "slug", value))
