"""Hostile and odd web pages and texts, for hostile.py."""

import zlib

from tests.newsroom.importing.damage import noise

TEXT = "In March 2023 forty herders met in Naryn and compared what they knew about the snow."
READ, REFUSED, EITHER = "read", "refused", "either"


def documents(port):
    yield from pages(port)
    yield from texts()


def pages(port):
    call = f"http://127.0.0.1:{port}"
    story = f"<h2>Herders meet in Naryn</h2><p>{TEXT}</p>"
    hooks = (
        f"<img src='{call}/i'><link rel=stylesheet href='{call}/c'><script src='{call}/s'></script>"
        f"<iframe src='{call}/f'></iframe><object data='{call}/o'></object><base href='{call}/'>"
        f"<meta http-equiv=refresh content='0;url={call}/r'><style>@import '{call}/x'</style>"
    )
    yield "html: everything remote", (hooks + story).encode(), READ
    yield (
        "html: scripts everywhere",
        (
            f"<p onclick=alert(1)>{TEXT}</p><svg onload=alert(1)><script>x()</script></svg>{story}"
        ).encode(),
        READ,
    )
    rules = "".join(f".a{n}{{font-weight:700}}" for n in range(300_000))
    yield "html: a sheet of 300,000 rules", f"<style>{rules}</style>{story}".encode(), READ
    yield "html: a sheet that never ends", b"<style>" + b"a{" * 3_000_000 + story.encode(), EITHER
    notes = "".join(
        f"<p><a href='#ftn{n}'>1</a>a<p><a href='#ftnref{n}'>1</a>b" for n in range(9_000)
    )
    yield "html: 9,000 notes", f"{story}{notes}".encode(), READ
    yield "html: 100,000 deep", b"<div>" * 100_000 + TEXT.encode(), REFUSED
    yield "html: a million tags", b"<b></b>" * 500_000 + story.encode(), REFUSED
    yield "html: unclosed scripts", b"<script" * 500_000 + story.encode(), EITHER
    yield "html: unclosed comments", b"<!--" * 1_000_000 + story.encode(), EITHER
    many = " ".join(f"a{number}=1" for number in range(500_000))
    yield "html: half a million attributes", f"<p {many}>{story}".encode(), READ
    yield "html: only ampersands", story.encode() + b"&" * 7_000_000, REFUSED
    yield "html: unclosed sections", b"<![CDATA[" * 500_000 + story.encode(), EITHER
    yield "html: unclosed attributes", b"<p a='" * 500_000 + story.encode(), EITHER
    yield (
        "html: an attribute of 7 MB",
        b"<p title='" + b"a" * 7_000_000 + b"'>" + TEXT.encode() + b"</p>",
        READ,
    )
    yield "html: a page of 30 MB", story.encode() + b"<p>" + b"x " * 15_000_000 + b"</p>", REFUSED
    yield (
        "html: a broken inline picture",
        (f"<img src='data:image/png;base64,{'A' * 4_000_001}'>{story}").encode(),
        READ,
    )
    yield "html: tables in tables", b"<table><tr><td>" * 200 + TEXT.encode(), EITHER
    yield "html named .docx", story.encode(), READ


def texts():
    yield "0 bytes", b"", REFUSED
    yield "only spaces", b" \r\n\t\n" * 1000, REFUSED
    yield "only zeros", b"\0" * 10_000, REFUSED
    yield "only a byte order mark", b"\xef\xbb\xbf", REFUSED
    yield "random bytes", noise(), REFUSED
    yield "a program", b"\x7fELF\x02\x01\x01" + noise(), REFUSED
    yield "a picture", b"\x89PNG\r\n\x1a\n" + noise(), REFUSED
    yield "a PDF", b"%PDF-1.7\n" + noise(), REFUSED
    yield "an RTF", b"{\\rtf1\\ansi " + TEXT.encode() + b"}", REFUSED
    yield "a gzip", b"\x1f\x8b\x08\0" + zlib.compress(TEXT.encode() * 100), REFUSED
    yield (
        "a mail",
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n" + TEXT.encode(),
        REFUSED,
    )
    yield "text with zeros in it", TEXT.encode() * 20 + b"\0\0\0" + TEXT.encode(), READ
    yield "invalid UTF-8 at the end", ("Ж" * 2_000).encode() + b"\xd0", EITHER
    yield "text of 20 MB", b"word " * 4_000_000, REFUSED
    yield "one line of 7 MB", b"word " * 1_400_000, READ
    yield "a million short lines", b"a\n" * 1_000_000, REFUSED
    yield "markdown: only brackets", b"# a\n" + b"[" * 1_000_000, REFUSED
    yield "markdown: unclosed bold", b"# a\n" + b"**a " * 500_000, REFUSED
    yield "markdown: only stars", b"# a\n" + b"*" * 1_000_000, REFUSED
    yield "markdown: brackets, as many as may be", b"# a\n" + b"![" * 29_000, READ
    yield "markdown: bold, as much as may be", b"# a\n" + b"**a " * 29_000, READ
    yield "markdown: 2 million hashes", b"# a\n" + b"#" * 1_900_000, READ
    yield "markdown: hashes and spaces", b"# " + b" #" * 1_000_000, EITHER
    yield "only commas", b", " * 1_000_000 + TEXT.encode(), READ
    yield "letters of every script", "".join(map(chr, range(0x20, 0xD7FF))).encode(), EITHER
    yield "marks without letters", b"a" + "\u0301".encode() * 1_000_000, READ
