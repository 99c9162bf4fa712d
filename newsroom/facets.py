"""Counts beside each option of sector, country and period; and the bit masks they are read from.

A story's row carries `sector_mask` and `country_mask`, so the whole archive falls into a few
hundred (period, sectors, countries) combinations. They are counted once per publication and held;
a page then adds up the combinations that fit, and neither joins nor grows with the archive.
"""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models.signals import m2m_changed, post_save, pre_delete
from django.dispatch import receiver

from almaty.facet_bits import mask_of
from newsroom.models import NewsItem
from programmes.models import Country, Sector


@dataclass(frozen=True)
class Choice:
    """What the reader has chosen in the three facets; empty asks nothing."""

    sectors: int = 0
    countries: int = 0
    periods: frozenset = field(default_factory=frozenset)


@dataclass
class Counts:
    """Distinct stories: in all, and for each option with every other facet's choice applied."""

    total: int
    sectors: Counter  # by mask; ask with `of`
    countries: Counter
    periods: Counter  # by period, as stories carry it

    @staticmethod
    def of(counter, mask):
        return sum(n for present, n in counter.items() if present & mask)


def count(rows, choice):
    """Add up the combinations that fit a choice; a facet's counts ignore its own choice."""
    total, sectors, countries, periods = 0, Counter(), Counter(), Counter()
    for period, sector_mask, country_mask, stories in rows:
        in_sectors = not choice.sectors or sector_mask & choice.sectors
        in_countries = not choice.countries or country_mask & choice.countries
        in_periods = not choice.periods or period in choice.periods
        if in_countries and in_periods:
            sectors[sector_mask] += stories
            if in_sectors:
                total += stories
        if in_sectors and in_periods:
            countries[country_mask] += stories
        if in_sectors and in_countries:
            periods[period] += stories
    return Counts(total, sectors, countries, periods)


def refresh_masks(stories):
    """Write the masks of these stories from their relations. The one place that does."""
    for story in (
        stories.only("sector")
        .select_related("sector")
        .prefetch_related("further_sectors", "countries")
    ):
        sectors = mask_of([*story.further_sectors.all(), *([story.sector] if story.sector else [])])
        NewsItem.objects.filter(pk=story.pk).update(
            sector_mask=sectors, country_mask=mask_of(story.countries.all())
        )


@receiver(post_save, sender=NewsItem)
def story_saved(instance, raw=False, **kwargs):
    refresh_masks(NewsItem.objects.filter(pk=instance.pk))


@receiver(pre_delete, sender=Country)
@receiver(pre_delete, sender=Sector)
def subject_deleted(sender, instance, **kwargs):
    """Its bit is free for another: no story may keep it. (Cascades send no m2m_changed.)"""
    links = instance.news_items if sender is Country else instance.further_news_items
    links.clear()


@receiver(m2m_changed, sender=NewsItem.countries.through)
@receiver(m2m_changed, sender=NewsItem.further_sectors.through)
def relations_changed(sender, instance, action, reverse, pk_set, **kwargs):
    """From either side: `story.countries.add(country)` and `country.news_items.clear()` alike."""
    if not action.startswith("post_"):
        return
    if not reverse:
        stories = NewsItem.objects.filter(pk=instance.pk)
    elif pk_set is not None:
        stories = NewsItem.objects.filter(pk__in=pk_set)
    elif sender is NewsItem.countries.through:  # cleared: the masks still say which stories had it
        stories = NewsItem.objects.in_masks(countries=instance.mask)
    else:
        stories = NewsItem.objects.in_masks(sectors=instance.mask)
    refresh_masks(stories)
