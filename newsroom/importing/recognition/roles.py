"""What an organisation does in a story, by the words around its name."""

import re

from almaty.stems import KAZAKH_LETTERS
from newsroom.importing.recognition import roles_cyrillic, roles_english
from newsroom.importing.recognition.chains import (
    ADJECTIVE,
    BODY_EN,
    DETERMINER,
    begins_clause,
)
from newsroom.importing.recognition.doers import is_done_to, takes_part
from newsroom.importing.recognition.lists_english import listed
from newsroom.importing.recognition.organisations import DONORS, OwnEntry, PartnerEntry
from newsroom.importing.recognition.payers import (
    GOVERNMENTS,
    HELPERS,
    VENUES,
    is_agency_of_fund,
    is_foreign,
    is_in_compound,
    is_museum,
    is_with_project,
    pays,
)
from newsroom.importing.recognition.roles_cyrillic import (
    HELD_KK,
    UNDER,
    comes_from,
    is_done_by,
)
from programmes.models import Role

# Somebody's own body, which is that somebody: совместно с представительством ЮНИСЕФ.
BODY = (
    rf"(?:{BODY_EN}|(?:\w+ )?(?:organi[sz]ations|agencies|institutions|companies|partners),?"
    r" (?:such as|including|notably|namely|among them)"
    r"|(?:представительств|отделени|офис|бюро|компани|организаци|агентств|ведомств|секретариат|член)"
    r"[а-яё]{0,3})"
)
# The office, as it calls itself, before the others that took part: организовали бюро и …
US = r"(?:(?:наше\s)?бюро(?:\sЮНЕСКО)?(?:\sв\s[А-ЯЁ]\w+)?(?:,|\sи)\s)?"
# A pattern of words that end right before a name, in the order in which they are asked.
BEFORE = [
    (Role.FUNDER, r"(?:co-?)?(?:fund|financ|sponsor|bankroll)ed (?:jointly )?(?:by|through)"),
    (Role.FUNDER, r"(?:donated|paid) by|(?:gifts?|donations?) (?:of|from|by)"
                  r"|grants? (?:of|worth) [^.;()]{1,40} from"
                  r"|(?:[$€£]|\b(?:USD|EUR|CHF|GBP|KZT|JPY|NOK|SEK))\s?[\d.,\s]*\d"
                  r"(?: (?:thousand|million|billion))? (?:of|from|by)"),
    (Role.FUNDER, r"paid for by|financial(?:ly)? (?:and \w+ )?(?:support|assistance|contribution)"
                  r"(?:ed)? (?:of|from|by)|financially supported by"),
    (Role.FUNDER, r"(?:funding|funds|grants?|money) (?:of|from|by)"
                  r"|(?:with|thanks to) (?:an? |the )?(?:\w+ )?contributions? (?:of|from|by)"
                  r"|generous (?:support|contribution) (?:of|from)|at the expense of"),
    # Their contribution to geology is no money, and neither is what a library has.
    ("giver", r"(?:contributions?|resources) (?:of|from|by)"),
    (Role.FUNDER, r"финансов\w+ (?:и \w+ )?(?:поддержк\w|содействи\w|помощ\w)(?: со стороны)?"),
    (Role.FUNDER, r"по заказу|(?:спонсор|донор)\w* (?:стал|выступ|явля)\w*"
                  r"|(?:средств|финансировани|оборудовани|грант|деньги|денег)\w* (?:\w+ )?"
                  r"(?:предостав|выдел|оплат|закуп|подар)\w*|оплатил\w*"),
    (Role.HOST, r"(?:встреч|форум|конференци|участник|гост|школ|семинар|делегаци|съезд)\w*"
                r" (?:\w+ )?(?:принял|принима)\w*"),
    (Role.TECHNICAL, r"(?:курс|заняти|лекци|урок|тренинг|семинар|программ|методик)\w* (?:\w+ )?"
                     r"(?:в[её]л|вела|вели|вед[её]т|ведут|читал|прочита|разработал)\w*"),
    (Role.HOST, r"(?:площадк|помещени|зал|здани)\w* (?:\w+ )?предостав\w*"
                r"|предостав\w* (?:площадк|помещени|зал|здани)\w*"),
    (Role.FUNDER, r"(?:со?|про)?финансиру?\w*(?: властями)?|на средства(?: гранта)?"
                  r"|за сч[её]т(?: средств| гранта)*"
                  r"|грант\w*|(?:на )?деньги"),
    (Role.TECHNICAL, r"technical (?:support|assistance|advice|help) (?:of|from|by)"),
    ("support", r"(?:(?:with|thanks to) (?:the )?(?:\w+ )?)?support (?:of|from|by)"
                r"|(?:was |is |were |are )?supported by|sponsorship of|assistance (?:of|from)"),
    ("support", r"(?:при|благодаря) (?:\w+ )?(?:поддержке|содействии|помощи)"
                r"|поддерж\w+|с поддержкой"),
    (Role.ADOPTING_AUTHORITY, r"(?:approved|endorsed|adopted|accredited|signed into \w+) by"
                              r"|(?:утвержд|одобр)\w+"),
    ("receiver", r"(?:incorporated|integrated|included|adopted|taken) (?:in)?to"),
    ("implementer", r"(?:implemented|executed|carried out|run|managed|led|delivered) by"
                    r"|(?<!joint )(?:project|programme) by"
                    r"|(?:реализ|осуществл|выполн)\w+"),
    (Role.HOST, r"hosted (?:by|at|in)|on the premises of|welcomed by|(?:на|в) (?:базе|стенах"
                r"|площадке|здании|помещении)|принима\w+"),
    (Role.PLATFORM, r"(?:launch\w*|available|published|presented|online|hosted)"
                    r"(?: \w+){0,4} (?:at|on)"
                    r"|(?:through|via|on) the (?:\w+ )?platform(?: of)?|на (?:\w+ )?платформе"),
    (Role.TECHNICAL, r"(?:experts?|specialists?|representatives?|officials|delegates|trainers?"
                     r"|lecturers?|scientists?|researchers?|professors?|consultants?|facilitators?|speakers?|engineers?"
                     r"|staff|colleagues|instructors?|academics|scholars|rescuers?|advisers?|members?"
                     r"|participants?|deans?|rectors?|directors?|heads?|chair(?:man|woman|person)?)"
                     r"(?: \w+)? (?:of|from|at|with)|taught by"
                     r"|expertise (?:of|from)|advised by"),
    (Role.TECHNICAL, r"attended by|(?:the )?participation of|(?:при|с|с участием) участи\w+"),
    (Role.TECHNICAL, r"(?:эксперт|специалист|представител(?!ьств)|преподавател|уч[её]н|сотрудник"
                     r"|тренер|лектор|исследовател|консультант|инженер|профессор|доцент|декан|ректор"
                     r"|директор|спасател|наставник|волонт[её]р|председател|руководител|секретар(?!иат)|глава\b|главой\b)\w*"
                     r"(?: из| от)?"
                     r"|(?!ката|диа|лист|датчик|ящик)[а-яё]{3,}(?:[чщ]ик|ист|лог|граф)(?:и|ы|ов|ами)"
                     r"|техническ\w+ (?:поддержк\w|содействи\w|помощ\w)(?: оказ\w+)?"),
    ("jointly", r"joint (?:initiative|projects?|efforts?|programme?|work) (?:of|by|between)"
                r"|under the (?:aegis|auspices|patronage) of|под (?:эгидой|патронатом)"),
    ("jointly", r"(?:held|carried out|organi[sz]ed|run|done|made) it with|carried out with"
                r"|jointly with|together with|in (?:close )?(?:partnership|association|cooperation"
                r"|co-operation|collaboration|coordination)(?: with)?|alongside|teamed up with"
                r"|partner(?:ed|ing) with"
                r"|joined forces with|with (?:its |our )?partners?|co-organi[sz]ed (?:by|with)"
                r"|organi[sz]ed (?:by|with)|held (?:by|with)|prepared (?:by|with)|in tandem with"
                # Held in Osh from 6 to 10 April by …
                r"|(?:held|organi[sz]ed|conducted|convened) (?:in|on|at|from|between)"
                r" [^.;()]{1,80} by"),
    ("jointly", r"при (?:\w+ )?организации|(?:провод|организу)(?:ится|ятся|ется|ются)"),
    ("jointly", r"(?:совместно|вместе|сообща) со?|в (?:тесном )?(?:сотрудничеств|партн[её]рств"
                r"|взаимодействи|содружеств|кооперации)\w* со?|во взаимодействии со?"
                r"|при (?:\w+ )?участии"
                r"|организован\w*(?: (?!(?:в|на|для|по|со?|о|к|из|от)\s)[а-яё-]+){0,2}"
                r"|подготовлен\w*|партн[её]р\w*"
                r"|(?:организатор|партн[её]р)\w*(?: \w+)? (?:стал|выступ|явля)\w*"
                r"|(?:организатор|партн[её]р)\w*\s[–—-]"
                r"|ұйымдастырушы\w*\s[–—-]"),
    # The verb before its subject: семинар провёл институт.
    (Role.FUNDER, r"финансиру[ею]т (?:этот )?(?:проект|программ|строительств|работ)\w*"),
    ("jointly", r"по (?:совместной )?инициативе|(?:провод|организу|устраива|готов)(?:ит|ят|ет|ют)"
                r"|(?:провед[её]|разработа|выпуще|изда|объявл[её]|инициирова)н[аыо]?"
                r"|(?:пров[её]л|провел|организовал|устроил|подготовил|разработал|учредил|созвал"
                r"|основал)[аио]?"),
    ("implementer", r"(?:рамках|реализации|запуске?а?) (?:\w+ ){0,2}проекта|^проект"),
    *roles_english.BEFORE,
    # The weakest stands last: гости из …
    (Role.TECHNICAL, r"[а-яё]{5,} из"),
]  # fmt: skip
BEFORE = [
    (
        role,
        re.compile(
            rf"(?:^|\W)(?:{p})(?:\s+|(?<=\())(?:(?:{ADJECTIVE}\s){{1,3}}|{DETERMINER})"
            rf"(?:{BODY}\s(?:the\s|{ADJECTIVE}\s)?)?{US}$",
            re.I,
        ),
    )
    for role, p in BEFORE
]
AT = re.compile(r"\b(?:at|in|inside|в|во|на)\s+(?:the\s+|[а-яё-]+(?:ом|ем|ой|ей)\s+)?$", re.I)

