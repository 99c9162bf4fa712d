"""What the map of the region is told about each country; its shapes are drawn once, by a script."""

from django.utils.translation import ngettext


def map_countries(countries):
    """{slug: {url, name, label}} for the countries drawn; `story_count` must be there."""
    return {
        country.slug: {
            "url": country.get_absolute_url(),
            "name": country.name,
            "label": ngettext(
                "%(name)s, %(count)s story", "%(name)s, %(count)s stories", country.story_count
            )
            % {"name": country.name, "count": country.story_count},
        }
        for country in countries
        if not country.is_region
    }
