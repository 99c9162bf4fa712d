"""Where a story happened: countries of the remit, or the region; places."""

import re
from dataclasses import replace

from newsroom.importing.recognition import rules
from newsroom.importing.recognition.found import CountryFound, PlaceFound
from newsroom.importing.recognition.gazetteer import (
    AMBIGUOUS,
    COUNTRIES,
    PEOPLES,
    REGION,
    PlaceEntry,
)
from newsroom.importing.recognition.mentions import evidence
from newsroom.importing.recognition.names import is_organisation
from newsroom.importing.recognition.numbers import ENGLISH, RUSSIAN
from newsroom.importing.recognition.place_kinds import kind_beside
from newsroom.importing.recognition.register import CountryEntry
from newsroom.importing.recognition.unknown_places import (
    KIND_AFTER,
    MANY_REGIONS,
    unknown_places,
)
from newsroom.importing.recognition.unknown_places_english import OF_A_KIND

FIVE = re.compile(
    r"(?:all\s+)?(?:the\s+)?five\s+(?:central\s+asian\s+(?:countries|states|republics|nations)"
    r"|(?:countries|states|republics|nations)\s+(?:of|in|from|across)\s+(?:the\s+region|central\s+asia))"
    r"|all\s+(?:the\s+)?(?:central\s+asian\s+(?:countries|states|republics)"
    r"|(?:countries|states|republics)\s+of\s+central\s+asia)"
    r"|(?:все\w{0,2}\s+)?пят(?:ь|и|ью|ерых)\s+(?:стран|государств|республик)\w*\s+"
    r"(?:(?:центральной|средней)\s+азии|(?:центральноазиатского\s+)?региона|ца\b)"
    r"|(?:все\w{0,2}|пят(?:ь|и|ью))\s+(?:центрально|средне)азиатски\w+\s+"
    r"(?:стран|государств|республик)\w*"
    r"|все\w{0,2}\s+(?:стран|государств|республик)\w*\s+(?:центральной\s+азии|ца\b)"
    r"|орталық\s+азия(?:ның|дағы)?\s+(?:барлық\s+)?бес\s+(?:ел|мемлекет|республика)\w*"
    r"|бес\s+орталық\s+азия\s+(?:ел|мемлекет|республика)\w*"
    r"|орталық\s+азия(?:ның|дағы)?\s+барлық\s+(?:ел|мемлекет)\w*"
    r"|орталық\s+азия\s+(?:ел|мемлекет)дерінің\s+(?:барлығы|бәрі|бесеуі)\w*"
    r"|(?:өңір|аймақ)(?:дің|тың|дегі|тағы)\s+(?:барлық\s+)?бес\s+(?:ел|мемлекет)\w*",
    re.I,
)
# Only some of the five: three of the five countries, в двух из пяти стран, бес елдің екеуінде.
SOME_BEFORE = re.compile(
    rf"\b(?:(?:{'|'.join(ENGLISH)}|one|some|most|many|several|half|none|\d+)\s(?:out\s)?of"
    rf"|(?:{'|'.join(RUSSIAN)}|од(?:ин|на|но|ной|ного|ному|ном|ним)|больш\w+|некотор\w+"
    r"|нескольк\w+|половин\w+|част\w+|\d+)\sиз)\s$",
    re.I,
)
SOME_AFTER = re.compile(
    r"\s(?:бір[еі]|екеу|үшеу|төртеу|кейбір|көбі|көпшілі|жарты|\d+-?[уеі])\w*", re.I
)
# Somebody's partners and students; a language, a carpet or a dish tells no country.
PEOPLE_OF = {
    **dict.fromkeys(["казах", "қазақ"], "kazakhstan"),
    **dict.fromkeys(["кыргыз", "киргиз", "қырғыз"], "kyrgyzstan"),
    **dict.fromkeys(["таджик", "тәжік"], "tajikistan"),
    **dict.fromkeys(["туркмен", "түрікмен"], "turkmenistan"),
    **dict.fromkeys(["узбек", "өзбек"], "uzbekistan"),
}
OF_A_PEOPLE = re.compile(
    rf"\b(?:{'|'.join(PEOPLE_OF)})(?:ск\w+)?(?=(?:\s\w+)?\s(?:партн[её]р|коллег|специалист|эксперт"
    r"|студент|школьник|уч[её]н|врач|медик|педагог|учител|журналист|депутат|делегаци|сторон|мастер"
    r"|ремесленник|дипломат|гид|библиотекар|предпринимател|исследовател|археолог|спасател|вуз"
    r"|әріптес|серіктес|маман|сарапшы|ғалым|мұғалім|дәрігер|шебер|тарап))",
    re.I,
)
# Not where something happened: where knowledge, a border or an envoy came from.
EXPERIENCE_AFTER = re.compile(
    r"(?:’s|'s)?\s+(?:experience|expertise|practices?|ambassador|embassy|language)"
    r"|\s+тәжірибе|\s+елші",
    re.I,
)
# What somebody heads is wider than the story: the Regional Director for Central Asia.
HEADED_BEFORE = re.compile(
    r"\b(?:director|manager|representative|coordinator) (?:for|in|of)\s(?:the )?$"
    r"|\b(?:директор|представител|координатор|менеджер)\w* (?:\w+ )?(?:по|в)\s(?:странам )?$",
    re.I,
)
HEADED_AFTER = re.compile(r"\s(?:елдері\s)?бойынша\s[^.;]{0,40}директор", re.I)
EXPERIENCE_BEFORE = re.compile(
    r"(?:experience|expertise|lessons?|example) (?:of|from)\s(?:the )?$"
    r"|(?:опыт\w*|пример\w*|практик\w*|посол\w*|посл[ау]\w*|границ\w+ с)\s$"
    r"|(?:ambassador|consul) (?:of|to)\s(?:the )?$|border(?:s|ing)?(?: with| of)?\s$"
    # Where it may be one day, was before, and where somebody's office is.
    r"|\b(?:next (?:year|time|spring|summer|autumn|winter)|hop(?:es?|ed|ing) to|dreams? of)\b"
    r"[^.;]{0,80}\s(?:the )?$"
    r"|\b(?:(?:earlier|previously|formerly)(?! this)|last year|the year before|years? ago)"
    r"(?:\s\w+){0,2}\s(?:in|at)\s(?:the )?$"
    r"|\b(?:first|originally|previously|earlier|already)\s(?:being\s)?(?:tried out|tested|piloted"
    r"|developed|used|introduced|applied|published|drafted|compiled|made|shown)(?:\s\w+){0,2}"
    r"\s(?:in|for|by)\s(?:the )?$"
    r"|\b(?:ранее|прежде|в прошлом году|год\w* назад)(?:\s\w+){0,2}\sв\s$|\b(?:бұрын|былтыр)\s$"
    r"|\b(?:based|headquartered|born|educated|studied) in\s(?:the )?$"
    r"|\b(?:cluster|regional|multisectoral|field|liaison) (?:office|bureau) (?:in|for)\s(?:the )?$"
    r"|\b(?:кластерн|региональн|межсекторальн|многосекторальн)\w+ (?:бюро|офис\w*) в\s$",
    re.I,
)
# Ministries and town halls are at work at home, unless they only pay.
STATE = {"national-government", "local-government"}
PAYS = re.compile(r"(?:(?-i:fund)|financ|финанс|средств|грант|сч[её]т)[^.;]{0,40}$", re.I)
PAID = re.compile(
    r"\W+(?!при\b)(?:\w+ )?(?:fund|financ|paid|финанс|профинанс|оплат|выдел|қаржы)", re.I
)
# Who came to teach came from there, and nothing happened there.
NAMES = r"(?:(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?:, and |, | and | as well as ))*(?:the )?$"
HIRED = (
    "(?:trainer|speaker|instructor|facilitator|mentor|consultant|advis[eo]r|juror)s?|coach(?:es)?"
)
TEACHERS = (
    "(?:trainer|lecturer|speaker|instructor|facilitator|mentor|consultant|advis[eo]r|juror|tutor)s?"
    "|coach(?:es)?"
)
TEACHERS_FROM = re.compile(
    rf"\b(?i:(?:{TEACHERS}) (?:who )?(?:had )?(?:came|come|arrived|travelled|joined)"
    rf"|(?:by|with) (?:\w+ ){{0,2}}(?:{TEACHERS})"
    rf"|{HIRED}|(?:invited|visiting|guest|foreign) \w+(?: and \w+)?"
    r"|(?:taught|trained|advised|guided|assisted|coached|mentored) by [^.;,]{1,40}?) from " + NAMES
)
# … but for those who met there: it brought together trainers from Osh.
GATHERED = re.compile(
    r"\b(?:brought|bringing|brings) together|\bgather(?:ed|s|ing)\b|\bconven|\bparticipants\b"
    r"|\battended by|\bfor (?:\w+ ){0,3}(?:trainer|lecturer|mentor)s\b"
)
EXPERTS_FROM = re.compile(
    rf"\b(?i:{TEACHERS}|experts?|specialists?|scientists?|professors?|restorers?|masters?"
    r"|colleagues?) from " + NAMES
)
THEY_TAUGHT = re.compile(
    r"(?:(?:, and |, | and )(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)*"
    r" (?:shared|gave|taught|lectured|advised|trained|coached|explained|demonstrated)\b"
)
# Who is called as a place is: аль-Фараби, Д. Конаева, Talas Asanov.
PERSON_BEFORE = re.compile(
    r"(?:(?<!\w)(?-i:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])\.\s?|\b(?:аль|al|әл)[-\s]|\bим(?:ени|\.)\s(?:\w+\s)?"
    r"|named (?:after|for) (?:\w+ )?)$",
    re.I,
)
PERSON_AFTER = re.compile(
    r"\s[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’-]*(?:[oe]va?|uly|kyzy|uulu|zoda|[оеё]ва?|улы|ұлы|кызы|қызы|уулу"
    r"|зода|заде)\b|\s(?:кызы|уулу|улы|атындағы)\b|\s[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\w+\s(?:кызы|уулу|улы)\b"
)
LOCATIVE = re.compile(
    r"(?:\b(?:in|at|near|to|from|around|of|and|between|across)\s(?:the (?:city|town|village) of\s)?"
    r"|\b(?:в|во|из|под|около|близ|до|городе?|города|и|между|вокруг"
    r"|велаят\w*|области|района)\s)$",
    re.I,
)
REGIONS_AFTER = re.compile(
    r"(?:(?:, and |, | and )[A-Z][\w’'-]+){0,12} (?:regions|provinces|oblasts)\b"
)
NAME_OF_REGION = re.compile(r"central asia|(?:централь|средн)\w+ ази|орта(?:лық)? ази", re.I)
KAZAKH_CASE = re.compile(
    r".+(?:да|де|та|те|дан|ден|тан|тен|дағы|дегі|тағы|тегі|нан|нен|ға|ге|қа|ке)"
)


