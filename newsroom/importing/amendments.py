"""A document of a period that was imported before: which story is which, and what has changed.

Stories are matched by their words, document with document, so that it does not matter what editors
have made of them since. What changed between the two documents is then offered for the draft as it
is now, paragraph by paragraph: what an editor has rewritten meanwhile is left alone and named.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from html import unescape

from almaty.prose import clean_prose
from almaty.publishing import Status
from almaty.text_differences import paragraphs_of
from newsroom.importing.drafts import joined, shortened
from newsroom.importing.fingerprints import links_in, said_in
from newsroom.importing.known import bag, overlap
from newsroom.models import ImportedStory

ALIKE = 0.5  # the least likeness of two versions of one story
BLOCK_TAG = re.compile(r"<(/?)(?:p|h2|h3|ul|ol|li|blockquote|figure|figcaption)\b[^>]*>")
# No item holds a list or the end of another: else there were 2ⁿ ways to part n items.
SIMPLE_LIST = re.compile(r"<(ul|ol)>(?:<li>(?:(?!<[uo]l|</li>).)*</li>)+</\1>", re.DOTALL)
ITEM = re.compile(r"<li>.*?</li>", re.DOTALL)


def latest_stories(period):
    """The newest version of every story that was imported for a period and is still kept."""
    rows = (
        ImportedStory.objects.filter(document__period=period, news_item__isnull=False)
        .exclude(news_item__status=Status.DELETED)
        .select_related("news_item")
        .order_by("document__made_at", "pk")
    )
    return list({row.news_item_id: row for row in rows}.values())


def matched(stories, earlier):
    """{index of a StoryText: ImportedStory}, each used once, the likest first."""
    pairs, taken = same_words(stories, earlier)
    new = {n: bags(s.headline, s.texts) for n, s in enumerate(stories) if n not in pairs}
    old = {m: bags(r.headline, texts_of(r)) for m, r in enumerate(earlier) if m not in taken}
    scores = [
        (likeness(mine, theirs), -abs(n - m), n, m)
        for n, mine in new.items()
        for m, theirs in old.items()
    ]
    for score, _distance, n, m in sorted(scores, reverse=True):
        if score >= ALIKE and n not in pairs and m not in taken:
            pairs[n] = earlier[m]
            taken.add(m)
    return pairs


def same_words(stories, earlier):
    """Those that have not changed, as `matched`, and the indexes of the earlier ones: most of a
    document, which then need not be compared each with each."""
    places = defaultdict(list)
    for m, row in enumerate(earlier):
        places[row.headline, *texts_of(row)].append(m)
    pairs, taken = {}, set()
    for n, story in enumerate(stories):
        if there := places[story.headline, *story.texts]:
            m = min(there, key=lambda m: abs(n - m))
            there.remove(m)
            pairs[n] = earlier[m]
            taken.add(m)
    return pairs, taken


def bags(headline, texts):
    return bag(headline), bag(" ".join(texts))


def likeness(one, other):
    """Of (headline, text) and (headline, text): the text tells more than the headline."""
    return 0.3 * overlap(one[0], other[0]) + 0.7 * overlap(one[1], other[1])


def texts_of(row):
    return [paragraph["text"] for paragraph in row.paragraphs]


def is_unchanged(row, earlier):
    """Whether two versions have the same words, links and pictures."""
    return (
        row.headline == earlier.headline
        and said_by(row) == said_by(earlier)
        and (earlier.pictures is None or prints_of(row) == prints_of(earlier))
    )


def said_by(row):
    return [said_in(paragraph["html"], paragraph["text"]) for paragraph in row.paragraphs]


def prints_of(row):
    return [picture["print"] for picture in row.pictures or []]


def new_pictures(row):
    """Those that the earlier version does not have; none where it is not known which it had."""
    if row.earlier is None or row.earlier.pictures is None:
        return []
    known = prints_of(row.earlier)
    return [picture for picture in row.pictures or [] if picture["print"] not in known]


# What is offered -------------------------------------------------------------------------------


@dataclass
class Offer:
    """The draft's content with the changes of the document; `left` are those without a place."""

    content: dict
    left: list = field(default_factory=list)  # [(paragraphs that were, paragraphs that are)]


