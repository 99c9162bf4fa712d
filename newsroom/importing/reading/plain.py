"""Plain text: a line is a paragraph, unless the lines were broken by hand at one width."""

import re
from itertools import pairwise

from newsroom.importing.reading.pieces import Piece, Raw, Target, blocks_of

MOSTLY = 0.5  # of the lines that have another below them
BULLET = re.compile(r"^\s*[•·▪◦‣*–—-]\s+(?=\S)")
WIDTHS = range(50, 121)  # characters; where editors and mail programs break lines
HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(?=\S)(.*)$")
UNDERLINE = re.compile(r"^(?:={3,}|-{3,})\s*$")
NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s+(?=\S)")
RULE = re.compile(r"^\s*(?:[-*_=~]\s*){3,}$")
# Nothing here looks further than the next mark of its own: the time grows with the text alone.
QUOTE = re.compile(r"^ {0,3}>[> ]{0,20}")
PICTURE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)")
INLINE = re.compile(
    r"!\[(?P<alt>[^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)"
    r"|\[(?P<words>[^\[\]\n]{0,500})\]\((?P<href>[^()\s]{0,2000})(?:\s+\"[^\"\n]{0,200}\")?\)"
    r"|(?P<mark>\*\*|__)(?=\S)(?P<bold>(?:(?!\*\*|__)[^\n])+)(?<=\S)(?P=mark)"
    r"|(?<![\w*])\*(?=\S)(?P<italic>[^*\n]+)(?<=\S)\*(?![\w*])"
)
TABLE_LINE = re.compile(r"^\s*\|.*\|\s*$")
TABLE_RULE = re.compile(r"^\s*\|[\s:|-]+\|\s*$")


def read_plain(text):
    raws = []
    together = list(groups(text))
    wrapping = Wrapping(together)
    for group in together:
        for line in wrapping.undone(group):
            item = BULLET.match(line)
            kind = "item" if item else "paragraph"
            raws.append(Raw(kind, [Piece(line[item.end() if item else 0 :])]))
        raws.append(Raw("paragraph"))
    return blocks_of(raws)


def groups(text):
    """The lines that stand together, between empty ones."""
    group = []
    for line in text.splitlines():
        if line.strip() and not RULE.match(line):
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


class Wrapping:
    """Whether a text's lines were broken at one width, and its paragraphs before they were.

    A line is full where the next one's first word would not have fitted. Where most lines are, all
    full ones go on in the next; elsewhere only those that stop in the middle of a sentence.
    """

    def __init__(self, groups):
        self.width = width_of(groups)
        pairs = [pair for group in groups for pair in pairwise(group)]
        full = sum(self.is_full(*pair) for pair in pairs)
        self.is_usual = len(pairs) > 2 and full >= len(pairs) * MOSTLY
        # Whoever leaves paragraphs in one line breaks none: a headline has its dateline below it.
        unbroken = sum(len(line) > max(WIDTHS) for group in groups for line in group)
        self.is_undoing = self.width in WIDTHS and full >= unbroken

    def is_full(self, line, following):
        return len(line.rstrip()) + 1 + len(following.split()[0]) > self.width

    def undone(self, lines):
        if not self.is_undoing:
            return lines
        paragraphs = [lines[0]]
        for before, line in pairwise(lines):
            if self.goes_on(before, line):
                paragraphs[-1] = f"{paragraphs[-1].rstrip()} {line.strip()}"
            else:
                paragraphs.append(line)
        return paragraphs

    def goes_on(self, before, line):
        if BULLET.match(line) or NUMBERED.match(line) or not self.is_full(before, line):
            return False
        return self.is_usual or not before.rstrip().endswith((".", "!", "?", ":", "…"))


def width_of(groups):
    """The longest of the lines that stand together: a title or a headline alone may be longer.

    Of groups of three lines or more, where there are any: two lines may be two titles.
    """
    for least in (3, 2, 1):
        lines = [line for group in groups if len(group) >= least for line in group]
        if lines:
            return max(len(line.rstrip()) for line in lines)
    return 0


# Markdown --------------------------------------------------------------------------------------


def read_markdown(text):
    """Headings, bold, links, lists and tables of Markdown; a paragraph's lines are joined."""
    raws = []
    for group in markdown_groups(text):
        raws += group_raws(group)
        raws.append(Raw("paragraph"))
    return blocks_of(raws)


def markdown_groups(text):
    """As `groups`, but a heading ends its group, and an underline belongs to what is above."""
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
            group.append(line)
    if group:
        yield group


def without_quote_mark(line):
    return QUOTE.sub("", line, count=1)


def group_raws(lines):
    if heading := HEADING.match(lines[0]):
        return [Raw("heading", inline(heading[2].rstrip().rstrip("#")), len(heading[1]))]
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


def starts_paragraph(raws, line):
    """After a row, a bold line and a line long enough to be a paragraph; else lines are one."""
    if not raws or raws[-1].kind == "row":
        return True
    before = "".join(piece.text for piece in raws[-1].pieces)
    is_bold = all(piece.is_bold for piece in raws[-1].pieces)
    return is_bold or is_bold_line(line) or len(before) > max(WIDTHS)


def is_bold_line(line):
    found = INLINE.fullmatch(line.strip())
    return bool(found and found["bold"])


def inline(text, is_bold=False, is_italic=False):
    pieces, end = [], 0
    for found in INLINE.finditer(text):
        if found.start() > end:
            pieces.append(Piece(text[end : found.start()], is_bold, is_italic))
        end = found.end()
        if found["words"] is not None:
            pieces.append(Piece(found["words"], is_bold, is_italic, Target(found["href"] or None)))
        elif found["bold"] is not None:
            pieces += inline(found["bold"], True, is_italic)
        elif found["italic"] is not None:
            pieces += inline(found["italic"], is_bold, True)
    if end < len(text):
        pieces.append(Piece(text[end:], is_bold, is_italic))
    return pieces
