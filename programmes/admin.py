"""The register at the desk: sectors, countries, places, partners, projects."""

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from almaty.admin import DeskAdmin, TableInline
from almaty.desk_filters import Gap, MissingFilter, SeenFilter, translation_gaps
from almaty.merge_admin import Merges
from almaty.overwrites import OverwritesNothing, RowsThatGo
from almaty.publishable_admin import PublishableAdmin
from almaty.rights import seen_by
from almaty.where_used_admin import ShowsUses, reasons_to_keep
from programmes.models import (
    Country,
    Participation,
    Partner,
    PartnerName,
    Place,
    PlaceName,
    Project,
    ProjectName,
    Sector,
)


class SubjectAdmin(ShowsUses, PublishableAdmin):
    """Sectors and countries: few rows, in an order of their own. They stay public as long as any
    page names one, which shows its name."""

    list_display = ["thumbnail", "name", "state", "languages_shown", "position", "modified_at"]
    list_display_links = ["name"]
    list_select_related = ["image"]
    search_fields = ["name_en", "name_ru", "name_kk", "slug"]
    autocomplete_fields = ["image"]

    def why_it_stays(self, request, page):
        if not reasons_to_keep(self.admin_site, request, page):
            return ""
        words = _(
            "“%(page)s” is not withdrawn: other pages name it. They stand below its form, under "
            "“Where it is used”."
        )
        return words % {"page": page}


@admin.register(Sector)
class SectorAdmin(SubjectAdmin):
    language_fields = ["name", "mandate", "body"]
    fieldsets_after = [
        (_("On the site"), {"fields": [("image", "thumbnail"), "position"]}),
        PublishableAdmin.publication,
    ]
    gaps = translation_gaps(Sector)
    list_filter = [*PublishableAdmin.list_filter, MissingFilter]


@admin.register(Country)
class CountryAdmin(SubjectAdmin):
    language_fields = ["name", "introduction"]
    fieldsets_after = [
        (_("On the site"), {"fields": [("image", "thumbnail"), "position", "iso2", "is_region"]}),
        PublishableAdmin.publication,
    ]
    gaps = translation_gaps(Country)
    list_filter = [*PublishableAdmin.list_filter, MissingFilter, "is_region"]


class PlaceNameInline(TableInline):
    model = PlaceName
    formset = RowsThatGo


@admin.register(Place)
class PlaceAdmin(OverwritesNothing, ShowsUses, DeskAdmin):
    language_fields = ["name"]
    fieldsets_after = [
        (_("Where it lies"), {"fields": ["kind", "country", "latitude", "longitude"]})
    ]
    inlines = [PlaceNameInline]
    list_display = ["name", "kind", "country"]
    list_select_related = ["country"]
    list_filter = ["kind", ("country", SeenFilter)]
    search_fields = ["name_en", "name_ru", "name_kk", "other_names__name"]

    def get_queryset(self, request):
        """Each is shown with its country."""
        seen = seen_by(request.user, Country, "country__")
        rows = super().get_queryset(request)
        return rows.filter(seen | Q(country=None)) if seen else rows


class PartnerNameInline(TableInline):
    model = PartnerName


class PartnerWorkFilter(admin.SimpleListFilter):
    """Partners by the country of the projects and stories that one may see and that name them."""

    title = _("works in")
    parameter_name = "country"

    def lookups(self, request, model_admin):
        seen = Country.objects.filter(seen_by(request.user, Country))
        return [(country.slug, str(country)) for country in seen]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        work = Q()
        for link, owner in (("participations", "project"), ("contributions", "news_item")):
            kind = Partner._meta.get_field(link).related_model._meta.get_field(owner).related_model
            named = Partner.objects.filter(
                seen_by(request.user, kind, f"{link}__{owner}__"),
                **{f"{link}__{owner}__countries__slug": self.value()},
            )
            work |= Q(pk__in=named.values("pk"))
        return queryset.filter(work)


@admin.register(Partner)
class PartnerAdmin(Merges, ShowsUses, PublishableAdmin):
    concern_order = 4
    language_fields = ["name", "description"]
    fieldsets_before = [(None, {"fields": ["acronym", "kind"]})]
    fieldsets_after = [
        (_("About the organisation"), {"fields": ["seat", "website", "parent"]}),
        PublishableAdmin.publication,
        (_("For the desk"), {"fields": ["note"]}),
    ]
    autocomplete_fields = ["parent"]
    inlines = [PartnerNameInline]
    list_display = ["name", "acronym", "kind", "state", "languages_shown", "modified_at"]
    list_display_links = ["name"]
    gaps = [*translation_gaps(Partner), Gap("kind", _("kind"), Q(kind=Partner.Kind.UNKNOWN))]
    list_filter = [*PublishableAdmin.list_filter, "kind", PartnerWorkFilter, MissingFilter]
    search_fields = ["name_en", "name_ru", "name_kk", "acronym", "slug", "other_names__name"]


class ParticipationInline(TableInline):
    model = Participation
    autocomplete_fields = ["partner"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("partner")


class ProjectNameInline(TableInline):
    model = ProjectName


@admin.register(Project)
class ProjectAdmin(Merges, ShowsUses, PublishableAdmin):
    concern_order = 3
    language_fields = ["title", "short_title", "summary", "body"]
    fieldsets_after = [
        (_("Where, and on what"), {"fields": ["countries", "sector", "further_sectors"]}),
        (
            _("When"),
            {
                "fields": [
                    ("start", "start_precision"),
                    ("end", "end_precision"),
                    "stated_status",
                ]
            },
        ),
        (_("More about it"), {"fields": ["own_role", "code", "website", ("image", "thumbnail")]}),
        PublishableAdmin.publication,
    ]
    checkbox_fields = ["countries", "further_sectors"]
    autocomplete_fields = ["image"]
    inlines = [ParticipationInline, ProjectNameInline]
    list_display = ["thumbnail", "title", "state", "sector", "languages_shown", "modified_at"]
    list_display_links = ["title"]
    list_select_related = ["image", "sector"]
    gaps = [
        *translation_gaps(Project),
        Gap("sector", _("sector"), Q(sector=None)),
        Gap(
            "country",
            _("country"),
            Q(~Exists(Project.countries.through.objects.filter(project=OuterRef("pk")))),
        ),
        Gap("image", _("image"), Q(image=None)),
    ]
    list_filter = [*PublishableAdmin.list_filter, ("sector", SeenFilter)]
    list_filter += [("countries", SeenFilter), MissingFilter]
    search_fields = ["title_en", "title_ru", "title_kk", "short_title_en", "code", "slug"]
