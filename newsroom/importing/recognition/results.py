"""Results: numbers of people and things, each in the sentence that says what it counts."""

import re

from almaty.stems import stem
from newsroom.importing.recognition import rules
from newsroom.importing.recognition.found import ResultFound
from newsroom.importing.recognition.mentions import evidence
from newsroom.importing.recognition.numbers import numbers_in
from newsroom.importing.recognition.units import is_unit, unit_after

NO_RESULT_BEFORE = re.compile(
    r"(?:\bthere are|\b(?:aged?|ages|goals?|sdgs?|article|no|number|grades?|class(?:es)?|chapter"
    r"|phase|level|step|tel|phone|room|page|top|of the|one of|first|last|each of|one in|out of"
    r"|(?:of )?every|targets?|indicators?|module|session|part|volume|issue|figure|table|section"
    r"|zone|version|day|resolution|protocol|covid)|№(?:\s?\d+(?:,|\sи))*|\bцур"
    r"|\bстать\w+|\bпункт\w*|\bглав[аеуы]|\bкласс\w*|\bвозраст\w*|\bод(?:ин|на|но) из|\bтдм"
    r")\s(?:the\s)?$",
    re.I,
)
# Of these a year follows: in 2024 teachers met, the 2024 students’ games.
YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|of|from|during|until|till|before|after|early|mid|late|year|spring|summer"
    r"|autumn|winter|the|this|our|its|their|в|во|с|со|к|до|после|года?|год|зим\w+|весн\w+|лет\w+"
    r"|осен\w+)[\s-]$",
    re.I,
)
PUPILS = re.compile(r"(?:студент|учащ|ученик|школьник|магистрант)\w*\s$", re.I)
AGE_AFTER = re.compile(r"\s(?:years? old|лет\b|жас(?:та|тағы|қа|тан|ар)|жас аралығ)", re.I)
# Three drops a minute are no drops.
RATE_AFTER = re.compile(r"\s(?:an?|per|each|every)\s(?:minute|hour|day|night|week|month|year)\b")

# Figures of the world, of networks and of misfortunes: nobody's work brought them about.
WORLDWIDE = re.compile(
    r"\b(?:worldwide|globally)\b|(?<!from )\b(?:(?:around|across|throughout|all over) the|in the"
    r"|of the) world\b(?!’s|'s| heritage)|\b(?:global|world|unesco|international) network of\b"
    r"|\bnetwork (?:brings together|unites|includes|comprises|counts|consists of|has|spans)\b"
    r"|\bpart of (?:a|the) (?:\w+ )?network\b|\b(?:across|in) (?:(?:more than|over|some) )?"
    r"[1-9]\d{2} (?:countries|states)\b"
    r"|\b(?:were|was|been) (?:killed|murdered|injured|displaced|imprisoned)\b"
    r"|(?:во вс[её]м|по всему|в) мире\b|(?:всемирн|глобальн|международн)\w+ сет[ьи]\b"
    r"|\bсеть (?:объединяет|насчитывает|включает)|\bнасчитыва(?:ет|ют)"
    r"|әлем(?:де| бойынша)\b|дүние ?жүзінде|(?:дүниежүзілік|жаһандық|халықаралық) желі"
    r"|қаза (?:тапты|болды)|зардап шекті",
    re.I,
)
# Said of the very people that are counted, and not of their school.
SUFFERED = r"(?:погиб|пострада|убит|ранен)\w*"
SUFFERED_BEFORE = re.compile(rf"\b{SUFFERED}\s(?:\w+\s){{0,2}}$", re.I)
SUFFERED_AFTER = re.compile(rf"(?:\s\w+){{1,3}}\s{SUFFERED}", re.I)
TOOK_PART = re.compile(
    r"\b(?:took part|participat|attend|joined|gathered|brought|trained|met\b|came\b|learn|watched"
    r"|viewed|visited|приня|участвова|собра|обуч|посети|встрет|объедини|приеха|прибы"
    r"|қатыс|жинал|оқыт|келді|бас қос)",
    re.I,
)


class Results:
    """Collects over the texts of one story."""

    def __init__(self):
        self.found = []

    def read(self, text, closed):
        """`closed` are spans that hold no results: dates, titles of projects, names."""
        for number in numbers_in(text):
            if any(number.start < end and start < number.end for start, end in closed):
                continue
            unit = unit_after(text, number.end, number.value)
            if not unit or is_year(text, number, unit[0]) or AGE_AFTER.match(text.text, number.end):
                continue
            before = text.before(number.start)
            if NO_RESULT_BEFORE.search(before) or is_background(text, number):
                continue
            if PUPILS.search(before) and text.tokens[unit[0]].key.startswith(("курс", "класс")):
                continue  # students of year 2
            if RATE_AFTER.match(text.text, text.tokens[unit[1]].end):
                continue
            self.add(text, number, *unit)

    def add(self, text, number, first, last):
        start, end = text.tokens[first].start, text.tokens[last].end
        rule = rules.NUMBER_IN_WORDS if number.in_words else rules.NUMBER_AND_UNIT
        words = evidence(text, number.start, end, rule)
        sentence = text.sentence_of(number.start)
        result = ResultFound(
            number.value,
            number.qualifier,
            text.text[start:end],
            [words],
            text.text[sentence[0] : sentence[1]].strip(),
        )
        stems = {stem(t.key, text.language) for t in text.tokens[first : last + 1]}
        for known, known_stems in self.found:
            if is_same(known, known_stems, result, stems):
                known.evidence.append(words)
                return
        self.found.append((result, stems))

    def result(self):
        return [result for result, _stems in self.found]


def is_background(text, number):
    """What is told of the world, in a sentence that does not say who came."""
    start, end = text.sentence_of(number.start)
    sentence = text.text[start:end]
    if SUFFERED_BEFORE.search(text.before(number.start)) or SUFFERED_AFTER.match(
        text.text, number.end
    ):
        return True
    return bool(WORLDWIDE.search(sentence)) and not TOOK_PART.search(sentence)


def is_year(text, number, first):
    """2024, but for what counts the people or things right behind it: trained 2000 teachers."""
    written = text.text[number.start : number.end]
    if not re.fullmatch(r"(?:19|20)\d\d", written):
        return False
    return bool(YEAR_BEFORE.search(text.before(number.start))) or not is_unit(
        text.tokens[first], text.language
    )


def is_same(known, known_stems, result, stems):
    """The same 90 teachers, said again: the number, and a word of the unit or a large number."""
    if known.value != result.value:
        return False
    if known.evidence[0].paragraph == result.evidence[0].paragraph and (
        known.sentence == result.sentence
    ):
        return False  # 25 girls and 25 boys
    return (bool(known_stems & stems) and known.qualifier == result.qualifier) or bool(
        known_stems & stems and known.value > 9
    )
