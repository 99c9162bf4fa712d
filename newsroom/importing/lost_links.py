"""Holes where the words of a link were lost, links without words, and links that lead nowhere.

A hole is told by the words beside it: no sentence has an article before a comma, or a preposition
before a full stop. A rule that ordinary text may meet is not here. What stood in a hole, and where
a link led, is never guessed.
"""

import re
from dataclasses import dataclass

from newsroom.importing.reading.pieces import ABSOLUTE

AROUND = 4  # words shown on each side of a hole
WINDOW = 200  # characters on each side in which those words are looked for
MOST = 100  # of one paragraph, and the characters of it that are read: more is no prose
LONGEST = 20_000
NEAR = 3  # characters: an empty link this near to a hole is the one that left it

# What may follow a lost noun and cannot follow an article. A hyphen makes another word of it.
AFTER_NOUN = r"(?:of|and|or|but|was|were|is|are|has|had|have)(?![\w’'/-])"
BEFORE_NAME = r"(?:at|in|by|on|from|for|with|to)\s+(?=[A-Z0-9]|(?:the|a|an|its|their|our|this)\s)"
ENGLISH = [
    rf"\bthe\s+{AFTER_NOUN}",
    rf"\b[Tt]he\s+{BEFORE_NAME}",
    r"\b[Tt]he\s+(?:for|from|with|into|during|whose|which)\s+(?=[a-z])(?!(?:now|example)\b)",
    r"\bThe\s+(?:was|were|is|are|has|have|had)\s+(?=[a-z])",
    r"\b[Tt]he\s*(?=[,;.](?:\s|$))",
    r"\b(?:an?|its|their|our)\s+(?=[,;.](?:\s|$))",
    r"\ban?\s+(?:of(?![\w-])|(?:at|by|with)\s+(?=[A-Z]|the\s))",
    r"\bThe\s+(?:can|could|may|must|should|will|would)\s+be\b",
    r"\b(?:of|at|in|on|by|from|with|for|to|via|and|or|between|into|about|through|under|see|visit"
    r"|found|available|this|these|following|entitled|titled|called|named)\s+(?=[,;.](?:\s|$))",
    r"\b(?:website|web page|portal|platform|channel|link)\s+(?=[.;](?:\s|$))",
    r"\b(?:entitled|titled)\s+(?=(?:was|were|has|which|that|took|will)\s)",
    r"\b(?:of|by|with|from|between)\s+and\s+(?=(?:the|an?)\s)",
    r"\b(?:by|with|between)\s+and\s+(?=[A-Z])",
    # Published on and on the site; but found in and on the ice.
    r"\b(?:available|published|posted|downloaded|accessible|uploaded)\s(?:\w+\s)?(?:at|on|from|via)"
    r"\s+and\s+(?=(?:at|on|in|from|via|through)\s)",
    r"\b(?:available|published|posted|downloaded|accessible|found)\s(?:at|on|from|via|in)\s+and\s+"
    r"(?=(?:can|is|are|was|were|will|has|have|may)\s)",
    r"\b(?:at|via|visit|see)\s+and\s+(?=(?:on|from|via|through)\s(?:the|its|our|their)\s)",
    r"\bbetween\s+and\b",
    r"\b(?:of|from|to|at)\s+the\s*$",
]
LONG_RUSSIAN = "на|из|от|для|при|между|через|по|об|во|со|под|над|без|перед|около|после"
SHORT_RUSSIAN = "в|с|к|о|у"
RUSSIAN = [
    rf"(?<![\w-])(?:{LONG_RUSSIAN})\s*(?=[,;.)](?:\s|$))",
    rf"(?<![\w-])(?<![\w][,;)] )(?:{SHORT_RUSSIAN}|и)\s+(?=[,;.](?:\s|$))",
    rf"(?<![\w-])(?:{LONG_RUSSIAN})\s+(?:в|на|из|от|для|при|по|с|к)(?=\s+\w)(?![-/.])",
    r"(?<![\w-])между\s+и(?=\s)",
    # Размещено на и на сайте; but до и после, с и без are said.
    r"(?<![\w-])(?:на|из|от|для|через|по)\s+и\s+(?=(?:на|в)\s(?:\w+\s)?(?:сайт|портал|страниц"
    r"|платформ|канал|приложени))",
    r"(?:размещ|опублик|доступ|выложен|найти|скача|смотр|чита)\w*\s(?:\w+\s)?(?:на|в|по)\s+и\s",
    r"(?<![\w-])(?P<same>на|из|от|для|через|по)\s+и\s+(?=(?P=same)\s)",
    r"(?<![\w-])(?:совместно|вместе|сотрудничестве|партн[её]рстве)\s+со?\s+(?=и\s)",
    # Nothing but a link stands between such a word and a gap before the full stop.
    r"(?<![\w-])(?:сайте|портале|странице|платформе|приложении|ссылке|адресу|канале|разделе)\s+"
    r"(?=[.;](?:\s|$))",
    r"(?<![\w-])(?:[Пп]одробн\w+|[Чч]итайте|[Сс]мотрите|[Сс]сылка)(?:\s\w+)?\s*[:–—]\s*(?=[.;]|$)",
]
KAZAKH = [
    r"(?<![\w-])(?:және|мен|бен|пен|немесе)\s+(?=[,;.](?:\s|$))",
    r"(?<=\w)\s+-(?:да|де|та|те|дағы|дегі|тағы|тегі|ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|нда|нде)"
    r"(?!\w)",
    r"(?<![\w-])(?:және|пен|бен)\s+(?=(?:туралы|арқылы|үшін|бойынша)\s)",
    r"(?:^|(?<=[.!?]\s))(?=(?:туралы|арқылы|бойынша)\s)",
    r"(?<![\w-])(?:[Тт]олығырақ|[Сс]ілтеме)\w*\s*[:–—]\s*(?=[.;]|$)",
]
ANY = [
    r"\((?:\s*|see\s+|see:\s*|link\s*|available\s+(?:at|on)\s*|см\.?\s+|қараңыз\s+)\)",
    r"“\s*”|«\s*»",
    r"(?<=\w):\s*\.(?=\s|$)",
    r"(?<=\w),\s*(?=,(?:\s|$))|(?<=\w),\s+(?=\.(?:\s|$))",
]
COMPILED = {
    language: [re.compile(rule) for rule in (*rules, *ANY)]
    for language, rules in {"en": ENGLISH, "ru": RUSSIAN, "kk": [*KAZAKH, *RUSSIAN]}.items()
}


