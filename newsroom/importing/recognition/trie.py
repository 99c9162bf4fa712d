"""Many names found in a text at once: one walk over its words, however many names there are."""

import re
from dataclasses import dataclass

from newsroom.importing.recognition import rules
from newsroom.importing.recognition.text import KAZAKH_LETTERS, key, name_stem, stems_of, tokens

END = object()
# What may stand between two words of one name.
GAP = re.compile(r"[\s\-–—‐‑−./«»“”„\"‘’'()]{0,5}")
GAP_WITH_COMMA = re.compile(r"[\s\-–—‐‑−./«»“”„\"‘’'(),]{0,6}")
HYPHENS = "-‐‑"
LONGEST_ACRONYM = 8


@dataclass(frozen=True)
class Name:
    """A name of something. `rule` says which of its names it is."""

    text: str
    entry: object
    rule: str = rules.NAME
    language: str = ""  # "" where it is not known


@dataclass(frozen=True, slots=True)
class Match:
    """A name in a text: tokens[first:last + 1]."""

    first: int
    last: int
    name: Name
    inflected: bool

    @property
    def rule(self):
        return rules.INFLECTED if self.inflected else self.name.rule


class Trie:
    def __init__(self):
        self.root = {}

    def add(self, name):
        """A Cyrillic name is put in as it is and by its stems, so that its forms are found."""
        found = list(tokens(name.text))
        if not found or (len(found) == 1 and len(found[0].key) < 2):
            return
        for path in paths(found, name.language):
            node = self.root
            for step in path:
                node = node.setdefault(step, {})
            names = node.setdefault(END, [])
            if name not in names:
                names.append(name)

    def matches(self, text):
        """The longest names at every word, none inside another, in the order of the text."""
        steps = [stems_of(token, text.language) for token in text.tokens]
        found = []
        for first in range(len(text.tokens)):
            if not self.starts(steps[first]):
                continue
            match = self.longest(text, steps, first)
            if match:
                found.append(match)
        return apart(found)

    def starts(self, steps):
        return any(step in self.root for step in steps)

    def longest(self, text, steps, first):
        best, nodes, index = None, [self.root], first
        while nodes and index < len(text.tokens):
            if index > first:
                gap = text.text[text.tokens[index - 1].end : text.tokens[index].start]
                if not joins(text.tokens[index - 1], gap):
                    break
            nodes = [node[step] for node in nodes for step in steps[index] if step in node]
            for node in nodes:
                fitting = [n for n in node.get(END, ()) if fits(n, text, first, index)]
                if fitting:
                    name = max(fitting, key=lambda n: begins(n, text, first))
                    best = Match(first, index, name, is_inflected(name, text, first, index))
            index += 1
        return best


def begins(name, text, first):
    """Of two names with one stem, the one that is printed: letters it has in common."""
    if text.language == "en":
        return 0
    return text.text.startswith(name.text, text.tokens[first].start) * len(name.text)


def paths(found, language):
    plain = tuple(token.key for token in found)
    yield plain
    if all(step.isascii() for step in plain):
        return
    has_kazakh = any(KAZAKH_LETTERS.search(step) for step in plain)
    for stems in ("kk", "ru"):
        if stems == "ru" and (has_kazakh or language == "kk"):
            continue
        if stems == "kk" and language == "ru":
            continue
        yield tuple(step if step.isascii() else name_stem(step, stems) for step in plain)


def joins(token, gap):
    if "," in gap:
        return bool(GAP_WITH_COMMA.fullmatch(gap))
    if "." in gap and gap != "." and len(token.text) > 3:
        return False  # a sentence ends here
    return bool(GAP.fullmatch(gap))


def fits(name, text, first, last):
    """Whether words of a text can be this name: by capitals, commas and hyphens."""
    tokens_ = text.tokens
    printed = text.text[tokens_[first].start : tokens_[last].end]
    if "," in printed and "," not in name.text:
        return False
    if name.text.isupper() and len(name.text) <= LONGEST_ACRONYM:
        if text.is_shouted and hasattr(name.entry, "roles"):
            return False  # STUDENTS WHO SAVE GLACIERS: no word tells an acronym there
        return all(t.text.isupper() for t in tokens_[first : last + 1]) and not half(text, last)
    if name.text[0].isupper() and not tokens_[first].is_capital:
        # In Russian and Kazakh the words of a long name are often written small.
        capitals = any(t.is_capital for t in tokens_[first : last + 1])
        if text.language == "en" or first == last or not capitals:
            return False
    if last > first and text.language == "en":
        words = re.findall(r"[A-Za-z]+", name.text)
        if words and words[-1][0].isupper() and not tokens_[last].is_capital:
            return False
    return not half(text, last) and not second_half(text, first)


def half(text, last):
    """Whether a name goes on behind a hyphen, as Issyk does in Issyk-Kul."""
    end = text.tokens[last].end
    return (
        text.text[end : end + 1] in tuple(HYPHENS)
        and last + 1 < len(text.tokens)
        and text.tokens[last + 1].start == end + 1
        and text.tokens[last + 1].is_capital
        and not text.tokens[last + 1].is_upper
        and not text.tokens[last].is_upper
    )


def second_half(text, first):
    start = text.tokens[first].start
    return (
        first > 0
        and text.text[start - 1 : start] in tuple(HYPHENS)
        and text.tokens[first - 1].end == start - 1
        and text.tokens[first - 1].is_capital
        and not text.tokens[first - 1].is_upper
        and not text.tokens[first].is_upper
    )


def is_inflected(name, text, first, last):
    written = [token.key for token in text.tokens[first : last + 1]]
    return written != [key(token.text) for token in tokens(name.text)]


def apart(found):
    """Matches that do not overlap: the longer wins, then the earlier."""
    taken, kept = set(), []
    for match in sorted(found, key=lambda m: (m.first - m.last, m.first)):
        span = range(match.first, match.last + 1)
        if not taken.intersection(span):
            taken.update(span)
            kept.append(match)
    return sorted(kept, key=lambda m: m.first)
