"""A story's text with the evidence of its suggestions marked: plain pieces, which templates escape.

Each suggestion of a story has a number, 1 for the first; a piece of text names those it led to.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from django.utils.translation import gettext as _


@dataclass
class Mark:
    """One number at the end of the words that led to a suggestion."""

    number: int
    pk: int
    rule: str
    anchor: str
    kind: str
    is_shown: bool = True


@dataclass
class Piece:
    """A stretch of text. `numbers` are those of all suggestions that it is evidence for."""

    text: str
    numbers: list = field(default_factory=list)
    ends: list = field(default_factory=list)  # [Mark] whose evidence ends with this piece
    is_lost: bool = False  # beside the hole that a link has left


@dataclass
class Text:
    """A paragraph or the headline; `block` is its number in the document, from 1."""

    paragraph: int | None
    block: int | None
    pieces: list


def anchor(number, position):
    return f"evidence-{number}-{position}"


def marked(story, suggestions, lost_links=()):
    """[Text] of a whole imported story, its headline first. `suggestions` in the shown order."""
    texts = []
    for paragraph in [None, *range(len(story.paragraphs))]:
        spans = [
            (evidence["start"], evidence["end"], Mark(
                number,
                suggestion.pk,
                _(evidence["rule"]),
                anchor(number, position),
                suggestion.get_kind_display(),
            ))
            for number, suggestion in enumerate(suggestions, 1)
            for position, evidence in enumerate(suggestion.evidence, 1)
            if evidence["paragraph"] == paragraph
        ]  # fmt: skip
        lost = [(link.start, link.end) for link in lost_links if link.paragraph == paragraph]
        text = story.text_at(paragraph)
        texts.append(Text(paragraph, story.block_at(paragraph), pieces_of(text, spans, lost)))
    return texts


def pieces_of(text, spans, lost=()):
    """The text cut wherever evidence begins or ends; joined, its pieces are the text.

    A number stands once for words that lie in one another, at the end of the longest.
    """
    opening, closing, edges = defaultdict(list), defaultdict(list), {0, len(text)}
    for start, end, mark in spans:
        opening[start].append(mark)
        closing[end].append(mark)
    for start, end, *_mark in [*spans, *lost]:
        edges |= {start, end}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
    pieces, is_open = [], Counter()
    for start, end in pairwise(cuts):
        is_open.update(mark.number for mark in opening[start])
        numbers = sorted(number for number, count in is_open.items() if count > 0)
        is_open.subtract(mark.number for mark in closing[end])
        ends = sorted(closing[end], key=lambda mark: mark.number)
        for before, mark in pairwise([None, *ends]):
            is_repeated = before and before.number == mark.number
            mark.is_shown = not is_repeated and is_open[mark.number] <= 0
        is_lost = any(first <= start and end <= last for first, last in lost)
        pieces.append(Piece(text[start:end], numbers, ends, is_lost))
    return pieces
