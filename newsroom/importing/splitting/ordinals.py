"""Numbers before headlines: 1., 2., 3. or I., II., III."""

import re

ORDINAL = re.compile(r"^(?:№\s*)?(\d{1,2}|[IVX]{1,5})[.)]\s+(?=\S)")
ROMANS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV"
ROMAN = {number: n for n, number in enumerate(ROMANS.split(), 1)}


def without_ordinal(text):
    return ORDINAL.sub("", text)


def take_ordinals_off(stories):
    """1., 2., 3. or I., II., III. before the headlines count them and are no part of them."""
    found = [ORDINAL.match(story.headline) for story in stories]
    counted = [ROMAN.get(number[1]) or int(number[1]) for number in found if is_count(number)]
    if len(counted) < max(2, 0.8 * len(stories)) or counted != sorted(set(counted)):
        return
    for story, number in zip(stories, found, strict=True):
        if is_count(number) and not story.headline_links:
            story.headline = story.headline[number.end() :]


def is_count(number):
    return number is not None and (number[1].isdecimal() or number[1] in ROMAN)