class Geography:
    """Collects over the texts of one story."""

    def __init__(self):
        self.countries, self.places, self.region = {}, {}, []
        self.people, self.states = {}, {}
        self.five, self.in_plural = [], {}

    def read(self, text, mentions, of_projects):
        for found in FIVE.finditer(text.text):
            some = SOME_BEFORE.search(text.before(found.start()))
            if some or SOME_AFTER.match(text.text, found.end()):
                continue
            self.five.append(evidence(text, found.start(), found.end(), rules.FIVE_COUNTRIES))
        for mention in mentions:
            if isinstance(mention.entry, CountryEntry):
                self.read_country(mention)
            elif isinstance(mention.entry, PlaceEntry):
                self.read_place(mention, mentions)
            elif mention.kind in STATE and not only_pays(mention):
                self.read_state_body(mention)
        for mention in unknown_places(text, [*mentions, *of_projects]):
            if not elsewhere(mention):
                mention.entry = replace(mention.entry, kind=kind_beside(mention))
                self.add_place(mention)
        self.read_people(text, mentions)

    def read_country(self, mention):
        if elsewhere(mention):
            return
        slug = mention.entry.slug
        if slug == REGION:
            headed = HEADED_BEFORE.search(mention.before) or HEADED_AFTER.match(mention.after)
            if not headed and not any(overlap(mention.evidence, five) for five in self.five):
                mention.rule = rules.REGION_NAMED
                self.region.append(mention.evidence)
            return
        if mention.rule == rules.NAME:
            mention.rule = rules.COUNTRY_NAMED
        self.countries.setdefault(slug, []).append(mention.evidence)

    def read_place(self, mention, mentions):
        if is_doubtful(mention, mentions) or is_person(mention):
            return
        if elsewhere(mention) or in_list_of_regions(mention) or is_seat(mention, mentions):
            return
        if REGIONS_AFTER.match(mention.text.text, mention.end):
            self.in_plural.setdefault((mention.entry.name, mention.entry.country), []).append(1)
        self.add_place(mention)

    def add_place(self, mention):
        entry = mention.entry
        self.places.setdefault((entry.name, entry.country), (entry, []))[1].append(mention.evidence)

    def read_state_body(self, mention):
        for place in mention.inside:
            slug = getattr(place.entry, "slug", None) or getattr(place.entry, "country", None)
            if slug and slug != REGION:
                place.rule = rules.COUNTRY_OF_STATE_BODY
                self.states.setdefault(slug, []).append(place.evidence)

    def read_people(self, text, mentions):
        taken = {i for m in mentions for i in range(m.first, m.last + 1)}
        for found in OF_A_PEOPLE.finditer(text.text):
            slug = next(
                PEOPLE_OF[name] for name in PEOPLE_OF if found[0].casefold().startswith(name)
            )
            words = evidence(text, found.start(), found.end(), rules.PEOPLE_OF_COUNTRY)
            token = text.token_from(found.start())
            if token and token.index not in taken:
                self.people.setdefault(slug, []).append(words)
        for token in text.tokens:
            if token.index in taken:
                continue
            for slug, stems in PEOPLES.items():
                if token.key.startswith(stems):
                    self.people.setdefault(slug, []).append(
                        evidence(text, token.start, token.end, rules.PEOPLE_OF_COUNTRY)
                    )

    def join_namesakes(self):
        """A village whose country was said once is there the next time too.

        And the Osh of “the Osh and Naryn regions” is the Osh region that the story names.
        """
        named = {name: (name, country) for name, country in self.places if country}
        for name, country in list(self.places):
            if country is None and name in named:
                self.places[named[name]][1].extend(self.places.pop((name, None))[1])
        for (name, country), times in self.in_plural.items():
            region = self.places.get((f"{name} region", country))
            if region and len(times) == len(self.places[name, country][1]):
                region[1].extend(self.places.pop((name, country))[1])

    def result(self, project=None, project_mentions=()):
        """([CountryFound], [PlaceFound]): the region only where no country is known."""
        self.join_namesakes()
        found = {slug: list(words) for slug, words in self.countries.items()}
        for entry, words in self.places.values():
            if entry.country:
                found.setdefault(entry.country, []).extend(in_country(one) for one in words)
        if self.five:
            for slug in COUNTRIES:
                if slug != REGION:
                    found.setdefault(slug, []).extend(self.five)
        if not found and self.region:
            found[REGION] = self.region
        if not found and project_mentions and of_region(project):
            found[REGION] = [
                evidence(m.text, m.start, m.end, rules.REGION_OF_PROJECT) for m in project_mentions
            ]
        if not found:
            found = self.people or self.states
        order = {slug: n for n, slug in enumerate(COUNTRIES)}
        countries = [CountryFound(s, found[s]) for s in sorted(found, key=order.__getitem__)]
        return countries, [
            PlaceFound(entry.name, entry.country, entry.known, words, entry.kind)
            for entry, words in self.places.values()
        ]


