"""All names of a text, each meant as one thing: a longer name wins over one inside it."""

import re

from newsroom.importing.recognition import (
    organisations_english,
    organisations_kazakh,
    organisations_russian,
    projects,
    rules,
)
from newsroom.importing.recognition.country_forms import names_country
from newsroom.importing.recognition.foreign import CITIES, FOREIGN_COUNTRIES
from newsroom.importing.recognition.gazetteer import PlaceEntry
from newsroom.importing.recognition.mentions import Mention, without_overlaps
from newsroom.importing.recognition.organisations import OwnEntry, PartnerEntry
from newsroom.importing.recognition.register import CountryEntry

OFFICES = {"office", "mission", "delegation", "programme office"}
OFFICES_IN = re.compile(
    r"(?:’s|'s)?(?:\s[A-Z]\w+){0,3}\s(?:[Oo]ffices?|Bureaus?)\b(?:\s(?:in|for|to)\b(?:\sthe\b)?)?"
)


def names_of(text, register):
    """(mentions of everything but projects, mentions of projects) of a text."""
    matches = register.trie.matches(text)
    known = [of_united_nations(text, of_match(text, match)) for match in matches]
    titles = [of_match(text, match) for match in register.titles.matches(text)]
    mentions = list(known)
    own = own_offices(text, known)
    mentions += own
    mentions += own_bodies(text, known)
    mentions += own_offices_abroad(text, known)
    mentions += organisations_english.found_in(text, matches)
    if text.language == "ru":
        mentions += organisations_russian.found_in(text, matches)
    if text.language == "kk":
        mentions += organisations_kazakh.found_in(text, matches)
    of_projects = list(projects.found_in(text, titles, known, register))
    named = without_overlaps(m for m in mentions if not within(m, of_projects))
    for mention in named:
        if is_organisation(mention) and mention.last > mention.first:
            mention.inside = tuple(m for m in known if mention.covers(m) and is_place(m))
    explained(text, named)
    for mention in named:
        seated_elsewhere(text, mention, named)
    return [as_known(m, known) for m in named], of_projects


def of_match(text, match):
    entry = match.name.entry
    return Mention(
        text,
        match.first,
        match.last,
        match.rule,
        entry=entry,
        name=getattr(entry, "name", ""),
        kind=getattr(entry, "kind", "unknown"),
        listed=match.name.text,
    )


def of_united_nations(text, mention):
    """The United Nations World Food Programme, whose list has its name without the first words."""
    if getattr(mention.entry, "kind", "") == "un-agency":
        for first, words in ((2, ["united", "nations"]), (1, ["un"])):
            before = text.tokens[max(0, mention.first - first) : mention.first]
            behind = text.text[before[-1].end : mention.start] if before else ""
            if behind == " " and [token.key for token in before] == words:
                mention.first -= first
    return mention


def within(mention, of_projects):
    """Whether a name is part of a project's title: nothing happened in Iran for its being there.

    The organisations in a title such as GEF-UNDP-UNESCO Cryosphere take part all the same.
    """
    if isinstance(mention.entry, PartnerEntry | OwnEntry):
        return False
    return any(p.covers(mention) for p in of_projects)


def own_offices(text, known):
    """UNESCO Almaty, ЮНЕСКО Алматы, UNESCO Tashkent: the office, no town."""
    by_first = {m.first: m for m in known}
    yield from spelled_out(text, known, by_first)
    for mention in known:
        following = by_first.get(mention.last + 1)
        if (
            isinstance(mention.entry, OwnEntry)
            and following
            and isinstance(following.entry, PlaceEntry)
            and text.text[mention.end : following.start] == " "
            and (text.language == "en" or not following.rule.startswith("inflected"))
        ):
            last = following.last + is_before_office(text, following)
            yield Mention(text, mention.first, last, mention.rule, entry=mention.entry)


def is_before_office(text, place):
    """UNESCO Almaty office."""
    behind = text.tokens[place.last + 1 : place.last + 2]
    return (
        bool(behind)
        and behind[0].key == "office"
        and (text.text[place.end : behind[0].start] == " ")
    )


def own_offices_abroad(text, known):
    """UNESCO Bangkok."""
    for own in known:
        following = text.tokens[own.last + 1 : own.last + 2]
        if (
            isinstance(own.entry, OwnEntry)
            and following
            and following[0].is_capital
            and following[0].key in CITIES
            and text.between(own.tokens[-1], following[0]) in {" ", "-"}
        ):
            yield Mention(text, own.first, following[0].index, own.rule, own.entry)


