"""Roles that a word says for a whole list, also behind members of it that are no names.

Officials from the government, two town halls and the Ministry of Health came: the ministry too.
"""

import re

from newsroom.importing.recognition.chains import DETERMINER
from newsroom.importing.recognition.people_english import PEOPLE_OF_BODIES
from programmes.models import Role

OPENERS = [
    (Role.TECHNICAL, rf"(?:{PEOPLE_OF_BODIES})s?(?: \w+)? (?:of|from)|attended by"
                     r"|(?:the )?participation of|speeches (?:by|from)"
                     r"|(?:remarks|speech(?:es)?|address(?:es)?|presentations?|lectures?)"
                     r" (?:were |was )?(?:delivered|given|made|held) by"
                     r"|(?:opened|chaired|moderated|facilitated) by"),
    ("came", r"(?:brought|bringing|brings) together|conven(?:ed|es|ing)|gather(?:ed|s|ing)"
             r"|(?:participants|partners|organi[sz]ers|organi[sz]ations|members|among them)"
             r"(?: (?:at|in|of) [^.;,()]{1,40})? (?:includ(?:e|ed|ing)|were|are|came from)"),
    ("jointly", r"(?:co-)?organi[sz]ed by|in (?:\w+ )?(?:partnership|co-?operation"
                r"|collaboration|coordination) with|(?:jointly|together) with|convened by"
                r"|(?:partnerships?|cooperation|collaboration|agreement|work) "
                r"(?:between|among|of)|(?:gratitude|thanks|grateful|thankful|appreciation) to"),
    ("implementer", r"(?:partnerships|efforts|work|programme|project) led by"),
    ("support", r"supported by|(?:support|assistance) (?:of|from)"),
    (Role.FUNDER, r"(?:funded|financed) by"),
]  # fmt: skip
OPENER = re.compile(
    "|".join(rf"(?P<r{n}>\b(?:{words})\s)" for n, (_role, words) in enumerate(OPENERS)), re.I
)
SPLIT = re.compile(r"[,;]\s(?:(?:and|as well as)\s)?|\s(?:and|as well as)\s")
LAST = re.compile(
    rf"(?:(?:of|from|by|with|to)\s)?{DETERMINER}(?:(?:assistant|deputy|acting|first|senior)\s)*",
    re.I,
)
# What makes a clause of its own of what stands between two commas.
CLAUSE_WORDS = """
was were is are has have had will would can could may must who which that this where when while
whose since because although held took gave met made came went said led spoke brought ran built
taught wrote as by with about than during
"""
CLAUSE = set(CLAUSE_WORDS.split())
LINKS = {"for", "to", "on", "at", "under"}  # of a name: the Bureau for Education
MOST_WORDS, MOST_ITEMS = 12, 12


def listed(mention):
    """What the last opener before a name says for it, if a list leads from there to the name."""
    if mention.text.language != "en":
        return None
    before, opener = mention.before, None
    for found in OPENER.finditer(before):
        opener = found
    if not opener:
        return None
    *items, last = SPLIT.split(before[opener.end() :], maxsplit=MOST_ITEMS)
    if not items or not LAST.fullmatch(last) or not all(is_item(item) for item in items):
        return None
    role = OPENERS[int(opener.lastgroup[1:])][0]
    with_us = any("UNESCO" in item for item in items)
    return Role.JOINT_IMPLEMENTER if role == "implementer" and with_us else role


def is_item(item):
    words = item.split()
    if not 0 < len(words) <= MOST_WORDS:
        return False
    return not any(is_of_clause(*pair) for pair in zip(words, [*words[1:], ""], strict=True))


def is_of_clause(word, following):
    """A verb, or a small word behind which no name goes on; “the bodies mentioned” is no clause."""
    if word in LINKS:
        return not following[:1].isupper()
    return word in CLAUSE or (word.endswith("ed") and word.islower() and following != "")
