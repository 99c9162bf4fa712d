"""What search engines are told: every public page, in the languages it exists in."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse


class PageSitemap(Sitemap):
    """Objects with `get_absolute_url` and `languages`."""

    i18n = True
    alternates = True
    x_default = True
    limit = 10_000

    def get_languages_for_item(self, item):
        return item.languages

    def lastmod(self, item):
        return getattr(item, "modified_at", None)


class ListSitemap(Sitemap):
    """The lists themselves: their interface exists in every language."""

    i18n = True
    alternates = True
    x_default = True
    names = (
        "newsroom:home",
        "newsroom:newsitem-list",
        "programmes:sector-list",
        "programmes:country-list",
        "programmes:project-list",
        "programmes:partner-list",
    )

    def items(self):
        return list(self.names)

    def location(self, name):
        return reverse(name)

    def get_languages_for_item(self, item):
        return [code for code, _name in settings.LANGUAGES]
