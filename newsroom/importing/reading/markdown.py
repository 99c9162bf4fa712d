"""Markdown, as people write it and as Google Docs and Pandoc do.

markdown-it-py reads the marks. What people write is less strict than those are: lines that are
paragraphs without an empty line between them, and bold lines that are headlines.
"""

import re
from dataclasses import replace

from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from newsroom.importing.document import Document, Refused
from newsroom.importing.reading import limits
from newsroom.importing.reading.inline_pictures import SCHEME, not_fetched, picture_at
from newsroom.importing.reading.page import INLINE
from newsroom.importing.reading.pieces import Piece, Raw, Target, all_bold, blocks_of, words_of
from newsroom.importing.reading.plain import BULLET, NUMBERED, QUOTED, RULE, SPEECH, WIDTHS
from newsroom.importing.reading.tables import CELL_BREAK

MARKS = "[]*_`!<&\\~"
MAX_NESTING = 100  # two for a list in a list; the library leaves out what stands deeper
LONGEST_NUMBER = 2  # digits of an item's; a longer one is a year, and part of the text
HEADING_NAME = re.compile(r"\{#[\w.:-]{1,100}\}$")
ADDRESS = re.compile(rf"(?:https?://|mailto:|{SCHEME}:|[/#.])", re.IGNORECASE)
TAG = re.compile(r"</?([a-z][a-z0-9]*)\b", re.IGNORECASE)
ROW_RULE = re.compile(r"[\s:|-]+$")


def read_markdown(text, name, pictures):
    """Headings, bold, links, lists, tables, notes and pictures; a paragraph's lines are joined."""
    if sum(map(text.count, MARKS)) > limits.MAX_MARKS:
        raise too_many_marks()
    lines = QUOTED.sub("", without_comments(text)).splitlines()
    parser, found = parser_of_all(), {}
    tokens = parser.parse("\n".join(lines), found)
    if any(token.level >= MAX_NESTING - 2 for token in tokens):
        raise too_many_marks()
    reader = Reader(pictures)
    document = Document(name, "markdown", blocks_of(reader.raws(tokens)))
    document.beside = [
        " ".join(line.split())
        for definition in found.get("references", {}).values()
        if not ADDRESS.match(definition["href"])
        for line in lines[slice(*definition["map"])]
    ]
    if reader.elsewhere:
        document.warnings.append(not_fetched(reader.elsewhere))
    return document


def too_many_marks():
    return Refused(
        _(
            "This text has too many marks of Markdown, or its lists stand too deep."
            " Import it in parts."
        )
    )


def without_comments(text):
    """Without what is said to who writes it, <!-- as in HTML -->."""
    first, *others = text.split("<!--")
    kept = [first]
    for other in others:
        _comment, end, more = other.partition("-->")
        kept.append(more if end else f"<!--{other}")
    return "".join(kept)


def parser_of_all():
    """Reads all but code and blocks of HTML: people indent paragraphs, and no words may be lost.

    For the same reason tables are read here, line by line: cells beyond those of the first row
    would be left out. Addresses stay as they are written, those that lead nowhere too.
    """
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).use(footnote_plugin)
    parser.enable("strikethrough").disable(["code", "fence", "html_block", "blockquote"])
    parser.disable(["footnote_inline", "footnote_tail"])
    parser.core.ruler.before("inline", "brackets", check_brackets)
    parser.validateLink = lambda address: True
    parser.normalizeLink = parser.normalizeLinkText = lambda address: address
    return parser


def check_brackets(state):
    paragraphs = [token.content for token in state.tokens if token.type == "inline"]
    if sum(len(text) * text.count("[") for text in paragraphs) > limits.MAX_LOOKED_THROUGH:
        raise too_many_marks()


class Reader:
    def __init__(self, pictures):
        self.pictures = pictures  # that stood in the text itself
        self.elsewhere = 0
        self.notes = {}  # tokens of those that are not told yet, by their marks
        self.waiting = []  # marks of notes that the paragraph refers to

    def raws(self, tokens):
        """A note is told once: below the first paragraph that refers to it, or at the end."""
        raws = []
        for raw in self.told(self.without_notes(tokens)):
            raws.append(raw)
            while self.waiting and is_gap(raw):
                raws += self.told(self.notes.pop(self.waiting.pop(0), []))
        for left in self.notes.values():
            raws += self.told(left)
        return raws

    def without_notes(self, tokens):
        """The tokens of the text; those of the notes are kept by."""
        text = here = []
        for token in tokens:
            if token.type == "footnote_reference_open":
                here = self.notes.setdefault(token.meta["label"], [])
            elif token.type == "footnote_reference_close":
                here = text
            else:
                here.append(token)
        return text

    def told(self, tokens):
        """What stands in a text or a note, with an empty paragraph wherever there is a gap."""
        numbers, opened = [], None  # of the next items of the lists that are open
        for token in tokens:
            match token.type:
                case "heading_open" | "list_item_open":
                    opened = token
                case "bullet_list_open":
                    numbers.append(None)
                case "ordered_list_open":
                    numbers.append(int(token.attrs.get("start", 1)))
                case "bullet_list_close" | "ordered_list_close":
                    numbers.pop()
                case "list_item_close":
                    numbers[-1] = None if numbers[-1] is None else numbers[-1] + 1
                case "inline":
                    yield from self.paragraph(token.children, opened, numbers)
                    opened = None
            if not numbers and token.type.endswith(("_close", "hr")):
                yield Raw("paragraph")

    def paragraph(self, tokens, opened, numbers):
        """Its pictures, then those of its lines that are paragraphs; `opened` begins with it."""
        line_reader = LineReader()
        for token in tokens:
            match token.type:
                case "image":
                    yield from self.picture(token)
                case "html_inline" if token.content[:4].lower() == "<img":
                    self.elsewhere += 1
                case "footnote_ref":
                    self.waiting.append(token.meta["label"])
                case _:
                    line_reader.take(token)
        if opened is None:
            yield from joined(line_reader.lines)
        elif opened.type == "heading_open":
            yield from heading(line_reader.lines, opened)
        else:
            yield from item(line_reader.lines, opened, numbers[-1])

    def picture(self, token):
        if picture := picture_at(token.attrs["src"], self.pictures, token.content):
            yield Raw("picture", picture=picture)
        else:
            self.elsewhere += 1


