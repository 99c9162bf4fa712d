"""Word documents made here, part by part, so that a test says what stands in them."""

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    '+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Default Extension="jpeg" ContentType="image/jpeg"/></Types>'
)
STYLES = (
    f'<w:styles xmlns:w="{W}">'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>'
        for id, name in [
            *((str(level), f"heading {level}") for level in range(1, 5)),
            *(("a3", "Title"), ("a4", "caption"), ("a5", "toc 1")),
        ]
    )
    + "</w:styles>"
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)


def run(text, bold=False, size=None, extra=""):
    shape = ("<w:b/>" if bold else "") + (f'<w:sz w:val="{size * 2}"/>' if size else "") + extra
    return f'<w:r><w:rPr>{shape}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text="", style=None, bold=False, size=None, inner=""):
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{run(text, bold, size) if text else ''}{inner}</w:p>"


def heading(text, level=2):
    return paragraph(text, style=str(level))


def item(text, bold=False):
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return f"<w:p>{numbered}{run(text, bold)}</w:p>"


def link(text, relation):
    return f'<w:hyperlink r:id="{relation}">{run(text)}</w:hyperlink>'


def table(*rows):
    def cell(content):
        inner = content if content.startswith("<w:p>") else paragraph(content)
        return f"<w:tc>{inner}</w:tc>"

    return (
        "<w:tbl>"
        + "".join(f"<w:tr>{''.join(cell(c) for c in row)}</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def picture(relation, alt="", attribute="embed"):
    return (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/>'
        f'<wp:docPr id="1" name="p" descr="{escape(alt)}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:blipFill><a:blip r:{attribute}="{relation}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def relations(**targets):
    """`name=(type, target)`, or with "External" as a third."""
    rows = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{row[0]}" Target="{escape(row[1])}"'
        + (f' TargetMode="{row[2]}"' if len(row) > 2 else "")
        + "/>"
        for name, row in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def document(body):
    return f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"


def word(*body, parts=None, compression=zipfile.ZIP_DEFLATED):
    """The bytes of a document of these paragraphs; `parts` adds to its archive or replaces."""
    held = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT,
        "word/styles.xml": STYLES,
        "word/document.xml": document("".join(body)),
        "word/_rels/document.xml.rels": relations(),
    } | (parts or {})
    return archive(held, compression)


def archive(parts, compression=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as made:
        for name, content in parts.items():
            if content is not None:
                made.writestr(name, content)
    return buffer.getvalue()
