"""Atom: the list of stories for exactly the current filter."""

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.views.decorators.http import require_safe

from almaty.addresses import in_language
from almaty.caching import public_page
from almaty.listing import address
from almaty.throttle import throttle_words
from newsroom.listing import Listing

STORIES = 30


class StoryFeed(Atom1Feed):
    """Says of each entry in which language it is written."""

    def item_attributes(self, item):
        return {"xml:lang": item["language"]}


class NewsItemFeed(Feed):
    """The newest stories of the list with the same query string, in the same order."""

    feed_type = StoryFeed

    def __init__(self, request):
        self.site = request.build_absolute_uri("/").rstrip("/")

    def get_object(self, request):
        listing = Listing(request.GET)
        listing.query = listing.filter.query()
        return listing

    def title(self, listing):
        return listing.sentence

    def subtitle(self, listing):
        problems = listing.filter.form.errors.values()
        return " ".join(message for messages in problems for message in messages)

    def link(self, listing):
        return address(reverse("newsroom:newsitem-list"), listing.query)

    def feed_url(self, listing):
        return address(reverse("newsroom:newsitem-feed"), listing.query)

    def feed_guid(self, listing):
        return self.site + self.link(listing)

    def items(self, listing):
        return listing.first(STORIES)

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        return escape(item.summary)  # Atom is told that it is HTML

    def item_guid(self, item):
        """The English address names the story in every language's feed."""
        return self.site + in_language(item.get_absolute_url(), "en")

    item_guid_is_permalink = False

    def item_pubdate(self, item):
        return item.published_at

    def item_updateddate(self, item):
        return max(item.modified_at, item.published_at)

    def item_extra_kwargs(self, item):
        return {"language": item.language_of("title")}

    def item_categories(self, item):
        sector = [item.sector.name] if item.sector else []
        return sector + [country.name for country in item.countries.all()]


@require_safe
@public_page
@throttle_words  # only what nobody has asked for yet is counted
def newsitem_feed(request):
    return NewsItemFeed(request)(request)
