"""Imports at the desk: a document is chosen, its suggestions are reviewed, its source is kept."""

from functools import partial

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, OuterRef, Q
from django.http import FileResponse, Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from almaty.desk import Concern
from almaty.desk_lists import NarrowedByItsOwn
from newsroom.import_forms import UploadForm
from newsroom.import_review import ReviewViews
from newsroom.importing.document import Refused
from newsroom.importing.landing import check, land
from newsroom.importing.outcome import examine
from newsroom.importing.recognition import Register
from newsroom.models import Import, RejectedPair, Suggestion

IS_OPEN = Q(Exists(Suggestion.objects.open().filter(story__document=OuterRef("pk"))))


class ReviewFilter(admin.SimpleListFilter):
    title, parameter_name = gettext_lazy("review"), "review"

    def lookups(self, request, model_admin):
        return [("open", _("with open suggestions")), ("done", _("reviewed"))]

    def queryset(self, request, queryset):
        if self.value() == "open":
            return queryset.filter(IS_OPEN)
        return queryset.exclude(IS_OPEN) if self.value() == "done" else queryset


def of_suggestions(*states):
    chosen = Q(stories__suggestions__state__in=states)
    return Count("stories__suggestions", filter=chosen, distinct=True)


@admin.register(Import)
class ImportAdmin(ReviewViews, NarrowedByItsOwn, admin.ModelAdmin):
    concern_order = 3
    list_display = ["name", "period", "language", "stories", "open", "accepted", "rejected"]
    list_display += ["who", "made_at"]
    list_filter = [ReviewFilter]
    search_fields = ["name", "period"]
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None
    change_list_template = "admin/newsroom/import/list.html"

    def get_queryset(self, request):
        rows = super().get_queryset(request).defer("blocks")
        if request.resolver_match.url_name != "newsroom_import_changelist":
            return rows
        return rows.annotate(
            story_count=Count("stories", distinct=True),
            open_count=of_suggestions(Suggestion.State.OPEN),
            taken_count=of_suggestions(*Suggestion.TAKEN),
            rejected_count=of_suggestions(Suggestion.State.REJECTED),
        )

    @admin.display(description=gettext_lazy("stories"))
    def stories(self, document):
        return document.story_count

    @admin.display(description=gettext_lazy("open"))
    def open(self, document):
        return document.open_count

    @admin.display(description=gettext_lazy("accepted"))
    def accepted(self, document):
        return document.taken_count

    @admin.display(description=gettext_lazy("rejected"))
    def rejected(self, document):
        return document.rejected_count

    @admin.display(description=gettext_lazy("by"), ordering="made_by_name")
    def who(self, document):
        return document.made_by_name or _("command line")

    def changelist_view(self, request, extra_context=None):
        title = {"title": _("Imports of editions")}
        return super().changelist_view(request, title | (extra_context or {}))

    def get_concerns(self):
        return [Concern(_("To be reviewed"), {"review": "open"}, IS_OPEN)]

    def in_brief(self, queryset):
        return queryset.defer("blocks").order_by("-pk")

    # A document is chosen ----------------------------------------------------------------------

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:object_id>/source/", view(self.source), name="newsroom_import_source"),
            path("<int:object_id>/all/", view(self.decide_on_all), name="newsroom_import_all"),
            path("<int:object_id>/<int:number>/", view(self.story), name="newsroom_import_story"),
            *super().get_urls(),
        ]

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = UploadForm(*(request.POST, request.FILES) if request.method == "POST" else ())
        context = {"title": _("Import an edition"), "form": form}
        if request.method == "POST" and form.is_valid():
            landed = self.try_to_land(request, form, context)
            if landed:
                return self.tell(request, landed)
        return self.shown(request, "upload", context)

    def try_to_land(self, request, form, context):
        """What landed, or None: the form then says why nothing did, and has what was pasted."""
        data, name = form.document
        try:
            outcome = examine(
                data,
                name,
                period=form.cleaned_data["period"],
                language=form.cleaned_data["language"] or None,
                register=Register.from_database,
            )
            context["sector_texts"] = outcome.edition.sector_texts
            context["warnings"] = outcome.edition.warnings
            if outcome.edition.stories and not outcome.edition.period:
                form.add_error("period", self.asked_for_period(form))
                return None
            check(outcome)
            log = partial(self.log_addition, request, message=[{"added": {}}])
            return land(outcome, data, by=request.user, log=log)
        except Refused as refused:
            form.add_error("file" if form.cleaned_data["file"] else "text", refused.sentence)
            return None

    def asked_for_period(self, form):
        words = _("The document does not say which half-year or year it is of: choose the period.")
        if form.cleaned_data["file"]:
            words += " " + _("Then choose the file again: browsers forget it.")
        return words

    def tell(self, request, landed):
        if not landed.is_new:
            words = _(
                "This document was imported before: nothing new was made. Here is what is known."
            )
            messages.info(request, words)
        else:
            words = _(
                "Imported: %(created)s new drafts, %(amended)s changed, %(known)s known already. "
                "Nothing is public."
            )
            messages.success(request, words % vars(landed))
        address = reverse("admin:newsroom_import_change", args=[landed.document.pk])
        return HttpResponseRedirect(address)

    def shown(self, request, template, context, status=200):
        context = self.admin_site.each_context(request) | {"opts": self.opts} | context
        response = render(request, f"admin/newsroom/import/{template}.html", context, status=status)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    # Its source --------------------------------------------------------------------------------

    def document_or_404(self, request, pk):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(Import.objects.defer("blocks"), pk=pk)

    def source(self, request, object_id):
        """The file as it was imported, to be saved and never shown by the browser."""
        document = self.document_or_404(request, object_id)
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        try:
            file = document.file.open("rb")
        except (FileNotFoundError, ValueError):  # a row without a file raises the second
            raise Http404("the file is gone") from None
        name = document.name
        if not name.endswith(suffix := "." + document.file.name.rpartition(".")[2]):
            name += suffix
        response = FileResponse(
            file, as_attachment=True, filename=name, content_type="application/octet-stream"
        )
        response.headers["Cache-Control"] = "private, no-store"
        return response

    # Django's own ------------------------------------------------------------------------------

    def change_view(self, request, object_id, form_url="", extra_context=None):
        pk = unquote(object_id)
        if not pk.isdecimal():
            raise Http404("not an import")
        return self.overview(request, int(pk))

    def get_deleted_objects(self, objs, request):
        """Stays short: of what goes with an import only its stories are named."""
        names = [str(document) for document in objs]
        return names, {self.opts.verbose_name_plural: len(names)}, set(), []


@admin.register(RejectedPair)
class RejectedPairAdmin(NarrowedByItsOwn, admin.ModelAdmin):
    """What is not suggested any more. Deleted here, it is again."""

    list_display = ["words", "kind", "value", "rejected_by", "rejected_at"]
    list_display_links = None
    list_filter = ["kind"]
    list_select_related = ["rejected_by"]
    search_fields = ["words", "value"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
