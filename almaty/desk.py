"""The desk: Django admin, with a home page that says what needs attention."""

from operator import itemgetter
from typing import NamedTuple

from django.conf import settings
from django.contrib.admin import AdminSite
from django.core.exceptions import BadRequest
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog

from almaty.addresses import in_language

SHOWN = 5


class Concern(NamedTuple):
    """Pages that need somebody: in words, as the filter of their list, and as a condition."""

    label: str
    filter: dict
    condition: Q


class DeskSite(AdminSite):
    site_title = _("Desk")
    index_title = _("What needs attention")
    index_template = "admin/desk_index.html"
    enable_nav_sidebar = False

    @property
    def site_header(self):
        return settings.OFFICE_SHORT_NAME

    def admin_view(self, view, cacheable=False):
        """Refuses U+0000 in an address once, which PostgreSQL would refuse in every query."""

        def checked(request, *args, **kwargs):
            if "\0" in request.path or any("\0" in v for vs in request.GET.lists() for v in vs[1]):
                raise BadRequest("This address holds a character that no page has.")
            return view(request, *args, **kwargs)

        return super().admin_view(checked, cacheable)

    def each_context(self, request):
        path = request.get_full_path()
        return super().each_context(request) | {
            "desk_languages": [
                {
                    "code": code,
                    "name": name,
                    "url": in_language(path, code),
                    "is_current": code == get_language(),
                }
                for code, name in settings.LANGUAGES
            ]
        }

    def i18n_javascript(self, request, extra_context=None):
        """The words of Django's scripts, and of the editor's."""
        packages = ["django.contrib.admin", "django_prose_editor", "almaty"]
        return JavaScriptCatalog.as_view(packages=packages)(request)

    def index(self, request, extra_context=None):
        groups = [group for group in self.concerns(request) if group["concerns"]]
        groups.sort(key=itemgetter("order"))
        return super().index(request, {"groups": groups})

    def concerns(self, request):
        """One query for each model and one for each concern, whatever the number of pages."""
        for model, model_admin in self._registry.items():
            if hasattr(model_admin, "get_concerns") and model_admin.has_change_permission(request):
                concerns = model_admin.get_concerns()
                counts = model.objects.order_by().aggregate(
                    **{
                        f"concern_{number}": Count("pk", filter=concern.condition)
                        for number, concern in enumerate(concerns)
                    }
                )
                yield {
                    "order": model_admin.concern_order,
                    "name": model._meta.verbose_name_plural,
                    "concerns": [
                        told(model_admin, concern, count)
                        for concern, count in zip(concerns, counts.values(), strict=True)
                        if count
                    ],
                }


def told(model_admin, concern, count):
    """A concern with its number, its first pages, and the address of the list of all."""
    options = model_admin.opts
    named = f"admin:{options.app_label}_{options.model_name}"
    pages = model_admin.in_brief(model_admin.model.objects.filter(concern.condition))
    is_scheduled = concern.filter.get("state") == "scheduled"
    return {
        "label": concern.label,
        "count": count,
        "url": f"{reverse(f'{named}_changelist')}?{urlencode(concern.filter)}",
        "more": max(0, count - SHOWN),
        "pages": [
            {
                "name": str(page),
                "url": reverse(f"{named}_change", args=[page.pk]),
                "note": model_admin.state(page) if is_scheduled else "",
            }
            for page in pages[:SHOWN]
        ],
    }
