"""An edition's form: the state of each of its stories, and the step that publishes them with it."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from almaty import editing
from almaty.admin import TableInline
from almaty.desk_forms import whole_number
from almaty.office_time import office_time
from almaty.readiness import findings_of_draft
from almaty.rights import seen_by
from newsroom import editions
from newsroom.models import NewsItem


class StoryInline(TableInline):
    """The order of an edition: numbers beside titles. Stories are added and removed in their own
    forms, or by the action of their list."""

    model = NewsItem
    fields = ["position", "story", "story_state"]
    readonly_fields = ["story", "story_state"]
    ordering = ["position", "-published_at", "-pk"]
    extra = max_num = 0
    can_delete = False
    verbose_name_plural = gettext_lazy("stories in their order")

    def get_queryset(self, request):
        self.request = request  # an inline is made for each request
        names = ["title", "status", "published_at", "position", "snapshot", "period"]
        rows = super().get_queryset(request).kept().filter(seen_by(request.user, NewsItem))
        return rows.only(*names)

    def has_add_permission(self, request, obj=None):
        return False

    @admin.display(description=gettext_lazy("story"))
    def story(self, item):
        return format_html(
            '<a href="{}">{}</a>', reverse("admin:newsroom_newsitem_change", args=[item.pk]), item
        )

    @admin.display(description=gettext_lazy("state"))
    def story_state(self, item):
        entries = self.owner.entries(self.request, item.snapshot_id)
        entry = next((entry for entry in entries if entry.story.pk == item.pk), None)
        return entry.words_for(self.request.user) if entry else ""


class WhenForm(forms.Form):
    """The moment for all of them. Times are of the office's zone; one that its clock skips or has
    twice is refused by Django, with words."""

    at = forms.SplitDateTimeField(
        label=gettext_lazy("Publication time"),
        required=False,
        help_text=gettext_lazy("Almaty time. It is for “Schedule” alone."),
        widget=forms.SplitDateTimeWidget(
            date_attrs={"type": "date", "aria-label": gettext_lazy("Date")},
            time_attrs={"type": "time", "aria-label": gettext_lazy("Time")},
            date_format="%Y-%m-%d",
            time_format="%H:%M",
        ),
    )

    pages = ()  # what is to be published

    def clean(self):
        at = self.cleaned_data.get("at")
        if "_schedule" not in self.data or "at" in self.errors:
            return
        if at is None:
            self.add_error("at", _("Give the time at which they are to be published."))
        elif at <= timezone.now():
            self.add_error("at", _("This time is past. Press “Publish now” instead."))
        elif over := [page for page in self.pages if page.is_over(at)]:
            names = ", ".join(f"“{page}”" for page in over)
            words = _("To be withdrawn before this time, so never shown: %(pages)s.")
            self.add_error("at", words % {"pages": names})


class PublishesTogether:
    """For the ModelAdmin of editions."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.publish_together)
        return [
            path("<path:object_id>/publish/", view, name="newsroom_snapshot_publish"),
            *super().get_urls(),
        ]

    def entries(self, request, pk):
        """The stories of the edition that is shown, looked at once for the whole form."""
        held = request.__dict__.setdefault("entries_of_editions", {})
        if pk not in held:
            held[pk] = editions.entries_of(self.model(pk=pk))
        return held[pk]

    def may_together(self, request, action):
        stories = self.admin_site.get_model_admin(NewsItem)
        return self.may(request, action) and stories.may(request, action)

    def get_buttons(self, request, page):
        buttons = super().get_buttons(request, page)
        if page is None or not any(self.may_together(request, a) for a in ("publish", "schedule")):
            return buttons
        entries = self.entries(request, page.pk)
        if all(entry.is_there for entry in entries):
            return buttons
        count = sum(entry.is_ready for entry in entries)
        words = ngettext(
            "Publish the edition with its %(count)s ready story…",
            "Publish the edition with its %(count)s ready stories…",
            count,
        )
        return [*buttons, ("_together", words % {"count": count})]

    def response_change(self, request, obj):
        answer = super().response_change(request, obj)
        if "_together" in request.POST and not getattr(request, "attempt", None):
            return HttpResponseRedirect(reverse("admin:newsroom_snapshot_publish", args=[obj.pk]))
        return answer

    def publish_together(self, request, object_id):
        """Says what would be published and what not, and does it."""
        if not any(self.may_together(request, action) for action in ("publish", "schedule")):
            raise PermissionDenied
        edition = self.get_object(request, object_id)
        if edition is None:
            raise Http404("no such edition")
        if request.method != "POST":
            return self.ask(request, edition)
        is_later = "_schedule" in request.POST
        if not self.may_together(request, "schedule" if is_later else "publish"):
            raise PermissionDenied
        entries = self.entries(request, edition.pk)
        chosen = [
            entry for entry in entries if str(entry.story.pk) in request.POST.getlist("story")
        ]
        found = self.findings(edition, chosen)
        form = WhenForm(request.POST)
        pages = [edition, *(entry.story for entry in chosen)]
        form.pages = [page for page in pages if not page.is_published()]
        if not form.is_valid():
            return self.ask(request, edition, form, chosen)
        if any(f.is_error for f in found) or not self.are_agreed(request, chosen, found):
            words = _("Something has changed since you opened this page. Look at it again.")
            messages.warning(request, words)
            return self.ask(request, edition, form, chosen)
        stories = [entry.story for entry in chosen]
        versions = {s.pk: whole_number(request.POST.get(f"version-{s.pk}")) for s in stories}
        versions[None] = whole_number(request.POST.get("version"))
        at = form.cleaned_data["at"] if is_later else None
        try:
            with transaction.atomic():
                edition = editions.publish(edition, stories, request.user, versions, at)
                self.log_together(request, [edition, *stories], "Schedule" if at else "Publish")
        except editing.Conflict as conflict:
            words = _("Nothing is published: somebody changed “%(page)s” meanwhile. Look again.")
            messages.error(request, words % {"page": conflict.page})
            return self.ask(request, edition, form, chosen, status=409)
        except IntegrityError:
            words = _("Nothing is published: another page has just taken the address of one.")
            messages.error(request, words)
            return self.ask(request, edition, form, chosen, status=409)
        self.tell(request, edition, stories, at)
        return HttpResponseRedirect(reverse("admin:newsroom_snapshot_change", args=[edition.pk]))

    def findings(self, edition, chosen):
        """What the edition lacks; that it is empty is no matter where stories come with it."""
        found = findings_of_draft(edition)
        return [finding for finding in found if not (chosen and finding.field == "stories")]

    def are_agreed(self, request, chosen, found):
        """Whether each story is ready, and all that is still said of them was said on the page."""
        seen = set(request.POST.get("accepted", "").split())
        said = [*found, *(finding for entry in chosen for finding in entry.findings)]
        return all(e.is_ready for e in chosen) and all(finding.key in seen for finding in said)

    def tell(self, request, edition, stories, at):
        count = len(stories)
        if at:
            words = ngettext(
                "“%(page)s” will be public with %(count)s story from %(time)s.",
                "“%(page)s” will be public with %(count)s stories from %(time)s.",
                count,
            )
            words = words % {"page": edition, "count": count, "time": office_time(at)}
        else:
            words = ngettext(
                "“%(page)s” is public with %(count)s new story.",
                "“%(page)s” is public with %(count)s new stories.",
                count,
            ) % {"page": edition, "count": count}
        messages.success(request, words)

    def log_together(self, request, pages, words):
        request.attempt = None
        for page in pages:
            self.admin_site.get_model_admin(type(page)).log_change(request, page, words)

    def ask(self, request, edition, form=None, chosen=None, status=200):
        request.__dict__.pop("entries_of_editions", None)  # as they are now
        entries = self.entries(request, edition.pk)
        edition = self.model._base_manager.select_related("draft").get(pk=edition.pk)
        ready = [entry for entry in entries if entry.is_ready]
        keys = {entry.story.pk for entry in (ready if chosen is None else chosen)}
        found = self.findings(edition, ready)
        planned = edition.draft.content.get("published_at") if edition.draft_id else None
        planned = editing.moment(planned) if planned else edition.published_at
        ahead = planned if planned and planned > timezone.now() else None
        context = self.admin_site.each_context(request) | {
            "title": _("Publish “%(edition)s” with its stories") % {"edition": edition},
            "opts": self.opts,
            "edition": edition,
            "ready": [(entry, entry.story.pk in keys) for entry in ready],
            "lacking": [e for e in entries if not e.is_ready and not e.is_there],
            "there": [entry for entry in entries if entry.is_there],
            "findings": found,
            "is_stopped": any(finding.is_error for finding in found),
            "accepted": " ".join(
                f.key for f in [*found, *(f for entry in ready for f in entry.findings)]
            ),
            "form": form or WhenForm(initial={"at": ahead}),
            "may_publish": self.may_together(request, "publish"),
            "may_schedule": self.may_together(request, "schedule"),
        }
        template = "admin/newsroom/edition_publication.html"
        return TemplateResponse(request, template, context, status=status)
