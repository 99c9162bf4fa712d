"""The short lists every page needs, held until the next edit, so that no page queries them."""

from django.apps import apps

from almaty.caching import held
from programmes.models import Country, Sector


def sectors():
    return held("sectors", lambda: list(Sector.objects.published().select_related("image")))


def countries():
    """The countries in the office's order, the region last."""
    return held("countries", lambda: list(Country.objects.published().select_related("image")))


def with_story_counts(rows):
    """These sectors or countries, each with the number of its public stories as `story_count`."""
    stories = apps.get_model("newsroom.NewsItem").objects.public_combinations()
    for row in rows:
        column = 1 if isinstance(row, Sector) else 2
        row.story_count = sum(group[3] for group in stories if group[column] & row.mask)
    return rows
