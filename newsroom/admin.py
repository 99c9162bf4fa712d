"""The newsroom at the desk: stories, editions and results."""

from django import forms
from django.contrib import admin, messages
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from almaty import editing
from almaty.admin import TableInline
from almaty.desk_filters import Gap, MissingFilter, PeriodFilter, translation_gaps
from almaty.desk_forms import PageForm
from almaty.periods import Period
from almaty.publishable_admin import PublishableAdmin
from almaty.rights import seen_by
from newsroom.edition_admin import PublishesTogether, StoryInline
from newsroom.import_admin import ImportAdmin, RejectedPairAdmin  # noqa: F401 of the desk too
from newsroom.import_source import ShowsItsSource
from newsroom.models import Contribution, EventDate, NewsItem, Result, Snapshot
from newsroom.result_admin import OwnResultInline, ResultAdmin, ResultInline
from programmes.admin import ProjectAdmin
from programmes.models import Country, Sector


class MaskFilter(admin.SimpleListFilter):
    """Read from the mask in the story's row: no join, and primary and further sectors alike."""

    def lookups(self, request, model_admin):
        return [(row.slug, str(row)) for row in self.rows_seen(request)]

    def rows_seen(self, request):
        return self.rows.objects.filter(seen_by(request.user, self.rows))

    def queryset(self, request, queryset):
        row = self.rows_seen(request).filter(slug=self.value()).first() if self.value() else None
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


class NewsItemForm(PageForm):
    def addresses_beside(self, cleaned):
        """The address of a story is its own within its period."""
        beside = super().addresses_beside(cleaned)
        return beside.filter(period=cleaned.get("period"))


@admin.register(NewsItem)
class NewsItemAdmin(ShowsItsSource, PublishableAdmin):
    form = NewsItemForm
    concern_order = 1
    language_fields = ["title", "summary", "body"]
    fieldsets_after = [
        (
            _("When, where, and on what"),
            {"fields": ["period", "countries", "places", "sector", "further_sectors", "tags"]},
        ),
        (_("Picture and project"), {"fields": [("image", "thumbnail"), "project"]}),
        (_("In the edition"), {"fields": ["snapshot", "is_lead"]}),
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
        """As a form would: of a story that is live it is a draft change."""
        editions = {edition.period: edition for edition in Snapshot.objects.kept()}
        stories = queryset.select_related("draft")
        stories = [story for story in stories if self.has_change_permission(request, story)]
        stories = [story for story in stories if not edition_of(story)]
        going = [story for story in stories if story.period in editions]

        def put(story, version):
            content = editing.current_content(story)
            content |= {"snapshot_id": editions[story.period].pk}
            return editing.save(story, content, request.user, version)[0]

        done = self.each(request, going, put, _("Put into the edition of their period"))
        words = ngettext("%(count)s gathered.", "%(count)s gathered.", len(done))
        self.say_how_many(request, words, len(done), of=stories)
        if waiting := sum(story.is_live for story in done):
            words = ngettext(
                "%(count)s is public: publish its changes, so that readers see it there.",
                "%(count)s are public: publish their changes, so that readers see them there.",
                waiting,
            )
            messages.info(request, words % {"count": waiting})
        if left := len(stories) - len(going):
            words = ngettext(
                "%(count)s is of a period without an edition.",
                "%(count)s are of periods without an edition.",
                left,
            )
            messages.warning(request, words % {"count": left})


def edition_of(story):
    """The key of the edition that the desk's version of a story is in."""
    return story.draft.content["snapshot_id"] if story.draft_id else story.snapshot_id


class SnapshotForm(PageForm):
    class Meta:
        widgets = {"period": forms.TextInput(attrs={"size": 10})}


@admin.register(Snapshot)
class SnapshotAdmin(PublishesTogether, PublishableAdmin):
    form = SnapshotForm
    can_go_while_used = True  # its stories stay, listed by date under the period's address
    fieldsets_before = [(None, {"fields": ["period"]})]
    concern_order = 2
    language_fields = ["title", "introduction"]
    fieldsets_after = [
        (
            _("Publication"),
            {"fields": [("image", "thumbnail"), "state", "published_at", "due_at", "public_until"]},
        ),
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


admin.site.register(Result, ResultAdmin)

# A project's results are the newsroom's rows: the register does not know of them.
ProjectAdmin.inlines = [*ProjectAdmin.inlines, OwnResultInline]
