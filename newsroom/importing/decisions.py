"""What an editor decides about the suggestions of a story: accept, change, reject, take back.

Accepting writes into the story through almaty/editing.py, so it lands as a revision, beside the row
of a live page. Whatever is decided already stays as it is, however often it is sent.
"""

import copy
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from almaty import contents, editing
from almaty.publishing import Status
from newsroom.importing import amendments, values
from newsroom.importing.columns import Impossible
from newsroom.importing.known import KnownNames
from newsroom.importing.suggestions import forget, remember
from newsroom.importing.values import Kind
from newsroom.models import ImportedStory, Suggestion

State = Suggestion.State


class Gone(Exception):
    """The story that was made of it is in the bin, or was deleted."""


@dataclass
class Outcome:
    page: object
    taken: list = field(default_factory=list)
    left: list = field(default_factory=list)  # [(suggestion, sentence)]


def page_of(story, version=None):
    """The story's page, held until the transaction ends. Raises Conflict, or Gone."""
    if story.news_item_id is None:
        raise Gone
    page = editing.locked(story.news_item, version)
    if page.status == Status.DELETED:
        raise Gone
    return page


def one_at_a_time(story):
    """The story's row, held until the transaction ends: no decision meets another of it.

    Where its page is held too, the page comes first.
    """
    return ImportedStory.objects.select_for_update().get(pk=story.pk)


def accept(story, suggestions, by, version=None, changed=None):
    """Make these suggestions part of the story, in one revision. Those decided before are left.

    `changed` is {key of a suggestion: the value an editor gave instead}. Raises Conflict where the
    page is not of the version the editor has seen, Gone.
    """
    changed = changed or {}
    with transaction.atomic():
        page = page_of(story, version)
        one_at_a_time(story)
        content = copy.deepcopy(editing.current_content(page))
        outcome, became = Outcome(page), {}
        for suggestion in story.suggestions.open().filter(pk__in=[s.pk for s in suggestions]):
            value = changed.get(suggestion.pk, suggestion.value)
            language = story.written_in
            if suggestion.kind == Kind.DATE:
                value = {"inferred": suggestion.inferred} | value
            try:
                became[suggestion.pk] = values.put(suggestion.kind, value, content, language, by)
            except Impossible as impossible:
                outcome.left.append((suggestion, impossible.sentence))
            else:
                outcome.taken.append(suggestion)
        outcome.page, _is_new = editing.save(page, content, by, comment=comment_on(outcome.taken))
        for suggestion in outcome.taken:
            value = changed.get(suggestion.pk)
            is_changed = value is not None and value != suggestion.value
            told = with_key(became[suggestion.pk], outcome.page)
            decide(suggestion, State.CHANGED if is_changed else State.ACCEPTED, by, told)
    return outcome


def comment_on(suggestions):
    """What the revision says of itself."""
    if not suggestions:
        return ""
    words = ngettext(
        "%(count)s suggestion of the import accepted",
        "%(count)s suggestions of the import accepted",
        len(suggestions),
    )
    return words % {"count": len(suggestions)}


def with_key(became, page):
    """The key of the row that a part has got, so that it is known again when it is edited."""
    if "part" not in became or became["key"] is not None:
        return became
    rows = editing.current_content(page)[became["part"]]
    row = next((r for r in rows if contents.without_id(r) == became["row"]), {})
    return became | {"key": row.get("id")}


def decide(suggestion, state, by, became=None):
    """Written without a signal: what the public reads has not changed by it."""
    Suggestion.objects.filter(pk=suggestion.pk).update(
        state=state,
        became=became or {},
        decided_by=by,
        decided_by_name=by.get_username() if by else "",
        decided_at=timezone.now(),
    )


def acceptable(story):
    """The open suggestions of a story that can be accepted without a further question.

    Returns (those, [(suggestion, sentence)] of the others): an organisation or a place that is not
    in the register waits for an editor's eye where the register has one with a similar name.
    """
    register, ready, asked = KnownNames(), [], []
    for suggestion in story.suggestions.open():
        sentence = question(suggestion, register)
        if sentence:
            asked.append((suggestion, sentence))
        else:
            ready.append(suggestion)
    return ready, asked


def question(suggestion, register):
    """What has to be asked about a suggestion first, in words; "" where nothing has."""
    value = suggestion.value
    if suggestion.kind == Kind.PROJECT and not value["slug"]:
        return _("The register has no project “%(name)s”.") % value
    if suggestion.kind == Kind.PARTNER and not value["slug"]:
        names = register.partners
    elif suggestion.kind == Kind.PLACE and values.place_of(value) is None:
        names = register.places
    else:
        return ""
    similar = names.like(value["name"])
    if similar:
        words = _("“%(name)s” may be “%(other)s” of the register: choose one, or make a new one.")
        return words % {"name": value["name"], "other": similar[0]}
    return ""


def reject(story, suggestions, by):
    """They are not accepted, and their words are not taken for the same again. Returns how many."""
    with transaction.atomic():
        one_at_a_time(story)
        rows = list(story.suggestions.open().filter(pk__in=[s.pk for s in suggestions]))
        for suggestion in rows:
            remember(suggestion, by)
            decide(suggestion, State.REJECTED, by)
    return len(rows)


def take_back(suggestion):
    """A rejection undone: the suggestion is open again, and its words are forgotten."""
    with transaction.atomic():
        one_at_a_time(suggestion.story)
        kept_apart = Suggestion.objects.filter(state__in=[State.REJECTED, State.WITHHELD])
        row = kept_apart.filter(pk=suggestion.pk)
        if row.update(state=State.OPEN, decided_at=None, decided_by=None, decided_by_name=""):
            forget(suggestion)


# An amended document ---------------------------------------------------------------------------


def take_amendment(story, by, version=None):
    """What the amended document changes becomes a draft of the story. Raises Conflict, Gone.

    The lost links that it repairs are done with it, unless a passage was left as it is.
    """
    with transaction.atomic():
        page = page_of(story, version)
        state = one_at_a_time(story).state
        if state not in (ImportedStory.State.AMENDED, ImportedStory.State.LEFT):
            return page
        made = amendments.offer(story, editing.current_content(page))
        comment = _("Changes of the amended document “%(name)s”") % {"name": story.document.name}
        page, _is_new = editing.save(page, made.content, by, comment=comment)
        ImportedStory.objects.filter(pk=story.pk).update(state=ImportedStory.State.TAKEN)
        if not made.left:
            story.repaired_links.filter(done_at=None).update(done_at=timezone.now(), done_by=by)
    return page


def leave_amendment(story):
    ImportedStory.objects.filter(pk=story.pk, state=ImportedStory.State.AMENDED).update(
        state=ImportedStory.State.LEFT
    )
