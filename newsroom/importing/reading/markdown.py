"""Markdown, as people write it and as Google Docs and Pandoc do."""

import re
from dataclasses import replace
from html import unescape

from newsroom.importing.document import Document
from newsroom.importing.reading.inline_pictures import not_fetched, picture_at
from newsroom.importing.reading.pieces import Piece, Raw, Target, blocks_of
from newsroom.importing.reading.plain import BULLET, NUMBERED, QUOTED, RULE, WIDTHS

HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(?=\S)(.*)$")
HEADING_NAME = re.compile(r"\{#[\w.:-]{1,100}\}$")
UNDERLINE = re.compile(r"^(?:={3,}|-{3,})\s*$")
# Nothing here looks further than the next mark of its own: the time grows with the text alone.
PICTURE = re.compile(
    r"!\[(?P<alt>[^\[\]\n]{0,500})\]\((?P<address>[^()\s]{0,2000}+)(?:\s[^()\n]{0,300}+)?\)"
)
INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<letter>&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});)|(?P<break><br ?/?>)"
    r"|\[(?P<words>[^\[\]\n]{0,500})\]\((?P<href>[^()\s]{0,2000}+)(?:\s+\"[^\"\n]{0,200}\")?\)"
    r"|<(?P<address>(?:https?://|mailto:)[^<>\s]{1,2000})>"
    r"|\*\*\*(?=\S)(?P<both>[^*\n]+)(?<=\S)\*\*\*"
    r"|(?P<mark>\*\*|__)(?=\S)(?P<bold>(?:(?!\*\*|__)[^\n])+)(?<=\S)(?P=mark)"
    r"|(?<![\w*])\*(?=\S)(?P<italic>[^*\n]+)(?<=\S)\*(?![\w*])"
    r"|(?<![\w_])_(?=\S)(?P<low>[^_\n]+)(?<=\S)_(?![\w_])",
    re.IGNORECASE,
)
TABLE_LINE = re.compile(r"^\s*\|.*\|\s*$")
TABLE_RULE = re.compile(r"^\s*\|[\s:|-]+\|\s*$")
# [1]: https://example.org, to which [words][1] and ![picture][1] refer.
DEFINITION = re.compile(
    r"^ {0,3}\[(?P<name>[^\^\[\]\n][^\[\]\n]{0,200})\]:[ \t]*<?(?P<href>[^<>\s]{1,2000})>?"
    r"[ \t]*(?:\"[^\"\n]{0,200}\")?[ \t]*$",
    re.MULTILINE,
)
REFERENCE = re.compile(r"\[(?P<words>[^\[\]\n]{0,500})\]\[(?P<name>[^\[\]\n]{0,200})\]")
NOTE = re.compile(
    r"^ {0,3}\[\^(?P<name>[^\[\]\n]{1,50})\]:[ \t]*"
    r"(?P<text>[^\n]*(?:\n(?! {0,3}\[\^)[ \t]*\S[^\n]*)*)",
    re.MULTILINE,
)
MOST_ADDED = 1_000_000  # letters of addresses: one may be referred to without end
NOTE_MARK = re.compile(r"\[\^(?P<name>[^\[\]\n]{1,50})\]")


def read_markdown(text, name, pictures):
    """Headings, bold, links, lists, tables, notes and pictures; a paragraph's lines are joined."""
    reader = Reader(pictures)
    document = Document(name, "markdown", blocks_of(reader.raws(text)))
    if reader.elsewhere:
        document.warnings.append(not_fetched(reader.elsewhere))
    return document


class Reader:
    def __init__(self, pictures):
        self.pictures = pictures  # that stood in the text itself
        self.elsewhere = 0
        self.notes = {}  # those that are not told yet

    def raws(self, text):
        text = resolved(without_comments(text))
        self.notes = {note["name"]: note["text"] for note in NOTE.finditer(text)}
        raws = []
        for group in groups(NOTE.sub("", text)):
            raws += self.group(group)
            raws.append(Raw("paragraph"))
        return raws + [self.note(name) for name in list(self.notes)]

    def group(self, lines):
        """The paragraphs of a group of lines, its pictures before them and its notes behind."""
        shown, notes = [], []

        def show(found):
            if picture := picture_at(found["address"], self.pictures, found["alt"]):
                shown.append(Raw("picture", picture=picture))
            else:
                self.elsewhere += 1
            return ""

        def refer(found):
            if found["name"] in self.notes:
                notes.append(self.note(found["name"]))
            return ""

        lines = [NOTE_MARK.sub(refer, PICTURE.sub(show, line)) for line in lines]
        return [*shown, *group_raws([line for line in lines if line.strip()]), *notes]

    def note(self, name):
        """Each is told once."""
        return Raw("paragraph", inline(" ".join(self.notes.pop(name).split())))


