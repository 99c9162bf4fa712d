"""Where a Russian name of an organisation begins and ends, around the word for one."""

import re

from newsroom.importing.recognition.gazetteer import PlaceEntry
from newsroom.importing.recognition.mentions import quoted_after
from newsroom.importing.recognition.organisations import OwnEntry
from newsroom.importing.recognition.organisations_russian_words import (
    BODY,
    BY_PLACE,
    DATIVE,
    HEAD,
    OF_A_TOWN,
    OF_UNESCO,
    PEOPLE,
    SEATS,
    STATES,
    TITLE,
)
from newsroom.importing.recognition.russian import (
    ADJECTIVE,
    GENITIVE_ADJECTIVES,
    PREPOSITIONS,
    is_genitive,
    noun_phrase,
)

IN_CAPITALS = {"министерство", "агентство", "комитет", "управление", "департамент"}
NOUN = re.compile(r".+[нт]и(?:е|ем)")  # заседание: it ends as an adjective does


def leftmost(text, head, taken):
    """The first capital among the adjectives before the head."""
    tokens, first, reached = text.tokens, head, head
    while reached > 0 and head - reached < 8:
        left = tokens[reached - 1]
        if (not ADJECTIVE.fullmatch(left.key) or NOUN.fullmatch(left.key)) and not (
            (left.key.endswith("о") or left.is_capital)
            and text.between(left, tokens[reached]) == "-"
        ):
            break
        if text.between(left, tokens[reached]) not in {" ", "-", "\u00a0"}:
            break
        reached -= 1
        if left.is_capital:
            first = reached
            if (
                left.opens_sentence
                and reached == head - 1
                and not re.search(r"(?:ск|цк|национальн|государственн|международн|красн)", left.key)
            ):
                return head
    return first


def rightmost(text, head, nominative, named, taken, of_person=False):
    """The last word of what follows the head: its subject in the genitive, по …, имени …

    Behind an office that a person holds two capitals are that person: профессора … Анны Орловой.
    """
    tokens, last, index = text.tokens, head, head + 1
    after_adjective, governed = False, ""
    while index < len(tokens) and index - head < 16:
        token, gap = tokens[index], text.between(tokens[index - 1], tokens[index])
        of_initial = gap in {". ", "."} and is_initial(tokens[index - 1])
        of_list = (
            gap == ", " and last > head and named and continues_list(tokens, text, index, governed)
        )
        if gap not in {" ", "-", "\u00a0"} and not of_initial and not of_list:
            break
        if index in taken and isinstance(taken[index].name.entry, OwnEntry):
            for_unesco = tokens[index - 1].key == "делам"  # секретариат … по делам ЮНЕСКО
            if (
                nominative not in BY_PLACE
                and not for_unesco
                and (
                    nominative not in OF_UNESCO
                    or (last == head and nominative != "клуб")
                    or index != last + 1
                )
            ):
                break
            last, index, named = index, index + 1, nominative not in BY_PLACE
            if nominative in BY_PLACE:
                return with_place(text, last, taken)
            continue
        if token.key in {"имени", "им"} or token.key == "аль":
            index += 1
            last = end_of_person(text, index)
            index = last + 1
            after_adjective = False
            continue
        if token.key in PREPOSITIONS or (token.key == "в" and nominative in BY_PLACE):
            if not named or index + 1 >= len(tokens) or token.key == "на":
                break
            if token.key == "для" and last != head:
                break  # what was done for somebody: Министерство песни РК для …
            if token.key == "при" and not SEATS.match(tokens[index + 1].key):
                break
            index += 1
            last_before = last
            end = noun_phrase(text, index, any_case=True, taken=taken)
            if end is None:
                last = last_before
                break
            of_matters = tokens[index].key in {"вопросам", "делам"}  # a genitive follows
            last, index, governed = end, end + 1, "" if of_matters else token.key
            continue
        if token.key == "и":
            if not named or last == head:
                break
            # По развитию и сотрудничеству, but по охране памятников и музеев.
            dative = governed == "по" and bool(DATIVE.fullmatch(tokens[last].key))
            small = not goes_on_in_capitals(text, nominative, last, index, taken)
            end = noun_phrase(text, index + 1, any_case=dative, taken=taken, small=small)
            if end is None or PEOPLE.fullmatch(tokens[end].key):
                break
            if not dative and begins_another(text, index + 1, end):
                break
            if dative and not DATIVE.fullmatch(tokens[end].key):
                break
            last, index = end, end + 1
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.key in OF_A_TOWN and following and following.is_capital and gap == " ":
            last, index = index + 1, index + 2
            continue
        if (
            index == head + 1
            and index not in taken
            and (is_short_name(token) or is_apposition(text, head))
        ):
            last, index, named = index, index + 1, True
            while is_after_hyphen(text, index):
                last, index = index, index + 1  # Фонд Сорос-Кыргызстан
            continue
        if (token.text in STATES or token.text == "ООН") and gap == " ":
            last, index = index, index + 1
            continue
        if not named and not token.is_capital:
            break
        if of_person and is_full_name(text, index, taken):
            break
        if named_place := place_at(taken, index):
            after_adjective = False
            last, index = named_place.last, named_place.last + 1
            continue
        of_country = index in taken and hasattr(taken[index].name.entry, "is_remit")
        goes_on = of_country or (of_list and governed == "по")
        if not goes_on and not is_genitive(token, tokens[index - 1], after_adjective):
            break
        after_adjective = bool(re.search(r"(?:ых|их|ого|его|ой)$", token.key))
        last, index = index, index + 1
    return last


