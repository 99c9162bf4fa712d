"""Web pages, and what is pasted from them: their text, without what surrounds it on a site.

nh3 reads the page and gives it back whole and balanced, without scripts; what walks through it
here needs no care for malformed tags.
"""

import re
from html import unescape

import nh3
from django.utils.translation import gettext as _

from almaty.prose import MAX_DEPTH, depth
from newsroom.importing.document import Document, Refused
from newsroom.importing.reading import limits
from newsroom.importing.reading.inline_pictures import SCHEME, not_fetched
from newsroom.importing.reading.office_pages import Notes, looks_in
from newsroom.importing.reading.page import HEADINGS, INLINE, Page
from newsroom.importing.reading.pieces import blocks_of, tidy, words_of

BLOCKS = {"p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "ul", "ol"}
BLOCKS |= {"li", "blockquote", "pre", "dl", "dt", "dd", "figure", "figcaption", "address", "center"}
BLOCKS |= {"details", "summary", "fieldset", "legend", "hgroup", "search", "form", "button"}
TABLES = {"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"}
EMPTY = {"br", "hr", "img"}
UNREADABLE = {"script", "style", "title", "template", "noscript", "svg", "math", "iframe", "object"}
UNREADABLE |= {"select", "textarea", "video", "audio", "canvas", "dialog", "map"}
SEEN = {"class", "id", "role", "hidden", "aria-hidden", "style"}
CLEANER = nh3.Cleaner(
    tags={*HEADINGS, *INLINE, *BLOCKS, *TABLES, *EMPTY},
    clean_content_tags=UNREADABLE,
    attributes={"*": SEEN, "a": {"href", "name"}, "img": {"src", "alt"}, "ol": {"start"}},
    url_schemes={"http", "https", "mailto", SCHEME},
    link_rel=None,
    strip_comments=True,
)
TITLE = re.compile(r"<title[^<>]*>([^<]{1,500})</title>", re.IGNORECASE)
RUBBISH = re.compile(r"<(script|style|svg|template)\b", re.IGNORECASE)
FOREIGN = re.compile(r"</?(?:\w+:\w+|path|g|rect|circle|use|defs|polygon)\b[^<>]*>", re.IGNORECASE)
# No page has a tag this long; its attributes would be compared one with another.
LONG_TAG = re.compile(r"<([a-z][a-z0-9]*+)[^<>]{20000,}+>?", re.IGNORECASE)
HIDDEN_LEAST = 0.5  # of a page's words; whoever leaves out more has mistaken the page for its frame


def read_web_page(html, name, pictures):
    """`pictures` are those that stood in the page itself (inline_pictures.py)."""
    if len(html) > limits.MAX_TEXT:
        raise Refused(
            _("This page is longer than %(limit)s million characters. Import it in parts.")
            % {"limit": limits.MAX_TEXT // 1_000_000}
        )
    title = TITLE.search(html)
    sheets = []
    html = LONG_TAG.sub(r"<\1>", FOREIGN.sub("", without_rubbish(html, sheets)))
    if max(map(html.count, "<&")) > limits.MAX_TAGS or depth(html) > MAX_DEPTH:
        raise Refused(_("This page has too many elements, or they stand too deep."))
    clean = CLEANER.clean(html)
    looks = looks_in(sheets)
    page = text_of(clean, pictures, looks)
    document = Document(name, "html", blocks_of(page.notes.placed(page.raws)))
    document.beside = page.beside.lines
    document.title = " ".join(tidy(unescape(title[1])).split()) if title else ""
    if page.elsewhere:
        document.warnings.append(not_fetched(page.elsewhere))
    return document


def text_of(clean, pictures, looks):
    """The page without its surroundings, unless most of it seems to be that. Of some sites the
    whole page is a form."""
    whole = walked(clean, pictures, looks, leaves_out=())
    for surroundings in (("form", "frame"), ("frame",)):
        page = walked(clean, pictures, looks, surroundings)
        if letters(page.raws) >= letters(whole.raws) * (1 - HIDDEN_LEAST):
            return page
        if "<form" not in clean:
            break
    return whole


def without_rubbish(html, sheets):
    """Without scripts and drawings, whose tags would count. Looks at every letter once.

    What is in a <style> is added to `sheets`.
    """
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
        if tag == "style":
            sheets.append(html[found.end() : closing])
        kept.append(html[end : found.start()])
        end = lowered.find(">", closing) + 1 or len(html)
    return " ".join([*kept, html[end:]])


def walked(html, pictures, looks, leaves_out):
    page = Page(pictures, looks, leaves_out, Notes(html))
    page.feed(html)
    page.close()
    page.flush()
    return page


def letters(raws):
    return sum(len(words_of(raw.pieces)) for raw in raws)
