"""What a file is, by its content: its name may say anything."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from newsroom.importing.document import Refused

# What begins so is not text. The sentence says what to do instead.
SIGNATURES = [
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        gettext_noop(
            "This is a Word file of the old kind (.doc), or one with a password. "
            "Open it in Word, take the password off, and save it as .docx."
        ),
    ),
    (b"%PDF", gettext_noop("This is a PDF. Import the Word file it was made from.")),
    (b"{\\rtf", gettext_noop("This is an RTF file. Open it in Word and save it as .docx.")),
    (b"PK\x05\x06", gettext_noop("This is an empty archive: there is no document in it.")),
    (b"PK\x07\x08", gettext_noop("This is a part of a split archive. Choose the Word file.")),
]
MAIL_ARCHIVE = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}", re.IGNORECASE)
# No text holds these; an encoding of two bytes a letter has been told by then.
CONTROL = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 26, 27})

BEGINNING = re.compile(r"\s*<(?:[a-z!?/])")
TAG = re.compile(r"<(?:!doctype\s+html|html|body|head|div|article|main|section|h[1-6]|p|table)\b")
CLOSING = re.compile(r"</(?:html|body|div|article|main|section|h[1-6]|p|table|a|ul|span)\s*>")
HASH_HEADING = re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE)
UNDERLINED = re.compile(r"^\S[^\n]*\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
BOLD_LINE = re.compile(r"^(?:\*\*|__)(?=\S)[^*_\n]{1,300}(?:\*\*|__)[ \t]*$", re.MULTILINE)
MARKED_LINK = re.compile(r"\[[^\[\]\n]{1,500}\]\((?:https?://|/|#|mailto:)[^()\s]{0,2000}\)")


def check_readable(data):
    """Refuses what is no text at all."""
    if not data.strip():
        raise Refused(_("This file is empty."))
    for signature, sentence in SIGNATURES:
        if data.startswith(signature):
            raise Refused(_(sentence))
    start = data[:4096]
    headers = MAIL_ARCHIVE.match(start)
    if headers and b"mime-version:" in headers[0].lower():
        raise Refused(
            _("This is a mail or a page saved as one file (.mht). Save the page as .html instead.")
        )
    if b"\0" not in start and start.translate(None, CONTROL) != start:
        raise Refused(not_a_document())


def not_a_document():
    return _("This is not a document we can read. Choose a .docx, .html, .txt or .md file.")


def is_html(text):
    """Tags at the start, or tags that open and close: not a text that mentions one."""
    start = text[:200_000].lower()
    return bool(BEGINNING.match(start)) or bool(TAG.search(start) and CLOSING.search(start))


def is_markdown(text):
    if HASH_HEADING.search(text) or UNDERLINED.search(text) or BOLD_LINE.search(text):
        return True
    return bool(MARKED_LINK.search(text))
