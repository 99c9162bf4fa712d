"""What a script of a page's form sends while somebody types: kept, field by field."""

import re

from django.contrib.admin.utils import flatten_fieldsets
from django.http import JsonResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from almaty import kept_forms
from almaty.desk_json import Refused, body_of

ROW = re.compile(r"(?P<prefix>.+)-\d+-(?P<name>\w+)", re.ASCII)
PART_OF_BOX = re.compile(r"_\d$")  # the date and the time of a moment are two boxes
MANAGEMENT = {"TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS"}
BESIDE_THE_FIELDS = {"version", "over", "comment"}


class TakesWhatIsTyped:
    """The part of KeepsForms (almaty/kept_forms_admin.py) that no person sees."""

    def keep(self, request, object_id=None):
        if request.method != "POST":
            raise Refused(_("This can only be sent."), 405)
        page = self.page_to_change(request, object_id)
        body = body_of(request)
        key, version, fields = (body.get(name) for name in ("kept", "version", "fields"))
        if not kept_forms.is_key(key):
            raise Refused(_("This could not be read."))
        if fields is None:
            return JsonResponse({"is_saved": kept_forms.is_saved(request.user, key)})
        fields = self.fields_to_keep(request, fields)
        version, typed_at = number(version, 2**31), number(body.get("typed_at"), 2**53)
        object_id = kept_forms.object_id_of(page, key)
        try:
            row = kept_forms.keep(
                request.user, self.model, object_id, key, version, fields, typed_at
            )
        except kept_forms.Taken:
            raise Refused(_("This could not be read."), 409) from None
        except kept_forms.TooMany:
            raise Refused(
                _("Too much that you typed and did not save is kept here. Save or discard some."),
                409,
            ) from None
        if row is None:
            return JsonResponse({"is_saved": True})
        time = date_format(timezone.localtime(row.kept_at), "H:i")
        words = _("Kept at %(time)s. Not saved yet.") % {"time": time}
        return JsonResponse({"is_saved": False, "words": words, "at": row.kept_at.isoformat()})

    def fields_to_keep(self, request, fields):
        """Those of the (name, value) pairs that the form has boxes for, and nothing else."""
        try:
            pairs = [(str(name), str(value)) for name, value in fields]
        except (TypeError, ValueError):
            raise Refused(_("This could not be read.")) from None
        boxes = self.boxes(request)

        def is_known(name):
            if name in BESIDE_THE_FIELDS or PART_OF_BOX.sub("", name) in boxes[""]:
                return True
            prefix, _dash, rest = name.rpartition("-")
            if rest in MANAGEMENT:
                return prefix in boxes and prefix != ""
            row = ROW.fullmatch(name)
            return bool(row) and PART_OF_BOX.sub("", row["name"]) in boxes.get(row["prefix"], ())

        return [(name, value) for name, value in pairs if is_known(name)]

    def boxes(self, request):
        """{prefix of the rows: names of their boxes}; the form itself has the prefix "".

        All that a form of any page of this kind may have, whoever asks: it is asked for people who
        are not signed in, too.
        """
        names = set(flatten_fieldsets(self.get_fieldsets(request))) | {"due_at"}
        boxes, seen = {"": names}, {}
        for inline in self.inlines:
            rows = inline(self.model, self.admin_site).get_formset(request)
            prefix = rows.get_default_prefix()
            seen[prefix] = seen.get(prefix, 0) + 1
            if seen[prefix] > 1:
                prefix = f"{prefix}-{seen[prefix]}"
            boxes[prefix] = {*rows.form.base_fields, "id", "DELETE", rows.fk.name}
        return boxes


def number(value, below):
    """A whole number that a script sent; 0 where it is none."""
    is_one = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < below
    return value if is_one else 0
