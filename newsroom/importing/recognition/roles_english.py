"""Roles as English tells them in more words, asked after those of `roles`."""

import re

from newsroom.importing.recognition.people_english import PEOPLE_OF_BODIES
from newsroom.importing.recognition.units import NOT_UNITS_EN
from programmes.models import Role

# People by what they do: zoologists, engineers, editors. Partners and letters do nothing.
PEOPLE = (
    r"\b(?!partn|lett|pap|numb|oth|ord|cent|off|memb|don|fund|sect|fact|organ|spons|corn|regist)"
    rf"(?!(?:head|{'|'.join(sorted(NOT_UNITS_EN))})\b)(?!computers|covers|flowers|headquarters)"
    r"(?:[a-z]{3,}(?:ists|ians|ers|ors|eers)|architects)"
)
GIFTS = (
    r"(?:equipment|computers|laptops|books|textbooks|instruments|cameras|prizes?|awards"
    r"|scholarships|stipends)"
)
ROOMS = (
    r"(?:halls?|rooms?|premises|venue|building|auditorium|studios?|grounds|facilities|campus"
    r"|laborator\w+|gallery|garden)"
)
HELPERS = r"(?:interpreters|trainers|lecturers|teachers|experts|specialists)"
RECORDS = r"(?:archives?|data|maps|measurements|observations|samples|recorders)"
INTENDS = (
    r"(?:intends?|plans?|decided|agreed|promised|undertook|wants?|expects?"
    r"|(?:is|are) (?:going|ready|about|due))"
)
ADOPT = (
    r"(?:include|introduce|adopt|integrate|incorporate|extend|roll out|take over|apply|recommend"
    r"|approve)"
)
ADOPTED = (
    r"(?:built|included|incorporated|integrated|adopted|introduced|taken|recommended|approved)"
)
# What is said of bodies and hardly of people.
ONLY_BODIES = (
    r",? (?:covered|covers|bore|bears|met|meets|shared|defrayed) (?:[\w-]+ ){0,6}"
    r"(?:costs?|expenses|bills?|fees)\b|,? (?:co-?funded|co-?financed|sponsored)\b"
    r"| (?:has|have|had) (?:been )?(?:funding|financing|funded|financed)\b"
)

# UNICEF experts, the Institute’s media lecturer; those who were trained only listened.
OF_ITS_PEOPLE = re.compile(
    r"(?:’s|'s)?\s(?:(?!and\b|or\b|to\b|for\b)[a-z-]+\s)?(?:experts?|specialists?|lecturers?"
    r"|trainers?|scientists?|researchers?|consultants?|engineers?|facilitators?|instructors?"
    r"|professors?)\b(?!\s(?:were|was|are|been)\s(?:trained|taught|invited|instructed))"
)
AMONG = r" \((?:(?:e\.g\.,?|including|such as|from))?"  # scientists (e.g. IWMI, CAREC)
THANKED = re.compile(
    r"\b(?:thank(?:s|ed|ing)|grateful to|gratitude to|appreciation to|thanks to)\s(?:the\s)?$"
)
THANKED_FOR = re.compile(
    r"(?:[^.;]{0,120}?)\sfor\s(?:its|their|the)\s(?P<what>(?:[a-z]+(?:\sand)?\s){0,4}"
    r"(?:support|contribution|funding|assistance|help|cooperation|co-operation|partnership))\b"
)
MONEY = re.compile(r"financ|fund|generous|contribution")


def thanked_for(mention):
    """Of whom a text thanks, what for: UNESCO thanked Norway for its generous support."""
    if not THANKED.search(mention.before):
        return None
    found = THANKED_FOR.match(mention.after)
    if not found:
        return None
    if MONEY.search(found["what"]):
        return Role.FUNDER
    return "support" if "support" in found["what"] else "jointly"


