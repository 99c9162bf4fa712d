"""What was typed into a form that was not saved, beside what the form held when it was opened."""

from typing import NamedTuple

from django.forms import ModelChoiceField, ModelMultipleChoiceField
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django_prose_editor.fields import ProseEditorFormField

from almaty.text_differences import paragraphs_of


class Difference(NamedTuple):
    label: str
    before: str
    after: str
    language: str = ""


def differences(context):
    """Of a form that was filled with what was typed; `context` is its page's."""
    found = list(in_form(context["adminform"].form))
    for inline in context["inline_admin_formsets"]:
        name = capfirst(inline.opts.verbose_name)
        for number, form in enumerate(inline.formset.forms, start=1):
            if form.has_changed():
                row = _("%(kind)s, row %(number)s") % {"kind": name, "number": number}
                found += in_form(form, f"{row}: ")
    return found


def in_form(form, prefix=""):
    for name in form.changed_data:
        box = form[name]
        yield Difference(
            f"{prefix}{box.label}",
            shown(box.field, box.initial),
            shown(box.field, box.data),
            box.field.widget.attrs.get("lang", ""),
        )


def shown(field, value):
    """As a person reads it, also where it is no good value for this field."""
    if value is None or value == "" or value == []:
        return ""
    if isinstance(field, ModelMultipleChoiceField):
        return ", ".join(named(field, row) for row in value)
    if isinstance(field, ModelChoiceField):
        return named(field, value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if choices := getattr(field, "choices", None):
        return {str(key): str(words) for key, words in choices}.get(str(value), str(value))
    if isinstance(value, (list, tuple)):  # tags; or a day and a time
        return ", ".join(str(part) for part in value if part)
    if isinstance(field, ProseEditorFormField):
        return "\n".join(paragraphs_of(str(value)))
    return str(value)


def named(field, row):
    """A row, or the key of one: its name, or what was typed where there is none."""
    if hasattr(row, "pk"):
        return str(row)
    try:
        found = field.queryset.filter(pk=row).first()
    except (ValueError, TypeError):
        found = None
    return str(found) if found else str(row)
