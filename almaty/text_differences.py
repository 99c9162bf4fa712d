"""Two texts compared by paragraphs and words. What comes out is plain text: templates escape it."""

import re
from difflib import SequenceMatcher
from html import unescape
from typing import NamedTuple

from django.utils.translation import gettext as _

SAME, REMOVED, ADDED = "same", "removed", "added"
# Comparing costs the product of two lengths; texts that differ in more are shown one after the
# other, which is how anybody would read them.
MOST_STEPS = 1_000_000
WORDS = re.compile(r"\w+|\s+|[^\w\s]")
TAG = re.compile(r"<(/?)([a-z]\w*)((?:\s[^<>]*)?)/?>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""\b(href|src|alt)=(["'])(.*?)\2""", re.DOTALL)
BLOCKS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "figure", "figcaption", "br"}


class Piece(NamedTuple):
    """A stretch of words: the same in both texts, or of one only."""

    kind: str
    text: str


def lines_of(text):
    return [line for line in text.splitlines() if line.strip()]


def paragraphs_of(html):
    """Cleaned rich text as it reads: a line for each block, with the targets of its links."""
    lines, line, mark, target, at = [], [], "", "", 0

    def end_line():
        words = " ".join("".join(line).split())
        if words:
            lines.append(mark + words)
        line.clear()

    for tag in TAG.finditer(html):
        line.append(unescape(html[at : tag.start()]))
        at, name, is_end = tag.end(), tag[2].lower(), bool(tag[1])
        given = {key: unescape(value) for key, _quote, value in ATTRIBUTE.findall(tag[3])}
        if name in BLOCKS:
            end_line()
            mark = "" if is_end else marks().get(name, mark if name == "p" else "")
        elif name == "img":
            file_name = given.get("src", "").rpartition("/")[2]
            line.append(_("[picture: %s]") % "; ".join(filter(None, [given.get("alt"), file_name])))
        elif name == "a":
            if is_end and target:
                line.append(f" ({target})")
            target = given.get("href", "")
    line.append(unescape(html[at:]))
    end_line()
    return lines


def marks():
    """What a line begins with, where it is more than a paragraph."""
    return {
        "h2": _("Heading:") + " ",
        "h3": _("Smaller heading:") + " ",
        "li": "• ",
        "blockquote": _("Quotation:") + " ",
        "figcaption": _("Caption:") + " ",
    }


def compared(before, after):
    """Paragraphs as lists of pieces; None stands for one or more that are the same in both."""
    told = []
    for kind, old, new in stretches(before, after):
        if kind == "equal":
            told.append(None)
        elif len(old) == len(new):
            told += [words_compared(*pair) for pair in zip(old, new, strict=True)]
        else:
            told += [[Piece(REMOVED, line)] for line in old] + [
                [Piece(ADDED, line)] for line in new
            ]
    return told


def words_compared(before, after):
    pieces = []
    for kind, old, new in stretches(WORDS.findall(before), WORDS.findall(after)):
        old, new = "".join(old), "".join(new)
        if kind == "equal" and not (old.isspace() and pieces):
            pieces.append(Piece(SAME, old))
            continue
        if old:
            pieces.append(Piece(REMOVED, old))
        if new:
            pieces.append(Piece(ADDED, new))
    return joined(pieces)


def joined(pieces):
    """Neighbouring changes as one removal and one addition, as somebody would strike out a phrase.

    A space between two changed words is a part of both.
    """
    told, removed, added = [], "", ""
    for piece in [*pieces, Piece(SAME, "")]:
        if piece.kind == REMOVED:
            removed += piece.text
        elif piece.kind == ADDED:
            added += piece.text
        else:
            if removed == added:
                told.append(Piece(SAME, removed))
            else:
                told += [Piece(REMOVED, removed), Piece(ADDED, added)]
            removed = added = ""
            told.append(piece)
    return [piece for piece in told if piece.text]


def stretches(before, after):
    """[(kind as difflib names it, part of before, part of after)] for two lists."""
    start = 0
    most = min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    if start:
        yield "equal", before[:start], after[:start]
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if len(old) * len(new) > MOST_STEPS:
        yield "replace", old, new
    elif old or new:
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            yield kind, old[a:b], new[c:d]
    if end:
        yield "equal", before[-end:], after[-end:]
