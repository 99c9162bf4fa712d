"""The results page: a few hits of each kind, the best first, and how many there are.

Best is told by what both databases know alike: the reader's language, then where the words stand
(title, summary, text), then the date. A rank of the databases' own would differ between them.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, When, Window
from django.db.models.functions import RowNumber
from django.utils.translation import get_language

from almaty.addresses import in_language
from almaty.search import matching_entries, registered, with_terms
from almaty.searchable import SearchEntry
from almaty.snippets import snippet

ROWS_OF_ONE = 6  # rows one object may have: three languages, and what is public later
MOST_ROWS = 3000  # that are read, ranked and counted: a word on every page costs no more than this


@dataclass(frozen=True)
class Hit:
    kind: str
    title: str
    url: str
    snippet: str  # safe HTML
    language: str


@dataclass(frozen=True)
class Found:
    kinds: dict  # {kind: (number of objects, [Hit])}
    is_more: bool = False  # the numbers are of the latest rows only


def hits(query, kinds, limit):
    """The best of each kind, in a number of queries that nothing changes."""
    found = {kind: (0, []) for kind in kinds}
    if not query.terms:
        return Found(found)
    rows = public_rows(query, kinds)
    counts = dict(rows.order_by().values_list("kind").annotate(Count("object_id", distinct=True)))
    best = best_rows(rows, query, limit)
    texts = SearchEntry.objects.only("title", "text", "language", "kind")
    texts = texts.in_bulk([pk for keys in best.values() for pk in keys.values()])
    for kind, keys in best.items():
        objects = registered[kind].public.in_bulk(list(keys))
        shown = [(objects[key], texts[pk]) for key, pk in keys.items() if key in objects]
        found[kind] = (counts[kind], [hit(item, entry, query) for item, entry in shown])
    return Found(found, matching_entries(query).order_by("-pk")[MOST_ROWS:].exists())


def public_rows(query, kinds):
    """Entries of these kinds that fit and whose objects are public now: the latest, and the latest
    of those that have the words in the title."""
    latest, by_title = (
        matching_entries(query, columns).order_by("-pk").values("pk")[:MOST_ROWS]
        for columns in (("head", "lead", "rest"), ("head",))
    )
    public = Q()
    for kind in kinds:
        objects = registered[kind].public
        public |= Q(Exists(objects.filter(pk=OuterRef("object_id"))), kind=kind)
    return SearchEntry.objects.filter(Q(pk__in=latest) | Q(pk__in=by_title), public)


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
