"""Content in three languages: columns `title_en`, `title_ru`, `title_kk`; English where empty."""

from django.conf import settings
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.utils.translation import get_language

CODES = [code for code, _name in settings.LANGUAGES]


class Translated:
    """A model whose content fields are registered in its app's translation.py.

    `translation_needs` names what must be there for a language to exist: its first field always,
    the others where the default language has them.
    """

    translation_needs = ("title", "body")

    @property
    def languages(self):
        """The languages this page exists in whole, in the order of LANGUAGES."""
        if f"exists_{CODES[0]}" in self.__dict__:  # told by `with_languages()`
            return [code for code in CODES if getattr(self, f"exists_{code}")]
        first, *others = self.translation_needs
        needed = [first] + [f for f in others if getattr(self, f"{f}_{settings.LANGUAGE_CODE}")]
        return [code for code in CODES if all(getattr(self, f"{field}_{code}") for field in needed)]

    def in_any_language(self, field):
        """A text as the present reader sees it; where it has none for him, in any language."""
        texts = (getattr(self, f"{field}_{code}") for code in CODES)
        return getattr(self, field) or next(filter(None, texts), "")

    def language_of(self, field):
        """The language in which a field is shown to the present reader."""
        wanted = get_language()
        if getattr(self, f"{field}_{wanted}", None):
            return wanted
        return settings.LANGUAGE_CODE


def exists_in(needs, code):
    """The condition of `languages` for one language, over the fields of `translation_needs`."""
    first, *others = needs
    condition = Q(**{f"{first}_{code}__gt": ""})
    for field in others:
        default = f"{field}_{settings.LANGUAGE_CODE}"
        condition &= (
            Q(**{f"{field}_{code}__gt": ""})
            | Q(**{f"{default}__isnull": True})
            | Q(**{default: ""})
        )
    return condition


def with_languages(queryset):
    """Rows that know their `languages`, with their long texts left in the database."""
    needs = queryset.model.translation_needs
    exists = {
        f"exists_{code}": ExpressionWrapper(exists_in(needs, code), output_field=BooleanField())
        for code in CODES
    }
    texts = [f"{field}{end}" for field in needs[1:] for end in ("", *(f"_{c}" for c in CODES))]
    return queryset.defer(*texts).annotate(**exists)
