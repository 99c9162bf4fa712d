"""What every list and form of the desk has in common.

A ModelAdmin says which of its fields are written in each language (`language_fields`), and what
else belongs to a page (`fieldsets_after`); the rest, from buttons to search, is here.
"""

from csp.decorators import csp_update
from django.conf import settings
from django.contrib import admin, messages
from django.db import models, transaction
from django.utils import formats, timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from js_asset import Media
from modeltranslation.admin import TranslationAdmin

from almaty.desk import Concern
from almaty.desk_filters import StateFilter, state_conditions
from almaty.desk_forms import AddressForm, PageForm
from almaty.desk_lists import LeanChangeList, LeanPaginator, long_fields, search
from almaty.desk_widgets import (
    Autocomplete,
    AutocompleteMultiple,
    CheckboxGroup,
    InlineRows,
    TableRows,
)
from almaty.publishing import Status

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
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Autocomplete(db_field, self.admin_site)
            return super().formfield_for_foreignkey(db_field, request, **kwargs)
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name in self.short_choices:
            field.choices = list(field.choices)  # read once, and not by every inline row again
        return field

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.checkbox_fields:
            kwargs["widget"] = CheckboxGroup(db_field.verbose_name)
        elif db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = AutocompleteMultiple(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class DeskInline(DeskMixin):
    formset = InlineRows
    extra = 0


class TableInline(DeskInline, admin.TabularInline):
    formset = TableRows


class DeskAdmin(DeskMixin, TranslationAdmin):
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


class PublishableAdmin(DeskAdmin):
    """A page: its state is changed by verbs, each a button and an action, and by nothing else."""

    form = PageForm
    list_display = ["thumbnail", "__str__", "state", "languages_shown", "modified_at"]
    list_display_links = ["__str__"]
    list_filter = [StateFilter]
    readonly_fields = ["state", "thumbnail"]
    actions = ["publish", "withdraw"]
    publication = (_("Publication"), {"fields": ["state", "published_at", "slug"]})

    def get_concerns(self):
        states = state_conditions()
        gaps = [
            Concern(
                format_lazy(_("Published without {gap}"), gap=gap.label),
                {"state": "published", "missing": gap.name},
                states["published"] & gap.condition,
            )
            for gap in self.gaps
        ]
        return [
            Concern(_("Drafts"), {"state": "draft"}, states["draft"]),
            Concern(_("Scheduled"), {"state": "scheduled"}, states["scheduled"]),
            *gaps,
        ]

    @admin.display(description=_("state"), ordering="status")
    def state(self, obj):
        if obj.pk is None:
            return _("new")
        if not obj.is_scheduled:
            return obj.get_status_display()
        return _("scheduled for %(time)s") % {"time": office_time(obj.published_at)}

    @admin.display(description=_("languages"))
    def languages_shown(self, obj):
        return " ".join(code.upper() for code in obj.languages)

    @admin.display(description=_("picture"), empty_value="")
    def thumbnail(self, obj):
        return thumbnail(obj.image)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["buttons"] = buttons_for(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_view_on_site_url(self, obj=None):
        return obj.get_absolute_url() if obj and obj.is_published() else None

    def save_related(self, request, form, formsets, change):
        """The verb comes last, when countries, tags and results are in their places."""
        super().save_related(request, form, formsets, change)
        page = form.instance
        if "_publish" in request.POST:
            page.publish()
            self.say_when_it_shows(request, page)
        elif "_withdraw" in request.POST:
            page.withdraw()
            messages.info(request, _("“%(page)s” is no longer public.") % {"page": page})

    def say_when_it_shows(self, request, page):
        if page.is_scheduled:
            words = _("“%(page)s” will be public from %(time)s.")
            time = office_time(page.published_at)
            messages.info(request, words % {"page": page, "time": time})
        else:
            messages.info(request, _("“%(page)s” is public.") % {"page": page})

    @admin.action(permissions=["change"], description=_("Publish selected %(verbose_name_plural)s"))
    def publish(self, request, queryset):
        pages = list(queryset.exclude(status=Status.PUBLISHED))
        ready = [page for page in pages if getattr(page, "slug", True)]
        with transaction.atomic():
            for page in ready:
                page.publish()
        words = ngettext("%(count)s published.", "%(count)s published.", len(ready))
        self.say_how_many(request, words, len(ready))
        if lacking := len(pages) - len(ready):
            words = ngettext(
                "%(count)s has no address: open it and save it first.",
                "%(count)s have no address: open them and save them first.",
                lacking,
            )
            messages.warning(request, words % {"count": lacking})

    @admin.action(
        permissions=["change"], description=_("Withdraw selected %(verbose_name_plural)s")
    )
    def withdraw(self, request, queryset):
        pages = list(queryset.filter(status=Status.PUBLISHED))
        with transaction.atomic():
            for page in pages:
                page.withdraw()
        words = ngettext("%(count)s withdrawn.", "%(count)s withdrawn.", len(pages))
        self.say_how_many(request, words, len(pages))

    def say_how_many(self, request, words, count):
        if count:
            messages.success(request, words % {"count": count})
        else:
            messages.info(request, _("Nothing to do: they are so already."))


def buttons_for(page):
    """Name and words of each button; the first is also what the Enter key presses."""
    if page and page.status == Status.PUBLISHED:
        return [("_save", _("Save changes")), ("_withdraw", _("Withdraw"))]
    is_ahead = page and page.published_at and page.published_at > timezone.now()
    return [("_save", _("Save draft")), ("_publish", _("Schedule") if is_ahead else _("Publish"))]


def office_time(moment):
    """A moment as the office's clock shows it, with the name of the zone."""
    local = timezone.localtime(moment)
    return f"{formats.date_format(local, 'DATETIME_FORMAT')} ({local.tzname()})"
