"""The newsroom at the desk: stories, editions and results."""

from django import forms
from django.contrib import admin, messages
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from modeltranslation.admin import TranslationStackedInline

from almaty.admin import DeskAdmin, DeskInline, PublishableAdmin, TableInline
from almaty.desk_filters import Gap, MissingFilter, PeriodFilter, translation_gaps
from almaty.desk_forms import PageForm
from almaty.periods import Period
from newsroom.models import Contribution, EventDate, NewsItem, Result, Snapshot
from programmes.admin import ProjectAdmin
from programmes.models import Country, Sector


class MaskFilter(admin.SimpleListFilter):
    """Read from the mask in the story's row: no join, and primary and further sectors alike."""

    def lookups(self, request, model_admin):
        return [(row.slug, str(row)) for row in self.rows.objects.all()]

    def queryset(self, request, queryset):
        row = self.rows.objects.filter(slug=self.value()).first() if self.value() else None
        return queryset.in_masks(**{self.masks: row.mask}) if row else queryset


class SectorFilter(MaskFilter):
    title, parameter_name, rows, masks = _("sector"), "sector", Sector, "sectors"


class CountryFilter(MaskFilter):
    title, parameter_name, rows, masks = _("country"), "country", Country, "countries"


class EventDateInline(TableInline):
    model = EventDate


class ContributionInline(TableInline):
    model = Contribution
    autocomplete_fields = ["partner"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("partner")


class ResultInline(DeskInline, TranslationStackedInline):
    model = Result
    fields = [("value", "qualifier"), "unit", "country", "period", ("is_key", "position")]


class NewsItemForm(PageForm):
    def addresses_beside(self, cleaned):
        """The address of a story is its own within its period."""
        beside = super().addresses_beside(cleaned)
        return beside.filter(period=cleaned.get("period"))


@admin.register(NewsItem)
class NewsItemAdmin(PublishableAdmin):
    form = NewsItemForm
    concern_order = 1
    language_fields = ["title", "summary", "body"]
    fieldsets_after = [
        (
            _("When, where, and on what"),
            {"fields": ["period", "countries", "places", "sector", "further_sectors", "tags"]},
        ),
        (_("Picture and project"), {"fields": [("image", "thumbnail"), "project"]}),
        (_("In the edition"), {"fields": ["snapshot", "position", "is_lead"]}),
        PublishableAdmin.publication,
    ]
    checkbox_fields = ["countries", "further_sectors"]
    autocomplete_fields = ["places", "image", "project", "snapshot"]
    inlines = [EventDateInline, ContributionInline, ResultInline]
    list_display = ["thumbnail", "title", "state", "period", "sector"]
    list_display += ["languages_shown", "modified_at"]
    list_display_links = ["title"]
    list_select_related = ["image", "sector"]
    # Drafts without a time come first on every database.
    ordering = [F("published_at").desc(nulls_first=True), "position", "-pk"]
    gaps = [
        *translation_gaps(NewsItem),
        Gap("image", _("image"), Q(image=None)),
        Gap("alt", _("alternative text"), Q(image__decorative=False, image__alt_en="")),
        Gap("sector", _("sector"), Q(sector_mask=0)),
        Gap("country", _("country"), Q(country_mask=0)),
    ]
    list_filter = [*PublishableAdmin.list_filter, PeriodFilter, SectorFilter, CountryFilter]
    list_filter += ["is_lead", MissingFilter]
    search_fields = ["title_en", "title_ru", "title_kk", "slug"]
    actions = [*PublishableAdmin.actions, "gather"]

    def get_changeform_initial_data(self, request):
        return {
            "period": str(Period.of(timezone.localdate()))
        } | super().get_changeform_initial_data(request)

    @admin.action(permissions=["change"], description=_("Put into the edition of their period"))
    def gather(self, request, queryset):
        editions = {edition.period: edition for edition in Snapshot.objects.all()}
        gathered = left = 0
        for story in queryset.filter(snapshot=None):
            edition = editions.get(story.period)
            if edition:
                story.snapshot = edition
                story.save(update_fields=["snapshot", "modified_at"])
                gathered += 1
            else:
                left += 1
        words = ngettext("%(count)s gathered.", "%(count)s gathered.", gathered)
        self.say_how_many(request, words, gathered)
        if left:
            words = ngettext(
                "%(count)s is of a period without an edition.",
                "%(count)s are of periods without an edition.",
                left,
            )
            messages.warning(request, words % {"count": left})


class StoryInline(TableInline):
    """The order of an edition: numbers beside titles. Stories are added and removed in their own
    forms, or by the action of their list."""

    model = NewsItem
    fields = ["position", "story", "story_state"]
    readonly_fields = ["story", "story_state"]
    ordering = ["position", "-published_at", "-pk"]
    extra = max_num = 0
    can_delete = False
    verbose_name_plural = _("stories in their order")

    def get_queryset(self, request):
        names = ["title", "status", "published_at", "position", "snapshot", "period"]
        return super().get_queryset(request).only(*names)

    def has_add_permission(self, request, obj=None):
        return False

    @admin.display(description=_("story"))
    def story(self, item):
        return format_html(
            '<a href="{}">{}</a>', reverse("admin:newsroom_newsitem_change", args=[item.pk]), item
        )

    @admin.display(description=_("state"))
    def story_state(self, item):
        return _("scheduled") if item.is_scheduled else item.get_status_display()


class SnapshotForm(PageForm):
    class Meta:
        widgets = {"period": forms.TextInput(attrs={"size": 10})}


@admin.register(Snapshot)
class SnapshotAdmin(PublishableAdmin):
    form = SnapshotForm
    fieldsets_before = [(None, {"fields": ["period"]})]
    concern_order = 2
    language_fields = ["title", "introduction"]
    fieldsets_after = [
        (_("Publication"), {"fields": [("image", "thumbnail"), "state", "published_at"]}),
    ]
    autocomplete_fields = ["image"]
    inlines = [StoryInline]
    list_display = ["thumbnail", "title", "period", "state", "languages_shown", "modified_at"]
    list_display_links = ["title"]
    list_select_related = ["image"]
    gaps = [
        *translation_gaps(Snapshot),
        Gap(
            "stories",
            _("stories"),
            Q(~Exists(NewsItem.objects.filter(snapshot=OuterRef("pk")))),
        ),
        Gap("image", _("image"), Q(image=None)),
    ]
    list_filter = [*PublishableAdmin.list_filter, MissingFilter]
    search_fields = ["title_en", "title_ru", "title_kk", "period"]

    def get_inlines(self, request, obj):
        return self.inlines if obj else []


@admin.register(Result)
class ResultAdmin(DeskAdmin):
    fieldsets_before = [(None, {"fields": [("value", "qualifier")]})]
    language_fields = ["unit"]
    fieldsets_after = [
        (_("Where and when"), {"fields": ["country", "period"]}),
        (_("Where it is said"), {"fields": ["news_item", "project"]}),
        (_("On the site"), {"fields": ["is_key", "position"]}),
    ]
    autocomplete_fields = ["news_item", "project"]
    list_display = ["__str__", "country", "period", "news_item", "project", "is_key"]
    list_select_related = ["country", "news_item", "project"]
    gaps = translation_gaps(Result)
    list_filter = [PeriodFilter, "is_key", "qualifier", "country", MissingFilter]
    search_fields = ["unit_en", "unit_ru", "unit_kk"]


# A project's results are the newsroom's rows: the register does not know of them.
ProjectAdmin.inlines = [*ProjectAdmin.inlines, ResultInline]
