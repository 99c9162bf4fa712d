"""What every list and form of the desk has in common.

A ModelAdmin says which of its fields are written in each language (`language_fields`), and what
else belongs to a page (`fieldsets_after`); the rest, from buttons to search, is here.
"""

from csp.decorators import csp_update
from django.conf import settings
from django.contrib import admin, messages
from django.db import models
from django.db.models import Q
from django.forms.models import _get_foreign_key
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from js_asset import Media
from modeltranslation.admin import TranslationAdmin

from almaty.desk import Concern
from almaty.desk_forms import AddressForm
from almaty.desk_lists import (
    LeanChangeList,
    LeanPaginator,
    NarrowedByItsOwn,
    long_fields,
    search,
)
from almaty.desk_widgets import (
    KEY,
    Autocomplete,
    AutocompleteMultiple,
    CheckboxGroup,
    InlineRows,
    ManyRows,
    TableRows,
)
from almaty.publishing import Publishable, Status
from almaty.rights import pages_named_by, seen_by

# The one style element that the editor writes into the page; another release may need another.
EDITOR_STYLE = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"


def in_each_language(*fields):
    """One fieldset per language; the one that is written first stands open."""
    return [
        (
            name,
            {
                "fields": [f"{field}_{code}" for field in fields],
                "classes": [] if code == settings.LANGUAGE_CODE else ["collapse"],
            },
        )
        for code, name in settings.LANGUAGES
    ]


def thumbnail(image):
    """A small square for the lists; they carry the name beside it, so it has no words."""
    if image is None:
        return ""
    url = image.file.square if image.is_ready else image.file.url
    return format_html('<img class="desk-thumbnail" src="{}" alt="" loading="lazy">', url)


class DeskMixin:
    """For forms and inlines alike: choices that cost no query per row."""

    name_of_key = "pk"  # by which the rows of a form are found, given the page's
    checkbox_fields = []
    short_choices = ["country", "sector"]  # relations to so few rows that a select holds them all

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Each box says its language, for spelling help and for who hears the form."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and (language := getattr(db_field, "language", None)):
            field.widget.attrs["lang"] = language
        if field and db_field.name in [*self.checkbox_fields, *self.short_choices]:
            # Sectors and countries are not made in passing.
            field.widget.can_add_related = field.widget.can_change_related = False
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if issubclass(db_field.related_model, Publishable):
            kwargs.setdefault("queryset", self.pages_to_choose(db_field, request))
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Autocomplete(db_field, self.admin_site)
            return super().formfield_for_foreignkey(db_field, request, **kwargs)
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name in self.short_choices:
            field.queryset = field.queryset.kept()
            field.choices = list(field.choices)  # read once, and not by every inline row again
        return field

    def pages_to_choose(self, db_field, request):
        """Those that this person may see, and whatever stands there already."""
        chosen = ~Q(status=Status.DELETED) & seen_by(request.user, db_field.related_model)
        key = request.resolver_match.kwargs.get("object_id", "")
        if KEY.fullmatch(key):
            held = self.model._base_manager.filter(**{self.name_of_key: key})
            chosen |= Q(pk__in=held.values(db_field.name))
        return db_field.related_model.objects.filter(chosen)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs["form_class"] = ManyRows
        if db_field.name in self.checkbox_fields:
            kwargs["widget"] = CheckboxGroup(db_field.verbose_name)
            kwargs["queryset"] = self.pages_to_choose(db_field, request)
        elif db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = AutocompleteMultiple(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class DeskInline(DeskMixin):
    """Rows that are parts of a page: who may change the page may change them."""

    formset = InlineRows
    extra = 0

    @property
    def name_of_key(self):
        return _get_foreign_key(self.parent_model, self.model, fk_name=self.fk_name).name

    def get_queryset(self, request):
        """Whoever may not change the page sees no row that names a page they may not see."""
        rows, user = super().get_queryset(request), request.user
        for field in pages_named_by(self.model):
            seen = seen_by(user, field.related_model, f"{field.name}__")
            if seen and field.name != self.name_of_key:
                is_own = Q(**{f"{self.name_of_key}__made_by": user.pk})
                rows = rows.filter(seen | is_own | Q(**{f"{field.name}__isnull": True}))
        return rows

    def has_view_permission(self, request, obj=None):
        return self.owner.has_view_or_change_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        return self.owner.has_change_permission(request, obj)

    def has_add_permission(self, request, obj=None):
        if obj is None:
            return self.owner.has_add_permission(request)
        return self.owner.has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.owner.has_change_permission(request, obj)

    @property
    def owner(self):
        return self.admin_site.get_model_admin(self.parent_model)


class TableInline(DeskInline, admin.TabularInline):
    formset = TableRows


class DeskAdmin(DeskMixin, NarrowedByItsOwn, TranslationAdmin):
    form = AddressForm
    language_fields = []
    fieldsets_before = []
    fieldsets_after = []
    gaps = []  # for MissingFilter and the desk's home page
    concern_order = 9  # on the desk's home page
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    paginator = LeanPaginator
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def get_fieldsets(self, request, obj=None):
        languages = in_each_language(*self.language_fields)
        return [*self.fieldsets_before, *languages, *self.fieldsets_after]

    def get_concerns(self):
        """What the desk's home page counts and names."""
        return [
            Concern(
                format_lazy(_("Without {gap}"), gap=gap.label),
                {"missing": gap.name},
                gap.condition,
            )
            for gap in self.gaps
        ]

    def in_brief(self, queryset):
        """Rows for a short list: named, without their texts."""
        return queryset.defer(*long_fields(self.model)).order_by("-pk")

    def get_changelist(self, request, **kwargs):
        return LeanChangeList

    @method_decorator(csp_update({"style-src": [EDITOR_STYLE]}))
    def changeform_view(self, request, *args, **kwargs):
        return super().changeform_view(request, *args, **kwargs)

    def render_change_form(self, request, context, *args, **kwargs):
        """The editor's import map is the one inline script of the site; it carries a nonce."""
        media = Media.from_media(context["media"])
        context["media"] = media.with_nonce(str(request.csp_nonce))
        return super().render_change_form(request, context, *args, **kwargs)

    def get_search_results(self, request, queryset, search_term):
        return search(queryset, search_term, self.get_search_fields(request)), False

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        self.say_what_pictures_went(request, obj, form)

    def say_what_pictures_went(self, request, obj, form):
        for name in set(long_fields(obj)) & set(form.changed_data):
            typed = form.data.get(form.add_prefix(name), "")
            if typed.count("<img") > getattr(obj, name).count("<img"):
                messages.warning(
                    request,
                    _(
                        "“%(field)s”: a picture that is not in our library was left out. Add "
                        "it under Images, and insert it from there."
                    )
                    % {"field": form.fields[name].label},
                )
