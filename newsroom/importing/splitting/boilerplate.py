"""What stands in a document and is none of its text: menus, dates of publication, credits, footers.

Told by its words, in three languages, because plain text has no markup to tell it by. Anything that
could be a sentence of a story stays.
"""

import re

from newsroom.importing.splitting.period import MONTH, YEAR

SHORT = 160  # characters; nothing longer is boilerplate
# Whole lines, without case and the marks round them.
LINES = {
    *("news", "latest news", "all news", "home", "menu", "search", "main menu", "read more"),
    *("learn more", "more", "see more", "view all", "see all", "show more", "back", "next", "top"),
    *("previous", "back to top", "share", "share this", "share this article", "print", "download"),
    *("subscribe", "follow us", "contact us", "log in", "sign in", "skip to content", "article"),
    *("skip to main content", "skip to navigation", "related items", "related articles", "tags"),
    *("contents", "table of contents", "in this issue", "accept", "decline", "accept all", "ok"),
    *("cookie policy", "privacy policy", "terms of use", "privacy notice", "sitemap", "en", "ru"),
    *("share this page", "share this story"),
    *("english", "русский", "қазақша", "новости", "все новости", "главная", "меню", "поиск", "kk"),
    *("читать далее", "подробнее", "читать дальше", "поделиться", "наверх", "назад", "далее"),
    *("печать", "скачать", "содержание", "оглавление", "в этом выпуске", "контакты", "войти"),
    *("подписаться", "новости по теме", "похожие новости", "жаңалықтар", "барлық жаңалықтар"),
    *("басты бет", "мәзір", "іздеу", "толығырақ", "бөлісу", "мазмұны", "жоғарыға", "байланыс"),
    *(
        "басып шығару",
        "жүктеу",
        "кері",
        "келесі",
        "press release",
        "пресс-релиз",
        "баспасөз релизі",
    ),
}
MARKS = " \t.…:›»→←↑▲>«<|·•-–—"
SHARES = {
    *("facebook", "twitter", "x", "linkedin", "telegram", "whatsapp", "instagram", "youtube"),
    *("email", "e-mail", "print", "share", "vk", "vkontakte", "вконтакте", "поделиться", "tiktok"),
    *("on", "via", "and", "в", "бөлісу", "flickr", "rss", "copy", "link"),
}
DAY = rf"(?:\d{{1,2}}(?:-?\w{{2}})?\s+{MONTH}\s*,?\s*{YEAR}|{MONTH}\s+\d{{1,2}}\s*,?\s+{YEAR})"
DAY = (
    rf"(?:{DAY}|{YEAR}\s+жыл\w*\s+\d{{1,2}}\s+{MONTH}"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./]{YEAR}|{YEAR}-\d\d-\d\d)"
)
WEEKDAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|понедельник|вторник|среда|четверг|пятница|суббота"
    r"|воскресенье|\w+сенбі|жұма"
)
SAID = (
    r"published|posted|updated|last (?:update|updated|modified)|date|created|on"
    r"|опубликовано|обновлено|дата(?: публикации)?|жарияланды|жаңартылды|күні|жарияланған күні"
)
DATE_LINE = re.compile(
    rf"(?:(?:{SAID})\s*:?\s*)*(?:on\s+)?(?:(?:{WEEKDAY})\s*,?\s*)?{DAY}"
    r"(?:\s*(?:г\.|года|ж\.|жыл))?(?:\s*[,|–—-]?\s*\d{1,2}:\d\d(?:\s*[ap]m)?)?\s*\.?",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"(?:©|\(c\)|photos?\s*(?:credits?|by|courtesy)?\s*[:©/]|photo(?:s|graphs?)? (?:by|courtesy)\b"
    r"|image\s*(?:credits?)?\s*:|credits?\s*:|фото(?:графи[яи])?\s*(?:[:©]|предоставлен)"
    r"|автор фото|источник фото|сурет(?:тер)?\s*[:©]|фотосурет|фото авторы)",
    re.IGNORECASE,
)
# What a page calls a picture that plain text has lost: Harvest festival, Photo 3.
PICTURE_NUMBER = re.compile(
    r"(?:.*[\s,:;–—-])?(?:photo|picture|image|figure|fig\.?|slide|фото|фотография|рисунок|рис\.?|слайд"
    r"|сурет|фотосурет)\s*(?:№|no\.?|#)?\s*\d{1,3}",
    re.IGNORECASE,
)
RIGHTS = re.compile(
    r"all rights reserved|все права защищены|барлық құқықтар\s*қорғалған|powered by|copyright\b",
    re.IGNORECASE,
)
COOKIES = re.compile(
    r"\b(?:cookies?|куки|файл\w* cookie)\b.*\b(?:us(?:e|es|ing)|accept|consent|agree|улучш|использ"
    r"|соглас|пайдалан|келіс)|\b(?:we use|this (?:web)?site uses|мы используем|сайт использует).*"
    r"\bcookies?\b",
    re.IGNORECASE,
)
CRUMBS = re.compile(
    r"(?:home|main|news|главная|басты бет|новости)\s*(?:[>›»/|→]\s*[^>›»/|→]{1,80}){1,5}",
    re.IGNORECASE,
)
PAGE = re.compile(
    r"(?:(?:page|стр(?:аница|\.)?|бет)\s*)?\d{1,3}(?:\s*(?:of|из|/|\|)\s*\d{1,4})?"
    r"|\d{1,3}\s*-?\s*(?:бет|page)",
    re.IGNORECASE,
)
LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d{1,3}$|…{2,}\s*\d{1,3}$|\t\d{1,3}$")
LABELLED = re.compile(
    r"(?:tags?|keywords|category|categories|share(?: this)?|follow us(?: on)?|by the author"
    r"|теги|рубрика|метки|категория|поделиться|тегтер|айдар|views|просмотр\w*|қаралым\w*)\s*:.*"
    r"|\d+\s+(?:views?|просмотр\w*|comments?|комментари\w*|min(?:utes?)? read|минут\w* чтения)"
    r"|(?:follow|like|find) us on\b.*|subscribe to (?:our|the)\b.*|подпи[шс]\w+ на (?:нас|наш)\b.*"
    r"|you (?:are )?receiv\w* this (?:e-?mail|message|newsletter)\b.*"
    r"|(?:(?:read|learn|see|find out) more|подробнее|толығырақ)\s*[:–—-]\s*\S*(?:://|www\.)\S+"
    r"|click here\b.*|unsubscribe\b.*"
    r"|view (?:this|it) (?:e-?mail )?(?:in|online)\b.*",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"(?:[Bb]y|[Aa]uthor:|[Аа]втор:|[Мм]әтін:|[Тт]екст:)\s+[A-ZА-ЯӘІҢҒҮҰҚӨ][\w.’'-]*"
    r"(?:\s+[A-ZА-ЯӘІҢҒҮҰҚӨ][\w.’'-]*){1,3}"
)
ADDRESS = re.compile(
    # How to reach the office, in a line of its own: a word for it, then a number or an address.
    r"(?:(?:contacts?|contact us|media contact|контакты?|байланыс|мекенжай\w*|адрес)"
    r"(?: [\w ]{1,30})?:.*(?:\d{3}[\s-]?\d{2}|@\w).*"
    r"|(?:e-?mail|tel|phone|fax|web|website|address|тел|факс|эл\. ?почта|сайт)\b[.:\s].*"
    r"|\S+@\S+\.\w+|(?:https?://|www\.)\S+|\+?\d[\d\s()-]{8,}\d)",
    re.IGNORECASE,
)


