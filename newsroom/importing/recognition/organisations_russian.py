"""Russian names of organisations that no register knows, and their nominative."""

import re

from newsroom.importing.recognition import rules, small_names
from newsroom.importing.recognition.mentions import Mention, quoted_after, tokens_within
from newsroom.importing.recognition.name_bounds_russian import end_of_person, leftmost, rightmost
from newsroom.importing.recognition.organisations import OwnEntry, PartnerEntry
from newsroom.importing.recognition.organisations_english import BRACKETED, with_end
from newsroom.importing.recognition.organisations_russian_words import (
    FORMS,
    HEAD,
    HEADS,
    LEGAL,
    LETTERS,
    MINISTRY_LETTERS,
    NOT_ONES,
    OF_A_TOWN_HALL,
    OFFICE_HOLDER,
    SHORT_MINISTRY,
    STATES,
    TITLED,
)
from newsroom.importing.recognition.russian import ADJECTIVE, adjective


def found_in(text, matches):
    taken = {index: m for m in matches for index in range(m.first, m.last + 1)}
    for token in text.tokens:
        if token.text in FORMS:
            yield from quoted_name(text, token)
            continue
        if ministry := abbreviated(text, token, taken):
            yield ministry
            continue
        if body := called_after(text, token, taken):
            yield body
            continue
        head = HEAD.fullmatch(token.key)
        if head and not token.is_number:
            mention = around_head(text, token.index, head[1], taken)
            if mention:
                yield mention


def abbreviated(text, token, taken):
    """Минздрав, МЧС Казахстана: a ministry in one word, with the country it is of."""
    found = SHORT_MINISTRY.fullmatch(token.text)
    following = text.tokens[token.index + 1 : token.index + 2]
    if MINISTRY_LETTERS.fullmatch(token.text) and following and following[0].text in STATES:
        mention = Mention(text, token.index, token.index + 1, rules.NAME_WITH_HEAD)
        mention.name, mention.kind = mention.printed, "national-government"
        return mention
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


def called_after(text, token, taken):
    """КНУ им. Ж. Баласагына: a university by its letters, with the person it is called after."""
    following = text.tokens[token.index + 1 : token.index + 2]
    if (
        not LETTERS.fullmatch(token.text)
        or not following
        or following[0].key not in {"имени", "им"}
    ):
        return None
    last = end_of_person(text, following[0].index + 1)
    mention = Mention(text, token.index, last, rules.NAME_WITH_HEAD, kind="academic")
    known = taken.get(token.index)
    mention.name = mention.printed
    if known and isinstance(known.name.entry, PartnerEntry):
        mention.entry, mention.kind = known.name.entry, known.name.entry.kind
        mention.name, mention.listed = token.text, known.name.text
    return mention


def quoted_name(text, token):
    """ТОО «Луч», and with more letters of what it is: ОО ПЦЖ «Луч»."""
    further = text.tokens[token.index + 1 : token.index + 2]
    last = further[0] if further and further[0].is_upper else token
    span = quoted_after(text.text, last.end)
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
    if begins_name(text, head + 1):
        return None  # при организации Центра
    first = leftmost(text, head, taken)
    named = tokens[head].is_capital or first < head
    mention = Mention(text, first, head, rules.NAME_WITH_HEAD, kind=kind)
    span = quoted_after(text.text, tokens[tail].end)
    inside = tokens_within(text, *span) if span else None
    legal = begin_of_legal_form(text, first)
    # More words behind a name are a project's title.
    longest = 15 if first == head or LEGAL.fullmatch(tokens[first].key) else 5
    if inside and inside[1] - inside[0] < longest:
        mention.first = first = legal
        mention.last, mention.rule = inside[1], rules.QUOTED_NAME
        with_end(mention, span[1])
    else:
        of_person = bool(OFFICE_HOLDER.search(text.before(tokens[first].start)))
        mention.last = rightmost(text, tail, nominative, named, taken, of_person)
        end_with_quote(mention)
        if not any(t.is_capital for t in tokens[first : mention.last + 1]):
            span = small_names.russian(text, head, stem, taken)
            if span is None:
                return None
            mention.first, mention.last, mention.is_small = *span, True
            first = mention.first
    own = [taken[i] for i in range(first, mention.last + 1) if i in taken]
    of_own = next((m.name.entry for m in own if isinstance(m.name.entry, OwnEntry)), None)
    if of_own and stem in {"офис", "бюро", "институт", "центр", "представительств"}:
        mention.entry = of_own
        return mention
    if mention.last == first:
        return None
    if is_office_of_known(text, mention, head, taken):
        return None
    if stem == "отдел" and not is_of_a_town(mention, head):
        return None
    if stem == "клуб" and not of_own and mention.rule != rules.QUOTED_NAME:
        return None  # any club of a town
    before_capital = any(token.is_capital for token in tokens[head + 1 : head + 2])
    if stem in {"офис", "бюро"} and (not tokens[head].is_capital or before_capital):
        return None  # somebody's office in a town, and no Бюро национальной статистики
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