# Between a name and what it did: its acronym, its town, which, also.
VERB_LATER = (
    r"(?:\s\([^)]{1,30}\))?(?:\s(?:in|of)\s[A-Z][\w’-]+)?"
    r"(?:,\s(?:an?|the)\s[^,.;()]{1,60},)?(?:,?\s(?:which|who|that))?"
    r"(?:\s(?:also|then|will|has|have|had|jointly|generously|since|already|now|kindly)){0,2}"
)
AFTER = [
    (Role.FUNDER, r"-(?:co)?(?:funded|financed|sponsored)"),
    ("support", r"-supported"),
    *((role, f"{VERB_LATER}(?:{verb})") for role, verb in [
        (Role.FUNDER, r" approved (?=US\$|USD|EUR|[$€£\d])"
                      r"| (?:funds|(?:funded|financed|donated|granted)(?! by| through| from)"
                      r"|finances|paid|pays|allocated"
                      r"|contributed (?=[A-Z$€£\d]|about|some|nearly|over|more than))"
                      r"| (?:provided|gave) (?:the )?(?:funding|funds|a grant|money)"),
        ("support", r" (?:supports|supported)(?! by)\b"),
        (Role.HOST, r" (?:hosted|hosts|host|welcomed|opened its doors)"),
        (Role.ADOPTING_AUTHORITY, r" (?:approved|endorsed|adopted|adopt)"),
        ("implementer", r" (?:(?:is|are) )?(?:implement(?:s|ed|ing)|carr(?:ies|ied) out)\b"),
        (Role.TECHNICAL, r" (?:advised|lectured|taught)| (?:gave|provided|shared|offered)"
                         r" (?:(?:its|their|the|technical|expert|scientific)(?: and)? ){0,3}"
                         r"(?:advice|expertise|experts|lectures|experience|guidance)"),
        *roles_english.AFTER,
    ]),
    ("jointly", r"(?:(?:,? (?:together|jointly) with|, (?:with|in|jointly)) [^.;]{0,160})?"
                + VERB_LATER + r" (?:held|holds?|(?:co-)?organi[sz]e[ds]?|conduct(?:s|ed)|ran"
                r"|staged|open(?:s|ed)|launch(?:es|ed)|convene[ds]|invite[ds]|present(?:s|ed))\b"),
    *((role, rf"(?:\s\([^)]{{1,30}}\))?(?:{words})") for role, words in roles_cyrillic.AFTER),
]  # fmt: skip
AFTER = [(role, re.compile(pattern, re.I)) for role, pattern in AFTER]
KAZAKH_AT = re.compile(r"(?:да|де|та|те|нда|нде)$")
# Where a part or a person of it sits: the Faculty of Law at …, Professor Anna Weber at …
SEATED = re.compile(
    r"\b(?:(?:Programme|Program|Faculty|Department|Institute|Laboratory|Centre|Center|School|Chair"
    r"|(?:Professor|Prof\.|Dr\.?) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
    r"(?: (?:of|for) [A-Z]\w+)?,?"
    r"|(?:[Hh]ead|[Dd]ean|[Pp]rofessor|[Rr]esearcher|[Ff]ellow|[Ll]ecturer|[Ss]cientist)"
    r"(?: (?:of|in|for) [^.;,()]{1,60})?) at (?:the )?$"
)

