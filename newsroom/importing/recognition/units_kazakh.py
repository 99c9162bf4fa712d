"""What a number counts in Kazakh: words that say so, and any noun right behind it."""

import re
from itertools import zip_longest

from newsroom.importing.recognition.text import small_words_from

STEMS_WORDS = """
мұғалім оқушы студент журналист маман ғалым ұстаз қатысушы адам бала қыз әйел шебер тұрғын отбасы
қызметкер сарапшы өкіл кітапханашы геолог педагог оқытушы тәрбиеші зерттеуші ерікті түлек
жасөспірім дәрігер депутат басшы ата-ана мектеп мектеб университет колледж балабақша кітапхана
музей ел мемлекет өңір облыс аудан ауыл қала станция бекет семинар тренинг курс оқулық ұйым мекеме
редакция кітап ағаш көшет жоо гид еріктілер делегат концерт спектакль көрме экспонат экспедиция
мұздық лагерь дәріс зертхана ғимарат алаң жоба келісім меморандум
"""
STEMS = tuple(STEMS_WORDS.split())
PEOPLE_ENDING = re.compile(r".{2,}(?:шы|ші|кер|гер|лог|ист|ант|дент|тер)(?:лар|лер)?")
NO_UNITS = """
жыл күн апта ай сағат минут секунд тәулік ғасыр теңге доллар еуро сом сомони сум сұм манат рубль
пайыз процент километр шақырым метр сантиметр литр тонна килограмм гектар градус балл рет мәрте есе
қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қыркүйег қазан қараша желтоқсан
кезең тарап жақ рөл баяндама отырыс шешім ұсыныс
түр тіл бет тарау бөлім бөлік кезек бағыт мақсат міндет мәселе сынып тоқсан жартыжылдық
мың миллион миллиард млн млрд жүз және мен пен бен астам аса жуық таяу көп артық кем ғана пункт
дейін кейін бойы ішінде аралығында арналған жылдығ жылдық
"""
CASES = (
    r"(?:ы|і|сы|сі|лар|лер|дар|дер|тар|тер|н)*(?:да|де|та|те|дан|ден|тан|тен|нан|нен|ға|ге|қа|ке|на"
    r"|не|а|е|ның|нің|дың|дің|тың|тің|ды|ді|ты|ті|ны|ні|мен|пен|бен|лық|лік|дық|дік|тық|тік|ғы|гі|қы"
    r"|кі|дағы|дегі|тағы|тегі|нда|нде)?"
)
STOP = re.compile(rf"(?:{'|'.join(NO_UNITS.split())}){CASES}|га|км|кг|т|м|ж|шт")
IN_A_CASE = re.compile(r".{2,}(?:[ндт][ыі]ң|[ғқгк][ае]|[дт][ае]|[днт][ае]н)")
OF_ANOTHER = re.compile(r".{2,}с?[ыі](?:н[ае]|нд[ае]|н[ае]н|н[ыі]ң)")
NO_CASES = {"орта", "қысқа", "басқа", "жаңадан"}  # they only end like one
ADJECTIVE = re.compile(
    r".{2,}(?:лық|лік|дық|дік|тық|тік|лы|лі|ды|ді|ты|ті|ғы|гі|қы|кі|сыз|сіз)|жаңа|жас|ірі|үлкен|шағын"
    r"|кіші|түрлі|ескі|қымбат|бос|ең|үздік|озат|түп"
)
OF_A_KIND = re.compile(".{2,}(?:лық|лік|дық|дік|тық|тік)")  # ауылдық, мектептік
LIKE_ADJECTIVE = re.compile(".{2,}[лдт][ыі]")
VERB = re.compile(r".+(?:ған|ген|қан|кен|ады|еді|йды|йді|атын|етін|ылды|ілді|алды|елді|ып|іп)")
PAST = re.compile(".+[дт][ыі]")
POSSESSED = re.compile(r".{3,}(?:с[ыі]|[лрнкғгмңб][ыі])")


def is_in_a_case(word):
    return bool(IN_A_CASE.fullmatch(word)) and word not in NO_CASES


def stops(word):
    return bool(STOP.fullmatch(word))


def is_unit(word):
    if OF_A_KIND.fullmatch(word):
        return False
    if word.startswith("қызмет") and not word.startswith("қызметкер"):
        return False
    return word.startswith(STEMS) or word == "жас" or bool(PEOPLE_ENDING.fullmatch(word))


def any_noun(text, first, _value):
    """The noun behind adjectives, which end as nouns do in other cases, before a verb."""
    phrase = list(small_words_from(text, first))
    for token, following in zip_longest(phrase, phrase[1:]):
        if stops(token.key) or len(token.key) < 3 or is_verb(text, token):
            return None
        if following and IN_A_CASE.fullmatch(token.key) and LIKE_ADJECTIVE.fullmatch(following.key):
            continue  # құрғақшылыққа төзімді көшет
        ends = following is None or stops(following.key) or is_verb(text, following)
        if ends or not ADJECTIVE.fullmatch(token.key) or is_object(token, following):
            return following.index if is_possessed(text, token, following) else token.index
    return None


def is_possessed(text, token, following):
    """Білім ордасы: the second of two nouns carries the ending."""
    return (
        following is not None
        and not token.key.endswith(("ның", "нің", "дың", "дің", "тың", "тің"))
        and bool(POSSESSED.fullmatch(following.key))
        and not stops(following.key)
        and not is_verb(text, following)
    )


def is_verb(text, token):
    closes = re.match("[.;!?…]|$", text.text[token.end :])
    return bool(VERB.fullmatch(token.key) or (closes and PAST.fullmatch(token.key)))


def is_object(token, following):
    """…сөзді қорға: what ends as an adjective does is an accusative before a dative."""
    return bool(PAST.fullmatch(token.key) and re.fullmatch(".+[ғқгк][ае]", following.key))
