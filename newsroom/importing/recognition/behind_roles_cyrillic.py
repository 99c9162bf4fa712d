"""Russian and Kazakh names without a word for an organisation: при поддержке Chevron или Японии."""

import re
from functools import cache

from django.utils.translation import override
from django_countries import countries as world

from newsroom.importing.recognition import rules
from newsroom.importing.recognition.foreign import NO_ORGANISATIONS
from newsroom.importing.recognition.gazetteer import COUNTRIES
from newsroom.importing.recognition.mentions import Mention
from newsroom.importing.recognition.text import key, name_stem, stems_of

# What a name follows. Groups: the case that the words ask for.
BEHIND = re.compile(
    r"\b(?:(?P<genitive>(?:при|благодаря|с|за сч[её]т)\s(?:\w+\s){0,2}?(?:поддержк|содействи|помощ"
    r"|участи|финансировани)\w*(?: со стороны)?|на (?:средства|деньги)|на грант\w*"
    r"|за сч[её]т(?: средств| гранта)?)"
    r"|(?P<instrumental>(?:совместно|вместе|сообща|в (?:тесном )?(?:партн[её]рств|сотрудничеств"
    r"|взаимодействи)\w*) со?|(?:про|со)?финансиру?ем\w+|(?:про|со)?финансирован\w+"
    r"|финансир(?:уется|уются|овал\w{2,3}) властями)"
    r"|(?P<nominative>(?:про|со)?финансиру(?:ет|ют)|(?:про|со)?финансировал[аи]?|спонсор\w*"
    r" (?:стал|выступил)[аи]?"
    r"|(?:грант|средств|деньги|оборудовани)\w* (?:выделил|предоставил|подарил)[аи]?))"
    r"\s(?=[A-ZА-ЯЁ])"
)
# Words of help and money: a country is a partner by these alone.
GIVES = re.compile(
    r"поддержк|содействи|помощ|средств|деньги|грант|сч[её]т|финанс|спонсор|выделил|предоставил|подарил"
    r"|қолда|көмег|демеу|қаржы|қаражат|қаржыландыр"
)
# A name that nothing else marks has to end where its phrase does.
NAME_ENDS = re.compile(r"$|[.,;:)]|\s(?:\(|[–—-]\s|[а-яё])")
# Kazakh names stand before the words: Шевронның қолдауымен.
BEFORE_ROLE = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][\w.&’-]{0,30}?(?:\s[A-Z][\w.&’-]{0,30}?){0,3}"
    r"|[А-ЯӘҒҚҢӨҰҮҺІ]\w{1,30}?)"
    r"(?P<case>[-‐‑]?(?:[нтд][ыі]ң|[мпб]ен))?\s(?:(?:қаржылай|қаржылық|тікелей)\s)?"
    r"(?:қолдауымен|көмегімен|демеуімен|демеушілігімен|қаражатына|грантына|бірлесіп|бірлесе"
    r"|серіктестікте|ынтымақтастықта|қаржыландыр\w+)"
)
GENITIVE = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])а$")
INSTRUMENTAL = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])(?:ом|ем)$")
# Capitals of office and state, and of days: nobody's name.
NO_NAMES_WORDS = """
президент глав премьер сенат мажилис парламент конгресс кабинет акимов аким хаким министр посол посл
посольств губернатор мэр первая перв год день дня недел всемирн международн национальн государств
государственн республик област город правительств министерств отечеств родин конституц дом наук
общественн бишкек ооз хукумат жогорку маслихат халык народн верховн высш организац европ азия азии
центральн средн запад восток север юг ислам коран рождеств наурыз новый нового стран программ проект
план центр инициатив групп
"""
NO_NAMES = tuple(NO_NAMES_WORDS.split())
LONGEST = 5  # words of a Latin name


def behind_role(text, everything, of_projects):
    """Mentions of a text, beside `everything` that is known there already."""
    taken = {i for m in [*everything, *of_projects] for i in range(m.first, m.last + 1)}
    if text.language == "ru":
        yield from russian(text, taken)
    if text.language == "kk":
        yield from kazakh(text, taken)


def russian(text, taken):
    for found in BEHIND.finditer(text.text):
        token = text.token_from(found.end())
        if token is None or token.index in taken:
            continue
        if country := country_named(token, "ru"):
            if GIVES.search(found[0]):
                yield mention(text, token.index, token.index, country, "donor")
            continue
        if not token.is_latin and not GIVES.search(found[0]) and "совместно" not in found[0]:
            continue  # вместе с Асель
        last = last_of(text, token, taken)
        if last is None or not NAME_ENDS.match(text.text, text.tokens[last].end):
            continue
        name = text.text[token.start : text.tokens[last].end]
        yield mention(text, token.index, last, in_nominative(name, found.lastgroup), "unknown")


def kazakh(text, taken):
    for found in BEFORE_ROLE.finditer(text.text):
        first = text.token_from(found.start())
        last = next(t for t in text.tokens[first.index :] if t.end >= found.end("name"))
        if any(i in taken for i in range(first.index, last.index + 1)):
            continue
        if country := country_named(last, "kk"):
            if GIVES.search(found[0]):
                yield mention(text, last.index, last.index, country, "donor")
        elif first.is_latin and first.text.upper() not in NO_ORGANISATIONS:
            yield mention(text, first.index, last.index, found["name"].rstrip("-"), "unknown")


def mention(text, first, last, name, kind):
    return Mention(text, first, last, rules.BEHIND_ROLE, name=name, kind=kind)


def last_of(text, token, taken):
    """The end of a name: of Latin capitals, or of one Russian word that is no office's."""
    if token.text.upper() in NO_ORGANISATIONS or token.key.startswith(NO_NAMES):
        return None
    last = token.index
    for following in text.tokens[last + 1 : last + LONGEST]:
        if text.between(text.tokens[last], following) not in {" ", "-", "\u00a0", " & "}:
            break
        if not following.is_capital or not (token.is_latin and following.is_latin):
            break
        if following.index in taken:
            return None
        last = following.index
    return None if not token.is_latin and is_person(text, last) else last


def is_person(text, last):
    """Whether a second capital follows: Асель Нурланова."""
    pair = text.tokens[last : last + 2]
    return len(pair) == 2 and pair[1].is_capital and text.between(*pair) in {" ", "-", "\u00a0"}


def in_nominative(name, case):
    if case == "genitive":
        return GENITIVE.sub("", name)
    return INSTRUMENTAL.sub("", name) if case == "instrumental" else name


def country_named(token, language):
    """The name of a foreign country, where a word is a form of it."""
    named = countries(language)
    return next((named[stem] for stem in stems_of(token, language) if stem in named), None)


@cache
def countries(language):
    """{stem: name} of the countries with names of one word, but for those of the remit."""
    own = {key(name) for names in COUNTRIES.values() for name in names.split("|")}
    with override(language):
        names = [str(name) for _code, name in world]
    names += ["США", "Корея"] if language == "ru" else ["АҚШ", "Корея"]
    return {
        name_stem(key(name), language): name
        for name in names
        if " " not in name and "-" not in name and key(name) not in own
    }
