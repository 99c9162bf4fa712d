"""English acronyms that name bodies: by what they do, and by the town that they are at home in."""

from newsroom.importing.recognition import rules
from newsroom.importing.recognition.doers import FIRST
from newsroom.importing.recognition.foreign import (
    CITIES,
    FOREIGN,
    FOREIGN_COUNTRIES,
    NO_ORGANISATIONS,
)
from newsroom.importing.recognition.mentions import Mention
from newsroom.importing.recognition.roles import after


def acronyms_at_work(text, taken):
    """REED held a course: the subject of its sentence, which does what bodies do."""
    if text.is_shouted:
        return
    for token in text.tokens:
        if not token.is_upper or token.index in taken or not is_acronym_of_body(token):
            continue
        mention = Mention(text, token.index, token.index, rules.BEFORE_ROLE, name=token.text)
        if FIRST.fullmatch(mention.before) and after(mention):
            yield mention


def is_acronym_of_body(token):
    return (
        len(token.text) > 2
        and token.text.isalpha()
        and token.text not in NO_ORGANISATIONS
        and token.key not in FOREIGN
    )


def with_town(text, taken):
    """(first, last) of REED Paris: an acronym, and the town or the country it is at home in."""
    for token in text.tokens if text.language == "en" else ():
        following = text.tokens[token.index + 1 : token.index + 2]
        if (
            following
            and token.is_upper
            and len(token.text) > 2
            and following[0].key in CITIES | FOREIGN_COUNTRIES
            and not {token.index, following[0].index} & taken
            and token.text not in NO_ORGANISATIONS
            and text.between(token, following[0]) == " "
        ):
            yield token.index, following[0].index


def is_upper_with_town(tokens):
    return len(tokens) == 2 and tokens[0].is_upper and tokens[1].key in CITIES | FOREIGN_COUNTRIES
