"""Content in three languages: columns `title_en`, `title_ru`, `title_kk`; English where empty."""

from django.conf import settings
from django.utils.translation import get_language


class Translated:
    """A model whose content fields are registered in its app's translation.py.

    `translation_shows` names the field without which a language does not exist for this page.
    """

    translation_shows = "title"

    @property
    def languages(self):
        """The languages this page exists in, in the order of LANGUAGES."""
        return [
            code
            for code, _name in settings.LANGUAGES
            if getattr(self, f"{self.translation_shows}_{code}")
        ]

    def language_of(self, field):
        """The language in which a field is shown to the present reader."""
        wanted = get_language()
        if getattr(self, f"{field}_{wanted}", None):
            return wanted
        return settings.LANGUAGE_CODE
