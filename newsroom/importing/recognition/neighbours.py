"""Names that are known for organisations by the lists they stand in."""

import re
from functools import cache
from operator import attrgetter, itemgetter

from newsroom.importing.recognition import rules
from newsroom.importing.recognition.acronyms_english import is_upper_with_town, with_town
from newsroom.importing.recognition.behind_roles import is_made_up
from newsroom.importing.recognition.chains import SEPARATOR
from newsroom.importing.recognition.foreign import FOREIGN, NO_ORGANISATIONS
from newsroom.importing.recognition.mentions import Mention
from newsroom.importing.recognition.names_in_lists_english import names_of_words
from newsroom.importing.recognition.organisation_words import (
    HEADS,
    NO_NAME_BEGINS,
    OFFICE_HOLDERS,
)
from newsroom.importing.recognition.organisations import OwnEntry
from newsroom.importing.recognition.roles import AFTER, BEFORE
from programmes.models import Role

# Alone they name nobody: the Head, the Deputy, an Association whose name was not understood.
NO_BODY = {*HEADS, *OFFICE_HOLDERS, *NO_NAME_BEGINS, "deputy", "chairman", "chairperson", "acting"}
MOST = 100  # organisations of one paragraph: what has more of them is no story
# Between UNESCO, Reed and the Institute.
LIST_GOES_ON = re.compile(r",|,?\sand\sthe\s")
STRONG = {Role.TECHNICAL, Role.FUNDER, Role.HOST, "jointly", "implementer", "support", "came"}
FIRST = attrgetter("first")


def with_neighbours(text, members, everything, of_projects, acronyms_of_projects):
    """The members and the names that stand in one list with them, NIGMI or SensAlpin."""
    members = list(members)
    taken = {i for m in [*everything, *members, *of_projects] for i in range(m.first, m.last + 1)}
    singles = [
        named(text, t.index)
        for t in text.tokens
        if may_be_name(text, t, taken) and t.text not in acronyms_of_projects
    ]
    longer = [named(text, *span) for span in names_of_words(text, taken)]
    longer += [named(text, *span) for span in with_town(text, taken)]
    candidates = sorted([*singles, *longer], key=FIRST)[:MOST]
    if not candidates:
        return sorted(members, key=FIRST)
    is_strong = cache(lambda start: is_behind_role(text, start))
    for forth in (True, False, True):  # a list grows to the right, to the left, and on from there
        members.sort(key=FIRST, reverse=not forth)
        members = list(grown(text, members, candidates, forth, is_strong))
    return sorted(members, key=FIRST)


def named(text, first, last=None):
    mention = Mention(text, first, last or first, rules.IN_LIST_OF_ORGANISATIONS)
    mention.name = mention.printed
    return mention


def grown(text, members, candidates, forth, is_strong):
    """The members in order, and every candidate that stands beside the one before it."""
    rows = [(m.first, m, False) for m in members] + [(m.first, m, True) for m in candidates]
    last, strong = None, False
    for _index, row, is_candidate in sorted(rows, key=itemgetter(0), reverse=not forth):
        if not is_candidate:
            strong = forth and (is_strong(row.start) or (strong and are_listed(text, last, row)))
            last = row
            yield row
        elif (last and in_list(text, row, last, strong, is_strong)) or (
            forth and after_strong_word(text, row)
        ):
            candidates.remove(row)
            last = row
            yield last


def may_be_name(text, token, taken):
    if token.index in taken or not token.is_capital or token.is_number:
        return False
    if token.opens_sentence and not (token.is_upper and text.language == "en"):
        return False
    if token.text.upper() in NO_ORGANISATIONS or token.key in FOREIGN | NO_BODY:
        return False
    if len(token.text) < 3:
        return False
    tokens = text.tokens
    after = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
    before = tokens[token.index - 1] if token.index else None
    if after and after.is_capital and text.between(token, after) in {" ", "-", "–", ". "}:
        return False
    if before and before.is_capital and text.between(before, token) in {" ", "-", "–", ". "}:
        return False
    if re.match(r" (?:di|de|du|von|van|zu) [A-Z]", text.text[token.end : token.end + 6]):
        return False  # Politecnico di Milano
    if text.text[token.end : token.end + 1] == "-" or text.text[token.start - 1 : token.start] in {
        *"-(“«\"'"
    }:
        return False
    if is_made_up(token) or is_foreign(text, token):
        return True
    # A plain word only where the list goes on or ends: not the first of Social and Human Sciences.
    goes_on = re.match(r"(?:,|[.;]|\sand\sthe\s|\s(?!and\b)[a-z])", text.text[token.end :])
    return text.language == "en" and bool(goes_on)


def is_foreign(text, token):
    """Latin letters among Cyrillic ones spell a name."""
    return text.language != "en" and token.is_latin


def is_behind_role(text, start):
    before = text.before(start)
    return any(role in STRONG and words.search(before) for role, words in BEFORE)


def are_listed(text, left, right):
    return bool(left and SEPARATOR.fullmatch(text.text[left.end : right.start]))


def in_list(text, candidate, member, strong, is_strong):
    """Beside an organisation, after a comma or an and; a plain word where a role is said too."""
    if not are_listed(text, *sorted([member, candidate], key=FIRST)):
        return False
    tokens = candidate.tokens
    if is_upper_with_town(tokens):
        return True
    if len(tokens) == 1 and (is_made_up(tokens[0]) or is_foreign(text, tokens[0])):
        return True
    if isinstance(member.entry, OwnEntry) and not (
        strong and LIST_GOES_ON.match(text.text, candidate.end)
    ):
        return False
    if strong or member.rule == rules.IN_LIST_OF_ORGANISATIONS:
        return True
    if is_strong(min(member, candidate, key=FIRST).start):
        return True
    did = text.language == "en" and len(tokens) == 1 and candidate.first > member.first
    return did and any(words.match(text.after(candidate.end)) for _role, words in AFTER)


def after_strong_word(text, mention):
    if len(mention.tokens) > 1 or not is_made_up(mention.tokens[0]):
        return False
    start = text.sentence_of(mention.start)[0]
    before = text.text[start : mention.start]
    return any(role in STRONG for role, words in BEFORE if words.search(before))
