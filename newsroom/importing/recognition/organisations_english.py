"""English names of organisations that no register knows: capitals around a word for one."""

import re

from newsroom.importing.recognition import rules
from newsroom.importing.recognition.foreign import NO_ORGANISATIONS
from newsroom.importing.recognition.mentions import Mention, quoted_after, tokens_within
from newsroom.importing.recognition.organisation_words import (
    CALENDAR,
    CHILDRENS,
    FORMS,
    HEADS,
    LINKS,
    MAY_BE_QUOTED,
    NO_NAME_BEGINS,
    OF_A_PLACE,
    OFFICE_HOLDERS,
    ONLY_WITH_SUBJECT,
    REGIONS,
    WITH_SUBJECTS,
)
from newsroom.importing.recognition.organisations import OwnEntry

LONGEST_NAME = 20  # words on one side of the head
# Names that end so are no organisations: events, or bodies of the office's own organisation.
NOT_ONES = re.compile(
    r"(?:summer|winter|spring|autumn|field) school|(?:associated|rural|secondary|high) schools?$"
    r"|^world heritage (?:centre|center|committee|fund)|general conference|executive board"
    r"|intergovernmental committee|^(?:field|regional|national|cluster|country) office$"
    r"|^(?:\w+ )*office of the organi[sz]ation$|^russian federation$|^archives of"
    r"|^(?:resource|training|steering|organi[sz]ing|world heritage) (?:centre|center|committee)$",
    re.I,
)
SCIENCE = re.compile(r"(?:ics|ism|ogy|ies|ence|ences|arts?|ure|ment|ing|law|ages|tion|ory)$")
# A school of a few days is an event, also where it has a title.
EVENT_SCHOOL = re.compile(r"(?:summer|winter|spring|autumn|field|regional) school\b", re.I)
JOINT = re.compile(r"(?: of|,? and|,)(?: the)? (?=[A-Z])")  # Governments of Norway and Finland
NAMED_AFTER = re.compile(r",?\s(?:named|called) (?:after|for)\s(?:the\s)?(?=[A-Z])")
NUMBERED = re.compile(r"\s(?:No\.?|№|#)\s?(\d{1,4})\b")
WITH_NEEDS = re.compile(r"\swith\s(Disabilities|Special Needs)\b")
FUNDS_IN_TRUST = re.compile(
    r"\b(?:[A-Z][\w’-]+\s){1,3}(?:Multi-?Donor\s)?Funds?[-\s]in[-\s]Trust\b"
)
INITIAL_GAP = re.compile(r"(?<=[^\w][A-Z])\.\s?(?=[A-Z])")
# The Academy, on World Science Day; a centre of Category 2.
DAYS = {"day", "week", "month", "year", "decade", "category"}
LONE = re.compile(r"^(?:White|Opera|Full|Upper|Lower) House|^(?:Supreme )?Board$")
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
        elif token.is_capital and token.key in HEADS and token.is_latin:
            mention = around_head(text, token.index, taken)
            if mention:
                yield mention


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
    span = quoted_after(text.text, tokens[head].end)
    if span and (inside := tokens_within(text, *span)):
        if EVENT_SCHOOL.search(text.text[tokens[first].start : tokens[head].end]):
            return None
        return with_end(
            Mention(text, first, inside[1], rules.QUOTED_NAME, kind=HEADS[tokens[head].key]),
            span[1],
        )
    last = rightmost(text, head, taken)
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
    if tokens[head].key in ONLY_WITH_SUBJECT and (last == head or LONE.search(mention.name)):
        return None
    if tokens[head].key == "school" and not re.search(r"School (?:No|of|№)", mention.name):
        return None
    if tokens[head].key in {"crescent", "cross"} and "red" not in mention.name.casefold():
        return None
    if bracketed := BRACKETED.match(text.text, mention.end):
        mention.acronym = bracketed[1]
    return mention


