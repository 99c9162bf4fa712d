"""Hostile and odd documents, made here so that none lies in the repository.

`documents(port)` gives (name, bytes, what must come of it): "read" or "refused". Whatever can call
somebody calls 127.0.0.1 at that port.
"""

import zipfile

from tests.newsroom.importing import hostile_texts
from tests.newsroom.importing.damage import (
    bomb_of_text,
    compression_of,
    encrypted,
    flipped,
    many_attributes,
    overlapping,
    understated,
)
from tests.newsroom.importing.hostile_texts import EITHER, READ, REFUSED, TEXT
from tests.newsroom.importing.word_documents import (
    ROOT,
    TYPES,
    W,
    archive,
    document,
    heading,
    paragraph,
    picture,
    relations,
    table,
    word,
)

STORY = heading("Herders meet in Naryn") + paragraph(TEXT)
CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OPEN_FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>a</w:t></w:r>'
LINE = "<w:r><w:t>a</w:t><w:br/></w:r>"


def documents(port):
    yield from archives(port)
    yield from entities(port)
    yield from contents(port)
    yield from hostile_texts.documents(port)


def archives(port):
    sound = word(STORY)
    big = b"\0" * 1_000_000
    yield "zip bomb: one part of 400 MB", word(STORY, parts={"word/big.bin": big * 400}), REFUSED
    yield "zip bomb: document of 300 MB", bomb_of_text(), REFUSED
    yield "zip bomb: document of spaces", word(" " * 100_000_000), REFUSED
    yield "zip bomb: understated sizes", understated(), REFUSED
    yield "zip bomb: overlapping parts", overlapping(), REFUSED
    yield "zip bomb: nested archives", word(STORY, parts={"word/a.zip": archive({"b": big})}), READ
    yield "quine-like archive in itself", word(STORY, parts={"word/self.docx": sound}), READ
    yield "20,000 parts", word(STORY, parts={f"word/x{n}.xml": "" for n in range(20_000)}), REFUSED
    yield "a part named twice", twice("word/document.xml"), REFUSED
    yield "names that climb", word(STORY, parts={"../../../tmp/x.xml": "x", "/etc/y": "y"}), READ
    yield "truncated in the middle", sound[: len(sound) // 2], REFUSED
    yield "truncated at the end", sound[:-10], REFUSED
    yield "first bytes only", sound[:4], REFUSED
    yield "a flipped byte in the document", flipped(sound), REFUSED
    yield "rubbish before the archive", b"MZ\x90\0" + sound, REFUSED
    yield "rubbish behind the archive", sound + b"\0" * 1000, READ
    yield "no document part", archive({"[Content_Types].xml": TYPES, "_rels/.rels": ROOT}), REFUSED
    yield "empty archive", archive({}), REFUSED
    yield "an archive of photographs", archive({"a.jpg": b"x", "b.jpg": b"y"}), REFUSED
    yield (
        "a spreadsheet",
        archive({"[Content_Types].xml": TYPES, "xl/workbook.xml": "<x/>"}),
        REFUSED,
    )
    yield "encrypted parts", encrypted(sound), REFUSED
    yield (
        "password (OLE container)",
        CFB + b"\0" * 4096 + "EncryptedPackage".encode("utf-16-le"),
        REFUSED,
    )
    yield "old Word file", CFB + b"\0" * 8192 + "WordDocument".encode("utf-16-le"), REFUSED
    yield "unknown compression", compression_of(sound, 99), REFUSED
    yield "lzma compression", word(STORY, compression=zipfile.ZIP_LZMA), EITHER


def entities(port):
    call = f"http://127.0.0.1:{port}/entity"
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    for name, doctype, inner in [
        ("billion laughs", f'[<!ENTITY l0 "ha">{laughs}]', "&l9;"),
        ("quadratic blowup", f'[<!ENTITY a "{"x" * 50_000}">]', "&a;" * 5_000),
        ("external entity, file", '[<!ENTITY f SYSTEM "file:///etc/passwd">]', "&f;"),
        ("external entity, network", f'[<!ENTITY f SYSTEM "{call}">]', "&f;"),
        ("parameter entity", f'[<!ENTITY % p SYSTEM "{call}"> %p;]', "x"),
        ("remote document type", f'SYSTEM "{call}.dtd"', "x"),
        ("empty document type", "[]", "x"),
    ]:
        body = document(f"<w:p><w:r><w:t>{inner}</w:t></w:r></w:p>")
        xml = f'<?xml version="1.0"?><!DOCTYPE w:document {doctype}>{body}'
        yield f"docx: {name}", word(parts={"word/document.xml": xml}), REFUSED
        if name in {"billion laughs", "external entity, network"}:
            for part in ("word/styles.xml", "_rels/.rels", "[Content_Types].xml"):
                declared = f"<!DOCTYPE x {doctype}><x>{inner}</x>"
                yield f"docx: {name} in {part}", word(STORY, parts={part: declared}), REFUSED
            wide = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w:document {doctype}>{body}'
            parts = {"word/document.xml": wide.encode("utf-16")}
            yield f"docx: {name} in UTF-16", word(parts=parts), REFUSED
    yield (
        "html: billion laughs",
        (
            f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "ha">{laughs}]><p>&l9; {TEXT}</p>'
        ).encode(),
        READ,
    )
    yield (
        "html: external entity",
        (f'<!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/passwd">]><p>&f; {TEXT}</p>').encode(),
        READ,
    )


