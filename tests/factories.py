"""Valid rows of every kind; a test names only what matters to it."""

import io
from datetime import timedelta
from itertools import count

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image as Pixels

from almaty.models import Image
from almaty.publishing import Status
from almaty.search import indexed_once
from newsroom.models import Import, NewsItem, RejectedPair, Result, Snapshot
from programmes.models import Country, Partner, Project, Sector

number = count(1)


def make_country(name="Kazakhstan", **fields):
    return Country.objects.create(
        **published({"name": name, "slug": name.lower().replace(" ", "-")} | fields)
    )


def make_region(**fields):
    return make_country("Central Asia", is_region=True, **fields)


def make_sector(name="Culture", **fields):
    return Sector.objects.create(
        **published({"name": name, "slug": name.lower().replace(" ", "-")} | fields)
    )


def published(fields):
    """Adds what makes a page public an hour ago, unless the test says otherwise."""
    return {
        "status": Status.PUBLISHED,
        "published_at": timezone.now().replace(microsecond=0) - timedelta(hours=1),
    } | fields


def make_partner(name=None, **fields):
    n = next(number)
    return Partner.objects.create(
        **published({"name": name or f"Partner {n}", "slug": f"partner-{n}"} | fields)
    )


@indexed_once()
def make_project(title=None, countries=(), **fields):
    n = next(number)
    project = Project.objects.create(
        **published({"title": title or f"Project {n}", "slug": f"project-{n}"} | fields)
    )
    project.countries.set(countries)
    return project


def make_snapshot(period="2024-h2", **fields):
    return Snapshot.objects.create(
        **published({"title": f"Snapshots {period}", "period": period} | fields)
    )


@indexed_once()
def make_news_item(title=None, countries=(), further_sectors=(), tags=(), **fields):
    n = next(number)
    item = NewsItem.objects.create(
        **published(
            {"title": title or f"Story {n}", "slug": f"story-{n}", "period": "2024-h2"} | fields
        )
    )
    item.countries.set(countries)
    item.further_sectors.set(further_sectors)
    item.tags.set(tags)
    return item


def make_whole_story(title=None, **fields):
    """A story that nothing is missing of, so that its form publishes it without a question."""
    item = make_news_item(
        title,
        **{
            "summary": "What happened.",
            "body": "<p>How it happened.</p>",
            "sector": Sector.objects.first() or make_sector(),
            "countries": [Country.objects.first() or make_country()],
        }
        | fields,
    )
    item.event_dates.create(start="2024-10-09")
    return item


def make_whole_project(title=None, **fields):
    return make_project(
        title,
        **{
            "summary": "What it is for.",
            "stated_status": "running",
            "sector": Sector.objects.first() or make_sector(),
            "countries": [Country.objects.first() or make_country()],
        }
        | fields,
    )


def make_result(**fields):
    return Result.objects.create(**{"value": 90, "unit": "teachers trained"} | fields)


def picture_file(format="PNG", size=(24, 16), colour="teal", name="upload.bin", **options):
    """The bytes of a plain picture, as a browser would send them."""
    held = io.BytesIO()
    Pixels.new("RGB", size, colour).save(held, format, **options)
    return ContentFile(held.getvalue(), name=name)


def make_image(**fields):
    """A picture with all its renditions, which otherwise wait for the end of the transaction."""
    image = Image.objects.create(**{"file": picture_file(), "alt": "A teal field"} | fields)
    image.make_renditions()
    return image


def make_import(story, **fields):
    """A document that one story came of, with one suggestion; and words that were rejected."""
    document = Import.objects.create(
        **{"name": "edition.txt", "kind": "text", "language": "en", "period": story.period} | fields
    )
    imported = document.stories.create(
        number=1,
        headline=story.title,
        news_item=story,
        paragraphs=[{"block": 1, "text": "In Kazakhstan.", "html": "<p>In Kazakhstan.</p>"}],
    )
    evidence = {"text": "Kazakhstan", "paragraph": 0, "start": 3, "end": 13, "rule": "name"}
    imported.suggestions.create(kind="country", value={"slug": "kazakhstan"}, evidence=[evidence])
    RejectedPair.objects.create(kind="tag", words="ice", value="ice")
    return document
