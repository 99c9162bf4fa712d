"""Filters by readable addresses, shared by every public list."""

import django_filters
from django import forms
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from almaty.periods import Period

MOST_VALUES = 24  # of one parameter; nobody ticks more boxes. The rest is as if it were not there.


class KnownField(forms.Field):
    """Several values of one parameter, each looked up in `known(values) -> {value: object}`.

    Cleans to the list of objects, in the order given and each once. The sentence for a value that
    is not known stands beside the filter; what was known is kept in `found` all the same.
    """

    widget = forms.SelectMultiple
    default_error_messages = {"unknown": _("“%(value)s” is not known here.")}

    def __init__(self, *, known, unknown=None, **kwargs):
        super().__init__(**kwargs)
        self.known = known
        if unknown:
            self.error_messages["unknown"] = unknown

    def split(self, values):
        """The objects found, and the values that name nothing."""
        asked = list(dict.fromkeys(value for value in values or [] if value))
        found = self.known([value for value in asked if "\0" not in value]) if asked else {}
        return [found[v] for v in asked if v in found], [v for v in asked if v not in found]

    def clean(self, values):
        found, unknown = self.split(values)
        if unknown:
            raise forms.ValidationError(
                [
                    forms.ValidationError(
                        self.error_messages["unknown"],
                        code="unknown",
                        params={"value": value.replace("\0", "")[:60]},
                    )
                    for value in unknown
                ]
            )
        return found


class KnownFilter(django_filters.Filter):
    field_class = KnownField


class PublicFilterSet(django_filters.FilterSet):
    """A list's filters. A value not known empties the list and is said beside its filter."""

    FACETS = ()  # the filters of which one value alone is a page of its own

    def __init__(self, data, queryset):
        super().__init__(self.tidied(data), queryset=queryset)

    @classmethod
    def tidied(cls, data):
        """What is asked of this list, in one order: nothing empty, repeated or without end."""
        tidy = QueryDict(mutable=True)
        for name in cls.base_filters:
            values = dict.fromkeys(value.strip() for value in data.getlist(name))
            values = [value for value in values if value]
            if values:
                tidy.setlist(name, values[:MOST_VALUES] if name != "q" else values[-1:])
        return tidy

    def query(self, without=None):
        """The query string of this list, leaving out one (parameter, value) pair."""
        return urlencode(
            [
                (name, value)
                for name, values in self.data.lists()
                for value in values
                if (name, value) != without
            ]
        )

    @property
    def is_indexable(self):
        """One value of one facet is a page worth finding; combinations are without end."""
        asked = [name for name, values in self.data.lists() for _value in values]
        return self.form.is_valid() and len(asked) <= 1 and set(asked) <= set(self.FACETS)

    @cached_property
    def chosen(self):
        """{parameter: what was found}; what is not known is left out, and stands in the errors."""
        if self.form.is_valid():
            return self.form.cleaned_data
        found = dict(self.form.cleaned_data)
        for name, field in self.form.fields.items():
            if name not in found:
                is_known_field = isinstance(field, KnownField)
                found[name] = field.split(self.data.getlist(name))[0] if is_known_field else ""
        return found

    @property
    def is_filtered(self):
        return bool(self.form.errors) or any(self.chosen.values())


def known_choices(choices):
    """A lookup among the values of a TextChoices class, for a KnownFilter."""
    return lambda values: {v: choices(v) for v in values if v in choices.values}


def known_periods(values):
    """Periods by their text; what is not a period is left out."""
    found = {}
    for value in values:
        try:
            found[value] = Period.parse(value)
        except ValueError:
            continue
    return found


def problems_of(filterset):
    """[{name, label, message}] for every value that a filter did not know."""
    return [
        {"name": name, "label": filterset.filters[name].label, "message": message}
        for name, messages in filterset.form.errors.items()
        for message in messages
    ]
