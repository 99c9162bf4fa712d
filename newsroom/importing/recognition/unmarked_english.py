"""English names of organisations that carry no word for one themselves.

Told by a small word beside them (the company Tenge; Tenge, a company of Osh), by what only a body
does (covered all costs), or by a word for a role (financed by Chevron: `behind_roles`).
"""

import re

from newsroom.importing.recognition import rules
from newsroom.importing.recognition.acronyms_english import acronyms_at_work
from newsroom.importing.recognition.behind_roles import (
    behind_role,
    is_no_name,
    last_of_name,
)
from newsroom.importing.recognition.foreign import FOREIGN, FOREIGN_COUNTRIES, NO_ORGANISATIONS
from newsroom.importing.recognition.mentions import Mention, quoted, quoted_after, tokens_within
from newsroom.importing.recognition.names import is_place
from newsroom.importing.recognition.organisation_words import BODY_WORDS, HEADS, NO_NAME_BEGINS
from newsroom.importing.recognition.roles_english import AFTER, ONLY_BODIES, ROOMS

LONGEST = 10  # words of one name
KINDS = {
    **dict.fromkeys(["NGO", "NGOs", "charity", "foundation", "association"], "civil-society"),
    **dict.fromkeys(["network", "movement", "collective", "think tank"], "civil-society"),
    **dict.fromkeys(["non-governmental organisation", "organisation"], "civil-society"),
    **dict.fromkeys(["non-governmental organization", "organization"], "civil-society"),
    **dict.fromkeys(["company", "firm", "start-up", "startup", "publisher"], "private"),
    **dict.fromkeys(["publishing house", "studio", "cooperative", "broadcaster"], "private"),
    **dict.fromkeys(["TV channel", "radio station", "TV station", "television channel"], "unknown"),
}
KIND = "|".join(sorted(KINDS, key=len, reverse=True))
# The company Tenge; of what is in quotation marks any small word for a body says enough.
KIND_BEFORE = re.compile(
    rf"\b(?:the|an?|by|with|of|from|and|its|their|our)\s(?:[a-z][\w-]*\s){{0,2}}(?P<kind>{KIND})"
    r"\s(?=[A-Z])"
)
SMALL_HEAD = re.compile(rf"\b(?P<kind>{'|'.join(sorted(HEADS))}|{KIND})\s(?=[“\"«„‘])")
# The “Kokil” volunteer club.
KIND_BEHIND_QUOTE = re.compile(
    rf"\s(?:(?!and\b|or\b)[a-z-]+\s){{0,2}}({'|'.join(sorted(HEADS))}|{KIND})\b"
)
KIND_AFTER = re.compile(
    rf",\s(?:an?|the)\s(?:[\w-]+\s){{0,3}}(?P<kind>{KIND})"
    r"(?=[,.;:)]|\s(?:in|of|from|for|with|that|which|who|based|working|run|led|and|set)\b)"
)
# The Youth of Osh movement.
BEFORE_KIND = re.compile(
    r"\b(?:[Tt]he)\s(?P<name>[A-Z][\w’'-]+(?:\s(?:of\s|for\s)?[A-Z][\w’'-]+){0,5})"
    r"\s(?P<kind>foundation|movement|association|network|company|start-up|studio|cooperative"
    r"|charity|publishing house|radio station|TV channel)\b"
)
# What lent or paid something is no person, if the text says which.
WHICH = re.compile(
    r",\swhich\s(?:also\s|has\s|have\s|had\s)?(?:lent|donated|paid|financed|funded|sponsored"
    r"|provided|offered|hosted|supported|supplied|contributed|organi[sz]ed|trained|runs)\b"
)
STAFF_OF_QUOTED = re.compile(
    r"\b(?i:volunteers?|members|activists|staff|employees|experts?|specialists?|trainers?|lawyers"
    r"|instructors?|representatives?|engineers|coach(?:es)?|mentors?)\s(?:of|from|at|with)\s(?=[“\"«„])"
)
TOWN_HALLS = r"(?:[Aa]kimat|[Hh]okimiyat|[Kk]hokimiyat|[Hh]ukumat)"
TOWN_HALL_OF = re.compile(
    rf"\b(?:{TOWN_HALLS}|(?:mayor|governor)[’']s office|(?:city|town) hall"
    r"|(?:city|district|regional|local|village) administration)"
    r"\sof\s(?:the\s)?(?:(?:city|town|village|district|region)\sof\s)?(?=[A-Z])"
)
REGION_AFTER = re.compile(r"\s(?:region|oblast|province|district|city|village)\b")
OF_TOWN_HALL = re.compile(
    rf"\b(?P<name>[A-Z][\w’'-]+)\s(?:(?:city|town|district|regional?|oblast|village)\s)?{TOWN_HALLS}\b"
)
SMALL_STATE = re.compile(
    r"\b(?:by|from|with|and|support of|through|thank(?:s|ed)|gratitude to|between)"
    r"\s(?:the\s)(?P<kind>government|embassy) of"
    r"\s(?:the\s)?(?=[A-Z])"
)
# Funded by the German government.
OF_A_NATION = re.compile(
    r"\b(?:by|from|with|and|support of|through)\sthe\s"
    r"(?P<name>(?:UK|US|[A-Z][a-z]+(?:ish|ese|[nc]h?|i|ss))\s(?:government|embassy))\b"
)
# The Mountain Programme lent its hall: with an article it is nobody's name.
SUBJECT = re.compile(r"\b[Tt]he\s(?=[A-Z])")
LENT = re.compile(
    r"\s(?:hosted|co-hosted|donated|sponsored|co-?financed|financed|co-?funded|funded"
    rf"|(?:offered|lent|provided|opened)\s(?:its|their|a|the)\s(?:\w+\s){{0,2}}{ROOMS}\b)"
    r"(?!\s(?:by|with|from)\b)"
)
PAID = re.compile(ONLY_BODIES)
DID = [(role, re.compile(words, re.I)) for role, words in AFTER]
NAME_THEN_VERB = re.compile(r"[+”\"]?")
NO_BODIES_WORDS = """
project convention declaration agreement festival forum conference congress summit prize award
olympiad games contest competition cup championship exhibition fair expo week day year decade
register list map atlas plan strategy concept code law act report journal book readiness assessment
sea ocean mountains valley islands east west north south coast basin delta peninsula
"""
NO_BODIES = set(NO_BODIES_WORDS.split())
NO_SUBJECTS_WORDS = """
it he she they we you this that these those who everybody everyone somebody someone nobody each all
both half most another one none others money tuition parents
"""
HOLDERS = {"coordinator", "manager", "ceo", "chair", "chairman", "founder", "leader", "owner"}
NO_SUBJECTS = set(NO_SUBJECTS_WORDS.split())


