"""A name in a text, whatever it turns out to name."""

import re
from dataclasses import dataclass

from newsroom.importing.document import Evidence
from newsroom.importing.recognition.text import NEAR

SPEECH = 80  # letters between quotation marks, and more, are no name
QUOTES = {"“": '”"', "«": "»", '"': '"”', "„": "“”", "‘": "’", "'": "'"}


@dataclass
class Mention:
    """tokens[first:last + 1] of a text. `entry` is what it names, None where a rule found it."""

    text: object  # Text
    first: int
    last: int
    rule: str
    entry: object = None
    name: str = ""
    kind: str = "unknown"
    acronym: str = ""
    listed: str = ""  # the name it was found by, as the register or the built-in list has it
    end_at: int | None = None  # where a closing quotation mark belongs to the name
    start_at: int | None = None
    is_small: bool = False  # a name without a capital of its own
    inside: tuple = ()  # mentions of places in the name of an organisation

    @property
    def start(self):
        return self.text.tokens[self.first].start if self.start_at is None else self.start_at

    @property
    def end(self):
        return self.text.tokens[self.last].end if self.end_at is None else self.end_at

    @property
    def printed(self):
        return self.text.text[self.start : self.end]

    @property
    def tokens(self):
        return self.text.tokens[self.first : self.last + 1]

    @property
    def evidence(self):
        return evidence(self.text, self.start, self.end, self.rule)

    @property
    def before(self):
        """The sentence up to the name."""
        start = max(self.text.sentence_of(self.start)[0], self.start - NEAR)
        return self.text.text[start : self.start]

    @property
    def after(self):
        """The rest of the sentence."""
        end = self.text.sentence_of(max(self.start, self.end - 1))[1]
        return self.text.text[self.end : min(end, self.end + NEAR)]

    @property
    def sentence(self):
        start, end = self.text.sentence_of(self.start)
        return self.text.text[start:end]

    def covers(self, other):
        return self.first <= other.first and other.last <= self.last


def evidence(text, start, end, rule):
    return Evidence(text.text[start:end], text.paragraph, start, end, rule)


def quoted_after(text, position, longest=250):
    """(start, end) between and with the quotation marks that open at a place, or None.

    Of marks within marks the outer ones, unless those never close: «Фонд «Тростник» поёт.
    """
    found = re.compile(r"\s?([“«\"„‘'])").match(text, position)
    if not found:
        return None
    opening, depth, first = found[1], 0, None
    for end in range(found.end(), min(len(text), found.end() + longest)):
        behind = text[end + 1 : end + 2]
        nested = text[end] == opening and (opening != '"' or opens(text[end - 1], behind))
        if nested or opening + text[end] == '"“':
            depth += 1
        elif text[end] in QUOTES[opening] and not (text[end] in "’'" and behind.isalpha()):
            first = first or end + 1
            if not depth:
                return found.start(1), end + 1
            depth -= 1
    return first and (found.start(1), first)


def opens(before, behind):
    """A straight mark opens behind a space and before a word."""
    return before in " (" and behind.isalnum()


def quoted(text):
    """[(start, end)] of everything in quotation marks; of nested names the outer ones."""
    spans, position = [], 0
    for found in re.finditer(r"[“«„]|(?<!\w)[\"‘']", text):
        if found.start() < position:
            continue
        span = quoted_after(text, found.start())
        if span and span[1] - span[0] > 3:
            spans.append(span)
            # What somebody says may name something: “The project “Reeds” …”.
            position = span[1] if span[1] - span[0] < SPEECH else span[0] + 1
    return spans


def tokens_within(text, start, end):
    """(first, last) tokens of a Text that stand between two places, or None."""
    first, behind = text.token_from(start), text.token_from(end)
    last = (behind.index if behind else len(text.tokens)) - 1
    return (first.index, last) if first and first.index <= last else None


def without_overlaps(mentions):
    """The longer of two mentions of the same words; the earlier given where they are as long."""
    kept, taken = [], set()
    for mention in sorted(mentions, key=lambda m: m.first - m.last):
        words = range(mention.first, mention.last + 1)
        if not taken.intersection(words):
            taken.update(words)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.first)
