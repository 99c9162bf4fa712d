"""A text as tokens and sentences, each with its place in the text."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from almaty.stems import KAZAKH_LETTERS, WORD, fold, stem

TOKEN = re.compile(rf"{WORD.pattern}|&")
POSSESSIVE = re.compile(r"(?<=[A-Za-z])['’ʼ]s$")
CYRILLIC = re.compile("[\u0400-\u04ff]")
LATIN = re.compile("[A-Za-z]")
NOMINATIVE = re.compile(r"(?<=..)(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ия|[аяоеёуюыиьй])$")
RUSSIAN_CASES = """
ый ий ой ая яя ое ее ые ие ия ого его ому ему ым им ом ем ыми ими ых их ую юю ою ею ей ии ию ией ием
иями иях иям ями ами ям ам ях ах а я о е у ю ы и ь й
"""
RUSSIAN_ENDINGS = RUSSIAN_CASES.split()
# Letters that look alike in both alphabets. Typists mix them: a Latin i for the Kazakh і.
LOOK_ALIKES = str.maketrans("AaBCcEeHIiKkMOoPpTXxyY", "АаВСсЕеНІіКкМОоРрТХхуУ")
TO_LATIN = {ord(cyrillic): latin for latin, cyrillic in zip(
    "AaBCcEeHIiKkMOoPpTXxyY", "АаВСсЕеНІіКкМОоРрТХхуУ", strict=True
)}  # fmt: skip

# Of a paragraph longer than this only the beginning is read: it is no prose.
LONGEST = 20_000
NEAR = 300
SHOUTED = 3  # words, and more, that make a line in capitals and no list of acronyms

# A full stop after these ends no sentence.
SHORT_FORMS = {
    *("mr", "ms", "mrs", "dr", "prof", "st", "no", "vs", "etc", "e.g", "i.e", "approx"),
    *("г", "гг", "им", "ул", "обл", "тыс", "млн", "млрд", "т", "др", "пр", "проф", "акад", "см"),
    *("ж", "жж", "қ", "т.б", "мың", "ғ"),
}
# Where and when a press release was sent, up to its dash: ALMATY, 3 May 2021 – The …
PIECE = (
    r"(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'-]*|\d[\w.,–-]*(?:\s[а-яё]{3,9}\b)?|/[^/\n]{2,40}/"
    r"|\([^)\n]{2,30}\)|«[^»\n]{2,30}»|(?:district|region|city|village|of)\b)"
)
DATELINE = re.compile(
    rf"(?=[^\n–—:]{{0,90}}(?:\d|--|[–—]\s\d)|(?!UNESCO|ЮНЕСКО)[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{{5,}}\b)"
    rf"(?:{PIECE}[.,]?\s(?:[–—]\s(?=\d))?){{0,9}}{PIECE}"
    r"(?:[.,]?\s[-–—]{1,2}|:)\s(?=[«“\"A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])"
)
SENTENCE_END = re.compile(r"[.!?…]+[”»\"’)]*\s+(?=[«“\"‘(]*[^\W\d_a-zа-яёәғқңөұүһі])|\n+")


@dataclass(slots=True)
class Token:
    """One word. `key` is how it is looked up; `end` leaves out an English possessive."""

    index: int
    start: int
    end: int
    text: str
    key: str
    opens_sentence: bool = False
    is_possessive: bool = False

    @property
    def is_capital(self):
        return self.text[0].isupper()

    @property
    def is_upper(self):
        """Two capitals or more and nothing small: an acronym, or a word of a shouted line."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def is_number(self):
        return self.text[0].isdigit()

    @property
    def is_latin(self):
        return self.key.isascii() and not self.is_number


