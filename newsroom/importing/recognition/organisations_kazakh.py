"""Kazakh names of organisations that no register knows: the word for one stands at their end."""

import re

from newsroom.importing.recognition import rules, small_names
from newsroom.importing.recognition.mentions import Mention
from newsroom.importing.recognition.numbers import KAZAKH
from newsroom.importing.recognition.organisations import OwnEntry, PartnerEntry
from newsroom.importing.recognition.organisations_english import BRACKETED
from newsroom.importing.recognition.organisations_russian import quoted_name
from newsroom.importing.recognition.organisations_russian_words import FORMS
from newsroom.importing.recognition.text import key
from newsroom.importing.recognition.text import tokens as words_of

HEADS = {
    **dict.fromkeys(
        ["министрлігі", "агенттігі", "комитеті", "парламенті", "соты"], "national-government"
    ),
    **dict.fromkeys(["университеті", "университет", "институты", "институт"], "academic"),
    **dict.fromkeys(
        [
            "академиясы",
            "академия",
            "музейі",
            "музей",
            "қорығы",
            "кітапханасы",
            "кітапхана",
            "мұрағаты",
            "мұражайы",
            "мұражай",
        ],
        "academic",
    ),
    **dict.fromkeys(["зертханасы", "обсерваториясы"], "academic"),
    **dict.fromkeys(["колледжі", "колледж", "мектебі", "лицейі", "гимназиясы"], "education"),
    **dict.fromkeys(
        ["департаменті", "басқармасы", "әкімдігі", "әкімшілігі", "мэриясы"], "local-government"
    ),
    **dict.fromkeys(["үкіметі", "елшілігі", "өкілдігі"], "donor"),
    **dict.fromkeys(["қоры", "қауымдастығы", "қоғамы", "федерациясы"], "civil-society"),
    **dict.fromkeys(["бірлестігі", "айы", "палатасы"], "civil-society"),
    **dict.fromkeys(["ассамблеясы", "партиясы", "альянсы", "лигасы"], "civil-society"),
    **dict.fromkeys(["бөлімі"], "local-government"),
    **dict.fromkeys(["консерваториясы", "училищесі"], "education"),
    **dict.fromkeys(["филармониясы", "консорциумы", "инспекциясы"], "unknown"),
    **dict.fromkeys(["кәсіпорны"], "state-enterprise"),
    **dict.fromkeys(["компаниясы", "корпорациясы", "холдингі"], "private"),
    **dict.fromkeys(["банкі"], "multilateral-fund"),
    **dict.fromkeys(["орталығы", "комиссиясы", "одағы", "ұйымы", "кеңесі", "театры"], "unknown"),
    **dict.fromkeys(["бюросы", "кеңсесі"], "unknown"),
}
CASE = re.compile(
    r"(?:н|на|не|нан|нен|нда|нде|ның|нің|ндағы|ндегі|мен|пен|бен|ға|ге|қа|ке|да|де|та|те|дан|ден"
    r"|тан|тен|дың|дің|тың|тің|ды|ді|ты|ті|дағы|дегі|тағы|тегі|мыз|міз|лар|лер)?"
)
OUTSIDE = re.compile(r".+(?:да|де|та|те|дан|ден|тан|тен|нан|нен|нда|нде|мен|пен|бен|ға|ге|қа|ке)")
VERB = re.compile(r".+(?:ған|ген|қан|кен|ып|іп|латын|летін|атын|етін)")
# Before a comma only: elsewhere жастар саясаты is a policy, and a verb ends its sentence.
PAST = re.compile(r".+(?:ды|ді|ты|ті)")
IN_A_PLACE = re.compile(r".+[дт](?:ағы|егі)")  # Алматыдағы Ұлттық кітапхана
OPENERS = {"ұлттық", "мемлекеттік", "халықаралық", "мәдениет", "білім", "оқу", "ғылым", "қызыл"}
OPENERS |= {"солтүстік", "оңтүстік", "шығыс", "батыс", "орталық"}
NATIONAL = {"ұлттық", "мемлекеттік", "республикалық"}
# Whose office a person holds: Алматы әкімі Б. Сағынтаев ends before what follows.
HOLDER = re.compile(r"(?:әкімі|министрі|директоры|төрағасы|басшысы|ректоры|президенті|елшісі)")
OPENERS |= {"денсаулық", "экология", "қоршаған", "су", "ішкі", "сыртқы", "жоғары", "қазақ"}
POSTPOSITIONS = {
    *("орай", "байланысты", "арналған", "туралы", "кейін", "дейін", "үшін", "сәйкес", "бойынша"),
    *("қарай", "қатысты", "бері", "соң"),
}
BARE = {"мұражай", "кітапхана", "университет", "институт", "академия", "музей", "колледж"}
EVENT_SCHOOL = re.compile(r"(?:\S+ )?(?:өңірлік|аймақтық|жазғы|қысқы|көктемгі|күзгі) мектебі", re.I)
OF_A_TOWN_HALL = re.compile(
    r"\b(?:қалалық|аудандық|облыстық|ауданының|қаласының|ауданы|қаласы)\s", re.I
)
LOCAL = re.compile("облыстық|аудандық|қалалық|республикалық|облыс|аудан|қала")
LONGEST = 10
# A quotation, and the small words between it and the word for an organisation.
QUOTE_BEFORE = re.compile(
    r"[«“\"]([^«»“”\"]{2,80})[»”\"]\s(?:[А-ЯӘҒҚҢӨҰҮҺІ]?[а-яёәғқңөұүһі-]{2,}[\s-]){0,4}(?<!ған\s)(?<!ген\s)$"
)
# Ұлттық, Республикалық, Қазақстанның.
QUALIFIER = re.compile(r".+(?:[лдт][ыі][қк]|[ндт][ыі]ң)")


