"""From what readers find, pieces of text one after another, to blocks.

Here alone white space becomes single spaces and letters are composed (NFC); invisible marks that
word processors leave inside words go. Nothing else of a text changes.
"""

import re
import unicodedata
from dataclasses import dataclass, field, replace
from html import escape
from itertools import groupby, pairwise

from newsroom.importing.document import Block, Link, Picture
from newsroom.importing.reading.addresses import led_to

INVISIBLE = re.compile("[\0-\x08\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff\ud800-\udfff]")
ABSOLUTE = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…:;»”\"')\]]$")
RUN_IN_LEAST, RUN_IN_SHARE = 2, 1 / 3  # paragraphs of a document that begin with a headline
RUN_IN_WORDS = 3  # of the shortest such headline; a label has fewer
LONGEST_HEADING = 300  # characters; a longer one is a text that was given the look of a heading
LONG_LINE = 200  # characters: a line of a text that was broken by hand is shorter
ELEMENTS = {
    "heading": "<h2>{}</h2>",
    "item": "<ul><li><p>{}</p></li></ul>",
}


@dataclass(frozen=True, eq=False)
class Target:
    """Where a link leads. Each link has its own, so that two neighbours stay two."""

    href: str | None

    @classmethod
    def of(cls, href):
        return cls(led_to(href) or None)


@dataclass
class Piece:
    text: str  # "\n" is a line break; any other white space is a space
    is_bold: bool = False
    is_italic: bool = False
    target: Target | None = None
    font_size: float | None = None


@dataclass
class Raw:
    """A paragraph as it was found: becomes no block, one or several."""

    kind: str
    pieces: list[Piece] = field(default_factory=list)
    level: int | None = None
    picture: Picture | None = None
    number: int | None = None  # of an item of a numbered list


def blocks_of(raws):
    """The blocks of a document; empty paragraphs only leave their mark on their neighbours."""
    blocks, is_blank, number = [], False, None  # of the numbered item before
    for raw in with_headlines_apart(list(raws)):
        made = [raw_block(raw)] if raw.picture else list(text_blocks(raw))
        if not made:
            is_blank = True
            if blocks:
                blocks[-1].blank_after = True
        elif raw.number is not None:
            made[0].html = numbered(made[0].html, raw.number, number)
        if made:
            number = raw.number if len(made) == 1 else None
        for block in made:
            block.blank_before, is_blank = is_blank, False
            blocks.append(block)
    return with_captions(blocks)


def with_headlines_apart(raws):
    """Where paragraphs begin with a bold sentence and nothing else can be a headline, these are."""
    texts = [raw for raw in raws if raw.kind == "paragraph" and words_of(raw.pieces)]
    if any(raw.level != 1 for raw in raws if raw.kind == "heading"):
        return raws
    if sum(all_bold(raw.pieces) for raw in texts) > 1:
        return raws
    ends = {id(raw): end for raw in texts if (end := end_of_bold_sentence(raw.pieces))}
    if len(ends) < RUN_IN_LEAST or len(ends) < len(texts) * RUN_IN_SHARE:
        return raws
    below_lines = sum(
        id(raw) in ends and not SENTENCE_END.search(words_of(before.pieces))
        for before, raw in pairwise(texts)
    )
    if below_lines > 1:  # the first may stand below the title
        return raws
    parted = []
    for raw in raws:
        end = ends.get(id(raw), 0)
        heads = [Raw("paragraph", raw.pieces[:end])] if end else []
        parted += [*heads, replace(raw, pieces=raw.pieces[end:])]
    return parted


def end_of_bold_sentence(pieces):
    """How many of these pieces are one, before a longer text; 0 where they begin otherwise."""
    end = next((n for n, p in enumerate(pieces) if p.text.strip() and not p.is_bold), 0)
    head, text = words_of(pieces[:end]), words_of(pieces[end:])
    is_sentence = head.endswith((".", "!", "?")) and len(head.split()) >= RUN_IN_WORDS
    return end if is_sentence and len(head) < len(text) else 0


def raw_block(raw):
    return Block("picture", picture=raw.picture)


def text_blocks(raw):
    kind = raw.kind
    for line in lines_of(raw.pieces):
        block = text_block(kind, line, raw.level)
        if block.text or block.links:
            yield block
            if raw.number is not None:
                kind = "paragraph"  # below a numbered item there is no other


def numbered(html, number, before):
    """An item as one of a numbered list, which it begins unless the item before it did."""
    start = "" if number == (before or 0) + 1 else f' start="{number}"'
    return f"<ol{start}>{html.removeprefix('<ul>').removesuffix('</ul>')}</ol>"


