"""Organisations that a text mentions and that take no part in what it tells."""

import re

CITED_BEFORE = re.compile(
    r"(?:according to|reported by|cit(?:es|ing)|со ссылкой на|сообща\w+|переда[её]т|по данным"
    r"|по (?:информации|словам|мнению|оценк\w+))\s(?:the\s)?(?:\w+[ -]){0,3}$"
    r"|\b(?:сообщили|рассказали|уточнили|сообщается|отметили)\s(?:в|на сайте)\s(?:\w+\s)?$"
    r"|\b(?:сообщил|заявил|рассказал|отметил|подчеркнул|добавил|пояснил|говорит|сказал)[аи]?"
    r"\s(?:[а-яё-]+\s){1,3}$"
    r"|\b(?:said|says|noted|stressed|explained|added)\s(?:[\w.’'-]+,?\s){2,6}(?:of|from|at)\s(?:the\s)?$"
    r"|пресс-служб\w+\s$|press service of\s(?:the\s)?$"
    r"|(?:decree|resolution) of\s(?:the\s)?$|(?:постановлени|указ|распоряжени|приказ)\w*\s$",
    re.I,
)
CITED_AFTER = re.compile(
    r"\s(?:reports?|cites|estimates|says|said(?! that [^.;]{0,80} w(?:ill|ould))"
    r"|(?:has|have) (?:described|defined|warned|reported|estimated|called)"
    r"|writes|warns|notes|believes|сообщает|пишет|хабарлайды"
    r"|(?:сообщил|заявил|отметил|уточнил|пояснил|напомнил)[аио]?)\b"
    r"|[^.;]{0,20}(?:мәліметінше|хабарлауынша|айтуынша|пікірінше|тілшісі)"
    r"|\w{0,4} (?:баспасөз қызметі)|[^.;]{0,20}(?:ақпарат таратты|мәлімдеді|хабарлады)",
    re.I,
)
# Its papers and figures: World Bank data, a report of it, рекомендации МОТ.
# Anna Low, head of the Institute, said …
CITED_AROUND = (
    re.compile(
        r"[A-Z][\w’'-]+, (?:\w+[ -]){0,3}(?:head|director|general|manager|chair\w*|officer|minister"
        r"|president|rector|dean|secretary|founder|coordinator|specialist|representative)"
        r" (?:of|at|from|for) (?:the )?$",
        re.I,
    ),
    re.compile(
        r"[^.;:]{0,100}?,? (?:said|says|noted|stressed|explained|added|stated|underlined"
        r"|emphasi[sz]ed|commented|told)\b"
    ),
)
PAPERS_EN = (
    r"(?:data|figures|statistics|reports?|recommendations?|guidelines|standards?|conventions?"
    r"|charters?|directives?|definitions?|classifications?|methodolog(?:y|ies)|publications?"
    r"|papers|website|affairs|indicators?|indices|index|loans?|debts?)"
)
PAPERS_RU = (
    r"(?:данны|доклад|отч[её]т|рекомендаци|стандарт|конвенци|харти|директив|определени"
    r"|классификаци|методик|показател|индекс|сайт|публикаци|статистик)"
)
PAPERS_KK = r"(?:дерек|есеб|есеп|баяндама|ұсыныс|стандарт|конвенция|хартия|көрсеткіш|статистика)"
PAPERS_BEFORE = re.compile(rf"\b{PAPERS_EN} (?:of|by)\s(?:the\s)?$|\b{PAPERS_RU}\w{{0,4}}\s$", re.I)
PAPERS_AFTER = re.compile(rf"(?:’s|'s)?\s(?:\w+\s)?{PAPERS_EN}\b|\S{{0,5}}\s{PAPERS_KK}\w*", re.I)
# Lands, as a union's name stands for them: members of the European Union, стран СНГ.
LANDS_EN = r"(?:countries|states|nations|citizens|territory|territories|governments|borders)"
LANDS_RU = r"(?:стран|государств|граждан|территори|границ)"
LANDS_BEFORE = re.compile(
    rf"\b{LANDS_EN} (?:of|in|from)\s(?:the\s)?$"
    rf"|\b{LANDS_RU}\w{{0,4}}(?:\s?[-–]\s?(?:член|участни)\w+)?\s$",
    re.I,
)
LANDS_AFTER = re.compile(
    rf"(?:’s|'s)?\s(?:(?:member|partner)\s)?{LANDS_EN}\b|\S{{0,5}}\s(?:ел|мемлекет)(?:дер|і)\w*",
    re.I,
)
MEMBERS_BEFORE = re.compile(r"\bmembers of\s(?:the\s)?$|\bчлен\w* \w*$", re.I)
UNION_OF_STATES = re.compile(
    r"\b(?:Union|Commonwealth|OECD|ASEAN|Co-?operation and Development)$"
    r"|^(?:CIS|SCO|WTO|OSCE|NATO)$"
)
# Where somebody studied once, who takes part as a person: выпускница … университета.
STUDIED_BEFORE = re.compile(
    r"(?:выпускни[кц]|стипендиат|докторант|аспирант)\w*\s$|\b(?:окончи|закончи)\w*\s$"
    r"|\bдоктор\w*(?:\s\w+)?\s$"
    r"|\b(?:учил|учивш|обучал|обучавш|стажировал|стажировавш|защити)\w*(?:\s\w+){0,2}\sв\s$"
    r"|\b(?:studied|studying|educated|enrolled)(?:\s\w+){0,3} at\s(?:the\s)?$"
    r"|\b(?:graduates?|graduated|graduating|alumn(?:i|us|a|ae))(?:\s\w+)?"
    r" (?:of|from|at)\s(?:the\s)?$"
    r"|(?<!s )\bstudent (?:of|at|from)\s(?:the\s)?$"
    r"|\b(?:PhD|doctorate|(?:bachelor|master)(?:’s|'s|s)?(?: degree)?|degrees?|diplomas?)"
    r"(?: (?!project|programme|course)[\w-]+){0,4} (?:from|at|of)\s(?:the\s)?$",
    re.I,
)
STUDIED_AFTER = re.compile(
    r"\S{0,3}\s(?:түле[кг]|бітір|тәмамда|докторы|докторант|магистр)\w*", re.I
)
# Who listened, and did not teach: teachers from … attended; для учителей …
LISTENERS_EN = (
    r"\b(?:teachers|pupils|students|schoolchildren|learners|trainees|participants|nurses|interns"
    r"|undergraduates|children|girls|boys|youths?|listeners|guests|librarians|staff|employees"
    r"|workers|officers|officials|journalists|reporters|members|doctors|guides|volunteers|people)"
)
LISTENERS_RU = (
    r"\b(?:учител|ученик|учениц|школьник|студент|учащ|слушател|участни|педагог|преподавател|дет"
    r"|воспитанни|библиотекар|сотрудни|гост|журналист|врач|медсест|девуш|юнош)\w*"
)
LISTENERS_BEFORE = re.compile(
    rf"{LISTENERS_EN}(?: \w+)? (?:of|from|at)\s(?:the\s)?$|{LISTENERS_RU}(?:\sиз)?\s$", re.I
)
LISTENED_AFTER = re.compile(
    r"[^.;:]{0,80}?\s(?:(?:were|was|are|is|been)(?:\s\w+)?\s(?:trained|taught|instructed|coached"
    r"|introduced|shown|taken|among|present|invited)|attend|took part|take part|participat|learn"
    r"|listened|completed|received|joined|heard|finished"
    r"|приня\w+ участие|участвова|обуч|прошл|прошёл|прослуша|слуша|посети|побыва|получ"
    r"|познаком|узна|были среди|освои)",
    re.I,
)
# The Institute’s engineers were trained.
ITS_LISTENERS_AFTER = re.compile(
    r"(?:’s|'s)?\s(?:[a-z-]+\s){0,2}(?:[a-z]+(?:ers|ists|ors|ians|ees)|staff|experts)"
    r"\s(?:were|was|are|have been)\s(?:\w+ly\s)?(?:trained|taught|instructed|coached)\b"
)
FOR_LISTENERS = re.compile(
    r"\b(?:trained|taught|training (?:for|of)|for|among them|among (?:the )?\w+ were|coached"
    r"|instructed|для|обуч\w+)\s(?:[\w,.-]+\s){0,3}$",
    re.I,
)


