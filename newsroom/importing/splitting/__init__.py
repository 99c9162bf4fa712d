"""A document becomes an edition: its title, its period, its stories; nothing is made up.

Where no headlines can be found, or only the names of sectors, there are no stories, and a warning
says so.
"""

from itertools import zip_longest

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from newsroom.importing.document import EditionText, SectorText, StoryText
from newsroom.importing.splitting import left_out
from newsroom.importing.splitting.boilerplate import opening_date
from newsroom.importing.splitting.headings import LONGEST, is_title
from newsroom.importing.splitting.kept import kept
from newsroom.importing.splitting.language import language_of, language_of_story
from newsroom.importing.splitting.news import are_news
from newsroom.importing.splitting.ordinals import take_ordinals_off
from newsroom.importing.splitting.outline import Outline
from newsroom.importing.splitting.period import period_in, period_of_day
from newsroom.importing.splitting.sectors import SECTORS, opens, sector_named
from newsroom.importing.splitting.summary import ends_sentence, summary_of


def split(document, period=None, language=None):
    """The edition of a document. `period` and `language` are what its reader knows better."""
    numbers = kept(document.blocks)
    blocks = [document.blocks[number] for number in numbers]
    edition = EditionText(language=language or language_of(" ".join(b.text for b in blocks)))
    outline = Outline(blocks)
    front = tell_front(edition, blocks, outline)
    tell_stories(edition, blocks, outline, numbers)
    for story in edition.stories:
        text = "\n".join([story.headline, *story.texts])
        story.language = language or language_of_story(text, edition.language)
    edition.warnings = [*document.warnings]
    edition.title = title_of(front, document)
    edition.period, edition.period_evidence = period_of(edition, front, document)
    if period:
        edition.period, edition.period_evidence = period, ""
    judge(edition)
    if edition.stories:
        edition.warnings += left_out.warnings_of(document, edition)
    return edition


# What stands before the stories ----------------------------------------------------------------


def tell_front(edition, blocks, outline):
    """The lines that may name the edition; what introduces it goes into the introduction."""
    lines = []
    for part in outline.parts:
        if part.kind == "story":
            break
        if part.kind == "section" and not opens(blocks[part.heading].text):
            continue
        if part.heading is not None and part.kind == "title":
            lines.append(blocks[part.heading].text)
        for number in part.body:
            block = blocks[number]
            if not block.text:
                continue
            if is_line := len(block.text) <= LONGEST and not ends_sentence(block.text):
                lines.append(block.text)
            if not is_line or introduces(block, edition.introduction):
                edition.introduction.append(block)
    return lines


def introduces(block, introduction):
    """Whether a short line belongs to the introduction, and does not name the edition."""
    if block.kind in {"item", "row"}:
        return True
    return bool(introduction) and not is_title(block.text)


def title_of(front, document):
    named = [line for line in front if is_title(line)]
    return next(iter([*named, *front]), document.title)


def period_of(edition, front, document):
    """From the title, then whatever stands before the stories or in the margins of the pages, then
    the file's own names."""
    introduction = [block.text[:LONGEST] for block in edition.introduction]
    for lines, is_loose in (
        ([edition.title, *front], True),
        (introduction, False),
        (document.margins, False),
        ([document.title, document.name.replace("_", " ")], True),
    ):
        for line in lines:
            found, words = period_in(line)
            if found and (is_loose or is_title(line)):
                return found, words
    return period_of_datelines([block.text for block in document.blocks], len(edition.stories))


def period_of_datelines(texts, stories):
    """Of press releases: every story is dated at its head, and all in one half-year."""
    dates = [date for text in texts if (date := opening_date(text))]
    periods = {period_of_day(date) for date in dates}
    if not stories or len(dates) < stories or len(periods) != 1:
        return None, ""
    return periods.pop(), dates[0]


# The stories -----------------------------------------------------------------------------------