def contents(port):
    call = f"http://127.0.0.1:{port}"
    rels = "word/_rels/document.xml.rels"
    yield "macros", word(STORY, parts={"word/vbaProject.bin": CFB}), REFUSED
    yield (
        "embedded OLE object",
        word(
            STORY,
            "<w:p><w:r><w:object><o:OLEObject xmlns:o='urn:o' r:id='o1'/></w:object></w:r></w:p>",
            parts={
                rels: relations(o1=("oleObject", "embeddings/o.bin")),
                "word/embeddings/o.bin": CFB + b"cmd.exe",
            },
        ),
        READ,
    )
    yield (
        "embedded HTML (altChunk)",
        word(
            STORY,
            '<w:altChunk r:id="h1"/>',
            parts={
                rels: relations(h1=("aFChunk", "evil.html")),
                "word/evil.html": f"<img src='{call}/alt'><script>alert(1)</script>",
            },
        ),
        READ,
    )
    yield (
        "remote picture",
        word(
            STORY,
            picture("i1", attribute="link"),
            parts={rels: relations(i1=("image", f"{call}/picture.png", "External"))},
        ),
        READ,
    )
    yield (
        "picture from the disk",
        word(
            STORY,
            picture("i1", attribute="link"),
            parts={rels: relations(i1=("image", "file:///etc/passwd", "External"))},
        ),
        READ,
    )
    yield (
        "picture that climbs out",
        word(
            STORY,
            picture("i1"),
            parts={rels: relations(i1=("image", "../../../../etc/passwd"))},
        ),
        READ,
    )
    yield (
        "remote template",
        word(
            STORY,
            parts={
                "word/settings.xml": f'<w:settings xmlns:w="{W}"/>',
                "word/_rels/settings.xml.rels": relations(
                    t=("attachedTemplate", f"{call}/template.dotm", "External")
                ),
            },
        ),
        READ,
    )
    yield (
        "field that asks a server",
        word(
            STORY,
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
            f'INCLUDEPICTURE "{call}/field" \\d</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        ),
        READ,
    )
    yield (
        "frames and subdocuments",
        word(
            STORY,
            '<w:subDoc r:id="s1"/>',
            parts={rels: relations(s1=("subDocument", f"{call}/sub.docx", "External"))},
        ),
        READ,
    )
    yield (
        "links that run",
        word(
            STORY,
            paragraph(inner='<w:hyperlink r:id="j"><w:r><w:t>go</w:t></w:r></w:hyperlink>'),
            parts={rels: relations(j=("hyperlink", "javascript:alert(1)", "External"))},
        ),
        READ,
    )
    yield (
        "our reader's own style map",
        word(STORY, parts={"mammoth/style-map": "p => script:fresh"}),
        READ,
    )
    yield (
        "tables 500 deep",
        word("<w:tbl><w:tr><w:tc>" * 500 + "</w:tc></w:tr></w:tbl>" * 500),
        REFUSED,
    )
    yield "100,000 elements deep", word("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000), REFUSED
    yield "15,000 fields that never end", word(STORY, f"<w:p>{OPEN_FIELD * 15_000}</w:p>"), REFUSED
    yield "30,000 line breaks", word(STORY, f"<w:p>{LINE * 30_000}</w:p>"), READ
    yield "two million elements", word("<w:p/>" * 2_000_000), REFUSED
    yield (
        "a million words in runs",
        word("<w:p>" + "<w:r><w:t>a </w:t></w:r>" * 600_000 + "</w:p>"),
        REFUSED,
    )
    yield (
        "an attribute of 50 MB",
        word(f'<w:p w:x="{"a" * 50_000_000}"><w:r><w:t>{TEXT}</w:t></w:r></w:p>'),
        EITHER,
    )
    yield (
        "100,000 attributes",
        word("<w:p " + many_attributes() + f"><w:r><w:t>{TEXT}</w:t></w:r></w:p>"),
        EITHER,
    )
    yield (
        "a picture of 250 MB",
        word(
            STORY,
            picture("i1"),
            parts={
                rels: relations(i1=("image", "media/a.png")),
                "word/media/a.png": b"\0" * 250_000_000,
            },
        ),
        READ,
    )
    yield (
        "the same picture 3,000 times",
        word(
            STORY,
            picture("i1") * 3_000,
            parts={
                rels: relations(i1=("image", "media/a.png")),
                "word/media/a.png": b"x" * 1_000_000,
            },
        ),
        REFUSED,
    )
    yield (
        "styles that inherit in a circle",
        word(
            STORY,
            parts={
                "word/styles.xml": f'<w:styles xmlns:w="{W}">'
                '<w:style w:type="paragraph" w:styleId="a">'
                '<w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b">'
                '<w:basedOn w:val="a"/></w:style></w:styles>'
            },
        ),
        READ,
    )
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>'
        for n in range(11_000)
    )
    yield (
        "a chain of 11,000 styles",
        word(
            *(paragraph("a", style=f"s{n}") for n in range(11_000)),
            parts={"word/styles.xml": f'<w:styles xmlns:w="{W}">{chain}</w:styles>'},
        ),
        READ,
    )
    yield "a table of 3,000 columns merged", word(STORY, table(["x"] * 3_000)), READ


def twice(name):
    data = word(STORY, parts={"word/documenu.xml": document(STORY)})
    return data.replace(b"word/documenu.xml", name.encode())
