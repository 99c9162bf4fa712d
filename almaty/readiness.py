"""What is looked at before a page is published, told to its editor field by field.

Errors stop a publication; warnings ask. What holds for pages of many kinds is in
almaty/readiness_rules.py; which kinds it holds for, and what a kind adds, is registered by its app
(newsroom/readiness.py, programmes/readiness.py).
"""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from almaty import contents, editing
from almaty.differences import label_of_field
from almaty.trials import undone


class Level(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """One thing to mend: at which field of the form, in words for an editor.

    `field` may also be the name of a part, such as the partners of a story.
    """

    level: Level
    field: str
    words: str

    @property
    def is_error(self):
        return self.level == Level.ERROR

    @property
    def key(self):
        """What an editor agrees to by publishing all the same: this, and nothing found later."""
        return sha256(f"{self.field}:{self.words}".encode()).hexdigest()[:12]


def error(field, words, /, **given):
    return Finding(Level.ERROR, field, words % given)


def warning(field, words, /, **given):
    return Finding(Level.WARNING, field, words % given)


CHECKS = defaultdict(list)
RELATED = {}  # what the checks of a kind of page read beside its row, as prefetches


def checks(*models):
    """Registers a function page → findings for these kinds of pages."""

    def register(check):
        for model in models:
            CHECKS[model].append(check)
        return check

    return register


def findings_of(page):
    """What its row, as it is now, lacks; the errors first."""
    return findings_of_many([page])[page.pk]


def findings_of_many(pages):
    """The same of pages of one kind: key → findings, in a number of queries that does not grow."""
    if pages:
        prefetch_related_objects(pages, *RELATED.get(type(pages[0]), ()))
    return {page.pk: looked_at(page) for page in pages}


def looked_at(page):
    found = [finding for check in CHECKS[type(page)] for finding in check(page)]
    return sorted(dict.fromkeys(found), key=lambda finding: not finding.is_error)


def findings_of_draft(page):
    """What the desk works on lacks: the draft changes of a live page, the row of any other."""
    if not page.draft_id:
        return findings_of(page)
    with undone():
        gone = contents.apply(page, page.draft.content, page.draft)
        found = findings_of(type(page)._base_manager.get(pk=page.pk))
    return [*found, *left_out(type(page), gone)]


def left_out(model, gone):
    """What a draft names and is not there any longer: fields as `contents.apply` tells them."""
    words = _("%(field)s: what the draft names here is no longer there, and is left out.")
    return [warning(name, words, field=label_of_field(model, name)) for name in dict.fromkeys(gone)]


def findings_of_content(page, content):
    """What this page would lack if it were saved with this content. `page` may have no row yet."""
    with undone():
        if page.pk:
            page, _is_new = editing.save(page, content, by=None)
        else:
            page = editing.create(page, content, by=None)
        return findings_of_draft(type(page)._base_manager.get(pk=page.pk))


def opens_at(page):
    """When what the desk works on will be read, if it is published now."""
    ahead = [getattr(page, "due_at", None), getattr(page, "published_at", None)]
    return max([timezone.now(), *(moment for moment in ahead if moment)])
