"""The project a story reports on: one of the register, or one named beside the word project."""

import re
from collections import Counter
from dataclasses import dataclass

from newsroom.importing.recognition import rules
from newsroom.importing.recognition.found import ProjectFound
from newsroom.importing.recognition.mentions import Mention, quoted, tokens_within
from newsroom.importing.recognition.organisation_words import HEADS
from newsroom.importing.recognition.register import ProjectEntry, whole_key
from newsroom.importing.recognition.text import key, tokens

WORD = r"(?:projects?|programmes?|programs?|initiatives?|campaigns?)"
ONE = r"(?:project|programme|program|initiative|campaign)"
BEFORE_TITLE = re.compile(
    rf"(?:{WORD}\b(?:,? (?:on|entitled|titled|called|named)|,|:)?"
    r"|проект\w*\s(?:по|о|об|в области|в сфере)\s[^«».;:\"]{0,160}(?:,|\s[–—-])"
    r"|совместн\w+ (?:проект|программ|инициатив)\w*\s[^«».;:]{0,120}"
    r"|(?:проект|программ|инициатив)\w*(?:\s[A-ZА-Я][\w–-]+){0,2}(?: под названием|,|:)?)\s*[(]?$",
    re.I,
)
SMALL = "and|or|is|was|are|were|in|of|for|the|a|an|to|by|as|at|on|with|from|this|that|its|other"
AFTER_TITLE = re.compile(
    rf"\s*(?:\([^)]{{4,40}}\)\s*)?(?:(?!(?:{SMALL})\b)[a-z-]+\s){{0,2}}{ONE}\b"
    rf"|\s[–—-]\s(?:a\s|the\s)?(?:joint\s)?[^.;]{{0,60}}{WORD}\b"
    r"|\s*(?:\([^)]{4,40}\)\s*)?(?:атты |деп аталатын |білім беру "
    r"|[а-яәғқңөұүһі]+(?:лық|лік|дық|дік|тық|тік) ){0,2}(?:жоба|бағдарлама)",
    re.I,
)
# The Centre for Youth Initiatives “Reeds”.
IN_NAME_BEFORE = re.compile(r"[A-Z]\w+ (?:Initiatives|Programmes|Programs|Projects) $")
TITLE_OF_PROJECT = re.compile(r"\s?(?:Project|Programme|Initiative) (?:for|on|of|to) ")
A_NEW = re.compile(r"\b(?:an?|its|their)\s(?:[\w-]+\s){0,3}$", re.I)
OPENING = 40  # letters
# Titled “Reeds,” this initiative …
TITLED = re.compile(r"\b(?:En)?titled\s$", re.I)
THIS_PROJECT = re.compile(rf",?\sth(?:is|e)\s(?:new\s)?{WORD}\b")
CYRILLIC_BEFORE = re.compile(r"проект\w*\s$", re.I)
KAZAKH_AFTER = re.compile(r"[»”\"]?\s(?:жоба|бағдарлама)\w*", re.I)
CALLED_FOR_SHORT = re.compile(
    r"проект\w*\s(?:по|о|об|на|для|в области|в сфере)\s[^.;:()«»\"]{3,160}[а-яё]\s"
    r"\((?P<name>[A-Z][\w&-]*(?:\s[A-Z][\w&-]*){0,4})(?:,[^()]{0,40})?\)"
)
LATIN_BEFORE = re.compile(
    r"(?P<name>\b[A-Z][\w&-]*(?:\s[A-Z][\w&-]*){0,4})\s(?:жоба|бағдарлама)\w*"
)
ENGLISH_AFTER = re.compile(r"\s(?:project|programme|initiative|Project)(?:’s|'s)?\b")
WORDS = {"project", "programme", "initiative"}
# UNESCO's own standing programmes have projects, and are none.
NO_PROJECTS = re.compile(
    r"\W(?:memory of the world|man and the biosphere|память мира|человек и биосфера|әлем жады"
    r"|адам және биосфера)\W",
    re.I,
)
LINKS = {"for", "of", "and", "in", "the", "on", "to", "through", "with", "from", "a", "by"}
MOST = 20  # projects of one story, whose names are compared
NO_TITLE = {"the", "this", "a", "our", "new", "joint", "pilot", "regional", "in", "under", "within"}


