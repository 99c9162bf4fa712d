"""Numbers of a text, in digits and in words, with how exact they are said to be."""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

# “One” is a pronoun as often as a number.
UNITS_EN = "two three four five six seven eight nine ten eleven twelve thirteen fourteen"
UNITS_EN += " fifteen sixteen seventeen eighteen nineteen"
TENS_EN = "twenty thirty forty fifty sixty seventy eighty ninety"
ENGLISH = {word: n for n, word in enumerate(UNITS_EN.split(), 2)}
ENGLISH |= {word: n * 10 for n, word in enumerate(TENS_EN.split(), 2)}
ENGLISH |= {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
DOZEN = 12
HALVES = {"ru": ["с", "половиной"], "kk": ["жарым"]}
# They count only behind another number: десятки людей are any number.
DOZENS_RU = {"десятка": 10, "десятков": 10, "десяткам": 10, "десятками": 10}
DOZENS_RU |= {"сотни": 100, "сотен": 100, "сотням": 100, "сотнями": 100, "дюжины": 12}
HALF = re.compile(r"\bhalf a\s$", re.I)
# A Russian number in its cases, as nominative|genitive, dative…|instrumental.
RUSSIAN_FORMS = {
    2: "два|две|двух|двум|двумя|двое|двоих|оба|обе|обоих|обеих",
    3: "три|трех|трем|тремя|трое|троих",
    4: "четыре|четырех|четырем|четырьмя|четверо|четверых", 5: "пять|пяти|пятью|пятеро|пятерых",
    6: "шесть|шести|шестью|шестеро|шестерых", 7: "семь|семи|семью|семеро|семерых",
    8: "восемь|восьми|восемью|восьмью", 9: "девять|девяти|девятью", 10: "десять|десяти|десятью",
    11: "одиннадцать|одиннадцати|одиннадцатью", 12: "двенадцать|двенадцати|двенадцатью",
    13: "тринадцать|тринадцати|тринадцатью", 14: "четырнадцать|четырнадцати|четырнадцатью",
    15: "пятнадцать|пятнадцати|пятнадцатью", 16: "шестнадцать|шестнадцати|шестнадцатью",
    17: "семнадцать|семнадцати|семнадцатью", 18: "восемнадцать|восемнадцати|восемнадцатью",
    19: "девятнадцать|девятнадцати|девятнадцатью",
    20: "двадцать|двадцати|двадцатью", 30: "тридцать|тридцати|тридцатью", 40: "сорок|сорока",
    50: "пятьдесят|пятидесяти|пятьюдесятью|полсотни|полусотни",
    60: "шестьдесят|шестидесяти|шестьюдесятью", 70: "семьдесят|семидесяти|семьюдесятью",
    80: "восемьдесят|восьмидесяти|восемьюдесятью", 90: "девяносто|девяноста",
    100: "сто|ста|сотня|сотню", 200: "двести|двухсот|двумстам|двумястами",
    300: "триста|трехсот|тремстам|тремястами",
    400: "четыреста|четырехсот|четыремстам|четырьмястами",
    500: "пятьсот|пятисот|пятистам|пятьюстами",
    600: "шестьсот|шестисот|шестистам|шестьюстами", 700: "семьсот|семисот|семистам|семьюстами",
    800: "восемьсот|восьмисот|восьмистам", 900: "девятьсот|девятисот|девятистам|девятьюстами",
    1000: "тысяча|тысячи|тысячу|тысяче|тысячей|тысяч|тысячам|тысячами|тысячах",
    1_000_000: "миллион|миллиона|миллионов|миллионам|миллионами", 1.5: "полтора|полторы|полутора",
}  # fmt: skip
RUSSIAN = {word: n for n, forms in RUSSIAN_FORMS.items() for word in forms.split("|")}
KAZAKH = {
    "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9, "он": 10,
    "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70, "сексен": 80,
    "тоқсан": 90, "жүз": 100, "мың": 1000, "миллион": 1_000_000,
}  # fmt: skip
WORDS = {"en": ENGLISH, "ru": RUSSIAN, "kk": KAZAKH}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "тыс": 1000, "тысяч": 1000,
          "тысячи": 1000, "тысяча": 1000, "млн": 1_000_000, "миллион": 1_000_000,
          "миллионов": 1_000_000, "миллиона": 1_000_000, "мың": 1000, "жүз": 100,
          "тысячу": 1000, "тысячам": 1000, "тысячами": 1000, "тысячах": 1000,
          "миллиард": 10**9, "миллиарда": 10**9, "миллиардов": 10**9, "млрд": 10**9}  # fmt: skip