def is_boilerplate(text):
    """Whether a line is none of the document's text. A credit is: see `is_credit`."""
    line = text.strip(MARKS).casefold()
    if not line or not any(letter.isalnum() for letter in line):
        return True
    if line in LINES or is_credit(text):
        return True
    if len(text) > 3 * SHORT:
        return False
    if COOKIES.search(text) or (len(text) < SHORT * 2 and RIGHTS.search(text)):
        return True
    if len(text) > SHORT:
        return False
    if says_nothing(text):
        return True
    whole = (DATE_LINE, CRUMBS, PAGE, LABELLED, BYLINE, ADDRESS)
    return any(shape.fullmatch(text.strip()) for shape in whole) or bool(LEADERS.search(text))


def says_nothing(text):
    """A word of a menu, of sharing, or no word at all: nobody misses it."""
    line = text.strip(MARKS).casefold()
    return line in LINES or all(word in SHARES for word in re.findall(r"[\w-]+", line))


def page_number(text):
    """The number of a page that stands in a line of its own; None for any other line."""
    found = PAGE.fullmatch(text.strip())
    return int(re.search(r"\d+", found[0])[0]) if found else None


def is_credit(text):
    """Whose the photograph is, or which of them: short, and as such lines are written."""
    line = text.strip()
    return len(text) <= SHORT and bool(CREDIT.match(line) or PICTURE_NUMBER.fullmatch(line))


DATELINE = re.compile(
    rf"[A-ZА-ЯӘІҢҒҮҰҚӨ][\w’'. -]{{1,40}}(?:,\s*[A-ZА-ЯӘІҢҒҮҰҚӨ][\w’' -]{{1,40}})?\s*[,–—-]\s*"
    rf"(?i:{DAY})(?:\s*(?:г\.|года))?\s*\.?"
)


OPENING = re.compile(
    rf"(?:[A-ZА-ЯӘІҢҒҮҰҚӨҺ][^\d.!?]{{1,60}}?\s?[,–—(-]\s*)??(?P<date>(?i:{DAY}))\)?"
    r"(?:\s*(?:г\.|года))?\s*(?:$|[.:–—-](?!\d))",
)


UPDATED = re.compile(r"(?:last )?(?:updated?|modified)|обновлено|жаңартылды", re.IGNORECASE)


def opening_date(text):
    """The day a story is dated with: a line of its own, or “Osh, 14 March 2024 –” before its text.

    The day of what is told is none, nor the day that a page was last touched.
    """
    text = text.strip()
    if DATE_LINE.fullmatch(text) and not UPDATED.match(text):
        return re.search(DAY, text, re.IGNORECASE)[0]
    found = OPENING.match(text)
    return found["date"] if found else None


SIGN_OFF = re.compile(
    r"(?:(?:with )?(?:best|kind|warm)(?:est)? (?:regards|wishes)|regards|sincerely(?: yours)?"
    r"|yours (?:sincerely|faithfully)|с уважением|с наилучшими пожеланиями|құрметпен|ізгі ниетпен)"
    r"(?:[,.!]?|,\s.{1,80})",
    re.IGNORECASE,
)


def is_sign_off(text):
    return bool(SIGN_OFF.fullmatch(text.strip()))


def is_dateline(text):
    """Place and day in a line of their own: part of the story, never its headline."""
    return bool(DATELINE.fullmatch(text.strip()))
