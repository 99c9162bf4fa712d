"""The organisations of a story, each with one role: known ones of the register, and new ones."""

import re
from collections import Counter

from newsroom.importing.recognition import rules
from newsroom.importing.recognition.behind_roles_cyrillic import behind_role
from newsroom.importing.recognition.chains import chains
from newsroom.importing.recognition.country_forms import names_country
from newsroom.importing.recognition.foreign import NO_ORGANISATIONS, PEOPLES_ABROAD
from newsroom.importing.recognition.found import PartnerFound
from newsroom.importing.recognition.gazetteer import REGION
from newsroom.importing.recognition.mentioned import is_of_listeners, is_only_mentioned
from newsroom.importing.recognition.mentions import Mention
from newsroom.importing.recognition.names import is_organisation
from newsroom.importing.recognition.neighbours import FIRST, MOST, with_neighbours
from newsroom.importing.recognition.organisations import OwnEntry, PartnerEntry
from newsroom.importing.recognition.organisations_russian_words import FORMS
from newsroom.importing.recognition.quoted_bodies import quoted_bodies
from newsroom.importing.recognition.register import ProjectEntry, whole_key
from newsroom.importing.recognition.roles import before, roles_of
from newsroom.importing.recognition.unmarked_english import unmarked
from programmes.models import Role

IN_TOWN = re.compile(r"\s(?:in|в)\s([^\W\d_a-zа-я][\w’-]+)")
# Its form in letters, and no word besides: ОО «Луч».
OF_A_FORM = re.compile(rf"(?:{'|'.join(FORMS)})\s(?:[А-Я]+\s)?[«“\"][^«»“”\"]+[»”\"]")
MOST_OF_ONE = 8
SAID = 2  # the strength of a role that a word tells
# Of these an alias names the one at home: UNFPA is another office's in another country.
AT_HOME = {"national-government", "un-agency", "red-cross"}
OFFICIAL = re.compile(r"(?<=government of )(?:the )?(?:republic|kingdom) of (?:the )?|(?<=of )the ")
FUNDED = re.compile(r"\b([A-Z][A-Za-z&]*[A-Z]|[A-Z]{2,})-(?:funded|financed|supported|sponsored)\b")


def partners_of(texts, mentions, project, project_mentions, register, countries):
    """[PartnerFound]: one entry for each organisation, its role the best that its mentions say.

    Whose role no mention says, nor the register for the story's project, is only mentioned.
    """
    found = {}
    acronyms = {}
    of_no_one = acronyms_of(texts, project_mentions)
    for text in texts:
        named = [m for m in mentions[text.paragraph] if is_organisation(m)]
        acronyms.update({m.acronym: m for m in named if m.acronym})
    for text in texts:
        everything = mentions[text.paragraph]
        of_projects = [m for m in project_mentions if m.text is text]
        members = sorted(
            [
                *(m for m in everything if is_organisation(m) or isinstance(m.entry, OwnEntry)),
                *by_acronym(text, everything, acronyms),
                *before_funded(text, everything),
            ],
            key=FIRST,
        )[:MOST]
        without_word = unmarked if text.language == "en" else behind_role
        members = sorted(
            [*few_of_each(members), *without_word(text, [*everything, *members], of_projects)],
            key=FIRST,
        )
        bodies = quoted_bodies(text, members, everything, of_projects)
        members = sorted([*members, *bodies], key=FIRST)
        members = with_neighbours(text, members, everything, of_projects, of_no_one)
        for chain in chains(members):
            listened = is_of_listeners(chain[0].before, chain[-1].after)
            for mention, role, strength in roles_of(chain, project, of_projects):
                if isinstance(mention.entry, OwnEntry) or is_only_mentioned(mention):
                    continue
                if listened and before(mention) is None:
                    continue  # pupils of one school and another
                if strength < SAID and mention.is_small:
                    continue  # without a capital only where a word tells the role
                name, entry = identity(mention, countries)
                same = entry.name if entry else name
                found.setdefault(state_key(same), (name, entry, mention, []))[3].append(
                    (strength, role, mention)
                )
    partners = [partner(*one) for one in merged(found) if has_role(*one)]
    return partners + funder_of(project, project_mentions, partners, register)


def state_key(name):
    """The Italian government is the Government of Italy, of the Republic of Italy too."""
    key = OFFICIAL.sub("", whole_key(name))
    people, _space, body = key.partition(" ")
    if body == "government" and people in PEOPLES_ABROAD:
        return f"government of {PEOPLES_ABROAD[people]}"
    return key


def few_of_each(members):
    """Of the names of one paragraph none more often than any writer repeats it."""
    often = Counter()
    for mention in members:
        often[mention.printed] += 1
        if often[mention.printed] <= MOST_OF_ONE:
            yield mention


def merged(found):
    """The Ministry of Education is the Ministry of Education and Science that the story names too.

    Of unknown organisations only, where one name holds all words of the other, and not where each
    is said to be in a town of its own.
    """
    words = {key: set(re.findall(r"\w{3,}", name.casefold())) for key, (name, *_) in found.items()}
    kept = {}
    for key in sorted(found, key=lambda key: -len(words[key])):
        name, entry, mention, roles = found[key]
        longer = None
        if entry and not entry.known:
            longer = next((k for k in kept if is_office_of(kept[k][0], mention.printed)), None)
        if entry is None and (short := of_ministry(name)):
            longer = next((k for k in kept if short(kept[k][0])), None)
        elif entry is None and (len(words[key]) > 1 or OF_A_FORM.fullmatch(name)):
            longer = next(
                (
                    k
                    for k in kept
                    if kept[k][1] is None
                    and words[key] < words[k]
                    and not in_two_towns(mention, kept[k][2])
                    and not re.search(rf"\b(?:under|при) (?:the )?{re.escape(name)}", kept[k][0])
                ),
                None,
            )
        if longer:
            kept[longer][3].extend(roles)
        else:
            kept[key] = (name, entry, mention, roles)
    return [kept[key] for key in found if key in kept]