DIGITS = r"\d{1,3}(?:[ \u00a0\u202f,.’']\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
NUMBER = re.compile(
    rf"(?:\b[Bb]etween\s(?P<low>{DIGITS})\sand\s(?=\d)|(?<![\w.,:/№#$€£-]))"
    rf"(?P<n>{DIGITS})(?:(?:\s?[-–—]\s?|\sto\s)(?P<to>{DIGITS}))?"
    r"(?:[-‐‑](?:ти|х|мя|ми))?(?P<plus>\+)?(?:\s(?P<scale>hundred|thousand|million|тысяч(?:[аиу]|ам|ами|ах)?|тыс\.?"
    r"|миллион(?:а|ов|ам|ами)?|млн\.?|миллиард(?:а|ов)?|млрд\.?|мың)"
    r"(?P<dai>-?(?:нан|ға|нға|дай))?(?!\w))?"
    r"(?P<kk>[-‐‑](?:ден|дан|тен|тан|нен|нан|ге|ға|ке|қа|дей|дай|тей|тай))?(?![\d])"
)
OVER = re.compile(
    r"(?:\b(?:(?<!hand )(?<!handed )(?<!handing )over"
    r"|more than|at least|above|upwards of|no fewer than|no less than|in excess of"
    r"|exceeding|exceeded)|(?:чуть |немногим )?(?:более|больше)(?: чем)?|свыше"
    r"|не (?:менее|меньше)(?: чем)?"
    r"|минимум|по (?:меньшей|крайней) мере|кем дегенде|кемінде)\s(?:a\s)?$",
    re.I,
)
ABOUT = re.compile(
    r"(?:\b(?:about|around|approximately|nearly|almost|some|roughly|close to|up to|an estimated"
    r"|circa|as many as|(?<!no )(?:fewer|less) than|under|just short of)"
    r"|около|примерно|порядка|почти|приблизительно|ориентировочно|без малого|до|шамамен"
    r"|(?:чуть |немногим )(?:менее|меньше)(?: чем)?)\s(?:a\s)?$",
    re.I,
)
OVER_AFTER = re.compile(r"\s(?:астам|аса|артық|көп|кем емес|с лишним|и более)\b")
ABOUT_AFTER = re.compile(r"\s(?:жуық|таяу|жақын|тарта|шақты)\b|\sшақты\b")

LIKE = ("дей", "дай", "тей", "тай")  # some: жүздей, 200-дей


@dataclass
class Number:
    start: int  # of the qualifier, where there is one
    end: int
    value: Decimal
    qualifier: str
    in_words: bool = False


def numbers_in(text):
    """[Number] of a Text, in order."""
    found = [*in_digits(text), *in_words(text)]
    return sorted(found, key=lambda number: number.start)


def in_digits(text):
    source, thousands = text.text, None
    for match in NUMBER.finditer(source):
        scale = (match["scale"] or "").rstrip(".").casefold()
        value = decimal(match["low"] or match["n"], is_scaled=bool(scale))
        if value is None:
            continue
        value *= SCALES.get(scale, 1)
        qualifier, start, end = qualified(source, match.start(), match.end())
        if match["plus"]:
            qualifier = "over"
        if match["kk"] and match["kk"][1:] in LIKE:
            qualifier = "about"
        if (match["dai"] or "").endswith(LIKE):
            qualifier = "about"
        if match["to"] or match["low"]:
            qualifier = "about"  # a range: its lower end, and the words are in the evidence
        number = Number(start, end, whole(value), qualifier)
        if thousands and source[thousands.end : match.start()] == " " and value < 1000:
            thousands.value, thousands.end = thousands.value + value, end  # 2 тыс. 350
            continue
        thousands = number if scale else None
        yield number