def offer(story, content):
    """What the amended document changes in a draft that may have been edited since."""
    language, earlier = story.written_in, story.earlier
    made = Offer(dict(content))
    for name, before, after in (
        ("title", shortened(earlier.headline), shortened(story.headline)),
        ("summary", earlier.summary, story.summary),
    ):
        name = f"{name}_{language}"
        if before != after:
            if (content.get(name) or "") == before:
                made.content[name] = after
            elif content.get(name) != after:
                made.left.append(([before], [after]))
    name = f"body_{language}"
    blocks, left = merged(blocks_of(content.get(name) or ""), earlier.paragraphs, story.paragraphs)
    made.content[name] = clean_prose(joined(blocks))
    made.left += left
    return made


def merged(blocks, before, after):
    """The blocks of a draft with what two versions of a document differ in.

    A paragraph is found in the draft by its words. What is not found there, or has other links than
    the document gave it, is not replaced; the second of the two returned lists tells it.
    """
    blocks, left = list(blocks), []
    old = [said_in(p["html"], p["text"]) for p in before]
    new = [said_in(p["html"], p["text"]) for p in after]
    at = 0  # where in the draft the comparison has arrived
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        places = places_of([text for text, _links in old[a:b]], blocks, at)
        found = [place for place in places if place is not None]
        if kind == "equal" or is_there(new[c:d], [blocks[place] for place in found]):
            at = found[-1] + 1 if found else at
            continue
        ours = {link for _text, links in (*old[a:b], *new[c:d]) for link in links}
        if None in places or any(set(links_in(blocks[place])) - ours for place in found):
            left.append(([in_words(p) for p in before[a:b]], [in_words(p) for p in after[c:d]]))
            continue
        for place in sorted(places, reverse=True):
            del blocks[place]
        if places:
            at = min(places)
        blocks[at:at] = [paragraph["html"] for paragraph in after[c:d]]
        at += d - c
    return blocks, left


def is_there(told, blocks):
    """Whether these blocks of a draft say already what a document does."""
    said = [("".join(text.split()), list(links)) for text, links in told]
    return bool(said) and said == [(words_in(block), links_in(block)) for block in blocks]


def in_words(paragraph):
    """A paragraph as plain text, with the targets of its links."""
    return " ".join(paragraphs_of(paragraph["html"]))


def places_of(texts, blocks, start):
    """Where in a draft these paragraphs stand, each behind the one before; None for one that is
    not there."""
    places = []
    for text in texts:
        wanted = "".join(text.split())
        numbers = (*range(start, len(blocks)), *range(start))
        free = (number for number in numbers if number not in places)
        place = next((number for number in free if words_in(blocks[number]) == wanted), None)
        places.append(place)
        start = start if place is None else place + 1
    return places


def words_in(html):
    """The letters of a block, without its tags and white space."""
    letters, in_tag = [], False
    for letter in html:
        if letter == "<":
            in_tag = True
        elif letter == ">":
            in_tag = False
        elif not in_tag:
            letters.append(letter)
    return "".join(unescape("".join(letters)).split())


def blocks_of(html):
    """Cleaned prose as its blocks; each item of a list for itself, as a document has them."""
    blocks, depth, start = [], 0, 0
    for tag in BLOCK_TAG.finditer(html):
        depth += -1 if tag[1] else 1
        if depth == 0:
            blocks += items_of(html[start : tag.end()])
            start = tag.end()
    return [*blocks, html[start:]] if html[start:].strip() else blocks


def items_of(block):
    listed = SIMPLE_LIST.fullmatch(block)
    if not listed:
        return [block]
    return [f"<{listed[1]}>{item}</{listed[1]}>" for item in ITEM.findall(block)]