def of_ministry(name):
    """Минкультуры: whether another name is that ministry's in full; None for any other body."""
    short = re.match(r"Мин([а-я]{3})", name)
    return short and re.compile(rf"Министерство {short[1]}", re.I).match


def is_office_of(name, body):
    """The OSCE Centre in Astana, which a headline calls the OSCE."""
    return bool(
        re.match(rf"{re.escape(body)}\b.*\b(?:Office|Cent(?:re|er)|Mission|Hub|Bureau)\b", name)
    )


def in_two_towns(one, other):
    towns = [IN_TOWN.match(mention.after) for mention in (one, other)]
    return all(towns) and towns[0][1] != towns[1][1]


def has_role(_name, _entry, _mention, roles):
    return any(strength for strength, _role, _mention in roles)


def partner(name, entry, mention, roles):
    strongest = max(strength for strength, _role, _mention in roles)
    said = [role for strength, role, _mention in roles if strength == strongest]
    if set(said) == {Role.TECHNICAL}:
        said += [role for _strength, role, _mention in roles if role == Role.FUNDER]
    # Who pays is a funder first, and who pays or organises has people there too.
    told = [role for role in said if role != Role.TECHNICAL] or said
    role = Role.FUNDER if Role.FUNDER in told else told[0]
    return PartnerFound(
        name=name,
        role=str(role),
        known=bool(entry and entry.known),
        evidence=[m.evidence for _strength, _role, m in roles],
        slug=entry.slug if entry else None,
        kind=mention.kind,
    )


def identity(mention, countries):
    """(name, entry): an alias of what is at home in another country is another's there."""
    entry = mention.entry
    if not isinstance(entry, PartnerEntry):
        return mention.name or mention.printed, None
    if not entry.known:
        if mention.text.language == "en":
            return entry.name if is_acronym(mention.listed) else mention.listed, entry
        if len(mention.tokens) == 1 and mention.printed.isupper():
            return mention.printed, entry
        if mention.rule == rules.NAME_WITH_HEAD:
            return mention.name, entry  # spelled out beside its acronym: Центр … (ИККРОМ)
        return printed_name(mention), entry
    if is_of_another_country(mention, countries):
        return mention.printed, None
    return entry.name, entry


def is_of_another_country(mention, countries):
    """Whether an alias is used where its owner is not at home: in a story of other countries or of
    none, which may be anywhere. A regional story is at home in all five."""
    entry = mention.entry
    return bool(
        entry.seat
        and not countries & {entry.seat, REGION}
        and entry.kind in AT_HOME
        and whole_key(mention.printed) != whole_key(entry.name)
        and not names_country(mention.listed or mention.printed, entry.seat)
    )


def is_acronym(name):
    """UNICEF, KazNU."""
    return " " not in name and sum(letter.isupper() for letter in name) > 1


def printed_name(mention):
    """The name of the language that the text is in, for an organisation the register lacks."""
    if mention.rule != rules.INFLECTED or mention.text.language == "en":
        return mention.printed
    return mention.printed if mention.listed.isascii() else mention.listed


def by_acronym(text, everything, acronyms):
    """(IICAS) once explained in brackets is known in the rest of the story."""
    taken = {i for m in everything for i in range(m.first, m.last + 1)}
    for token in text.tokens:
        if token.index in taken or token.text not in acronyms:
            continue
        if text.text[token.start - 1 : token.start] == "(":
            continue
        of = acronyms[token.text]
        yield Mention(
            text,
            token.index,
            token.index,
            rules.ACRONYM,
            entry=of.entry,
            name=of.name,
            kind=of.kind,
        )


def before_funded(text, everything):
    starts = {m.start for m in everything}
    for found in FUNDED.finditer(text.text):
        if found.start() in starts or found[1] in NO_ORGANISATIONS:
            continue
        token = next((t for t in text.tokens if t.start == found.start()), None)
        if token:
            yield Mention(
                text, token.index, token.index, rules.FUNDED_BY, name=found[1], kind="donor"
            )


def acronyms_of(texts, project_mentions):
    """What projects are called for short: (GLOFCA) behind a title, the AF-funded GLOFCA."""
    found = {m.printed for m in project_mentions}
    for mention in project_mentions:
        found.update(re.findall(r"^[”\"»]?\s?\(([\w-]+)\)", mention.after))
    for text in texts:
        found.update(re.findall(r"-(?:funded|financed|supported)\s(\w+)", text.text))
    return found


def funder_of(project, project_mentions, partners, register):
    """Who pays for the project, by the register, where the story itself names nobody who does."""
    if not isinstance(project, ProjectEntry) or any(p.role == Role.FUNDER for p in partners):
        return []
    named = {p.slug for p in partners}
    found = []
    for slug in project.funders:
        entry = register.partners_by_slug.get(slug)
        if entry and slug not in named:
            words = []
            for m in project_mentions:
                if m.entry == project:
                    words.append(Mention(m.text, m.first, m.last, rules.PROJECTS_FUNDER).evidence)
            found.append(
                PartnerFound(entry.name, str(Role.FUNDER), True, words, entry.slug, entry.kind)
            )
    return found
