"""The parts of a document in order: what is its title, its sections, its stories."""

from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest
from statistics import median

from newsroom.importing.splitting.boilerplate import is_boilerplate, is_dateline
from newsroom.importing.splitting.headings import (
    BOLD,
    SHAPE,
    SIZED,
    is_title,
    ranks,
    with_shapes,
)
from newsroom.importing.splitting.period import period_in
from newsroom.importing.splitting.sectors import is_part, sector_named
from newsroom.importing.splitting.summary import ends_sentence

SHORT_NAME = 4  # words; a headline mostly has more, the name of a section or of a step fewer


@dataclass
class Part:
    """A heading and what stands under it, as indexes into the blocks."""

    kind: str  # "front", "title", "section" or "story"
    heading: int | None
    body: list[int] = field(default_factory=list)


class Outline:
    """Reads the blocks, which boilerplate has left already, into `parts`."""

    def __init__(self, blocks):
        self.blocks = blocks
        self.ranks, self.level = headlines(blocks)
        self.parts = [Part("front", None)]
        self.has_stories = False
        for number, rank in enumerate(self.ranks):
            if rank is None:
                self.parts[-1].body.append(number)
            else:
                self.place(number, rank)

    def place(self, number, rank):
        text = self.blocks[number].text
        if sector_named(text) or (is_name(text) and self.opens_section(rank)):
            return self.add("section", number)
        has_body = bool(direct_body(self.blocks, self.ranks, number))
        if not self.has_stories and (
            rank < self.level or is_of_edition(self.blocks, self.ranks, number)
        ):
            return self.add("title", number)
        if rank <= self.level or self.parts[-1].kind == "section":
            return self.headline(number, rank, has_body)
        return self.parts[-1].body.append(number)

    def opens_section(self, rank):
        """Whether a mere name begins a part of the document, and not a step of a story."""
        return rank <= self.level or self.parts[-1].kind != "story"

    def headline(self, number, rank, has_body):
        """A headline, its second line, or what only looks like one."""
        current = self.parts[-1]
        if not has_body and current.kind == "story" and number == len(self.blocks) - 1:
            return current.body.append(number)  # nothing stands under it: a last line
        if is_deck(self, number) or (current.kind == "story" and self.is_last_line(number, rank)):
            return current.body.append(number)
        if has_body or self.is_headline_above_deck(number, rank):
            self.has_stories = True
            return self.add("story", number)
        return self.add("section" if self.has_stories else "title", number)

    def is_last_line(self, number, rank):
        """An open line with a gap below, where headlines have none, closes the story above."""
        return (
            rank == SHAPE
            and self.blocks[number].blank_after
            and not direct_body(self.blocks, self.ranks, number)
            and self.stand_close
        )

    @cached_property
    def stand_close(self):
        """Whether most headlines have their text right below them, without an empty line."""
        told = told_under(self.blocks, self.ranks, SHAPE)
        return 2 * sum(not self.blocks[number].blank_after for number in told) > len(told)

    def is_headline_above_deck(self, number, rank):
        """Two lines above a paragraph: the first is the headline, unless it is a mere name."""
        following = number + 1
        return (
            rank >= BOLD
            and following < len(self.blocks)
            and self.ranks[following] is not None
            and not is_name(self.blocks[following].text)
            and self.has_stories
            and len(self.blocks[number].text.split()) > SHORT_NAME
            and not is_name(self.blocks[number].text)
            and bool(direct_body(self.blocks, self.ranks, following))
        )

    def add(self, kind, number):
        self.parts.append(Part(kind, number))


def is_deck(outline, number):
    """The second line of a headline that stands right above it."""
    current = outline.parts[-1]
    return (
        current.kind == "story"
        and current.heading == number - 1
        and not current.body
        and outline.ranks[number] >= BOLD
    )


def is_name(text):
    """A heading that names a part of the document and tells nothing."""
    return is_part(text) or is_boilerplate(text)


def is_of_edition(blocks, found, number):
    """A heading that names the edition, by itself or with the line under it: its period."""
    body = direct_body(blocks, found, number)
    under = blocks[body[0]].text if body else ""
    if is_title(under) or period_in(under)[1] == under:
        return not ends_sentence(under)
    return is_title(blocks[number].text)


def direct_body(blocks, found, number):
    """The blocks of text between a heading and the next."""
    body = []
    for index in range(number + 1, len(blocks)):
        if found[index] is not None:
            break
        if blocks[index].text and not is_dateline(blocks[index].text):
            body.append(index)
    return body


def headlines(blocks):
    """(the rank of each block, the rank of headlines): the strongest signs that give stories."""
    found = ranks(blocks)
    level = story_level(blocks, found)
    if level is not None and level <= SIZED:
        return found, level
    if level is not None:
        plain = with_shapes(blocks, found, only_plain=True)
        return [level if rank == SHAPE else rank for rank in plain], level
    single = only_headline(blocks, found)
    if single is not None and found[single] <= SIZED:
        return found, found[single]
    return with_shapes(blocks, found), SHAPE


def story_level(blocks, found):
    """The rank under which two stories or more stand, names of parts and the title left out."""
    levels = sorted({rank for rank in found if rank is not None})
    told = {level: told_under(blocks, found, level) for level in levels}
    enough = [level for level in levels if len(told[level]) >= 2]
    for level, deeper in zip_longest(enough, enough[1:]):
        if deeper is None or not are_sections(blocks, told[level], told[deeper]):
            return level
    return None


def told_under(blocks, found, level):
    return [
        number
        for number, rank in enumerate(found)
        if rank == level
        and not is_name(blocks[number].text)
        and not is_of_edition(blocks, found, number)
        and direct_body(blocks, found, number)
    ]


def are_sections(blocks, headings, deeper):
    """Short names above many longer headings: chapters with their introductions, not stories."""
    return (
        len(deeper) >= 2 * len(headings)
        and usual_words(blocks, headings) <= SHORT_NAME
        and usual_words(blocks, deeper) > SHORT_NAME
    )


def usual_words(blocks, numbers):
    return median(len(blocks[number].text.split()) for number in numbers)


def only_headline(blocks, found):
    """The one heading with a text under it, where there is just one."""
    told = [
        number
        for level in {rank for rank in found if rank is not None}
        for number in told_under(blocks, found, level)
    ]
    return min(told, key=lambda number: (found[number], number), default=None)
