"""Word documents: mammoth reads them, this takes their paragraphs, tables and pictures in order."""

import logging
import re
import zipfile
from contextlib import suppress
from functools import partial
from itertools import accumulate, groupby
from operator import itemgetter

import mammoth.docx
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from mammoth import documents

from newsroom.importing.document import Document, Picture, Refused
from newsroom.importing.reading import limits, word_styles
from newsroom.importing.reading.package import Package
from newsroom.importing.reading.pieces import (
    CAPTION,
    Piece,
    Raw,
    Target,
    blocks_of,
)
from newsroom.importing.reading.surroundings import SENTENCE
from newsroom.importing.reading.tables import table_raws
from newsroom.importing.reading.thinning import damaged
from newsroom.importing.reading.word_styles import Styles

logger = logging.getLogger(__name__)

STYLES = "word/styles.xml"
PLACE_IN_PAGE = re.compile(r'\\l\s+"([^"]+)')


def read_word(data, name=""):
    package = Package(data)
    try:
        thinned = package.thinned()
        document = mammoth.docx.read(thinned).value
        styles = styles_in(thinned)
    except Refused:
        raise
    except Exception as error:  # mammoth fails in many ways on damaged files
        logger.warning("Word document refused, it could not be read: %r", error)
        raise Refused(damaged()) from error
    reader = Reader(package, styles, document.notes)
    document = Document(name, "docx", blocks_of(counted(reader.raws(document.children))))
    if reader.missing or package.left_out["pictures"]:
        document.warnings.append(
            _("Pictures that are only linked, or of a kind browsers do not show, were left out.")
        )
    document.warnings += told_of(package.left_out)
    document.margins = list(dict.fromkeys(package.margins))
    document.beside = [line for line in document.margins if SENTENCE.fullmatch(line)]
    return document


def styles_in(file):
    with zipfile.ZipFile(file) as archive:
        if STYLES not in archive.namelist():
            return Styles(None)
        with archive.open(STYLES) as part:
            return Styles(part)


def told_of(left_out):
    """What the text had beside it, in words."""
    warnings = []
    if left_out["hidden"]:
        warnings.append(_("Text that is hidden in Word was left out."))
    if count := left_out["boxes"]:
        warnings.append(
            ngettext(
                "%(count)s text box was left out: copy its text into the document.",
                "%(count)s text boxes were left out: copy their text into the document.",
                count,
            )
            % {"count": count}
        )
    if count := left_out["drawn"]:
        warnings.append(
            ngettext(
                "%(count)s chart, diagram, formula or embedded object was left out.",
                "%(count)s charts, diagrams, formulas or embedded objects were left out.",
                count,
            )
            % {"count": count}
        )
    return warnings


