"""Pages that are published and withdrawn: their lists, and what is done to many at once."""

import logging

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, OperationalError, transaction
from django.db.models import BooleanField, Case, When
from django.utils.html import format_html
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from almaty import editing, readiness_desk
from almaty.admin import thumbnail
from almaty.bin_admin import BinMixin
from almaty.busy import is_busy
from almaty.desk import Concern
from almaty.desk_filters import StateFilter, state_conditions
from almaty.desk_forms import whole_number
from almaty.desk_tasks import TaskFilter
from almaty.kept_forms_admin import KeepsForms
from almaty.office_time import office_time
from almaty.page_admin import PageAdmin
from almaty.page_verbs import waits
from almaty.presence_admin import ShowsWhoElse
from almaty.publishing import Status
from almaty.rights import edited_by, seen_by

logger = logging.getLogger(__name__)
# Pages of many that each let the database's whole time pass, 20 s in SQLite; then the rest is left:
# nginx waits a minute for the answer that names them.
PATIENCE = 2
BESIDE_A_PAGE = {"draft", "due", "due_at", "made_by", "public_until", "review", "stale"}
BESIDE_A_PAGE |= {"translated_from", "version"}


class PublishableAdmin(KeepsForms, ShowsWhoElse, BinMixin, PageAdmin):
    """A page: its state is changed by verbs, each a button and an action, and by nothing else."""

    list_display = ["thumbnail", "__str__", "state", "languages_shown", "modified_at"]
    list_display_links = ["__str__"]
    list_filter = [StateFilter, TaskFilter]
    readonly_fields = ["state", "thumbnail"]
    actions = ["publish", "withdraw"]
    publication = (
        _("Publication"),
        {"fields": ["state", "published_at", "due_at", "public_until", "slug"]},
    )

    # Lists -------------------------------------------------------------------------------------

    def get_queryset(self, request):
        """What the desk shows this person: nobody sees the drafts of others who may not edit them.

        The bin is a list of its own.
        """
        pages = super().get_queryset(request)
        match = request.resolver_match
        if not (match and match.url_name and match.url_name.endswith(("_bin", "_undelete"))):
            pages = pages.kept()
        edited = edited_by(request.user, self.model)
        if edited:
            is_edited = Case(When(edited, then=True), default=False, output_field=BooleanField())
            pages = pages.annotate(is_edited=is_edited)
        return pages.filter(seen_by(request.user, self.model))

    def lookup_allowed(self, lookup, value, request=None):
        """What waits beside pages is asked for in an address only by who may edit them all."""
        if lookup.partition("__")[0] in BESIDE_A_PAGE and not self.may(request, "change_any"):
            return False
        return super().lookup_allowed(lookup, value, request)

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
            *gaps,
        ]

    @admin.display(description=_("state"), ordering="status")
    def state(self, obj):
        if obj.pk is None:
            return _("new")
        if not getattr(obj, "is_edited", True):  # what waits beside it is not for this person
            return Status.PUBLISHED.label
        words = [self.publication_state(obj)]
        if obj.due_id:
            words.append(_("changes from %(time)s") % {"time": office_time(obj.due_at)})
        elif obj.draft_id and obj.is_live:
            words.append(_("with draft changes"))
        if obj.review:
            words.append(obj.get_review_display())
        return "; ".join(map(str, words))

    def publication_state(self, obj):
        if obj.is_scheduled:
            return _("scheduled for %(time)s") % {"time": office_time(obj.published_at)}
        if obj.status == Status.PUBLISHED and obj.public_until:
            if obj.is_over():
                return Status.WITHDRAWN.label
            return _("public until %(time)s") % {"time": office_time(obj.public_until)}
        return obj.get_status_display()

    @admin.display(description=_("languages"))
    def languages_shown(self, obj):
        """The languages the page exists in; a bracket where the source has changed since."""
        stale = obj.stale_languages if getattr(obj, "is_edited", True) else ()
        return " ".join(f"({c.upper()})" if c in stale else c.upper() for c in obj.languages)

    @admin.display(description=_("picture"), empty_value="")
    def thumbnail(self, obj):
        return thumbnail(obj.image)

    def get_view_on_site_url(self, obj=None):
        return obj.get_absolute_url() if obj and obj.is_published() else None

    # Many at once ------------------------------------------------------------------------------

    def action_checkbox(self, obj):
        """With the version that the editor sees: what was changed since is left alone."""
        return format_html(
            '{}<input type="hidden" name="version-{}" value="{}">',
            super().action_checkbox(obj),
            obj.pk,
            obj.version,
        )

    def each(self, request, pages, act, words=""):
        """Do it to each page that nobody has changed since the list was shown; the audit log says
        `words`, or where each stands then.

        Returns the rows of those to which it was done; what was left alone, and why, is said. Each
        is done and written down at once, or not at all.
        """
        done, changed, taken, busy = [], [], [], []
        for page in pages:
            if len(busy) >= PATIENCE:
                busy.append(page)
                continue
            seen = whole_number(request.POST.get(f"version-{page.pk}", str(page.version)))
            try:
                with transaction.atomic():
                    row = act(page, version=seen)
                    self.log_verb(request, row, words or Status(row.status).label)
            except editing.Conflict:
                changed.append(page)
            except IntegrityError:
                taken.append(page)
            except OperationalError as error:
                if not is_busy(error):
                    raise
                logger.warning("“%s” had to wait too long for the database", page, exc_info=True)
                busy.append(page)
            else:
                done.append(row)
        self.say_left_alone(
            request,
            changed,
            _("Changed by somebody since you opened the list, and left alone: %(pages)s."),
        )
        self.say_left_alone(request, taken, _("Another page has their address: %(pages)s."))
        self.say_left_alone(
            request,
            busy,
            _("The site is very busy, and these are as they were: %(pages)s. Try them again."),
        )
        return done

    def say_left_alone(self, request, pages, words):
        if pages:
            names = ", ".join(f"“{page}”" for page in pages)
            messages.warning(request, words % {"pages": names})

    @admin.action(
        permissions=["publish"], description=_("Publish selected %(verbose_name_plural)s")
    )
    def publish(self, request, queryset):
        pages = [page for page in queryset if page.draft_id or not page.is_live]
        if any(map(waits, pages)) and not self.may(request, "schedule"):
            raise PermissionDenied  # as by the button of one: page_verbs.py
        ready = [page for page in pages if getattr(page, "slug", True)]
        ready, question = readiness_desk.sort_out(self, request, ready)
        if question:
            return question
        done = self.each(
            request, ready, lambda page, version: editing.publish(page, request.user, version)
        )
        words = ngettext("%(count)s published.", "%(count)s published.", len(done))
        self.say_how_many(request, words, len(done), of=pages)
        if lacking := sum(not getattr(page, "slug", True) for page in pages):
            words = ngettext(
                "%(count)s has no address: open it and save it first.",
                "%(count)s have no address: open them and save them first.",
                lacking,
            )
            messages.warning(request, words % {"count": lacking})
        return None

    @admin.action(
        permissions=["withdraw"], description=_("Withdraw selected %(verbose_name_plural)s")
    )
    def withdraw(self, request, queryset):
        live, going = [page for page in queryset if page.is_live], []
        for page in live:
            if words := self.why_it_stays(request, page):
                messages.warning(request, words)
            else:
                going.append(page)
        done = self.each(
            request, going, lambda page, version: editing.withdraw(page, request.user, version)
        )
        words = ngettext("%(count)s withdrawn.", "%(count)s withdrawn.", len(done))
        self.say_how_many(request, words, len(done), of=live)

    def has_publish_permission(self, request):
        return self.may(request, "publish")

    def has_withdraw_permission(self, request):
        return self.may(request, "withdraw")

    def say_how_many(self, request, words, count, of):
        """To how many it was done, or that there were none to do it to; why not to those that there
        were has been said."""
        if count:
            messages.success(request, words % {"count": count})
        elif not of:
            messages.info(request, _("Nothing to do: they are so already."))