def own_bodies(text, known):
    """UNESCO-IHE: what it is joined to by a hyphen is its own, unless it is known as another's."""
    starts = {m.first for m in known}
    for mention in known:
        following = text.tokens[mention.last + 1 : mention.last + 2]
        if (
            isinstance(mention.entry, OwnEntry)
            and following
            and following[0].is_upper
            and following[0].index not in starts
            and text.between(mention.tokens[-1], following[0]) == "-"
        ):
            yield Mention(text, mention.first, following[0].index, mention.rule, mention.entry)


def spelled_out(text, known, by_first):
    """UNESCO Offices in Tashkent and Almaty, with every place and country in the name."""
    for own in known:
        if not isinstance(own.entry, OwnEntry):
            continue
        found = OFFICES_IN.match(text.text, own.end)
        if not found:
            continue
        last = max(t.index for t in text.tokens if t.start < found.end())
        while following := next(
            (by_first[last + n] for n in (1, 2, 3) if last + n in by_first), None
        ):
            gap = text.text[text.tokens[last].end : following.start]
            if not is_place(following) or not re.fullmatch(
                r",?\s(?:and\s)?(?:in\s)?(?:the\s)?", gap
            ):
                break
            last = following.last
        yield Mention(text, own.first, last, own.rule, entry=own.entry)


def explained(text, named):
    """German Agency for International Cooperation (GIZ): one organisation, if GIZ is known."""
    by_start = {m.start: m for m in named}
    for mention in list(named):
        inside = by_start.get(mention.end + 2)
        if inside and isinstance(mention.entry, PartnerEntry) and inside.entry == mention.entry:
            named.remove(inside)  # United Nations Development Programme (UNDP), in a list
            continue
        if not mention.acronym or not inside or inside.printed != mention.acronym:
            continue
        if isinstance(inside.entry, OwnEntry) and mention.entry is None:
            mention.entry = inside.entry  # … for Education, Science and Culture (UNESCO)
        if isinstance(inside.entry, PartnerEntry) and mention.entry is None:
            mention.entry, mention.kind = inside.entry, inside.entry.kind
            mention.listed = mention.name
            named.remove(inside)


def seated_elsewhere(text, mention, named):
    """UNFPA Timor-Leste is not the office of UNFPA that the register has, in Kazakhstan.

    UNFPA Kazakhstan is that very office.
    The Reed Foundation-Georgia is another one than the Reed Foundation.
    """
    following = text.tokens[mention.last + 1 : mention.last + 2]
    beside = next((m for m in named if m.first == mention.last + 1 and is_place(m)), None)
    if (
        isinstance(mention.entry, PartnerEntry)
        and not mention.entry.seat
        and isinstance(getattr(beside, "entry", None), CountryEntry)
        and (text.language == "en" or not beside.rule.startswith("inflected"))
        and text.text[mention.end : beside.start] == " "
    ):
        mention.last = beside.last  # WWF Central Asia
        return
    if (
        is_organisation(mention)
        and not getattr(mention.entry, "known", False)
        and following
        and following[0].key in FOREIGN_COUNTRIES
        and text.text[mention.end : following[0].start] in {"-", "–"}
    ):
        mention.last = following[0].index
        mention.entry, mention.name = None, mention.printed
    if (
        getattr(mention.entry, "seat", "")
        and following
        and following[0].key.split("-")[0] in FOREIGN_COUNTRIES
        and text.text[mention.end : following[0].start] == " "
    ):
        mention.last = following[0].index
        if names_country(following[0].text, mention.entry.seat):
            mention.listed = mention.printed
            return
        if text.text[mention.end : mention.end + 1] == "-":
            mention.last += 1
        mention.entry, mention.name = None, mention.printed


def as_known(mention, known):
    """UNDP's Country Office is UNDP, where the register knows UNDP."""
    if mention.entry is None and mention.rule == rules.QUOTED_NAME:
        inside = [m for m in known if mention.covers(m) and m.last == mention.last]
        entry = inside[0].entry if inside else None
        if isinstance(entry, PartnerEntry) and mention.text.text[inside[0].start - 1] in '“«"„':
            mention.entry, mention.kind, mention.listed = entry, entry.kind, mention.name
    if mention.entry is None and mention.kind == "unknown":
        words = {t.key for t in mention.tokens}
        first = next((m for m in known if m.first == mention.first), None)
        entry = first.entry if first else None
        if words & OFFICES and isinstance(entry, PartnerEntry) and entry.known:
            mention.entry, mention.name, mention.kind = entry, entry.name, entry.kind
    return mention


def is_place(mention):
    return isinstance(mention.entry, PlaceEntry | CountryEntry)


def is_organisation(mention):
    return mention.entry is None or isinstance(mention.entry, PartnerEntry)