# Kazakh words behind a name that say by themselves that it takes part.
STRONG_AFTER = re.compile(
    "|".join(pattern.pattern for role, pattern in AFTER if KAZAKH_LETTERS.search(pattern.pattern)),
    re.I,
)

WITH_US = re.compile(
    r"\b(?:together|jointly|in (?:\w+ )?(?:co-?operation|partnership|collaboration)) with"
    r" (?:the )?UNESCO|(?:совместно|вместе|в сотрудничестве|в партн[её]рстве) с(?:о)? ЮНЕСКО"
    r"|ЮНЕСКО\S{0,6} (?:бірлес|бірге|ынтымақтас|серіктес)",
    re.I,
)
# Paid by Japan through its agency.
PAYS_AS = re.compile(
    r"проект\w*\s$|\b(?:government|kingdom|people)\b[^.;()]{0,60}\sthrough\s(?:the\s|its\s)?$", re.I
)
PROJECT = re.compile(r"project|programme|проект|жоба", re.I)
IMPLEMENTING = re.compile(
    r"\bimplement|carr(?:y|ied) out|executed|реализ|осуществ|жүзеге асыр", re.I
)

HELD = re.compile(
    r"held|took place|met\b|gathered|organi[sz]|прош[её]?л|состоя|собра|пров[её]л", re.I
)


