"""Names in the order a reader of English, Russian or Kazakh looks them up in.

Databases disagree: SQLite sorts by code point, where the Kazakh letters come after «я»; PostgreSQL
by whatever locale its cluster was made with. Lists of names are short, so they are sorted here.
"""

import unicodedata

CYRILLIC = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
RANK = {letter: number for number, letter in enumerate(CYRILLIC, 0x3000)}  # after every Latin one


def sort_key(text):
    """Compares letter by letter: figures, Latin letters without accents, Cyrillic letters."""
    key = []
    for letter in unicodedata.normalize("NFC", str(text)).casefold():
        if letter in RANK:
            key.append(RANK[letter])
        elif letter.isalnum():
            key.append(ord(unicodedata.normalize("NFKD", letter)[0]))
        elif letter.isspace() or letter == "-":
            key.append(0)  # quotes and other signs do not count
    return key


def in_alphabet(pages):
    """These rows by what they are called on the page."""
    return sorted(pages, key=lambda page: (sort_key(page), page.pk))
