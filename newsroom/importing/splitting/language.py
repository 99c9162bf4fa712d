"""In which of our languages a text is written: the one place that tells."""

import re


def words(text):
    return frozenset(text.split())


LATIN, CYRILLIC = re.compile("[A-Za-z]"), re.compile("[Ѐ-ӿ]")
KAZAKH_LETTER = re.compile("[әғқңөұүһі]", re.IGNORECASE)
RUSSIAN_LETTER = re.compile("[ёщъ]", re.IGNORECASE)
WORD = re.compile(r"[Ѐ-ӿ]+")
# Words without which few texts of the language go, and which the other does not have.
KAZAKH = words(
    """мен бен пен туралы бойынша жылы айында болды болып бар осы алды атты деп дейін кейін
    арасында аясында барысында"""
)
RUSSIAN = words(
    """и в во на с со по для о об из что как от к при за не года году был была были это также
    которые который их между под прошла прошел прошёл два две три четыре пять"""
)
# Endings of Kazakh words that have no letter of their own: Алматыда, мектептер, балалардың.
KAZAKH_ENDING = re.compile(
    r"\w{3,}(?:лар|дар|тар|лер|дер|тер|ларды|дарды|лерге|ларга|дан|тан|ында|ысы|ады|еді)|\w{4,}(?:да|та|де|ның|дың)"
)
# Behind a vowel a Kazakh place is -да and not -та: университета is Russian.
RUSSIAN_ENDING = re.compile(
    r"\w{2,}(?:ая|ый|ий|ого|ому|ние|ния|ция|ции|ость|ости|ать|ить|[аеиоуыэюя]т[ае]|ена|или|али"
    r"|ство|ов|ах|ях)"
)
ENOUGH = 300  # letters, of which the share of Kazakh ones tells a language; fewer go by words
KAZAKH_SHARE = 0.03  # of its letters; a Russian text that names Kazakh schools stays below


def language_of(text, fallback="en"):
    """en, ru or kk; `fallback` where there are no letters at all."""
    latin, cyrillic = len(LATIN.findall(text)), len(CYRILLIC.findall(text))
    if not latin and not cyrillic:
        return fallback
    if latin >= cyrillic:
        return "en"
    own = len(KAZAKH_LETTER.findall(text))
    if cyrillic > ENOUGH:
        return "kk" if own > cyrillic * KAZAKH_SHARE else "ru"
    words = WORD.findall(text.lower())
    russian = sum(
        3 * (word in RUSSIAN or bool(RUSSIAN_LETTER.search(word)))
        + bool(RUSSIAN_ENDING.fullmatch(word))
        for word in words
    )
    kazakh = sum(
        3 * (word in KAZAKH) + 2 * bool(KAZAKH_LETTER.search(word)) + is_kazakh_form(word)
        for word in words
    )
    return "kk" if kazakh > russian else "ru"


def language_of_story(text, of_document):
    """The language of one story of a document, which is mostly in the document's.

    Letters of the other alphabet decide; between Russian and Kazakh only a text of some length
    does.
    """
    own = language_of(text, of_document)
    if "en" in {own, of_document}:
        return own
    return own if len(CYRILLIC.findall(text)) > ENOUGH else of_document


def is_kazakh_form(word):
    return bool(KAZAKH_ENDING.fullmatch(word)) and not RUSSIAN_ENDING.fullmatch(word)