class Text:
    """A headline or a paragraph, read once: its words, its sentences, its language."""

    def __init__(self, text, paragraph, language):
        self.text, self.paragraph, self.language = text[:LONGEST], paragraph, language
        self.sentences = sentences(self.text)
        self.tokens = list(tokens(self.text))
        remaining = iter(self.tokens)
        for start, _end in self.sentences:
            first = next((token for token in remaining if token.start >= start), None)
            if first:
                first.opens_sentence = True

    @cached_property
    def small_words(self):
        """The words that stand in it without a capital: no names, then, with one."""
        return {token.text for token in self.tokens if token.text.islower()}

    @cached_property
    def is_shouted(self):
        """STUDENTS WHO SAVE GLACIERS: three words and more, more by spaces than by commas."""
        words = [token for token in self.tokens if not token.is_number]
        if len(words) < SHOUTED or any(letter.islower() for letter in self.text):
            return False
        gaps = [self.between(left, right) for left, right in pairwise(words)]
        return gaps.count(" ") * 2 > len(gaps)

    def sentence_of(self, position):
        """(start, end) of the sentence a place stands in."""
        index = bisect_right(self.sentences, position, key=lambda sentence: sentence[1])
        return self.sentences[min(index, len(self.sentences) - 1)]

    def token_from(self, position):
        """The first token that begins at a place or behind it, or None."""
        index = bisect_left(self.tokens, position, key=lambda token: token.start)
        return self.tokens[index] if index < len(self.tokens) else None

    def before(self, position):
        """The few words before a place: rules look no further back."""
        return self.text[max(0, position - NEAR) : position]

    def after(self, position):
        return self.text[position : position + NEAR]

    def between(self, left, right):
        """What stands between two tokens."""
        return self.text[left.end : right.start]


def small_words_from(text, first):
    """A few small words with nothing but spaces between them."""
    for index in range(first, min(first + 5, len(text.tokens))):
        token = text.tokens[index]
        if index > first and text.between(text.tokens[index - 1], token) not in {" ", "\u00a0"}:
            return
        if token.is_number or token.is_capital or token.is_latin:
            return
        yield token


def tokens(text):
    for index, found in enumerate(TOKEN.finditer(text)):
        word, end = found[0], found.end()
        possessive = POSSESSIVE.search(word)
        if possessive:
            word, end = word[: possessive.start()], found.start() + possessive.start()
        yield Token(index, found.start(), end, word, key(word), is_possessive=bool(possessive))


@lru_cache(50_000)
def key(word):
    """One word without case, accents, apostrophes and letters of the other alphabet."""
    if word == "&":
        return "and"
    if CYRILLIC.search(word) and LATIN.search(word):
        many = len(CYRILLIC.findall(word)) >= len(LATIN.findall(word))
        word = word.translate(LOOK_ALIKES if many else TO_LATIN)
    return "".join(fold(word))


def sentences(text):
    """[(start, end)]: every character belongs to one sentence, a dateline is one by itself."""
    dateline = DATELINE.match(text)
    start = dateline.end() if dateline else 0
    spans = [(0, start)] if dateline else []
    for found in SENTENCE_END.finditer(text, start):
        before = text[start : found.start()].rsplit(None, 1)
        last = before[-1].strip('(«“"').casefold() if before else ""
        if (
            "\n" not in found[0]
            and found[0].startswith(".")
            and (last in SHORT_FORMS or (re.fullmatch(r"(?:\w\.)*\w", last) and not last.isdigit()))
        ):
            continue
        spans.append((start, found.end()))
        start = found.end()
    if start < len(text) or not spans:
        spans.append((start, len(text)))
    return spans


def stems_of(token, language):
    """The keys a token may be found by: itself and its stems in the language of the text."""
    if token.key.isascii():
        return (token.key,)
    return all_stems(token.key, language == "kk" or bool(KAZAKH_LETTERS.search(token.key)))


@lru_cache(100_000)
def all_stems(word, is_kazakh):
    kazakh = (name_stem(word, "kk"),) if is_kazakh else ()
    left = [word[: -len(end)] for end in RUSSIAN_ENDINGS if word.endswith(end)]
    return (word, *kazakh, f"ru:{word}", *(f"ru:{stem}" for stem in left if len(stem) > 1))


@lru_cache(100_000)
def name_stem(word, language):
    """What the forms of a name have in common, marked with the language so that it is no word.

    A general stemmer takes Казахстан for a participle; of a Russian name only the ending of the
    nominative comes off, and of a word in a text every ending that a case may have.
    """
    if language == "kk":
        return f"kk:{stem(word, 'kk')}"
    ending = NOMINATIVE.search(word)
    return f"ru:{word[: ending.start()] if ending else word}"
