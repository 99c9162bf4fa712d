"""The results page: a few hits of each kind, the best first, and how many there are.

Best is told by what both databases know alike: the reader's language, then where the words stand
(title, summary, text), then the date. A rank of the databases' own would differ between them.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import get_language

from almaty.addresses import in_language
from almaty.search import PARTS, latest, matching_entries, registered
from almaty.searchable import ALWAYS, SearchEntry
from almaty.snippets import snippet

# Rows that are ranked and counted, of those that have the words in the title, in the summary or
# anywhere, the last written of each: a word that is on every page costs no more than these.
MOST_ROWS = 3000


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
    is_more: bool = False  # than these numbers tell


def hits(query, kinds, limit):
    """The best of each kind, in a number of queries that nothing changes."""
    found = {kind: (0, []) for kind in kinds}
    if not query.terms:
        return Found(found)
    by_title, by_summary, anywhere = (
        latest(matching_entries(query, part), MOST_ROWS + 1) for part in PARTS
    )
    rows = public_rows({*by_title, *by_summary, *anywhere[:MOST_ROWS]}, kinds)
    best = best_rows(rows, set(by_title), set(by_summary))
    texts = SearchEntry.objects.only("title", "text", "language", "kind")
    texts = texts.in_bulk([pk for keys in best.values() for pk in list(keys.values())[:limit]])
    for kind, keys in best.items():
        objects = registered[kind].public.in_bulk(list(keys)[:limit])
        shown = [(objects[key], texts[pk]) for key, pk in keys.items() if key in objects]
        found[kind] = (len(keys), [hit(item, entry, query) for item, entry in shown])
    return Found(found, is_more=len(anywhere) > MOST_ROWS)


def public_rows(keys, kinds):
    """What ranking needs of the entries whose objects are public now."""
    public = Q()
    for kind in kinds:
        objects = registered[kind].public
        public |= Q(Exists(objects.filter(pk=OuterRef("object_id"))), kind=kind)
    entries = SearchEntry.objects.filter(public, pk__in=keys)
    return entries.values_list("pk", "kind", "object_id", "language", "date")


def best_rows(rows, by_title, by_summary):
    """{kind: {object: entry}}: the best row of each object, the best objects first."""
    present = get_language()

    def order(row):
        pk, _kind, key, language, date = row
        return (
            (language != present) + (language not in (present, "en")),
            (pk not in by_title) + (pk not in by_summary),
            -(date or ALWAYS).timestamp(),
            key,
            pk,
        )

    best = defaultdict(dict)
    for pk, kind, key, _language, _date in sorted(rows, key=order):
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
