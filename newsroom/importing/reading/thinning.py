"""The XML parts of a Word file without what is not read: no document types or entities, no macros,
objects, fonts, pages of HTML or templates."""

from collections import Counter
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from django.utils.translation import gettext as _

from newsroom.importing.document import Refused
from newsroom.importing.reading import limits

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
# Elements that say nothing about the text, each with all it holds.
UNUSED = {"altChunk", "object", "sectPr", "bookmarkStart", "bookmarkEnd", "proofErr", "rsids"}
UNUSED |= {"commentRangeStart", "commentRangeEnd", "commentReference", "del", "moveFrom", "lang"}
UNUSED |= {"lastRenderedPageBreak", "rFonts", "szCs", "bCs", "iCs", "color", "spacing", "jc", "w"}
UNUSED |= {"noProof", "kern", "position", "shd", "highlight", "bdr", "tabs", "ind", "keepNext"}
UNUSED |= {"keepLines", "widowControl", "pBdr", "contextualSpacing", "tblPr", "tblGrid", "tcPr"}
UNUSED |= {"trPr", "snapToGrid", "suppressAutoHyphens", "outline", "shadow", "effect", "u"}
RENAMED = {"cr": "br", "ptab": "tab"}  # as mammoth knows them
FIELD_ENDS = {"begin": 1, "end": -1}
OFF = {"0", "false", "off"}
FIELD_PARTS = {"fldChar", "instrText"}  # without one, what follows would belong to its field
RELATED = {"hyperlink", "blip", "imagedata", "hlinkClick"}
RELATION_KEYS = {"r:id", "r:embed", "r:link"}
# What is drawn, or belongs to another program, in whatever vocabulary.
DRAWN = {"object", "altChunk", "chart", "relIds", "oMath"}
LONGEST_VALUE = 10_000  # letters of an attribute; a description of a picture has far fewer


class Budget:
    """What is left to the parts of one document, and what is left out of them."""

    def __init__(self):
        self.left_out = Counter()
        self.bytes = limits.MAX_XML
        self.elements = limits.MAX_ELEMENTS
        self.kept = limits.MAX_KEPT_ELEMENTS

    def take(self, is_kept):
        self.elements -= 1
        self.kept -= is_kept
        if self.elements < 0 or self.kept < 0:
            raise Refused(_("This document has too many parts of text. Import it in parts."))


def thin(data, budget, relations=frozenset()):
    """An XML part without what is not read; Refused where it declares a document type.

    `relations` are the identifiers that its links and pictures may have.
    """
    budget.bytes -= len(data)
    writer = Thinner(budget, relations)
    parsed(data, writer.start, writer.end, writer.text)
    return "".join(writer.written).encode()


def relations_in(data):
    """The identifiers that a part with relations gives."""
    found = set()
    parsed(data, lambda _name, attributes: found.add(attributes.get("Id")))
    return found


def parsed(data, start, end=None, text=None):
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise Refused(damaged()) from None


def refuse_doctype(*_declared):
    raise Refused(_("This file declares entities, which no Word document does. It was not opened."))