class LineReader:
    """Takes what stands in a paragraph and gives its lines; what is bold over a break is one."""

    def __init__(self):
        self.lines = [[]]
        self.bold = self.italic = 0  # how many marks of each are open
        self.targets = [None]

    def take(self, token):
        match token.type:
            case "strong_open" | "strong_close":
                self.bold += token.nesting
            case "em_open" | "em_close":
                self.italic += token.nesting
            case "link_open":
                self.targets.append(Target.of(token.attrs["href"]))
                self.add("")  # one without words is a lost one
            case "link_close":
                self.targets.pop()
            case "softbreak" | "hardbreak":
                self.end_line()
            case "html_inline":
                self.take_tag(token.content)
            case _:
                self.add(token.content)

    def add(self, text):
        piece = Piece(text, bool(self.bold), bool(self.italic), self.targets[-1])
        self.lines[-1].append(piece)

    def end_line(self):
        if self.bold or self.italic or self.targets[-1]:
            self.add(" ")
        else:
            self.lines.append([])

    def take_tag(self, text):
        """Tags that browsers know leave no mark; of others nobody knows whether they are text."""
        tag = TAG.match(text)
        name = tag[1].lower() if tag else ""
        if name == "br":
            self.end_line()
        elif name not in INLINE:
            self.add(text)


def is_gap(raw):
    return not raw.pieces and not raw.picture


def heading(lines, opened):
    """Of lines that are underlined the last is the headline; one with # has but one."""
    if opened.markup in {"=", "-"}:
        *before, title = lines
        yield from joined(before)
        yield Raw("paragraph")
    else:
        title = [piece for line in lines for piece in (*line, Piece(" "))]
    last = next((piece for piece in reversed(title) if piece.text.strip()), Piece(""))
    last.text = HEADING_NAME.sub("", last.text.rstrip())
    yield Raw("heading", title, int(opened.tag[1]))


def item(lines, opened, number):
    """A bold line is no item but a headline, and a number like 1986 no number but a year."""
    if len(opened.info) > LONGEST_NUMBER:
        return joined([[Piece(f"{opened.info}{opened.markup} "), *lines[0]], *lines[1:]])
    if all_bold(lines[0]):
        return joined(lines)
    return [Raw("item", lines[0], number=number), *joined(lines[1:])]


def joined(lines):
    """The lines that stand for paragraphs by themselves, with those that go on in them."""
    raws = []
    for raw in filter(None, map(line_raw, lines)):
        if raws and goes_on(raws[-1], raw):
            raws[-1].pieces += [Piece(" "), *raw.pieces]
        else:
            raws.append(raw)
    return raws


def line_raw(line):
    """What a line was meant as: a row, an item that the library takes for a line, a paragraph.

    None is the line that a table has below its head.
    """
    text = "".join(piece.text for piece in line)
    if RULE.match(text):
        return Raw("paragraph")
    if text.startswith("|"):
        return None if ROW_RULE.match(text) else Raw("row", row(line))
    numbered = NUMBERED.match(text)
    mark = numbered or (None if SPEECH.match(text) else BULLET.match(text))
    if not mark or len(line[0].text) < mark.end():
        return Raw("paragraph", line)
    pieces = [replace(line[0], text=line[0].text[mark.end() :]), *line[1:]]
    if all_bold(pieces):
        return Raw("paragraph", pieces)
    return Raw("item", pieces, number=int(numbered[1]) if numbered else None)


def row(line):
    line[0].text = line[0].text.removeprefix("|")
    line[-1].text = line[-1].text.rstrip().removesuffix("|")
    return [replace(piece, text=piece.text.replace("|", CELL_BREAK)) for piece in line]


def goes_on(before, raw):
    """Not after a row, a bold line or one long enough to be a paragraph; nor what somebody says."""
    if raw.kind != "paragraph" or before.kind == "row":
        return False
    if all_bold(before.pieces) or all_bold(raw.pieces) or is_gap(before) or is_gap(raw):
        return False
    return len(words_of(before.pieces)) <= max(WIDTHS) and not SPEECH.match(words_of(raw.pieces))
