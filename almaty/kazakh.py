"""What Kazakh asks of a number: an ending that follows the last word it is read with."""

import re

ENDINGS = {
    "0": "ден",  # нөл
    "1": "ден",  # бір
    "2": "ден",  # екі
    "3": "тен",  # үш
    "4": "тен",  # төрт
    "5": "тен",  # бес
    "6": "дан",  # алты
    "7": "ден",  # жеті
    "8": "ден",  # сегіз
    "9": "дан",  # тоғыз
    "10": "нан",  # он
    "20": "дан",  # жиырма
    "30": "дан",  # отыз
    "40": "тан",  # қырық
    "50": "ден",  # елу
    "60": "тан",  # алпыс
    "70": "тен",  # жетпіс
    "80": "нен",  # сексен
    "90": "нан",  # тоқсан
}
# By the noughts at the end.
POWERS = [(2, "ден"), (3, "нан"), (6, "нан"), (9, "тан")]  # жүз, мың, миллион, миллиард


def ablative(number):
    """A number as it is written before “астам”: 50-ден, 90-нан, 1 200-ден, 2,5-тен."""
    digits = re.sub(r"\D", "", number)
    value = digits.lstrip("0") or "0"
    noughts = len(value) - len(value.rstrip("0"))
    if value == "0" or noughts == 0:
        ending = ENDINGS[value[-1]]
    elif noughts == 1:
        ending = ENDINGS[value[-2:]]
    else:
        ending = next(words for power, words in reversed(POWERS) if noughts >= power)
    return f"{number}-{ending}"
