"""English names of organisations that no register knows: capitals around a word for one."""

import re
from itertools import pairwise

from newsroom.importing.recognition import rules
from newsroom.importing.recognition.behind_roles import is_made_up
from newsroom.importing.recognition.foreign import FOREIGN, NO_ORGANISATIONS
from newsroom.importing.recognition.mentions import Mention, quoted_after, tokens_within
from newsroom.importing.recognition.name_bounds_english import capitals, leftmost, rightmost
from newsroom.importing.recognition.organisation_words import (
    FORMS,
    HEADS,
    MAY_BE_QUOTED,
    ONLY_WITH_SUBJECT,
    QUALIFIERS,
)
from newsroom.importing.recognition.organisations import OwnEntry

# Names that end so are no organisations: events, or bodies of the office's own organisation.
NOT_ONES = re.compile(
    r"(?:summer|winter|spring|autumn|field) school|(?:associated|rural|secondary|high) schools?$"
    r"|^world heritage (?:centre|center|committee|fund)"
    r"|general (?:conference|assembly)|executive board"
    r"|regional bureau for (?:education|science)|^local government$"
    r"|intergovernmental committee"
    r"|^(?:field|regional|national|cluster|country) office(?: (?:for|in) .+)?$"
    r"|^(?:\w+ )*office of the organi[sz]ation$|^russian federation$|^archives of"
    r"|^historic(?:al)? cent(?:re|er)\b"
    r"|^(?:resource|training|steering|organi[sz]ing|world heritage) (?:centre|center|committee)$",
    re.I,
)
# A school of a few days is an event, also where it has a title.
EVENT_SCHOOL = re.compile(r"(?:summer|winter|spring|autumn|field|regional) school\b", re.I)
JOINT = re.compile(r"(?: of|,? and|,)(?: the)? (?=[A-Z])")  # Governments of Norway and Finland
# The Ministries of Education, Health and (of) Finance; “of Education and Science” is two words too.
SUBJECT = r"[A-Z][a-z]+(?: [A-Z][a-z]+)?"
MINISTRIES = re.compile(
    rf" of {SUBJECT}(?:(?:, and |, | and )(?:of )?{SUBJECT}){{1,8}}(?! of (?:the )?[A-Z]\w+ and )"
)
MINISTRY = re.compile(rf"(?:of |, |and )(?:and )?(?:of )?(?P<of>{SUBJECT})")
FUNDS_IN_TRUST = re.compile(
    r"\b(?:[A-Z][\w’-]+\s){1,3}(?:Multi-?Donor\s)?Funds?[-\s]in[-\s]Trust\b"
)
SURVEYS = re.compile(r"(?:Geo|Hydro|Meteoro)\w+ Survey|Ordnance Survey")
BOARD = re.compile(r"^[A-Z]\w+(?: [A-Z]\w+)+ Board$")
BOARD_OF_WORK = re.compile(r"Steering|Advisory|Supervisory|Project|Executive|Editorial|Governing")
IN_TRUST = re.compile(r"Funds?[-\s]in[-\s]$")
LONE = re.compile(r"^(?:White|Opera|Full|Upper|Lower) House|^(?:Supreme )?Board$")
PEOPLE = re.compile(r"(?:ese|[ei]an|ish|french|german|dutch|swiss)$")  # with a government
QUOTE_BEFORE = re.compile(r"[“\"«][A-Z][^“”\"«»]{2,60}[”\"»]\s$")
BRACKETED = re.compile(r"\s?\(([A-ZА-ЯӘҒҚҢӨҰҮҺІ][\w\-]{1,14})\)")


def found_in(text, matches):
    """Mentions by their shape. `matches` are the names known already, by first token."""
    if is_in_title_case(text):
        return
    yield from in_trust(text)
    taken = {}
    for match in matches:
        for index in range(match.first, match.last + 1):
            taken[index] = match
    for token in text.tokens:
        if token.text in FORMS:
            yield from quoted_name(text, token)
        elif token.text == "Governments":
            yield from governments(text, token)
        elif token.text == "Ministries":
            yield from ministries(text, token)
        elif (
            token.key in HEADS
            and not (token.key == "trust" and IN_TRUST.search(text.before(token.start)))
            and token.is_latin
            and (token.is_capital or is_small_head(text, token))
        ):
            mention = around_head(text, token.index, taken)
            if mention:
                yield mention