class Reader:
    def __init__(self, package, styles, notes):
        self.package, self.styles, self.notes = package, styles, notes
        self.missing = 0
        self.read_notes, self.waiting_notes = set(), []

    def raws(self, elements):
        found = []
        for element in elements:
            if isinstance(element, documents.Paragraph):
                found += self.paragraph(element)
            elif isinstance(element, documents.Table):
                found += table_raws(
                    [
                        [self.raws(cell.children) for cell in row.children]
                        for row in element.children
                        if isinstance(row, documents.TableRow)
                    ]
                )
            elif isinstance(element, documents.HasChildren):
                found += self.raws(element.children)
        return found

    def paragraph(self, paragraph):
        role, level = self.styles.role(paragraph.style_id)
        if role == word_styles.LISTED:
            return []
        pieces, pictures = [], []
        look = self.styles.look(paragraph.style_id) if role == word_styles.TEXT else {}
        self.collect(paragraph.children, pieces, pictures, look)
        if role == word_styles.TEXT:
            kind = "item" if paragraph.numbering else "paragraph"
        else:
            kind = {word_styles.HEADING: "heading", word_styles.CAPTION: CAPTION}[role]
        # Where a picture stands in a paragraph tells to which its caption belongs.
        before = [Raw("picture", picture=picture) for picture, words in pictures if not words]
        behind = [Raw("picture", picture=picture) for picture, words in pictures if words]
        is_numbered = kind == "item" and paragraph.numbering.is_ordered
        number = int(paragraph.numbering.level_index) + 1 if is_numbered else None
        text = [Raw(kind, pieces, level, number=number)] if pieces or not pictures else []
        return [*before, *text, *self.notes_waiting(), *behind]

    def notes_waiting(self):
        """Footnotes and endnotes, below the paragraph that refers to them; each of them once."""
        waiting, self.waiting_notes = self.waiting_notes, []
        return [raw for note in waiting for raw in self.raws(note.body)]

    def refer(self, reference):
        key = (reference.note_type, reference.note_id)
        if key in self.read_notes:
            return
        self.read_notes.add(key)
        with suppress(KeyError):  # a note that the file does not have
            self.waiting_notes.append(self.notes.resolve(reference))

    def collect(self, elements, pieces, pictures, style, in_run=False):
        for element in elements:
            if isinstance(element, documents.Text):
                pieces.append(Piece(element.value.replace("\n", " "), **style))
            elif isinstance(element, documents.Tab):
                pieces.append(Piece(" ", **style))
            elif isinstance(element, documents.Break):
                pieces.append(Piece("\n", **style))
            elif isinstance(element, documents.Image):
                has_words = any(piece.text.strip() for piece in pieces)
                pictures += ((found, has_words) for found in self.picture(element))
            elif isinstance(element, documents.Run):
                of_run = style | self.styles.look(element.style_id) | run_style(element)
                self.collect(element.children, pieces, pictures, of_run, True)
            elif isinstance(element, documents.Hyperlink):
                target = Target.of(address_of(element))
                if in_run and pieces and leads_alike(pieces[-1].target, target):
                    target = pieces[-1].target
                self.link(element, pieces, pictures, style | {"target": target})
            elif isinstance(element, documents.NoteReference):
                self.refer(element)
            elif isinstance(element, documents.HasChildren):
                self.collect(element.children, pieces, pictures, style)

    def link(self, link, pieces, pictures, style):
        """Without words it is a lost one, unless it is that of a picture."""
        start, before = len(pieces), len(pictures)
        pieces.append(Piece("", **style))
        self.collect(link.children, pieces, pictures, style)
        if len(pieces) == start + 1 and len(pictures) > before:
            pieces.pop()

    def picture(self, image):
        """The picture's place in the document; its bytes stay in the archive."""
        try:
            with image.open() as file:
                part = file.read().decode()
        except (KeyError, ValueError):  # linked, or not in the archive; never fetched
            self.missing += 1
            return []
        if not (image.content_type or "").startswith("image/"):
            self.missing += 1
            return []
        read = partial(self.package.read, part, limits.MAX_PICTURE)
        alt = (image.alt_text or "").strip()
        return [Picture(read, part.rpartition("/")[2], alt, part=part)]


def counted(raws):
    """With each item's number in the place of its level, which Word stores for it.

    An item alone, one of a list in a list, or of two lists under a heading is not numbered: Word
    may count over what stands between, and a number that is not the document's is worse than none.
    """
    under = accumulate(raw.kind == "heading" for raw in raws)
    for _heading, section in groupby(zip(under, raws, strict=True), key=itemgetter(0)):
        lists = [
            list(items)
            for is_numbered, items in groupby(
                (raw for _heading, raw in section), key=lambda raw: raw.number is not None
            )
            if is_numbered
        ]
        is_sure = len(lists) == 1 and len(lists[0]) > 1
        for items in lists:
            is_flat = all(item.number == 1 for item in items)
            for number, item in enumerate(items, start=1):
                item.number = number if is_sure and is_flat else None
    return raws


def run_style(run):
    style = {}
    if run.is_bold or (run.style_name or "").lower() == "strong":
        style["is_bold"] = True
    if run.is_italic:
        style["is_italic"] = True
    if run.font_size:
        style["font_size"] = run.font_size
    return style


def address_of(link):
    """Of a link that is a field mammoth takes all behind the address for a part of it: the words
    that a mouse shows, the window, the place in the page."""
    if link.href is None:
        return f"#{link.anchor}" if link.anchor else None
    address, _quote, more = link.href.partition('"')
    place = PLACE_IN_PAGE.search(more)
    return f"{address}#{place[1]}" if place else address


def leads_alike(before, target):
    """Whether a field's link goes on: each of its runs comes as a link of its own."""
    return before is not None and before.href == target.href