def without_comments(text):
    """Without what is said to who writes it, <!-- as in HTML -->."""
    first, *others = text.split("<!--")
    kept = [first]
    for other in others:
        _comment, end, more = other.partition("-->")
        kept.append(more if end else f"<!--{other}")
    return "".join(kept)


def resolved(text):
    """With the addresses in their places, that stand together at the end."""
    addresses = {found["name"].casefold(): found["href"] for found in DEFINITION.finditer(text)}
    used, left = set(), MOST_ADDED

    def link(found):
        nonlocal left
        name = (found["name"] or found["words"]).casefold()
        left -= len(addresses.get(name, ""))
        if name not in addresses or left < 0:
            return found[0]
        used.add(name)
        return f"[{found['words']}]({addresses[name]})"

    text = REFERENCE.sub(link, text) if addresses else text
    return DEFINITION.sub(lambda found: "" if found["name"].casefold() in used else found[0], text)


def groups(text):
    """The lines that stand together; a heading is alone, an underline belongs to what is above."""
    group = []
    for line in map(without_quote_mark, text.splitlines()):
        if group and UNDERLINE.match(line) and not HEADING.match(group[-1]):
            *before, title = group
            if before:
                yield before
            yield [("# " if line.startswith("=") else "## ") + title.strip()]
            group = []
        elif HEADING.match(line):
            if group:
                yield group
            yield [line]
            group = []
        elif not line.strip() or RULE.match(line):
            if group:
                yield group
            group = []
        else:
            group.append(line.removesuffix("\\"))
    if group:
        yield group


def without_quote_mark(line):
    return QUOTED.sub("", line, count=1)


def group_raws(lines):
    if not lines:
        return []
    if heading := HEADING.match(lines[0]):
        return [Raw("heading", inline(words_of_heading(heading[2])), len(heading[1]))]
    raws = []
    for line in lines:
        bullet = BULLET.match(line) or NUMBERED.match(line)
        if TABLE_RULE.match(line):
            continue
        if TABLE_LINE.match(line):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            raws.append(Raw("row", inline(" | ".join(cell for cell in cells if cell))))
        elif bullet and not is_bold_line(line[bullet.end() :]):
            raws.append(Raw("item", inline(line[bullet.end() :])))
        elif starts_paragraph(raws, line):
            raws.append(Raw("paragraph", inline(line)))
        else:
            raws[-1].pieces += [Piece(" "), *inline(line)]
    return raws


def words_of_heading(text):
    """Without its name in the page, and the marks that may close it."""
    text = HEADING_NAME.sub("", text.rstrip()).rstrip()
    bare = text.rstrip("#")
    return bare if bare.endswith(" ") else text


def starts_paragraph(raws, line):
    """After a row, a bold line and a line long enough to be a paragraph; else lines are one."""
    if not raws or raws[-1].kind == "row":
        return True
    before = "".join(piece.text for piece in raws[-1].pieces)
    is_bold = all(piece.is_bold for piece in raws[-1].pieces)
    return is_bold or is_bold_line(line) or len(before) > max(WIDTHS)


def is_bold_line(line):
    found = INLINE.fullmatch(line.strip())
    return bool(found and (found["bold"] or found["both"]))


def inline(text, is_bold=False, is_italic=False):
    pieces, end = [], 0
    for found in INLINE.finditer(text):
        if found.start() > end:
            pieces.append(Piece(text[end : found.start()], is_bold, is_italic))
        end = found.end()
        pieces += marked(found, is_bold, is_italic)
    if end < len(text):
        pieces.append(Piece(text[end:], is_bold, is_italic))
    return pieces


def marked(found, is_bold, is_italic):
    if found["escaped"]:
        return [Piece(found["escaped"], is_bold, is_italic)]
    if found["break"] or found["letter"]:
        return [Piece(unescape(found["letter"] or "\n"), is_bold, is_italic)]
    if found["both"]:
        return inline(found["both"], True, True)
    if found["bold"]:
        return inline(found["bold"], True, is_italic)
    if italic := found["italic"] or found["low"]:
        return inline(italic, is_bold, True)
    words, target = found["words"], Target.of(found["href"] or found["address"])
    pieces = inline(words if words is not None else found["address"], is_bold, is_italic)
    return [replace(piece, target=target) for piece in pieces or [Piece("")]]
