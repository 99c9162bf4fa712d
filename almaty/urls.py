"""The map of the site."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path
from django.views.decorators.cache import cache_control
from django.views.generic import TemplateView

from almaty import health
from almaty.caching import public_page
from almaty.fact_check_views import fact_check
from almaty.media import media
from almaty.sitemaps import ListSitemap
from almaty.views import favicon
from newsroom.sitemaps import SITEMAPS as STORIES
from programmes.sitemaps import SITEMAPS as REGISTER

SITEMAPS = {"lists": ListSitemap} | STORIES | REGISTER

robots = cache_control(public=True, max_age=3600)(
    TemplateView.as_view(template_name="robots.txt", content_type="text/plain")
)
robots.asks_no_database = True  # it is there also while the database is away

handler400 = "almaty.big_forms.bad_request"
handler403 = "almaty.typed_text.permission_denied"
handler404 = "almaty.typed_text.page_not_found"
handler500 = "almaty.typed_text.server_error"

urlpatterns = [
    path(
        "sitemap.xml",
        public_page(sitemaps.index),
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-section"},
        name="sitemap",
    ),
    path(
        "sitemap-<section>.xml",
        public_page(sitemaps.sitemap),
        {"sitemaps": SITEMAPS},
        name="sitemap-section",
    ),
    path("robots.txt", robots),
    path("favicon.ico", favicon),
    path("healthz/", health.live),
    path("readyz/", health.ready),
    path("media/<path:name>", media, name="media"),
    path("check/<str:token>/", fact_check, name="fact-check"),
    *i18n_patterns(
        path("admin/", include("almaty.accounts.urls")),
        path("admin/", admin.site.urls),
        path("", include("programmes.urls")),
        path("", include("newsroom.urls")),
        prefix_default_language=False,
    ),
]

if "debug_toolbar" in settings.INSTALLED_APPS:
    urlpatterns += [path("__debug__/", include("debug_toolbar.urls"))]
