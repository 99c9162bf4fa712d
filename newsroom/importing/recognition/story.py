"""One story, read as a whole."""

from newsroom.importing.recognition.dates import Dates, year_told
from newsroom.importing.recognition.found import Recognised
from newsroom.importing.recognition.geography import Geography
from newsroom.importing.recognition.names import is_organisation, names_of
from newsroom.importing.recognition.organisations import OwnEntry
from newsroom.importing.recognition.partners import partners_of
from newsroom.importing.recognition.projects import UnknownProject, choose
from newsroom.importing.recognition.results import Results
from newsroom.importing.recognition.subjects import sectors_of, tags_of
from newsroom.importing.recognition.text import Text
from newsroom.importing.splitting.language import language_of


def recognise_story(story, period, language, register):
    """All that is suggested for one story."""
    texts = texts_of(story, language)
    geography, dates, results = Geography(), Dates(period or year_told(texts)), Results()
    mentions, of_projects, closed, ministries = {}, [], {}, {}
    for text in texts:
        mentions[text.paragraph], projects = names_of(text, register)
        of_projects += projects
        named = mentions[text.paragraph]
        geography.read(text, named, projects)
        organisations = [m for m in named if is_organisation(m)]
        in_dates = dates.read(text, organisations, projects)
        own = [m for m in named if isinstance(m.entry, OwnEntry)]
        closed[text] = [(m.start, m.end) for m in (*organisations, *own)]
        ministries[text] = [(m.start, m.end) for m in organisations if "government" in m.kind]
        results.read(text, [*closed[text], *((m.start, m.end) for m in projects), *in_dates])
    of_projects = without_bodies(of_projects, mentions)
    project, entry = choose(of_projects)
    own = [m for m in of_projects if m.entry == entry]
    countries, places = geography.result(entry, own)
    partners = partners_of(
        texts, mentions, entry, of_projects, register, {c.slug for c in countries}
    )
    return Recognised(
        sectors=sectors_of(texts, closed, sectors_of_project(entry, own)),
        countries=countries,
        places=places,
        project=project,
        partners=partners,
        results=results.result(),
        dates=dates.result(),
        tags=tags_of(texts, register, ministries),
    )


def without_bodies(of_projects, mentions):
    """The REED project is any project of the Agency that the story calls REED for short."""
    acronyms = {m.acronym for named in mentions.values() for m in named if is_organisation(m)}
    return [
        m
        for m in of_projects
        if not isinstance(m.entry, UnknownProject) or m.entry.name not in acronyms
    ]


def texts_of(story, language):
    """The headline first, as readers do; every text in the language of the whole story."""
    whole = "\n".join([story.headline, *story.texts])
    language = story.language or language_of(whole, language)
    texts = [Text(story.headline, None, language)]
    texts += [Text(text, n, language) for n, text in enumerate(story.texts)]
    return [text for text in texts if text.tokens]


def sectors_of_project(entry, mentions):
    sectors = getattr(entry, "sectors", ())
    return [(slug, [m.evidence for m in mentions]) for slug in sectors]