def with_acronym(text, last, taken):
    """The Research Institute WSL."""
    following = text.tokens[last + 1] if last + 1 < len(text.tokens) else None
    if (
        following is None
        or not following.is_upper
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


def is_of_the_world(text, first):
    """The World Network of Biosphere Reserves: a list of places, and nobody who takes part."""
    left = text.tokens[first - 1] if first else None
    return bool(left) and left.key in {"world", "global"} and text.tokens[first].key == "network"


def leftmost(text, head, taken):
    """The first word of the capitals that lead to the head."""
    tokens, first = text.tokens, head
    while first > 0 and head - first < LONGEST_NAME:
        left = tokens[first - 1]
        gap = text.between(left, tokens[first])
        if left.key == "and" and gap == " " and first > 1:
            topic = tokens[first - 2]
            if not topic.is_capital or not is_topic(text, topic):
                break
            if first - 2 in taken or topic.key in NO_NAME_BEGINS:
                break
            first -= 2
            while first > 0 and text.between(tokens[first - 1], tokens[first]) == ", ":
                if not re.search(r"(?:al|ic)$", tokens[first - 1].key):
                    break
                first -= 1  # Educational, Scientific and Cultural
            continue
        if not left.is_capital and is_end_of_compound(text, first - 1) and gap == " ":
            first -= 2  # In-service
            continue
        if not (left.is_capital or left.key in {"al"}) or not gap_of_name(gap, left):
            break
        if left.is_possessive and left.key not in CHILDRENS | OFFICE_HOLDERS:
            entry = taken[first - 1].name.entry if first - 1 in taken else None
            if isinstance(entry, OwnEntry):
                first -= 1  # UNESCO's Regional Office is UNESCO
            break
        of_people = left.key in CHILDRENS and gap.strip() in {"’", "'"}  # Teachers' Association
        if (
            left.key in NO_NAME_BEGINS
            and not gap.startswith(".")
            and not of_people
            and not is_amid(text, first - 1)
        ):
            break
        first -= 1
    return first


def is_topic(text, topic):
    """Educational and …, or the Nature and Biodiversity Conservation Union."""
    if topic.key in HEADS or topic.is_upper:
        return False
    left = text.tokens[topic.index - 1] if topic.index else None
    plain = left and left.is_capital and left.key not in {*HEADS, "the"}
    if plain and not left.is_upper:
        left = text.tokens[left.index - 1] if left.index else None  # the Kenya Marine and …
    begins = left and left.key == "the"
    return bool(begins or re.search(r"(?:al|ic|ics|ion)$", topic.key))


def is_amid(text, index):
    """The World of Uzbekistan State World Languages University: no beginning, a name goes on."""
    left = text.tokens[index - 1] if index else None
    return (
        text.tokens[index].key == "world"
        and bool(left and left.is_capital and left.key not in NO_NAME_BEGINS)
        and text.between(left, text.tokens[index]) == " "
    )


def is_end_of_compound(text, index):
    left = text.tokens[index - 1] if index else None
    return bool(left and left.is_capital and text.between(left, text.tokens[index]) == "-")


def gap_of_name(gap, left):
    return gap in {" ", "-", "’ ", "' ", "’s ", "'s ", "\u00a0"} or (
        gap in {". ", "."} and (len(left.text) == 1 or left.text in {"St", "Dr"})
    )


def rightmost(text, head, taken):
    """The last word of what follows the head: of …, for …, under the Government of …"""
    tokens, last = text.tokens, head
    subjects = tokens[head].key in WITH_SUBJECTS
    links = LINKS | ({"in", "to"} if tokens[head].key in OF_A_PLACE else set())
    if tokens[head].is_possessive:
        return head
    while last + 1 < len(tokens) and last - head < LONGEST_NAME:
        index = last + 1
        if index >= len(tokens) or text.between(tokens[last], tokens[index]) not in {" ", "\u00a0"}:
            break
        in_subject = tokens[index].key == "in" and subjects and last > head
        if tokens[index].key not in links and not in_subject:
            break
        index += 1
        if in_subject and index in taken:
            break  # a place, where the centre does not end
        if index < len(tokens) and tokens[index].key == "the":
            index += 1
        end = capitals(text, index, taken)
        if end is None or tokens[index].key in CALENDAR or tokens[end].key in DAYS:
            break
        end = with_region(text, end)
        last = with_list(text, end, taken) if subjects and lists(tokens, head, end) else end
        if tokens[last].is_possessive:
            break
    return with_tail(text, last, taken)


def with_region(text, end):
    """Mangystau oblast, Almaty region."""
    following = text.tokens[end + 1 : end + 2]
    if not following or following[0].key not in REGIONS:
        return end
    return end + 1 if text.between(text.tokens[end], following[0]) == " " else end


def lists(tokens, head, end):
    """A university is of one place, or of several sciences."""
    return tokens[head].key != "university" or bool(SCIENCE.search(tokens[end].key))


def with_tail(text, end, taken):
    """What a name of a university or a school ends in: named after Abai, No. 3."""
    if text.tokens[end].is_possessive:
        return end
    if (tail := NAMED_AFTER.match(text.text, text.tokens[end].end)) and (
        token := text.token_from(tail.end())
    ):
        named = capitals(text, token.index, taken)
        while named is not None and (more := INITIAL_GAP.match(text.text, text.tokens[named].end)):
            token = text.token_from(more.end())
            named = capitals(text, token.index, taken)
        return end if named is None else named
    tail = NUMBERED.match(text.text, text.tokens[end].end)
    tail = tail or WITH_NEEDS.match(text.text, text.tokens[end].end)
    # From its sign on: "No12" is one word.
    return tokens_within(text, tail.start(), tail.end())[1] if tail else end


def capitals(text, index, taken):
    """The end of the capitals that begin at a word, or None where it is small."""
    tokens, start = text.tokens, index
    if index >= len(tokens) or not tokens[index].is_capital:
        return None
    while (
        index + 1 < min(len(tokens), start + LONGEST_NAME)
        and tokens[index + 1].is_capital
        and not tokens[index].is_possessive
        and text.between(tokens[index], tokens[index + 1]) in {" ", "-", "\u00a0"}
    ):
        index += 1
    return index


def with_list(text, end, taken):
    """The end of a list of subjects that goes on behind a comma or an "and"."""
    tokens, reached = text.tokens, end
    while reached + 1 < len(tokens) and reached - end < LONGEST_NAME:
        gap = text.between(tokens[reached], tokens[reached + 1])
        following = tokens[reached + 1]
        if following.key == "and" and gap in {" ", ", "}:
            stop = subject(text, reached + 2, taken)
            return end if stop is None else stop
        if gap != ", ":
            return end
        stop = subject(text, reached + 1, taken)
        if stop is None:
            return end
        reached = stop
    return end


def subject(text, index, taken):
    """The end of one subject such as Youth Policy; None for a name of something else."""
    end = capitals(text, index, taken)
    if end is None:
        return None
    for token in text.tokens[index : end + 1]:
        is_head = token.key in HEADS and not (token.key == "school" and token.index < end)
        if token.is_upper or is_head or token.index in taken:
            return None
        if re.search(r"[a-z][A-Z]", token.text):
            return None
    return end
