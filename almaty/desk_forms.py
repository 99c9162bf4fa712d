"""What the forms of pages check, beside what the models say."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
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
                "Leave it empty for one made of the title. Changed later, old links lead on."
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
    row = None  # the page as it stands; the form's own instance says what its draft says
    objection = None  # why the desk would not save it though it is right in itself
    is_only_shown = False  # as it was typed: not to be saved, whether or not it could be

    def is_valid(self):
        return super().is_valid() and not self.is_only_shown

    def clean(self):
        cleaned = super().clean()
        self.check_times(cleaned)
        countries = cleaned.get("countries") or []
        if len(countries) > 1 and any(country.is_region for country in countries):
            self.add_error(
                "countries",
                _("Choose countries, or the region alone: a regional page stands beside theirs."),
            )
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        if self.objection:
            self.add_error(None, self.objection.words)

    def check_times(self, cleaned):
        """What is public already cannot be taken back by a time to come: its changes can wait."""
        page, now = self.instance, timezone.now()
        begins, ends = cleaned.get("published_at"), cleaned.get("public_until")
        if page.status == Status.PUBLISHED:
            if not begins and "published_at" not in self.errors:
                self.add_error("published_at", _("A published page needs a publication time."))
            elif begins and begins > now and self.row.is_published():
                self.add_error(
                    "published_at",
                    _("The page is public: give the time of the changes below, not here."),
                )
        typed = {"published_at", "public_until"} & set(self.changed_data)
        is_past = "public_until" in typed and ends and ends <= now
        if is_past or (typed and begins and ends and ends <= begins):
            self.add_error(
                "public_until" if "public_until" in self.fields else "published_at",
                _("This time is past, or before the publication."),
            )
        due_at = cleaned.get("due_at")
        if due_at and "due_at" in self.changed_data and due_at <= now:
            self.add_error("due_at", _("This time is past. Leave it empty to publish at once."))
        elif due_at and ends and now < ends <= due_at:
            self.add_error(
                "public_until" if "public_until" in self.fields else None,
                _("The page would go before its changes come: choose another of the two times."),
            )


def is_number(text, digits=9):
    """Whether a text that anybody may have sent is a whole number that the database takes."""
    return text.isascii() and text.isdigit() and len(text) <= digits


def whole_number(text):
    """The number that a text or None stands for; 0 where it is none."""
    return int(text) if text and is_number(text) else 0
