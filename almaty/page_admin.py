"""The form of a page at the desk: every save goes through a trial.

The form is filled from the draft, checked and saved as Django does it, its content is read off the
rows, and all of that is rolled back. What is then done with the content is almaty/editing.py's: it
is kept beside the row of a live page, or becomes the row.
"""

import logging

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import override

from almaty import contents, editing, preview_admin, readiness_desk, workflow
from almaty.admin import DeskAdmin
from almaty.desk_forms import PageForm, whole_number
from almaty.fact_check_admin import FactCheckAdmin
from almaty.history import draft_notice
from almaty.history_admin import HistoryMixin
from almaty.office_time import office_time
from almaty.page_verbs import buttons_for, is_public_already, pressed, times_of_form
from almaty.readiness import findings_of, left_out
from almaty.revisions import Revision
from almaty.rights import may, may_edit, pages_named_by, seen_by
from almaty.trials import undone

logger = logging.getLogger(__name__)


class Attempt:
    """One try at a form.

    `row` is the page as it stands, None for a new one; `base` is the revision that the form is
    filled from, None for the row itself.
    """

    def __init__(self, row=None, base=None, known=None, objection=None):
        self.row, self.base, self.known, self.objection = row, base, known or {}, objection
        self.content = self.response = None
        self.message, self.gone = [], []  # `gone`: fields that could not be filled from the base

    @property
    def is_valid(self):
        return self.content is not None


class Objection:
    """Why a form that is right in itself is not saved: in words, and with what to compare."""

    def __init__(self, words, page=None, mine=None, status=200, findings=()):
        self.words, self.page, self.mine, self.status = words, page, mine, status
        self.findings = findings


