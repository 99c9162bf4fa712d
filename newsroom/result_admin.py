"""Results at the desk: read and found here, changed in the form of their story or project."""

from django.contrib import admin
from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationStackedInline

from almaty.admin import DeskAdmin, DeskInline
from almaty.desk_addresses import desk_url
from almaty.desk_filters import MissingFilter, PeriodFilter, SeenFilter, translation_gaps
from almaty.rights import seen_by
from newsroom.models import NewsItem, Result
from programmes.models import Project


class ResultInline(DeskInline, TranslationStackedInline):
    model = Result
    fields = [("value", "qualifier"), "unit", "country", "period", ("is_key", "position")]


class OwnResultInline(ResultInline):
    """Of a project: the results that no story reports. A story's are published with the story."""

    def get_queryset(self, request):
        return super().get_queryset(request).filter(news_item=None)


class ResultAdmin(DeskAdmin):
    """A list to look things up in. A result is a part of a page: it has no draft of its own."""

    fieldsets_before = [(None, {"fields": [("value", "qualifier")]})]
    language_fields = ["unit"]
    fieldsets_after = [
        (_("Where and when"), {"fields": ["country", "period"]}),
        (_("Where it is said"), {"fields": ["source_form"]}),
        (_("On the site"), {"fields": ["is_key", "position"]}),
    ]
    readonly_fields = ["source_form"]
    list_display = ["__str__", "country", "period", "source_form", "is_key"]
    list_select_related = ["country", "news_item", "project"]
    gaps = translation_gaps(Result)
    list_filter = [PeriodFilter, "is_key", "qualifier", ("country", SeenFilter), MissingFilter]
    search_fields = ["unit_en", "unit_ru", "unit_kk"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        """As of pages: the drafts of others are seen by those who may edit them."""
        seen = Q()
        for name, model in (("news_item", NewsItem), ("project", Project)):
            is_source = Q(news_item__isnull=name == "project")
            seen |= is_source & seen_by(request.user, model, f"{name}__")
        return super().get_queryset(request).filter(seen)

    @admin.display(description=_("edited in"))
    def source_form(self, result):
        page = result.news_item or result.project
        return format_html('<a href="{}">{}</a>', desk_url("change", page, page.pk), page)
