from almaty.sitemaps import PageSitemap
from newsroom.models import NewsItem, Snapshot


class SnapshotSitemap(PageSitemap):
    def pages(self):
        return Snapshot.objects.published()


class NewsItemSitemap(PageSitemap):
    def pages(self):
        return NewsItem.objects.published()


SITEMAPS = {"editions": SnapshotSitemap, "stories": NewsItemSitemap}
