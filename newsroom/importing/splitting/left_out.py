"""What a document says and neither its stories nor its introduction do: named, so that nothing of
it is lost without a word."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.importing.splitting.boilerplate import (
    LEADERS,
    is_boilerplate,
    page_number,
    says_nothing,
)
from newsroom.importing.splitting.ordinals import without_ordinal
from newsroom.importing.splitting.sectors import is_part

MOST_NAMED = 5_000  # characters; of what is left out beyond them only the number is told


def warnings_of(document, edition):
    """The sentences about it. Menu words, page numbers, names of sectors and of parts and lines of
    the contents are left out without one."""
    lines, count = named(list(lines_left_out(document, edition)))
    warnings = []
    if lines:
        words = _("In no story, and left out: %(lines)s.")
        warnings.append(words % {"lines": "; ".join(f"“{line}”" for line in lines)})
    if count:
        warnings.append(
            ngettext(
                "Left out besides, and only in the source: %(count)s paragraph.",
                "Left out besides, and only in the source: %(count)s paragraphs.",
                count,
            )
            % {"count": count}
        )
    if count := len(pictures_left_out(document, edition)):
        warnings.append(
            ngettext(
                "%(count)s picture stands beside no story and was left out.",
                "%(count)s pictures stand beside no story and were left out.",
                count,
            )
            % {"count": count}
        )
    return warnings


def named(lines):
    """([the first lines, each once and as many as can be read], how many more there are)."""
    lines = list(dict.fromkeys(lines))
    kept, length = [], 0
    for line in lines:
        length += len(line)
        if length > MOST_NAMED:
            break
        kept.append(line)
    return kept, len(lines) - len(kept)


def lines_left_out(document, edition):
    told = {number for story in edition.stories for number in story.source}
    introduced = {id(block) for block in edition.introduction}
    headlines = {document.blocks[story.source[0]].text for story in edition.stories}
    heard = {without_ordinal(text) for text in (*headlines, edition.title)}
    heard |= {story.headline for story in edition.stories}
    pictures = [picture for story in edition.stories for picture in story.pictures]
    captions = " | ".join(f" {picture.caption} " for picture in pictures)
    outside = {id(picture) for picture in pictures_left_out(document, edition)}
    pages = page_numbers(document.blocks)
    for number, block in enumerate(document.blocks):
        if block.picture and id(block.picture) in outside and block.picture.caption:
            yield block.picture.caption
        if not block.text or number in told or id(block) in introduced or number in pages:
            continue
        if is_part(block.text) or says_nothing(block.text):
            continue
        if without_ordinal(LEADERS.sub("", block.text).strip()) in heard:
            continue
        if f" {block.text} " not in captions:
            yield block.text
    yield from (line for line in document.beside if not is_boilerplate(line))


def pictures_left_out(document, edition):
    shown = {id(picture) for story in edition.stories for picture in story.pictures}
    pictures = [block.picture for block in document.blocks if block.picture]
    return [picture for picture in pictures if id(picture) not in shown]


def page_numbers(blocks):
    """The indexes of the lines that number the pages: they count up, one by one."""
    found = [(number, page_number(block.text)) for number, block in enumerate(blocks)]
    found = [(number, page) for number, page in found if page is not None]
    pages = [page for _number, page in found]
    if len(pages) < 2 or pages != list(range(pages[0], pages[0] + len(pages))):
        return set()
    return {number for number, _page in found}
