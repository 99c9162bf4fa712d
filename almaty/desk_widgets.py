"""Form fields of the desk that ask the database once, whatever the number of rows."""

import re

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError

KEY = re.compile(r"\d{1,18}", re.ASCII)


class CheckboxGroup(forms.CheckboxSelectMultiple):
    """Every choice in sight, under one name; for the few rows of sectors and countries."""

    template_name = "admin/widgets/checkbox_group.html"

    def __init__(self, label, **kwargs):
        super().__init__(**kwargs)
        self.label = label

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["label"] = self.label
        return context

    def create_option(self, *args, **kwargs):
        """Without the reference to a help text, which Django gives no name in a group."""
        option = super().create_option(*args, **kwargs)
        option["attrs"].pop("aria-describedby", None)
        return option


class KnowsItsRow:
    """An autocomplete box that has been told what it shows, and so need not ask."""

    known = None

    def optgroups(self, name, value, attr=None):
        # What is no key at all is said at the box; asking the database for it would fail.
        value = [each for each in value if KEY.fullmatch(str(each)) or not str(each)]
        chosen = [str(each) for each in value if str(each)]
        if self.known is None or not set(chosen) <= self.known.keys():
            return super().optgroups(name, value, attr)
        options = [
            self.create_option(name, key, self.known[key], True, index)
            for index, key in enumerate(chosen)
        ]
        if not self.is_required and not self.allow_multiple_selected:
            options.insert(0, self.create_option(name, "", "", False, 0))
        return [(None, options, 0)]


class Autocomplete(KnowsItsRow, AutocompleteSelect):
    pass


class AutocompleteMultiple(KnowsItsRow, AutocompleteSelectMultiple):
    pass


class ManyRows(forms.ModelMultipleChoiceField):
    def clean(self, value):
        """What is no key at all is said at the box, as above."""
        for each in value or ():
            if not KEY.fullmatch(str(each)):
                words = self.error_messages["invalid_choice"]
                raise ValidationError(words, "invalid_choice", {"value": each})
        return super().clean(value)


class InlineRows(forms.BaseInlineFormSet):
    """Inline rows that tell their autocomplete boxes what the row holds already."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for name, field in form.fields.items():
            widget = getattr(field.widget, "widget", field.widget)  # without the links around it
            if isinstance(widget, Autocomplete):
                related = getattr(form.instance, name, None) if form.instance.pk else None
                widget.known = {str(related.pk): str(related)} if related else {}


class TableRows(InlineRows):
    """Rows under the headings of a table, which name no box: each gets its name."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            # Without the links around it: their attributes are those of the table's next row.
            attrs = getattr(field.widget, "widget", field.widget).attrs
            if not field.widget.is_hidden:
                attrs.setdefault("aria-label", field.label)
            if field.help_text:
                # The table says it once, in its heading; the box cannot refer to that.
                attrs["title"] = field.help_text
                field.help_text = ""