def lines_of(pieces):
    """The lines that stand for paragraphs: after a bold line, an empty line, or long ones."""
    lines = [[]]
    for piece in pieces:
        for number, part in enumerate(piece.text.split("\n")):
            if number:
                lines.append([])
            if part or (piece.target and not piece.text):
                lines[-1].append(Piece(part, *shape(piece)))
    if len(lines) == 1:
        return lines
    kept = [Line(lines[0])]
    for pieces in lines[1:]:
        line = Line(pieces)
        if kept[-1].is_apart_from(line):
            kept.append(line)
        else:
            kept[-1].go_on_in(line)
    return [line.pieces for line in kept]


def shape(piece):
    return piece.is_bold, piece.is_italic, piece.target, piece.font_size


class Line:
    """A line, with what decides whether the next one goes on in it: a text may have 100,000."""

    def __init__(self, pieces):
        self.pieces = pieces
        words = words_of(pieces)
        self.length, self.end = len(words), words[-1:]
        self.is_bold = all_bold(pieces)

    def is_apart_from(self, following):
        if not self.length or not following.length or self.is_bold != following.is_bold:
            return True
        return self.length > LONG_LINE and bool(SENTENCE_END.search(self.end))

    def go_on_in(self, following):
        self.pieces += [Piece(" "), *following.pieces]
        self.length += 1 + following.length
        self.end = following.end


def words_of(pieces):
    return "".join(piece.text for piece in pieces).strip()


def all_bold(pieces):
    lettered = [piece for piece in pieces if any(c.isalnum() for c in piece.text)]
    return bool(lettered) and all(piece.is_bold for piece in lettered)


def tidy(text):
    return unicodedata.normalize("NFC", INVISIBLE.sub("", text))


def text_block(kind, pieces, level=None):
    """One block of these pieces, with its links by their places and its HTML."""
    written, length, html, links = [], 0, [], []
    spans = {}  # of each target: where its words begin and end
    space = False
    for piece in merged(pieces):
        text = tidy(piece.text)
        words = " ".join(text.split())
        space = (space or text[:1].isspace()) and bool(written)
        if words:
            if space:
                written.append(" ")
                html.append(" ")
            start = length + space
            length = start + len(words)
            written.append(words)
            html.append(marked_up(words, piece))
            if piece.target:
                first, end = spans.get(piece.target, (start, start))
                spans[piece.target] = (first if first < end else start, length)
            space = text[-1:].isspace()
        elif piece.target:
            spans.setdefault(piece.target, (length, length))
        space = space or (not words and bool(text) and bool(written))
    written = "".join(written)
    for target, (start, end) in spans.items():
        links.append(Link(written[start:end], start, end, target.href))
    if kind == "heading" and len(written) > LONGEST_HEADING:
        kind, level = "paragraph", None
    sizes = {piece.font_size for piece in pieces if piece.text.strip()}
    return Block(
        kind,
        text=written,
        html=ELEMENTS.get(kind, "<p>{}</p>").format("".join(html)) if written else "",
        level=level,
        links=links,
        is_bold=all_bold(pieces),
        font_size=sizes.pop() if len(sizes) == 1 else None,
    )


def merged(pieces):
    """Neighbours of one shape as one: Word cuts a word in two wherever it was corrected."""
    whole = []
    for _shape, alike in groupby(pieces, key=lambda piece: shape(piece)[:3]):
        alike = list(alike)
        whole.append(Piece("".join(piece.text for piece in alike), *shape(alike[-1])))
    return whole


def marked_up(words, piece):
    html = escape(words, quote=False)
    if piece.is_italic:
        html = f"<em>{html}</em>"
    if piece.is_bold:
        html = f"<strong>{html}</strong>"
    if piece.target and ABSOLUTE.match(piece.target.href or ""):
        html = f'<a href="{escape(piece.target.href.strip())}" rel="noopener">{html}</a>'
    return html


# Captions --------------------------------------------------------------------------------------

CAPTION = "caption"  # the kind of a Raw that describes the picture beside it


def with_captions(blocks):
    """Captions go into the picture before them, or after them where there is none before."""
    kept = []
    for number, block in enumerate(blocks):
        if block.kind != CAPTION:
            kept.append(block)
            continue
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if kept and kept[-1].picture and not kept[-1].picture.caption:
            described = kept[-1]
        elif following and following.picture:
            described = following
        else:
            kept.append(block)
            block.kind = "paragraph"
            continue
        described.picture = captioned(described.picture, block.text)
    return kept


def captioned(picture, caption):
    return replace(picture, caption=caption)
