"""Search over everything: what is indexed when a row is saved, and what is found.

An app says in `ready()` what its models have to say (`register`); nothing here knows a model. The
index is written in the transaction of the save. It decides nothing about publication: whoever
searches asks `published()` of each model, at that moment.
"""

from collections.abc import Callable
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from almaty.publishing import Publishable
from almaty.search_query import Query, fts5, tsquery
from almaty.searchable import ALWAYS, SearchEntry
from almaty.snippets import one_line
from almaty.stems import stem, words

KEY = ["object_id", "kind", "language", "since"]
SHOWN = ["date", "title", "text", "head", "lead", "rest"]
BATCH = 200  # objects in one transaction, beyond the save of a single one
MOST_INDEXED = 100_000  # characters of each part of a row; PostgreSQL holds about a million
PARTS = ["head", "lead", "rest"]


@dataclass(frozen=True)
class Document:
    """What an object says in one language."""

    language: str
    title: str
    names: tuple = ()  # other names of its own, which find it as its title does
    summary: str = ""
    body: str = ""  # plain text
    related: tuple = ()  # names of public things it is joined to: they find it, and are not shown


@dataclass(frozen=True)
class Searchable:
    model: type
    documents: Callable  # (object, moment) → documents, with what is public at that moment
    rows: Callable  # () → queryset with all that `documents` reads
    moments: Callable  # object → times to come at which `documents` has more to say

    @property
    def public(self):
        objects = self.model._default_manager
        return objects.published() if issubclass(self.model, Publishable) else objects.all()


registered = {}


def register(model, documents, rows=None, moments=lambda item: ()):
    rows = rows or model._default_manager.all
    registered[model._meta.label_lower] = Searchable(model, documents, rows, moments)
    post_save.connect(saved, sender=model, dispatch_uid=f"index {model._meta.label}")
    post_delete.connect(deleted, sender=model, dispatch_uid=f"index {model._meta.label}")


def saved(sender, instance, raw=False, **kwargs):
    if not raw:  # a fixture's relations are not there yet; `manage.py reindex` follows it
        index(instance)


def deleted(sender, instance, **kwargs):
    kind = sender._meta.label_lower
    SearchEntry.objects.filter(kind=kind, object_id=instance.pk).delete()


# Indexing --------------------------------------------------------------------------------------

# Inside `indexed_once()` and `never_indexed()`: the objects that changed there, {model: {key, …}}.
waiting = ContextVar("waiting", default=None)


@contextmanager
def indexed_once():
    """What changes inside is indexed at the end, and once, however many of its rows are saved.

    To be called in the transaction of those saves.
    """
    if waiting.get() is not None:
        yield
        return
    with never_indexed() as changed:
        yield
    for model, keys in changed.items():
        index_keys(model, sorted(keys))


@contextmanager
def never_indexed():
    """What is saved inside will be rolled back, and nobody searches it."""
    token = waiting.set({})
    try:
        yield waiting.get()
    finally:
        waiting.reset(token)


def index(item):
    index_keys(type(item), [item.pk])


def index_keys(model, keys):
    """Bring the rows of these objects up to date. What has not changed is not written."""
    if waiting.get() is not None:
        waiting.get().setdefault(model, set()).update(keys)
        return
    for start in range(0, len(keys), BATCH):
        with transaction.atomic():
            changed, gone = differences(model, keys[start : start + BATCH])
            if gone:
                SearchEntry.objects.filter(pk__in=gone).delete()
            SearchEntry.objects.bulk_create(
                changed,
                update_conflicts=True,  # another save of the same page may have been quicker
                unique_fields=KEY,
                update_fields=SHOWN,
            )


