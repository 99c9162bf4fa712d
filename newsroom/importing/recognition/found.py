"""What is suggested for a story. Every suggestion carries the words that led to it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.text import slugify

from newsroom.importing.document import Evidence


@dataclass
class SectorFound:
    """Always inferred. The first of a story is its primary sector."""

    slug: str
    evidence: list[Evidence]


@dataclass
class CountryFound:
    slug: str  # "central-asia" for a story of the whole region
    evidence: list[Evidence]


@dataclass
class PlaceFound:
    name: str
    country: str | None  # None where it lies in several, or is not known to lie in the remit
    known: bool  # in the register
    evidence: list[Evidence]
    kind: str = "city"  # of programmes.models.Place.Kind


@dataclass
class ProjectFound:
    slug: str | None  # None for a project that the register does not have
    name: str
    evidence: list[Evidence]


@dataclass
class PartnerFound:
    """`known` partners have the slug and the name of the register; others the name as printed.

    A name printed in an oblique case is given in the nominative, where a rule knows it.
    """

    name: str
    role: str  # of programmes.models.Role
    known: bool
    evidence: list[Evidence]
    slug: str | None = None
    kind: str = "unknown"  # of programmes.models.Partner.Kind


@dataclass
class ResultFound:
    value: Decimal | None
    qualifier: str  # of newsroom.models.Result.Qualifier
    unit: str
    evidence: list[Evidence]
    sentence: str = ""  # the sentence it stands in: what the number is about


@dataclass
class DateFound:
    start: date
    end: date | None
    precision: str  # of almaty.dates.Precision
    inferred: bool
    evidence: list[Evidence]


@dataclass
class TagFound:
    name: str
    evidence: list[Evidence]

    @property
    def slug(self):
        return slugify(self.name, allow_unicode=True)


@dataclass
class Recognised:
    sectors: list[SectorFound] = field(default_factory=list)
    countries: list[CountryFound] = field(default_factory=list)
    places: list[PlaceFound] = field(default_factory=list)
    project: ProjectFound | None = None
    partners: list[PartnerFound] = field(default_factory=list)
    results: list[ResultFound] = field(default_factory=list)
    dates: list[DateFound] = field(default_factory=list)
    tags: list[TagFound] = field(default_factory=list)