def goes_on_in_capitals(text, nominative, last, index, taken):
    """Министерство Воды и Лесов: every word of it has a capital, also behind «и»."""
    following = text.tokens[index + 1 : index + 2]
    return (
        nominative in IN_CAPITALS
        and text.tokens[last].is_capital
        and last not in taken
        and bool(following)
        and not HEAD.fullmatch(following[0].key)
    )


def begins_another(text, first, end):
    """Whether what follows «и» is a second organisation: …и творческим объединением «Луч»."""
    opening, noun = text.tokens[first], text.tokens[end]
    behind = text.tokens[end + 1 : end + 2]
    if behind and ADJECTIVE.fullmatch(noun.key) and HEAD.fullmatch(behind[0].key):
        return True  # мэрия Оша и международный университет
    is_quoted = bool(quoted_after(text.text, noun.end))
    is_head = bool(HEAD.fullmatch(noun.key))
    if is_quoted and (is_head or BODY.fullmatch(noun.key)):
        return True
    qualified = ADJECTIVE.fullmatch(opening.key) and first < end
    in_genitive = opening.key.endswith(GENITIVE_ADJECTIVES)
    return bool(qualified and (is_quoted or is_head) and not in_genitive)


def is_short_name(token):
    """What a university or firm is called right behind the word for one: КИМЭП, Chevron."""
    return len(token.text) > 2 and (token.is_upper or (token.is_latin and token.is_capital))


def is_after_hyphen(text, index):
    following = text.tokens[index : index + 1]
    return (
        bool(following)
        and following[0].is_capital
        and text.between(text.tokens[index - 1], following[0]) == "-"
    )


def is_apposition(text, head):
    """Университет Нархоз: a capital behind a capital, in no case, and no person's name."""
    tokens = text.tokens[head : head + 3]
    return (
        all(token.is_capital for token in tokens[:2])
        and not tokens[0].is_upper
        and not is_genitive(tokens[1], tokens[0], False)
        and text.between(*tokens[:2]) == " "
        and (not any(token.is_capital for token in tokens[2:]) or text.between(*tokens[1:]) == "-")
    )


def with_place(text, last, taken):
    """The end of бюро ЮНЕСКО в Алматы."""
    following = text.tokens[last + 1 : last + 3]
    if len(following) == 2 and following[0].key == "в" and following[1].index in taken:
        return taken[following[1].index].last
    return last


def place_at(taken, index):
    """A region of several words that begins here: хокимият Сурхандарьинской области."""
    match = taken.get(index)
    is_region = match and isinstance(match.name.entry, PlaceEntry)
    return match if is_region and match.first == index and match.last > index else None


def is_full_name(text, index, taken):
    """Two capitals, or an initial and a capital, of which neither is known as a place."""
    pair = text.tokens[index : index + 2]
    return (
        len(pair) == 2
        and all(t.is_capital and not t.is_upper and t.index not in taken for t in pair)
        and text.between(*pair) in {" ", ". ", ".", "\u00a0"}
    )


def is_initial(token):
    return len(token.text) == 1 or token.key in {"им"}


def end_of_person(text, index):
    """The last word of a person's name behind «имени»: initials, particles and capitals."""
    tokens, last = text.tokens, index - 1
    begins, titles = index, 0
    while index + titles < len(tokens) and TITLE.match(tokens[index + titles].key):
        titles += 1
    if titles and any(t.is_capital for t in tokens[index + titles : index + titles + 1]):
        last, index = index + titles - 1, index + titles
    while index < len(tokens) and (tokens[index].is_capital or tokens[index].key in {"аль"}):
        gap = text.between(tokens[index - 1], tokens[index])
        if index > begins + titles and gap not in {" ", "-", ". ", ".", "\u00a0"}:
            break
        if gap == ". " and not is_initial(tokens[index - 1]):
            break  # the next sentence
        last, index = index, index + 1
    return last


def continues_list(tokens, text, index, governed):
    """Whether a comma goes on with subjects of one ministry: a few words up to an «и»."""
    for ahead in range(index, min(index + 6, len(tokens))):
        token = tokens[ahead]
        if token.is_capital:
            return False
        if token.key == "и":
            return True
        of_case = governed == "по" and DATIVE.fullmatch(token.key)  # по науке, культуре и спорту
        if not of_case and not is_genitive(token, tokens[ahead - 1], True):
            return False
    return False
