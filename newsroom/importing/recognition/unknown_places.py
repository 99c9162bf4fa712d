"""Places that no gazetteer has, told by the words beside them."""

import re
from functools import cache

from newsroom.importing.recognition import rules
from newsroom.importing.recognition.foreign import FOREIGN, FOREIGN_COUNTRIES
from newsroom.importing.recognition.gazetteer import REGION, PlaceEntry, places
from newsroom.importing.recognition.mentions import Mention
from newsroom.importing.recognition.register import CountryEntry
from newsroom.importing.recognition.text import CYRILLIC, key
from newsroom.importing.recognition.unknown_places_english import (
    behind_in,
    beside_known,
    beside_plural,
    first_of,
    is_no_place,
    unknown,
)

LIST_GOES_ON = re.compile(r",?\s(?:and\s)?(?:the\s)?[A-Z]|,\s(?:and|as well as)\s")
KIND_BEFORE = re.compile(
    r"\b(?:villages?|towns?|city|district|valley|lake|river) of\s$"
    r"|(?<![A-Za-z]\s)\b(?:lake|mount)\s$|\b(?-i:Lake|Mount|Cape)\s$"
    r"|\b(?:сел[аое]\w*|город\w*|посёл\w+|посел\w+|кишлак\w*|аул\w*|джамоат\w*|озер\w+|рек\w)\s$",
    re.I,
)
OF_KIND = re.compile(r"\b(?:villages?|towns?|city|district) of\s$", re.I)
KIND_AFTER = re.compile(
    r"\s(?:[Vv]illage|[Vv]alley|[Ll]ake|[Rr]iver|[Gg]lacier|[Gg]orge|[Dd]istrict|town|city|region"
    r"|province|[Oo]blast|[Vv]elayat|county|island|(?:(?:[Ss]tate|[Ss]trict|[Nn]ational|[Bb]iosphere)\s)?(?:[Nn]ature\s)?"
    r"(?:[Rr]eserve|[Pp]ark)|[Gg]eopark)\b"
    r"|\s(?:(?:ерте|көне|ежелгі|[а-яәғқңөұүһі]+(?:лық|лік|дық|дік|тық|тік))\s){0,2}"
    r"(?:ауыл|қаласы|қалашығ|ауданы|көлі|өзені|мұздығы|шатқалы|кенті|қорым)\w*"
)
# One word, also with hyphens: Ак-Сай.
NAME = r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+(?:[-–][А-ЯЁӘҒҚҢӨҰҮҺІ]?[а-яёәғқңөұүһі]+)*"
LIST = {
    "ru": re.compile(
        r"\b(?:с[её]л(?:а|ах|ам)?|кишлак(?:и|ов|ах)|аул(?:ы|ов|ах)|пос[её]лк(?:и|ов|ах)|селени(?:й|ях)"
        r"|деревень|деревнях|город(?:а|ов|ах)|джамоат(?:ы|ов|ах)|айыл(?:ов|ах))\s"
        rf"(?P<names>{NAME}(?:, {NAME}){{0,20}}(?:,? и {NAME}|, {NAME}))"
        r"(?!\s[А-ЯЁ]\w+(?:ов|ев|ва|ин|на)\b)"
    ),
    "kk": re.compile(
        rf"(?P<names>(?:{NAME}, ){{0,20}}{NAME}(?:,? (?:және|мен|пен|бен) {NAME}))"
        r"\s(?:ауыл|қала|аудан|кент)дар"
    ),
}
ADJECTIVE = re.compile(r"(.{2,}?)ск(?:ий|ого|ому|ом|им|ая|ой|ую|ое)")
VOWEL_END = re.compile(r"[аеоуыиьйя]+$")
ONE_DISTRICT = re.compile("район(?:а|е|у|ом)?")
DISTRICTS_NOUN = re.compile("район(?:ы|ов|ам|ах|ами)")
REGIONS_NOUN = re.compile(r"област(?:ей|ях|ям|ями)")
MANY_REGIONS = re.compile(
    r"(?P<names>[А-ЯӘҒҚҢӨҰҮҺІ]\w+(?:, [А-ЯӘҒҚҢӨҰҮҺІ]\w+)*"
    r"(?:,? (?:және|мен|пен|бен) [А-ЯӘҒҚҢӨҰҮҺІ]\w+)+) облыстар"
)
LONGEST_LINK = 2  # letters between a name and its -ск-: Алматы, алматинский