class Thinner:
    """Writes what it is told of, but for unused elements and attributes, as mammoth reads it."""

    def __init__(self, budget, relations):
        self.budget, self.relations = budget, relations
        self.written = ['<?xml version="1.0" encoding="UTF-8"?>']
        self.depth = self.skipped = self.fields = 0
        self.open = []  # (name without the prefix, what ends it) of what is written
        self.hidden = 0  # how deep the run stands whose words Word does not show
        self.prefix = None  # of the elements of WordprocessingML
        self.twins = []  # of what is there twice, how many text boxes the new kind alone has

    def start(self, name, attributes):
        self.depth += 1
        if name.endswith("fldChar"):
            self.fields += FIELD_ENDS.get(attributes.get(f"{self.prefix}:fldCharType"), 0)
        if self.depth > limits.MAX_DEPTH or self.fields > limits.MAX_FIELDS:
            raise Refused(_("This document is nested too deep to be read."))
        if self.prefix is None:
            self.prefix = word_prefix(attributes)
        prefix, _colon, local = name.rpartition(":")
        if local in DRAWN and not self.skipped:
            self.budget.left_out["drawn"] += 1
        local = local if prefix == self.prefix else ""
        if local == "vanish" and self.is_of_run() and attributes.get(f"{prefix}:val") not in OFF:
            self.hidden = len(self.open) - 1
        if self.hidden and local == "t" and not self.skipped:
            self.budget.left_out["hidden"] += 1
        if self.skipped or self.is_unused(local):
            self.skipped += 1
            return self.budget.take(is_kept=False)
        self.budget.take(is_kept=True)
        if local == "fldSimple":
            return self.start_field(attributes.get(f"{self.prefix}:instr", ""))
        if (tag := name.rpartition(":")[2]) in RELATED:
            self.forget_relations(tag, attributes)
        self.count_boxes(tag)
        if local in RENAMED:
            name = f"{self.prefix}:{RENAMED[local]}"
        kept = "".join(
            f" {key}={quoteattr(value)}"
            for key, value in attributes.items()
            if len(value) <= LONGEST_VALUE and ":rsid" not in key and not key.startswith("w14:")
        )
        self.written.append(f"<{name}{kept}>")
        return self.open.append((local, f"</{name}>"))

    def count_boxes(self, tag):
        """Those that are drawn in the new way alone. Word writes both; mammoth reads the old."""
        if tag == "AlternateContent":
            self.twins.append(0)
        elif tag == "Fallback" and self.twins:
            self.twins[-1] = 0
        elif tag == "txbxContent" and not any(local == "pict" for local, _end in self.open):
            if self.twins:
                self.twins[-1] += 1
            else:
                self.budget.left_out["boxes"] += 1

    def forget_relations(self, tag, attributes):
        """Takes off what leads to nothing, with which mammoth reads no document at all."""
        given = RELATION_KEYS & attributes.keys()
        gone = {key for key in given if attributes[key] not in self.relations}
        for key in gone:
            del attributes[key]
        if not gone or gone != given:
            return
        if tag == "hyperlink":  # its words stay, as those of a link that leads nowhere
            attributes.setdefault(f"{self.prefix}:anchor", "")
        elif tag != "hlinkClick":
            self.budget.left_out["pictures"] += 1

    def start_field(self, instruction):
        """A field in one element as one of marks, the only kind that mammoth reads."""
        begin, separate, end = (
            self.run(f'<{self.prefix}:fldChar {self.prefix}:fldCharType="{mark}"/>')
            for mark in ("begin", "separate", "end")
        )
        tag = f"{self.prefix}:instrText"
        told = self.run(f"<{tag}>{escape(instruction[:LONGEST_VALUE])}</{tag}>")
        self.written += [begin, told, separate]
        self.open.append(("fldSimple", end))

    def run(self, xml):
        return f"<{self.prefix}:r>{xml}</{self.prefix}:r>"

    def end(self, name):
        self.depth -= 1
        if self.skipped:
            self.skipped -= 1
            return
        if self.twins and name.endswith(":AlternateContent"):
            self.budget.left_out["boxes"] += self.twins.pop()
        self.written.append(self.open.pop()[1])
        if len(self.open) < self.hidden:
            self.hidden = 0

    def text(self, data):
        if not self.skipped:
            self.written.append(escape(data))

    def is_of_run(self):
        return [local for local, _end in self.open[-2:]] == ["r", "rPr"]

    def is_unused(self, local):
        if self.hidden and local not in FIELD_PARTS:
            return True
        if local == "del":  # of the mark of a paragraph, it says that the next one goes on in it
            return not (self.open and self.open[-1][0] == "rPr")
        return local in UNUSED


def word_prefix(attributes):
    """By which prefix the root names WordprocessingML; "" where it does not."""
    for key, value in attributes.items():
        if value in {WORD, STRICT_WORD} and key.startswith("xmlns:"):
            return key.removeprefix("xmlns:")
    return ""


def damaged():
    return _("This file is damaged or incomplete. Open it in Word, save it again, and choose that.")