def tell_stories(edition, blocks, outline, numbers):
    above = are_pictures_above(blocks, outline)
    waiting = []
    for part, next_part in zip_longest(outline.parts, outline.parts[1:]):
        pictures = [blocks[number] for number in part.body if blocks[number].picture]
        body = [number for number in part.body if blocks[number].text]
        following = []
        if above and next_part and next_part.kind == "story" and ends_in_picture(blocks, part):
            following = [pictures.pop()]
        source = [numbers[number] for number in (part.heading, *part.body) if number is not None]
        if part.kind == "story":
            edition.stories.append(
                StoryText(
                    headline=blocks[part.heading].text,
                    headline_links=blocks[part.heading].links,
                    paragraphs=[blocks[number] for number in body],
                    pictures=[block.picture for block in (*waiting, *pictures)],
                    summary=summary_of([blocks[number].text for number in body]),
                    source=source,
                )
            )
        elif part.kind == "section" and body and not opens(blocks[part.heading].text):
            heading = blocks[part.heading].text
            edition.sector_texts.append(
                SectorText(heading, sector_named(heading), [blocks[n] for n in body], source)
            )
        waiting = following
    take_ordinals_off(edition.stories)


def ends_in_picture(blocks, part):
    return bool(part.body) and blocks[part.body[-1]].picture is not None


def are_pictures_above(blocks, outline):
    """Whether this document sets a story's picture above its headline."""
    headings = [part.heading for part in outline.parts if part.kind == "story"]
    over = [number for number in headings if number and blocks[number - 1].picture]
    under = [n for n in headings if n + 1 < len(blocks) and blocks[n + 1].picture]
    return len(over) > len(under) and bool(headings) and headings[0] in over


# What an editor has to know --------------------------------------------------------------------


def judge(edition):
    """Takes back what is no news, and says in words what was found and what was not."""
    sectors = [text for text in edition.sector_texts if text.sector]
    if len(sectors) >= 2 and not has_stories_beneath(edition, sectors):
        give_up_stories(edition)
        edition.warnings.append(
            _(
                "This document describes sectors and has no headlines of stories: no story was "
                "made of it. Its texts are offered by sector instead."
            )
        )
        warn_of_missing_sectors(edition, sectors)
    elif edition.stories and not are_news(edition.stories):
        edition.stories = []
    if not edition.stories and not sectors:
        edition.warnings.append(
            _("No news was found in this document: no headline with a text that tells of an event.")
        )
    warn_of_languages(edition)
    if edition.stories and not edition.period:
        edition.warnings.append(
            _("The document does not say which half-year or year it is of: choose the period.")
        )
    others = [text.heading for text in edition.sector_texts if not text.sector and text.heading]
    if others and edition.stories:
        edition.warnings.append(
            _("Left out, as no story: %(headings)s.") % {"headings": "; ".join(others)}
        )


def warn_of_languages(edition):
    words = _("Taken for %(language)s, unlike the document: “%(story)s”.")
    for story in edition.stories:
        if story.language != edition.language:
            name = get_language_info(story.language)["name_translated"]
            edition.warnings.append(words % {"language": name, "story": story.headline})


def has_stories_beneath(edition, sectors):
    """Whether a story stands after the first text of a sector."""
    first = min(text.source[0] for text in sectors)
    return any(story.source[0] > first for story in edition.stories)


def give_up_stories(edition):
    """What stood under other headings than sectors' is offered as it is, of no sector."""
    for story in edition.stories:
        text = SectorText(story.headline, None, story.paragraphs, story.source)
        edition.sector_texts.append(text)
    edition.sector_texts.sort(key=lambda text: text.source[0])
    edition.stories = []


def warn_of_missing_sectors(edition, sectors):
    found = {text.sector for text in sectors}
    missing = [names[0].capitalize() for slug, names in SECTORS.items() if slug not in found]
    if missing:
        edition.warnings.append(
            _(
                "No heading of these sectors was found; their text may stand under another "
                "heading: %(sectors)s."
            )
            % {"sectors": ", ".join(missing)}
        )
