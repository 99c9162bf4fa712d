"""A .docx is an archive: judged before it is unpacked, and thinned out before it is read.

What reaches mammoth is a small archive of our own making: the parts that hold the text, thinned
(thinning.py), and in place of each picture its name alone. The pictures stay where they are until
somebody asks for one.
"""

import io
import re
import zipfile
import zlib

from django.utils.translation import gettext as _

from newsroom.importing.document import Refused
from newsroom.importing.reading import limits
from newsroom.importing.reading.margins import lines_in
from newsroom.importing.reading.thinning import Budget, damaged, relations_in, thin

CONTENT_TYPES = "[Content_Types].xml"
READ = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|(?:word/)?_rels/[\w.-]+\.rels"
    r"|word/(?:document\d*|styles|numbering|footnotes|endnotes)\.xml",
    re.IGNORECASE,
)
OTHER_OFFICE = {"content.xml", "xl/workbook.xml", "ppt/presentation.xml"}
MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml", re.IGNORECASE)
MEDIA = re.compile(r"(?:word/)?media/[^/]+", re.IGNORECASE)
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
        self.left_out = {}  # how many of what, once it is thinned
        self.margins = []  # the lines in the margins of its pages, then too

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
        if OTHER_OFFICE & self.parts.keys():
            raise Refused(
                _(
                    "This is an OpenDocument, Excel or PowerPoint file. "
                    "Save it as .docx in its program."
                )
            )
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
                    relations = self.relations_of(name, budget)
                    small.writestr(name, thin(self.read(name, budget.bytes), budget, relations))
                elif MARGIN.fullmatch(name):
                    self.margins += lines_in(self.read(name, budget.bytes), budget)
                elif MEDIA.fullmatch(name):
                    small.writestr(name, name)
        self.left_out = budget.left_out
        held.seek(0)
        return held

    def relations_of(self, name, budget):
        folder, _slash, part = name.rpartition("/")
        beside = f"{folder}/_rels/{part}.rels"
        return relations_in(self.read(beside, budget.bytes)) if beside in self.parts else set()
