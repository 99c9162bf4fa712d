"""Which blocks of a document are headings, and of what rank.

Rank orders headings as levels do: 1–6 as marked up, then by the size of the letters, bold lines,
lines in capitals, and last what only has a heading's shape: short, not closed as a sentence is, and
followed by a paragraph. The weaker signs count only where the stronger ones give no stories.
"""

import re
from collections import Counter
from itertools import islice

from newsroom.importing.splitting.boilerplate import is_dateline
from newsroom.importing.splitting.period import MONTH, YEAR, is_day_range, period_in
from newsroom.importing.splitting.sectors import is_part
from newsroom.importing.splitting.summary import ends_sentence, sentences

SIZED, BOLD, CAPITALS, SHAPE = 6, 7, 8, 9  # sizes rank between 6 and 7, the largest first
LONGEST = 220  # characters of a headline
ENOUGH_GROUPS = 3  # groups of lines of one shape that vouch for a headline with a full stop
BODY = 20  # characters of the shortest paragraph that a heading's shape may stand above
SHORT_ITEM = 110  # characters; above a list of such stands a line that introduces it
QUOTATION = re.compile(r"«[^«»]+»|“[^“”]+”|\"[^\"]+\"")
QUOTED_END = re.compile(r"[.!?…][»”\"’)]+$")
LARGER = 1.0  # points more than the text has
MOST_BOLD = 0.4  # of a text's letters; where more are bold, bold says nothing
LEAD_IN = re.compile(
    r"\b(?:following|as follows|include|including|such as|namely|says?|said|следующ\w+|например"
    r"|включая|в том числе|отметил\w*|сказал\w*|келесі|мыналар|атап айтқанда)\b[^:]*:$",
    re.IGNORECASE,
)
SMALL_START = re.compile(r"^[«“\"'(]*[a-zа-яёәіңғүұқөһ]")
SINGLE_MONTH = re.compile(rf"{MONTH}\W*{YEAR}", re.IGNORECASE)
EDITION = re.compile(
    r"\b(?:snapshots?|newsletter|bulletin|digest|edition|issue|highlights|news|review|update|report"
    r"|summary|overview|year in brief|main activities|key results|сводка|основные результаты"
    r"|новости|бюллетень|дайджест|обзор|вестник|выпуск|итоги|хроника|отч[её]т|жаңалықтар\w*"
    r"|хабаршы\w*|бюллетен\w*|шолу\w*|дайджест\w*|есеп|нөмір\w*|қорытынды\w*)\b",
    re.IGNORECASE,
)
LETTERS = re.compile(r"[^\W\d_]")


def ranks(blocks):
    """The rank of each block, or None for one that is no heading."""
    found = [None] * len(blocks)
    sizes = larger_sizes(blocks)
    bold_counts = is_bold_a_sign(blocks)
    for number, block in enumerate(blocks):
        if block.kind == "heading":
            found[number] = block.level or SIZED
        elif not can_be_heading(block):
            continue
        elif block.font_size in sizes:
            found[number] = SIZED + 0.9 * sizes.index(block.font_size) / len(sizes)
        elif block.is_bold and bold_counts:
            found[number] = BOLD
        elif is_capitals(block.text):
            found[number] = CAPITALS
        elif is_part(block.text) and not ends_sentence(block.text):
            found[number] = SHAPE
    return found


def with_shapes(blocks, found, only_plain=False):
    """The same, with headings told by their shape. `only_plain`: those that can be nothing else."""
    told = [
        number
        for number, rank in enumerate(found)
        if rank is None and has_shape(blocks, number, found, only_plain)
    ]
    if not only_plain:
        told = {*without_questions(blocks, told), *closed_headlines(blocks, found)}
    return [SHAPE if number in told else rank for number, rank in enumerate(found)]


def without_questions(blocks, told):
    """Without questions inside a text, where every other headline has an empty line above it."""
    asking = {number for number in told if blocks[number].text.rstrip("»”\"’')")[-1:] in "?!:"}
    others = [number for number in told if number not in asking and number]
    if not others or not all(blocks[number].blank_before for number in others):
        return told
    return [n for n in told if n not in asking or n == 0 or blocks[n].blank_before]


