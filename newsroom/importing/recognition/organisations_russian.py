"""Russian names of organisations that no register knows, and their nominative."""

import re

from newsroom.importing.recognition import rules
from newsroom.importing.recognition.gazetteer import PlaceEntry
from newsroom.importing.recognition.mentions import Mention, quoted_after, tokens_within
from newsroom.importing.recognition.organisations import OwnEntry
from newsroom.importing.recognition.organisations_english import BRACKETED, with_end
from newsroom.importing.recognition.organisations_russian_words import (
    BODY,
    BY_PLACE,
    DATIVE,
    FORMS,
    HEAD,
    HEADS,
    NOT_ONES,
    OF_A_TOWN,
    OF_UNESCO,
    OFFICE_HOLDER,
    PEOPLE,
    SEATS,
    SHORT_MINISTRY,
    STATES,
    TITLE,
    TITLED,
)
from newsroom.importing.recognition.russian import (
    ADJECTIVE,
    GENITIVE_ADJECTIVES,
    PREPOSITIONS,
    adjective,
    is_genitive,
    noun_phrase,
)


def found_in(text, matches):
    taken = {index: m for m in matches for index in range(m.first, m.last + 1)}
    for token in text.tokens:
        if token.text in FORMS:
            yield from quoted_name(text, token)
            continue
        if ministry := abbreviated(text, token, taken):
            yield ministry
            continue
        head = HEAD.fullmatch(token.key)
        if head and not token.is_number:
            mention = around_head(text, token.index, head[1], taken)
            if mention:
                yield mention


def abbreviated(text, token, taken):
    """Минздрав, МЧС Казахстана: a ministry in one word, with the country it is of."""
    found = SHORT_MINISTRY.fullmatch(token.text)
    if not found:
        return None
    mention = Mention(
        text, token.index, token.index, rules.NAME_WITH_HEAD, kind="national-government"
    )
    country = taken.get(token.index + 1)
    mention.name = found["name"]
    if country and hasattr(country.name.entry, "is_remit"):
        mention.last = country.last
        mention.name += text.text[token.end : mention.end]
    return mention


def quoted_name(text, token):
    span = quoted_after(text.text, token.end)
    inside = tokens_within(text, *span) if span else None
    if inside and inside[1] - inside[0] < 15:
        kind = "state-enterprise" if token.text in {"ГП", "РГП", "РМК", "ГУП"} else "unknown"
        yield with_end(Mention(text, token.index, inside[1], rules.QUOTED_NAME, kind=kind), span[1])


def around_head(text, head, stem, taken):
    tokens = text.tokens
    nominative, gender, kind = HEADS[stem]
    tail = head + 1 if is_joined(text, head + 1) else head
    if is_plural(tokens[head].key.removeprefix(stem), stem, gender):
        return None  # several museums are no one's name
    first = leftmost(text, head, taken)
    named = tokens[head].is_capital or first < head
    mention = Mention(text, first, head, rules.NAME_WITH_HEAD, kind=kind)
    span = quoted_after(text.text, tokens[tail].end)
    inside = tokens_within(text, *span) if span else None
    longest = 15 if first == head else 5  # more words behind a name are a project's title
    if inside and inside[1] - inside[0] < longest:
        mention.last, mention.rule = inside[1], rules.QUOTED_NAME
        with_end(mention, span[1])
    else:
        of_person = bool(OFFICE_HOLDER.search(text.before(tokens[first].start)))
        mention.last = rightmost(text, tail, nominative, named, taken, of_person)
        end_with_quote(mention)
    own = [taken[i] for i in range(first, mention.last + 1) if i in taken]
    of_own = next((m.name.entry for m in own if isinstance(m.name.entry, OwnEntry)), None)
    if of_own and stem in {"офис", "бюро", "институт", "центр", "представительств"}:
        mention.entry = of_own
        return mention
    if mention.last == first:
        return None
    if stem == "клуб" and not of_own and mention.rule != rules.QUOTED_NAME:
        return None  # any club of a town
    before_capital = any(token.is_capital for token in tokens[head + 1 : head + 2])
    if stem in {"офис", "бюро"} and (not tokens[head].is_capital or before_capital):
        return None  # somebody's office in a town, and no Бюро национальной статистики
    if not any(t.is_capital for t in mention.tokens):
        return None
    if (
        first == head
        and tokens[head].opens_sentence
        and not any(t.is_capital for t in mention.tokens[1:])
        and stem in {"совет", "союз", "центр", "обществ", "организаци", "служб", "компани"}
    ):
        return None  # an ordinary word that opens a sentence
    if stem == "правительств" and any(
        i in taken and hasattr(taken[i].name.entry, "is_remit")
        for i in range(head, mention.last + 1)
    ):
        mention.kind = "national-government"
    mention.name = in_nominative(mention, head, nominative, gender)
    if NOT_ONES.search(mention.name):
        return None
    if stem == "полумесяц" and "красн" not in mention.name.casefold():
        return None
    if bracketed := BRACKETED.match(text.text, mention.end):
        mention.acronym = bracketed[1]
    return mention


