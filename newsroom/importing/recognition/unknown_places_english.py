"""Places of English texts that no gazetteer has: beside a plural kind, and behind “in”."""

import re

from newsroom.importing.recognition import rules
from newsroom.importing.recognition.foreign import CITIES, FOREIGN
from newsroom.importing.recognition.gazetteer import PlaceEntry
from newsroom.importing.recognition.mentions import Mention, tokens_within
from newsroom.importing.recognition.organisation_words import CALENDAR, HEADS
from newsroom.importing.recognition.organisations_english import is_in_title_case
from newsroom.importing.recognition.places import REGIONS

NAME = r"[A-Z][\w’'‘-]*(?: [A-Z][\w’'‘-]+){0,2}"
NAMES = rf"(?P<names>{NAME}(?:(?:, {NAME}){{0,12}},? and {NAME})?)"
ONE = re.compile(NAME)
KINDS = "villages|towns|cities|districts|regions|provinces|oblasts|velayats|valleys|municipalities"
KIND_WORDS = {"lake", "mount", "cape", "valley", "river", "village", "town", "city", "district"}
MANY_AFTER = re.compile(rf"(?:^|(?<=[a-z,(] )){NAMES} (?:{KINDS}|counties|islands)\b")
MANY_BEFORE = re.compile(rf"\b(?:{KINDS}|communities)(?: of| such as|,? including|:) {NAMES}")
BEHIND_IN = re.compile(
    r"(?<![\w-])(?:[Ii]n|[Nn]ear|(?:travell?ed|journey|trip|expedition|visit|returned|went) to"
    r"|[Ss]et (?:out|off) from|departed from|arrived at)"
    rf" {NAMES}"
)
# A list behind one of these is of places where one of them is known to be one.
BEHIND_FROM = re.compile(rf"(?<![\w-])(?:[Ff]rom|[Bb]etween|[Aa]cross|[Oo]f|[Aa]t) {NAMES}")
NO_PLACE_IN = re.compile(
    r"\b(?:interest(?:ed)?|parts?|participat\w+|belie[fv]\w*|trust|confidence|invest\w*|degrees?|masters?|diplomas?"
    r"|certificates?|expertise|experts?|specialists?|professors?|offices?|bureau|headquarters|based"
    r"|written|published|available|speak\w*|spoke|subtitles|translated)\s$",
    re.I,
)
NAME_ENDS = re.compile(
    r"$|[.,;:)]|\s\(|\s(?:from|on|for|with|to|by|at|as|within|through|under|during|since|until|where"
    r"|who|which|that|was|were|has|have|had|is|are|will|this|last|next|between|after|before|when|and"
    r"|in|took|learned|joined|came|gathered|attended|received|hosts|hosted|held|runs|ran|gave|opened"
    r"|drew|saw|met|brought|made|led|[a-z]+ed|welcomed|offered|began|started|won|sent|goes|gets)\b"
)
# The Grand Hotel in Kisumu: where a name of a house ends.
VENUES = {"hotel", "house", "palace", "hall", "museum", "library", "university", "school", "club"}
VENUES |= {"college", "institute", "academy", "theatre", "gallery", "stadium", "park", "resort"}
VENUES |= {"centre", "center", "office", "campus", "embassy", "hospital", "airport"}
PREPOSITIONS = {"in", "at", "from", "near", "across", "on"}
SMALL_WORD = re.compile(r"\s[a-z]")
NO_PLACES_WORDS = """
swahili kiswahili spanish french german arabic italian portuguese persian farsi dari pashto hindi
urdu braille god spring summer autumn winter fall ramadan nauryz navruz nooruz easter christmas eid
phase grade class part module chapter article annex table figure zoom excel python step level
section room world parliament congress senate heaven earth mr mrs ms dr professor central eastern
western northern southern swiss dutch greek thai czech state nature national biosphere natural
north south east west
"""
NO_PLACES = set(NO_PLACES_WORDS.split())
NO_PLACE_ENDING = re.compile(
    r"(?:ish|ese|ics|logy|ment|tion|sion|ness|ism|ence|graphy|ship|ture|stry|ians?|ists?|ers)$"
)
# In Shughni, Wakhi and Tajik: a list with one language in it is of languages.
LANGUAGES = re.compile(r"\b(?:Russian|Kazakh|Kyrgyz|Uzbek|Tajik|Turkmen|[A-Z][a-z]+(?:ish|ese))\b")
# Zhambyl region is in the gazetteer by its whole name, and lists leave its kind out.
WHOLE_REGIONS = {
    name.rsplit(" ", 1)[0]: PlaceEntry(name, country, kind="district")
    for country, lines in REGIONS.items()
    for name in (line.strip().split("|")[0] for line in lines.strip().split("\n"))
    if name.endswith((" region", " velayat"))
}
OF_A_KIND = re.compile(
    r"(?:(?:, and |, | and )[A-Z][\w’'‘-]+)*\s(?i:regions?|provinces?|velayats?|oblasts?|districts?"
    r"|villages?|towns?|cit(?:y|ies)|valleys?)\b"
)


