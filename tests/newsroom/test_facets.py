"""Counts beside the options, against brute force over the same stories."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from almaty.facet_bits import mask_of
from newsroom.facets import Choice, Counts, count
from newsroom.models import NewsItem
from tests.factories import make_country, make_news_item, make_region, make_sector

pytestmark = pytest.mark.django_db

SECTORS, COUNTRIES = range(4), range(5)
PERIODS = ["2023", "2023-h2", "2024-h1", "2024-h2"]
story = st.tuples(
    st.sampled_from(PERIODS),
    st.frozensets(st.sampled_from(SECTORS), max_size=3),
    st.frozensets(st.sampled_from(COUNTRIES), max_size=4),
)
choice = st.tuples(
    st.frozensets(st.sampled_from(SECTORS), max_size=2),
    st.frozensets(st.sampled_from(COUNTRIES), max_size=3),
    st.frozensets(st.sampled_from(PERIODS), max_size=2),
)


def bits(numbers):
    return sum(1 << n for n in numbers)


@given(st.lists(story, max_size=30), choice)
def test_counts_agree_with_brute_force(stories, chosen):
    sectors, countries, periods = chosen

    def fits(item, ignoring=None):
        return (
            (ignoring == "period" or not periods or item[0] in periods)
            and (ignoring == "sector" or not sectors or item[1] & sectors)
            and (ignoring == "country" or not countries or item[2] & countries)
        )

    rows = [(period, bits(s), bits(c), 1) for period, s, c in stories]
    counts = count(rows, Choice(bits(sectors), bits(countries), periods))

    assert counts.total == sum(1 for item in stories if fits(item))
    for n in SECTORS:
        brute = sum(1 for item in stories if n in item[1] and fits(item, "sector"))
        assert Counts.of(counts.sectors, 1 << n) == brute
    for n in COUNTRIES:
        brute = sum(1 for item in stories if n in item[2] and fits(item, "country"))
        assert Counts.of(counts.countries, 1 << n) == brute
    for period in PERIODS:
        brute = sum(1 for item in stories if period == item[0] and fits(item, "period"))
        assert counts.periods[period] == brute


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(stories=st.lists(story, max_size=8), chosen=choice)
def test_the_database_counts_and_lists_the_same(stories, chosen, db):
    from django.db import transaction

    with transaction.atomic():
        sectors = [make_sector(f"Sector {n}") for n in SECTORS]
        countries = [make_country(f"Country {n}") for n in COUNTRIES]
        for period, in_sectors, in_countries in stories:
            make_news_item(
                period=period,
                sector=sectors[min(in_sectors)] if in_sectors else None,
                further_sectors=[sectors[n] for n in in_sectors],
                countries=[countries[n] for n in in_countries],
            )
        wanted = (
            mask_of(sectors[n] for n in chosen[0]),
            mask_of(countries[n] for n in chosen[1]),
        )
        counts = count(NewsItem.objects.published().combinations(), Choice(*wanted))
        listed = NewsItem.objects.published().in_masks(*wanted)

        brute = [
            item
            for item in NewsItem.objects.published()
            if (
                not chosen[0]
                or {s.pk for s in item.further_sectors.all()} & {sectors[n].pk for n in chosen[0]}
            )
            and (
                not chosen[1]
                or {c.pk for c in item.countries.all()} & {countries[n].pk for n in chosen[1]}
            )
        ]
        assert list(listed) == brute
        assert counts.total == len(brute)
        transaction.set_rollback(True)


def test_masks_follow_every_way_a_relation_changes():
    culture, education = make_sector("Culture"), make_sector("Education")
    kazakhstan, region = make_country(), make_region()
    item = make_news_item(sector=culture)

    def masks():
        item.refresh_from_db()
        return item.sector_mask, item.country_mask

    assert masks() == (culture.mask, 0)
    item.further_sectors.add(education)
    item.countries.set([kazakhstan])
    assert masks() == (culture.mask | education.mask, kazakhstan.mask)
    region.news_items.add(item)
    assert masks()[1] == kazakhstan.mask | region.mask
    kazakhstan.news_items.clear()
    assert masks()[1] == region.mask
    education.further_news_items.remove(item)
    assert masks()[0] == culture.mask
    item.sector = education
    item.save()
    assert masks()[0] == education.mask


def test_a_freed_bit_is_given_again_and_none_twice():
    first, second = make_country("Kazakhstan"), make_country("Kyrgyzstan")
    bit = first.facet_bit
    first.delete()
    third = make_country("Tajikistan")
    assert third.facet_bit == bit != second.facet_bit


def test_a_deleted_subject_leaves_no_bit_behind_for_the_next_one():
    country, sector = make_country("Kazakhstan"), make_sector("Culture")
    make_news_item(countries=[country], further_sectors=[sector])
    country.delete()
    sector.delete()
    other, another = make_country("Tajikistan"), make_sector("Education")
    assert not NewsItem.objects.in_masks(countries=other.mask).exists()
    assert not NewsItem.objects.in_masks(sectors=another.mask).exists()
