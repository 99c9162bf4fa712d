"""What an import writes: one edition, its draft stories, and what is suggested for them.

All of it in one transaction, after the pictures of new stories are on the disk. One landing at a
time, so that of two imports of one document one lands and the other finds it. Nothing is ever
published here.
"""

import time
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from newsroom.importing import amendments, drafts, files
from newsroom.importing.document import Refused
from newsroom.importing.fingerprints import digests, prints_of
from newsroom.importing.known import known_import
from newsroom.importing.pictures import each_once
from newsroom.importing.suggestions import Rejections, make_suggestions
from newsroom.importing.values import key_of
from newsroom.models import Import, ImportedStory, LostLinkNote, Suggestion

MOST_POSITIONS = 32_000  # of the column
SIZES_AT_ONCE = 5  # seconds for drawing the sizes of new pictures; the rest is left for a command
EXTENSIONS = {"docx": "docx", "html": "html", "markdown": "md", "text": "txt"}
State = ImportedStory.State
whole = transaction.atomic  # a test takes it away, to see that it is missed


@dataclass
class Landed:
    """`document` is the new import, or the earlier one where nothing was new."""

    document: Import
    is_new: bool
    created: int = 0
    known: int = 0
    amended: int = 0
    warnings: list[str] = field(default_factory=list)


def land(outcome, data, by=None, say=lambda words: None, log=lambda document: None):
    """Write what `outcome` (newsroom/importing/outcome.py) found in `data`, whole or not at all.

    `data` is the file's bytes, or the text that was pasted. Refused where there is no story or no
    period. `by` is the user, None for the command line. `log` is told of a new document within the
    transaction, so that none lands without its line.
    """
    check(outcome)
    prints = prints_of(outcome.document)
    sha, text_sha = digests(outcome.document, data, prints)
    if known := known_import(sha, text_sha):
        return Landed(known, is_new=False)
    with files.journal() as journal:
        new = new_stories(outcome)
        images, warnings = drafts.accepted_pictures(new, outcome, journal, say)
        content = data.encode() if isinstance(data, str) else data
        source = journal.write(files.SOURCE, content, EXTENSIONS[outcome.document.kind])
        with whole():
            one_at_a_time()
            files.clear_up_after_killed_runs()
            if known := known_import(sha, text_sha):
                return Landed(known, is_new=False)
            if (now := new_stories(outcome)) != new:  # something came, or was deleted, meanwhile
                images, warnings = drafts.accepted_pictures(now, outcome, journal, say)
            document = Import(
                file=source, sha256=sha, text_sha256=text_sha, **told_of(outcome, warnings, by)
            )
            landed = write(document, outcome, images, prints, by, say)
            log(document)
    draw_sizes(each_once(images), say)
    return landed


def new_stories(outcome):
    """The numbers of the stories that no earlier document of the period has, from 0."""
    stories = outcome.edition.stories
    pairs = amendments.matched(stories, amendments.latest_stories(str(outcome.edition.period)))
    return [number for number in range(len(stories)) if number not in pairs]


def check(outcome):
    if not outcome.edition.stories:
        raise Refused(_("There is no story in this document: nothing was imported."))
    if not outcome.edition.period:
        raise Refused(
            _("The document does not say which half-year or year it is of: choose the period.")
        )


def one_at_a_time():
    """Holds every other landing until the transaction ends, on every database.

    The row is locked without its key, so that nothing that only refers to it has to wait.
    """
    kind = ContentType.objects.get_for_model(Import)
    ContentType.objects.select_for_update(no_key=True).get(pk=kind.pk)


def told_of(outcome, warnings, by):
    document, edition = outcome.document, outcome.edition
    return {
        "name": (document.name or _("Pasted text"))[-255:],
        "kind": document.kind,
        "language": edition.language,
        "period": str(edition.period),
        "period_evidence": edition.period_evidence[:200],
        "warnings": [*edition.warnings, *warnings],
        "blocks": [{"kind": b.kind, "text": b.text} for b in document.blocks],
        "made_by": by,
        "made_by_name": by.get_username() if by else "",
    }


# Inside the transaction ------------------------------------------------------------------------


