"""Names in quotation marks with no word for an organisation: при участии студии «Луч».

Russian and Kazakh put nearly every title in such marks. It names a body where a word for a role
stands beside it, or where it is in one list with organisations; and never behind a word for what
people make, hold or read.
"""

import re

from newsroom.importing.recognition import rules
from newsroom.importing.recognition.chains import SEPARATOR
from newsroom.importing.recognition.mentions import Mention, quoted, tokens_within
from newsroom.importing.recognition.names import is_place
from newsroom.importing.recognition.organisations_russian_words import BODIES, BODY
from newsroom.importing.recognition.roles import STRONG_AFTER, is_role_before
from newsroom.importing.recognition.russian import ADJECTIVE, VERB

# What is made, held, written or given, and not who does it: beginnings of words.
NO_BODIES_WORDS = """
проект программ выставк экспозици фестивал форум конференци конгресс саммит книг книжк брошюр
сборник альбом каталог буклет учебник пособи журнал фильм спектакл передач акци конкурс кампани
инициатив курс тренинг семинар вебинар практикум методик систем преми урок тем номинаци рубрик сери
цикл лекци заняти концепци стратеги закон кодекс план доклад отчет игр песн песен стих рассказ
повест роман поэм эпос платформ приложени сервис сайт портал лагер экспедици объект памятник
стоянк городищ мавзоле рукопис списк список реестр девиз лозунг назван слов слоган поняти термин
секци направлени зал бренд марк модел стипенди грант звани орден медал статус сертификат встреч
стол диалог дебат мероприяти праздник марафон хакатон олимпиад викторин чемпионат турнир премьер
постановк мюзикл опер балет композици картин скульптур панел доклад дисциплин предмет специальност
профил модул раздел глав стать очерк материал ролик видеоролик подкаст канал хештег хэштег
маршрут тур экскурси тропинк конвенци деклараци хартия резолюци меморандум соглашени договор заявк
номинант лауреат участок ансамбл комплекс рейс поезд экспресс сорт порода сет
жоба бағдарлама көрме фестиваль конкурс байқау кітап журнал фильм спектакль акция науқан бастама
курс тренинг семинар вебинар әдіс жүйе сыйлық сабақ тақырып айдар цикл дәріс тұжырымдама заң жоспар
баяндама ойын ән өлең әңгіме роман дастан эпос платформа қосымша сайт портал лагерь экспедиция нысан
ескерткіш қолжазба тізім тізілім ұран сөз термин бағыт зал бренд стипендия грант атақ орден мәртебе
сертификат кездесу форум конференция дөңгелек диалог іс-шара мереке марафон хакатон олимпиада
қойылым опера картина пән модуль бөлім мақала видео подкаст бағдар маршрут тур конвенция декларация
келісім өтінім альбом жинақ оқулық нұсқаулық кесене қала мектеп атты тақырыб
"""
NO_BODIES = tuple(NO_BODIES_WORDS.split())
POSSESSED = re.compile(r"(.+?(?:[сң]?[ыі]))(?:ның|нің|мен)?")


MOST = 100  # quotations of one paragraph
LONGEST_GAP = 60  # letters between two names of one list


def quoted_bodies(text, members, everything, of_projects):
    """Mentions of a Russian or Kazakh text, beside the `members` of its lists."""
    if text.language == "en":
        return
    closed = [*(m for m in everything if not is_place(m)), *of_projects]
    taken = {i for m in closed for i in range(m.first, m.last + 1)}
    listed = list(members)
    for start, end in quoted(text.text)[:MOST]:
        inside = tokens_within(text, start, end)
        if not inside or inside[1] - inside[0] > 7 or taken.intersection(range(*inside)):
            continue
        if inside[0] in taken or not text.tokens[inside[0]].is_capital:
            continue
        mention = (russian if text.language == "ru" else kazakh)(text, start, end, *inside)
        if mention and (is_role(mention) or any(is_beside(mention, m) for m in listed)):
            listed.append(mention)
            yield mention


def russian(text, start, end, first, last):
    """Студии «Луч»: the noun before the marks, with the small adjectives that belong to it."""
    noun = text.tokens[first - 1] if first else None
    if not noun or text.text[noun.end : start] not in {" ", "\u00a0"} or noun.is_upper:
        return None
    if noun.is_capital and not noun.opens_sentence:
        return None
    before = text.tokens[noun.index - 1] if noun.index else None
    if noun.key == "компаний" and before and before.key.startswith("групп"):
        name = f"группа компаний {text.text[start:end]}"
        return of_span(text, before.index, last, None, end, name)
    body = BODY.fullmatch(noun.key)
    if not body and (noun.key.startswith(NO_BODIES) or is_no_noun(noun.key)):
        return None
    begins = noun.index
    while begins and ADJECTIVE.fullmatch(text.tokens[begins - 1].key):
        if text.between(text.tokens[begins - 1], text.tokens[begins]) != " ":
            break
        begins -= 1
    name = f"{body[1]}{BODIES[body[2]]} {text.text[start:end]}" if body else ""
    return of_span(text, begins, last, None, end, name or bare(text.text[start:end]))


def is_no_noun(word):
    return len(word) < 3 or bool(ADJECTIVE.fullmatch(word) or VERB.fullmatch(word))


def kazakh(text, start, end, first, last):
    """«Жас қалам» клубы: the noun behind the marks carries its ending."""
    noun = text.tokens[last + 1] if last + 1 < len(text.tokens) else None
    if not noun or text.text[end : noun.start] not in {" ", "\u00a0"} or noun.is_capital:
        return None
    found = POSSESSED.fullmatch(noun.text)
    if not found or noun.key.startswith(NO_BODIES) or len(noun.key) < 4:
        return None
    name = f"{text.text[start:end]} {found[1]}"
    return of_span(text, first, noun.index, start, None, name)


def of_span(text, first, last, start_at, end_at, name):
    return Mention(
        text, first, last, rules.QUOTED_NAME, name=name, start_at=start_at, end_at=end_at
    )


def bare(printed):
    return printed[1:-1]


def is_role(mention):
    return is_role_before(mention) or bool(
        mention.text.language == "kk" and STRONG_AFTER.match(mention.text.after(mention.end))
    )


def is_beside(mention, member):
    left, right = sorted([mention, member], key=lambda m: m.start)
    gap = mention.text.text[left.end : min(right.start, left.end + LONGEST_GAP)]
    return bool(SEPARATOR.fullmatch(gap))
