"""Pictures at the desk: the library, and the window in which one is picked for a text."""

from django import forms
from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from almaty.admin import DeskAdmin, in_each_language, thumbnail
from almaty.desk_filters import Gap, MissingFilter
from almaty.desk_forms import DeskForm
from almaty.models import Image
from almaty.overwrites import OverwritesNothing
from almaty.where_used import uses
from almaty.where_used_admin import ShowsUses

PICKED_FOR = "CKEditorFuncNum"  # as the editor names the place that waits for a picture


class ImageForm(DeskForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "focal_point" in self.fields:
            # A click sets it; a field that can be typed in serves who does not use a mouse.
            self.fields["focal_point"].widget = FocalPointInput(attrs={"size": 12})
        if self.instance.pk and "file" in self.fields:
            self.fields["file"].disabled = True
            self.fields["file"].widget.template_name = "admin/widgets/held_file.html"
            self.fields["file"].help_text = _(
                "Pages and texts show this very file. For another picture, add another image."
            )


class FocalPointInput(forms.TextInput):
    class Media:
        css = {"screen": ["imagefield/ppoi.css"]}
        js = ["imagefield/ppoi.js"]


@admin.register(Image)
class ImageAdmin(OverwritesNothing, ShowsUses, DeskAdmin):
    form = ImageForm
    fieldsets = [
        (None, {"fields": ["file", "focal_point", "decorative", "credit"]}),
        *in_each_language("alt", "caption"),
    ]
    list_display = ["preview", "__str__", "size", "credit", "uploaded_at"]
    list_display_links = ["__str__"]
    gaps = [
        Gap("alt", _("alternative text"), Q(decorative=False, alt_en="")),
        Gap("credit", _("credit"), Q(credit="")),
    ]
    list_filter = [MissingFilter, "decorative"]
    concern_order = 5
    search_fields = ["alt_en", "alt_ru", "alt_kk", "caption_en", "caption_ru", "credit"]

    def has_change_permission(self, request, obj=None):
        """What is said of a picture shows at once wherever it stands, and waits in no draft: so
        contributors change what is said of their own, until the public sees it."""
        if not super().has_change_permission(request, obj):
            return False
        is_editor = request.user.has_perm("almaty.delete_image")  # a right contributors lack
        if obj is None or is_editor:
            return True
        pages = [use.page for use in uses(obj)[0] if not (use.is_draft or use.revision)]
        is_shown = any(getattr(page, "is_live", True) for page in pages)
        return obj.uploaded_by_id == request.user.pk and not is_shown

    @admin.display(description=_("picture"), empty_value="")
    def preview(self, image):
        return thumbnail(image)

    @admin.display(description=_("size"))
    def size(self, image):
        return format_html("{} × {}", image.width, image.height)

    def get_fieldsets(self, request, obj=None):
        return self.fieldsets

    def save_model(self, request, obj, form, change):
        if not change:
            obj.uploaded_by = request.user
        super().save_model(request, obj, form, change)

    def delete_queryset(self, request, queryset):
        """One by one: each takes its files along."""
        for image in queryset:
            image.delete()

    def get_urls(self):
        pick = self.admin_site.admin_view(self.pick)
        return [path("pick/", pick, name="almaty_image_pick"), *super().get_urls()]

    def pick(self, request):
        """A window of the editor: a picture is chosen by a button, which tells the window below."""
        if not self.has_view_permission(request):
            return self.admin_site.login(request)
        words = request.GET.get("q", "")
        images, _distinct = self.get_search_results(request, self.get_queryset(request), words)
        page = Paginator(images, 24).get_page(request.GET.get("page"))
        context = self.admin_site.each_context(request) | {
            "title": _("Choose a picture"),
            "is_popup": True,
            "page": page,
            "q": words,
            "picked_for": request.GET.get(PICKED_FOR, ""),
            "has_add_permission": self.has_add_permission(request),
        }
        return render(request, "admin/almaty/image/pick.html", context)

    def response_add(self, request, obj, post_url_continue=None):
        """Back to the window in which a picture is being picked, if it was added from there."""
        waiting = request.GET.get(PICKED_FOR)
        if waiting is None:
            return super().response_add(request, obj, post_url_continue)
        query = urlencode({PICKED_FOR: waiting})
        return HttpResponseRedirect(f"{reverse('admin:almaty_image_pick')}?{query}")