def whole(value):
    """3.5 thousand is 3500, with no point in it."""
    return value.to_integral_value() if value == value.to_integral_value() else value


def decimal(digits, is_scaled=False):
    """The value of digits, or None. Before a word for thousands 1.125 is one and a bit."""
    digits = re.sub(r"[\s’']", "", digits)
    fraction = is_scaled and re.fullmatch(r"\d{1,3}[,.]\d{3}", digits)
    if re.fullmatch(r"\d{1,3}(?:[,.]\d{3})+", digits) and not fraction:
        digits = re.sub(r"[,.]", "", digits)
    digits = digits.replace(",", ".")
    return Decimal(digits) if digits.count(".") < 2 else None


def qualified(source, start, end):
    """(qualifier, start, end) of a number with the words that say how exact it is."""
    before = source[max(0, start - 30) : start]
    for qualifier, words in (("over", OVER), ("about", ABOUT)):
        if found := words.search(before):
            return qualifier, start - (len(before) - found.start()), end
    for qualifier, words in (("over", OVER_AFTER), ("about", ABOUT_AFTER)):
        if found := words.match(source, end):
            return qualifier, start, found.end()
    return "exact", start, end


def in_words(text):
    """Number words; several in a row are one number: twenty-five, екі жүз."""
    tokens, index = text.tokens, 0
    while index < len(tokens):
        parts = word_parts(tokens[index].key, text.language)
        if not parts:
            index += 1
            continue
        first, values = index, list(parts)
        while index + 1 < len(tokens):
            following = index + 1
            if text.language == "en" and values[-1] >= 100 and tokens[following].key == "and":
                following += 1  # a hundred and fifty
            if following >= len(tokens) or not is_joined(text, index, following):
                break
            more = word_parts(tokens[following].key, text.language)
            half = HALVES.get(text.language)
            if half and [t.key for t in tokens[following : following + len(half)]] == half:
                values.append(0.5)  # две с половиной тысячи
                index += len(half)
                continue
            tens = DOZENS_RU.get(tokens[following].key) if text.language == "ru" else None
            if tens:
                values = [values[0] * tens]  # два десятка
                index = following
                break
            if not more or (following > index + 1 and more[0] >= 100):
                break
            values += more
            index = following
        previous = tokens[first - 1] if first else None
        if previous and previous.key == "one" and values[0] >= 100:
            first -= 1  # one hundred
        if HALF.search(text.before(tokens[first].start)) and values[0] >= 1000:
            first, values = first - 2, [values[0] // 2]  # half a million
        if not (previous and previous.is_number and values[0] >= 100):
            qualifier, start, end = qualified(text.text, tokens[first].start, tokens[index].end)
            if text.language == "kk" and tokens[index].key.endswith(LIKE):
                qualifier = "about"
            yield Number(start, end, Decimal(added(values)), qualifier, in_words=True)
        index += 1


def is_joined(text, first, last):
    tokens = text.tokens[first : last + 1]
    return all(text.between(a, b) in {" ", "-", "‑"} for a, b in pairwise(tokens))


def word_parts(word, language):
    """The values of a number word, also with a Kazakh ending: елуден, бес."""
    words = WORDS[language]
    if word in words:
        return [words[word]]
    if language == "kk":
        ending = re.search(r"(?:ден|дан|тен|тан|нен|нан|ге|ға|ке|қа|дей|дай|тей|тай)$", word)
        if ending and word[: ending.start()] in words:
            return [words[word[: ending.start()]]]
    return []


def added(values):
    total, part = 0, 0
    for value in values:
        if value in (100, 1000, 1_000_000) or (value == DOZEN and part < 10):
            part = (part or 1) * value
            if value >= 1000:
                total, part = total + part, 0
        else:
            part += value
    return total + part