def roles_of(chain, project, titles):
    """[(mention, role, strength)] of a list's members; strength 0 where nothing says a role.

    `titles` are mentions of projects: who stands in a title pays for the project or carries it out.
    """
    own = any(isinstance(m.entry, OwnEntry) for m in chain) and not is_done_to(chain[0])
    inherited = None
    result = []
    later = after(chain[-1])
    if later == Role.HOST and own:
        later = "jointly"  # UNESCO and the Institute hosted a workshop
    for mention in chain:
        word = before(mention) or inherited or listed(mention)
        if begins_clause(mention, chain) and later:
            word = before(mention)
        inherited = word
        said = direct_after(mention) or word or later
        role = settled(said, mention, own)
        if role:
            result.append((mention, role, 2))
        else:
            titled = any(title.covers(mention) for title in titles) or is_in_compound(chain)
            titled = titled or is_with_project(mention)
            does = takes_part(chain) and not is_object(mention)
            result.append((mention, *by_kind(mention, own, project, titled, does)))
    return result


def is_role_before(mention):
    """Whether a word for a role stands right before: one that no other word can be."""
    return any(words.search(mention.before) for _role, words in BEFORE[:-1])


def before(mention):
    if mention.text.language == "en" and (thanked := roles_english.thanked_for(mention)):
        return thanked
    if is_done_to(mention):
        return None
    said = next((role for role, words in BEFORE if words.search(mention.before)), None)
    if said is None and mention.kind in VENUES and UNDER.search(mention.before):
        return Role.HOST
    if said is None and AT.search(mention.before):
        return Role.TECHNICAL if SEATED.search(mention.before) else "at"
    return said


