"""Lists of the desk that stay quick when the archive has grown."""

from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import Q

from almaty.prose import ProseField
from almaty.translated import with_languages

MAX_WORDS = 12


def long_fields(model):
    return [field.name for field in model._meta.fields if isinstance(field, ProseField)]


class LeanChangeList(ChangeList):
    """A list that leaves the long texts in the database."""

    def get_queryset(self, request, **kwargs):
        rows = super().get_queryset(request, **kwargs).defer(*long_fields(self.model))
        return with_languages(rows)


class LeanPaginator(Paginator):
    """Finds the rows of a page by their keys alone, so that the last page costs as the first."""

    def page(self, number):
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        keys = self.object_list.values_list("pk", flat=True)[first : first + self.per_page]
        return self._get_page(self.object_list.filter(pk__in=list(keys)), number, self)


def search(queryset, words, fields):
    """Rows with every word somewhere in these fields.

    SQLite folds the case of Latin letters only, so that other words are also looked for as they
    stand inside a sentence and at its beginning.
    """
    for word in words.split()[:MAX_WORDS]:
        spellings = {word} if word.isascii() else {word, word.lower(), word.capitalize()}
        found = Q()
        for field in fields:
            for spelling in spellings:
                here = Q(**{f"{field}__icontains": spelling})
                # A join would repeat the row for every other name that fits.
                rows = queryset.model.objects.filter(here).values("pk")
                found |= Q(pk__in=rows) if "__" in field else here
        queryset = queryset.filter(found)
    return queryset
