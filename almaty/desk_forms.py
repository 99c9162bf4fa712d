"""What the forms of pages check, beside what the models say."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from almaty.publishing import Status
from almaty.slugs import free_slug

FIRST = f"_{settings.LANGUAGE_CODE}"


class DeskForm(forms.ModelForm):
    """What a model says of `title` is said at the box of its first language."""

    def _update_errors(self, errors):
        if hasattr(errors, "error_dict"):
            first = {name.removesuffix(FIRST): name for name in self.fields if name.endswith(FIRST)}
            errors = ValidationError(
                {first.get(name, name): told for name, told in errors.error_dict.items()}
            )
        super()._update_errors(errors)


class AddressForm(DeskForm):
    """Finds an address where the editor gave none; says so where the one given is taken."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _(
                "Leave it empty for one made of the title. Changed later, old links lead nowhere."
            )

    def clean(self):
        cleaned = super().clean()
        if "slug" not in self.fields or "slug" in self.errors:
            return cleaned
        beside = self.addresses_beside(cleaned)
        if not cleaned["slug"]:
            title = cleaned.get(self.instance.translation_needs[0] + FIRST)
            cleaned["slug"] = free_slug(title or "", lambda slug: beside.filter(slug=slug).exists())
        elif beside.filter(slug=cleaned["slug"]).exists():
            self.add_error("slug", ValidationError(_("This address is taken."), code="unique"))
        return cleaned

    def addresses_beside(self, cleaned):
        """The other rows that may not have the same address."""
        return type(self.instance).objects.exclude(pk=self.instance.pk)


class PageForm(AddressForm):
    def clean(self):
        cleaned = super().clean()
        is_undated = not cleaned.get("published_at") and "published_at" not in self.errors
        if is_undated and self.instance.status == Status.PUBLISHED:
            self.add_error("published_at", _("A published page needs a publication time."))
        countries = cleaned.get("countries") or []
        if len(countries) > 1 and any(country.is_region for country in countries):
            self.add_error(
                "countries",
                _("Choose countries, or the region alone: a regional page stands beside theirs."),
            )
        return cleaned