def differences(model, keys):
    """The rows of these objects to be written, and the keys of those to be taken out."""
    searchable, now = registered[model._meta.label_lower], timezone.now()
    objects = searchable.rows().filter(pk__in=keys)
    wanted = {key_of(e): e for item in objects for e in entries(searchable, item, now)}
    stored = {key_of(e): e for e in rows_of(model).filter(object_id__in=keys)}
    changed = [e for key, e in wanted.items() if key not in stored or differ(e, stored[key])]
    return changed, [entry.pk for key, entry in stored.items() if key not in wanted]


def rows_of(model):
    return SearchEntry.objects.filter(kind=model._meta.label_lower)


def key_of(entry):
    return tuple(getattr(entry, field) for field in KEY)


def differ(one, other):
    return any(getattr(one, field) != getattr(other, field) for field in SHOWN)


def entries(searchable, item, now):
    """A row for each language; and one more from each moment when more becomes public."""
    for since, moment in [(ALWAYS, now), *((m, m) for m in searchable.moments(item) if m > now)]:
        for document in searchable.documents(item, moment):
            yield entry_of(searchable, item, since, document)


def entry_of(searchable, item, since, document):
    language, summary = document.language, one_line(document.summary)
    return SearchEntry(
        kind=searchable.model._meta.label_lower,
        object_id=item.pk,
        language=language,
        since=since,
        date=getattr(item, "published_at", None),
        title=one_line(document.title),
        text=f"{summary} {document.body}".strip(),
        head=indexed([document.title, *document.names], language),
        lead=indexed([summary, *document.related], language),
        rest=indexed([document.body], language),
    )


def indexed(texts, language):
    """Stems in order, then the words they are the stems of, for words only begun. No phrase goes
    over a bar: neither from one text into the next, nor among the words."""
    stems, forms, left = [], {}, MOST_INDEXED
    for text in texts:
        for _start, _end, word in words(text):
            stemmed = stem(word, language)
            left -= len(stemmed) + 1
            if stemmed != word and word not in forms:
                forms[word] = True
                left -= len(word) + 3
            if left < 0:
                break
            stems.append(stemmed)
        stems.append("|")
    return f" {' '.join([*stems, *(f'{form} |' for form in forms)])} "


# Finding ---------------------------------------------------------------------------------------


def with_terms(terms, part="rest"):
    """The condition that an entry has all the terms, in this part or the ones before it."""
    if connection.vendor == "sqlite":
        statement = "SELECT rowid FROM almaty_search_words WHERE almaty_search_words MATCH %s"
        return Q(pk__in=RawSQL(statement, [fts5(terms, PARTS[: PARTS.index(part) + 1])]))  # noqa: S611
    statement = f"SELECT almaty_search_{part}(%s::tsquery)"
    return Q(pk__in=RawSQL(statement, [tsquery(terms)]))  # noqa: S611 a parameter


def with_phrase(spellings):
    """The condition that the words stand side by side, in a part of the text."""
    condition = Q()
    for spelling in spellings:
        for column in PARTS:
            condition |= Q(**{f"{column}__contains": spelling})
    return condition


def matching_entries(query, part="rest"):
    """Entries that fit a query, public or not. An object that one of its languages excludes is
    excluded in all of them."""
    if not query.terms:
        return SearchEntry.objects.none()
    found = SearchEntry.objects.filter(
        with_terms(query.terms, part),
        *map(with_phrase, query.phrases),
        since__lte=timezone.now(),
    )
    for part in query.unwanted:
        without = SearchEntry.objects.filter(with_terms(part.terms), with_phrase(part.phrases))
        same = without.filter(kind=OuterRef("kind"), object_id=OuterRef("object_id"))
        found = found.filter(~Exists(same))
    return found


def latest(entries, number):
    """The keys of the entries written last."""
    return list(entries.order_by("-pk").values_list("pk", flat=True)[:number])


def matching(queryset, text):
    """Of a public queryset, what a text finds, in the queryset's own order."""
    kind = queryset.model._meta.label_lower
    entries = matching_entries(Query.parse(text)).filter(kind=kind)
    return queryset.filter(pk__in=entries.values("object_id"))
