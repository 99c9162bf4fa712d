"""The Ministry of X of Kazakhstan is the Ministry of X of the Republic of Kazakhstan, and of РК."""

import re

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
    ["Қырғызстанның", "Қырғыз Республикасының", "Қырғыз Республикасы", "ҚР"],
    ["Тәжікстанның", "Тәжікстан Республикасының", "Тәжікстан Республикасы"],
    ["Өзбекстанның", "Өзбекстан Республикасының", "Өзбекстан Республикасы"],
]


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