@dataclass(frozen=True)
class UnknownProject:
    """A project that the register does not have, by its printed name."""

    name: str


def found_in(text, titles, known, register):
    """Mentions of projects: the register's by name, others beside the word project.

    `titles` are the names of projects in the text, `known` all other names.
    """
    mentions = [m for m in titles if is_named(m)]
    yield from mentions
    covered = {i for m in mentions for i in range(m.first, m.last + 1)}
    for start, end in quoted(text.text):
        inside = tokens_within(text, start, end)
        if not inside or covered.intersection(range(inside[0], inside[1] + 1)):
            continue
        before, after = text.before(start), text.after(end)
        if NO_PROJECTS.match(text.text[start:end]) or IN_NAME_BEFORE.search(before):
            continue
        if (
            BEFORE_TITLE.search(before)
            or AFTER_TITLE.match(after)
            or (TITLED.search(before) and THIS_PROJECT.match(after))
            or TITLE_OF_PROJECT.match(text.text, start + 1)
        ):
            yield named_by_word(text, inside, register, start, end)
            covered.update(range(inside[0], inside[1] + 1))
    for first, last in [*short_titles(text, known), *beside_word(text, known)]:
        if [t.key for t in text.tokens[last - 1 : last + 1]] == ["associated", "schools"]:
            continue  # the Associated Schools Project network
        if not covered.intersection(range(first, last + 1)):
            yield named_by_word(text, (first, last), register)


def short_titles(text, known):
    """Проект по доступу к знаниям (SmartEd, 2025–2029): what a project is called for short."""
    others = {i for m in known for i in range(m.first, m.last + 1)}
    for found in CALLED_FOR_SHORT.finditer(text.text):
        inside = tokens_within(text, *found.span("name"))
        if inside and not others.intersection(range(inside[0], inside[1] + 1)):
            yield inside
    if text.language != "kk":
        return
    for found in LATIN_BEFORE.finditer(text.text):
        inside = tokens_within(text, *found.span("name"))
        if inside and not others.intersection(range(inside[0], inside[1] + 1)):
            yield inside


def is_named(mention):
    """One ordinary word is a project's name only beside the word project: Cryosphere project."""
    if mention.first != mention.last or mention.text.tokens[mention.first].is_upper:
        return True
    text = mention.text.text
    return bool(
        ENGLISH_AFTER.match(text, mention.end)
        or KAZAKH_AFTER.match(text, mention.end)
        or BEFORE_TITLE.search(mention.text.before(mention.start).rstrip("«“\"'"))
    )


def beside_word(text, known):
    """(first, last) of capitals beside the word project that are no other name."""
    others = {i for m in known for i in range(m.first, m.last + 1)}
    for token in text.tokens:
        if token.text in WORDS and (last := title_behind(text, token.index, others)):
            yield token.index + 1, last
        elif token.text in {"project", "projects", "Project"} and text.language == "en":
            first = capitals_before(text, token.index)
            if first is None or not any(
                t.is_capital and t.index not in others for t in text.tokens[first : token.index]
            ):
                continue
            if first == token.index - 1 and is_rest_of_name(text, first):
                continue
            if first < token.index - 1 or text.tokens[first].key not in HEADS:
                yield first, token.index - 1  # the Foundation project is any of the Foundation
        else:
            beside = None
            if token.key.startswith("проект"):
                beside = text.tokens[token.index + 1 : token.index + 2]
            elif token.key.startswith("жоба") and token.index:
                beside = text.tokens[token.index - 1 : token.index]
            if (
                beside
                and is_acronym_beside(text, beside[0], token)
                and beside[0].index not in others
            ):
                yield beside[0].index, beside[0].index


def is_rest_of_name(text, first):
    """UN Joint Song Project: what is left of it when the words that begin no title are off."""
    left = text.tokens[first - 1] if first else None
    return bool(
        left
        and left.is_capital
        and not left.opens_sentence
        and not text.tokens[first].is_upper
        and text.between(left, text.tokens[first]) == " "
    )