@dataclass(frozen=True)
class LostLink:
    """`text` is the words around it, from `start` to `end` of the paragraph (None: headline)."""

    text: str
    paragraph: int | None
    start: int
    end: int


def lost_links(story, language):
    """What an editor has to look up again, in the order of the text."""
    links = [link for link in story.headline_links if not is_own_page(link, story.headline)]
    found = list(lost_in(story.headline, links, None, language))
    for number, block in enumerate(story.paragraphs):
        found += lost_in(block.text, block.links, number, language)
    return found


def lost_in(text, links, paragraph, language):
    found = holes(text, language)
    places = [
        *found,
        *((link.start, link.end) for link in links if is_lost(link) and not fills(link, found)),
    ]
    for start, end in sorted(places)[:MOST]:
        start, end = widened(text, start, end)
        yield LostLink(text[start:end], paragraph, start, end)


def is_own_page(link, headline):
    """A whole headline that leads to its story's own page, as lists of news have them."""
    return link.text == headline and (link.href or "").strip("# ") != ""


def is_lost(link):
    return not link.text or not ABSOLUTE.match((link.href or "").strip())


def fills(link, holes):
    """Whether a link without words is what left a hole that was found already."""
    return not link.text and any(s - NEAR <= link.start <= e + NEAR for s, e in holes)


def holes(text, language):
    """(start, end) of the words that cannot stand beside one another; each place once."""
    places = []
    for rule in COMPILED[language]:
        for found in rule.finditer(text[:LONGEST]):
            if len(places) == MOST:
                return places
            if not any(start <= found.end() and found.start() <= end for start, end in places):
                places.append((found.start(), found.end()))
    return places


def widened(text, start, end):
    """The same place with the words around it; the link's own words where it has some."""
    left = max(0, start - WINDOW)
    before = [left + found.start() for found in re.finditer(r"\S+", text[left:start])]
    after = [end + found.end() for found in re.finditer(r"\S+", text[end : end + WINDOW])]
    first = before[-AROUND] if len(before) >= AROUND else left
    last = after[AROUND - 1] if len(after) >= AROUND else min(len(text), end + WINDOW)
    return first, last