def only_pays(mention):
    return PAYS.search(mention.before) or PAID.match(mention.after)


def in_country(one):
    return replace(one, rule=rules.PLACE_IN_COUNTRY)


def overlap(one, other):
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def elsewhere(mention):
    text = mention.text.text
    before = mention.text.before(mention.start)
    return bool(
        EXPERIENCE_AFTER.match(text, mention.end)
        or EXPERIENCE_BEFORE.search(before)
        or (TEACHERS_FROM.search(before) and not GATHERED.search(mention.before))
        or (EXPERTS_FROM.search(before) and THEY_TAUGHT.match(text, mention.end))
    )


def is_seat(mention, mentions):
    """The Institute of Reeds (Osh): where a body is at home."""
    return mention.text.text[mention.end : mention.end + 1] == ")" and any(
        is_organisation(m) and mention.text.text[m.end : mention.start] == " (" for m in mentions
    )


def is_person(mention):
    before = mention.text.before(mention.start)
    after = mention.text.after(mention.end)
    return bool(PERSON_BEFORE.search(before) or PERSON_AFTER.match(after))


def in_list_of_regions(mention):
    """Қостанай және Абай облыстары: the region of that name, and not its town."""
    found = MANY_REGIONS.search(mention.text.text) if mention.text.language == "kk" else None
    return bool(found) and found.start("names") <= mention.start < found.end("names")


