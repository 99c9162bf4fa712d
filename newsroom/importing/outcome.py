"""What an import found, as the JSON of `manage.py import_snapshot --format json`.

Its keys are a contract: programs read them. Every evidence is given with its place, 0 for the first
paragraph of its story and null for the headline.
"""

import re
from dataclasses import asdict, dataclass, replace
from itertools import accumulate

from django.utils.translation import gettext as _

from almaty.periods import Period
from newsroom.importing.document import Document, EditionText, Refused
from newsroom.importing.lost_links import LostLink, lost_links
from newsroom.importing.reading import limits, read_document, read_text
from newsroom.importing.recognition import Recognised, Register, recognise
from newsroom.importing.recognition.text import LONGEST
from newsroom.importing.splitting import split

NAMES_AND_NUMBERS = re.compile(r"\d+|\b[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")


@dataclass
class Outcome:
    """A document read, split and recognised; nothing of it is written anywhere."""

    document: Document
    edition: EditionText
    recognised: list[Recognised]  # one for each story
    lost_links: list[list[LostLink]]  # the same

    @property
    def stories(self):
        """Each story with what was recognised in it and the links it lost."""
        return list(zip(self.edition.stories, self.recognised, self.lost_links, strict=True))


def examine(
    data, name="", *, period=None, language=None, register=Register, say=lambda words: None
):
    """What a file, or a pasted text, would bring; Refused where it cannot be read.

    `register` gives what is known by name, as Register.from_database does; without one, what is
    built in. `period` (a Period) and `language` are what the editor says, and outweigh what the
    document does. `say` is told how far it has come.
    """
    document = read_text(data, name) if isinstance(data, str) else read_document(data, name)
    say(_("Read, in blocks of text and pictures: %(count)s") % {"count": len(document.blocks)})
    edition = split(document, period, language)
    say(_("Stories found: %(count)s") % {"count": len(edition.stories)})
    if len(edition.stories) > limits.MAX_STORIES:
        words = _("This document has more than %(limit)s stories. Import it in parts.")
        raise Refused(words % {"limit": limits.MAX_STORIES})
    recognised = recognise_within_limits(edition, register) if edition.stories else []
    lost = [lost_links(story, story.language) for story in edition.stories]
    return Outcome(document, edition, recognised, lost)


def recognise_within_limits(edition, register):
    """Of an endless document the first stories are recognised, and a warning says where it ends."""
    costs = accumulate(
        cost(story.headline) + sum(cost(text[:LONGEST]) for text in story.texts)
        for story in edition.stories
    )
    within = sum(cost <= limits.MAX_RECOGNISED for cost in costs)
    found = recognise(replace(edition, stories=edition.stories[:within]), register())
    if left := edition.stories[within:]:
        words = _(
            "This document is very long: nothing was suggested from “%(story)s” on. "
            "Import it in parts, and each is looked through."
        )
        edition.warnings.append(words % {"story": left[0].headline})
    return [*found, *(Recognised() for _story in left)]


def cost(text):
    """How long a text takes to be looked through, told in letters without a name or number."""
    return len(text) + limits.NAME_OR_NUMBER * len(NAMES_AND_NUMBERS.findall(text))


def as_json(outcome):
    edition = outcome.edition
    period = edition.period
    return {
        "period": str(period) if period else None,
        "period_start": period.start.isoformat() if period else None,
        "period_end": period.end.isoformat() if period else None,
        "language": edition.language,
        "stories": [story_as_json(*story) for story in outcome.stories],
        "warnings": edition.warnings,
    }


def story_as_json(story, found, lost):
    return {
        "headline": story.headline,
        "paragraphs": story.texts,
        "sectors": [pick(sector, "slug") for sector in found.sectors],
        "countries": [pick(country, "slug") for country in found.countries],
        "places": [pick(place, "name", "country") for place in found.places],
        "project": pick(found.project, "slug", "name") if found.project else None,
        "partners": [pick(partner, "name", "role", "known") for partner in found.partners],
        "results": [
            {**pick(result, "qualifier", "unit"), "value": number(result.value)}
            for result in found.results
        ],
        "dates": [
            {
                **pick(date, "precision", "inferred"),
                "start": date.start.isoformat(),
                "end": date.end.isoformat() if date.end else None,
            }
            for date in found.dates
        ],
        "tags": [tag.name for tag in found.tags],
        "lost_links": [{"text": link.text, "paragraph": link.paragraph} for link in lost],
    }


def pick(suggestion, *names):
    """These attributes of a suggestion, and its evidence."""
    return {name: getattr(suggestion, name) for name in names} | {
        "evidence": [asdict(evidence) for evidence in suggestion.evidence]
    }


def number(value):
    """A whole number as one: 50, not 50.0."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def period_named(text):
    """The period an editor typed, None for nothing; ValueError for anything else."""
    return Period.parse(text) if text else None


def table(outcome):
    """The summary for people: a line for each story, the headline last and whole."""
    edition = outcome.edition
    lines = [_("Period: %(period)s") % {"period": edition.period or "–"}]
    lines.append(_("Language: %(language)s") % {"language": edition.language})
    if not edition.stories:
        return "\n".join(lines)
    names = [_("Paragraphs"), _("Partners"), _("Results"), _("Dates"), _("Lost links")]
    rows = [["№", *names, _("Countries"), _("Headline")]]
    for position, (story, found, lost) in enumerate(outcome.stories, 1):
        counted = (story.paragraphs, found.partners, found.results, found.dates, lost)
        where = ", ".join(country.slug for country in found.countries) or "–"
        rows.append([str(position), *(str(len(what)) for what in counted), where, story.headline])
    return "\n".join([*lines, "", *aligned(rows, left={len(names) + 1})])


def aligned(rows, left):
    """Rows as lines: numbers end below one another, the columns of `left` begin there."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for *cells, last in rows:
        shown = [
            cell.ljust(width) if number in left else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(cells, widths, strict=False))
        ]
        yield "  ".join([*shown, last])
