"""Words of a text, and the stems by which their forms find each other.

Done here and not in the database, so that SQLite and PostgreSQL find the same. What leaves this
module is letters of a–z, Cyrillic letters and digits only: tokens which the tokenisers of both
databases leave whole, and which need no quoting in their query languages.
"""

import re
import threading
import unicodedata
from functools import lru_cache

from snowballstemmer import EnglishStemmer, RussianStemmer

LONGEST_WORD = 40
JOINERS = "'’‘ʻʼ`´\u00ad\u200b\u200c\u200d\u2060\ufeff"  # apostrophes, soft hyphens: inside a word
MARKS = "\u0300-\u036f"  # combining accents, as in «за́мок»
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}]|[{JOINERS}](?=[^\W_]))*")
INSIDE = re.compile(r"[^\W_]+")
POSSESSIVE = re.compile(r"(?<=[a-z])['’ʼ]s$")
OTHER_LETTER = re.compile(r"[^a-z0-9\u0430-\u04ff]")
KAZAKH_LETTERS = re.compile("[әғқңөұүһі]")


def words(text):
    """Every word of a text: (start, end, what it is looked up by), in order."""
    for found in WORD.finditer(text):
        for word in fold(found[0]):
            yield found.start(), found.end(), word


@lru_cache(50_000)
def fold(word):
    """One word without case, accents and apostrophes; ё is е. Seldom it falls into several."""
    word = POSSESSIVE.sub("", unicodedata.normalize("NFKC", word).casefold())
    word = "".join(bare(letter) for letter in word if letter not in JOINERS)
    return tuple(spelled(part[:LONGEST_WORD]) for part in INSIDE.findall(word))


def bare(letter):
    """Latin letters lose their accents, ё its dots; й and the Kazakh letters are letters."""
    if letter == "ё":
        return "е"
    if unicodedata.category(letter) == "Mn":
        return ""
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else letter


def spelled(word):
    """Letters of other scripts by their numbers, as databases disagree on which are letters.

    A number gets letters in front: PostgreSQL reads 4e76ә as a number and a word.
    """
    word = OTHER_LETTER.sub(lambda found: f"u{ord(found[0]):x}", word)
    return f"no{word}" if word[0].isdigit() else word


# Stems -----------------------------------------------------------------------------------------


class Stemmers(threading.local):
    """Snowball's keep their state in themselves, so every thread has its own."""

    def __init__(self):
        self.english, self.russian = EnglishStemmer(), RussianStemmer()


stemmers = Stemmers()


@lru_cache(100_000)
def stem(word, language):
    """The stem of a word in a text of this language; its letters count for more than the text."""
    if word.isascii():
        return word if word.startswith("no") else stemmers.english.stemWord(word)
    if language == "kk" or KAZAKH_LETTERS.search(word):
        return kazakh_stem(word)
    return stemmers.russian.stemWord(word)


def possible_stems(word):
    """The stems of a word looked for, whatever the language of the text it may stand in."""
    return tuple(dict.fromkeys(stem(word, language) for language in ("ru", "kk")))


# Endings of Kazakh nouns: plural, case, possessive, in back and front vowels. All of them are taken
# off until none is left, so that every form of a noun comes to the same stem, if not to a word.
BACK, FRONT, EITHER = "аоұыяё", "әеөүіэ", "уюи"
WITH = {"мен", "бен", "пен", "менен", "бенен", "пенен"}  # alike after front and back vowels
NOUN_ENDINGS = """
лар лер дар дер тар тер
ның нің дың дің тың тің ға ге қа ке ны ні ды ді ты ті да де та те
дан ден тан тен нан нен мен бен пен менен бенен пенен дағы дегі тағы тегі
ы і сы сі ым ім ың ің ымыз іміз мыз міз ыңыз іңіз ңыз ңіз
н ын ін сын сін ына іне сына сіне ында інде сында сінде ынан інен сынан сінен
ындағы індегі сындағы сіндегі ымен імен сымен сімен
"""
ENDINGS = sorted(NOUN_ENDINGS.split(), key=len, reverse=True)
SOFTENED = {"б": "п", "ғ": "қ", "г": "к"}  # мектеп, мектебі


def kazakh_stem(word):
    while ending := next((e for e in ENDINGS if comes_off(word, e)), None):
        word = word[: -len(ending)]
    return word[:-1] + SOFTENED.get(word[-1], word[-1])


def comes_off(word, ending):
    """Whether a word can end so: by what is left, by vowel harmony and by the sound before."""
    if not word.endswith(ending):
        return False
    left = word[: -len(ending)]
    vowel = next((letter for letter in reversed(left) if letter in BACK + FRONT + EITHER), None)
    # After у stands what stands after a consonant: суды, not суны.
    is_open = bool(left) and left[-1] in BACK + FRONT + "и"
    if vowel is None or len(left) < (3 if is_open else 2):
        return False
    if ending not in WITH:
        clashing = BACK if any(letter in FRONT for letter in ending) else FRONT
        if vowel in clashing and ending != "н":
            return False
    if ending[0] in "тқкпыі":
        return not is_open
    if ending[0] == "с" or ending in {"н", "ны", "ні"}:
        return is_open
    return True
