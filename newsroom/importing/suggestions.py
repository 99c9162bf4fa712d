"""What was recognised in a story becomes suggestions, but for what was rejected before."""

from dataclasses import asdict

from newsroom.importing.values import is_inferred, key_of, values_of
from newsroom.models import RejectedPair, Suggestion


def words_of(text):
    """Words as pairs are remembered by: without case, with single spaces."""
    return " ".join(text.split()).casefold()[:300]


# Of these the same words mean another thing in another story: “25 teachers”, “in May 2024”. Later
# versions of their own story are not asked again whatever was decided (landing.py).
OF_ONE_STORY = {Suggestion.Kind.RESULT, Suggestion.Kind.DATE}


class Rejections:
    """What editors have found to be wrong: (kind, words, value), read once for an import."""

    def __init__(self):
        pairs = RejectedPair.objects.exclude(kind__in=OF_ONE_STORY)
        self.pairs = set(pairs.values_list("kind", "words", "value"))

    def among(self, kind, value, evidence):
        """The evidence that still counts."""
        key = key_of(kind, value)
        return [e for e in evidence if (kind, words_of(e.text), key) not in self.pairs]


def make_suggestions(story, found, rejections, known=frozenset()):
    """Rows for one story, saved. `known` is [(kind, key)] that an earlier document suggested.

    Without evidence nothing is suggested. What only rejected words lead to is kept apart.
    """
    rows, seen = [], set(known)
    for kind, value, evidence, told in values_of(found):
        if not evidence or (kind, key_of(kind, value)) in seen:
            continue
        seen.add((kind, key_of(kind, value)))
        left = rejections.among(kind, value, evidence)
        rows.append(
            Suggestion(
                story=story,
                kind=kind,
                value=value,
                evidence=[asdict(e) for e in left or evidence],
                inferred=is_inferred(left or evidence, told),
                state=Suggestion.State.OPEN if left else Suggestion.State.WITHHELD,
            )
        )
    return Suggestion.objects.bulk_create(rows)


def remember(suggestion, by):
    """Its words are not taken for its value again, in whatever document; a number or a date only in
    its own story."""
    if suggestion.kind in OF_ONE_STORY:
        return
    key = key_of(suggestion.kind, suggestion.value)
    for evidence in suggestion.evidence:
        RejectedPair.objects.get_or_create(
            kind=suggestion.kind,
            words=words_of(evidence["text"]),
            value=key,
            defaults={"rejected_by": by},
        )


def forget(suggestion):
    RejectedPair.objects.filter(
        kind=suggestion.kind,
        value=key_of(suggestion.kind, suggestion.value),
        words__in=[words_of(evidence["text"]) for evidence in suggestion.evidence],
    ).delete()
