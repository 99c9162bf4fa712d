"""The forms of an import: choosing a document, and changing what was suggested."""

from datetime import date

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from almaty.dates import Precision
from almaty.periods import Period, validate_period
from newsroom.importing.columns import digits
from newsroom.importing.reading import limits
from newsroom.importing.values import Kind
from newsroom.models import Result
from programmes.models import Country, Partner, Place, Project, Role, Sector

NEW = "new"


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Document"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".docx,.html,.htm,.txt,.md"}),
        help_text=_("A Word document (.docx), a web page (.html) or a text (.txt, .md)."),
    )
    text = forms.CharField(
        label=_("Or its text, pasted"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    period = forms.CharField(
        label=_("Period"),
        required=False,
        max_length=7,
        validators=[validate_period],
        widget=forms.TextInput(attrs={"size": 10}),
        help_text=_(
            "A half-year such as 2024-h2, or a year such as 2023. Empty: as the document says."
        ),
    )
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=[("", _("as the document is written")), *settings.LANGUAGES],
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > limits.MAX_FILE:
            raise ValidationError(
                _("This file is heavier than %(limit)s MB. Make its pictures smaller."),
                params={"limit": limits.MAX_FILE // limits.MEGABYTE},
            )
        return file

    def clean_period(self):
        text = self.cleaned_data["period"].strip()
        return Period.parse(text) if text else None

    def clean(self):
        cleaned = super().clean()
        has_file, has_text = bool(cleaned.get("file")), bool((cleaned.get("text") or "").strip())
        if "file" not in self.errors and has_file == has_text:
            words = _("Choose a document or paste its text, not both.")
            self.add_error(
                "file", words if has_file else _("Choose a document, or paste its text.")
            )
        return cleaned

    @property
    def document(self):
        """(bytes of the file or text that was pasted, its name)"""
        file = self.cleaned_data["file"]
        return (file.read(), file.name) if file else (self.cleaned_data["text"], "")


# What was suggested, changed --------------------------------------------------------------------


class ValueForm(forms.Form):
    """One suggestion's value. `candidates` are rows of the register that a name may mean; `known`
    is what the register has by name (newsroom/importing/known.py)."""

    def __init__(self, suggestion, *args, candidates=(), known=None, **kwargs):
        self.suggestion, self.candidates, self.known = suggestion, candidates, known
        kwargs |= {"prefix": f"s{suggestion.pk}", "initial": self.first_values(suggestion.value)}
        super().__init__(*args, **kwargs, use_required_attribute=False)

    def first_values(self, value):
        return dict(value)

    @property
    def value(self):
        """What was chosen, as newsroom/importing/values.py takes it."""
        return self.suggestion.value | self.cleaned_data


class SlugField(forms.ModelChoiceField):
    def __init__(self, model, **kwargs):
        super().__init__(model.objects.kept(), to_field_name="slug", **kwargs)

    def clean(self, value):
        row = super().clean(value)
        return row.slug if row else None


class SectorValue(ValueForm):
    slug = SlugField(Sector, label=_("Sector"))


class CountryValue(ValueForm):
    slug = SlugField(Country, label=_("Country, or regional"))


class TagValue(ValueForm):
    name = forms.CharField(label=_("Tag"), max_length=100)


class ProjectValue(ValueForm):
    slug = SlugField(Project, label=_("Project"))


class ResultValue(ValueForm):
    value_ = forms.DecimalField(
        label=_("Value"), required=False, max_digits=14, decimal_places=2, min_value=0
    )
    qualifier = forms.ChoiceField(label=_("How exact"), choices=Result.Qualifier.choices)
    unit = forms.CharField(label=_("Of what"), max_length=200)
    country = SlugField(Country, label=_("Country"), required=False)

    def first_values(self, value):
        return value | {"value_": value["value"]}

    def clean(self):
        cleaned = super().clean()
        stated = cleaned.get("qualifier") != Result.Qualifier.NOT_STATED
        if "value_" not in self.errors and (cleaned.get("value_") is None) == stated:
            words = _("Give a number that is not negative, or say that it is not stated.")
            self.add_error("value_", words)
        return cleaned

    @property
    def value(self):
        number = self.cleaned_data["value_"]
        return self.suggestion.value | {
            "value": None if number is None else digits(number),
            **{name: self.cleaned_data[name] for name in ("qualifier", "unit", "country")},
        }


class DateValue(ValueForm):
    start = forms.DateField(label=_("Start"), widget=forms.DateInput(attrs={"type": "date"}))
    end = forms.DateField(
        label=_("End"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    precision = forms.ChoiceField(label=_("Known"), choices=Precision.choices)
    inferred = forms.BooleanField(label=_("inferred, not stated"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("start", "end"):
            self.fields[name].localize = False
            self.fields[name].widget.format = "%Y-%m-%d"
            self.fields[name].input_formats = ["%Y-%m-%d"]

    def first_values(self, value):
        days = {name: value[name] and date.fromisoformat(value[name]) for name in ("start", "end")}
        return value | days | {"inferred": self.suggestion.inferred}

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("start"), cleaned.get("end")
        if start and end and end < start:
            self.add_error("end", _("An event cannot end before it starts."))
        return cleaned

    @property
    def value(self):
        start, end = self.cleaned_data["start"], self.cleaned_data["end"]
        return self.suggestion.value | {
            "start": start.isoformat(),
            "end": end.isoformat() if end else None,
            "precision": self.cleaned_data["precision"],
            "inferred": self.cleaned_data["inferred"],
        }


class NamedValue(ValueForm):
    """An organisation or a place: one of the register, or a new one.

    `known` is a list of choices, `other` the name of any row of the register.
    """

    known = forms.ChoiceField(label=_("Which"), widget=forms.RadioSelect)
    other = forms.CharField(label=_("Another of the register, by its name"), required=False)
    name = forms.CharField(label=_("Name of the new one"), required=False, max_length=200)

    def __init__(self, *args, candidates=(), **kwargs):
        super().__init__(*args, candidates=candidates, **kwargs)
        # Translators: a choice beside the names of organisations or places of the register.
        choices = [(str(row.pk), str(row)) for row in candidates]
        self.fields["known"].choices = [*choices, ("other", _("another of the register")),
                                        (NEW, _("a new one"))]  # fmt: skip
        if not self.is_bound:
            self.initial["known"] = str(candidates[0].pk) if candidates else NEW
        self.fields["other"].widget.attrs["list"] = f"names-of-{self.model._meta.model_name}"

    def clean(self):
        cleaned = super().clean()
        choice = cleaned.get("known")
        if choice == "other":
            self.row = self.names.named(cleaned.get("other", ""))
            if self.row is None:
                self.add_error("other", _("The register has nothing of this name."))
        elif choice == NEW:
            self.row = None
            if not cleaned.get("name", "").strip():
                self.add_error("name", _("Give it a name."))
        elif choice:
            self.row = next(row for row in self.candidates if str(row.pk) == choice)
        return cleaned


class PartnerValue(NamedValue):
    model = Partner
    names = property(lambda self: self.known.partners)
    kind = forms.ChoiceField(label=_("Kind of the new one"), choices=Partner.Kind.choices)
    role = forms.ChoiceField(label=_("Role in this story"), choices=Role.choices)

    @property
    def value(self):
        row = self.row
        return self.suggestion.value | {
            "name": str(row) if row else self.cleaned_data["name"].strip(),
            "slug": row.slug if row else None,
            "kind": self.cleaned_data["kind"],
            "role": self.cleaned_data["role"],
        }


class PlaceValue(NamedValue):
    model = Place
    names = property(lambda self: self.known.places)
    kind = forms.ChoiceField(label=_("Kind of the new one"), choices=Place.Kind.choices)
    country = SlugField(Country, label=_("Country of the new one"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["country"]
        field.queryset = field.queryset.filter(is_region=False)

    @property
    def value(self):
        row, cleaned = self.row, self.cleaned_data
        return self.suggestion.value | {
            "name": str(row) if row else cleaned["name"].strip(),
            "pk": row.pk if row else None,
            "is_new": row is None,
            "kind": cleaned["kind"],
            "country": (row.country and row.country.slug) if row else cleaned["country"],
        }


FORMS = {
    Kind.SECTOR: SectorValue,
    Kind.COUNTRY: CountryValue,
    Kind.PLACE: PlaceValue,
    Kind.PROJECT: ProjectValue,
    Kind.PARTNER: PartnerValue,
    Kind.RESULT: ResultValue,
    Kind.DATE: DateValue,
    Kind.TAG: TagValue,
}
