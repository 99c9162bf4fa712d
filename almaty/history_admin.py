"""The history of a page at the desk: what each save changed, any two compared, any brought back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from almaty import editing, history
from almaty.desk_addresses import desk_url, url_name
from almaty.desk_forms import whole_number
from almaty.differences import Names, differences, label_of_field
from almaty.revisions import Revision

PER_PAGE = 20
MOST_CHOICES = 500  # of versions to compare; the address takes any other
FEW = 4  # labels of changed fields that a closed entry names


class HistoryMixin:
    """For PageAdmin. Who may change a page may read its history, and nobody else."""

    def get_urls(self):
        views = [("compare", self.compare_view), ("restore", self.restore_view)]
        return [
            path(
                f"<path:object_id>/{what}/",
                self.admin_site.admin_view(view),
                name=url_name(what, self.model),
            )
            for what, view in views
        ] + super().get_urls()

    def history_context(self, request, page, title):
        return self.admin_site.each_context(request) | {
            "title": title,
            "subtitle": None,
            "opts": self.opts,
            "object": page,
            "module_name": capfirst(self.opts.verbose_name_plural),
            "preview_url": desk_url("preview", page, page.pk),
            "fact_checks_url": desk_url("fact_checks", page, page.pk),
            "compare_url": desk_url("compare", page, page.pk),
            "restore_url": desk_url("restore", page, page.pk),
            "history_url": desk_url("history", page, page.pk),
        }

    def history_view(self, request, object_id, extra_context=None):
        page = self.page_to_change(request, object_id)
        revisions = Revision.objects.of(page)
        paginator = Paginator(revisions, PER_PAGE)
        shown = paginator.get_page(request.GET.get("p"))
        numbers = list(revisions.values_list("number", flat=True)[:MOST_CHOICES])
        choices = [(str(number), _("Version %s") % number) for number in numbers]
        if page.is_live:
            choices.insert(0, (history.LIVE, _("The live version")))
        if page.draft_id:
            choices.insert(0, (history.DRAFT, _("The draft")))
        context = self.history_context(request, page, _("History of “%s”") % page) | {
            "entries": history.entries(page, shown.object_list),
            "shown": shown,
            "page_numbers": paginator.get_elided_page_range(shown.number, on_ends=1),
            "choices": choices,
            "first_choice": numbers[1] if len(numbers) > 1 else "",
            "second_choice": numbers[0] if numbers else "",
            "few": FEW,
        }
        return TemplateResponse(request, "admin/history.html", context | (extra_context or {}))

    def compare_view(self, request, object_id):
        page = self.page_to_change(request, object_id)
        sides = [history.side(page, request.GET.get(name, "")) for name in "ab"]
        if None in sides:
            raise Http404("no such version")
        a, b = sides
        context = self.history_context(request, page, _("Two versions of “%s”") % page) | {
            "a": a,
            "b": b,
            "sides": sides,
            "changes": differences(a.content, b.content, self.model),
        }
        return TemplateResponse(request, "admin/history_compare.html", context)

    def restore_view(self, request, object_id):
        """POST only: `revision` is the number to bring back, `version` the one that was seen."""
        page = self.page_to_change(request, object_id)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        chosen = history.side(page, request.POST.get("revision", ""))
        if chosen is None or chosen.key in {history.LIVE, history.DRAFT}:
            raise Http404("no such version")
        version = whole_number(request.POST.get("version"))
        back = HttpResponseRedirect(desk_url("history", page, page.pk))
        try:
            with transaction.atomic():
                page, gone = editing.restore(page, chosen.revision, request.user, version)
                self.log_change(request, page, f"Restored version {chosen.key}")
        except editing.Conflict:
            words = _(
                "Nothing was brought back: somebody has changed this page since you opened its "
                "history. Look at the newest version first."
            )
            messages.error(request, words)
            return back
        except IntegrityError:
            words = _(
                "Version %s was not brought back: another page has its address now. Change one "
                "of the two addresses first."
            )
            messages.error(request, words % chosen.key)
            return back
        self.say_restored(request, page, chosen.key, gone)
        return HttpResponseRedirect(desk_url("change", page, page.pk))

    def say_restored(self, request, page, number, gone):
        if page.is_live:
            words = _("Version %s is back as a draft: the public page is as it was.")
        else:
            words = _("Version %s is back.")
        messages.success(request, words % number)
        if gone:
            labels = dict.fromkeys(label_of_field(self.model, name) for name in gone)
            words = _("Not brought back, because it is no longer there: %s.")
            messages.warning(request, words % ", ".join(labels))

    # When two met ------------------------------------------------------------------------------

    def render_change_form(self, request, context, *args, **kwargs):
        objection = context.get("objection")
        if objection and objection.page:
            context["conflict"] = conflict(objection, context["version"])
        return super().render_change_form(request, context, *args, **kwargs)


def conflict(objection, begun_on):
    """Both versions, field by field, against the revision that both began from.

    The page is being tried out while this is asked: what the others wrote is read off the newest
    revision, not off the rows.
    """
    page, mine = objection.page, objection.mine
    model = type(page)
    newest = Revision.objects.numbered(page, page.version)
    begun = Revision.objects.numbered(page, begun_on)
    theirs = newest.content
    base = begun.content if begun else theirs
    names = Names(model, base, theirs, mine)
    of_theirs = {change.name: change for change in differences(base, theirs, model, names)}
    of_mine = {change.name: change for change in differences(base, mine, model, names)}
    rows = []
    for name in [*of_theirs, *(name for name in of_mine if name not in of_theirs)]:
        left, right = of_theirs.get(name), of_mine.get(name)
        is_both = left is not None and right is not None
        is_same = is_both and not differences(
            {name: theirs[name]}, {name: mine[name]}, model, names
        )
        rows.append(
            {
                "change": left or right,
                "theirs": left,
                "mine": right,
                "is_both": is_both and not is_same,
                "is_same": is_same,
            }
        )
    rows.sort(key=lambda row: not row["is_both"])
    return {"who": newest.who, "when": newest.made_at, "begun": begun, "rows": rows}
