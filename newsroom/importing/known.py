"""What the site has already that is like what a document tells: documents, stories, names."""

import re
from collections import Counter
from difflib import SequenceMatcher

from django.utils.functional import cached_property

from almaty.publishing import Status
from almaty.stems import stem, words
from newsroom.models import Import, NewsItem
from programmes.models import Partner, Place

# Words that many organisations have in their names, and that tell none from another.
COMMON = {"of", "the", "and", "for", "in", "at", "на", "и", "по", "при", "имени", "de", "мен"}
LIKELY = 0.5  # from when a name is shown as a likely duplicate
SHOWN = 5
ALIKE_STORIES = 0.3


# Documents -------------------------------------------------------------------------------------


def known_import(sha, text_sha):
    """The import of this file, or of one that says the same, if a story of it is still kept."""
    same = Import.objects.filter(sha256=sha) | Import.objects.filter(text_sha256=text_sha)
    kept = NewsItem.objects.kept()
    return same.filter(stories__news_item__in=kept).distinct().defer("blocks").first()


# Stories ---------------------------------------------------------------------------------------


def bag(text):
    """The stems of a text, each as often as it stands there."""
    return Counter(stem(word, "ru") for _start, _end, word in words(text) if len(word) > 2)


def overlap(one, other):
    """From 0 to 1: the share of words that two bags have in common."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def similar_stories(imported):
    """Stories of the same period that may tell the same, in other words; the likeliest first.

    They are shown beside the new draft, and nothing is done to them.
    """
    own = bag(" ".join([imported.headline, *(p["text"] for p in imported.paragraphs)]))
    found = []
    stories = (
        NewsItem.objects.kept()
        .filter(period=imported.document.period)
        .exclude(pk=imported.news_item_id)
        .exclude(imported_as__document=imported.document_id)
    )
    for story in stories:
        texts = (story.title_en, story.title_ru, story.summary_en, story.body_en, story.body_ru)
        told = bag(re.sub(r"<[^>]*>", " ", " ".join(text or "" for text in texts)))
        likeness = overlap(own, told)
        if likeness >= ALIKE_STORIES:
            found.append((likeness, story))
    return [story for _likeness, story in sorted(found, key=lambda row: -row[0])[:SHOWN]]


# Names -----------------------------------------------------------------------------------------


class Names:
    """The names of partners, or of places, of the whole register."""

    def __init__(self, model):
        rows = model.objects.prefetch_related("other_names")
        if hasattr(model, "status"):
            rows = rows.exclude(status=Status.DELETED)
        self.rows = {row.pk: row for row in rows}
        self.names = [
            (row.pk, name, stems(name)) for row in self.rows.values() for name in names_of(row)
        ]

    def like(self, name):
        """The rows that this name may mean, the likeliest first."""
        own, best = stems(name), {}
        for key, other, other_stems in self.names:
            likeness = likeness_of(name, own, other, other_stems)
            best[key] = max(likeness, best.get(key, 0))
        likely = [self.rows[key] for key, likeness in best.items() if likeness >= LIKELY]
        return sorted(likely, key=lambda row: (-best[row.pk], str(row)))[:SHOWN]

    def named(self, name):
        """The row of exactly this name, whatever the case of its letters; None for none."""
        folded = " ".join(name.split()).casefold()
        keys = {key for key, other, _stems in self.names if other.casefold() == folded}
        return self.rows[min(keys)] if keys else None

    def all(self):
        return sorted({name for _key, name, _stems in self.names})


class KnownNames:
    """What the register has by name: read where it is asked for, and then once."""

    @cached_property
    def partners(self):
        return Names(Partner)

    @cached_property
    def places(self):
        return Names(Place)


def names_of(row):
    names = {getattr(row, f"name_{code}") for code in ("en", "ru", "kk")} | {row.name}
    names |= {getattr(row, "acronym", "")} | {other.name for other in row.other_names.all()}
    return {name for name in names if name}


def stems(name):
    kept = (word for _start, _end, word in words(name) if word not in COMMON)
    return frozenset(stem(word, "ru") for word in kept)


def initials(name):
    return "".join(word[0] for _start, _end, word in words(name) if word not in COMMON)


def likeness_of(name, own, other, other_stems):
    """From 0 to 1: by the words they share, by initials, or by letters where one is misspelled."""
    if name.casefold() == other.casefold():
        return 1.0
    for short, long in ((name, other), (other, name)):
        if short.isupper() and 3 <= len(short) <= 10 and initials(long) == short.casefold():
            return 0.9
    shared, either = own & other_stems, own | other_stems
    by_words = len(shared) / len(either) if either else 0.0
    if shared and (own <= other_stems or other_stems <= own) and len(shared) > 1:
        by_words = max(by_words, 0.7)
    letters = SequenceMatcher(None, name.casefold(), other.casefold())
    by_letters = letters.ratio() if letters.quick_ratio() > 0.8 else 0.0
    return max(by_words, by_letters if by_letters > 0.8 else 0.0)