def found_in(text, matches):
    taken = {index: m for m in matches for index in range(m.first, m.last + 1)}
    for token in text.tokens:
        if token.text in FORMS:
            yield from before_form(text, token)
            yield from quoted_name(text, token)
            continue
        head = head_of(token)
        if head and token.index:
            mention = before_head(text, token.index, head, taken)
            if mention:
                yield mention


def before_form(text, token):
    """«Қазына» АҚ: the legal form stands behind the name."""
    if quote := QUOTE_BEFORE.search(text.before(token.start)):
        mention = Mention(text, token.index, token.index, rules.QUOTED_NAME, kind="private")
        begin_with_quote(mention, quote, {})
        mention.name = mention.printed
        yield mention


def begin_with_quote(mention, quote, taken):
    """The name begins with its quotation, or with what is said of it: Ұлттық «Мұра» қоры."""
    text, head = mention.text, mention.first
    offset = text.tokens[head].start - len(text.before(text.tokens[head].start))
    first = text.token_from(offset + quote.start(1)).index
    mention.first, mention.start_at = first, offset + quote.start()
    mention.rule = rules.QUOTED_NAME
    while first:
        left = text.tokens[first - 1]
        gap = text.text[left.end : mention.start_at]
        if not QUALIFIER.fullmatch(left.key) or gap not in {" ", "\u00a0"}:
            break
        if not left.is_capital and first - 1 not in taken:
            break
        first, mention.first, mention.start_at = first - 1, first - 1, left.start


def head_of(token):
    """The nominative of a word for an organisation, None for any other word."""
    written = token.text.casefold()
    return next(
        (
            head
            for head in sorted(HEADS, key=len, reverse=True)
            if written.startswith(head) and CASE.fullmatch(written[len(head) :])
        ),
        None,
    )


def before_head(text, head, nominative, taken):
    tokens = text.tokens
    mention = Mention(text, head, head, rules.NAME_WITH_HEAD, kind=HEADS[nominative])
    if quote := QUOTE_BEFORE.search(text.before(tokens[head].start)):
        begin_with_quote(mention, quote, taken)
    else:
        mention.first = leftmost(text, head, taken)
        if mention.first == head:
            small = small_names.kazakh(text, head, nominative)
            mention.first = head if small is None else small
        mention.is_small = mention.printed.islower()
    own = [taken[i].name.entry for i in range(mention.first, head) if i in taken]
    if nominative in {"бюросы", "кеңсесі"}:
        mention.entry = next((e for e in own if isinstance(e, OwnEntry)), None)
        return mention if mention.entry else None
    if mention.first == head or (
        nominative in BARE and not mention.is_small and not is_named(tokens, head)
    ):
        return None
    if text.after(tokens[head].end).startswith((" жанындағы", " ретінде")):
        return None  # … министрлігі жанындағы агенттік, a part of another's name; as a centre
    rest = tokens[head].text[: len(nominative)]
    mention.name = text.text[mention.start : tokens[head].start] + rest
    if nominative == "мектебі" and EVENT_SCHOOL.match(mention.name):
        return None
    if nominative == "бөлімі" and not OF_A_TOWN_HALL.search(mention.name):
        return None  # any department is a part of something
    if nominative == "айы" and "қызыл" not in mention.name.casefold():
        return None
    if bracketed := BRACKETED.match(text.text, mention.end):
        mention.acronym = bracketed[1]
    return mention


