"""Merging two at the desk: tick them in the list, see what would be, and do it; or undo it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from taggit.models import Tag

from almaty import editing, merge
from almaty.contents import content_of, own_fields
from almaty.desk_addresses import desk_url, url_name
from almaty.desk_forms import whole_number
from almaty.differences import Names, in_words, label_of
from almaty.history import DRAFT, LIVE, day_in_words
from almaty.merges import Merge
from almaty.publishing import Status
from almaty.revisions import page_models
from almaty.rights import may
from almaty.where_used import paths_in, rows_that_name
from almaty.where_used_admin import told


class Merges:
    """For a ModelAdmin of partners, projects or tags."""

    def get_urls(self):
        wrapped = self.admin_site.admin_view
        return [
            path("merge/", wrapped(self.merge_view), name=url_name("merge", self.model)),
            path("unmerge/", wrapped(self.unmerge_view), name=url_name("unmerge", self.model)),
            *super().get_urls(),
        ]

    def may_merge(self, request, *rows):
        """Who may change and delete both; and publish, where the public would see it at once."""
        if not all(
            self.has_change_permission(request, row) and self.has_delete_permission(request, row)
            for row in rows
        ):
            return False
        pages = [page for row in rows for page in read_with(row)]
        pages += [row for row in rows if self.model is not Tag and row.is_live]
        return all(may(request.user, "publish", page) for page in pages)

    def may_part(self, request, done):
        """Who may merge the survivor; and publish, where the lost one was public and will be."""
        was_public = done.lost_state.get("status") == Status.PUBLISHED
        return not was_public or self.may(request, "publish")

    def get_actions(self, request):
        actions = super().get_actions(request)
        if "delete_selected" in actions:  # whoever may delete
            words = _("Merge the two selected %(verbose_name_plural)s into one…")
            actions["merge"] = (type(self).merge_selected, "merge", words)
        return actions

    def merge_selected(self, request, queryset):
        keys = list(queryset.order_by("pk").values_list("pk", flat=True)[:3])
        if len(keys) != 2:
            messages.warning(request, _("Tick exactly two to merge them."))
            return None
        query = urlencode({"survivor": keys[0], "lost": keys[1]})
        return HttpResponseRedirect(f"{desk_url('merge', self.model)}?{query}")

    def two(self, request, given):
        """The survivor and the lost one. Raises Http404 and PermissionDenied."""
        keys = [whole_number(given.get(name)) for name in ("survivor", "lost")]
        rows = [self.get_object(request, str(key)) for key in keys]
        if None in rows or keys[0] == keys[1]:
            raise Http404("not two of them")
        if not self.may_merge(request, *rows):
            raise PermissionDenied
        return rows

    def merge_view(self, request):
        if request.method == "POST":
            return self.carry_out_merge(request)
        survivor, lost = self.two(request, request.GET)
        return self.ask_to_merge(request, survivor, lost)

    def ask_to_merge(self, request, survivor, lost, status=200):
        swapped = urlencode({"survivor": lost.pk, "lost": survivor.pk})
        context = self.admin_site.each_context(request) | {
            "title": _("Merge “%(lost)s” into “%(survivor)s”")
            % {"lost": lost, "survivor": survivor},
            "subtitle": None,
            "opts": self.opts,
            "survivor": survivor,
            "lost": lost,
            "swap_url": f"{desk_url('merge', self.model)}?{swapped}",
            **({} if self.model is Tag else self.what_is_not_merged(lost)),
            "uses": told(self.admin_site, request, lost),
            "fields": [] if self.model is Tag else self.fields_to_choose(survivor, lost),
            "seen": [(row.pk, version_of(row)) for row in (survivor, lost)],
        }
        return TemplateResponse(request, "admin/merge.html", context, status=status)

    def what_is_not_merged(self, lost):
        """The changes that wait beside the page that goes."""
        if not lost.draft_id:
            return {}
        words = _(
            "“%(lost)s” has unpublished changes by %(who)s of %(when)s. They are not merged: they "
            "stay in its history. Publish them first if they are to count."
        )
        given = {
            "lost": lost,
            "who": lost.draft.who,
            "when": day_in_words(lost.draft.made_at),
        }
        query = urlencode({"a": LIVE, "b": DRAFT})
        address = f"{desk_url('compare', lost, lost.pk)}?{query}" if lost.is_live else ""
        return {"unpublished": words % given, "compare_url": address}

    def fields_to_choose(self, survivor, lost):
        """Each field that both fill otherwise, or only the lost one: what each says, in words."""
        own, other = content_of(survivor), content_of(lost)
        names = Names(self.model, own, other)
        wanted = merge.choices(self.model, own, other)
        rows = []
        for field in own_fields(self.model):
            name = field.attname if field.is_relation else field.name
            if name in wanted:
                rows.append(
                    {
                        "name": name,
                        "label": label_of(field),
                        "language": getattr(field, "language", None) or "",
                        "own": in_words(field, own[name], names),
                        "other": in_words(field, other[name], names),
                        "is_gap": own[name] in merge.EMPTY,
                    }
                )
        return rows

    def carry_out_merge(self, request):
        survivor, lost = self.two(request, request.POST)
        prefix = "take-"
        taken = {name.removeprefix(prefix) for name in request.POST if name.startswith(prefix)}
        taken = {name for name in taken if request.POST[prefix + name] == "lost"}
        given = {row.pk: request.POST.get(f"version-{row.pk}", "") for row in (survivor, lost)}
        seen = (
            given
            if self.model is Tag
            else {key: whole_number(version) for key, version in given.items()}
        )
        try:
            with transaction.atomic():
                done = merge.merge(lost, survivor, request.user, taken, seen)
                self.log_change(request, survivor, f"Merged {done.lost_name} into it")
        except (editing.Conflict, merge.NotMergeable):
            words = _("Nothing was merged: one of the two was changed meanwhile. Look again.")
            messages.error(request, words)
            return self.ask_to_merge(request, survivor, lost, status=409)
        words = _("“%(lost)s” is merged into “%(survivor)s”; its history can undo that.")
        messages.success(request, words % {"lost": done.lost_name, "survivor": survivor})
        return HttpResponseRedirect(desk_url("history", survivor, survivor.pk))

    # Undone ------------------------------------------------------------------------------------

    def history_view(self, request, object_id, extra_context=None):
        row = self.get_object(request, object_id)
        extra = dict(extra_context or {})
        if row is not None and self.may_merge(request, row):
            extra["merges"] = [
                done
                for done in Merge.objects.into(row).defer("steps")
                if merge.can_be_undone(done) and self.may_part(request, done)
            ]
            extra["unmerge_url"] = desk_url("unmerge", self.model)
            extra["version"] = getattr(row, "version", 0)
        return super().history_view(request, object_id, extra)

    def unmerge_view(self, request):
        """POST only: `merge` is the key of a merge into a page whose `version` was seen."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        done = Merge.objects.filter(pk=whole_number(request.POST.get("merge"))).first()
        if done is None or done.content_type.model_class() is not self.model:
            raise Http404("no such merge")
        survivor = self.get_object(request, str(done.survivor_id))
        if survivor is None:
            raise Http404("no such page")
        if not (self.may_part(request, done) and self.may_merge(request, survivor)):
            raise PermissionDenied
        version = None if self.model is Tag else whole_number(request.POST.get("version"))
        try:
            with transaction.atomic():
                left_alone = merge.undo(done, request.user, version)
                self.log_change(request, survivor, f"Undid the merge of {done.lost_name}")
        except (editing.Conflict, merge.NotMergeable):
            words = _("The merge is not undone: one of the two was changed meanwhile. Look again.")
            messages.error(request, words)
        else:
            words = _("“%(lost)s” is apart from “%(survivor)s” again.")
            messages.success(request, words % {"lost": done.lost_name, "survivor": survivor})
            if left_alone:
                names = ", ".join(f"“{page}”" for page in left_alone)
                words = _("Changed since the merge, and left as they are in part: %s. Look there.")
                messages.warning(request, words % names)
        return HttpResponseRedirect(desk_url("history", survivor, survivor.pk))


def read_with(row):
    """A page of each kind that the public sees with this partner, project or tag in its row."""
    found = []
    for model in page_models():
        own = paths_in(model, type(row))
        if own:
            found += model.objects.published().filter(pk__in=rows_that_name(model, own, row))[:1]
    return found


def version_of(row):
    """What the form carries to tell whether this was changed since: a tag has only its name."""
    return row.name if isinstance(row, Tag) else row.version