def closed_headlines(blocks, found):
    """Headlines that end in a full stop, where empty lines alone show what belongs together.

    Every group of lines begins with a short sentence in a line of its own: one paragraph that
    begins otherwise, and none of them is taken for a headline.
    """
    groups = [[]]
    for number, block in enumerate(blocks):
        if block.blank_before:
            groups.append([])
        if block.text and found[number] is None:
            groups[-1].append(number)
    told, stories = [], 0
    for group in filter(None, groups):
        first = blocks[group[0]]
        if len(group) == 1 and len(first.text) <= LONGEST and not closes(first.text):
            continue  # a title, the name of a part
        if len(group) == 1 or len(first.text) > SHORT_ITEM or is_several(first.text):
            return []
        if len(blocks[group[1]].text) < 1.5 * len(first.text):
            return []
        stories += 1
        if closes(first.text) and can_be_heading(first) and first.kind == "paragraph":
            told.append(group[0])
    return told if stories >= ENOUGH_GROUPS or len(told) > 1 else []


def can_be_heading(block):
    text = block.text
    if block.kind not in {"paragraph", "item"} or not 3 <= len(text) <= LONGEST:
        return False
    if is_dateline(text) or text.endswith((",", ";", "–", "—")) or LEAD_IN.search(text):
        return False
    return len(LETTERS.findall(text)) > len(text) / 2 and sum(1 for _s in sentences(text)) <= 2


def larger_sizes(blocks):
    """Sizes of letters above that of the text, the largest first."""
    letters = Counter()
    for block in blocks:
        if block.kind != "heading":
            letters[block.font_size or 0] += len(block.text)
    usual = letters.most_common(1)[0][0] if letters else 0
    floor = (usual or 12) + LARGER
    return sorted({block.font_size for block in blocks if (block.font_size or 0) >= floor})[::-1]


def is_bold_a_sign(blocks):
    bold = sum(len(block.text) for block in blocks if block.is_bold)
    return bold <= MOST_BOLD * sum(len(block.text) for block in blocks)


def is_capitals(text):
    letters = LETTERS.findall(text)
    return len(letters) >= 8 and text.upper() == text and len(text.split()) > 1


def has_shape(blocks, number, found, only_plain):
    """Short, open at its end, and above a paragraph or above another heading that is."""
    block = blocks[number]
    if not can_be_heading(block) or ends_sentence(block.text):
        return False
    if SMALL_START.match(block.text) or (number and QUOTATION.fullmatch(block.text)):
        return False
    if is_last_line(blocks, number):
        return False
    body = following_body(blocks, number)
    if body is None or not is_body(body, block):
        return False
    before = blocks[number - 1] if number else None
    if before is not None and before.kind == "item" and block.kind == "item":
        return False
    if only_plain:
        return is_plainly_apart(block, before, body)
    if block.text.rstrip("»”\"’')").endswith((":", "?", "!")):
        return len(body.text) > 120 and len(block.text) <= 120
    return True


def is_last_line(blocks, number):
    """A paragraph that ends in an abbreviation, above the next headline: гг., т. д."""
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    return (
        block_ends_with_stop(blocks[number])
        and following is not None
        and len(following.text) <= LONGEST
        and not ends_sentence(following.text)
    )


def block_ends_with_stop(block):
    return block.text.rstrip("»”\"’')").endswith(".")


def following_body(blocks, number):
    """The paragraph under a heading; a second short line may stand between, and pictures."""
    between = 0
    for block in blocks[number + 1 :]:
        if block.kind == "picture" or is_dateline(block.text):
            continue
        if block.kind == "item" and len(block.text) < SHORT_ITEM:
            return None
        if is_body_text(block.text):
            return block
        between += 1
        if between > 2 or block.kind == "row":
            return None
    return None


def is_body_text(text):
    return len(text) > LONGEST or (len(text) >= BODY and closes(text)) or is_several(text)


def closes(text):
    return ends_sentence(text) or QUOTED_END.search(text) is not None


def is_several(text):
    return len(text) >= BODY and len(list(islice(sentences(text), 2))) > 1


def is_body(body, heading):
    """A paragraph outweighs what stands above it, unless both are short and end differently."""
    return len(body.text) > len(heading.text) * 1.1 or ends_sentence(body.text)


def is_plainly_apart(block, before, body):
    words = block.text.split()
    if len(words) < 4 or len(block.text) > 150 or block.text.endswith((":", "?", "!", "”", "»")):
        return False
    if before is not None and not (before.picture or ends_sentence(before.text)):
        return False
    return len(body.text) >= 200 and block.kind == "paragraph"


def is_title(text):
    """Whether a heading is the document's: it names a half-year, or an edition and its period."""
    period, words = period_in(text)
    if not words:
        return False
    if words.isdecimal() or SINGLE_MONTH.fullmatch(words) or is_day_range(words):
        is_alone = is_day_range(words) and text.strip("() .") == words
        return (is_alone or bool(EDITION.search(text))) and period is not None
    return len(text) <= LONGEST
