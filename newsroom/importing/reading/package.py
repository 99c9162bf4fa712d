"""A .docx is an archive: judged before it is unpacked, and thinned out before it is read.

What reaches mammoth is a small archive of our own making: the parts that hold the text, without
document types or entities, without macros, objects, fonts, pages of HTML or templates, and in place
of each picture its name alone. The pictures stay where they are until somebody asks for one.
"""

import io
import re
import zipfile
import zlib
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from django.utils.translation import gettext as _

from newsroom.importing.document import Refused
from newsroom.importing.reading import limits

CONTENT_TYPES = "[Content_Types].xml"
READ = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|(?:word/)?_rels/[\w.-]+\.rels"
    r"|word/(?:document\d*|styles|numbering|footnotes|endnotes)\.xml",
    re.IGNORECASE,
)
MEDIA = re.compile(r"(?:word/)?media/[^/]+", re.IGNORECASE)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
# Elements that say nothing about the text, each with all it holds.
UNUSED = {"altChunk", "object", "sectPr", "bookmarkStart", "bookmarkEnd", "proofErr", "rsids"}
UNUSED |= {"commentRangeStart", "commentRangeEnd", "commentReference", "del", "moveFrom", "lang"}
UNUSED |= {"lastRenderedPageBreak", "rFonts", "szCs", "bCs", "iCs", "color", "spacing", "jc", "w"}
UNUSED |= {"noProof", "kern", "position", "shd", "highlight", "bdr", "tabs", "ind", "keepNext"}
UNUSED |= {"keepLines", "widowControl", "pBdr", "contextualSpacing", "tblPr", "tblGrid", "tcPr"}
UNUSED |= {"trPr", "snapToGrid", "suppressAutoHyphens", "outline", "shadow", "effect", "u"}
FIELD_ENDS = {"begin": 1, "end": -1}
LONGEST_VALUE = 10_000  # letters of an attribute; a description of a picture has far fewer
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)


class Package:
    """The archive `data`; Refused where it is none, or may not be opened."""

    def __init__(self, data):
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
            self.parts = {part.filename: part for part in self.archive.infolist()}
        except (*DAMAGED, UnicodeDecodeError, RuntimeError):
            raise Refused(damaged()) from None
        self.check()

    def check(self):
        parts = self.archive.infolist()
        if len(parts) > limits.MAX_PARTS:
            raise Refused(_("This file is an archive of too many parts: no Word document is."))
        if len(self.parts) != len(parts):
            raise Refused(damaged())
        if sum(part.file_size for part in parts) > limits.MAX_UNPACKED:
            raise Refused(
                _("This file unpacks to more than %(limit)s MB. Make its pictures smaller.")
                % {"limit": limits.MAX_UNPACKED // limits.MEGABYTE}
            )
        if any(part.flag_bits & 1 for part in parts):
            raise Refused(_("This file has a password. Take it off, save it, and choose it again."))
        if "word/document.xml" not in self.parts and CONTENT_TYPES not in self.parts:
            raise Refused(
                _("This is an archive, not a Word document. Unpack it and choose the document.")
            )
        if any(name.lower().endswith("vbaproject.bin") for name in self.parts):
            raise Refused(
                _("This document holds macros (.docm). Save it as .docx, which has none.")
            )

    def read(self, name, limit):
        """The bytes of a part, at most `limit`: what an archive promises is not believed."""
        try:
            with self.archive.open(self.parts[name]) as part:
                data = part.read(limit + 1)
        except KeyError:
            raise Refused(damaged()) from None
        except (*DAMAGED, RuntimeError):
            raise Refused(damaged()) from None
        if len(data) > limit:
            raise Refused(_("A part of this file is too large to be read."))
        return data

    def thinned(self):
        """The archive that is read: a file object."""
        held = io.BytesIO()
        budget = Budget()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as small:
            for name in self.parts:
                if READ.fullmatch(name):
                    small.writestr(name, thin(self.read(name, budget.bytes), budget))
                elif MEDIA.fullmatch(name):
                    small.writestr(name, name)
        held.seek(0)
        return held


class Budget:
    """What is left to the parts of one document."""

    def __init__(self):
        self.bytes = limits.MAX_XML
        self.elements = limits.MAX_ELEMENTS
        self.kept = limits.MAX_KEPT_ELEMENTS

    def take(self, is_kept):
        self.elements -= 1
        self.kept -= is_kept
        if self.elements < 0 or self.kept < 0:
            raise Refused(_("This document has too many parts of text. Import it in parts."))


def thin(data, budget):
    """An XML part without what is not read; Refused where it declares a document type."""
    budget.bytes -= len(data)
    writer = Thinner(budget)
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.text
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise Refused(damaged()) from None
    return "".join(writer.written).encode()


def refuse_doctype(*_declared):
    raise Refused(_("This file declares entities, which no Word document does. It was not opened."))


class Thinner:
    """Writes what it is told of, but for unused elements and attributes."""

    def __init__(self, budget):
        self.budget = budget
        self.written = ['<?xml version="1.0" encoding="UTF-8"?>']
        self.depth = self.skipped = self.fields = 0
        self.prefix = None  # of the elements of WordprocessingML

    def start(self, name, attributes):
        self.depth += 1
        if name.endswith("fldChar"):
            self.fields += FIELD_ENDS.get(attributes.get(f"{self.prefix}:fldCharType"), 0)
        if self.depth > limits.MAX_DEPTH or self.fields > limits.MAX_FIELDS:
            raise Refused(_("This document is nested too deep to be read."))
        if self.prefix is None:
            self.prefix = word_prefix(attributes)
        if self.skipped or self.is_unused(name):
            self.skipped += 1
            return self.budget.take(is_kept=False)
        self.budget.take(is_kept=True)
        kept = "".join(
            f" {key}={quoteattr(value)}"
            for key, value in attributes.items()
            if len(value) <= LONGEST_VALUE and ":rsid" not in key and not key.startswith("w14:")
        )
        return self.written.append(f"<{name}{kept}>")

    def end(self, name):
        self.depth -= 1
        if self.skipped:
            self.skipped -= 1
        else:
            self.written.append(f"</{name}>")

    def text(self, data):
        if not self.skipped:
            self.written.append(escape(data))

    def is_unused(self, name):
        prefix, _colon, local = name.rpartition(":")
        return prefix == self.prefix and local in UNUSED


def word_prefix(attributes):
    """By which prefix the root names WordprocessingML; "" where it does not."""
    for key, value in attributes.items():
        if value in {WORD, STRICT_WORD} and key.startswith("xmlns:"):
            return key.removeprefix("xmlns:")
    return ""


def damaged():
    return _("This file is damaged or incomplete. Open it in Word, save it again, and choose that.")
