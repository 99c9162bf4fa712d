"""The names that are recognised: those of the register, over those that are built in."""

from dataclasses import dataclass, field
from functools import cached_property

from taggit.models import Tag

from newsroom.importing.recognition import rules
from newsroom.importing.recognition.country_forms import other_forms
from newsroom.importing.recognition.gazetteer import COUNTRIES, PlaceEntry, places
from newsroom.importing.recognition.organisations import (
    OWN,
    OwnEntry,
    PartnerEntry,
    organisations,
)
from newsroom.importing.recognition.text import key, tokens
from newsroom.importing.recognition.trie import Name, Trie
from programmes.models import Country, OtherName, Partner, Place, Project, Role

LANGUAGES = ("en", "ru", "kk")
RULES = {
    OtherName.Kind.ACRONYM: rules.ACRONYM,
    OtherName.Kind.ALIAS: rules.ALIAS,
    OtherName.Kind.FORMER: rules.FORMER_NAME,
}


@dataclass(frozen=True)
class CountryEntry:
    slug: str
    is_remit = True


@dataclass(frozen=True)
class ProjectEntry:
    slug: str
    name: str
    countries: tuple = ()
    funders: tuple = ()  # slugs of partners
    sectors: tuple = ()  # slugs, the primary first


@dataclass
class Register:
    """Everything the recogniser knows by name. Empty, it still knows what is built in.

    Each list holds (entry, [Name…]); `tags` are the words of the tags that exist.
    """

    countries: list = field(default_factory=list)
    places: list = field(default_factory=list)
    partners: list = field(default_factory=list)
    projects: list = field(default_factory=list)
    tags: list = field(default_factory=list)

    @classmethod
    def from_database(cls):
        """The names as they stand now, but of what lies in the bin; 14 queries, however many."""
        return cls(
            [named(CountryEntry(c.slug), c, "name") for c in Country.objects.kept()],
            [place_of(p) for p in Place.objects.select_related("country").prefetch_related(
                "other_names"
            )],
            [partner_of(p) for p in Partner.objects.kept().prefetch_related(
                "other_names", "participations__project"
            )],
            [project_of(p) for p in Project.objects.kept().select_related(
                "sector"
            ).prefetch_related(
                "other_names", "countries", "further_sectors", "participations__partner"
            )],
            list(Tag.objects.values_list("name", flat=True)),
        )  # fmt: skip

    @cached_property
    def trie(self):
        trie = Trie()
        for names in (
            self.countries_with_built_in(),
            self.places_with_built_in(),
            self.partners_with_built_in(),
        ):
            for _entry, entry_names in names:
                for name in entry_names:
                    trie.add(name)
        for own in OWN.split("|"):
            trie.add(Name(own, OwnEntry()))
        return trie

    @cached_property
    def titles(self):
        """The names of projects, apart: inside a title stand names of organisations."""
        trie = Trie()
        for _entry, names in self.projects:
            for name in names:
                trie.add(name)
        return trie

    @cached_property
    def partners_by_slug(self):
        return {entry.slug: entry for entry, _names in self.partners}

    def countries_with_built_in(self):
        """The register may call a country by more names; it has no others than the remit's."""
        yield from ((e, names) for e, names in self.countries if e.slug in COUNTRIES)
        for slug, names in COUNTRIES.items():
            entry = CountryEntry(slug)
            yield entry, [Name(name, entry, rules.NAME) for name in names.split("|")]

    def places_with_built_in(self):
        yield from self.places
        yield from self.merged(self.places, places(), lambda known, new: (
            known.country in (new.country, None)
        ))  # fmt: skip

    def partners_with_built_in(self):
        yield from self.partners
        yield from self.merged(self.partners, organisations(), lambda known, new: True)

    @staticmethod
    def merged(known, built_in, same):
        """What is built in, its names given to the register's entry where they share one."""
        by_name = {}
        for entry, names in known:
            for name in names:
                by_name.setdefault(whole_key(name.text), entry)
        for entry, names in built_in:
            shared = [by_name.get(whole_key(name)) for name in names]
            owner = next((e for e in shared if e and same(e, entry)), entry)
            taken = {
                whole_key(name) for name, e in zip(names, shared, strict=True) if e is not None
            }
            yield (
                owner,
                [
                    Name(name, owner, rules.NAME if owner is entry else rules.ALIAS)
                    for name in names
                    if whole_key(name) not in taken
                ],
            )


def whole_key(name):
    return " ".join(key(token.text) for token in tokens(name))


def in_every_language(row, *fields):
    """[(name, language)] of the names that are filled in."""
    for name in fields:
        for language in LANGUAGES:
            if text := getattr(row, f"{name}_{language}", ""):
                yield text, language


def named(entry, row, *fields):
    names = [Name(text, entry, rules.NAME, lang) for text, lang in in_every_language(row, *fields)]
    if acronym := getattr(row, "acronym", ""):
        names.append(Name(acronym, entry, rules.ACRONYM))
    if hasattr(row, "other_names"):
        names += [Name(o.name, entry, RULES[o.kind]) for o in row.other_names.all()]
    return entry, names


def place_of(row):
    country = row.country.slug if row.country else None
    return named(PlaceEntry(row.name_en or row.name, country, True, row.kind), row, "name")


def partner_of(row):
    roles = tuple((p.project.slug, p.role) for p in row.participations.all())
    seat = next((slug for slug, iso in ISO.items() if iso == row.seat.code), "")
    entry = PartnerEntry(row.name_en or row.name, row.kind, row.slug, seat, roles)
    _entry, names = named(entry, row, "name")
    of_country = [
        Name(other, entry, rules.ALIAS, name.language)
        for name in names
        for other in other_forms(name.text)
    ]
    return entry, names + of_country


def project_of(row):
    entry = ProjectEntry(
        row.slug,
        row.short_title_en or row.title_en or str(row),
        tuple(country.slug for country in row.countries.all()),
        tuple(p.partner.slug for p in row.participations.all() if p.role == Role.FUNDER),
        tuple(s.slug for s in [row.sector, *row.further_sectors.all()] if s),
    )
    return named(entry, row, "title", "short_title")


ISO = {
    "kazakhstan": "KZ",
    "kyrgyzstan": "KG",
    "tajikistan": "TJ",
    "turkmenistan": "TM",
    "uzbekistan": "UZ",
}