def is_only_mentioned(mention):
    """Cited, or named for its papers, its lands, or the people who studied or listened."""
    before, after = mention.before, mention.after
    return bool(
        CITED_BEFORE.search(before)
        or CITED_AFTER.match(after)
        or all(
            words.search(side) if n == 0 else words.match(side)
            for n, (words, side) in enumerate(zip(CITED_AROUND, (before, after), strict=True))
        )
        or PAPERS_BEFORE.search(before)
        or PAPERS_AFTER.match(after)
        or is_of_lands(mention, before, after)
        or (mention.kind in {"academic", "education"} and is_alma_mater(before, after))
        or is_of_listeners(before, after)
        or ITS_LISTENERS_AFTER.match(after)
    )


def is_of_lands(mention, before, after):
    name = getattr(mention.entry, "name", "") or mention.name
    return bool(
        LANDS_BEFORE.search(before)
        or LANDS_AFTER.match(after)
        or (MEMBERS_BEFORE.search(before) and UNION_OF_STATES.search(name))
    )


def is_alma_mater(before, after):
    return bool(STUDIED_BEFORE.search(before) or STUDIED_AFTER.match(after))


def is_of_listeners(before, after):
    people = LISTENERS_BEFORE.search(before)
    if not people:
        return False
    # A training for students at a college is held there.
    taught = " at " not in people[0] and FOR_LISTENERS.search(before[: people.start()])
    return bool(taught or LISTENED_AFTER.match(after))