def is_small_head(text, token):
    """Osh State university, the Japanese government: capitals up to a small word for a body.

    And the ministry of Songs.
    """
    if token.key == "ministry":
        return bool(re.match(r" (?:of|for) [A-Z]", text.text[token.end : token.end + 8]))
    left = text.tokens[token.index - 1] if token.index else None
    return (
        bool(left)
        and left.is_capital
        and (left.key in QUALIFIERS or (token.key == "government" and PEOPLE.search(left.key)))
        and text.between(left, token) == " "
    )


def in_trust(text):
    """What countries give through the organisation: Malaysia Funds-in-Trust."""
    for found in FUNDS_IN_TRUST.finditer(text.text):
        if inside := tokens_within(text, *found.span()):
            yield Mention(text, *inside, rules.NAME_WITH_HEAD, name=found[0], kind="donor")


def is_in_title_case(text):
    """A headline Written Like This, whose capitals say nothing."""
    if text.paragraph is None and len(text.tokens) > 2 and text.text.isupper():
        return True
    words = [t for t in text.tokens if len(t.text) > 3 and not t.is_number]
    return text.paragraph is None and len(words) > 3 and (
        sum(t.is_capital for t in words) > 0.7 * len(words)
    )  # fmt: skip


def governments(text, token):
    """One for each country: the Governments of Norway, Finland and the Netherlands."""
    first, position = token.index, token.end
    while joint := JOINT.match(text.text, position):
        country = text.token_from(joint.end())
        end = capitals(text, country.index, {}) if country else None
        if end is None:
            return
        position = text.tokens[end].end
        name = f"Government of {text.text[country.start : position]}"
        first = country.index if first is None else first
        yield Mention(text, first, end, rules.NAME_WITH_HEAD, name=name, kind="donor")
        first = None


def ministries(text, token):
    """One for each subject: the Ministries of Education and of Health."""
    found = MINISTRIES.match(text.text, token.end)
    if not found:
        return
    first = token.index
    for subject in MINISTRY.finditer(found[0]):
        inside = tokens_within(text, token.end + subject.start("of"), token.end + subject.end("of"))
        name = f"Ministry of {subject['of']}"
        kind = "national-government"
        first = inside[0] if first is None else first
        yield Mention(text, first, inside[1], rules.NAME_WITH_HEAD, name=name, kind=kind)
        first = None


def quoted_name(text, token):
    span = quoted_after(text.text, token.end)
    if not span:
        return
    inside = tokens_within(text, *span)
    if inside and inside[1] - inside[0] < 15:
        kind = "state-enterprise" if token.text in {"SE", "RSE"} else "unknown"
        yield with_end(Mention(text, token.index, inside[1], rules.QUOTED_NAME, kind=kind), span[1])


def with_end(mention, end):
    """A comma that typists set inside the quotation marks is no part of the name."""
    mention.end_at = end
    mention.name = re.sub(r"[,.]([”\"’»])$", r"\1", mention.printed)
    return mention