def end_with_quote(mention):
    """Фонд охраны природы «Ирбис»: the name itself behind what it is for."""
    noun = mention.tokens[-1]
    span = quoted_after(mention.text.text, noun.end)
    inside = tokens_within(mention.text, *span) if span else None
    if inside and inside[1] - inside[0] < 5 and not TITLED.match(noun.key):
        mention.last, mention.rule = inside[1], rules.QUOTED_NAME
        with_end(mention, span[1])


def is_plural(ending, stem, gender):
    """Музеи, библиотек, академий; not бюро, which has no other form, nor НИИ."""
    if gender == "m":
        return ending in {"ы", "и"}
    return ending in {"", "й"} and stem != "бюро"


def is_joined(text, index):
    """The second half of a museum that is a reserve too: музее-заповеднике."""
    return (
        index < len(text.tokens)
        and text.tokens[index].key.startswith("заповедник")
        and text.between(text.tokens[index - 1], text.tokens[index]) == "-"
    )


def leftmost(text, head, taken):
    """The first capital among the adjectives before the head."""
    tokens, first, reached = text.tokens, head, head
    while reached > 0 and head - reached < 8:
        left = tokens[reached - 1]
        if not ADJECTIVE.fullmatch(left.key) and not (
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
        of_list = gap == ", " and last > head and named and continues_list(tokens, text, index)
        if gap not in {" ", "-", "\u00a0"} and not of_initial and not of_list:
            break
        if index in taken and isinstance(taken[index].name.entry, OwnEntry):
            if nominative not in BY_PLACE and (
                nominative not in OF_UNESCO
                or (last == head and nominative != "клуб")
                or index != last + 1
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
            if token.key == "при" and not SEATS.match(tokens[index + 1].key):
                break
            index += 1
            last_before = last
            end = noun_phrase(text, index, any_case=True, taken=taken)
            if end is None:
                last = last_before
                break
            last, index, governed = end, end + 1, token.key
            continue
        if token.key == "и":
            if not named or last == head:
                break
            dative = governed == "по"  # по развитию и сотрудничеству
            end = noun_phrase(text, index + 1, any_case=dative, taken=taken, small=True)
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
            continue
        if token.text in STATES and gap == " ":
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
        if not of_country and not is_genitive(token, tokens[index - 1], after_adjective):
            break
        after_adjective = bool(re.search(r"(?:ых|их|ого|его|ой)$", token.key))
        last, index = index, index + 1
    return last


def begins_another(text, first, end):
    """Whether what follows «и» is a second organisation: …и творческим объединением «Луч»."""
    opening, noun = text.tokens[first], text.tokens[end]
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


def is_apposition(text, head):
    """Университет Нархоз: a capital behind a capital, in no case, and no person's name."""
    tokens = text.tokens[head : head + 3]
    return (
        all(token.is_capital for token in tokens[:2])
        and not tokens[0].is_upper
        and not is_genitive(tokens[1], tokens[0], False)
        and text.between(*tokens[:2]) == " "
        and not any(token.is_capital for token in tokens[2:])
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
    titles = 0
    while index + titles < len(tokens) and TITLE.match(tokens[index + titles].key):
        titles += 1
    if titles and any(t.is_capital for t in tokens[index + titles : index + titles + 1]):
        last, index = index + titles - 1, index + titles
    while index < len(tokens) and (tokens[index].is_capital or tokens[index].key in {"аль"}):
        gap = text.between(tokens[index - 1], tokens[index])
        if index > last + 1 and gap not in {" ", "-", ". ", ".", "\u00a0"}:
            break
        if gap == ". " and not is_initial(tokens[index - 1]):
            break  # the next sentence
        last, index = index, index + 1
    return last


def continues_list(tokens, text, index):
    """Whether a comma goes on with subjects of one ministry: a few words up to an «и»."""
    for ahead in range(index, min(index + 6, len(tokens))):
        token = tokens[ahead]
        if token.is_capital:
            return False
        if token.key == "и":
            return True
        if not is_genitive(token, tokens[ahead - 1], True):
            return False
    return False


def in_nominative(mention, head, nominative, gender):
    """The name as it would stand in a list: Казахский университет for Казахском университете."""
    text, token = mention.text, mention.text.tokens[head]
    word = nominative.capitalize() if token.is_capital else nominative
    if token.is_upper:
        word = nominative.upper()
    pieces = []
    for index in range(mention.first, head):
        left = text.tokens[index]
        pieces.append(adjective(left.text, gender) + text.between(left, text.tokens[index + 1]))
    rest = re.sub(r"^-(заповедник)\w*", r"-\1", text.text[token.end : mention.end])
    name = "".join(pieces) + word + re.sub(r"[,.]([”\"’»])$", r"\1", rest)
    return name[0].upper() + name[1:] if mention.first < head else name
