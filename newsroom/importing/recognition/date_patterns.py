"""Days, months and years as three languages write them, and the words that make them no event."""

import re

from newsroom.importing.recognition import months

DASH = r"\s?[-–—‐‑]\s?"
YEAR = r"(?:19|20)\d\d"
DAY = r"[0-3]?\d"
MONTHS = {language: months.pattern(language) for language in ("en", "ru", "kk")}
M = MONTHS["en"]
R = MONTHS["ru"]
K = MONTHS["kk"]
TH = r"(?:st|nd|rd|th)?"
SPAN_EN = rf"(?:{DASH}|\s(?:to|and|till|until|through)\s|\s?&\s?)"
PART_EN = r"(?:(?:early|mid|late)(?:-|\s))?"
SPAN_RU = rf"(?:{DASH}|\s(?:по|и|до)\s)"
SPAN_KK = rf"(?:{DASH}|\s(?:және|мен|пен|бен)\s)"
GODA = r"(?:\s?(?:года|году|год|г\.?))?"
# Of this month or the last one: в минувшем мае.
THIS_RU = r"(?:(?:минувш|прошедш|прошл|истекш|нынешн|текущ|этот|это)\w+\s)?"
PART_RU = "(?:в )?(?:конце|начале|середине|течение|половине|протяжении|конца|начала|середины)"
# Of the month in Kazakh: қыркүйектің 18-і.
K_OF = rf"(?:{'|'.join(months.KAZAKH_STEMS)})(?:ның|нің|дың|дің|тың|тің)"
NTH = r"(?:-(?:і|ы|сі|сы)\w{0,3})?"
# From the one day up to the other: 9-ынан 13-іне дейін.
FROM_KK = r"-?(?:[сңы]?[ыі]?н?[ндт][ае]н)(?:\sбастап)?"
UNTIL_KK = r"-?(?:[сі]?[ыі]?н?[ғгқк]?[ае])\sдейін"
JYL = r"(?:\s?(?:жылғы|жылдың|жылы|ж\.))"

