"""What word processors write into a page: marks of lists, comments, notes, looks by class.

Word, LibreOffice and Google Docs each save pages, and what is pasted from them is the same.
"""

import re
from dataclasses import replace

# A mark before an item, which Word writes as words: of a list that it has numbered itself.
LIST_CLASS = re.compile(r"(?:^|\s)MsoList(?:Paragraph|Bullet|Number)", re.IGNORECASE)
LIST_STYLE = re.compile(r"mso-list\s*:\s*l\d", re.IGNORECASE)
MARK_STYLE = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
LIST_MARK = re.compile(r"\s*(?:[·•▪§o–-]|\d{1,3}[.)]|[a-zа-я][.)])\s+")
COMMENT_STYLE = re.compile(r"mso-element\s*:\s*comment\b", re.IGNORECASE)
COMMENT_MARK = re.compile(r"#(?:cmnt\d|_msocom)")
COMMENT = re.compile(r"#(?:cmnt_ref|_msoanchor)")
NOTE_MARK = re.compile(r"#_?(?:ftnt?|edn|fn|sdfootnote|sdendnote)[-:]?(\d{1,4})(?:sym)?")
NOTE = re.compile(r"#(?:_?(?:ftnt?|edn|fn)_?ref[-:]?(\d{1,4})|sd(?:foot|end)note(\d{1,4})anc)")
ADDRESS = re.compile(r'href="(#[^"]{1,40})"')
CLASS = re.compile(r"\s*(?:[a-z][a-z0-9]*)?\.([\w-]+)\s*", re.IGNORECASE)
LOOK = re.compile(r"font-weight\s*:[^;]{1,40}|font-size\s*:\s*[\d.]{1,8}pt", re.IGNORECASE)


def is_no_text(tag, attributes):
    """Whether an element is none of the text: a list's mark, a comment, what was deleted."""
    style = attributes.get("style", "")
    if tag == "del" or MARK_STYLE.search(style) or COMMENT_STYLE.search(style):
        return True
    return tag == "a" and bool(COMMENT_MARK.match(attributes.get("href", "")))


def begins_comment(tag, attributes):
    return tag == "a" and bool(COMMENT.match(attributes.get("href", "")))


def is_item(tag, attributes):
    """Whether Word has shown this paragraph as an item of a list."""
    style = attributes.get("style", "")
    return tag == "p" and bool(
        LIST_CLASS.search(attributes.get("class", "")) or LIST_STYLE.search(style)
    )


def without_mark(pieces):
    """The pieces of an item without the bullet or number that Word has written before it."""
    found = LIST_MARK.match("".join(piece.text for piece in pieces))
    left = found.end() if found else 0
    kept = []
    for piece in pieces:
        kept.append(replace(piece, text=piece.text[left:]))
        left = max(left - len(piece.text), 0)
    return kept


def looks_in(sheets):
    """{class: (place in the sheets, what it says of weight and size)}, of rules for a class alone.

    Sizes in points, as word processors give them; a site's are for its design.
    """
    looks = {}
    for place, rule in enumerate("}".join(sheets).split("}")):
        selectors, _brace, said = rule.partition("{")
        if look := "; ".join(LOOK.findall(said)):
            for selector in selectors.rpartition("*/")[2].split(","):
                if named := CLASS.fullmatch(selector):
                    looks[named[1]] = place, look
    return looks


def look_of(attributes, looks):
    """What an element's own style says, and then its classes, of which the last rule counts most:
    whoever looks for a thing takes the first that is said of it."""
    classes = attributes.get("class", "").split()
    rules = sorted((looks[name] for name in classes if name in looks), reverse=True)
    return "; ".join([attributes.get("style", ""), *(look for _place, look in rules)])


def note_named(shape, address):
    """Which note an address in a page is of: the same for a mark and for the way back to it."""
    found = shape.fullmatch(address)
    if not found:
        return None
    kind = "end" if "edn" in address or "endnote" in address else "foot"
    return kind, next(filter(None, found.groups()))


class Notes:
    """Notes at the end of a page, which are read below the paragraph that refers to them.

    Only those that lead back to their marks; all others stay where they are.
    """

    def __init__(self, html):
        addresses = ADDRESS.findall(html)
        self.known = {note_named(NOTE, address) for address in addresses} - {None}
        self.waiting, self.own = [], None  # of the paragraph that is being read
        self.references, self.bodies = {}, {}  # {id of a Raw: notes}, {note: Raw}

    def is_mark(self, tag, address):
        """Whether a link is only the mark of a note, or the way back from it."""
        if tag != "a":
            return False
        if (note := note_named(NOTE_MARK, address)) in self.known:
            self.waiting.append(note)
            return True
        note = note_named(NOTE, address)
        self.own = note or self.own
        return note is not None

    def take(self, raw):
        """The paragraph is read."""
        if self.own:
            raw.kind = "paragraph"
            self.bodies.setdefault(self.own, raw)
        elif self.waiting:
            self.references[id(raw)] = self.waiting
        self.waiting, self.own = [], None

    def placed(self, raws):
        there = {id(raw) for raw in raws}
        marked = [note for key, notes in self.references.items() if key in there for note in notes]
        moved = {note: self.bodies[note] for note in marked if note in self.bodies}
        moved = {note: raw for note, raw in moved.items() if id(raw) in there}
        away = {id(raw) for raw in moved.values()}
        for raw in raws:
            if id(raw) not in away:
                yield raw
                for note in self.references.get(id(raw), []):
                    if note in moved:
                        yield moved.pop(note)
