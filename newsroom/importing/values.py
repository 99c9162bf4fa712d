"""What can be suggested for a story: each kind as plain data, and what accepting it writes.

A value is what a Suggestion holds. `put` changes a content (almaty/contents.py) in place and says
what it wrote, or raises Impossible with a sentence; what the story has already is left as it is.
"""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from taggit.models import Tag

from almaty import contents, editing
from almaty.dates import Precision, first_day, last_day
from almaty.revisions import Verb
from almaty.rights import may
from almaty.slugs import free_slug
from newsroom.importing.columns import (
    Impossible,
    digits,
    fitting,
    in_language,
    kept_whole,
    language_of_name,
)
from newsroom.importing.recognition import rules
from newsroom.models import Contribution, EventDate, NewsItem, Result, Suggestion
from programmes.models import Country, Partner, Place, Project, Role, Sector

Kind = Suggestion.Kind

# Rules by which a thing is concluded, and not read.
CONCLUDING = {
    rules.PLACE_IN_COUNTRY,
    rules.PEOPLE_OF_COUNTRY,
    rules.COUNTRY_OF_STATE_BODY,
    rules.REGION_OF_PROJECT,
    rules.PROJECTS_FUNDER,
    rules.YEARS_OF_PROJECT,
}


def values_of(found):
    """(kind, value, evidence, inferred) of everything recognised in a story, in reading order."""
    for sector in found.sectors:
        yield Kind.SECTOR, {"slug": sector.slug}, sector.evidence, True
    for country in found.countries:
        yield Kind.COUNTRY, {"slug": country.slug}, country.evidence, None
    for place in found.places:
        value = {
            "name": place.name,
            "country": place.country,
            "known": place.known,
            "kind": place.kind,
        }
        yield Kind.PLACE, value, place.evidence, None
    if project := found.project:
        value = {"slug": project.slug, "name": project.name}
        yield Kind.PROJECT, value, project.evidence, None
    for partner in found.partners:
        value = {
            "name": partner.name,
            "role": partner.role,
            "slug": partner.slug if partner.known else None,
            "kind": partner.kind,
        }
        yield Kind.PARTNER, value, partner.evidence, None
    for result in found.results:
        number = None if result.value is None else digits(result.value)
        value = {
            "value": number,
            "qualifier": result.qualifier,
            "unit": result.unit,
            "sentence": result.sentence,
        }
        yield Kind.RESULT, value, result.evidence, None
    for day in found.dates:
        value = {
            "start": day.start.isoformat(),
            "end": day.end.isoformat() if day.end else None,
            "precision": day.precision,
        }
        yield Kind.DATE, value, day.evidence, day.inferred
    for tag in found.tags:
        yield Kind.TAG, {"name": tag.name}, tag.evidence, None


def is_inferred(evidence, told):
    """What the recogniser says itself, or that every rule behind it concludes."""
    return told if told is not None else all(e.rule in CONCLUDING for e in evidence)


def key_of(kind, value):
    """What is compared: of two equal keys the second says nothing new."""
    names = {
        Kind.SECTOR: ("slug",),
        Kind.COUNTRY: ("slug",),
        Kind.PLACE: ("name", "country"),
        Kind.PROJECT: ("name",),
        Kind.PARTNER: ("name", "role"),
        Kind.RESULT: ("value", "qualifier", "unit"),
        Kind.DATE: ("start", "end", "precision"),
        Kind.TAG: ("name",),
    }[kind]
    return " | ".join(str(value.get(name) or "") for name in names).casefold()[:300]


# What accepting writes -------------------------------------------------------------------------


def put(kind, value, content, language, by):
    """Write a value into a story's content. Returns what it became, for `Suggestion.became`."""
    return PUT[kind](value, content, language, by)


def row_of(model, slug, words):
    row = model.objects.kept().filter(slug=slug).first()
    if row is None:
        raise Impossible(words % {"name": slug})
    return row


def put_sector(value, content, language, by):
    sector = row_of(Sector, value["slug"], _("The register has no sector “%(name)s”."))
    if sector.pk in (content.get("sector_id"), *content.get("further_sectors", [])):
        field = "sector" if content.get("sector_id") == sector.pk else "further_sectors"
    elif content.get("sector_id") is None:
        field, content["sector_id"] = "sector", sector.pk
    else:
        field = add(content, "further_sectors", sector.pk)
    return {"field": field, "value": sector.pk}


def put_country(value, content, language, by):
    country = row_of(Country, value["slug"], _("The register has no country “%(name)s”."))
    others = [key for key in content.get("countries", []) if key != country.pk]
    regions = set(Country.objects.filter(is_region=True).values_list("pk", flat=True))
    if others and (country.is_region or regions & set(others)):
        raise Impossible(
            _("A story has countries, or the region alone: take out of it what it has first.")
        )
    return {"field": add(content, "countries", country.pk), "value": country.pk}


def add(content, name, key):
    content[name] = sorted({*content.get(name, []), key})
    return name


def put_place(value, content, language, by):
    place = place_of(value) or new_place(value, language, by)
    return {"field": add(content, "places", place.pk), "value": place.pk}


