"""Makes the rows of the demo content from its tables. Only load_demo calls it, on an empty site."""

import json
from pathlib import Path

from django.core.files import File

from almaty.models import Image
from almaty.publishing import Status
from newsroom.demo.edition import EDITION, PUBLISHED_AT, STORIES
from newsroom.demo.partners import PARTNERS
from newsroom.demo.projects import PROJECTS
from newsroom.demo.register import COUNTRIES, PLACES, SECTORS
from newsroom.models import Contribution, EventDate, NewsItem, Result, Snapshot
from programmes.models import (
    Country,
    Participation,
    Partner,
    PartnerName,
    Place,
    PlaceName,
    Project,
    ProjectName,
    Sector,
)

PICTURES = Path(__file__).parent / "images"
PUBLISHED = {"status": Status.PUBLISHED, "published_at": PUBLISHED_AT}
# What a table says in lists and slugs, and is made once the row is there.
RELATIONS = {
    *("other_names", "further_sectors", "countries", "places"),
    *("partners", "tags", "dates", "results"),
}


def load_pictures(written):
    """The drawings by name; every file is added to `written` as soon as it is on the disk."""
    pictures = {}
    for name, words in json.loads((PICTURES / "alt.json").read_text(encoding="utf-8")).items():
        image = Image(alt=words["alt"], credit=words["credit"])
        with (PICTURES / name).open("rb") as file:
            image.file.save(name, File(file), save=False)
        written.append(image.file)
        image.save()
        pictures[name.removesuffix(".webp")] = image
    return pictures


def load_register():
    for position, row in enumerate(SECTORS, 1):
        create(Sector, row, position=position, **PUBLISHED)
    for position, row in enumerate(COUNTRIES, 1):
        create(Country, row, position=position, **PUBLISHED)
    countries = by_slug(Country)
    for row in PLACES:
        place = create(Place, row, country=named(countries, row.get("country")))
        create_names(PlaceName, row, place=place)
    for row in PARTNERS:
        partner = create(Partner, row, **PUBLISHED)
        create_names(PartnerName, row, partner=partner)
    for row in PROJECTS:
        project = create(Project, row, sector=by_slug(Sector)[row["sector"]], **PUBLISHED)
        create_names(ProjectName, row, project=project)
        set_reach(project, row)
        create_links(Participation, row, project=project)


def load_newsroom(pictures):
    """The edition and its stories; `pictures` may be empty."""
    snapshot = create(Snapshot, EDITION, image=pictures.get(EDITION["image"]), **PUBLISHED)
    sectors, projects, countries = by_slug(Sector), by_slug(Project), by_slug(Country)
    for position, row in enumerate(STORIES, 1):
        story = create(
            NewsItem,
            row,
            snapshot=snapshot,
            period=snapshot.period,
            position=position,
            image=pictures.get(row["image"]),
            sector=sectors[row["sector"]],
            project=named(projects, row.get("project")),
            **PUBLISHED,
        )
        set_reach(story, row)
        create_links(Contribution, row, news_item=story)
        story.places.set(Place.objects.filter(name__in=row.get("places", [])))
        story.tags.set(row["tags"])
        for date in row.get("dates", []):
            EventDate.objects.create(news_item=story, **date)
        for result in row.get("results", []):
            create(
                Result,
                result,
                news_item=story,
                project=story.project,
                country=named(countries, result.get("country")),
            )


def create(model, row, **more):
    """A row of a table as a row of the database; `more` stands for the slugs of single rows."""
    fields = {name: value for name, value in row.items() if name not in RELATIONS} | more
    for name in {"body", "introduction"} & set(fields):
        fields[name] = prose(fields[name])
    return model.objects.create(**fields)


def prose(text):
    """HTML from paragraphs with empty lines between; what begins with a tag stays as it is."""
    blocks = [" ".join(block.split()) for block in text.strip().split("\n\n")]
    html = [block if block.startswith("<") else f"<p>{block}</p>" for block in blocks]
    return "".join(html).replace("> <", "><")


def by_slug(model):
    return {row.slug: row for row in model.objects.all()}


def named(rows, slug):
    """The row with this slug, None for no slug; a slug that is not there is an error."""
    return rows[slug] if slug else None


def create_names(model, row, **owner):
    for name in row.get("other_names", []):
        model.objects.create(**owner, **name)


def create_links(model, row, **owner):
    partners = by_slug(Partner)
    for partner, role, note in row.get("partners", []):
        model.objects.create(partner=partners[partner], role=role, note=note, **owner)


def set_reach(page, row):
    """Further sectors and countries, of a project as of a story; an unknown slug is an error."""
    sectors, countries = by_slug(Sector), by_slug(Country)
    page.further_sectors.set([sectors[slug] for slug in row.get("further_sectors", [])])
    page.countries.set([countries[slug] for slug in row["countries"]])