def begin_of_legal_form(text, first):
    """The first of the small words that say of what form a body is: автономная некоммерческая …"""
    while first and LEGAL.fullmatch(text.tokens[first - 1].key):
        if text.between(text.tokens[first - 1], text.tokens[first]) != " ":
            break
        first -= 1
    return first


def begins_name(text, index):
    """Whether a capital word for a body stands right there, and not in quotation marks.

    Behind a small word also one with an adjective: секретариатом | Национальной комиссии.
    """
    left, *following = text.tokens[index - 1 : index + 2]
    if not following or not following[0].is_capital or text.between(left, following[0]) != " ":
        return False
    if not left.is_capital and ADJECTIVE.fullmatch(following[0].key):
        following = following[1:]
    return bool(following and HEAD.fullmatch(following[0].key))


def end_with_quote(mention):
    """Фонд охраны природы «Ирбис»: the name itself behind what it is for."""
    noun = mention.tokens[-1]
    span = quoted_after(mention.text.text, noun.end)
    inside = tokens_within(mention.text, *span) if span else None
    if inside and inside[1] - inside[0] < 5 and not TITLED.match(noun.key):
        mention.last, mention.rule = inside[1], rules.QUOTED_NAME
        with_end(mention, span[1])


def is_office_of_known(text, mention, head, taken):
    """Директор Всемирного банка по развитию: the rest is what the person is in charge of."""
    known = taken.get(head)
    return bool(
        known
        and isinstance(known.name.entry, PartnerEntry)
        and known.last < mention.last
        and text.tokens[known.last + 1].key == "по"
        and OFFICE_HOLDER.search(text.before(text.tokens[known.first].start))
    )


def is_of_a_town(mention, head):
    """Городской отдел культуры, and no other department: those are parts of some body."""
    text = mention.text
    before = [text.tokens[head - 1].key] if head else []
    behind = [token.key for token in mention.tokens if token.index > head]
    return any(OF_A_TOWN_HALL.match(key) for key in before) or any(
        key in {"района", "города"} for key in behind
    )


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


def in_nominative(mention, head, nominative, gender):
    """The name as it would stand in a list: Казахский университет for Казахском университете."""
    text, token = mention.text, mention.text.tokens[head]
    word = nominative.capitalize() if token.is_capital else nominative
    if token.is_upper:
        word = nominative.upper()
    pieces = []
    for index in range(mention.first, head):
        left = text.tokens[index]
        gap = text.between(left, text.tokens[index + 1])
        is_noun = gap == "-" and left.key.startswith("дом")  # дома-музея
        pieces.append((left.text[:3] if is_noun else adjective(left.text, gender)) + gap)
    rest = re.sub(r"^-(заповедник)\w*", r"-\1", text.text[token.end : mention.end])
    name = "".join(pieces) + word + re.sub(r"[,.]([”\"’»])$", r"\1", rest)
    return name[0].upper() + name[1:] if mention.first < head else name