def unknown_places(text, mentions):
    """Places no gazetteer has: beside a word for a place, or before the name of their country."""
    taken = {i for m in mentions for i in range(m.first, m.last + 1)}
    countries = {
        m.first: m.entry.slug
        for m in mentions
        if isinstance(m.entry, CountryEntry) and m.entry.slug != REGION
    }
    for first, slug in countries.items():
        for mention in before_country(text, first, slug, taken):
            taken.add(mention.first)
            yield mention
    if text.language == "en":
        yield from beside_plural(text, taken)
        yield from behind_in(text, mentions, taken)
        yield from beside_known(text, mentions, taken)
    if text.language == "ru":
        yield from districts_in(text, taken)
        yield from districts_listed(text, taken)
        yield from regions_in(text, taken)
    if text.language == "kk":
        yield from regions_in_kazakh(text)
    if text.language in LIST:
        for mention in listed(text, taken):
            taken.update(range(mention.first, mention.last + 1))
            yield mention
    for token in text.tokens:
        if token.index in taken or not token.is_capital or token.opens_sentence or token.is_upper:
            continue
        before, after = text.before(token.start)[-40:], text.after(token.end)[:40]
        if KIND_BEFORE.search(before) or KIND_AFTER.match(after):
            if token.key.endswith(("ский", "ская", "ского", "ской", "ском", "ских")):
                continue
            if text.language == "en" and is_no_place(text, token):
                continue
            if is_amid_foreign_name(text, token, taken):
                continue
            last = last_of(text, token.index)
            if text.language == "en" and OF_KIND.search(before):
                last = with_second_word(text, last, taken)
            yield unknown(text, first_of(text, token.index, taken), last)


def is_amid_foreign_name(text, token, taken):
    """Norway Knowledge Park: a name that begins with a country."""
    left = text.tokens[token.index - 1] if token.index else None
    return bool(
        left
        and left.index not in taken
        and left.is_capital
        and left.key in FOREIGN_COUNTRIES
        and text.between(left, token) == " "
    )


def with_second_word(text, last, taken):
    """The village of Ak Suu."""
    following = text.tokens[last + 1 : last + 2]
    goes_on = (
        following
        and following[0].is_capital
        and not following[0].is_upper
        and last + 1 not in taken
        and text.between(text.tokens[last], following[0]) == " "
        and not is_no_place(text, following[0])
    )
    return last + 1 if goes_on else last


def last_of(text, index):
    """The end of a name that a hyphen goes on: село Кара-Ой."""
    while (
        index + 1 < len(text.tokens)
        and text.tokens[index + 1].is_capital
        and text.between(text.tokens[index], text.tokens[index + 1]) in {"-", "–"}
    ):
        index += 1
    return index


def listed(text, taken):
    """Of the villages of Тосор, Тамга and Ак-Сай each; in Kazakh the word for them comes last."""
    for found in LIST[text.language].finditer(text.text):
        for name in re.finditer(NAME, found["names"]):
            token = text.token_from(found.start("names") + name.start())
            if token.index not in taken:
                yield unknown(text, token.index, last_of(text, token.index))


def before_country(text, country, slug, taken):
    """Pskem and Tepar of: in Pskem and Tepar, Uzbekistan."""
    index = country - 1
    if text.language != "en" or index < 1:
        return
    if text.between(text.tokens[index], text.tokens[country]) != ", ":
        return
    if LIST_GOES_ON.match(text.text, text.tokens[country].end):
        return  # a list of countries, of which those before are no places
    found = []
    while index > 0:
        token = text.tokens[index]
        if token.index in taken:
            found.append(None)
        elif token.is_capital and not token.is_upper and token.key not in FOREIGN:
            found.append(token)
        else:
            break
        gap = text.between(text.tokens[index - 1], token)
        previous = text.tokens[index - 1]
        if previous.key in {"in", "at", "near"} and gap == " ":
            for named in filter(None, found):
                entry = PlaceEntry(named.text, slug, kind="village")
                yield Mention(
                    text, named.index, named.index, rules.PLACE_BEFORE_COUNTRY, entry=entry
                )
            return
        if previous.key == "and" and gap == " ":
            index -= 2
        elif gap == ", ":
            index -= 1
        else:
            return