def is_nominative(token, match):
    """Қазақстан ends like an ablative, and is none."""
    return token.key in {key(word.text) for word in words_of(match.name.text)}


def is_named(tokens, head):
    """A word for any museum is a name after «атындағы» or a capital: Назарбаев Университеті."""
    phrase = tokens[max(0, head - LONGEST) : head]
    if any(t.key == "атындағы" for t in phrase):
        return True
    nearest = next((t for t in reversed(phrase[-2:]) if t.is_capital), None)  # Ұлттық академиялық …
    before = tokens[nearest.index - 1] if nearest and nearest.index else None
    if before and len(before.text) == 1 and before.is_capital:
        return False  # А. Рай және музей қызметкерлері
    return bool(nearest) and (not nearest.opens_sentence or nearest.key in NATIONAL)


def is_list(tokens, index, head):
    """Мәдениет, ақпарат және спорт министрлігі: small words up to an «және» go on with a list."""
    return not tokens[index].is_capital and any(t.key == "және" for t in tokens[index:head])


def leftmost(text, head, taken):
    """The first capital that leads to the head without a case that ends a phrase."""
    tokens, first, reached = text.tokens, head, head
    office = head_of(tokens[head]) in {"бюросы", "кеңсесі"}
    while reached > 0 and head - reached < LONGEST:
        left = tokens[reached - 1]
        gap = text.between(left, tokens[reached])
        if gap not in {" ", "-", "\u00a0", ". ", "."} and not (
            gap == ", " and (not left.is_capital or is_list(tokens, reached, head))
        ):
            break
        if gap == ". " and len(left.text) > 1:
            break
        entry = taken[reached - 1].name.entry if reached - 1 in taken else None
        if isinstance(entry, OwnEntry) and office:
            return reached - 1
        is_topic = any(t.key == "жөніндегі" for t in tokens[reached:head])
        if isinstance(entry, OwnEntry | PartnerEntry) and not is_topic:
            break
        in_a_place = left.is_capital and IN_A_PLACE.fullmatch(left.key) and not office
        in_a_place = in_a_place and head_of(tokens[head]) != "елшілігі"
        if (
            left.text in FORMS
            or left.is_number
            or in_a_place
            or left.key in KAZAKH
            or HOLDER.fullmatch(left.key)
        ):
            break
        if left.key in {"мен", "пен", "бен", "және"} and head_of(tokens[left.index - 1]):
            break  # … министрлігі мен … министрлігі: two of them
        if left.key in {"мен", "пен", "бен"} and tokens[reached].is_capital:
            break  # Марат мен Ұлттық музей
        is_state = HEADS[head_of(tokens[head])].endswith("government")
        if left.key == "және" and tokens[reached].is_capital and not is_state:
            break
        if left.key in POSTPOSITIONS:
            break  # Республика күніне орай Ұлттық музейде
        if head_of(left) and (gap == ", " or left.text.casefold() not in HEADS):
            break
        exact = reached - 1 in taken and is_nominative(left, taken[reached - 1])
        subject = left.is_capital and not left.opens_sentence and reached - 1 not in taken
        if (
            not (office or exact or subject)
            and OUTSIDE.fullmatch(left.key)
            and (
                len(left.key) > 4 or reached - 1 in taken  # Ошта
            )
        ):
            break
        if not left.is_capital and (
            VERB.fullmatch(left.key) or (gap == ", " and PAST.fullmatch(left.key))
        ):
            break
        reached -= 1
        if left.is_capital:
            first = reached
    opening = tokens[first]
    if (
        opening.opens_sentence
        and first < head
        and first not in taken
        and len(opening.text) > 1
        and (text.between(opening, tokens[first + 1]) == " " or not tokens[first + 1].is_capital)
    ):
        others = [t.index for t in tokens[first + 1 : head] if t.is_capital]
        seated = others and IN_A_PLACE.fullmatch(tokens[others[0]].key)  # Жапонияның Алматыдағы …
        # Қорқыт ата атындағы Қызылорда университеті
        called = others and any(t.key == "атындағы" for t in tokens[first : others[0]])
        if others and opening.key not in OPENERS and not seated and not called:
            first = others[0]
        elif not others and LOCAL.fullmatch(tokens[first + 1].key):
            first += 1  # Кеш аудандық музейде өтті
    return first
