"""What search engines are told: every public page, in the languages it exists in."""

from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.urls import reverse

from almaty.translated import CODES, with_languages


class PageSitemap(Sitemap):
    """Pages with an address of their own: a subclass names its public ones in `pages()`."""

    i18n = True
    alternates = True
    x_default = True
    limit = 5_000

    def items(self):
        return with_languages(self.pages())

    def get_languages_for_item(self, item):
        return item.languages

    def lastmod(self, item):
        return getattr(item, "modified_at", None)

    def get_latest_lastmod(self):
        """Asked of the database: Django's own way reads every page."""
        pages = self.pages()
        if not any(field.name == "modified_at" for field in pages.model._meta.fields):
            return None
        return pages.aggregate(latest=Max("modified_at"))["latest"]


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
        return CODES
