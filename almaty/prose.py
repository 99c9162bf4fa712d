"""Rich text: what an editor may write, and what is kept of anything pasted or imported.

Cleaned on every save, so that nothing else can reach the one partial that prints it
(components/_prose.html). Both passes of cleaning are nh3's; the tidying between them works on its
output, where every attribute is quoted and escaped, and whatever it makes is cleaned again.
"""

import re
from itertools import accumulate

import nh3
from django.conf import settings
from django.urls import reverse_lazy
from django_prose_editor.fields import ProseEditorField

from almaty.figures import with_pictures

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Link": {"protocols": ["http", "https", "mailto"], "enableTarget": False},
    "HardBreak": True,
    "Image": True,
    "Caption": True,
    "Figure": {"pickerUrl": reverse_lazy("admin:almaty_image_pick")},
    "History": True,
    "NoSpellCheck": False,  # the browser's own spelling help stays
}

TAGS = {"p", "br", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "a"}
TAGS |= {"figure", "figcaption", "img"}
SCHEMES = {"http", "https", "mailto"}
# What is written otherwise elsewhere, and what it is here. A table is kept as its cells' words.
RENAMED = {
    "b": "strong",
    "i": "em",
    "h1": "h2",
    "h4": "h3",
    "h5": "h3",
    "h6": "h3",
    "div": "p",
    "td": "p",
    "th": "p",
}
UNREADABLE = {"script", "style", "title", "xml", "template", "noscript", "svg", "math", "iframe"}
OURS = re.compile(
    re.escape(settings.MEDIA_URL) + r"(?:images|__processed__)/[0-9a-f/]+[0-9a-f-]*\.\w+"
)

# U+0000 is refused by PostgreSQL, half a surrogate pair by every encoder.
UNWRITABLE = re.compile("[\0\ud800-\udfff]")
GOOGLE_WRAPPER = re.compile(r"<b\b[^<>]*\bdocs-internal-guid[^<>]*>", re.IGNORECASE)
# Tags that must be closed. The parser's time grows with the square of how deep they stand.
NESTING = re.compile(
    r"<(/?)(?!(?:br|hr|img|meta|link|input|col|p|li|t[rdh]|d[td]|option)\b|\w+:)[a-z]",
    re.IGNORECASE,
)
ANY_TAG = re.compile(r"<[^<>]*>")
MAX_DEPTH = 300
TAG = re.compile(r"(</?)(\w+)(?=[\s>])")
TABLE = re.compile(r"</?(?:table|tbody|thead|tfoot|tr)>")
SPACES = re.compile(r"(?:[ \t\r\n\f]|&nbsp;)+")  # not the thin ones inside numbers
EDGE_SPACES = re.compile(
    r"(<(?:p|h2|h3|li|figcaption)>)(?:\s|&nbsp;)+|(?:\s|&nbsp;)(?=</(?:p|h2|h3|li|figcaption)>)"
)
BETWEEN_BLOCKS = re.compile(
    r"(</?(?:p|h2|h3|ul|ol|li|blockquote|figure|figcaption)>) (?=</?(?:p|h2|h3|[uo]l|li|bl|fig))"
)
IMAGE_OF_NOBODY = re.compile(r"<img(?![^>]* src=)[^>]*>")
LINK_TO_NOWHERE = re.compile(r"<a(?![^>]* href=)[^>]*>(.*?)</a>", re.DOTALL)
FIGURE = re.compile(r"<figure>((?:(?!<img|</figure>).)*)</figure>", re.DOTALL)
CAPTION = re.compile(r"<(/?)figcaption>")
BULLETS = re.compile(r"(?:<p>[·•▪◦](?:\s|&nbsp;)*(?:(?!</p>).)+</p>\s*)+", re.DOTALL)
NUMBERS = re.compile(r"(?:<p>\d{1,2}[.)](?:\s|&nbsp;){2,}(?:(?!</p>).)*</p>\s*)+", re.DOTALL)
ITEM = re.compile(r"<p>(?:[·•▪◦]|\d{1,2}[.)])(?:\s|&nbsp;)*")
EMPTY = re.compile(
    r"<(p|h2|h3|ul|ol|li|blockquote|strong|em|a|figure|figcaption)(?: [^>]*)?>(?:\s|<br>)*</\1>"
)
BLOCK = re.compile(r"<(?:p|h2|h3|ul|ol|blockquote|figure)[ >]")
MAX_ROUNDS = 10  # of tidying what tidying has made; two are usual


