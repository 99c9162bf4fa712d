"""Who pays, by what kind of organisation it is and where it is at home; who stands by a project."""

import re
from itertools import pairwise

from newsroom.importing.recognition.chains import HYPHEN
from newsroom.importing.recognition.foreign import FOREIGN_COUNTRIES, PEOPLES_ABROAD
from newsroom.importing.recognition.gazetteer import COUNTRIES
from newsroom.importing.recognition.organisations import DONORS, PartnerEntry

VENUES = {"education", "academic"}
HELPERS = VENUES | {"national-government", "local-government", "red-cross"}
GOVERNMENTS = {"national-government", "local-government"}
# As part of the EU project.
IN_PROJECT = re.compile(r"\b(?:(?:part|framework) of|within|under|through) (?:the|an?)\s$", re.I)
ITS_PROJECT = re.compile(r"\s(?:project|programme)\b", re.I)
OF_PROJECT = re.compile(r"[^.,;]{0,40}(?:project|programme|жоба)", re.I)
PROJECT_OF = re.compile(r"проект\w*\s$", re.I)


def pays(mention):
    """With support, these give money; ministries and universities give a hand."""
    if mention.kind == "unknown":
        return isinstance(mention.entry, PartnerEntry)
    if mention.kind in GOVERNMENTS and is_foreign(mention):
        return True
    return mention.kind not in HELPERS


def is_foreign(mention):
    """A ministry of Norway; Korea’s Ministry of Education."""
    left = mention.text.tokens[mention.first - 1 : mention.first] if mention.first else []
    owner = [token for token in left if token.is_possessive]
    abroad = {*FOREIGN_COUNTRIES.difference(COUNTRIES), *PEOPLES_ABROAD}
    return any(token.key in abroad for token in [*mention.tokens, *owner])


def is_museum(mention):
    return bool(
        re.search(r"museum|library|theatre|музе|библиотек|кітапхана|театр", mention.name, re.I)
    )


def is_in_compound(chain):
    """GEF-UNDP-UNESCO: joined by hyphens."""
    if not OF_PROJECT.match(chain[-1].after) and not PROJECT_OF.search(chain[0].before):
        return False
    return len(chain) > 1 and all(
        HYPHEN.fullmatch(left.text.text[left.end : right.start]) for left, right in pairwise(chain)
    )


def is_agency_of_fund(mention):
    """GEF-UNDP: the fund pays, and its agency spends."""
    entry = mention.entry
    return (
        isinstance(entry, PartnerEntry)
        and entry.kind == "un-agency"
        and bool(re.search(r"\b(?:GEF|GCF|AF)[-/–]$", mention.before))
    )


def is_with_project(mention):
    return (
        mention.kind in DONORS | {"un-agency"}
        and bool(IN_PROJECT.search(mention.before))
        and bool(ITS_PROJECT.match(mention.after))
    )
