"""What the styles of a Word file say of its paragraphs and words.

A style goes on from the one that it is based on: an office's own “Story headline” is a heading
where it is made of one of Word's, or where Word shows it in the outline.
"""

from functools import cache

from mammoth.docx import office_xml

from newsroom.importing.reading.thinning import OFF

# Names of styles, as Word stores them in any language, and as LibreOffice and Pages do.
HEADINGS = {f"heading {level}": level for level in range(1, 10)} | {"title": 1, "heading": 1}
HEADINGS |= {f"заголовок {level}": level for level in range(1, 10)}
HEADINGS |= {"заголовок": 1, "название": 1}
CAPTIONS = {"caption", "illustration", "figure", "название объекта"}
CONTENTS = ("toc ", "contents", "index ", "table of figures")
OUTLINED = {str(number): number + 1 for number in range(9)}  # 9 is a text's
MOST_BASES = 20  # of a style, which may be based on itself; nobody needs as many
TEXT, HEADING, CAPTION, LISTED = "text", "heading", "caption", "listed"


class Styles:
    """Those of a file by their identifiers; `file` is its styles.xml, None where it has none."""

    def __init__(self, file):
        root = office_xml.read(file) if file else None
        rows = root.find_children("w:style") if root else []
        self.rows = {row.attributes.get("w:styleId"): row for row in rows}
        self.role, self.look = cache(self.role), cache(self.look)

    def line(self, key):
        """A style and what it is based on, the nearest first."""
        found = []
        while key in self.rows and len(found) < MOST_BASES:
            found.append(self.rows[key])
            key = value_of(found[-1], "w:basedOn")
        return found

    def role(self, key):
        """(what a paragraph of this style is, the level of a heading)"""
        for row in self.line(key):
            name = (value_of(row, "w:name") or "").strip().lower()
            if name.startswith(CONTENTS):
                return LISTED, None
            if name in CAPTIONS:
                return CAPTION, None
            if name in HEADINGS:
                return HEADING, min(HEADINGS[name], 6)
            outline = value_of(row.find_child_or_null("w:pPr"), "w:outlineLvl")
            if outline is not None:
                level = OUTLINED.get(outline)
                return (HEADING, min(level, 6)) if level else (TEXT, None)
        return TEXT, None

    def look(self, key):
        """How words of this style look, where it says so: as the attributes of a Piece."""
        found = {}
        for row in self.line(key):
            shape = row.find_child_or_null("w:rPr")
            for name, tag in (("is_bold", "w:b"), ("is_italic", "w:i")):
                if element := shape.find_child(tag):
                    found.setdefault(name, element.attributes.get("w:val") not in OFF)
            size = value_of(shape, "w:sz")
            if size and size.isdecimal():
                found.setdefault("font_size", int(size) / 2)
        return found


def value_of(element, tag):
    return element.find_child_or_null(tag).attributes.get("w:val")
