"""A document becomes an edition: its title, its period, its stories; nothing is made up.

Where no headlines can be found, or only the names of sectors, there are no stories, and a warning
says so.
"""

import re
from collections import Counter

from django.utils.translation import gettext as _

from newsroom.importing.document import EditionText, SectorText, StoryText
from newsroom.importing.reading.pieces import captioned
from newsroom.importing.splitting.boilerplate import is_boilerplate, is_credit, opening_date
from newsroom.importing.splitting.headings import LONGEST, is_title
from newsroom.importing.splitting.language import language_of
from newsroom.importing.splitting.news import are_news
from newsroom.importing.splitting.outline import Outline
from newsroom.importing.splitting.period import period_in, period_of_day
from newsroom.importing.splitting.sectors import SECTORS, opens, sector_named
from newsroom.importing.splitting.summary import ends_sentence, summary_of

ORDINAL = re.compile(r"^(?:№\s*)?(\d{1,2}|[IVX]{1,5})[.)]\s+(?=\S)")
ROMANS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV"
ROMAN = {number: n for n, number in enumerate(ROMANS.split(), 1)}
RUNNING = 3  # times a short line stands in a document that repeats it on its pages


def split(document, period=None, language=None):
    """The edition of a document. `period` and `language` are what its reader knows better."""
    numbers = kept(document.blocks)
    blocks = [document.blocks[number] for number in numbers]
    edition = EditionText(language=language or language_of(" ".join(b.text for b in blocks)))
    outline = Outline(blocks)
    front = tell_front(edition, blocks, outline)
    tell_stories(edition, blocks, outline, numbers)
    edition.warnings = [*document.warnings]
    edition.title = title_of(front, document)
    edition.period, edition.period_evidence = period_of(edition, front, document)
    if period:
        edition.period, edition.period_evidence = period, ""
    judge(edition)
    return edition


# What stays of the blocks ----------------------------------------------------------------------


def kept(blocks):
    """The indexes of the blocks that are the document's text; credits go to their pictures."""
    repeated = Counter(block.text for block in blocks if block.text and len(block.text) < 80)
    last_of = {unnumbered(block): number for number, block in enumerate(blocks)}
    numbers, last_picture = [], None
    for number, block in enumerate(blocks):
        if block.picture:
            last_picture = block
        elif is_credit(block.text) and last_picture and not last_picture.picture.caption:
            last_picture.picture = captioned(last_picture.picture, block.text)
            continue
        elif is_furniture(blocks, number, repeated, last_of):
            continue
        if block.text:
            last_picture = None
        numbers.append(number)
    return numbers


def is_furniture(blocks, number, repeated, last_of):
    """What surrounds the text on its pages. A heading may only be repeated."""
    block = blocks[number]
    if repeated[block.text] >= RUNNING and not ends_sentence(block.text):
        return True
    return block.kind != "heading" and (
        is_boilerplate(block.text) or is_listed(block, number, last_of)
    )


def unnumbered(block):
    return ORDINAL.sub("", block.text)


def is_listed(block, number, last_of):
    """A line of the table of contents: the same words stand again below, with text under them."""
    text = unnumbered(block)
    if not 10 <= len(text) <= LONGEST or ends_sentence(text):
        return False
    return last_of[text] > number


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
            text = blocks[number].text
            if text and len(text) <= LONGEST and not ends_sentence(text):
                lines.append(text)
            elif text:
                edition.introduction.append(blocks[number])
    return lines


def title_of(front, document):
    named = [line for line in front if is_title(line)]
    return next(iter([*named, *front]), document.title)


def period_of(edition, front, document):
    """From the title, then whatever stands before the stories, then the file's own names."""
    introduction = [block.text[:LONGEST] for block in edition.introduction]
    for lines, is_loose in (
        ([edition.title, *front], True),
        (introduction, False),
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
    for part in outline.parts:
        pictures = [blocks[number] for number in part.body if blocks[number].picture]
        body = [number for number in part.body if blocks[number].text]
        if above and pictures and part.body and blocks[part.body[-1]].picture:
            following = [pictures.pop()]
        else:
            following = []
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


def are_pictures_above(blocks, outline):
    """Whether this document sets a story's picture above its headline."""
    headings = [part.heading for part in outline.parts if part.kind == "story"]
    over = [number for number in headings if number and blocks[number - 1].picture]
    under = [n for n in headings if n + 1 < len(blocks) and blocks[n + 1].picture]
    return len(over) > len(under) and bool(headings) and headings[0] in over


def take_ordinals_off(stories):
    """1., 2., 3. or I., II., III. before the headlines count them and are no part of them."""
    found = [ORDINAL.match(story.headline) for story in stories]
    counted = [ROMAN.get(number[1]) or int(number[1]) for number in found if is_count(number)]
    if len(counted) < max(2, 0.8 * len(stories)) or counted != sorted(set(counted)):
        return
    for story, number in zip(stories, found, strict=True):
        if is_count(number) and not story.headline_links:
            story.headline = story.headline[number.end() :]


def is_count(number):
    return number is not None and (number[1].isdecimal() or number[1] in ROMAN)


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
    elif edition.stories and not are_news(edition.stories, edition.language):
        edition.stories = []
    if not edition.stories and not sectors:
        edition.warnings.append(
            _("No news was found in this document: no headline with a text that tells of an event.")
        )
    if edition.stories and not edition.period:
        edition.warnings.append(
            _("The document does not say which half-year or year it is of: choose the period.")
        )
    others = [text.heading for text in edition.sector_texts if not text.sector and text.heading]
    if others and edition.stories:
        edition.warnings.append(
            _("Left out, as no story: %(headings)s.") % {"headings": "; ".join(others)}
        )


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
