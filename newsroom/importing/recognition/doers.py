"""Who does something in a sentence, and to whom it is done, where no word says a role."""

import re

from newsroom.importing.recognition import months
from newsroom.importing.recognition.chains import DETERMINER
from newsroom.importing.recognition.organisations_russian_words import HEADS

# What is done by somebody else: UNESCO supported the Reed Foundation.
DONE_TO_EN = re.compile(
    r"\b(?:supports?|supported|funds|funded|finances?|financed|visits?|visited"
    r"|thanks?|thanked|helps?|helped|assisted|equipped|toured)\s(?:the\s)?$",
    re.I,
)
DONE_TO_RU = re.compile(
    r"\b((?:про|со)?финансиру[ею]т|(?:про|со)?финансировал[аио]?|поддержал[аио]?|поддержива[ею]т"
    r"|оснастил[аио]?)\s(?:[а-яё]+\s)?$",
    re.I,
)
VISITED_RU = re.compile(
    r"\b(?:посетил|посеща|побывал|осмотрел|поблагодарил|благодар)\w*\s(?:в\s)?(?:[а-яё]+\s)?$", re.I
)
# The organisation in the sentence's first place, as a subject and in a list of those who came.
# Behind when and where: on 5 May, the …; 5 мая 2024 года …
WHEN = (
    r"(?:(?:on|in|from|at|during|since|this|last|earlier|today|yesterday|to|as|within|under"
    r"|through|after|following)\b[^.;:!?]{0,160},\s"
    rf"|(?:(?:сегодня|вчера|также|кроме того,)\s|(?:в\s)?(?:\d{{1,2}}\s)?(?:{months.pattern('ru')})"
    r"(?:\s\d{4}\sгода)?\s|в\s(?:\d{4}|этом|прошлом)\sгоду\s))?"
)
FIRST = re.compile(
    rf"{WHEN}(?:(?:at|during|in) (?:it|them|which),? )?(?:the |an? |its |our )?"
    r"(?:(?:public |local |youth )?(?:association|company|foundation|charity|NGO|firm|movement"
    r"|akimat|radio station) )?(?:of )?[“«\"‘„•·–—-]*\s?",
    re.I,
)
# It was checked by the Institute; it met the Institute; открыл Институт; при Министерстве.
DONE_BY = re.compile(
    r"\b(?!used by|followed|inspired|(?:own|need)ed)\w+(?:ed|en|wn|un|ght|ade|one|set|put|led|held)"
    rf" by\s{DETERMINER}$"
    rf"|\bmet(?: with)?\s{DETERMINER}$"
    r"|\b(?!был|стал|мог|хотел|имел|окончил|закончил)[а-яё]{2,}(?:[аиыеоуя]л[аио]?|нул[аио]?|ё[лс]|вели)\s$"
    r"|\bбуд(?:ет|ут) [а-яё]+ть(?:ся)?\s$|^при\s$|(?:^|\sи\s)со?\s$",
    re.I,
)
# It brought together the Institute; подписано с Институтом; partners: the Institute.
CAME = re.compile(
    r"\b(?:involved|involving|includ(?:ed|es|ing)"
    r"|joined by|consulted(?: with)?|on behalf of"
    r"|(?:agreement|memorandum|contract|partnership|understanding|mou) (?:[\w ]{1,40} )?with"
    r"|(?:among|one of) (?:the|them|its|our) ?(?:\w+ )?"
    r"(?:participants|partners|organi[sz]ers|guests)? ?(?:was|were|is|are)"
    r"|(?:was|were|been) \w+(?:ed|en|wn|un|ght)\b [^.;,]{1,100} by)\s"
    rf"{DETERMINER}$"
    r"|\b(?:partners?|organi[sz]ers?(?: of [^.;:]{1,60})?|participants?"
    r"|партн[её]р\w*|организатор\w*|участник\w*"
    r"|серіктес\w*|ұйымдастырушы\w*|қатысушы\w*)(?: (?:were|are|include|included))?"
    r"\s?[:–—-]?\s(?:the\s)?$"
    r"|\b(?:принял\w* участие|участвовал\w*|участие принял\w*|объедин\w+|собра\w+|включая"
    r"|в том числе|вошл\w+|вступил\w+|подключил\w+)\s$"
    r"|\b(?:соглашени|меморандум|договор)\w*(?: о \w+(?: \w+)?)? между\s(?:[А-ЯЁ]\w+ и )?$"
    r"|\b(?:соглашени|меморандум|договор|подписан)\w*(?: о \w+(?: \w+)?)? со?\s$",
    re.I,
)
# The Kazakh verb closes the sentence: … министрлігі берді.
CLOSED_BY = re.compile(r"(?:\s\S+){0,2}?\s\w{2,}(?:ды|ді|ты|ті)[.!]?$")

GENDERS = {nominative: gender for nominative, gender, _kind in HEADS.values()}
PAST = {"m": "", "f": "а", "n": "о"}


def takes_part(chain):
    """Whether a list of organisations is the subject of its sentence, or what was done is by it."""
    first, last = chain[0], chain[-1]
    if is_done_to(first):
        return False
    return bool(
        FIRST.fullmatch(first.before)
        or DONE_BY.search(first.before)
        or CAME.search(first.before)
        or (first.text.language == "kk" and CLOSED_BY.fullmatch(last.after.rstrip()))
    )


def is_done_to(mention):
    """Right behind a verb whose subject stands before it."""
    before = mention.before
    if mention.text.language == "en":
        return bool(DONE_TO_EN.search(before))
    if mention.text.language != "ru":
        return False
    if VISITED_RU.search(before):
        return True
    found = DONE_TO_RU.search(before)
    return bool(
        found and (is_no_subject(mention, found[1]) or ends_in_subject(before[: found.start()]))
    )


def is_no_subject(mention, verb):
    """Академию, an accusative; and поддержала фонд, a verb of another gender."""
    printed, name = mention.tokens[0].text, (mention.name or mention.printed).split()[0]
    if printed[-1:] in {*"ую"} and name[-1:] in {*"ая"}:
        return True
    head = next((gender for word, gender in GENDERS.items() if word in mention.name.casefold()), "")
    past = re.search(r"л([аио]?)$", verb)
    return bool(head and past and past[1] in {*"ао", ""} and past[1] != PAST[head])


def ends_in_subject(before):
    """Whether a clause up to its verb ends in an organisation that is named in the nominative."""
    clause = re.split(r"[.,;:–—]\s", before)[-1].split()
    if not clause:
        return False
    last = clause[-1].strip('«»“”"')
    is_acronym = len(clause) == 1 and len(last) > 2 and last.isupper()
    return is_acronym or last.casefold() in GENDERS
