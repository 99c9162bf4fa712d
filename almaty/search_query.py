"""What a reader typed into a search box, understood. Any text is a query, none is an error.

glacier lakes           both words, in any form; the last one may be only begun
"glacier lakes"         these words side by side, in this order, in any form
glacier -tajikistan     what has the first word, without whatever has the second
"""

import re
from dataclasses import dataclass

from almaty.stems import ENDINGS, possible_stems, words

LONGEST, MOST_WORDS = 200, 12
SHORTEST_BEGINNING = 3  # letters from which the last word finds what begins with it
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
PART = re.compile(r'(?P<minus>(?<!\S)-(?=\S))?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')

# Words that say nothing of what is looked for; they count between quotation marks.
WEAK_WORDS = """
a an and at by for from in of on or the to with и в во на с со к по о об для из от
және мен бен пен үшін
"""
WEAK = {*WEAK_WORDS.split(), *(ending for ending in ENDINGS if len(ending) > 1)}


@dataclass(frozen=True)
class Part:
    """A word, or a phrase: `terms` are to be there all, each in one of its spellings.

    A spelling that ends in * is the beginning of a word. `phrases` are the spellings of the whole,
    of which one is to stand in the text as it is.
    """

    terms: tuple = ()
    phrases: tuple = ()


@dataclass(frozen=True)
class Query:
    text: str
    wanted: tuple = ()
    unwanted: tuple = ()
    is_cut: bool = False

    @classmethod
    def parse(cls, text):
        text = " ".join(text.replace("\0", " ").split())
        short, left, parts = text[:LONGEST], MOST_WORDS, []
        is_cut = short != text
        for found in PART.finditer(short.translate(QUOTES)):
            every = [word for _start, _end, word in words(found["phrase"] or found["word"] or "")]
            is_cut = is_cut or len(every) > left
            if every := every[:left]:
                left -= len(every)
                parts.append((found, every))
        made = [
            (found["minus"], phrase(every) if found["phrase"] else several(every, found))
            for found, every in without_weak(parts)
        ]
        return cls(
            text=short,
            wanted=tuple(part for minus, part in made if not minus),
            unwanted=tuple(part for minus, part in made if minus),
            is_cut=is_cut,
        )

    @property
    def terms(self):
        return tuple(term for part in self.wanted for term in part.terms)

    @property
    def phrases(self):
        return tuple(part.phrases for part in self.wanted if part.phrases)


def without_weak(parts):
    """Leaves out words that say nothing, unless there are no others."""
    strong = [
        (found, every if found["phrase"] else [word for word in every if word not in WEAK])
        for found, every in parts
    ]
    strong = [(found, every) for found, every in strong if every]
    return strong if any(not found["minus"] for found, _every in strong) else parts


def several(every, found):
    """What stood between two blanks: one word, or the parts of COVID-19."""
    terms = [possible_stems(word) for word in every]
    begun = every[-1]
    is_last = found.end() == len(found.string) and not found["minus"]
    if is_last and len(begun.removeprefix("no")) >= SHORTEST_BEGINNING:
        terms[-1] += (f"{begun}*",)
    return Part(tuple(terms))


def phrase(every):
    """Between quotation marks the words stand side by side; their forms are still free."""
    terms = tuple(possible_stems(word) for word in every)
    if len(every) == 1:
        return Part(terms)
    spellings = {" ".join(term[0] for term in terms), " ".join(term[-1] for term in terms)}
    return Part(terms, tuple(sorted(f" {spelling} " for spelling in spellings)))


# The same query in the language of each database --------------------------------------------------


def fts5(terms, columns):
    """For SQLite's FTS5. The words hold letters and digits only, so nothing is to be escaped."""

    def one(spelling):
        return f'"{spelling[:-1]}" *' if spelling.endswith("*") else f'"{spelling}"'

    every = " AND ".join(f"({' OR '.join(map(one, spellings))})" for spellings in terms)
    return f"{{{' '.join(columns)}}} : ({every})"


def tsquery(terms):
    """For PostgreSQL."""

    def one(spelling):
        return f"'{spelling[:-1]}':*" if spelling.endswith("*") else f"'{spelling}'"

    return " & ".join(f"({' | '.join(map(one, spellings))})" for spellings in terms)
