"""What documents, and two versions of a story, are compared by: words, links and pictures.

Bold and italic letters are none of it: the same words pasted, or saved as another kind of file, are
the same document.
"""

import re
from hashlib import sha256
from html import unescape

from newsroom.importing.document import Refused
from newsroom.importing.reading.pieces import ABSOLUTE

HREF = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')


def digests(document, data, pictures):
    """Of the file, and of what it says whatever it is wrapped in. `pictures` as prints_of."""
    raw = data.encode() if isinstance(data, str) else data
    told = sha256()
    for block in document.blocks:
        told.update("".join(block.text.split()).encode())
        for link in block.links:
            if ABSOLUTE.match(link.href or ""):
                told.update(f"\0{link.start} {link.end} {link.href}\0".encode())
        if block.picture:
            told.update(f"\0{pictures[id(block.picture)]}\0".encode())
    return sha256(raw).hexdigest(), told.hexdigest()


def prints_of(document):
    """{id of a Picture: its digest}: of its bytes and its caption, one picture at a time.

    A part of the document is read once, however often it is shown.
    """
    prints, read = {}, {}
    for picture in [block.picture for block in document.blocks if block.picture]:
        part = picture.part or id(picture)
        if part not in read:
            read[part] = sha256(bytes_of(picture))
        told = read[part].copy()
        told.update(b"\0" + picture.caption.encode())
        prints[id(picture)] = told.hexdigest()
    return prints


def bytes_of(picture):
    try:
        return picture.data
    except Refused:
        return b""


def links_in(html):
    """Where the links of a text lead, in its order."""
    return [unescape(address) for address in HREF.findall(html)]


def said_in(html, text):
    """What is compared of a paragraph: its words and where its links lead."""
    return text, tuple(links_in(html))
