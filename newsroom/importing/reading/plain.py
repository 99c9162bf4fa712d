"""Plain text: a line is a paragraph, unless the lines were broken by hand at one width."""

import re
from itertools import pairwise

from newsroom.importing.reading.pieces import Piece, Raw, blocks_of

MOSTLY = 0.5  # of the lines that have another below them
BULLET = re.compile(r"^\s*[•·▪◦‣*–—-]\s+(?=\S)")
# — Thank you, — said the teacher: a Russian or Kazakh line in which somebody speaks, and no item.
SPEECH = re.compile(r"^\s*[–—]\s.{1,1000}?[,.!?…]\s[–—]\s")
WIDTHS = range(50, 121)  # characters; where editors and mail programs break lines
NUMBERED = re.compile(r"^\s*(\d{1,2})[.)]\s+(?=\S)")
RULE = re.compile(r"^\s*(?:[-*_=~]\s*){3,}$")
QUOTED = re.compile(r"^ {0,3}>[> ]{0,20}", re.MULTILINE)
QUOTED_LEAST = 3  # lines: one alone may tell of more than it says
MAIL_HEAD = re.compile(
    r"\A\s*(?:(?:from|sent|date|to|cc|subject|от|отправлено|дата|кому|копия|тема):[^\n]*\n){2,20}",
    re.IGNORECASE,
)
SUBJECT = re.compile(r"^(?:subject|тема):\s*(?:(?:re|fwd?|на|пер):\s*){0,9}", re.I | re.M)


def read_plain(text):
    raws = []
    together = list(groups(without_marks_of_mail(text)))
    wrapping = Wrapping(together)
    for group in together:
        for line in wrapping.undone(group):
            item = None if SPEECH.match(line) else BULLET.match(line)
            kind = "item" if item else "paragraph"
            raws.append(Raw(kind, [Piece(line[item.end() if item else 0 :])]))
        raws.append(Raw("paragraph"))
    return blocks_of(raws)


def without_marks_of_mail(text):
    """Without the marks before what a mail quotes, and the word before its subject, a title."""
    if len(QUOTED.findall(text)) >= QUOTED_LEAST:
        text = QUOTED.sub("", text)
    return MAIL_HEAD.sub(lambda head: SUBJECT.sub("", head[0]), text)


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
