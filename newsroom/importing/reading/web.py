"""Web pages, and what is pasted from them: their text, without what surrounds it on a site.

nh3 reads the page and gives it back whole and balanced, without scripts; what walks through it
here needs no care for malformed tags.
"""

import base64
import binascii
import re
from html.parser import HTMLParser

import nh3
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from almaty.prose import MAX_DEPTH, depth
from newsroom.importing.document import Document, Picture, Refused
from newsroom.importing.reading import limits
from newsroom.importing.reading.pieces import (
    CAPTION,
    Piece,
    Raw,
    Target,
    blocks_of,
    table_raws,
    words_of,
)
from newsroom.importing.reading.surroundings import is_surrounding

HEADINGS = {f"h{level}": level for level in range(1, 7)}
INLINE = {"a", "b", "strong", "i", "em", "u", "span", "font", "small", "sub", "sup", "mark"}
INLINE |= {"abbr", "cite", "q", "time", "s", "del", "ins", "code", "label"}
BLOCKS = {"p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "ul", "ol"}
BLOCKS |= {"li", "blockquote", "pre", "dl", "dt", "dd", "figure", "figcaption", "address", "center"}
TABLES = {"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"}
EMPTY = {"br", "hr", "img"}
UNREADABLE = {"script", "style", "title", "template", "noscript", "svg", "math", "iframe", "object"}
UNREADABLE |= {"form", "button", "select", "textarea", "video", "audio", "canvas", "dialog", "map"}
SEEN = {"class", "id", "role", "hidden", "aria-hidden", "style"}
CLEANER = nh3.Cleaner(
    tags={*HEADINGS, *INLINE, *BLOCKS, *TABLES, *EMPTY},
    clean_content_tags=UNREADABLE,
    attributes={"*": SEEN, "a": {"href", "name"}, "img": {"src", "alt"}},
    url_schemes={"http", "https", "mailto", "picture"},
    link_rel=None,
    strip_comments=True,
)
TITLE = re.compile(r"<title[^<>]*>([^<]{1,500})</title>", re.IGNORECASE)
# A picture in the page itself: taken out before anything else, so that the page stays small.
INLINE_PICTURE = re.compile(r"data:image/[\w.+-]{1,40};base64,([A-Za-z0-9+/=%\s]+)", re.IGNORECASE)
RUBBISH = re.compile(r"<(script|style|svg|template)\b", re.IGNORECASE)
FOREIGN = re.compile(r"</?(?:\w+:\w+|path|g|rect|circle|use|defs|polygon)\b[^<>]*>", re.IGNORECASE)
# No page has a tag this long; its attributes would be compared one with another.
LONG_TAG = re.compile(r"<([a-z][a-z0-9]*+)[^<>]{20000,}+>?", re.IGNORECASE)
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
PLAIN_STYLE = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
SIZE_STYLE = re.compile(r"font-size\s*:\s*(\d{1,3}(?:\.\d+)?)(pt|px)", re.IGNORECASE)
POINTS = {"pt": 1, "px": 0.75}
HIDDEN_LEAST = 0.5  # of a page's words; whoever leaves out more has mistaken the page for its frame


def read_web_page(html, name=""):
    numbers = {}
    html = INLINE_PICTURE.sub(lambda found: kept_picture(found[1], numbers), html)
    pictures = list(numbers)
    if len(html) > limits.MAX_TEXT:
        raise Refused(
            _("This page is longer than %(limit)s million characters. Import it in parts.")
            % {"limit": limits.MAX_TEXT // 1_000_000}
        )
    title = TITLE.search(html)
    html = LONG_TAG.sub(r"<\1>", FOREIGN.sub("", without_rubbish(html)))
    if max(map(html.count, "<&")) > limits.MAX_TAGS or depth(html) > MAX_DEPTH:
        raise Refused(_("This page has too many elements, or they stand too deep."))
    clean = CLEANER.clean(html)
    page = walked(clean, pictures, leaves_out=True)
    whole = walked(clean, pictures, leaves_out=False)
    if letters(page.raws) < letters(whole.raws) * (1 - HIDDEN_LEAST):
        page = whole
    document = Document(name, "html", blocks_of(page.raws))
    document.title = " ".join(title[1].split()) if title else ""
    if page.elsewhere:
        document.warnings.append(not_fetched(page.elsewhere))
    return document


def not_fetched(count):
    return ngettext(
        "%(count)s picture stands on another site and was not fetched.",
        "%(count)s pictures stand on other sites and were not fetched.",
        count,
    ) % {"count": count}


def without_rubbish(html):
    """Without scripts and drawings, whose tags would count. Looks at every letter once."""
    kept, end, lowered = [], 0, html.lower()
    unclosed = set()
    for found in RUBBISH.finditer(html):
        tag = found[1].lower()
        if found.start() < end or tag in unclosed:
            continue
        closing = lowered.find(f"</{tag}", found.end())
        if closing < 0:
            unclosed.add(tag)
            continue
        kept.append(html[end : found.start()])
        end = lowered.find(">", closing) + 1 or len(html)
    return " ".join([*kept, html[end:]])


def kept_picture(encoded, pictures):
    """Its address in the page from now on: one for a picture that is there many times."""
    return f"picture:{pictures.setdefault(encoded, len(pictures))}"


def walked(html, pictures, leaves_out):
    page = Page(pictures, leaves_out)
    page.feed(html)
    page.close()
    page.flush()
    return page


def letters(raws):
    return sum(len(words_of(raw.pieces)) for raw in raws)


class Page(HTMLParser):
    """Walks through clean HTML and collects the paragraphs."""

    def __init__(self, pictures, leaves_out):
        super().__init__(convert_charrefs=True)
        self.pictures, self.leaves_out = pictures, leaves_out
        self.raws = []  # what is being filled: the page's, or a table cell's
        self.pieces = []
        self.open = []  # (tag, what it gives its text)
        self.left_out = 0  # how many open elements ago the surroundings began
        self.tables = []  # rows of the open tables, each with what stood before it
        self.elsewhere = 0

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        if tag == "br":
            return None if self.left_out else self.pieces.append(self.piece("\n"))
        if tag == "hr":
            return self.flush()
        if tag == "img":
            return self.picture(attributes)
        if self.left_out:
            self.left_out += 1
        elif self.is_left_out(tag, attributes):
            self.flush()
            self.left_out = 1
        if tag not in INLINE:
            self.flush()
        self.open.append((tag, given(tag, attributes)))
        if self.left_out:
            return None
        if tag == "a" and "name" not in attributes:
            self.pieces.append(self.piece(""))
        if tag == "table":
            self.tables.append((self.raws, []))
        elif tag == "tr" and self.tables:
            self.tables[-1][1].append([])
        elif tag in {"td", "th"} and self.tables and self.tables[-1][1]:
            self.raws = []
            self.tables[-1][1][-1].append(self.raws)
        return None

    def handle_endtag(self, tag):
        if tag not in INLINE:
            self.flush()
        if tag == "table" and self.tables and not self.left_out:
            self.raws, rows = self.tables.pop()
            self.raws += table_raws(rows)
        if tag in {"p", "div"} and not self.left_out and self.is_empty(tag):
            self.raws.append(Raw("paragraph"))
        if self.open and self.open[-1][0] == tag:
            self.open.pop()
            self.left_out = max(self.left_out - 1, 0)

    def is_empty(self, tag):
        return tag == "p" and self.raws and self.raws[-1].kind != "heading" and not self.just_filled

    just_filled = False

    def handle_data(self, data):
        if self.left_out:
            return
        if not any(tag == "pre" for tag, _given in self.open[-3:]):
            data = data.replace("\n", " ")  # a line break of the page's source
        self.pieces.append(self.piece(data))

    def piece(self, text):
        style = {}
        for _tag, given_style in self.open:
            style |= given_style
        return Piece(text, **style)

    def flush(self):
        self.just_filled = bool(words_of(self.pieces))
        if self.just_filled or any(piece.target for piece in self.pieces):
            kind, level = self.kind()
            self.raws.append(Raw(kind, self.pieces, level))
        self.pieces = []

    def kind(self):
        for tag, _given in reversed(self.open):
            if tag in HEADINGS:
                return "heading", HEADINGS[tag]
            if tag == "li":
                return "item", None
            if tag in {"figcaption", "caption"}:
                return CAPTION, None
            if tag in {"td", "th", "blockquote", "p"}:
                break
        return "paragraph", None

    def picture(self, attributes):
        if self.left_out:
            return
        while self.pieces and self.pieces[-1].target and not self.pieces[-1].text.strip():
            self.pieces.pop()  # the link is the picture's, and has lost no words
        kind, _colon, number = attributes.get("src", "").partition(":")
        if kind == "picture" and number.isdecimal() and int(number) < len(self.pictures):
            encoded = self.pictures[int(number)]
            name = f"picture-{int(number) + 1}"
            picture = Picture(lambda: decoded(encoded), name, attributes.get("alt", ""), part=name)
            self.raws.append(Raw("picture", picture=picture))
        elif attributes.get("src"):
            self.elsewhere += 1

    def is_left_out(self, tag, attributes):
        if "hidden" in attributes or HIDDEN_STYLE.search(attributes.get("style", "")):
            return True
        inside = any(opened in {"article", "main"} for opened, _given in self.open)
        return self.leaves_out and is_surrounding(tag, attributes, inside)


def given(tag, attributes):
    """What an element says of the letters in it."""
    style, said = {}, attributes.get("style", "")
    if tag in {"b", "strong", "th"} or BOLD_STYLE.search(said):
        style["is_bold"] = True
    elif PLAIN_STYLE.search(said):  # Google Docs puts everything into a <b> that is not bold
        style["is_bold"] = False
    if tag in {"i", "em", "cite"}:
        style["is_italic"] = True
    if size := SIZE_STYLE.search(said):
        style["font_size"] = float(size[1]) * POINTS[size[2].lower()]
    if tag == "a" and "name" not in attributes:
        style["target"] = Target(attributes.get("href"))
    return style


def decoded(encoded):
    try:
        data = base64.b64decode(encoded.replace("%2B", "+").replace("%2F", "/"), validate=False)
    except (binascii.Error, ValueError):
        raise Refused(_("A picture of this page is damaged.")) from None
    if len(data) > limits.MAX_PICTURE:
        raise Refused(_("A picture of this page is too heavy."))
    return data
