"""Names of organisations without a capital: городское управление образования, облыстық музей.

Offices write so of what is at home with them. Such words name one body only where they say which:
by its town or its field. A partner it is where a word beside it tells its role (`partners`).
"""

import re

from newsroom.importing.recognition.name_bounds_russian import rightmost
from newsroom.importing.recognition.organisations_russian_words import HEADS
from newsroom.importing.recognition.russian import GENITIVE_ADJECTIVES

# Whose it is, and of what kind: beginnings of Russian adjectives.
OF_A_TOWN = re.compile(r"(?:городск|районн|областн|окружн|столичн|республиканск|национальн)\w+")
OF_A_KIND = re.compile(
    rf"{OF_A_TOWN.pattern}|(?:государственн|международн|региональн|научн|исследовательск|краеведческ"
    r"|историческ|педагогическ|медицинск|техническ|технологическ|аграрн|художественн|детск|юношеск"
    r"|методическ|ботаническ|археологическ|геологическ|сельскохозяйственн)\w+"
    r"|научно|историко|учебно|инженерно"
)
TOWN_HALLS = {"акимат", "мэри", "хокимият", "администраци"}
GOVERNED = {"управлени", "отдел", "департамент", "комитет", "агентств", "инспекци"}
KEPT = {"музе", "библиотек", "театр", "филармони", "архив", "галере", "больниц"}
SUBJECTS = {"университет", "институт", "академи", "центр", "колледж", "лаборатори", "обсерватори"}
SUBJECTS |= {"училищ", "техникум", "ассоциаци", "фонд", "палат"}
PLACES = {"города", "района", "области", "столицы"}
LONGEST = 5  # words
KAZAKH = re.compile(
    r"(?<!\w)((?:облыстық|аудандық|қалалық|республикалық|облыс|қала|аудан)\s"
    r"(?:[а-яәғқңөұүһі-]{2,}\s){0,4})$"
)
KAZAKH_STATE = {"басқармасы", "бөлімі", "департаменті"}
# A phrase does not go on past these: …қалада өткен, …мұғалімдер мен.
KAZAKH_ENDS = re.compile(
    r".+(?:да|де|та|те|дан|ден|тан|тен|нан|нен|ған|ген|қан|кен|ып|іп|ды|ді|ты|ті|ның|нің|дың|дің"
    r"|тың|тің)|мен|пен|бен|атты|орай|бойынша"
)


def russian(text, head, stem, taken):
    """(first, last) tokens of a name around a small word for a body, or None."""
    tokens = text.tokens
    nominative = HEADS[stem][0]
    first = head
    while first and head - first < LONGEST and OF_A_KIND.fullmatch(tokens[first - 1].key):
        if text.between(tokens[first - 1], tokens[first]) not in {" ", "-"}:
            break
        first -= 1
    last = rightmost(text, head, nominative, True, taken)
    adjectives = [token.key for token in tokens[first:head]]
    local = any(OF_A_TOWN.fullmatch(word) for word in adjectives)
    behind = tokens[head + 1].key if last > head else ""
    if any(token.opens_sentence for token in tokens[first + 1 : last + 1]):
        return None
    if stem == "министерств":
        named = last > head
    elif stem in TOWN_HALLS:
        named = local or behind in PLACES
    elif stem in GOVERNED:
        seated = any(token.is_capital for token in tokens[head + 1 : last + 1])
        named = (local or seated) and last > head
    elif stem in KEPT:
        named = local
    else:
        named = stem in SUBJECTS and bool(adjectives) and last > head
    if not named or (last > head and behind.endswith(GENITIVE_ADJECTIVES) and last == head + 1):
        return None
    return first, last


def kazakh(text, head, nominative):
    """The first token of a name that ends in a small word for a body, or None."""
    start = text.tokens[head].start
    found = KAZAKH.search(text.before(start))
    if not found:
        return None
    words = found[1].split()
    if any(KAZAKH_ENDS.fullmatch(word) for word in words):
        return None
    if len(words) == 1 and nominative in KAZAKH_STATE:
        return None
    return head - sum(1 + word.count("-") for word in words)