def unmarked(text, everything, of_projects):
    """Mentions of an English text, beside `everything` that is known there already."""
    found = list(behind_role(text, everything, of_projects))
    known = [*(m for m in everything if not is_place(m)), *of_projects]
    named = {i for m in known for i in range(m.first, m.last + 1)}
    places = {i for m in everything if is_place(m) for i in range(m.first, m.last + 1)}
    taken = named | places
    for mention in [
        *in_quotes(text),
        *behind_kind(text, taken),
        *before_kind(text, taken),
        *between_the_and_kind(text, taken),
        *before_which(text, taken),
        *town_halls(text, named, places),
        *states(text, named),
        *subjects(text, taken),
        *bodies_at_work(text, taken),
        *acronyms_at_work(text, taken),
    ]:
        words = range(mention.first, mention.last + 1)
        if not named.intersection(words) and not any(other.covers(mention) for other in found):
            found.append(mention)
            named.update(words)
    return found


def of_words(text, first, last, rule, kind="unknown", name=""):
    mention = Mention(text, first, last, rule, kind=kind)
    mention.name = name or mention.printed
    return mention


def in_quotes(text):
    """The public foundation “Reed”; volunteers of “Reed”."""
    for start, end in quoted(text.text):
        kind, inside = KIND_BEHIND_QUOTE.match(text.text, end), tokens_within(text, start, end)
        if not kind or not inside or inside[1] - inside[0] > LONGEST:
            continue
        if text.tokens[inside[0]].is_capital:
            yield of_quotation(text, inside, (start, end), kind[1])
    for expression in (SMALL_HEAD, STAFF_OF_QUOTED):
        for found in expression.finditer(text.text):
            span = quoted_after(text.text, found.end())
            inside = tokens_within(text, *span) if span else None
            if not inside or inside[1] - inside[0] > LONGEST:
                continue
            if not text.tokens[inside[0]].is_capital:
                continue
            yield of_quotation(text, inside, span, found.groupdict().get("kind"))


def of_quotation(text, inside, span, kind):
    kind = KINDS.get(kind or "") or HEADS.get(kind, "unknown")
    name = text.text[span[0] + 1 : span[1] - 1].rstrip(",.")
    mention = of_words(text, *inside, rules.QUOTED_NAME, kind, name)
    mention.start_at, mention.end_at = span
    return mention


def behind_kind(text, taken):
    for found in KIND_BEFORE.finditer(text.text):
        first = text.token_from(found.end()).index
        last = last_of_name(text, first, taken)
        if last is not None and may_begin(text.tokens[first]) and last - first < LONGEST:
            yield of_words(text, first, last, rules.NAME_WITH_HEAD, KINDS[found["kind"]])


def before_kind(text, taken):
    for found in KIND_AFTER.finditer(text.text):
        inside = tokens_within(text, 0, found.start())
        if not inside or text.tokens[inside[1]].end != found.start():
            continue
        last = first = inside[1]
        while (
            first > 0
            and last - first < LONGEST
            and text.tokens[first - 1].is_capital
            and text.between(text.tokens[first - 1], text.tokens[first]) in {" ", "-"}
        ):
            first -= 1
        if text.tokens[first].key in NO_NAME_BEGINS:
            first += 1
        words = text.tokens[first : last + 1]
        if not words or not words[-1].is_capital or taken.intersection(range(first, last + 1)):
            continue
        if may_begin(words[0]):
            yield of_words(text, first, last, rules.NAME_WITH_HEAD, KINDS[found["kind"]])