def title_behind(text, index, others):
    """The last word of a title without quotation marks: the project Water for Our Children."""
    tokens, last, capitals = text.tokens, None, []
    if text.language != "en" or text.paragraph is None:
        return None
    for token in tokens[index + 1 : index + 26]:
        gaps = {" ", "-", "–"}
        if token.index == index + 1 and not opens_clause(text, tokens[index], others):
            gaps.add(", ")
        if text.between(tokens[token.index - 1], token) not in gaps:
            break
        if token.is_capital:
            last = token.index
            capitals.append(token)
        elif token.key not in LINKS or token.index == index + 1:
            break
    ends = last and text.text[tokens[last].end : tokens[last].end + 1] in {".", ",", ";", ""}
    if last and not ends and text.between(tokens[index], tokens[index + 1]) == ", ":
        return None  # it goes on in a way that is not known
    own = [token for token in capitals if token.index not in others]
    return last if len(capitals) >= 3 and len(own) >= 2 else None


def opens_clause(text, word, others):
    """Behind “under the project,” stands who does something, and no title."""
    if A_NEW.search(text.before(word.start)):
        return False
    return word.index + 1 in others or word.start - text.sentence_of(word.start)[0] < OPENING


def is_acronym_beside(text, token, word):
    """проекта GLOFCA, GLOFCA жобасы."""
    left, right = sorted([token, word], key=lambda one: one.start)
    is_made_up = sum(letter.isupper() for letter in token.text) > 1  # SmartEd
    return is_made_up and token.is_latin and text.between(left, right) == " "


def capitals_before(text, index):
    """The first of the capitals that lead to the word project; small links only inside them."""
    first, reached = None, index
    while reached > 0 and index - reached < 15:
        left = text.tokens[reached - 1]
        if text.between(left, text.tokens[reached]) not in {" ", "-", "–"} or left.is_possessive:
            break
        is_whole = left.key == "regional" and index - reached > 1 and not left.opens_sentence
        if left.is_capital and (left.key not in NO_TITLE or is_whole):
            first = reached - 1
        elif (
            first is None
            or left.key not in {"for", "of", "and", "in", "the", "to", "with"}
            or reached < 2
            or not text.tokens[reached - 2].is_capital
        ):
            break
        reached -= 1
    return first


def named_by_word(text, inside, register, start=None, end=None):
    first, last = inside
    span = text.text[text.tokens[first].start : text.tokens[last].end]
    if start is not None:
        span = text.text[start + 1 : end - 1].strip(" ,.")
    entry = shortened(span, register) or UnknownProject(span)
    rule = rules.PROJECT_WORD if isinstance(entry, UnknownProject) else rules.SHORT_FORM
    return Mention(text, first, last, rule, entry=entry, start_at=start, end_at=end)


def shortened(name, register):
    """The one project of the register whose name begins so, in two words or more."""
    words = whole_key(name) + " "
    if words.count(" ") < 2:
        return None
    found = {
        entry
        for entry, names in register.projects
        for known in names
        if (whole_key(known.text) + " ").startswith(words)
    }
    return found.pop() if len(found) == 1 else None


def choose(mentions):
    """(ProjectFound, entry) of the project named most, the register's first; (None, None)."""
    if not mentions:
        return None, None
    in_full(mentions)
    counts = Counter(identity(m.entry) for m in mentions)
    order = {identity(m.entry): n for n, m in reversed(list(enumerate(mentions)))}

    def rank(name):
        return (name[0] is not None, counts[name], -order[name])

    best = max(counts, key=rank)
    own = [m for m in mentions if identity(m.entry) == best]
    entry = own[0].entry
    slug = entry.slug if isinstance(entry, ProjectEntry) else None
    return ProjectFound(slug, entry.name, [m.evidence for m in own]), entry


def in_full(mentions):
    """A short form in a headline means the project whose whole title stands in the text."""
    unknown = {identity(m.entry): m.entry for m in mentions if isinstance(m.entry, UnknownProject)}
    longest_first = sorted(unknown, key=lambda name: -len(name[1]))[:MOST]
    for mention in mentions:
        own = identity(mention.entry)
        longer = next((n for n in longest_first if n[1].startswith(f"{own[1]} ")), None)
        if own in unknown and longer:
            mention.entry = unknown[longer]


def identity(entry):
    if isinstance(entry, ProjectEntry):
        return entry.slug, entry.name
    return None, " ".join(key(t.text) for t in tokens(entry.name))
