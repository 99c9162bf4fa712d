"""What the review of one story shows: the marked text, and the suggestions by their kind."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from newsroom.import_forms import FORMS, SlugField
from newsroom.importing import decisions
from newsroom.importing.known import KnownNames
from newsroom.importing.marking import anchor, marked
from newsroom.importing.values import Kind, place_of
from newsroom.importing.wording import in_words, register_names
from newsroom.models import Suggestion

State = Suggestion.State


@dataclass
class Line:
    """One suggestion on the screen."""

    number: int
    suggestion: Suggestion
    words: str
    evidence: list  # [(rule, [(anchor, words)], [numbers of paragraphs])]
    form: object = None  # where it can still be accepted
    question: str = ""
    is_unknown_place: bool = False

    @property
    def is_open(self):
        return self.suggestion.state == State.OPEN

    @property
    def is_decided(self):
        return self.suggestion.state not in (State.OPEN, State.WITHHELD)

    @property
    def is_new(self):
        """Whether accepting it as it is makes a row of the register."""
        value = self.suggestion.value
        if self.suggestion.kind == Kind.PARTNER:
            return not value["slug"]
        return self.suggestion.kind == Kind.PLACE and self.is_unknown_place


class Screen:
    """Everything that the review of one story shows."""

    def __init__(self, story, typed=None):
        self.story, self.typed = story, typed
        self.suggestions = in_order(story.suggestions.all())
        self.names, self.known, self.choices = register_names(), KnownNames(), {}

    @cached_property
    def lines(self):
        return [self.line(*numbered) for numbered in enumerate(self.suggestions, 1)]

    def line(self, number, suggestion):
        evidence = self.evidence(number, suggestion)
        words = in_words(suggestion.kind, suggestion.value, self.names)
        line = Line(number, suggestion, words, evidence)
        if line.is_open:
            self.ask(line)
        return line

    def evidence(self, number, suggestion):
        """By rule, each word once, in the order of the text."""
        by_rule = {}
        for position, found in enumerate(suggestion.evidence, 1):
            words, blocks = by_rule.setdefault(found["rule"], ({}, {}))
            words.setdefault(found["text"].casefold(), (anchor(number, position), found["text"]))
            blocks[self.story.block_at(found["paragraph"])] = True
        return [
            (_(rule), list(words.values()), [block for block in blocks if block])
            for rule, (words, blocks) in by_rule.items()
        ]

    def ask(self, line):
        """The form by which it can be changed; and for a name that is not known, which it is."""
        suggestion, candidates = line.suggestion, []
        if suggestion.kind == Kind.PARTNER:
            candidates = self.candidates(self.known.partners, suggestion)
        elif suggestion.kind == Kind.PLACE:
            known = place_of(suggestion.value)
            line.is_unknown_place = known is None
            candidates = [known] if known else self.candidates(self.known.places, suggestion)
        line.question = decisions.question(suggestion, self.known)
        data = self.typed if self.typed and f"s{suggestion.pk}" in self.typed_prefixes else None
        form = FORMS[suggestion.kind]
        line.form = form(suggestion, data, candidates=candidates, known=self.known)
        for name, field in line.form.fields.items():
            if isinstance(field, SlugField):
                field.choices = self.choices_of((form, name), field)

    def choices_of(self, key, field):
        """Read once for the screen, and not by every form of a kind again."""
        if key not in self.choices:
            self.choices[key] = list(field.choices)
        return self.choices[key]

    def candidates(self, names, suggestion):
        found = names.like(suggestion.value["name"])
        slug = suggestion.value.get("slug")
        known = [row for row in names.rows.values() if slug and row.slug == slug]
        return [*known, *(row for row in found if row not in known)]

    @cached_property
    def typed_prefixes(self):
        return {name.partition("-")[0] for name in self.typed or {}}

    @property
    def groups(self):
        """[(kind, [Line])] of what is open or decided; what is withheld stands apart."""
        groups = defaultdict(list)
        for line in self.lines:
            if line.suggestion.state != State.WITHHELD:
                groups[line.suggestion.get_kind_display()].append(line)
        return list(groups.items())

    @property
    def withheld(self):
        return [line for line in self.lines if line.suggestion.state == State.WITHHELD]

    @property
    def texts(self):
        shown = [s if s.state != State.WITHHELD else Hidden() for s in self.suggestions]
        return marked(self.story, shown, self.story.lost_links.all())


class Hidden:
    """Keeps the number of a suggestion that is not marked in the text."""

    evidence = ()


def in_order(suggestions):
    """Kind by kind, as the screen groups them."""
    kinds = list(Kind.values)
    return sorted(suggestions, key=lambda suggestion: (kinds.index(suggestion.kind), suggestion.pk))