def districts_in(text, taken):
    """Districts called after their town: в Талгарском районе is in the country of Talgar.

    A district whose town is not known is one all the same, of no country that is known.
    """
    for token, following in zip(text.tokens, text.tokens[1:], strict=False):
        if (
            not token.is_capital
            or not following.key.startswith(("район", "заповедник", "ущель", "долин"))
            or token.index in taken
            or text.between(token, following) != " "
            or not (found := ADJECTIVE.fullmatch(token.key))
        ):
            continue
        mention = district(text, token, following.index, found[1], ending(following.key))
        if mention.entry.country or ONE_DISTRICT.fullmatch(following.key):
            yield mention


def district(text, token, last, stem, rest):
    """The mention of what is called after a town by an adjective, Базар-Коргонский район."""
    first = first_half(text, token)
    half = text.text[first.start : token.start]
    country = country_of(key(half.rstrip("-–")) + stem) or country_of(stem)
    entry = PlaceEntry(f"{half}{token.text[: len(stem)]}ск{rest}", country, kind="district")
    return Mention(text, first.index, last, rules.KIND_OF_PLACE, entry=entry)


def districts_listed(text, taken):
    """В Тосминском, Талгарском и Кеминском районах: each of them, before their common noun."""
    for noun in text.tokens:
        if not DISTRICTS_NOUN.fullmatch(noun.key):
            continue
        for token in reversed(text.tokens[: noun.index]):
            gap = text.between(token, text.tokens[token.index + 1])
            found = ADJECTIVE.fullmatch(token.key)
            if gap in {"-", "–"} and token.is_capital:
                continue  # the first half of Базар-Коргонском
            if gap not in {" ", ", "} or not (token.key == "и" or (found and token.is_capital)):
                break
            if found and token.index not in taken:
                yield district(text, token, token.index, found[1], "ий район")


def first_half(text, token):
    """Of Базар-Коргонском the first word."""
    left = text.tokens[token.index - 1] if token.index else token
    joined = left.is_capital and text.between(left, token) in {"-", "–"}
    return left if joined else token


def regions_in(text, taken):
    """Ошской, Баткенской и Нарынской областей: each of them, before their common noun."""
    for noun in text.tokens:
        if not REGIONS_NOUN.fullmatch(noun.key):
            continue
        index = noun.index - 1
        while index >= 0:
            token = text.tokens[index]
            found = ADJECTIVE.fullmatch(token.key)
            entry = regions().get(found[1]) if found else None
            if entry and token.is_capital and index not in taken:
                yield Mention(text, index, index, rules.KIND_OF_PLACE, entry=entry)
            elif token.key != "и" and index not in taken:
                break
            index -= 1


def regions_in_kazakh(text):
    """Алматы, Абай және Ақмола облыстары: each by its name without the common noun."""
    for found in MANY_REGIONS.finditer(text.text):
        for name in re.finditer(r"[^\W\d_]+", found["names"]):
            token = text.token_from(found.start("names") + name.start())
            if entry := regions_kazakh().get(token.key):
                yield Mention(text, token.index, token.index, rules.KIND_OF_PLACE, entry=entry)


@cache
def regions_kazakh():
    return {
        key(name.split()[0]): entry
        for entry, names in places()
        for name in names
        if name.endswith(" облысы") and name.count(" ") == 1
    }


@cache
def regions():
    """{the adjective without its ending: the region}."""
    return {
        found[1]: entry
        for entry, names in places()
        for name in names
        if name.endswith("ская область") and (found := ADJECTIVE.fullmatch(key(name.split()[0])))
    }


def ending(word):
    """The rest of the nominative: …ий район, …ая долина."""
    return {
        "р": "ий район",
        "з": "ий заповедник",
        "у": "ое ущелье",
        "д": "ая долина",
    }[word[0]]


def country_of(stem):
    stems = (VOWEL_END.sub("", stem[: len(stem) - n]) for n in range(LONGEST_LINK + 1))
    return next((towns()[s] for s in stems if s in towns()), None)


@cache
def towns():
    """{beginning of a Russian name: country}, of towns and what lies in one country."""
    return {
        VOWEL_END.sub("", key(name)): entry.country
        for entry, names in places()
        if entry.kind in {"city", "natural"} and entry.country
        for name in names
        if CYRILLIC.search(name) and len(name) > 3 and " " not in name
    }
