"""Capitalised words that name neither an organisation nor a place of the remit."""

import re

from django.utils.translation import override
from django_countries import countries as world

FOREIGN_WORDS = """
europe asia africa america russia korea iran england scotland new york january february march april
may june july august september october november december monday tuesday wednesday thursday friday
saturday sunday english russian kazakh kyrgyz uzbek tajik turkmen internet covid
lao pdr pacific caribbean unesco
"""
CITIES_WORDS = """
paris moscow geneva berlin london beijing istanbul tehran kabul delhi tokyo seoul brussels rome
vienna nairobi bangkok dakar hanoi jakarta kathmandu dhaka islamabad harare abuja yaounde maputo
windhoek cairo doha beirut rabat baghdad amman khartoum juba havana kingston santiago quito apia
"""
CITIES = set(CITIES_WORDS.split())


def foreign_names():
    """Single words that name a country: no organisation, whatever list they stand in."""
    with override("en"):
        names = [name for _code, name in world]
    words = {word.casefold() for name in names for word in re.findall(r"\w+", name)}
    return words - SMALL_WORDS


SMALL_WORDS = {"of", "and", "the", "new", "south", "north", "islands", "island", "state", "united"}
SMALL_WORDS |= {"republic", "democratic", "people", "s", "city", "central"}
FOREIGN_COUNTRIES = foreign_names()
FOREIGN = foreign_names() | SMALL_WORDS | CITIES | set(FOREIGN_WORDS.split())

# What those are called who fund offices most.
PEOPLES_ABROAD_WORDS = """
american=united states|australian=australia|austrian=austria|belgian=belgium|british=united kingdom
canadian=canada|chinese=china|czech=czechia|danish=denmark|dutch=netherlands|emirati=uae
finnish=finland|french=france|german=germany|hungarian=hungary|indian=india|irish=ireland
italian=italy|japanese=japan|korean=korea|kuwaiti=kuwait|luxembourgish=luxembourg
norwegian=norway|polish=poland|portuguese=portugal|qatari=qatar|russian=russia|saudi=saudi arabia
spanish=spain|swedish=sweden|swiss=switzerland|turkish=turkey
"""
PEOPLES_ABROAD = dict(
    pair.split("=") for pair in PEOPLES_ABROAD_WORDS.strip().replace("\n", "|").split("|")
)

# Acronyms of offices' news that name no organisation.
NO_ORGANISATIONS_WORDS = """
STEM STEAM CPR EWS GLOF GLOFS SDG SDGS ICT ICTS TVET ESD GCED AI MIL COVID MAB IHP IGCP HIV AIDS
DRR NGO NGOS CSO CSOS OER OERS STI USD EUR KZT KGS UZS UK USA US UAE UN UNGA TV PR IT ID PHD MA BA
VR AR GIS GPS SMS PDF FAQ HR CEO ICH ECCE EMIS PISA SIDS LDC LDCS COP BR WHS UTC GMT AM PM СМИ ИКТ
ЦУР ОУР ВУЗ ВИЧ НПО ИИ ЧС ООН США БАҚ ТДМ ЖИ БҰҰ ИТ АКТ ЖОО ТМД РФ НИИ НИЦ
"""
NO_ORGANISATIONS = set(NO_ORGANISATIONS_WORDS.split())
