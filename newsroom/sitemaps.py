from almaty.sitemaps import PageSitemap
from newsroom.models import NewsItem, Snapshot


class SnapshotSitemap(PageSitemap):
    def items(self):
        return Snapshot.objects.published()


class NewsItemSitemap(PageSitemap):
    def items(self):
        bodies = [
            f"{name}{end}" for name in ("summary", "body") for end in ("", "_en", "_ru", "_kk")
        ]
        return NewsItem.objects.published().defer(*bodies)


SITEMAPS = {"editions": SnapshotSitemap, "stories": NewsItemSitemap}