def is_object(mention):
    """Қорығын, қорығына: in Kazakh what something is done or given to, and not by it."""
    written = mention.tokens[-1].text
    return mention.text.language == "kk" and written.endswith(("ын", "ін", "ына", "іне"))


def after(mention):
    if is_object(mention):
        return None
    rest = mention.text.text[mention.end : mention.end + 220]
    if is_done_by(mention):
        return "jointly"
    found = [(m.end(), role) for role, words in AFTER if (m := words.match(rest))]
    return next((role for _end, role in found), None)


def direct_after(mention):
    """What stands at this very name: AF-funded; …университетінде, a venue in Kazakh."""
    rest = mention.text.text[mention.end : mention.end + 20]
    for role, words in AFTER[:2]:
        if words.match(rest):
            return role
    if mention.text.language == "en" and roles_english.OF_ITS_PEOPLE.match(mention.after):
        return Role.TECHNICAL
    if mention.text.language == "kk":
        written = mention.tokens[-1].text.casefold()
        if comes_from(mention):
            return Role.TECHNICAL
        held = mention.kind in GOVERNMENTS and HELD_KK.search(mention.sentence)
        if (mention.kind in VENUES or held) and KAZAKH_AT.search(written):
            return "at"
    return None


def settled(said, mention, own):
    """A role of programmes.models.Role, from the word that was found; None where it says none."""
    if said is None:
        return None
    if said == Role.FUNDER and is_agency_of_fund(mention):
        return Role.IMPLEMENTER
    gives = mention.kind in DONORS or (mention.kind in GOVERNMENTS and is_foreign(mention))
    if said == "support" and own and not gives:
        return Role.CO_ORGANISER
    if said == "support":
        return Role.FUNDER if pays(mention) else Role.CO_ORGANISER
    if said == "at":
        if mention.kind == "private" and isinstance(mention.entry, PartnerEntry):
            return Role.PLATFORM
        if mention.kind in VENUES | {"unknown", "civil-society", "private"} or is_museum(mention):
            return Role.HOST
        held = HELD.search(mention.sentence) or HELD_KK.search(mention.sentence)
        return Role.HOST if mention.kind in HELPERS and held else None
    if said == "receiver":
        return Role.ADOPTING_AUTHORITY if mention.kind in GOVERNMENTS else None
    if said == "giver":
        return Role.FUNDER if mention.kind in DONORS else None
    if said == "came":
        return Role.TECHNICAL if mention.kind in VENUES | {"red-cross"} else Role.CO_ORGANISER
    if said == "maker":
        return Role.CO_ORGANISER if own else Role.TECHNICAL
    if said == "implementer" and mention.kind in DONORS and PAYS_AS.search(mention.before):
        return Role.FUNDER
    if said == "implementer":
        joint = own or re.search(r"совместн\w+ проект", mention.before)
        return Role.JOINT_IMPLEMENTER if joint else Role.IMPLEMENTER
    if said == "jointly":
        implemented = IMPLEMENTING.search(mention.before)
        return Role.JOINT_IMPLEMENTER if implemented else Role.CO_ORGANISER
    if said == Role.PLATFORM and mention.kind != "private":
        return None if mention.kind not in VENUES else Role.HOST
    return said


def by_kind(mention, own, project, titled, does):
    """(role, strength) where no word says one: the register's, or what such a body mostly does."""
    if project is not None and isinstance(mention.entry, PartnerEntry):
        for slug, role in mention.entry.roles:
            if slug == getattr(project, "slug", None):
                return role, 1
    if titled:
        return (Role.FUNDER if mention.kind in DONORS else Role.IMPLEMENTER), 1
    if own:
        pays_for = mention.kind in DONORS and PROJECT.search(mention.sentence)
        return (Role.FUNDER if pays_for else Role.CO_ORGANISER), 1
    if mention.kind in VENUES and WITH_US.search(mention.sentence):
        return Role.CO_ORGANISER, 1
    role = Role.TECHNICAL if mention.kind in VENUES | {"red-cross"} else Role.CO_ORGANISER
    return role, int(does)
