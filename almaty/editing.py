"""The one path for an edit: what every form, list, command and link of the desk calls.

Each function locks the page's row, so that of two simultaneous edits one waits for the other and is
then told (`Conflict`); each leaves a revision; all in one transaction, so that nothing is ever half
done. `by` is the user, None for the site itself.
"""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from almaty import contents
from almaty.caching import release
from almaty.old_addresses import has_been_public, path_of, settle
from almaty.publishing import Status
from almaty.references import followed
from almaty.revisions import Review, Revision, Verb
from almaty.rights import may
from almaty.stale import translations_after
from almaty.trials import undone


class Conflict(Exception):
    """The page has changed since it was read. `page` is its present row."""

    def __init__(self, page):
        super().__init__(f"{page} was changed in the meantime")
        self.page = page


def locked(page, version=None):
    """The present row of a page, held until the transaction ends.

    Raises Conflict where it is not of the version the caller has seen, DoesNotExist where it is
    gone.
    """
    row = type(page)._base_manager.select_for_update().get(pk=page.pk)
    if version is not None and row.version != version:
        raise Conflict(row)
    if row.status == Status.PUBLISHED and row.is_over():
        update(row, status=Status.WITHDRAWN)  # so that no save takes the end, and shows it again
    return row


def current_content(page):
    """What the desk works on: the draft changes, or the row where there are none."""
    return page.draft.content if page.draft_id else contents.content_of(page)


# Saving ----------------------------------------------------------------------------------------


def create(page, content, by, verb=Verb.SAVED, comment=""):
    """A new page with this content. `page` is an unsaved row; it is saved here."""
    with transaction.atomic():
        page.made_by = by
        contents.apply(page, content)
        record(page, verb, by, contents.content_of(page), comment)
    return page


def save(page, content, by, version=None, verb=Verb.SAVED, comment=""):
    """Keep this content: beside the row of a live page, in the row of any other.

    Returns the present row and whether anything was new.
    """
    with transaction.atomic():
        page = locked(page, version)
        if verb == Verb.SAVED and not contents.changed_fields(current_content(page), content):
            return page, False
        keep_first(page)
        if page.is_live:
            revision = record(page, verb, by, content, comment)
            differs = contents.changed_fields(contents.content_of(page), content)
            update(page, draft=revision if differs else None)
        else:
            make_it_so(page, content)
            record(page, verb, by, contents.content_of(page), comment)
            update(page, draft=None)
        if page.review == Review.APPROVED and not may(by, "approve", page):
            update(page, review=Review.SUBMITTED)
    return page, True


def restore(page, revision, by, version=None):
    """An older content again: as draft changes of a live page, in the row of any other.

    Returns the present row, and the names of fields whose related rows are gone: those stay empty.
    Times that have passed since are not set again. Raises IntegrityError where another page has
    taken the address.
    """
    with transaction.atomic():
        page = locked(page, version)
        content = followed(type(page), revision.content)
        content |= times_of_now(page, content)
        known = contents.keys_of_parts(page)
        with undone():
            trial = type(page)._base_manager.get(pk=page.pk)
            gone = contents.apply(trial, content)
            content = contents.without_new_keys(contents.content_of(trial), known)
        return save(page, content, by, None, Verb.RESTORED, str(revision.number))[0], gone


def times_of_now(page, content):
    """Instead of what an older content says of times that have passed, or that the page must have.

    An end or a date for changes that is past would act at once.
    """
    now, instead = timezone.now(), time_kept(page, content)
    for name in ("public_until", "due_at"):
        if content.get(name) and moment(content[name]) <= now:
            instead[name] = None
    return instead


def time_kept(page, content):
    """The publication time that a page has, where the content has none or would take it back.

    What is public goes by being withdrawn, and not because an older draft of it was to come later.
    """
    begins = moment(content.get("published_at"))
    is_needed = begins is None and page.status == Status.PUBLISHED
    takes_back = begins is not None and begins > timezone.now() and page.is_published()
    return {"published_at": page.published_at.isoformat()} if is_needed or takes_back else {}


def discard(page, by, version=None):
    """Forget the draft changes. They stay in the history."""
    with transaction.atomic():
        page = locked(page, version)
        update(page, draft=None, due=None, due_at=None, review=Review.NONE)
        record(page, Verb.DISCARDED, by)
    return page


# The way of a draft ----------------------------------------------------------------------------


def submit(page, by, version=None, comment=""):
    return reviewed(page, by, version, Verb.SUBMITTED, Review.SUBMITTED, comment)


def send_back(page, by, version=None, comment=""):
    return reviewed(page, by, version, Verb.SENT_BACK, Review.SENT_BACK, comment)


def approve(page, by, version=None, comment=""):
    return reviewed(page, by, version, Verb.APPROVED, Review.APPROVED, comment)


