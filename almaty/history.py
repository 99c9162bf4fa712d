"""The history of a page: its revisions, each with what it changed, and any two compared."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from almaty import contents, editing
from almaty.dates import Precision, in_words
from almaty.desk_forms import is_number
from almaty.differences import Names, differences
from almaty.revisions import Revision, Verb

LIVE, DRAFT = "live", "draft"


@dataclass
class Entry:
    """One revision as the history shows it. `changes` is None where nothing was before it."""

    revision: Revision
    changes: list | None
    is_newest: bool

    @property
    def what(self):
        """What was done, in words."""
        if self.revision.verb == Verb.RESTORED:
            return _("brought back version %s") % self.revision.comment
        return self.revision.get_verb_display()

    @property
    def comment(self):
        return "" if self.revision.verb == Verb.RESTORED else self.revision.comment

    @property
    def fields(self):
        """Each field once, whatever the number of languages it was changed in."""
        return list(dict.fromkeys(change.label for change in self.changes or []))


def entries(page, revisions):
    """The revisions, newest first and without a gap, with what each changed. A few queries."""
    revisions = list(revisions)
    if not revisions:
        return []
    before = Revision.objects.numbered(page, revisions[-1].number - 1)
    row = [*revisions, *([before] if before else [])]
    model = type(page)
    names = Names(model, *(revision.content for revision in row))
    told = []
    for at, revision in enumerate(revisions):
        older = row[at + 1] if at + 1 < len(row) else None
        changes = differences(older.content, revision.content, model, names) if older else None
        told.append(Entry(revision, changes, revision.number == page.version))
    return told


def draft_notice(page):
    """Which version the public reads, and whose changes the form shows; "" where it shows none."""
    if not page.draft_id:
        return ""
    given = {
        "who": page.draft.who,
        "when": day_in_words(page.draft.made_at),
    }
    if not page.is_published():
        return _("Draft changes by %(who)s of %(when)s.") % given
    shown = Revision.objects.of(page).filter(verb=Verb.PUBLISHED).defer("content").first()
    given["live"] = day_in_words(shown.made_at if shown else page.published_at)
    return _("Live version of %(live)s, draft changes by %(who)s of %(when)s.") % given


def day_in_words(moment):
    day = timezone.localdate(moment)
    return _("today") if day == timezone.localdate() else in_words(day, Precision.DAY)


@dataclass
class Side:
    """One of two contents that are compared: a revision, the live page, or its draft."""

    key: str  # as in ?a=
    name: str
    content: dict
    revision: Revision | None = None


def side(page, key):
    """The side of this key: a revision's number, "live" or "draft". None where there is none."""
    if key == LIVE and page.is_live:
        return Side(key, _("The live version"), contents.content_of(page))
    if key == DRAFT and (page.draft_id or not page.is_live):
        return Side(key, _("The draft"), editing.current_content(page), page.draft)
    if is_number(key):
        revision = Revision.objects.numbered(page, int(key))
        if revision:
            return Side(key, _("Version %s") % key, revision.content, revision)
    return None