def of_ours(tag, name, value):
    """Images come from our library alone: neither `data:` nor another host."""
    if (tag, name) == ("img", "src"):
        return value if OURS.fullmatch(value) else None
    if (tag, name) == ("ol", "start"):
        return value if value.isdecimal() else None
    return value


ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}}
LENIENT = nh3.Cleaner(
    tags=TAGS | RENAMED.keys() | {"table", "tbody", "thead", "tfoot", "tr"},
    attributes=ATTRIBUTES,
    attribute_filter=of_ours,
    url_schemes=SCHEMES,
    clean_content_tags=UNREADABLE,
    link_rel=None,
)
STRICT = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    attribute_filter=of_ours,
    url_schemes=SCHEMES,
    clean_content_tags=UNREADABLE,
    link_rel="noopener",
)


def clean_prose(html):
    """What of this we keep. Clean text comes back as it is, so that saving it changes nothing."""
    html = GOOGLE_WRAPPER.sub("", UNWRITABLE.sub("", html or ""))
    if depth(html) > MAX_DEPTH:
        html = ANY_TAG.sub(" ", html)  # nobody wrote this; its words are kept
    for _round in range(MAX_ROUNDS):
        kept = without_emptiness(STRICT.clean(tidied(LENIENT.clean(html))))
        if kept == html:
            break
        html = kept
    return html


def depth(html):
    """How many elements stand inside one another, at the most."""
    return max(accumulate(-1 if found[1] else 1 for found in NESTING.finditer(html)), default=0)


def tidied(html):
    """What Word, Google Docs and mail programs write, as our editor would."""
    html = TABLE.sub("", html)
    html = TAG.sub(lambda found: found[1] + RENAMED.get(found[2], found[2]), html)
    for pattern, tag in ((BULLETS, "ul"), (NUMBERS, "ol")):
        html = pattern.sub(lambda found, tag=tag: as_list(found[0], tag), html)
    html = SPACES.sub(as_typed, html)
    html = IMAGE_OF_NOBODY.sub("", html)
    html = LINK_TO_NOWHERE.sub(r"\1", html)
    return FIGURE.sub(lambda found: CAPTION.sub(r"<\1p>", found[1]), html)


def as_typed(found):
    """A run of spaces was made by a machine; a single no-break space may be meant."""
    return found[0] if found[0] == "&nbsp;" else " "


def as_list(paragraphs, tag):
    """Word's list, which it pastes as paragraphs that begin with a bullet or a number."""
    items = ITEM.sub("<li><p>", paragraphs).replace("</p>", "</p></li>")
    return f"<{tag}>{items.strip()}</{tag}>"


def without_emptiness(html):
    html = BETWEEN_BLOCKS.sub(r"\1", EDGE_SPACES.sub(r"\1", html))
    for _round in range(MAX_ROUNDS):
        html, removed = EMPTY.subn("", html)
        if not removed:
            break
    html = html.strip()
    return html if not html or BLOCK.search(html) else f"<p>{html}</p>"


class ProseField(ProseEditorField):
    """Text with headings, lists, links, quotes and figures; cleaned whenever a row is saved."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("config", {"extensions": EXTENSIONS})
        kwargs.setdefault("sanitize", clean_prose)
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance, add):
        """Cleans also what no form has seen: the importer's text, a script's, an older row's."""
        kept = with_pictures(self.sanitize(super().pre_save(model_instance, add) or ""))
        # Past modeltranslation, which would write the English text that stands in for a missing
        # translation into the desk's own language.
        vars(model_instance)[self.attname] = kept
        return kept
