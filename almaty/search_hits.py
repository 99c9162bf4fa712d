"""The results page: a few hits of each kind, the best first, and how many there are.

Best is told by what both databases know alike: the reader's language, then where the words stand
(title, summary, text), then the date. A rank of the databases' own would differ between them.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Case, Count, F, IntegerField, Q, When, Window
from django.db.models.functions import RowNumber
from django.utils.translation import get_language

from almaty.addresses import in_language
from almaty.search import matching_entries, registered, with_terms
from almaty.searchable import SearchEntry
from almaty.snippets import snippet

ROWS_OF_ONE = 6  # rows one object may have: three languages, and what is public later


@dataclass(frozen=True)
class Hit:
    kind: str
    title: str
    url: str
    snippet: str  # safe HTML
    language: str


def hits(query, kinds, limit):
    """{kind: (number of objects found, [Hit])}, in a number of queries that nothing changes."""
    found = {kind: (0, []) for kind in kinds}
    if not query.terms:
        return found
    rows = public_rows(query, kinds)
    counts = dict(rows.order_by().values_list("kind").annotate(Count("object_id", distinct=True)))
    best = best_rows(rows, query, limit)
    texts = SearchEntry.objects.filter(
        pk__in=[pk for keys in best.values() for pk in keys.values()]
    )
    texts = {entry.pk: entry for entry in texts.only("title", "text", "language", "kind")}
    for kind, keys in best.items():
        objects = registered[kind].public.in_bulk(list(keys))
        shown = [(objects[key], texts[pk]) for key, pk in keys.items() if key in objects]
        found[kind] = (counts[kind], [hit(item, entry, query) for item, entry in shown])
    return found


def public_rows(query, kinds):
    """Entries of every kind that fit and whose objects are public now."""
    public = Q()
    for kind in kinds:
        fitting = matching_entries(query, kind).filter(
            object_id__in=registered[kind].public.values("pk")
        )
        public |= Q(pk__in=fitting.values("pk"))
    return SearchEntry.objects.filter(public)


def best_rows(rows, query, limit):
    """{kind: {object: entry}}: the best row of each of the best objects, the best first."""
    order = [
        Case(
            When(language=get_language(), then=0),
            When(language="en", then=1),
            default=2,
            output_field=IntegerField(),
        ).asc(),
        Case(
            When(with_terms(query.terms, ["head"]), then=0),
            When(with_terms(query.terms, ["head", "lead"]), then=1),
            default=2,
            output_field=IntegerField(),
        ).asc(),
        F("date").desc(nulls_last=True),
        F("object_id").asc(),
        F("since").asc(),
    ]
    place = Window(RowNumber(), partition_by="kind", order_by=order)
    ranked = rows.annotate(place=place).filter(place__lte=limit * ROWS_OF_ONE)
    best = defaultdict(dict)
    for kind, key, pk in ranked.order_by("kind", "place").values_list("kind", "object_id", "pk"):
        if len(best[kind]) < limit:
            best[kind].setdefault(key, pk)
    return best


def hit(item, entry, query):
    """Leads to the page in the language the words were found in."""
    is_fallback = get_language() not in item.languages and entry.language == "en"
    url = item.get_absolute_url()
    return Hit(
        kind=entry.kind,
        title=entry.title,
        url=url if is_fallback else in_language(url, entry.language),
        snippet=snippet(entry.text, query, entry.language),
        language=entry.language,
    )
