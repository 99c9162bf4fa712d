from django.urls import path

from newsroom import feeds, search_views, views

app_name = "newsroom"
urlpatterns = [
    path("", views.home, name="home"),
    path("snapshots/", views.newsitem_list, name="newsitem-list"),
    path("snapshots/feed/", feeds.newsitem_feed, name="newsitem-feed"),
    path("snapshots/<slug:period>/", views.snapshot_detail, name="snapshot-detail"),
    path("snapshots/<slug:period>/<slug:slug>/", views.newsitem_detail, name="newsitem-detail"),
    path("search/", search_views.search, name="search"),
]
