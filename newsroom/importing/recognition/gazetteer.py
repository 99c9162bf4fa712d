"""The remit and its places, known also where the register is empty.

Russian and Kazakh names stand in the nominative: their other forms are found by stems.
"""

from dataclasses import dataclass

from newsroom.importing.recognition.places import CITIES, HERITAGE, NATURE, REGIONS
from newsroom.importing.recognition.places_small import TOWNS

REGION = "central-asia"

# slug: names of the country, in full and in short.
COUNTRIES = {
    "kazakhstan": (
        "Kazakhstan|Republic of Kazakhstan|Казахстан|Республика Казахстан|РК"
        "|Қазақстан|Қазақстан Республикасы|ҚР"
    ),
    "kyrgyzstan": (
        "Kyrgyzstan|Kyrgyz Republic|Kirghizstan|Kirgizstan|Кыргызстан|Киргизия"
        "|Кыргызская Республика|Киргизская Республика|Республика Кыргызстан|Киргизстан|КР"
        "|Қырғызстан|Қырғыз Республикасы|Кыргыз Республикасы"
    ),
    "tajikistan": (
        "Tajikistan|Republic of Tajikistan|Tadjikistan|Tadzhikistan|Таджикистан"
        "|Республика Таджикистан|Таджикстан|Тәжікстан|Тәжікстан Республикасы"
    ),
    "turkmenistan": (
        "Turkmenistan|Туркменистан|Туркмения|Туркменстан|Түрікменстан|Түркменстан|Түркіменстан"
    ),
    "uzbekistan": (
        "Uzbekistan|Republic of Uzbekistan|Узбекистан|Республика Узбекистан|РУз"
        "|Өзбекстан|Өзбекстан Республикасы"
    ),
    REGION: "Central Asia|Центральная Азия|Средняя Азия|Орталық Азия|Орта Азия",
}

# What people and things of a country are called: stems, for where nothing else names the country.
PEOPLES = {
    "kazakhstan": ("kazakhstani", "казахстанск", "казахстанц", "қазақстандық"),
    "kyrgyzstan": ("kyrgyzstani", "кыргызстанск", "кыргызстанц", "киргизстан", "қырғызстандық"),
    "tajikistan": ("tajikistani", "таджикистанск", "таджикистанц", "тәжікстандық"),
    "turkmenistan": ("turkmenistani", "туркменистанск", "туркменистанц", "түрікменстандық"),
    "uzbekistan": ("uzbekistani", "узбекистанск", "узбекистанц", "каракалпакстан", "өзбекстандық"),
}

# A word of its own in some language, or a person's name: a place only where the words about it
# say so (a preposition, a case, another place beside it).
AMBIGUOUS = {
    *("mary", "мары", "семей", "есік", "есик", "орал", "oral", "арал", "aral", "nisa", "ниса"),
    *("serdar", "сердар", "vahdat", "вахдат", "hazar", "хазар", "ahal", "ахал", "navoi", "навои"),
    *("rasht", "rudny", "рудный", "lebap", "регистан", "registan", "alai", "алай", "талас"),
    *("farap", "фараб", "фараби"),
    *("karatau", "nurata", "gulistan", "гулистан", "toktogul", "токтогул", "бурана", "arkadag"),
    *("курчатов", "kurchatov", "kemin", "turgen", "tursunzoda", "турсунзаде"),
    *("сатпаев", "satpaev", "satpayev", "satbayev", "сәтбаев"),
    *("аркадаг", "науаи", "анау", "вахан", "медеу", "риддер", "суяб", "frunze", "бохтар"),
}


@dataclass(frozen=True)
class PlaceEntry:
    """A place as the trie hands it out. `known` says that the register has it."""

    name: str
    country: str | None
    known: bool = False
    kind: str = "city"


def places():
    """[(entry, names)] of the whole gazetteer."""
    for kind, table in [
        ("city", CITIES),
        ("city", TOWNS),
        ("district", REGIONS),
        ("natural", NATURE),
        ("heritage", HERITAGE),
    ]:
        for country, lines in table.items():
            for line in lines.replace("\n        |", "|").split("\n"):
                names = [name.strip() for name in line.split("|") if name.strip()]
                if names:
                    yield PlaceEntry(names[0], country, kind=kind), names
