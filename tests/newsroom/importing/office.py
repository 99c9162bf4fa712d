"""An office document of our own, small enough to reason about, and the register it speaks of."""

from newsroom.importing.landing import land
from newsroom.importing.outcome import examine
from newsroom.importing.recognition import Register
from newsroom.models import (
    Contribution,
    EventDate,
    Import,
    ImportedStory,
    LostLinkNote,
    NewsItem,
    RejectedPair,
    Result,
    Snapshot,
    Suggestion,
)
from programmes.models import Country, Partner, Place, Sector

SECTORS = [
    *("Education", "Natural Sciences", "Social and Human Sciences", "Culture"),
    "Communication and Information",
]
COUNTRIES = ["Kazakhstan", "Kyrgyzstan", "Uzbekistan"]
WRITTEN = [
    *(Snapshot, NewsItem, Import, ImportedStory, Suggestion, LostLinkNote),
    *(EventDate, Result, Contribution, Partner, Place, RejectedPair),
]

GLACIERS = (
    "Glacier monitoring resumes in Uzbekistan",
    "In October 2024, UNESCO Almaty and the University of Zurich trained over 40 hydrologists in "
    "Tashkent, Uzbekistan, to read automatic glacier stations.",
    "The stations will warn villages of floods before the next melting season.",
)
TEACHERS = (
    "Teachers of Bishkek learn media literacy",
    "On 5 November 2024, 25 teachers of Bishkek, Kyrgyzstan, completed a training on media "
    "literacy held by the Institute of Quiet Rivers.",
)
MUSEUM = (
    "Museum keepers exchange ideas in Almaty",
    "Museum keepers of Kazakhstan met in Almaty on 12–13 September to discuss how the shared "
    "heritage of the region is shown, and visited the , among others.",
)
STORIES = [GLACIERS, TEACHERS, MUSEUM]


def make_register():
    for position, name in enumerate(SECTORS, 1):
        slug = name.lower().replace(" and ", " ").replace(" ", "-")
        Sector.objects.get_or_create(slug=slug, defaults={"name": name, "position": position})
    for position, name in enumerate(COUNTRIES, 1):
        Country.objects.get_or_create(
            slug=name.lower(), defaults={"name": name, "position": position}
        )
    Country.objects.get_or_create(
        slug="central-asia", defaults={"name": "Central Asia", "is_region": True}
    )


def text_of(stories=STORIES, period="July – December 2024"):
    """The document as Markdown, which leaves no doubt where a headline is."""
    parts = [f"# Snapshots ({period})"]
    for headline, *paragraphs in stories:
        parts += [f"## {headline}", *paragraphs]
    return "\n\n".join(parts) + "\n"


def examined(stories=STORIES, name="edition.md", period="July – December 2024", **more):
    text = text_of(stories, period)
    return examine(text.encode(), name, register=Register.from_database, **more), text.encode()


def landed(stories=STORIES, by=None, name="edition.md", **more):
    """A landed import of these stories."""
    return land(*examined(stories, name, **more), by=by)


def counts():
    """How many rows of everything an import may write."""
    return {model.__name__: model.objects.count() for model in WRITTEN}


def drafts_of(document):
    return [story.news_item for story in document.stories.all()]