def of_region(project):
    if getattr(project, "countries", None):
        return project.countries == (REGION,)
    return bool(NAME_OF_REGION.search(getattr(project, "name", "")))


def is_doubtful(mention, mentions):
    """A word that may mean something else, without anything that makes it a place."""
    if mention.text.language == "en" and mention.last > mention.first:
        return False  # the Aral Sea
    if mention.printed.casefold() not in AMBIGUOUS and mention.text.tokens[
        mention.first
    ].key not in AMBIGUOUS | {"семе", "ор"}:
        return False
    text = mention.text
    if text.language == "kk":
        if KIND_AFTER.match(text.text, mention.end):
            return False
        return not KAZAKH_CASE.fullmatch(mention.tokens[-1].key) and not any(
            isinstance(other.entry, PlaceEntry)
            and other.start > mention.end
            and re.fullmatch(r"(?:,| [пмб]ен| және) ", text.text[mention.end : other.start])
            for other in mentions
        )
    if OF_A_KIND.match(text.text, mention.end):
        return False
    if LOCATIVE.search(text.before(mention.start)):
        following = text.tokens[mention.last + 1 : mention.last + 2]
        # From Mary Robinson is from a person.
        return bool(
            following
            and following[0].is_capital
            and text.between(mention.tokens[-1], following[0]) == " "
        )
    return not any(
        isinstance(other.entry, PlaceEntry)
        and other is not mention
        and re.fullmatch(r",? ?(?:and|и)? ?", text.text[other.end : mention.start] or "-")
        for other in mentions
        if other.end <= mention.start
    )
