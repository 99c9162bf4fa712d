"""The bin at the desk: deleting moves a page there, and it can be taken out again."""

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import model_ngettext, unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from almaty import bin as desk_bin
from almaty import editing
from almaty.desk_addresses import desk_url, url_name
from almaty.desk_forms import whole_number
from almaty.publishing import Status
from almaty.where_used_admin import reasons_to_keep, told

PER_PAGE = 50


class BinMixin:
    """For PublishableAdmin. Django's deleting for good is not to be reached from the desk."""

    change_list_template = "admin/page_list.html"
    can_go_while_used = False  # where pages that name it only lose the name: stories of an edition

    def get_urls(self):
        wrapped = self.admin_site.admin_view
        return [
            path("bin/", wrapped(self.bin_view), name=url_name("bin", self.model)),
            path(
                "<path:object_id>/undelete/",
                wrapped(self.undelete_view),
                name=url_name("undelete", self.model),
            ),
            *super().get_urls(),
        ]

    def has_delete_permission(self, request, obj=None):
        """Who may delete at all, may delete what he may change; what is live goes from the public,
        and so asks for the right to withdraw."""
        if not super().has_delete_permission(request, obj):
            return False
        if obj is None:
            return True
        may_go = not obj.is_live or self.may(request, "withdraw")
        return may_go and self.has_change_permission(request, obj)

    def changelist_view(self, request, extra_context=None):
        context = {}
        if self.has_delete_permission(request):
            context["bin_url"] = desk_url("bin", self.model)
        return super().changelist_view(request, context | (extra_context or {}))

    # Into the bin ------------------------------------------------------------------------------

    def delete_view(self, request, object_id, extra_context=None):
        page = self.get_object(request, unquote(object_id))
        if page is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_delete_permission(request, page):
            raise PermissionDenied
        answer = self.ask_or_delete(request, [page], is_sure="post" in request.POST)
        if answer is None and IS_POPUP_VAR in request.POST:
            return self.response_delete(request, str(page), page.pk)
        return answer or HttpResponseRedirect(desk_url("changelist", self.model))

    def get_actions(self, request):
        """The action keeps its name, and moves to the bin."""
        actions = super().get_actions(request)
        if "delete_selected" in actions:
            words = _("Move selected %(verbose_name_plural)s to the bin")
            actions["delete_selected"] = (type(self).bin_selected, "delete_selected", words)
        return actions

    def bin_selected(self, request, queryset):
        pages = list(queryset)
        if kept := [page for page in pages if not self.has_delete_permission(request, page)]:
            words = _("Nothing was moved: you may not take these to the bin: %(pages)s.")
            names = ", ".join(f"“{page}”" for page in kept)
            messages.error(request, words % {"pages": names})
            return None
        return self.ask_or_delete(request, pages, is_sure="post" in request.POST)

    def ask_or_delete(self, request, pages, is_sure):
        """What depends on the pages, to be confirmed; None once they are in the bin."""
        rows = [
            {
                "page": page,
                "seen": request.POST.get(f"version-{page.pk}", page.version),
                "parts": parts_in_words(page),
                "uses": told(self.admin_site, request, page) if self.can_go_while_used else None,
                "reasons": []
                if self.can_go_while_used
                else reasons_to_keep(self.admin_site, request, page),
            }
            for page in pages
        ]
        is_refused = any(row["reasons"] for row in rows)
        if is_sure and not is_refused:
            desk_bin.empty(self.model, for_whom=request.user)
            done = self.each(
                request, pages, lambda page, version: editing.delete(page, request.user, version)
            )
            if done:
                words = ngettext(
                    "%(count)s moved to the bin. It can be taken out for %(days)s days.",
                    "%(count)s moved to the bin. They can be taken out for %(days)s days.",
                    len(done),
                )
                given = {"count": len(done), "days": desk_bin.BIN_DAYS}
                messages.success(request, words % given)
            return None
        context = self.admin_site.each_context(request) | {
            "title": _("Not deleted: still in use") if is_refused else _("Move to the bin?"),
            "subtitle": None,
            "opts": self.opts,
            "media": self.media,
            "object": pages[0] if len(pages) == 1 else None,
            "rows": rows,
            "is_refused": is_refused,
            "is_bulk": "action" in request.POST,
            "is_popup": IS_POPUP_VAR in request.POST or IS_POPUP_VAR in request.GET,
            "days": desk_bin.BIN_DAYS,
            "names": model_ngettext(self.opts, len(pages)),
        }
        return TemplateResponse(request, "admin/bin_confirmation.html", context)

    def delete_model(self, request, obj):
        editing.delete(obj, request.user)

    def delete_queryset(self, request, queryset):
        for page in queryset:
            editing.delete(page, request.user)

    # Out of the bin ----------------------------------------------------------------------------

    def bin_view(self, request):
        if not self.has_delete_permission(request):
            raise PermissionDenied
        desk_bin.empty(self.model, for_whom=request.user)
        pages = self.in_brief(self.get_queryset(request).filter(status=Status.DELETED))
        shown = Paginator(pages.order_by("-deleted_at", "-pk"), PER_PAGE)
        shown = shown.get_page(request.GET.get("p"))
        by = {
            revision.object_id: revision.who
            for revision in desk_bin.moves_to_bin(self.model).filter(
                object_id__in=[page.pk for page in shown]
            )
        }
        context = self.admin_site.each_context(request) | {
            "title": _("Bin: %s") % self.opts.verbose_name_plural,
            "subtitle": None,
            "opts": self.opts,
            "shown": shown,
            "page_numbers": shown.paginator.get_elided_page_range(shown.number, on_ends=1),
            "days": desk_bin.BIN_DAYS,
            "rows": [
                {
                    "page": page,
                    "who": by.get(page.pk, ""),
                    "left": desk_bin.days_left(page),
                    "undelete_url": desk_url("undelete", page, page.pk),
                }
                for page in shown
            ],
        }
        return TemplateResponse(request, "admin/bin.html", context)

    def undelete_view(self, request, object_id):
        page = self.get_object(request, unquote(object_id))
        if page is None or page.status != Status.DELETED:
            raise Http404("not in the bin")
        if not self.has_delete_permission(request, page):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        try:
            with transaction.atomic():
                seen = whole_number(request.POST.get("version"))
                page = editing.undelete(page, request.user, seen)
                self.log_change(request, page, "Taken out of the bin")
        except editing.Conflict:
            words = _("Somebody has changed this page meanwhile. Look again.")
            messages.error(request, words)
            return HttpResponseRedirect(desk_url("bin", self.model))
        words = _("“%(page)s” is out of the bin, and not public: publish it to show it again.")
        messages.success(request, words % {"page": page})
        return HttpResponseRedirect(desk_url("change", page, page.pk))


def parts_in_words(page):
    """What goes with the page, by kind: [(name, rows in words)]."""
    found = []
    for name in page.revised_parts:
        rows = list(editing.contents.part_rows(page, name))
        if rows:
            label = capfirst(str(rows[0]._meta.verbose_name_plural))
            found.append((label, [str(row) for row in rows]))
    return found
