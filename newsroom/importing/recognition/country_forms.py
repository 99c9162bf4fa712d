"""The Ministry of X of Kazakhstan is the Ministry of X of the Republic of Kazakhstan, and of РК."""

import re

from newsroom.importing.recognition.gazetteer import COUNTRIES
from newsroom.importing.recognition.text import key, tokens

# What stands for one another in names of organisations: behind the name, in Kazakh before it.
BEHIND = [
    ["of Kazakhstan", "of the Republic of Kazakhstan"],
    ["of Kyrgyzstan", "of the Kyrgyz Republic"],
    ["of Tajikistan", "of the Republic of Tajikistan"],
    ["of Uzbekistan", "of the Republic of Uzbekistan"],
    ["Казахстана", "Республики Казахстан", "РК"],
    ["Кыргызстана", "Кыргызской Республики", "КР"],
    ["Таджикистана", "Республики Таджикистан", "РТ"],
    ["Узбекистана", "Республики Узбекистан", "РУз"],
]
BEFORE = [
    ["Қазақстанның", "Қазақстан Республикасының", "Қазақстан Республикасы", "ҚР"],
    ["Қырғызстанның", "Қырғыз Республикасының", "Қырғыз Республикасы"],
    ["Тәжікстанның", "Тәжікстан Республикасының", "Тәжікстан Республикасы"],
    ["Өзбекстанның", "Өзбекстан Республикасының", "Өзбекстан Республикасы"],
]
# What else stands for a country behind the name of its ministry.
LETTERS = {"tajikistan": {"рт"}, "uzbekistan": {"руз", "ру"}}
STATE = {"republic", "of", "республика", "республикасы"}
LONGEST_ENDING = 2


def other_forms(name):
    """The same name with every other form of the country in it; none where it has no country."""
    for forms in BEHIND:
        for form in sorted(forms, key=len, reverse=True):
            if name.endswith(f" {form}"):
                return [name.removesuffix(form) + other for other in forms if other != form]
    for forms in BEFORE:
        for form in sorted(forms, key=len, reverse=True):
            if re.match(rf"{form}\s", name):
                return [other + name.removeprefix(form) for other in forms if other != form]
    return []


def names_country(name, slug):
    """Whether a name of an organisation says itself that it is of this country of the remit."""
    stems, letters = set(), set(LETTERS.get(slug, ()))
    for word in re.split(r"[|\s]", COUNTRIES[slug]):
        if word.isupper():
            letters.add(key(word))
        elif key(word) not in STATE:
            stems.add(key(word)[:-LONGEST_ENDING])
    words = {token.key for token in tokens(name)}
    return bool(words & letters) or any(word.startswith(tuple(stems)) for word in words)