def reviewed(page, by, version, verb, review, comment):
    with transaction.atomic():
        page = locked(page, version)
        keep_first(page)
        record(page, verb, by, comment=comment)
        update(page, review=review)
    return page


def publish(page, by, version=None, at=None):
    """Show what the desk works on: now, or at the time that it names itself, or `at`.

    The changes of a page that is public already wait for `due_at`, if that is to come; the page
    shows what it has shown until then. Raises IntegrityError where another page has taken its
    address meanwhile.
    """
    with transaction.atomic():
        page = locked(page, version)
        keep_first(page)
        content = current_content(page)
        due_at = at or moment(content.get("due_at"))
        if page.is_live and due_at and due_at > timezone.now() and not page.is_scheduled:
            revision = record(page, Verb.SCHEDULED, by, content | {"due_at": due_at.isoformat()})
            update(page, draft=revision, due=revision, due_at=due_at, review=Review.NONE)
            release()  # the moments that are held know nothing of this one
            return page
        if page.draft_id:
            make_it_so(page, content)
        update(page, draft=None, due=None, due_at=None, review=Review.NONE)
        page.publish(at)
        settle(page)
        verb = Verb.SCHEDULED if page.is_scheduled else Verb.PUBLISHED
        record(page, verb, by, contents.content_of(page))
        release()
    return page


def withdraw(page, by, version=None, at=None):
    """Take the page back, now or at a time to come. Draft changes of it stay."""
    with transaction.atomic():
        page = locked(page, version)
        keep_first(page)
        if at and at > timezone.now():
            page.public_until = at
            page.save(update_fields=["public_until"])
            say_in_due(page, by, Verb.WITHDRAWAL_SCHEDULED, public_until=at.isoformat())
            if page.draft_id and not contents.changed_fields(
                contents.content_of(page), page.draft.content
            ):
                update(page, draft=None)
            record(page, Verb.WITHDRAWAL_SCHEDULED, by)
        else:
            page.withdraw()
            update(page, due=None, due_at=None)
            record(page, Verb.WITHDRAWN, by)
    return page


def delete(page, by, version=None):
    """Move the page to the bin. It is public no longer, and can be taken out for 30 days."""
    with transaction.atomic():
        page = locked(page, version)
        keep_first(page)
        update(page, due=None, due_at=None)
        page.status, page.deleted_at = Status.DELETED, timezone.now()
        page.save(update_fields=["status", "deleted_at"])
        record(page, Verb.DELETED, by)
    return page


def undelete(page, by, version=None):
    """Take the page out of the bin: withdrawn where it has been public, else a draft.

    Does nothing where somebody was quicker.
    """
    with transaction.atomic():
        page = locked(page, version)
        if page.status != Status.DELETED:
            return page
        revisions = Revision.objects.of(page)
        was_public = revisions.was_public(page.deleted_at, page.published_at)
        page.status = Status.WITHDRAWN if was_public else Status.DRAFT
        page.deleted_at = page.public_until = None
        page.save(update_fields=["status", "deleted_at", "public_until"])
        record(page, Verb.UNDELETED, by)
    return page


# What the verbs above stand on -----------------------------------------------------------------


def record(page, verb, by, content=None, comment=""):
    """Write a revision, of what the desk works on unless told otherwise, and raise the version."""
    content = current_content(page) if content is None else content
    revision = Revision.objects.create(
        page=page,
        number=page.version + 1,
        content=content,
        verb=verb,
        comment=comment,
        author=by,
        author_name=by.get_username() if by else "",
    )
    update(page, version=revision.number, **translations_after(page, revision))
    return revision


def say_in_due(page, by, verb, comment="", **fields):
    """Make the changes that wait for their time say otherwise in these fields."""
    if page.due_id and contents.changed_fields(page.due.content, page.due.content | fields):
        is_draft = page.draft_id == page.due_id
        due = record(page, verb, by, page.due.content | fields, comment)
        update(page, due=due, **({"draft": due} if is_draft else {}))


def keep_first(page):
    """The page as the first change finds it, if it has no revision yet: number 0."""
    if page.version == 0 and not Revision.objects.of(page).exists():
        verb = Verb.FOUND_DRAFT if page.status == Status.DRAFT else Verb.FOUND
        Revision.objects.create(page=page, number=0, content=contents.content_of(page), verb=verb)


def make_it_so(page, content):
    """Apply content to the row for good, and lead old addresses on.

    Returns the names of the fields whose related rows are gone.
    """
    with transaction.atomic(), override(settings.LANGUAGE_CODE):
        left = path_of(page) if has_been_public(page) else ""
        gone = contents.apply(page, content | time_kept(page, content) | {"due_at": None})
        settle(page, left)
    return gone


def update(page, **fields):
    """Change where the page stands. Its row is as new to the public as it was before."""
    type(page)._base_manager.filter(pk=page.pk).update(**fields)
    for name, value in fields.items():
        setattr(page, name, value)


def moment(text):
    return datetime.fromisoformat(text) if text else None