def around_head(text, head, taken):
    tokens = text.tokens
    first = leftmost(text, head, taken)
    if quote := QUOTE_BEFORE.search(text.before(tokens[first].start)):
        return behind_quote(text, first, head, quote)
    span = quoted_after(text.text, tokens[head].end)
    if span and (inside := tokens_within(text, *span)):
        if EVENT_SCHOOL.search(text.text[tokens[first].start : tokens[head].end]):
            return None
        return with_end(
            Mention(text, first, inside[1], rules.QUOTED_NAME, kind=HEADS[tokens[head].key]),
            span[1],
        )
    last = rightmost(text, head, taken)
    if tokens[head].key == "secretariat" and any(
        t.key in HEADS and t.is_capital for t in tokens[head + 1 : last + 1]
    ):
        return None  # the Secretariat of the National Commission
    span = quoted_after(text.text, tokens[last].end) if tokens[head].key in MAY_BE_QUOTED else None
    inside = tokens_within(text, *span) if span else None
    if inside and inside[1] - inside[0] < 6 and text.text[tokens[last].end] == " ":
        mention = Mention(text, first, inside[1], rules.QUOTED_NAME, kind=HEADS[tokens[head].key])
        return with_end(mention, span[1])
    last = with_acronym(text, last, taken)
    mention = Mention(text, first, last, rules.NAME_WITH_HEAD, kind=HEADS[tokens[head].key])
    if isinstance(getattr(taken.get(first), "name", None) and taken[first].name.entry, OwnEntry):
        if tokens[head].key == "institute" and last > head and first < head:
            mention.name, mention.kind = mention.printed, "un-agency"
            return mention  # the UNESCO Institute for Lifelong Learning has a house of its own
        mention.entry = taken[first].name.entry  # the office itself: UNESCO Regional Office in …
        return mention
    if tokens[head].key in {"office", "bureau"} and any(
        isinstance(taken[i].name.entry, OwnEntry) for i in range(head + 1, last + 1) if i in taken
    ):
        mention.entry = OwnEntry()  # the Almaty Bureau of UNESCO
        return mention
    mention.name = mention.printed
    if mention.kind == "donor" and tokens[head].key == "government" and has_remit(mention, taken):
        mention.kind = "national-government"
    if last == first or NOT_ONES.search(mention.name) or is_of_the_world(text, first):
        return None
    is_of_state = tokens[head].key == "government"
    if not tokens[head].is_capital and last == head and first == head - 1 and not is_of_state:
        return None  # any State museum
    if tokens[head].key in {"office", "bureau"} and is_of_towns(text, mention, head, taken):
        return None
    alone = last == head and not is_board_of_field(mention)
    if tokens[head].key in ONLY_WITH_SUBJECT and (alone or LONE.search(mention.name)):
        return None
    if tokens[head].key == "school" and not re.search(r"School (?:No|of|№)", mention.name):
        return None
    if tokens[head].key == "survey" and not SURVEYS.search(mention.name):
        return None
    if tokens[head].key in {"crescent", "cross"} and "red" not in mention.name.casefold():
        return None
    if bracketed := BRACKETED.match(text.text, mention.end):
        mention.acronym = bracketed[1]
    return mention


def behind_quote(text, first, head, quote):
    """The “Blue Saddle” International Public Foundation."""
    start = tokens_start(text, first) + quote.start()
    inside = text.token_from(start)
    kind = HEADS[text.tokens[head].key]
    mention = Mention(text, inside.index, head, rules.QUOTED_NAME, kind=kind, start_at=start)
    mention.name = mention.printed
    return mention


def tokens_start(text, first):
    """Where in the text its words before a token begin that rules look at."""
    start = text.tokens[first].start
    return start - len(text.before(start))


def with_acronym(text, last, taken):
    """The Research Institute WSL."""
    following = text.tokens[last + 1] if last + 1 < len(text.tokens) else None
    if (
        following is None
        or not is_made_up(following)
        or following.index in taken
        or following.text in NO_ORGANISATIONS
        or text.text[text.tokens[last].end : following.start] != " "
    ):
        return last
    return following.index


def has_remit(mention, taken):
    """Whether a country of the remit stands in a name: its government pays for itself."""
    indexes = range(mention.first, mention.last + 1)
    return any(i in taken and hasattr(taken[i].name.entry, "is_remit") for i in indexes)


def is_of_towns(text, mention, head, taken):
    """The New Delhi Office, the Office in Osh: somebody's, most often the writer's own."""
    return all(
        token.key in FOREIGN or token.index in taken
        for token in mention.tokens
        if token.is_capital and token.index != head
    )


def is_board_of_field(mention):
    """The Norway Tourism Board; but any Project Steering Board."""
    return bool(BOARD.search(mention.name)) and not BOARD_OF_WORK.search(mention.name)


def is_of_the_world(text, first):
    """The World Network of Biosphere Reserves: a list of places, and nobody who takes part."""
    words = [token.key for token in text.tokens[max(0, first - 1) : first + 2]]
    return any(pair in {("world", "network"), ("global", "network")} for pair in pairwise(words))
