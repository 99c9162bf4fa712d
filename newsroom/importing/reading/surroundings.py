"""What a site puts round a text, told by markup: menus, footers, share links, cookie notices.

Whoever wrote the text may have put a part of it there too, a quotation or a box with figures: what
is plainly not there to lead elsewhere is kept, to be named.
"""

import re

TAGS = {"nav", "aside", "footer"}
ROLES = {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog"}
# The whole pages' own elements bear classes such as "has-sidebar": never judged by them.
NEVER = {"html", "body", "main", "article", "table", "tr", "td", "tbody", "li", "p"}
NEVER |= {f"h{level}" for level in range(1, 7)}
NAME = re.compile(
    r"(?:^|\s)(?:[a-z]{1,6}[-_]{1,2})?"
    r"(?:nav|navbar|navigation|menu|breadcrumbs?|cookies?(?:[-_](?:banner|notice|bar|consent))?"
    r"|share|sharing|social(?:[-_](?:links|share|media))?|sidebar|footer|related|comments?"
    r"|pagination|pager|skip[-_]link|advert(?:isement)?|ads|popup|modal|subscribe|language[-_]\w+"
    r"|tags|tags?[-_]links|field--name-field-tags|read[-_]more|site[-_]header|page[-_]header[-_]nav|toolbar|back[-_]to[-_]top)(?=\s|$)",
    re.IGNORECASE,
)


SENTENCE = re.compile(r".{40,}[.!?…][»”\"’')\]]*")  # the shortest that no menu has
FEWEST_WORDS = 3


def is_surrounding(tag, attributes, inside_text):
    """`inside_text`: whether an <article> or <main> is open, whose <header> is the text's own."""
    if attributes.get("role", "").lower() in ROLES or attributes.get("aria-hidden") == "true":
        return True
    if tag in TAGS:
        return True
    if tag in NEVER:
        return False
    if tag == "header" and not inside_text:
        return bool(NAME.search(attributes.get("class", "") + " " + attributes.get("id", "")))
    names = attributes.get("class", "") + " " + attributes.get("id", "")
    return bool(NAME.search(names))


class Beside:
    """The lines of the surroundings that an editor would miss; words of links are none of them."""

    def __init__(self):
        self.lines, self.words = [], []
        self.is_aside = self.is_ignored = False

    def begin(self, tag, attributes):
        self.is_aside = tag == "aside" or attributes.get("role", "").lower() == "complementary"
        self.is_ignored = False

    def ignore(self):
        self.is_ignored = True

    def add(self, words):
        if not self.is_ignored:
            self.words.append(words)

    def flush(self):
        line = " ".join("".join(self.words).split())
        self.words = []
        if SENTENCE.fullmatch(line) or (self.is_aside and len(line.split()) >= FEWEST_WORDS):
            self.lines.append(line)
