"""English names of several words that may stand in a list of organisations."""

import re

from newsroom.importing.recognition.behind_roles import (
    ACRONYM_BEHIND,
    NAME_ENDS,
    is_no_name,
    last_of_name,
    may_be_person,
)
from newsroom.importing.recognition.foreign import FOREIGN_COUNTRIES
from newsroom.importing.recognition.mentions import tokens_within
from newsroom.importing.recognition.organisation_words import BODY_WORDS
from newsroom.importing.recognition.unmarked_english import NO_BODIES, may_begin


def ends_in_list(text, first, end):
    """Where a name ends, also before the last of a list: …, Politecnico di Milano and Reed."""
    if NAME_ENDS.match(text.text, end):
        return True
    last = tokens_within(text, max(0, end - 30), end)
    if last and text.tokens[last[1]].key in BODY_WORDS:
        return True
    in_list = first and text.between(text.tokens[first - 1], text.tokens[first]) == ", "
    return bool(in_list and re.match(r",?\sand\s[A-Z]", text.text[end : end + 7]))


def names_of_words(text, taken):
    """(first, last) of the names of several words that no person has, for lists of bodies."""
    if text.language != "en":
        return
    index = 0
    while index < len(text.tokens):
        token, first = text.tokens[index], index
        index += 1
        if not token.is_capital or token.opens_sentence or first in taken:
            continue
        of_country = token.key in FOREIGN_COUNTRIES  # Norway Knowledge Park
        if not (of_country or may_begin(token)):
            continue
        last = last_of_name(text, first, taken)
        index = max(index, (first if last is None else last) + 1)
        if last is None or last == first or text.tokens[last].key in NO_BODIES:
            continue
        words = text.tokens[first : last + 1]
        left = text.tokens[first - 1] if first else None
        if (of_country and len(words) < 3) or words[-1].key == "school":
            continue
        explained = ACRONYM_BEHIND.match(text.text, words[-1].end) and len(words) > 2
        if not explained and any(is_no_name(word) for word in words[of_country:]):
            continue
        if not ends_in_list(text, first, words[-1].end):
            continue
        if (left and left.key == "the") or not may_be_person(words):
            yield first, last
