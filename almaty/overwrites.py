"""Pictures, places, tags, people: rows without versions, which nobody overwrites unawares either.

A form carries a fingerprint of what its boxes held when it was opened. Where the row holds
something else by then, nothing is saved and both are shown; the form sent again keeps what was
typed all the same. Of the rows that somebody was asked about before they are deleted, the session
remembers the fingerprint.
"""

import copy
import json
from hashlib import sha256

from django.contrib import messages
from django.contrib.admin.actions import delete_selected
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import Field, HiddenInput
from django.http import HttpResponseRedirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from almaty.desk_widgets import TableRows
from almaty.kept_differences import Difference, differences
from almaty.office_time import office_time

ASKED = "asked, by rows, whether to delete"  # in the session: {which rows: fingerprint}
MOST_ASKED = 30  # open questions of one person, in several tabs


class OverwritesNothing:
    """For a ModelAdmin of rows that have no versions: stands first among its bases."""

    change_form_template = "admin/row_form.html"

    def held(self, request, object_id):
        """The row as it is, held until the transaction ends; None where it is not there."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return None
        self.model._base_manager.select_for_update().filter(pk=row.pk).first()
        return self.get_object(request, unquote(object_id))  # as it was when the lock was had

    def fingerprint(self, request, *rows):
        return fingerprint_of(form for row in rows for form in self.forms_of(request, row))

    def forms_of(self, request, row):
        """What the desk would show of a row as it is, whatever was sent."""
        asked = copy.copy(request)
        asked.method = "GET"
        fields = flatten_fieldsets(self.get_fieldsets(asked, row))
        yield self.get_form(asked, row, change=True, fields=fields)(instance=row)
        for rows, inline in self.get_formsets_with_inlines(asked, row):
            given = self.get_formset_kwargs(asked, row, inline, rows.get_default_prefix())
            yield from rows(**given).initial_forms

    # The form ----------------------------------------------------------------------------------

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        given = (request, object_id, form_url, extra_context)
        if request.method != "POST" or object_id is None:
            return super().changeform_view(*given)
        with transaction.atomic():
            row = self.held(request, object_id)
            request.row_now = now = self.fingerprint(request, row) if row else ""
            request.is_met = now not in (request.POST.get("seen", ""), request.POST.get("over"))
            response = super().changeform_view(*given)
        if "met" in (getattr(response, "context_data", None) or {}):
            response.status_code = 409
        return response

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if request.method != "POST" or not getattr(request, "is_met", False):
            return form

        class Refused(form):
            """Said once it is the only thing that can be said against the form."""

            is_met = False

            def _post_clean(self):
                super()._post_clean()
                if not self.errors:
                    self.is_met = True
                    self.add_error(None, ValidationError(self.met_words))

            met_words = self.met_words(obj)

        return Refused

    def met_words(self, row):
        return _(
            "This was changed by %(who)s after you had opened it. Nothing of yours is saved yet, "
            "and nothing is lost: compare the two below. Saving again keeps your version."
        ) % {"who": self.last_change(row)["who"]}

    def last_change(self, row):
        """By whom, as far as the log knows: a command leaves no line in it."""
        lines = LogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(row),
            object_id=str(row.pk),
            action_flag=CHANGE,
        )
        line = lines.select_related("user").order_by("-pk").first()
        if line is None:
            return {"who": _("the site itself"), "when": ""}
        return {"who": line.user.get_username(), "when": office_time(line.action_time)}

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        form = context["adminform"].form
        if change and request.method == "POST":
            context["seen"] = request.POST.get("seen", "")
        elif change:
            inlines = [inline.formset for inline in context["inline_admin_formsets"]]
            context["seen"] = fingerprint_of(
                [form, *(row for formset in inlines for row in formset.initial_forms)]
            )
        if getattr(form, "is_met", False):
            context |= {
                "met": form.met_words,
                "over": request.row_now,
                "differences": [*differences(context), *come_meanwhile(context)],
                "last_change": self.last_change(obj),
                "errors": [],  # nothing is wrong with what was typed
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    # Deleting ----------------------------------------------------------------------------------

    def delete_view(self, request, object_id, extra_context=None):
        with transaction.atomic():
            row = self.held(request, object_id)
            if row and self.has_delete_permission(request, row) and self.is_other(request, [row]):
                return HttpResponseRedirect(request.get_full_path())
            return super().delete_view(request, object_id, extra_context)

    def get_actions(self, request):
        actions = super().get_actions(request)
        if "delete_selected" in actions:
            _act, *named = actions["delete_selected"]
            actions["delete_selected"] = (type(self).delete_as_shown, *named)
        return actions

    def delete_as_shown(self, request, queryset):
        with transaction.atomic():
            keys = queryset.order_by("pk").values_list("pk", flat=True)
            rows = [self.held(request, str(key)) for key in keys]
            if self.is_other(request, [row for row in rows if row]):
                return None
            return delete_selected(self, request, queryset)

    def is_other(self, request, rows):
        """Whether the rows to be deleted are other than this person was asked about; it says so."""
        name, now = name_of(rows), self.fingerprint(request, *rows)
        asked = dict(request.session.get(ASKED, {}))
        told = asked.pop(name, None)
        if "post" not in request.POST:
            asked[name] = now
            request.session[ASKED] = dict(list(asked.items())[-MOST_ASKED:])
            return False
        request.session[ASKED] = asked
        if told in (None, now):
            return False
        words = _("Nothing was deleted: it was changed since you were asked. Look again.")
        messages.error(request, words)
        return True


def name_of(rows):
    """Which rows these are, in a few letters, however many."""
    keys = [[row._meta.label, row.pk] for row in rows]
    return sha256(json.dumps(keys).encode()).hexdigest()[:32]


def fingerprint_of(forms):
    """The same for the same values of the same boxes."""
    held = [
        [name, box.field.prepare_value(box.initial)]
        for form in forms
        for name, box in ((name, form[name]) for name in form.fields)
        if not box.field.disabled
    ]
    for pair in held:
        if isinstance(pair[1], list):  # many rows: in no order
            pair[1] = sorted(map(str, pair[1]))
    return sha256(json.dumps(held, default=str).encode()).hexdigest()


def come_meanwhile(context):
    """Rows that somebody has added below: nobody's save takes them away."""
    for inline in context["inline_admin_formsets"]:
        shown = {form.instance.pk for form in inline.formset.initial_forms}
        for row in inline.formset.get_queryset():
            if row.pk not in shown:
                label = capfirst(inline.opts.verbose_name)
                yield Difference(label, str(row), _("added meanwhile: it stays"))


class RowsThatGo(TableRows):
    """What somebody has deleted since the form was opened is made anew when it is saved."""

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        if self.is_bound and i < self.initial_form_count() and form.instance._state.adding:
            form.fields[self.model._meta.pk.name] = Field(required=False, widget=HiddenInput)
        return form

    @property
    def initial_forms(self):
        return [form for form in super().initial_forms if not form.instance._state.adding]

    @property
    def extra_forms(self):
        gone = [form for form in super().initial_forms if form.instance._state.adding]
        return [*gone, *super().extra_forms]