def place_of(value):
    """The place of the register that a value names, None for a new one."""
    if value.get("is_new"):
        return None
    if value.get("pk"):
        return Place.objects.filter(pk=value["pk"]).first()
    named = Place.objects.filter(
        Q(name_en__iexact=value["name"])
        | Q(name_ru=value["name"])
        | Q(name_kk=value["name"])
        | Q(other_names__name__iexact=value["name"])
    )
    if value.get("country"):
        fitting = named.filter(country__slug=value["country"]).first()
        return fitting or named.filter(country=None).first()
    return named.order_by("pk").first()


def new_place(value, language, by):
    if not may(by, "add", Place):
        raise Impossible(_("Only who may add places can make “%(name)s” one.") % value)
    name, country = fitting(value["name"], Place, "name"), None
    if value.get("country"):
        country = row_of(Country, value["country"], _("The register has no country “%(name)s”."))
    return Place.objects.create(
        **in_language("name", name, language_of_name(name, language)),
        kind=value.get("kind") or Place.Kind.CITY,
        country=country,
    )


def put_project(value, content, language, by):
    project = Project.objects.kept().filter(slug=value["slug"]).first() if value["slug"] else None
    if project is None:
        raise Impossible(
            _("The register has no project “%(name)s”. Add it there, or choose another one.")
            % {"name": value["name"]}
        )
    content["project_id"] = project.pk
    return {"field": "project", "value": project.pk}


def put_partner(value, content, language, by):
    partner = Partner.objects.kept().filter(slug=value["slug"]).first() if value["slug"] else None
    if value["slug"] and partner is None:
        raise Impossible(_("The register has no partner “%(name)s” now.") % value)
    if partner is None:
        partner = new_partner(value, language, by)
    row = part_row(Contribution(partner=partner, role=value["role"] or Role.TECHNICAL))
    for there in content["contributions"]:
        if (there["partner_id"], there["role"]) == (row["partner_id"], row["role"]):
            row = there
            break
    else:
        content["contributions"].append(row)
    return {"part": "contributions", "row": contents.without_id(row), "key": row["id"]}


def new_partner(value, language, by):
    """A draft in the register, which the public does not see until somebody publishes it."""
    name = fitting(value["name"], Partner, "name")
    language = language_of_name(name, language)
    known = Partner.objects.kept().filter(**{f"name_{language}": name}).order_by("pk").first()
    if known:
        return known
    if not may(by, "add", Partner):
        raise Impossible(_("Only who may add partners can make “%(name)s” one.") % value)
    slug = free_slug(name, lambda slug: Partner.objects.filter(slug=slug).exists(), "partner")
    content = {"slug": slug, "kind": value.get("kind") or Partner.Kind.UNKNOWN}
    content |= in_language("name", name, language)
    return editing.create(Partner(), content, by, Verb.IMPORTED)


def part_row(row):
    """A row of a part as a content has it, with no key yet."""
    name = {Contribution: "contributions", EventDate: "event_dates", Result: "results"}[type(row)]
    fields = contents.part_fields(NewsItem, name)
    return {"id": None} | contents.fields_of(row, fields)


def put_result(value, content, language, by):
    number = None if value["value"] is None else kept_whole(value["value"])
    country = Country.objects.kept().filter(slug=value.get("country") or "").first()
    result = Result(
        value=number,
        qualifier=Result.Qualifier.NOT_STATED if number is None else value["qualifier"],
        country=country,
        position=min(len(content["results"]), 999),
        **in_language("unit", fitting(value["unit"], Result, "unit"), language),
    )
    return put_part(content, "results", part_row(result), apart_from=("position",))


def put_date(value, content, language, by):
    start = date.fromisoformat(value["start"])
    end = date.fromisoformat(value["end"]) if value["end"] else start
    if end < start:
        raise Impossible(_("An event cannot end before it starts."))
    precision = Precision(value["precision"])
    event = EventDate(
        start=first_day(start, precision),
        end=last_day(end, precision),
        precision=precision,
        inferred=value.get("inferred", False),
    )
    return put_part(content, "event_dates", part_row(event), apart_from=("inferred",))


def put_part(content, name, row, apart_from):
    def told(row):
        return {key: value for key, value in row.items() if key not in {"id", *apart_from}}

    there = next((other for other in content[name] if told(other) == told(row)), None)
    if there is None:
        content[name].append(row)
    there = there or row
    return {"part": name, "row": contents.without_id(there), "key": there["id"]}


def put_tag(value, content, language, by):
    tags = content.get("tags", [])
    known = next((tag for tag in tags if tag.casefold() == value["name"].casefold()), None)
    if known is None:
        known = fitting(value["name"], Tag, "name")
        content["tags"] = sorted([*tags, known])
    return {"field": "tags", "value": known}


PUT = {
    Kind.SECTOR: put_sector,
    Kind.COUNTRY: put_country,
    Kind.PLACE: put_place,
    Kind.PROJECT: put_project,
    Kind.PARTNER: put_partner,
    Kind.RESULT: put_result,
    Kind.DATE: put_date,
    Kind.TAG: put_tag,
}
