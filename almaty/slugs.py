"""Addresses in Latin letters from titles in any of our languages."""

import re
import unicodedata

from django.utils.text import slugify as django_slugify

# Kazakh after the 2021 Latin draft without its diacritics; Russian as passports are written.
LETTERS = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыэәғқңөұүһі", "abvgdeziiklmnoprstufyeagqnouuhi", strict=True))
    | {"ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"}
    | {"ъ": "", "ь": "", "ю": "yu", "я": "ya"}
)


def slugify(text, max_length=80):
    """An address part such as `kazakstan-muzeii`, cut between words; "" if nothing is left."""
    latin = unicodedata.normalize("NFC", text).lower().translate(LETTERS)
    slug = django_slugify(re.sub(r"['’ʼʻ]", "", latin))
    if len(slug) > max_length:
        slug = slug[: max_length + 1].rpartition("-")[0] or slug[:max_length]
    return slug


def free_slug(text, taken, fallback="page"):
    """A slug for `text` that `taken(slug)` does not know; a number is added until it is free."""
    base = slugify(text) or fallback
    slug, number = base, 1
    while taken(slug):
        number += 1
        slug = f"{base}-{number}"
    return slug