def before_which(text, taken):
    """Tenge, which lent two carts."""
    for found in WHICH.finditer(text.text):
        name = before_verb(text, found.start(), taken)
        if name and text.tokens[name[1]].key not in NO_BODIES:
            yield of_words(text, *name, rules.BEFORE_ROLE)


def between_the_and_kind(text, taken):
    for found in BEFORE_KIND.finditer(text.text):
        first, last = tokens_within(text, *found.span("name"))
        words = text.tokens[first : last + 1]
        if may_begin(words[0]) and words[-1].key not in NO_BODIES:
            yield of_words(text, first, last, rules.NAME_WITH_HEAD, KINDS[found["kind"]])


def may_begin(token):
    return (
        token.is_capital
        and token.key not in FOREIGN
        and token.key not in NO_NAME_BEGINS | HOLDERS
        and token.text not in NO_ORGANISATIONS
    )


def town_halls(text, named, places):
    """The akimat of Osh region; the Osh akimat."""
    for found in TOWN_HALL_OF.finditer(text.text):
        inside = tokens_within(text, found.start(), found.end())
        last = last_of_name(text, inside[1] + 1, named)
        if last is None:
            continue
        if region := REGION_AFTER.match(text.text, text.tokens[last].end):
            last = tokens_within(text, found.start(), region.end())[1]
        yield of_words(text, inside[0], last, rules.NAME_WITH_HEAD, "local-government")
    for found in OF_TOWN_HALL.finditer(text.text):
        first, last = tokens_within(text, *found.span())
        if first in places:
            yield of_words(text, first, last, rules.NAME_WITH_HEAD, "local-government")


def states(text, named):
    """Financed by the government of Norway."""
    for found in SMALL_STATE.finditer(text.text):
        country = text.token_from(found.end())
        first = text.token_from(found.start("kind")).index
        last = last_of_name(text, country.index, named)
        if last is None or country.key not in FOREIGN_COUNTRIES:
            continue
        name = f"{found['kind'].capitalize()} of {text.text[found.end() : text.tokens[last].end]}"
        yield of_words(text, first, last, rules.NAME_WITH_HEAD, "donor", name)
    for found in OF_A_NATION.finditer(text.text):
        yield of_words(
            text, *tokens_within(text, *found.span("name")), rules.NAME_WITH_HEAD, "donor"
        )


def subjects(text, taken):
    """Who lends a hall is a body, if it is no person; who bears the costs, in any case."""
    for found in SUBJECT.finditer(text.text):
        first = text.token_from(found.end()).index
        last = last_of_name(text, first, taken)
        if last is None or last == first or text.tokens[last].key in NO_BODIES:
            continue
        if not may_begin(text.tokens[first]) or text.tokens[last].key in FOREIGN:
            continue
        end = text.tokens[last].end
        if LENT.match(text.text, end) or PAID.match(text.text, end):
            yield of_words(text, first, last, rules.BEFORE_ROLE)
    for found in PAID.finditer(text.text):
        if name := before_verb(text, found.start(), taken):
            mention = of_words(text, *name, rules.BEFORE_ROLE)
            if text.text[mention.end] == "+":
                mention.end_at = mention.end + 1
                mention.name = mention.printed
            yield mention


def bodies_at_work(text, taken):
    """Reed Studio printed it: a word that no person is called by, and what a body does."""
    for token in text.tokens:
        following = text.tokens[token.index + 1 : token.index + 2]
        if not token.is_capital or token.key not in BODY_WORDS or token.index in taken:
            continue
        if following and following[0].is_capital:
            continue
        did = text.text[token.end : token.end + 100]
        if not any(words.match(did) for _role, words in DID):
            continue
        if (name := before_verb(text, token.end, taken)) and name[0] < name[1]:
            yield of_words(text, *name, rules.BEFORE_ROLE)


def before_verb(text, start, taken):
    """(first, last) of the capitals that end where a verb begins, if they can name a body."""
    inside = tokens_within(text, max(0, start - 100), start)
    if not inside:
        return None
    last = first = inside[1]
    if not NAME_THEN_VERB.fullmatch(text.text[text.tokens[last].end : start]):
        return None
    while (
        first > inside[0]
        and text.tokens[first - 1].is_capital
        and text.between(text.tokens[first - 1], text.tokens[first]) in {" ", "-"}
    ):
        first -= 1
    words = text.tokens[first : last + 1]
    if taken.intersection(range(first, last + 1)) or not all(w.is_capital for w in words):
        return None
    if any(w.key in NO_SUBJECTS or is_no_name(w) or w.text.lower() in text.small_words
           for w in words) or not may_begin(words[0]):  # fmt: skip
        return None
    is_plural = words[0].key.endswith("s") and text.text[words[0].end] != "+"
    return None if is_plural and len(words) == 1 else (first, last)
