"""What of a document's blocks is its text, and what only goes with its pages: contents, running
lines, menus. What is left out here and said nowhere else is named in a warning (left_out.py)."""

from collections import defaultdict
from itertools import islice

from newsroom.importing.reading.pieces import captioned
from newsroom.importing.splitting.boilerplate import (
    is_boilerplate,
    is_credit,
    is_dateline,
    is_sign_off,
)
from newsroom.importing.splitting.headings import LONGEST, is_body_text, is_title
from newsroom.importing.splitting.ordinals import without_ordinal
from newsroom.importing.splitting.summary import ends_sentence

RUNNING = 3  # times a short line stands in a document that repeats it on its pages
SHORT = 80  # characters of a running line
LEAST = 10  # characters of a line of the contents
SIGNED = 12  # blocks at most behind which a letter ends with a name and how to reach it
MOST_BETWEEN = 5  # pictures and datelines between a headline and its text


def kept(blocks):
    """The indexes of the blocks that are the document's text; credits go to their pictures."""
    frame = Frame(blocks)
    numbers, last_picture = [], None
    for number, block in enumerate(blocks):
        if block.picture:
            last_picture = block
        elif is_credit(block.text) and last_picture:
            last_picture.picture = credited(last_picture.picture, block.text)
            continue
        elif block.kind != "heading" and frame.holds(number):
            continue
        if block.text:
            last_picture = None
        numbers.append(number)
    return numbers


def credited(picture, credit):
    """With whose it is behind what it shows, once."""
    if credit in picture.caption:
        return picture
    return captioned(picture, f"{picture.caption} {credit}".strip())


class Frame:
    """What surrounds the text on its pages."""

    def __init__(self, blocks):
        self.blocks = blocks
        self.heads = [has_text_under(blocks, number) for number in range(len(blocks))]
        places = defaultdict(list)
        for number, block in enumerate(blocks):
            if block.text:
                places[block.text].append(number)
        self.running = {text for text, where in places.items() if self.is_running(text, where)}
        self.last_headline = {
            without_ordinal(blocks[number].text): number
            for number, heads in enumerate(self.heads)
            if heads
        }
        self.listed = set()
        for number in range(len(blocks)):
            if self.is_listed(number):
                self.listed.add(number)

        self.end = end_of_letter(blocks)

    def holds(self, number):
        block = self.blocks[number]
        return (
            number >= self.end
            or (block.kind == "paragraph" and block.text in self.running)
            or number in self.listed
            or is_boilerplate(block.text)
        )

    def is_running(self, text, places):
        """A short line that pages repeat; not one that stands over a text each time, as headlines
        and lead-ins do, nor one that is marked up."""
        if len(places) < RUNNING or len(text) >= SHORT or ends_sentence(text):
            return False
        if text.endswith(":") or any(self.blocks[number].is_bold for number in places):
            return False
        return is_title(text) or not all(self.heads_whole(number) for number in places)

    def heads_whole(self, number):
        """Over a text, and not in the middle of a sentence."""
        before = self.blocks[number - 1] if number else None
        is_open = before is not None and before.kind == "paragraph" and len(before.text) > LONGEST
        return self.heads[number] and not (is_open and not ends_sentence(before.text))

    def is_listed(self, number):
        """A line of the table of contents: the same words stand again below, as a headline."""
        block = self.blocks[number]
        text = without_ordinal(block.text)
        if block.kind not in {"paragraph", "item"} or not LEAST <= len(text) <= LONGEST:
            return False
        if ends_sentence(text) or self.last_headline.get(text, -1) <= number:
            return False
        # The last line of the contents may stand over a text, which is not its own.
        return not self.heads[number] or number - 1 in self.listed


def end_of_letter(blocks):
    """Where whoever wrote it signs, with nothing but short lines behind; else where all ends."""
    for number in range(max(0, len(blocks) - SIGNED), len(blocks)):
        behind = blocks[number + 1 :]
        if is_sign_off(blocks[number].text) and all(len(block.text) <= SHORT for block in behind):
            return number
    return len(blocks)


def has_text_under(blocks, number):
    """Whether a block is a heading by markup, or may be one by shape, with its text right below."""
    block = blocks[number]
    if block.kind == "row" or not block.text or len(block.text) > LONGEST:
        return False
    for following in islice(blocks, number + 1, number + 1 + MOST_BETWEEN):
        if following.picture or is_dateline(following.text):
            continue
        if block.kind == "heading":
            return following.kind != "heading"
        return following.kind == "paragraph" and is_body_text(following.text)
    return False
