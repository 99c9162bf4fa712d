"""Lists of organisations: who stands beside whom in a text."""

import re

from newsroom.importing.recognition.organisations import OwnEntry

# One small adjective that is no part of the name: благотворительный фонд «Рост».
ADJECTIVE = r"[а-яё-]+(?:[иыо]й|[ая]я|[ое]е|[ое]го|[ое]му|[иы]м|[иы]х)"
# Small words for a body before its name.
BODY_EN = (
    r"(?:(?:public |civil society )?(?:company|firm|charity|association|foundation|NGO|studio"
    r"|organi[sz]ation|radio station)"
    r"|(?:government|embassy|secretariat|faculty|department|division|unit|branch|office) of"
    r"(?: the)?)"
)
# What may stand before a name: the, its, the country’s, our local.
DETERMINER = (
    r"(?:(?:the|its|their|our)\s){0,2}(?:[\w-]+[’']s?\s)?"
    r"(?:(?:national|local|regional|international|partner|sister|leading)\s)?"
)
# Behind a name and its acronym: (FAO) of the United Nations, (EEF) Thailand.
GOES_ON = r"(?:\s(?:of\s|in\s)?(?:the\s)?(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?)?"
# What may stand between two names of one list.
SEPARATOR = re.compile(
    r"[”\"»’]?(?:’s|'s)?(?:\s(?:movement|foundation|association|company|charity|studio))?"
    rf"(?:\s?\([^)]{{1,20}}\){GOES_ON})?(?:\sin\s(?-i:[A-Z])\w+|\sв\s(?-i:[А-ЯЁ])[\w-]+)?"
    r"(?:\sand\s(?:\w+\s){0,2}partners,?\s(?:including|such as)"
    r"|\sand\sits\s(?:\w+\s)?partners?(?:,|\s[–—-]|:)|,?\s(?:and|&|as well as)|[,;](?:\sand)?"
    r"|,?\sи|,?\sа также|,?\sпосредством|,?\sв лице"
    r"|[-\s]?(?:мен|пен|бен)?(?:,|\s(?:және|мен|пен|бен)))"
    rf"\s(?:with\s|of\s|from\s|to\s|by\s)?(?:со?\s|из\s|{DETERMINER})(?:(?:{ADJECTIVE}|{BODY_EN})\s)?[“\"«‘]?",
    re.I,
)
# By UNESCO with the University.
WITH = re.compile(
    r",?\s(?:together\s|jointly\s)?with\s(?:the\s|its\s)?|,?\s(?:совместно|вместе)\sсо?\s"
)
CLAUSE = re.compile(r",\s(?:and|while|as well as)\s")
HYPHEN = re.compile(r"(?:\s\([^)]{1,15}\))?[-/–—‐‑]")


def chains(mentions):
    """Lists of organisations as they follow one another in a text: [[mention…]…]."""
    found = []
    for mention in mentions:
        if found:
            last = found[-1][-1]
            gap = mention.text.text[last.end : mention.start]
            own = isinstance(last.entry, OwnEntry)
            if SEPARATOR.fullmatch(gap) or HYPHEN.fullmatch(gap) or (own and WITH.fullmatch(gap)):
                found[-1].append(mention)
                continue
        found.append([mention])
    return found


def begins_clause(mention, chain):
    """The second of two: it was paid by A, and B hosted it."""
    return (
        len(chain) == 2
        and mention is chain[1]
        and bool(CLAUSE.match(mention.text.text, chain[0].end))
    )
