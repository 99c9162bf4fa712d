"""Plain text of rich text, and the piece of it that shows what was found."""

from html.parser import HTMLParser

from django.utils.html import escape
from django.utils.safestring import mark_safe

from almaty.stems import stem, words

LENGTH, BEFORE = 240, 60  # characters of a snippet, and of it before the first word found
MOST_PLACES = 50  # among which the best one is looked for
READ = 50_000  # characters of a text that are looked through for a snippet
INLINE = {"a", "b", "em", "i", "s", "small", "span", "strong", "sub", "sup", "u"}


class Text(HTMLParser):
    """The text between tags. Tags of blocks part words, those within a line do not."""

    def __init__(self):
        super().__init__()
        self.pieces = []

    def handle_starttag(self, tag, attrs):
        if tag not in INLINE:
            self.pieces.append(" ")

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        self.handle_starttag(tag, [])

    def handle_data(self, data):
        self.pieces.append(data)


def plain(html):
    """The text of cleaned rich text, or of plain text of several lines, on one line."""
    parser = Text()
    parser.feed(html)
    parser.close()
    return one_line("".join(parser.pieces))


def one_line(text):
    return " ".join(text.replace("\0", "").split())


def snippet(text, query, language):
    """Safe HTML: the piece of `text` with most of the words looked for, each in <mark>."""
    found = list(places(text[:READ], query, language))
    start, end = window(text, found)
    pieces, at = ["… " if start else ""], start
    for a, b, _term in found:
        if at <= a and b <= end:
            pieces += [escape(text[at:a]), "<mark>", escape(text[a:b]), "</mark>"]
            at = b
    pieces += [escape(text[at:end]), " …" if end < len(text) else ""]
    return mark_safe("".join(pieces))  # every piece of text was escaped above


def places(text, query, language):
    """(start, end, number of the term) of each word that a term of the query finds."""
    terms = [
        (
            {spelling for spelling in spellings if not spelling.endswith("*")},
            tuple(spelling[:-1] for spelling in spellings if spelling.endswith("*")),
        )
        for spellings in query.terms
    ]
    # Stems begin as their words do; most words need no stemming to be passed over.
    beginnings = {spelling[:2] for spellings in query.terms for spelling in spellings}
    for start, end, word in words(text):
        if word[:2] in beginnings:
            stemmed = stem(word, language)
            for number, (exact, begun) in enumerate(terms):
                if stemmed in exact or (begun and word.startswith(begun)):
                    yield start, end, number
                    break


def window(text, found):
    """Where the snippet begins and ends: at blanks, around the most different words found."""
    if len(text) <= LENGTH:
        return 0, len(text)

    def variety(place):
        return len({t for a, b, t in found if place[0] <= a and b <= place[0] + LENGTH - BEFORE})

    first = max(found[:MOST_PLACES], key=variety)[0] if found else 0
    start = max(0, first - BEFORE)
    if start:
        blank = text.find(" ", start, first)
        start = blank + 1 if blank >= 0 else first
    end = start + LENGTH
    if end < len(text):
        blank = text.rfind(" ", max(start, end - BEFORE), end)
        end = blank if blank >= 0 else end
    return start, min(end, len(text))