# Of words that end right before a name. "receiver" adopts where it is a government's.
BEFORE = [
    (Role.FUNDER, r"(?:bought|purchased|subsidi[sz]ed|underwritten|commissioned|ordered) by"
                  r"|social order of"),
    (Role.FUNDER, r"(?:costs?|expenses|fees|bills?|travel) (?:\w+ ){0,3}(?:covered|met|borne) by"),
    (Role.FUNDER, r"(?:funding|funds?|money|grants?|financing|financial \w+) (?:\w+ ){0,2}"
                  r"(?:came|comes|received|obtained|provided|awarded|given|allocated) (?:from|by)"),
    (Role.FUNDER, rf"{GIFTS} (?:\w+ ){{0,2}}(?:provided|supplied|given|offered|came) (?:by|from)"),
    ("giver", r"given by"),
    ("support", r"possible without|made possible by|courtesy of|help (?:of|from)"),
    ("receiver", r"(?:included|incorporated|integrated|used) in (?:the )?(?:\w+ ){1,3}of"
                 r"|(?:handed(?: over)?|submitted|presented|addressed|passed(?: on)?) to"),
    ("implementer", r"(?:fund|financ|money|grant|channell?ed|provided by|given by)"
                    r"[^.;()]{0,60} through"
                    r"|(?:conducted|co-?ordinated) by"),
    (Role.HOST, r"hosts? (?:of [^.;()]{1,60} )?(?:was|were|is)"
                rf"|(?:the|its|their) (?:\w+ )?{ROOMS} of"
                r"|at (?:the )?(?:\w+ ){0,2}(?:branch|headquarters) of"),
    (Role.TECHNICAL, r"who (?:leads|heads|directs|runs|represents|works (?:for|at|with))"),
    (Role.TECHNICAL, r"(?:taught|trained|instructed|coached|mentored|guided|moderated)"
                     r"(?: for [\w ]{1,20}| \w+)? by"
                     r"|(?:advice|guidance|lectures?|instruction|coaching) (?:of|from|by)"
                     r"|(?:training|lectures?|courses?|class(?:es)?|advice|expertise) (?:\w+ ){0,2}"
                     r"(?:given|provided|delivered) by"
                     rf"|{PEOPLE} (?:\w+ )?(?:came|come|were|are|arrived) from"
                     r"|[a-z]{3,}s (?:came|come|arrived) from"),
    ("jointly", r"at the (?:invitation|initiative) of|requests? (?:of|from)"
                r"|(?:initiated|convened|arranged|co-hosted|announced|set up|thought up) by"
                r"|(?:held|organi[sz]ed|conducted|convened|announced)(?: \w+)?"
                r" (?:in|on|at|from|between|since|during|for|with|every) [^.;()]{1,80} by"),
    (Role.TECHNICAL, rf"(?:{PEOPLE_OF_BODIES})s?(?: \w+)? (?:of|from|at)"),
    (Role.TECHNICAL, rf"{PEOPLE}(?: \w+)? (?:of|from|at)|(?:students|pupils) (?:of|from)"),
    ("jointly", r"(?:work|cooperat|co-operat|collaborat|coordinat|co-ordinat)(?:e?s|ed?|ing)?"
                r" (?:\w+ ){0,3}with"
                r"|(?:gratitude|thanks|grateful|thankful|appreciation|indebted) to"
                r"|(?:partnerships?|cooperation|co-operation|collaboration) (?:between|among|of)"
                r"|UNESCO(?: \w+){0,4} joined(?: forces with)?"),
    ("implementer", r"(?:project|programme|initiative)(?: (?:on|for|of) [^().;]{1,60})? \("),
    (Role.TECHNICAL, r"(?-i:(?<=, )by (?:(?:Mr|Ms|Mrs|Dr)\.? )?[A-Z][a-z’-]+"
                     r"(?: [A-Z][a-z’-]+){1,2}),"
                     r"|(?-i:(?<=, )by [A-Z][a-z])[^.;:()]{3,80} from"),
    ("came", r"(?:participants|partners|organi[sz]ations|members|institutions|(?:CSO|NGO)[’']?s"
             r"|agencies|companies|universities|speakers) (?:\w+ )?"
             r"(?:includ(?:e|es|ed)|were|are)"),
    ("came", r"(?:brought|bringing|brings) together|gather(?:ed|s|ing)|conven(?:ed|es|ing)"
             r"|uniting|united"),
    (Role.TECHNICAL, rf"(?:[a-z]+(?:ists|ers|ors|ians|ees|ics)|representatives|experts){AMONG}"),
    ("came", r"(?:participants|communit(?:y|ies)|academia|organi[sz]ations|institutions"
             rf"|universities|agencies|companies|partners|ministries|donors|NGOs|outlets){AMONG}"),
]  # fmt: skip
# Of words behind a name, and what may stand between.
AFTER = [
    (Role.FUNDER, rf"{ONLY_BODIES}|,? (?:subsidi[sz]ed|underwrote|bought)"
                  rf"| (?:provided|gave|offered|supplied) (?:the |its |all )?(?:\w+ )?"
                  rf"(?:funds|{GIFTS})\b"
                  r"| (?:pledged|promised|agreed|undertook|committed|is|are) to"
                  r" (?:fund|finance|pay|cover|sponsor|co-finance|co-fund)"),
    (Role.HOST, r" (?:was|were|is|acted as|served as) (?:the )?(?:hosts?|venue)\b"
                r"| (?:offered|provided|lent|made available|opened) (?:its|their|the|a)"
                rf" (?:\w+ ){{0,2}}{ROOMS}\b"),
    ("receiver", rf" ratified| {INTENDS} to {ADOPT}| (?:will )?{ADOPT}\b"
                 rf"| {ADOPTED}\b(?! (?:by|for))"
                 r"| (?:announced|confirmed|stated|declared|said) that"
                 r" [^.;]{0,80} (?:will|would)"
                 rf" (?:be (?:\w+ )?{ADOPTED}|{ADOPT})\b"),
    ("implementer", r" (?:coordinates|coordinated|manages|managed|executes|executed|led)\b"),
    ("maker", r" (?:developed|drafted|designed|wrote|translated|edited|analysed|assessed"
              r"|evaluated|tested|measured|trained|instructed|coached|mentored|demonstrated|presented"
              r"|explained|selected|restored|printed|moderated|facilitated)\b"),
    (Role.TECHNICAL, r" (?:assisted|guided)\b(?! by)"),
    (Role.TECHNICAL, r" (?:opened|shared|lent|gave|offered|provided|supplied)"
                     rf" (?:its |their |the |all )?(?:\w+ )?(?:{HELPERS}|{RECORDS})\b"
                     r"| (?:placed|put|made) [^.;()]{0,40}(?:disposal|available)\b"),
]  # fmt: skip
