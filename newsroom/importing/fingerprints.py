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
    """{id of a Picture: its digest}: of its bytes and its caption, one picture at a time."""
    pictures = [block.picture for block in document.blocks if block.picture]
    return {id(picture): print_of(picture) for picture in pictures}


def print_of(picture):
    try:
        data = picture.data
    except Refused:
        data = b""
    return sha256(data + b"\0" + picture.caption.encode()).hexdigest()


def links_in(html):
    """Where the links of a text lead, in its order."""
    return [unescape(address) for address in HREF.findall(html)]


def said_in(html, text):
    """What is compared of a paragraph: its words and where its links lead."""
    return text, tuple(links_in(html))
