"""Where an English name of an organisation begins and ends, around the word for one."""

import re

from newsroom.importing.recognition.mentions import tokens_within
from newsroom.importing.recognition.organisation_words import (
    CALENDAR,
    CHILDRENS,
    HEADS,
    LINKS,
    NO_NAME_BEGINS,
    OF_A_PLACE,
    OFFICE_HOLDERS,
    REGIONS,
    WITH_SUBJECTS,
)
from newsroom.importing.recognition.organisations import OwnEntry

LONGEST_NAME = 20  # words on one side of the head
SCIENCE = re.compile(r"(?:ics|ism|ogy|ies|ence|ences|arts?|ure|ment|ing|law|ages|tion|ory)$")
NAMED_AFTER = re.compile(r",?\s(?:named|called) (?:after|for)\s(?:the\s)?(?=[A-Z])")
NUMBERED = re.compile(r"\s(?:No\.?|№|#)\s?(\d{1,4})\b")
WITH_NEEDS = re.compile(r"\swith\s(Disabilities|Special Needs)\b")
# Ministry of education and science of the Republic.
SMALL_SUBJECT = re.compile(
    r"(?!(?:its|their|this|that|all|each|our|both)\b)[a-z]+(?:(?:,|,? and) [a-z]+){0,3}"
    r"(?= (?:of|for|under) (?:the )?[A-Z])"
)
OFFICE_OF = re.compile(
    r"\b(?i:director|head|rector|president|chair\w*|minister|dean|secretary) of (?:the )?"
    r"[A-Z][^.;,]*$"
)
CONTINENTS = {"asia", "africa", "europe", "america", "central", "eastern", "western", "southern"}
LEGAL_FORMS = {"Public", "Corporate", "Private", "Charitable", "Social"}
INITIAL_GAP = re.compile(r"(?<=[^\w][A-Z])\.\s?(?=[A-Z])")
# The Academy, on World Science Day; a centre of Category 2.
DAYS = {"day", "week", "month", "year", "decade", "category"}


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
            and not (left.key == "world" and left.is_capital and not left.opens_sentence)
            and not gap.startswith(".")
            and not of_people
            and not is_amid(text, first - 1)
        ):
            break
        first -= 1
    # The United Nations Office: not the second half of a name that is known.
    return min(first, taken[first].first) if first in taken else first


def is_topic(text, topic):
    """Educational and …, or the Nature and Biodiversity Conservation Union."""
    if topic.key in HEADS or topic.is_upper:
        return False
    left = text.tokens[topic.index - 1] if topic.index else None
    steps = 0
    while left and left.index and steps < 3 and is_plain(text, left):
        left, steps = text.tokens[left.index - 1], steps + 1  # the Kenya Coast Marine and …
    begins = left and left.key == "the"
    return bool(begins or re.search(r"(?:al|ic|ics|ion)$", topic.key))


def is_plain(text, left):
    """A capital that goes on with the word behind it."""
    following = text.tokens[left.index + 1]
    return (
        left.is_capital
        and not left.is_upper
        and left.key not in {*HEADS, "the"}
        and text.between(left, following) in {" ", "-"}
    )


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
    links = LINKS | ({"in", "to"} if is_of_a_place(tokens, head) else set())
    if tokens[head].is_possessive:
        return head
    if head and tokens[head - 1].text in LEGAL_FORMS and text.text[tokens[head].end :][:1] == " ":
        last = capitals(text, head + 1, taken) or head  # the Public Foundation Kokil
    while last + 1 < len(tokens) and last - head < LONGEST_NAME:
        index = last + 1
        if index >= len(tokens) or text.between(tokens[last], tokens[index]) not in {" ", "\u00a0"}:
            break
        in_subject = tokens[index].key == "in" and subjects and last > head
        if tokens[index].key not in links and not in_subject:
            break
        index += 1
        key = tokens[index].key if index < len(tokens) else ""
        if in_subject and (index in taken or not (SCIENCE.search(key) or key in CONTINENTS)):
            break  # a place, where the centre does not end
        if index < len(tokens) and tokens[index].key == "the":
            index += 1
        end = capitals(text, index, taken)
        if end is None and subjects and index < len(tokens):
            small = SMALL_SUBJECT.match(text.text, tokens[index].start)
            if small is None or tokens[index - 1].key == "for":
                break
            last = tokens_within(text, *small.span())[1]
            continue
        if tokens[index - 1].key == "in" and index in taken:
            end = taken[index].last  # and not the person who is named behind the town
        if end is None or tokens[index].key in CALENDAR or tokens[end].key in DAYS:
            break
        if holds_office(text, head) and is_person_behind(text, index, end):
            end -= 2
        end = with_region(text, end)
        last = with_list(text, end, taken) if subjects and lists(tokens, head, end) else end
        if tokens[last].is_possessive:
            break
    return with_tail(text, last, taken)


def holds_office(text, head):
    return bool(OFFICE_OF.search(text.before(text.tokens[head].end)))


def is_person_behind(text, index, end):
    """Director of the Institute of Geology Anna Low: two words behind a science that are none."""
    words = [token.key for token in text.tokens[index : end + 1]]
    return len(words) > 2 and [bool(SCIENCE.search(word)) for word in words[-3:]] == [1, 0, 0]


def is_of_a_place(tokens, head):
    """The Delegation to Kenya; the OSCE Centre in Astana, whose body has others elsewhere."""
    if tokens[head].key in OF_A_PLACE:
        return True
    return tokens[head].key in {"centre", "center"} and head and tokens[head - 1].is_upper


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
        and text.between(tokens[index], tokens[index + 1]) in gaps_behind(tokens[index])
    ):
        index += 1
    return index


def gaps_behind(token):
    """Of possessives only those of people go on: Department for Children’s Rights."""
    if not token.is_possessive:
        return {" ", "-", "\u00a0"}
    return {"’s ", "'s "} if token.key in CHILDRENS else set()


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