def unknown(text, first, last, rule=rules.KIND_OF_PLACE):
    mention = Mention(text, first, last, rule)
    name = mention.printed
    mention.entry = WHOLE_REGIONS.get(name) or PlaceEntry(name, None, kind="village")
    return mention


def first_of(text, index, taken):
    """Where a name begins that is joined by a hyphen, or in English has several words."""
    gaps = {"-", " "} if text.language == "en" else {"-"}
    while index > 0 and text.between(text.tokens[index - 1], text.tokens[index]) in gaps:
        left = text.tokens[index - 1]
        if index - 1 in taken or not left.is_capital or left.opens_sentence:
            break
        if text.language == "en" and (left.key in KIND_WORDS or is_no_place(text, left)):
            break
        index -= 1
    return index


def beside_plural(text, taken):
    """Zhambyl and Kostanay regions; the villages of Tepar and Nanay."""
    for expression in (MANY_BEFORE, MANY_AFTER):
        for found in expression.finditer(text.text):
            for first, last in names_of_list(text, found.start("names"), found.end("names"), taken):
                yield unknown(text, first, last)


def behind_in(text, mentions, taken):
    """What something happened in, where the phrase ends with the name: in Naivasha and Lamu."""
    if is_in_title_case(text):
        return
    known = [m.start for m in mentions if isinstance(m.entry, PlaceEntry)]
    for found in BEHIND_IN.finditer(text.text):
        if NO_PLACE_IN.search(text.before(found.start())) or is_amid_name(text, found, taken):
            continue
        if LANGUAGES.search(found["names"]):
            continue
        has_known = any(found.start() < start < found.end() for start in known)
        yield from ended(text, found, taken, rules.BEHIND_IN, has_known)


def beside_known(text, mentions, taken):
    """From At-Bashy and Ak-Talaa, of which the gazetteer has one."""
    if is_in_title_case(text):
        return
    known = [m.start for m in mentions if isinstance(m.entry, PlaceEntry)]
    for found in BEHIND_FROM.finditer(text.text):
        if any(found.start() < start < found.end() for start in known):
            yield from ended(text, found, taken, rules.BESIDE_PLACE)


def ended(text, found, taken, rule, may_go_on=False):
    """The names of a list but the last of it where more follows that belongs to the name."""
    names = names_of_list(text, found.start("names"), found.end("names"), taken)
    for first, last in names:
        end = text.tokens[last].end
        ends = NAME_ENDS.match(text.text, end) or (may_go_on and SMALL_WORD.match(text.text, end))
        if end == found.end("names") and not ends:
            continue
        yield unknown(text, first, last, rule)


def is_amid_name(text, found, taken):
    """The Convention against Doping in Sport goes on; behind a whole name stands where it is."""
    index = text.token_from(found.start()).index - 1
    left = text.tokens[index] if index >= 0 else None
    if left and left.key in VENUES | CALENDAR:
        return False
    return bool(left) and left.is_capital and not left.opens_sentence and index not in taken


def names_of_list(text, start, end, taken):
    """(first, last) tokens of the names of a list that may be places'."""
    for found in ONE.finditer(text.text, start, end):
        inside = tokens_within(text, *found.span())
        if not inside:
            continue
        words = text.tokens[inside[0] : inside[1] + 1]
        if any(word.index in taken or word.is_possessive for word in words):
            continue
        if len(words) > 1 and words[0].key in PREPOSITIONS:
            words, inside = words[1:], (inside[0] + 1, inside[1])  # In Mombasa and Kilifi counties
        if len(words) > 1 and words[0].key == "new":
            words = words[1:]  # New Delhi
        if any(is_no_place(text, word) for word in words if word.is_capital):
            continue
        yield inside


def is_no_place(text, word):
    """An acronym, a country, a people, a language, or a word that the text writes small too."""
    if word.key in CITIES:
        return False
    return (
        word.is_upper
        or word.is_number
        or {word.key, word.key.removesuffix("s")} & FOREIGN
        or word.key in NO_PLACES
        or word.key in HEADS
        or NO_PLACE_ENDING.search(word.key) is not None
        or re.search(r"[a-z][A-Z]", word.text) is not None
        or word.text.lower() in text.small_words
    )