def write(document, outcome, images, prints, by, say):
    earlier = amendments.latest_stories(document.period)
    pairs = amendments.matched(outcome.edition.stories, earlier)
    drafts.save_pictures(images, by)
    edition = document.snapshot = drafts.edition_of(outcome, by)
    document.warnings += told_of_missing(earlier, pairs)
    document.save()
    landed = Landed(document, is_new=True, warnings=document.warnings)
    rejections = Rejections()
    position = edition.stories.aggregate(last=Max("position"))["last"] or 0
    numbers = {id(block): number for number, block in enumerate(outcome.document.blocks)}
    for number, (story, found, lost) in enumerate(outcome.stories, 1):
        row = imported_story(document, number, story, numbers, prints)
        before = pairs.get(number - 1)
        if before:  # whose language says which fields of the draft have its text
            row.language = before.written_in
        if before is None:
            position = min(position + 1, MOST_POSITIONS)
            row.news_item = drafts.story_of(story, images, outcome, edition, position, by)
            landed.created += 1
        elif amendments.is_unchanged(row, before):
            row.news_item, row.earlier, row.state = before.news_item, before, State.KNOWN
            landed.known += 1
        else:
            row.news_item, row.earlier, row.state = before.news_item, before, State.AMENDED
            landed.amended += 1
            document.warnings += told_of_pictures(row)
        row.save()
        if row.state != State.KNOWN:
            make_suggestions(row, found, rejections, suggested_before(before))
            make_notes(row, lost, before)
        say(_("Story %(number)s: %(headline)s") % {"number": number, "headline": story.headline})
    document.save(update_fields=["warnings"])
    return landed


def imported_story(document, number, story, numbers, prints):
    headline_at = story.source[0] if story.source else None
    own = {numbers.get(id(block)) for block in story.paragraphs}
    return ImportedStory(
        document=document,
        number=number,
        headline=story.headline,
        headline_block=None if headline_at in own else headline_at,
        summary=story.summary,
        language=story.language,
        paragraphs=[
            {"block": numbers.get(id(block)), "text": block.text, "html": block.html}
            for block in story.paragraphs
        ],
        pictures=[
            {"print": prints[id(picture)], "caption": picture.caption} for picture in story.pictures
        ],
    )


def suggested_before(row):
    """[(kind, key)] of every version of a story: what was decided is not asked again."""
    rows = Suggestion.objects.filter(story__in=versions(row))
    return {(s.kind, key_of(s.kind, s.value)) for s in rows}


def versions(row):
    """A version of a story and every earlier one, the newest first."""
    found = []
    while row is not None:
        found.append(row)
        row = row.earlier
    return found


def make_notes(row, lost, before):
    """To-dos for lost links, but those that an earlier version has already; what the document has
    not lost any more is marked as repaired."""
    earlier = LostLinkNote.objects.filter(story__in=versions(before))
    lost_now, known = {link.text for link in lost}, {note.text for note in earlier}
    earlier.filter(done_at=None).exclude(text__in=lost_now).update(repaired_in=row)
    earlier.filter(text__in=lost_now).update(repaired_in=None)
    LostLinkNote.objects.bulk_create(
        LostLinkNote(
            story=row, text=link.text, paragraph=link.paragraph, start=link.start, end=link.end
        )
        for link in lost
        if link.text not in known
    )


def told_of_pictures(row):
    """New pictures of a story that is there already: its editor may have chosen others."""
    words = _("New pictures of “%(story)s”, not taken over: %(pictures)s.")
    if new := amendments.new_pictures(row):
        told = "; ".join(picture["caption"] or _("without a caption") for picture in new)
        return [words % {"story": row.headline, "pictures": told}]
    return []


def told_of_missing(earlier, pairs):
    """Stories of the earlier document that this one does not have. They are left as they are."""
    if not pairs:
        return []
    used = {row.pk for row in pairs.values()}
    documents = {row.document_id for row in pairs.values()}
    missing = [row for row in earlier if row.document_id in documents and row.pk not in used]
    words = _("Not in this document any more, and left as it is: “%(story)s”.")
    return [words % {"story": row.headline} for row in missing]


# After it --------------------------------------------------------------------------------------


def draw_sizes(images, say):
    """The sizes of the new pictures, as many as can be drawn at once.

    A picture without them is shown as it was imported; `make_renditions` draws the rest.
    """
    end, left = time.monotonic() + SIZES_AT_ONCE, 0
    for image in images:
        if time.monotonic() < end:
            image.make_renditions()
        else:
            left += 1
    if left:
        words = _("Pictures whose sizes are still to be drawn, by make_renditions: %(count)s")
        say(words % {"count": left})
