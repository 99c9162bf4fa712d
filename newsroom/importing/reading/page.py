"""What stands in a page: walks through clean HTML and collects its paragraphs and pictures."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import count
from typing import NamedTuple

from newsroom.importing.reading.inline_pictures import picture_at
from newsroom.importing.reading.office_pages import (
    begins_comment,
    is_item,
    is_no_text,
    look_of,
    without_mark,
)
from newsroom.importing.reading.pieces import CAPTION, Piece, Raw, Target, words_of
from newsroom.importing.reading.surroundings import Beside, is_surrounding
from newsroom.importing.reading.tables import table_raws

HEADINGS = {f"h{level}": level for level in range(1, 7)}
INLINE = {"a", "b", "strong", "i", "em", "u", "span", "font", "small", "sub", "sup", "mark"}
INLINE |= {"abbr", "cite", "q", "time", "s", "del", "ins", "code", "label"}
WEIGHT_STYLE = re.compile(r"font-weight\s*:\s*(?:(bold|[6-9]00)|normal|[1-5]00)", re.IGNORECASE)
HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
SIZE_STYLE = re.compile(r"font-size\s*:\s*(\d{1,3}(?:\.\d+)?)(pt|px)", re.IGNORECASE)
START = re.compile(r"\d{1,3}")  # of a numbered list
TELLING = {*HEADINGS, "article", "main"}  # tell what other elements are
POINTS = {"pt": 1, "px": 0.75}


class Element(NamedTuple):
    """An open element, with what it has from those that it stands in."""

    tag: str = ""
    look: dict = {}  # what it gives to its letters: attributes of a Piece
    inside: frozenset = frozenset()  # of TELLING
    is_item: bool = False
    start: int = 0  # how many paragraphs stood before it
    numbers: Iterator[int] | None = None  # of the items of a numbered list, the next ones
    number: int | None = None  # of such an item


class Page(HTMLParser):
    """Walks through clean HTML and collects the paragraphs. `leaves_out` is of "form", "frame"."""

    def __init__(self, pictures, looks, leaves_out, notes):
        super().__init__(convert_charrefs=True)
        self.pictures, self.looks, self.leaves_out = pictures, looks, leaves_out
        self.notes = notes
        self.raws = []  # what is being filled: the page's, or a table cell's
        self.pieces = []
        self.open = []
        self.left_out = 0  # how many of the open elements are inside what is left out
        self.tables = []  # rows of the open tables, each with what stood before it
        self.elsewhere = 0
        self.is_without_picture = False  # the figure, whose picture stands elsewhere
        self.beside = Beside()

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        if tag == "br":
            return None if self.left_out else self.pieces.append(self.piece("\n"))
        if tag == "hr":
            return self.flush()
        if tag == "img":
            return self.picture(attributes)
        if self.left_out:
            self.left_out += 1
        elif self.is_left_out(tag, attributes):
            self.left_out = 1
        if tag not in INLINE:
            self.flush()
        self.open.append(self.opened(tag, attributes))
        if not self.left_out and begins_comment(tag, attributes):
            self.leave_out_comment()
        if self.left_out:
            return None
        if tag == "a" and "name" not in attributes:
            self.pieces.append(self.piece(""))
        if tag == "table":
            self.tables.append((self.raws, []))
        elif tag == "tr" and self.tables:
            self.tables[-1][1].append([])
        elif tag in {"td", "th"} and self.tables and self.tables[-1][1]:
            self.raws = []
            self.tables[-1][1][-1].append(self.raws)
        return None

    def opened(self, tag, attributes):
        holder = self.holder
        look = holder.look | given(tag, attributes, self.looks)
        inside = holder.inside | {tag} if tag in TELLING else holder.inside
        element = Element(tag, look, inside, is_item(tag, attributes), len(self.raws))
        if tag == "ol":
            start = attributes.get("start", "")
            return element._replace(numbers=count(int(start) if START.fullmatch(start) else 1))
        if tag == "li" and holder.numbers:
            return element._replace(number=next(holder.numbers))
        return element

    @property
    def holder(self):
        return self.open[-1] if self.open else Element()

    def leave_out_comment(self):
        """The block that begins with this link, in which a page has a comment and nothing else."""
        blocks = [n for n, element in enumerate(self.open) if element.tag == "div"]
        self.left_out = len(self.open) - max(blocks, default=len(self.open) - 1)
        self.pieces = []

    def handle_endtag(self, tag):
        if tag not in INLINE:
            self.flush()
        if tag == "table" and self.tables and not self.left_out:
            self.raws, rows = self.tables.pop()
            self.raws += table_raws(rows)
        if tag == "figure":
            self.is_without_picture = False
        if tag in {"p", "div"} and not self.left_out and self.is_empty(tag):
            self.raws.append(Raw("paragraph"))
        if self.open and self.open[-1].tag == tag:
            self.open.pop()
            self.left_out = max(self.left_out - 1, 0)

    def is_empty(self, tag):
        return tag == "p" and self.raws and self.raws[-1].kind != "heading" and not self.just_filled

    just_filled = False

    def handle_data(self, data):
        if self.left_out:
            if "target" not in self.holder.look:
                self.beside.add(data)
            return
        if not any(element.tag == "pre" for element in self.open[-3:]):
            data = data.replace("\n", " ")  # a line break of the page's source
        self.pieces.append(self.piece(data))

    def piece(self, text):
        return Piece(text, **self.holder.look)

    def flush(self):
        self.beside.flush()
        self.just_filled = bool(words_of(self.pieces))
        if self.just_filled or any(piece.target for piece in self.pieces):
            kind, level, number = self.kind()
            if kind == CAPTION and self.is_without_picture:
                self.beside.lines.append(" ".join(words_of(self.pieces).split()))
                self.pieces = []
                return
            is_marked = any(element.is_item for element in self.open[-3:])
            pieces = without_mark(self.pieces) if is_marked else self.pieces
            self.raws.append(Raw("item" if is_marked else kind, pieces, level, number=number))
            self.notes.take(self.raws[-1])
        self.pieces = []

    def kind(self):
        for number in reversed(range(len(self.open))):
            element = self.open[number]
            if element.tag in HEADINGS:
                return "heading", HEADINGS[element.tag], None
            if element.tag == "li":
                return "item", None, element.number if element.start == len(self.raws) else None
            if element.tag in {"figcaption", "caption"}:
                return CAPTION, None, None
            if element.tag in {"td", "th", "blockquote"}:
                break
            if element.tag == "p" and not self.is_first_in(self.open[number - 1]):
                break
        return "paragraph", None, None

    def is_first_in(self, holder):
        """Whether nothing stands before a paragraph in the item or caption that holds it."""
        return holder.tag in {"li", "figcaption"} and holder.start == len(self.raws)

    def picture(self, attributes):
        if self.left_out:
            return
        while self.pieces and self.pieces[-1].target and not self.pieces[-1].text.strip():
            self.pieces.pop()  # the link is the picture's, and has lost no words
        source = attributes.get("src", "")
        if picture := picture_at(source, self.pictures, attributes.get("alt", "")):
            self.raws.append(Raw("picture", picture=picture))
            self.is_without_picture = False
        elif source:
            self.elsewhere += 1
            self.is_without_picture = any(element.tag == "figure" for element in self.open)

    def is_left_out(self, tag, attributes):
        if self.is_no_text(tag, attributes):
            self.beside.ignore()
            return True
        if self.surrounds(tag, attributes):
            self.beside.begin(tag, attributes)
            return True
        return False

    def is_no_text(self, tag, attributes):
        if "hidden" in attributes or HIDDEN_STYLE.search(attributes.get("style", "")):
            return True
        if is_no_text(tag, attributes) or self.notes.is_mark(tag, attributes.get("href", "")):
            return True
        # Of a heading that opens what is under it, a button has the words.
        return tag == "button" and not self.holder.inside & HEADINGS.keys()

    def surrounds(self, tag, attributes):
        if tag == "form":
            return "form" in self.leaves_out
        inside_text = bool(self.holder.inside - HEADINGS.keys())
        return "frame" in self.leaves_out and is_surrounding(tag, attributes, inside_text)


def given(tag, attributes, looks):
    """What an element says of the letters in it."""
    look, said = {}, look_of(attributes, looks)
    weight = WEIGHT_STYLE.search(said)
    if weight:  # Google Docs puts everything into a <b> that is not bold
        look["is_bold"] = bool(weight[1])
    if tag in {"b", "strong", "th"} and not (tag == "b" and weight):
        look["is_bold"] = True
    if tag in {"i", "em", "cite"}:
        look["is_italic"] = True
    if size := SIZE_STYLE.search(said):
        look["font_size"] = float(size[1]) * POINTS[size[2].lower()]
    if tag == "a" and "name" not in attributes:
        look["target"] = Target.of(attributes.get("href"))
    return look