# Days. Groups: d1 m1 d2 m2 y, y1 where the first day has a year of its own.
DAYS = {
    "en": [
        rf"(?P<d1>{DAY}){TH}\s(?:of\s)?(?P<m1>{M})(?:,?\s(?P<y1>{YEAR}))?{SPAN_EN}"
        rf"(?P<d2>{DAY}){TH}\s(?:of\s)?(?P<m2>{M})(?:,?\s(?P<y>{YEAR}))?",
        rf"(?P<m1>{M})\s(?P<d1>{DAY}){TH}(?:,?\s(?P<y1>{YEAR}))?{SPAN_EN}(?P<m2>{M})\s(?P<d2>{DAY}){TH}"
        rf"(?:,?\s(?P<y>{YEAR}))?",
        rf"(?P<d1>{DAY}){TH}(?:(?:,\s|{DASH}){DAY}{TH})*,?{SPAN_EN}(?P<d2>{DAY}){TH}\s(?:of\s)?(?P<m1>{M})"
        rf"(?:,?\s(?P<y>{YEAR}))?",
        rf"(?P<m1>{M})\s(?P<d1>{DAY}){TH}{SPAN_EN}(?P<d2>{DAY}){TH}(?:,?\s(?P<y>{YEAR}))?",
        rf"(?P<d1>{DAY}){TH}\s(?:of\s)?(?P<m1>{M})(?:,?\s(?P<y>{YEAR}))?",
        rf"(?P<m1>{M})\s(?P<d1>{DAY}){TH}(?:,?\s(?P<y>{YEAR}))?",
    ],
    "ru": [
        rf"(?P<d1>{DAY})\s(?P<m1>{R})(?:\s(?P<y1>{YEAR}){GODA})?{SPAN_RU}(?P<d2>{DAY})\s(?P<m2>{R})"
        rf"(?:\s(?P<y>{YEAR}){GODA})?",
        rf"(?P<d1>{DAY})(?:(?:,\s|{DASH}){DAY})*{SPAN_RU}(?P<d2>{DAY})\s(?P<m1>{R})(?:\s(?P<y>{YEAR}){GODA})?",
        rf"(?P<d1>{DAY})(?:-?го)?\s(?P<m1>{R})(?:\s(?P<y>{YEAR}){GODA})?",
    ],
    "kk": [
        rf"(?:(?P<y>{YEAR}){JYL}\s)?(?P<d1>{DAY})\s(?P<m1>{K})(?<=[ндт][ае]н)\s(?:бастап\s)?"
        rf"(?P<d2>{DAY})\s(?P<m2>{K})\sдейін",
        rf"(?:(?P<y>{YEAR}){JYL}\s)?(?P<d1>{DAY}){FROM_KK}\s(?P<d2>{DAY})\s(?P<m1>{K})\sдейін",
        rf"(?:(?P<y>{YEAR}){JYL}\s)?(?P<d1>{DAY})\s(?P<m1>{K}){SPAN_KK}(?P<d2>{DAY})\s(?P<m2>{K})",
        rf"(?:(?P<y>{YEAR}){JYL}\s)?(?P<d1>{DAY}){SPAN_KK}(?P<d2>{DAY})\s(?P<m1>{K})",
        rf"(?:(?P<y>{YEAR}){JYL}\s)?(?P<d1>{DAY})(?:-ші|-шы)?\s(?P<m1>{K})",
        rf"(?:(?P<y>{YEAR}){JYL}\s)?(?P<m1>{K_OF})\s(?P<d1>{DAY}){NTH}{SPAN_KK}(?P<d2>{DAY}){NTH}",
        rf"(?:(?P<y>{YEAR}){JYL}\s)?(?P<m1>{K_OF})\s(?P<d1>{DAY}){FROM_KK}\s(?P<d2>{DAY}){UNTIL_KK}",
        rf"(?:(?P<y>{YEAR}){JYL}\s)?(?P<m1>{K_OF})\s(?P<d1>{DAY})-(?:і|ы|сі|сы)н?\w*",
    ],
}
MONTH_ONLY = {
    "en": [
        rf"(?P<m1>{M}){SPAN_EN}(?P<m2>{M}),?\s(?P<y>{YEAR})",
        rf"(?P<m1>{M}),?\s(?:of\s)?(?P<y>{YEAR})",
        rf"\b(?:in|during|throughout|early|mid|late|since|from|of|last|between|and)(?:\s|-)"
        rf"{PART_EN}(?P<m1>{M}){SPAN_EN}{PART_EN}(?P<m2>{M})",
        rf"\b(?:in|during|throughout|early|mid|late|since|of|last|this|on)(?:\s|-)"
        rf"(?P<m1>{M})",
    ],
    "ru": [
        rf"(?P<m1>{R}){SPAN_RU}(?P<m2>{R})\s(?P<y>{YEAR}){GODA}",
        rf"(?P<m1>{R})\s(?P<y>{YEAR}){GODA}",
        rf"\b(?:в|с|{PART_RU})\s(?P<m1>{R}){SPAN_RU}(?P<m2>{R})",
        rf"\b(?:в|во|{PART_RU})\s{THIS_RU}(?P<m1>{R})",
    ],
    "kk": [
        rf"(?P<y>{YEAR}){JYL}\s(?P<m1>{K})",
        rf"(?P<m1>{K}){SPAN_KK}(?P<m2>{K})\s(?:ай|аралығ)\w*",
        rf"(?P<m1>{K})\sай\w*",
        rf"(?P<m1>{K})\s(?:бас|орта|соң|аяғ|іш)\w*",
        rf"(?P<m1>(?:{'|'.join(months.KAZAKH_STEMS)})(?:да|де|та|те|ында|інде))",
    ],
}
NUMERIC = re.compile(
    rf"\b(?P<d1>{DAY})(?:{DASH}(?P<d2>{DAY}))?[./](?P<n>[01]?\d)[./](?P<y>{YEAR})\b"
    rf"|\b(?P<iy>{YEAR})-(?P<im>[01]\d)-(?P<id>[0-3]\d)\b"
)
YEARS = re.compile(rf"\b(?P<a>{YEAR})(?:{DASH}|\s(?:to|and|по|и|до)\s)(?P<b>{YEAR})\b")
ONE_YEAR = re.compile(
    rf"\b(?:in|during|throughout)\s(?:the\syear\s)?(?P<y>{YEAR})\b(?!{DASH}\d)"
    rf"|\bв\s(?:течение\s)?(?P<r>{YEAR})(?:{DASH}м)?\s(?:году|года|г\.)"
    rf"|\b(?P<k>{YEAR})\s(?:жылы|жылдың\sішінде)",
    re.I,
)
# A day that only bounds something, or belongs to a law, is not when the story happened.
NO_EVENT = re.compile(
    r"(?:\b(?:by|until|till|before|deadline(?: is| of)?|dated|no later than|due(?: on)?"
    r"|(?<!was )(?<!were )(?<!been )(?:adopted|founded|established|signed|approved|inscribed"
    r"|created|launched) (?:in|on)|born (?:in|on)"
    r"|(?:law|decree|resolution|order|decision) (?:of|dated))\s(?:the end of\s)?"
    r"|\b(?:к|до|ранее|не позднее|основан\w* в|принят\w* в|внес[её]н\w* в|утвержд[её]н\w*"
    r"|(?:указ|закон|приказ|постановлени|решени)\w*(?: №\s?\d+)? от)\s(?:конц[ау]\s)?"
    # A day of the calendar: Всемирный день воды (22 марта).
    r"|\b(?:д(?:ень|н[яюе]|н[её]м)|күн[іи]?\w{0,4})\s?(?:[^.;()]{1,60}\s?)?\()$",
    re.I,
)
# The line of place and day above a press release: ОШ, 3 мая 2021 /Агентство/.
SENT_BEFORE = re.compile(r"[^\W\d_a-zа-я][\w’-]+(?:[ -][^\W\d_a-zа-я][\w’-]+)?[,.]\s")
SENT_AFTER = re.compile(
    r"(?:\s?г\.|\s?года)?[.,]?\s?(?:[—–-]{1,2}\s|/[^/\n]{2,60}/|\([^)\n]{2,60}\))"
)
# The first rain since May: nothing happened then.
NOT_SINCE = re.compile(r"\b(?:first|last|only|never|not?|\w{3,}est)\b[^.;,]{0,40}\ssince\s$", re.I)
NO_EVENT_AFTER = re.compile(
    r"\s?(?:жылға|жылдан|жылға дейін|ге дейін|-(?:ге|ға|ке|қа)\b)|\sдейін", re.I
)
FLAGS = re.I
COMPILED = {
    language: [(re.compile(rf"\b{p}\b" if i < len(DAYS[language]) else rf"{p}\b", FLAGS),
                i < len(DAYS[language]))
               for i, p in enumerate([*DAYS[language], *MONTH_ONLY[language]])]
    for language in DAYS
}  # fmt: skip
