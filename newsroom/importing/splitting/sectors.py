"""Headings that name a sector or a part of a document, never a story."""

import re

SECTORS = {
    "education": ["education", "образование", "білім", "білім беру"],
    "natural-sciences": [
        *("natural sciences", "natural science", "science", "sciences", "естественные науки"),
        *("наука", "жаратылыстану ғылымдары", "ғылым"),
    ],
    "social-human-sciences": [
        *("social and human sciences", "social & human sciences", "social sciences"),
        *("социальные и гуманитарные науки", "әлеуметтік және гуманитарлық ғылымдар"),
    ],
    "culture": ["culture", "культура", "мәдениет"],
    "communication-information": [
        *("communication and information", "communication & information", "communication"),
        *("коммуникация и информация", "коммуникация және ақпарат", "информация и коммуникация"),
    ],
}
BY_NAME = {name: slug for slug, names in SECTORS.items() for name in names}
AROUND = re.compile(
    r"^(?:unesco[’']?s?\s+)?(?:the\s+)?(?:sector\s*[:–—-]\s*|сектор\s*[:–—-]?\s*)?"
    r"(?P<name>.*?)(?:\s+(?:sector|programmes?|section|сектор\w*|секторы|саласы|бағдарламасы))?$"
)
ORDINAL = re.compile(r"^(?:(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)]|[•·–—-])\s+", re.IGNORECASE)
PARTS = {
    *("introduction", "foreword", "preface", "editorial", "dear readers", "dear colleagues"),
    *("dear friends", "dear partners", "message from the director", "message of the director"),
    *(
        "highlights",
        "events",
        "upcoming events",
        "announcements",
        "overview",
        "summary",
        "partners",
    ),
    *("about us", "about", "contacts", "contact", "contact information", "team", "publications"),
    *("background", "acknowledgements", "annex", "annexes", "in focus", "in brief", "features"),
    *(
        "stories",
        "top stories",
        "field stories",
        "projects",
        "useful links",
        "resources",
        "calendar",
    ),
    *("введение", "предисловие", "вступление", "от редакции", "дорогие читатели", "анонсы"),
    *("дорогие друзья", "уважаемые коллеги", "уважаемые читатели", "события", "мероприятия"),
    *("о нас", "публикации", "партнёры", "партнеры", "коротко", "главное", "обзор", "проекты"),
    *("кіріспе", "алғы сөз", "құрметті оқырмандар", "құрметті әріптестер", "оқиғалар"),
    *("іс-шаралар", "хабарландырулар", "біз туралы", "жарияланымдар", "жобалар", "серіктестер"),
}
INTRODUCTIONS = {
    *("introduction", "foreword", "preface", "editorial", "dear readers", "dear colleagues"),
    *("dear friends", "dear partners", "message from the director", "message of the director"),
    *("overview", "введение", "предисловие", "вступление", "от редакции", "дорогие читатели"),
    *("дорогие друзья", "уважаемые коллеги", "уважаемые читатели", "кіріспе", "алғы сөз"),
    *("құрметті оқырмандар", "құрметті әріптестер", "summary"),
}


def bare(heading):
    return ORDINAL.sub("", heading.strip()).strip(" .:!,–—-").casefold()


def sector_named(heading):
    """The slug of the sector a heading names, and nothing else than the sector; or None."""
    found = AROUND.match(bare(heading))
    return BY_NAME.get(bare(heading)) or BY_NAME.get(found["name"].strip() if found else "")


def is_part(heading):
    """Whether a heading names a part of the document: a sector, an introduction, contacts."""
    return sector_named(heading) is not None or bare(heading) in PARTS


def opens(heading):
    """Whether what stands under a heading introduces the whole document."""
    return bare(heading) in INTRODUCTIONS
