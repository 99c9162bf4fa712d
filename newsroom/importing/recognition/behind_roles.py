"""Names without a word for an organisation, where only one can stand: financed by Chevron."""

import re

from newsroom.importing.recognition import rules
from newsroom.importing.recognition.foreign import FOREIGN, FOREIGN_COUNTRIES, NO_ORGANISATIONS
from newsroom.importing.recognition.mentions import Mention
from newsroom.importing.recognition.organisation_words import BODY_WORDS, HEADS, NO_NAME_BEGINS

BEHIND_ROLE = re.compile(
    r"\b(?i:(?:co-?)?(?:funded|financed|sponsored|donated|implemented) by|paid (?:for )?by"
    r"|(?:supported|carried out) by|grants? (?:(?:of|worth) [^.;()]{1,40} )?from"
    r"|(?:support|contribution|assistance|help) (?:of|from)|(?:funds?|funding|money|resources) from"
    r"|(?P<through>through)|channell?ed through"
    r"|(?:partnership|association|co-?operation|collaboration|jointly|partner(?:ed|s|ing)"
    r"|joined forces|teamed up) with|bought by"
    r"|(?P<may_be_person>together with|(?:invitation|initiative) of"
    r"|(?:instructed|trained|coached|mentored|given|provided|supplied|offered|covered|met) by"
    r"|(?:organi[sz]ed|announced|run|thought up|set up|launched|initiated|convened|hosted) by"
    r"|(?:held|organi[sz]ed|announced)(?: \w+)? (?:in|on|at|from|since|every) [^.;,()]{1,60} by"
    r"|in the (?:hall|rooms?|building|studios?|gallery|garden) of)"
    r"|who (?:leads|heads|directs|runs|works (?:for|at)))"
    r"\s(?:(?P<article>the)\s|its partners?\s)?(?=[A-Z])"
)
# A name that nothing else marks has to end where its phrase does.
NAME_ENDS = re.compile(
    r"[”\"’]?(?:$|[.,;:)]|\s\(|\s(?:in|for|to|as|with|on|at|from|through|within|under|during|since"
    r"|who|which|that|was|were|has|have|is|are)\b|\sand\s(?:the\b|[a-z]))"
)
GAP_OF_NAME = re.compile(
    r"(?:[ -]|\s(?:zu|von|van|de|di|du|of|for)\s)(?=[A-Z])"
    r"|\s(?:in|and|on)\s(?=[A-Z][\w-]+ \([A-Z]{2,}\))"  # what an acronym behind it closes
)
ACRONYM_BEHIND = re.compile(r"\s\([A-Z]{2,}\)")
GENERIC_WORDS = """
member members state states party parties partner partners nation nations goal goals sdg sdgs youth
programme project day week year associated international national regional rural local central
"""
GENERIC = set(GENERIC_WORDS.split())
STATES = {
    "russian",
    "federation",
    "republic",
    "kingdom",
    "sultanate",
    "principality",
    "state",
    "united",
    "states",
    "arab",
}
# Of a long name these say nothing against it: the International Reading Programme.
OF_LONG_NAMES = {"international", "national", "regional", "programme", "central", "youth", "local"}


# Funded by one body through another.
PAID_BY = re.compile(r"\b(?:funded|financed|provided|supported|donated) by [^.;,()]{1,60} $")


def behind_role(text, everything, of_projects):
    """Mentions of a text, beside `everything` that is known there already."""
    taken = {i for m in [*everything, *of_projects] for i in range(m.first, m.last + 1)}
    for found in BEHIND_ROLE.finditer(text.text):
        token = text.token_from(found.end())
        last = token and last_of_name(text, token.index, taken)
        if last is None or token.key in NO_NAME_BEGINS or token.text in NO_ORGANISATIONS:
            continue
        if last == token.index and (token.key in HEADS or len(token.text) == 1):
            continue  # by the Office
        if found["through"] and not PAID_BY.search(text.before(found.start())):
            continue
        words = text.tokens[token.index : last + 1]
        is_country = is_state(words)
        allowed = OF_LONG_NAMES if len(words) > 2 else ()
        explained = ACRONYM_BEHIND.match(text.text, words[-1].end)
        checked = words[:1] if explained else [w for w in words if w.key not in allowed]
        if len(words) > 2 and words[-1].key in FOREIGN_COUNTRIES:
            checked = [word for word in checked if word is not words[-1]]  # Reed Affairs Norway
        if not is_country and any(is_no_name(w) for w in checked):
            continue
        if found["may_be_person"] and not found["article"] and may_be_person(words):
            continue
        goes_on = len(words) > 1 and words[-1].key in BODY_WORDS  # Norway Reed Aid and …
        goes_on = goes_on or (is_country and not words[-1].is_possessive)
        if (
            goes_on
            or NAME_ENDS.match(text.text, words[-1].end)
            or is_before_known(text, last, taken)
        ):
            mention = Mention(text, token.index, last, rules.BEHIND_ROLE)
            mention.name = mention.printed
            mention.kind = "donor" if is_country else "unknown"
            yield mention


def is_state(words):
    """Norway, the Republic of Korea, the Kingdom of Norway."""
    capitals = {word.key for word in words if word.is_capital}
    return (
        bool(capitals & {*FOREIGN_COUNTRIES, "russian"}) and capitals <= FOREIGN_COUNTRIES | STATES
    )


def may_be_person(words):
    """Two plain words, of which none is a body's: Anna Low, but not Reed Media."""
    return (
        len(words) == 2
        and not any(word.key in BODY_WORDS or is_made_up(word) for word in words)
        and words[0].end < words[1].start
    )


def is_made_up(token):
    """An acronym, or capitals inside a word: no ordinary word, and no person's name."""
    return token.is_upper or bool(re.search(r"[a-zа-я][A-ZА-Я]", token.text))


def is_before_known(text, last, taken):
    """The first of two, of whom the second is known: the Reed Forum and UNESCO."""
    joiner, known = text.tokens[last + 1 : last + 2], last + 2
    return bool(joiner) and joiner[0].key == "and" and (known in taken or known + 1 in taken)


def is_no_name(word):
    singular = word.key.removesuffix("s")
    return word.key in FOREIGN | GENERIC or (singular != word.key and singular in HEADS)


def last_of_name(text, index, taken):
    """The end of the capitals of a name; None where a name known otherwise is among them."""
    tokens, last = text.tokens, None
    while index < len(tokens) and tokens[index].is_capital:
        if index in taken:
            return None
        last = index
        gap = GAP_OF_NAME.match(text.text, tokens[last].end)
        following = text.token_from(gap.end()) if gap and not tokens[last].is_possessive else None
        if following is None:
            break
        index = following.index
    return last
