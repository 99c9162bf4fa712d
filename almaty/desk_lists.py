"""Lists of the desk that stay quick when the archive has grown."""

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import FieldDoesNotExist
from django.core.paginator import Paginator
from django.db import DataError
from django.db.models import Q

from almaty.prose import ProseField
from almaty.translated import with_languages

MAX_WORDS = 12
REGULAR_EXPRESSIONS = {"regex", "iregex"}


def long_fields(model):
    return [field.name for field in model._meta.fields if isinstance(field, ProseField)]


class NarrowedByItsOwn:
    """For every ModelAdmin: an address asks its list for what stands in its rows, and no further.

    Who asked for the partners of the story with the number 123 would be told them by a list that
    shows partners alone, though the story is somebody else's draft.
    """

    def get_changelist(self, request, **kwargs):
        return CarefulChangeList

    def lookup_allowed(self, lookup, value, request=None):
        parts = lookup.split("__")
        if REGULAR_EXPRESSIONS & set(parts):  # which the database runs, or falls over
            return False
        return self.is_its_own(parts[0], request) and super().lookup_allowed(lookup, value, request)

    def is_its_own(self, name, request):
        """Whether this is no relation that leads to other rows, but by a filter of the list."""
        try:
            field = self.opts.get_field(name)
        except FieldDoesNotExist:
            return True  # Django says so, or takes it for one of its own
        filters = self.get_list_filter(request) if request else self.list_filter
        names = [one[0] if isinstance(one, tuple) else one for one in filters]
        return getattr(field, "column", None) is not None or name in names


class CarefulChangeList(ChangeList):
    """A list that is asked for what no database can say shows all, with Django's `?e=1`."""

    def get_results(self, request):
        try:
            super().get_results(request)
        except (ValueError, OverflowError, DataError) as error:
            raise IncorrectLookupParameters from error


class LeanChangeList(CarefulChangeList):
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