class PageAdmin(preview_admin.PreviewAdmin, FactCheckAdmin, HistoryMixin, DeskAdmin):
    """A page with drafts and revisions."""

    form = PageForm
    change_form_template = "admin/page_form.html"

    # Who may do it -----------------------------------------------------------------------------

    def may(self, request, action):
        return may(request.user, action, self.model)

    def has_change_permission(self, request, obj=None):
        return may_edit(request.user, obj) if obj else self.may(request, "change")

    def page_to_change(self, request, object_id):
        """The page, None for a new one. Raises PermissionDenied, Http404."""
        if object_id is None:
            if not self.has_add_permission(request):
                raise PermissionDenied
            return None
        page = self.get_object(request, unquote(object_id))
        if page is None:
            raise Http404("no such page")
        if not self.has_change_permission(request, page):
            raise PermissionDenied
        return page

    def why_it_stays(self, request, page):
        """Why a page cannot be withdrawn, in words; "" where it can."""
        return ""

    # The form ----------------------------------------------------------------------------------

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        given = (request, object_id, form_url, extra_context)
        page = self.get_object(request, unquote(object_id)) if object_id else None
        if object_id and page is None:
            return super().changeform_view(*given)  # which says that it is not there
        if request.method == "POST":
            return self.send(page, *given)
        # Read before what is shown: a save that comes meanwhile is then met as a conflict.
        request.seen_version = page.version if page else 0
        if page is None or not page.draft_id or not self.has_change_permission(request, page):
            request.opened_page = page
            return super().changeform_view(*given)
        return self.attempt(*given, row=page, base=page.draft).response

    def attempt(self, request, object_id, form_url, extra_context, **given):
        """Django's own handling of the form, of which nothing stays but what is read off it."""
        request.attempt = attempt = Attempt(**given)
        with undone():
            attempt.response = super().changeform_view(request, object_id, form_url, extra_context)
            if getattr(attempt.response, "is_rendered", True) is False:
                attempt.response.render()
        return attempt

    def begun_on(self, page, version):
        """What an Attempt needs for a form that was opened on this version of a page."""
        if page is None:
            return {"known": {name: set() for name in self.model.revised_parts}}
        base = page.draft
        if version != page.version:
            base = Revision.objects.numbered(page, version) or base
        return {"row": page, "base": base, "known": contents.keys_of_parts(page)}

    def send(self, page, request, *given):
        with transaction.atomic():
            seen, over = (whole_number(request.POST.get(name)) for name in ("version", "over"))
            page = editing.locked(page) if page else None
            begun = self.begun_on(page, seen)
            attempt = self.attempt(request, *given, **begun)
            if preview_admin.is_asked(request):
                return self.preview_of(attempt)
            if not attempt.is_valid:
                return attempt.response
            objection = None
            if page and page.version not in (seen, over):
                objection = self.conflict(page, attempt.content)
            objection = objection or self.objection_to_publishing(request, page, attempt)
            if objection is None:
                try:
                    with transaction.atomic():
                        return self.carry_out(request, page, attempt)
                except IntegrityError:
                    logger.warning("An edit met another", exc_info=True)
                    objection = Objection(
                        _("Another page has just taken this address. Choose another one.")
                    )
            response = self.attempt(request, *given, **begun, objection=objection).response
            response.status_code = objection.status
            return response

    def conflict(self, page, mine):
        newest = Revision.objects.of(page).first()
        words = _(
            "This page was changed by %(who)s on %(time)s, after you had opened it. Nothing of "
            "yours is saved yet, and nothing is lost: compare the two below. Saving again keeps "
            "your version."
        ) % {"who": newest.who, "time": office_time(newest.made_at)}
        return Objection(words, page=page, mine=mine, status=409)

    def objection_to_publishing(self, request, page, attempt):
        """What stands in the way of the button that was pressed, or None."""
        verb = pressed(request.POST)
        button = verb.button if verb else ""
        if words := workflow.objection_words(self, request, button):
            return Objection(words)
        if button in {"_withdraw", "_withdraw_now"}:
            words = self.why_it_stays(request, page)
            return Objection(words) if words else None
        if button != "_publish":
            return None
        if not (self.may(request, "publish") or self.may(request, "schedule")):
            raise PermissionDenied
        accepted = request.POST.get("accepted", "")
        found = readiness_desk.in_the_way(
            page or self.model(), attempt.content, accepted, attempt.gone
        )
        return Objection(readiness_desk.objection_words(found), findings=found) if found else None

    def carry_out(self, request, page, attempt):
        """Keep the content, then do what the button says. `page` is None for a new one."""
        is_new = page is None
        if is_new:
            page, is_changed = editing.create(self.model(), attempt.content, request.user), True
        else:
            page, is_changed = editing.save(page, attempt.content, request.user)
        verb = pressed(request.POST)
        if verb and not verb.is_allowed(self, request, page):
            raise PermissionDenied
        if verb and not verb.offered(page):  # somebody was quicker, or no button was pressed
            words = _("“%(button)s” is not possible any more. What you typed is saved.")
            messages.warning(request, words % {"button": verb.words})
            verb = None
        elif verb:
            page = verb.do(request, page)
        elif not is_changed:
            messages.info(request, _("Nothing was changed."))
        elif page.is_live:
            words = _("Your changes of “%(page)s” are saved. The public page is as it was.")
            messages.success(request, words % {"page": page})
        else:
            messages.success(request, _("“%(page)s” is saved.") % {"page": page})
        request.attempt = None
        if is_new:
            self.log_addition(request, page, attempt.message)
        elif is_changed:
            self.log_change(request, page, attempt.message)
        if verb:
            self.log_verb(request, page, verb.words)
        if is_new:
            return self.response_add(request, page)
        return self.response_change(request, page)

    def log_verb(self, request, page, words):
        """In the audit log's one language, whatever language the desk is read in."""
        with override(settings.LANGUAGE_CODE):
            self.log_change(request, page, str(words))

    # What the trial asks -----------------------------------------------------------------------

    def get_object(self, request, object_id, from_field=None):
        if opened := vars(request).pop("opened_page", None):
            return opened  # read by changeform_view a moment ago
        page = super().get_object(request, object_id, from_field)
        attempt = getattr(request, "attempt", None)
        if page and attempt and attempt.base:
            attempt.gone = contents.apply(page, attempt.base.content, attempt.base)
            page = super().get_object(request, object_id, from_field)
            # As it was typed, though another page may have taken it meanwhile: the form says so.
            told = attempt.base.content
            vars(page).update(
                {name: told[name] for name in contents.address_of(page) if name in told}
            )
        return page

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        attempt = getattr(request, "attempt", None)
        form.objection = attempt.objection if attempt else None
        form.row = attempt.row if attempt else obj
        return form

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        attempt = request.attempt
        attempt.content = contents.without_new_keys(
            contents.content_of(form.instance), attempt.known
        )
        self.look_at_trial(request, form.instance)

    def look_at_trial(self, request, page):
        """While the page says what was typed: what is to be asked of it then."""

    def log_addition(self, request, obj, message):
        if attempt := getattr(request, "attempt", None):
            attempt.message = message
        else:
            super().log_addition(request, obj, message)

    def log_change(self, request, obj, message):
        if attempt := getattr(request, "attempt", None):
            attempt.message = message
        else:
            super().log_change(request, obj, message)

    def response_add(self, request, obj, post_url_continue=None):
        if getattr(request, "attempt", None):
            return self.answer_to_trial(request, obj)  # carry_out gives the real one
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        if getattr(request, "attempt", None):
            return self.answer_to_trial(request, obj)
        return super().response_change(request, obj)

    def message_user(self, request, message, *args, **kwargs):
        """Django's “was changed successfully” gives way to what has really happened."""
        if not hasattr(request, "attempt"):
            super().message_user(request, message, *args, **kwargs)

    # What the form shows -----------------------------------------------------------------------

    def get_fieldsets(self, request, obj=None):
        """The time for changes is asked where they can wait for one: of a page that is public."""
        attempt = getattr(request, "attempt", None)
        row = attempt.row if attempt else obj
        left_out = set() if is_public_already(row) else {"due_at"}
        if obj and not self.has_change_permission(request, obj):
            left_out |= {"due_at", "public_until"} | self.naming_unseen(request, obj)
        return [
            (name, options | {"fields": [f for f in options["fields"] if f not in left_out]})
            for name, options in super().get_fieldsets(request, obj)
        ]

    def naming_unseen(self, request, page):
        """The fields in which a page names one that this person may not see."""
        return {
            field.name
            for field in pages_named_by(self.model)
            if (key := getattr(page, field.attname))
            and not field.related_model.objects.filter(
                seen_by(request.user, field.related_model), pk=key
            ).exists()
        }

    def get_buttons(self, request, page):
        return buttons_for(self, request, page)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        attempt = getattr(request, "attempt", None)
        objection = attempt.objection if attempt else None
        row = attempt.row if attempt else obj if change else None
        may_change = self.has_change_permission(request, obj) if obj else True
        context |= {
            "buttons": self.get_buttons(request, row) if may_change else [],
            "objection": objection,
            "page_row": row,
            "draft_revision": row.draft if row and may_change else None,
            "draft_notice": draft_notice(row) if row and may_change else "",
            "version": getattr(request, "seen_version", 0),
            "over": "",
        }
        if request.method == "POST":
            context["version"] = whole_number(request.POST.get("version"))
        told = row if may_change else None
        context |= workflow.context(told, context["buttons"], request.POST)
        context["times"] = times_of_form(row)
        if objection:
            context["errors"] = []  # nothing is wrong with what was typed: it has words of its own
            if objection.page:
                context["over"] = objection.page.version
        if row and may_change and request.method == "GET":
            gone = left_out(self.model, attempt.gone) if attempt else []
            context |= readiness_desk.context([*findings_of(obj), *gone], context)
        elif objection:
            context |= readiness_desk.context(objection.findings, context, is_asking=True)
        # The page as it stands: what is typed may be an address that no page can have.
        return super().render_change_form(request, context, add, change, form_url, row)
