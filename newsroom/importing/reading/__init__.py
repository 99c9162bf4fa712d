"""Documents as they come: Word files, web pages, plain text. Each becomes blocks in order.

What a file is decides its content, never its name. Nothing is fetched, nothing of it is run, and
what cannot be read safely is refused with one sentence.
"""

from django.utils.translation import gettext as _

from newsroom.importing.document import Document, Refused
from newsroom.importing.reading import limits
from newsroom.importing.reading.encodings import decode
from newsroom.importing.reading.inline_pictures import taken_out
from newsroom.importing.reading.kinds import check_readable, is_html, is_markdown
from newsroom.importing.reading.markdown import read_markdown
from newsroom.importing.reading.plain import read_plain
from newsroom.importing.reading.web import read_web_page
from newsroom.importing.reading.word import read_word

ZIP = b"PK\x03\x04"


def read_document(data, name=""):
    """The document of these bytes; Refused says why there is none."""
    if len(data) > limits.MAX_FILE:
        raise Refused(
            _("This file is heavier than %(limit)s MB. Make its pictures smaller.")
            % {"limit": limits.MAX_FILE // limits.MEGABYTE}
        )
    if data.startswith(ZIP):
        return checked(read_word(data, name))
    check_readable(data)
    return read_text(decode(data), name)


def read_text(text, name=""):
    """The document of a text that was pasted, or decoded: HTML, Markdown or neither."""
    if not text.strip():
        raise Refused(_("There is no text in this document."))
    text, pictures = taken_out(text)
    if is_html(text):
        return checked(read_web_page(text, name, pictures))
    has_marks = is_markdown(text)
    most = limits.MAX_MARKDOWN if has_marks else limits.MAX_TEXT
    if len(text) > most:
        raise Refused(
            _("This text is longer than %(limit)s million characters. Import it in parts.")
            % {"limit": most // 1_000_000}
        )
    if text.count("\n") > limits.MAX_LINES:
        raise too_many_paragraphs(limits.MAX_LINES)
    if has_marks:
        return checked(read_markdown(text, name, pictures))
    return checked(Document(name, "text", read_plain(text)))


def checked(document):
    if not any(block.text for block in document.blocks):
        raise Refused(_("There is no text in this document."))
    if len(document.blocks) > limits.MAX_BLOCKS:
        raise too_many_paragraphs(limits.MAX_BLOCKS)
    if sum(block.kind == "picture" for block in document.blocks) > limits.MAX_PICTURES:
        raise Refused(
            _("This document has more than %(limit)s pictures. Import it in parts.")
            % {"limit": limits.MAX_PICTURES}
        )
    return document


def too_many_paragraphs(limit):
    return Refused(
        _("This document has more than %(limit)s paragraphs. Import it in parts.")
        % {"limit": limit}
    )
