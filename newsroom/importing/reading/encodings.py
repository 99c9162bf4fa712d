"""Bytes to letters, where nothing says which encoding they are in.

A byte order mark decides, then whether the bytes are UTF-8, then zeros in every second place
(UTF-16), then which of the Cyrillic encodings gives the more usual Russian letters. The same bytes
always give the same text.
"""

import codecs
import re

from django.utils.translation import gettext as _

from newsroom.importing.document import Refused
from newsroom.importing.reading.kinds import not_a_document

# The longer marks first: UTF-32's begins with UTF-16's.
MARKS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
# kz1048 is windows-1251 with the Kazakh letters in place of others.
ONE_BYTE = [
    "windows-1251",
    "koi8-r",
    "kz1048",
    "cp866",
    "iso8859-5",
    "mac-cyrillic",
    "windows-1252",
]
# How many of 1,000 letters of a Russian text; the rest are seldom.
FREQUENT = {
    "о": 110,
    "е": 85,
    "а": 80,
    "и": 74,
    "н": 67,
    "т": 63,
    "с": 55,
    "р": 47,
    "в": 45,
    "л": 44,
    "к": 35,
    "м": 32,
    "д": 30,
    "п": 28,
    "у": 26,
    "я": 20,
    "ы": 19,
    "ь": 17,
    "г": 17,
    "з": 16,
    "б": 16,
    "ч": 14,
    "й": 12,
    "х": 10,
    "ж": 9,
    "ш": 7,
    "ю": 6,
    "ц": 5,
    "щ": 4,
    "э": 3,
    "ф": 3,
    "ә": 20,
    "і": 35,
    "қ": 25,
    "ғ": 12,
    "ң": 12,
    "ү": 8,
    "ұ": 10,
    "ө": 8,
    "һ": 1,
}
TYPOGRAPHY = set(" –—«»“”„’‘…№°§ ©™•·")
CYRILLIC_WORD = re.compile(r"[Ѐ-ӿ]+")
MIXED = re.compile(r"[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]")
DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\x9f\ufffe\uffff]")
MAX_CONTROL = 0.002  # of the letters; more is no text


def decode(data):
    """The text of these bytes; Refused where they are none."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return text_in(data, encoding)
    if wide := two_bytes_a_letter(data):
        return text_in(data, wide)
    for strict in ("utf-8", declared(data)):
        text = strictly(data, strict)
        if text is not None and not is_noise(text):
            return text
    sample = data[:200_000]
    candidates = [encoding for encoding in ONE_BYTE if strictly(sample, encoding) is not None]
    encoding = max(candidates, key=lambda encoding: likeness(sample.decode(encoding)), default=None)
    if encoding is None:
        raise Refused(not_a_document())
    return text_in(data, encoding)


def text_in(data, encoding):
    text = data.decode(encoding, errors="replace")
    if is_noise(text):
        raise Refused(not_a_document())
    if text.count("\ufffd") > len(text) / 100:
        raise Refused(_("This text is damaged: many of its letters cannot be read."))
    return text


def strictly(data, encoding):
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeDecodeError, LookupError):
        return None


def is_noise(text):
    return len(CONTROL.findall(text)) > len(text) * MAX_CONTROL


def declared(data):
    """The encoding a page names; only one that our own list knows."""
    found = DECLARED.search(data[:2048])
    name = found[1].decode("ascii", "ignore").lower() if found else ""
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    return name if known in {codecs.lookup(encoding).name for encoding in ONE_BYTE} else None


def two_bytes_a_letter(data):
    """UTF-16 without its mark: each letter's other byte is 0 for Latin, 4 for Cyrillic."""
    sample = data[:8192]
    sample = sample[: len(sample) // 2 * 2]
    if len(sample) < 4:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2], sample[1::2]
    high = {"utf-16-be": even, "utf-16-le": odd}
    shares = {
        name: (part.count(0) + part.count(4) + part.count(0x20)) / half
        for name, part in high.items()
    }
    zeros = even.count(0) + odd.count(0)
    best = max(shares, key=shares.get)
    other = min(shares, key=shares.get)
    if zeros + sample.count(4) and shares[best] > 0.9 and shares[other] < 0.6:
        return best
    return None


def likeness(text):
    """How much a text looks like Russian or Kazakh: per letter that is not ASCII."""
    score = count = 0
    for letter in text:
        if letter.isascii():
            continue
        count += 1
        if letter in FREQUENT:
            score += FREQUENT[letter]
        elif letter.lower() in FREQUENT and letter.isupper():
            score += FREQUENT[letter.lower()] / 2
        elif letter not in TYPOGRAPHY:
            score -= 60
    # Capitals inside a word are what the wrong Cyrillic encoding makes of small letters.
    for word in CYRILLIC_WORD.findall(text):
        if not (word.isupper() or word.islower() or word.istitle()):
            score -= 40 * len(word)
    score -= 100 * len(MIXED.findall(text))
    return score / count if count else 0
