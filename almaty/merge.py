"""Two partners, projects or tags made one, and parted again.

Everything happens in one transaction. Each page that named the lost one names the survivor, in its
row and in the changes that wait beside it, and has a revision that says so; the lost page goes to
the bin. Older revisions stay as they are; whoever brings one back gets the survivor
(almaty/references.py).
"""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from taggit.models import Tag

from almaty import contents, editing
from almaty.merges import Merge
from almaty.models import OldAddress
from almaty.old_addresses import has_been_public, path_of, remember
from almaty.publishing import Status
from almaty.references import replaced, without_doubles
from almaty.revisions import Verb, page_models
from almaty.slugs import free_slug
from almaty.where_used import drafts_that_name, paths_in, rows_that_name

# The survivor stays where it stands, and public as it is.
ITS_OWN = {"slug", "published_at", "public_until", "due_at"}
EMPTY = (None, "", "unknown")
MISSED = object()


class NotMergeable(Exception):
    """These two cannot be merged, or parted: said in words for the desk by whoever asked."""


def merge(lost, survivor, by, taken=(), seen=None):
    """Merge `lost` into `survivor`. Returns the Merge.

    `taken` names the fields that the survivor takes over; what it says nothing of, it takes over
    anyway. `seen` gives the versions that the editor has seen, by key (of tags, which have none,
    their names): raises Conflict where one is older, NotMergeable where one is called otherwise.
    """
    if type(lost) is not type(survivor) or lost.pk == survivor.pk:
        raise NotMergeable
    with transaction.atomic():
        lost, survivor = locked_pair(lost, survivor, seen)
        note = f"{lost} → {survivor}"[:300]

        def renamed(own):
            return lambda content: replaced(content, own, lost, survivor)

        steps = [
            rewritten(page, renamed(own), by, note)
            for page, own in pages_that_name(lost, leave_out=(lost, survivor))
        ]
        done = Merge(
            content_type=ContentType.objects.get_for_model(survivor),
            survivor_id=survivor.pk,
            lost_id=lost.pk,
            lost_name=str(lost)[:300],
            by=by,
            by_name=by.get_username() if by else "",
        )
        if isinstance(survivor, Tag):
            done.lost_name, done.lost_state = lost.name, {"slug": lost.slug}
            lost.delete()
        else:
            other = contents.content_of(lost)

            def both(own):
                return joined(own, other, lost, survivor, taken)

            steps.append(rewritten(survivor, both, by, note))
            done.paths = lead_on(lost, survivor)
            done.lost_state = to_the_bin(lost, by, note)
        done.steps = steps
        done.save()
    return done


def locked_pair(lost, survivor, seen):
    if isinstance(survivor, Tag):
        tags = Tag.objects.select_for_update().filter(pk__in=[lost.pk, survivor.pk])
        rows = {tag.pk: tag for tag in tags.order_by("pk")}
        if len(rows) < 2 or any(seen and seen.get(key) != rows[key].name for key in rows):
            raise NotMergeable
        return rows[lost.pk], rows[survivor.pk]
    rows = held(lost, survivor, seen=seen or {})
    if any(row.status == Status.DELETED for row in rows.values()):
        raise NotMergeable
    return rows[lost.pk], rows[survivor.pk]


def held(*pages, seen):
    """{key: row} of pages of one kind, locked in one order: no two ever wait for each other."""
    return {
        page.pk: editing.locked(page, seen.get(page.pk))
        for page in sorted(pages, key=lambda page: page.pk)
    }


def pages_that_name(row, leave_out=()):
    """[(page, the places where its kind names such rows)], in rows and in changes that wait."""
    found = []
    for model in page_models():
        own = paths_in(model, type(row))
        if own:
            keys = set(rows_that_name(model, own, row).values_list("pk", flat=True))
            keys |= {use.page.pk for use in drafts_that_name(model, own, row)}
            pages = model._base_manager.filter(pk__in=keys).order_by("pk")
            found += [(page, own) for page in pages if page not in leave_out]
    return found


def rewritten(page, change, by, note, verb=Verb.MERGED):
    """The same change made to a page's row and to the changes that wait beside it.

    Returns what was changed, as a step of Merge.
    """
    page = editing.locked(page)
    editing.keep_first(page)
    before = contents.content_of(page)
    step = {"model": page._meta.label_lower, "pk": page.pk}
    names = contents.changed_fields(before, after := change(before))
    if names:
        contents.apply(page, {name: after[name] for name in names})
        after = contents.content_of(page)
        step["row"] = [{name: side[name] for name in names} for side in (before, after)]
    draft, due = page.draft, page.due
    if due and due != draft:
        editing.update(page, due=editing.record(page, verb, by, change(due.content), note))
    if draft is None:
        editing.record(page, verb, by, contents.content_of(page), note)
        return step
    after = change(draft.content)
    names = contents.changed_fields(draft.content, after)
    if names:
        sides = (draft.content, after)
        step["draft"] = [{name: side.get(name) for name in names} for side in sides]
    revision = editing.record(page, verb, by, after, note)
    editing.update(page, draft=revision, **({"due": revision} if due == draft else {}))
    return step


# The survivor ----------------------------------------------------------------------------------


def joined(own, other, lost, survivor, taken=()):
    """The survivor's content with what the other adds: gaps filled, lists and names of both."""
    model, told = type(survivor), dict(own)
    for name in choices(model, own, other):
        if name in taken or own.get(name) in EMPTY:
            told[name] = other[name]
    for many in contents.many_fields(model):
        told[many.name] = sorted({*own[many.name], *other[many.name]})
    for name in model.revised_parts:
        rows = [*own[name], *(row | {"id": None} for row in other[name])]
        told[name] = once(without_doubles(model, name, rows))
    told["other_names"] = [*told["other_names"], *names_to_keep(model, told, own, other)]
    for path in paths_in(model, model):  # a partner that was a part of the other
        if told.get(path.name) in (lost.pk, survivor.pk):
            told[path.name] = None
    return told


def choices(model, own, other):
    """Names of the fields of which one of the two has to be chosen, or filled from the other."""
    fields = [f.attname if f.is_relation else f.name for f in contents.own_fields(model)]
    return [
        name
        for name in fields
        if name not in ITS_OWN and other.get(name) not in EMPTY and other[name] != own.get(name)
    ]


def once(rows):
    kept = []
    for row in rows:
        if contents.without_id(row) not in [contents.without_id(other) for other in kept]:
            kept.append(row)
    return kept


def names_to_keep(model, told, own, other):
    """Every name that either had and the survivor has no longer, as another name of it."""
    kept, added = {row["name"].casefold() for row in told["other_names"]}, []
    columns = []
    for field in contents.own_fields(model):
        twin = getattr(field, "translated_field", field).name
        if twin in model.merged_names:
            columns.append((field.name, model.merged_names[twin]))
    kept |= {(told.get(name) or "").casefold() for name, _kind in columns}
    for content in (own, other):
        for name, kind in columns:
            words = content.get(name) or ""
            if words and words.casefold() not in kept:
                kept.add(words.casefold())
                added.append({"id": None, "name": words, "kind": kind, "note": ""})
    return added


# The lost one ----------------------------------------------------------------------------------


def lead_on(lost, survivor):
    """Its addresses, present and old, lead to the survivor. Returns them."""
    kind = ContentType.objects.get_for_model(lost)
    olds = OldAddress.objects.filter(content_type=kind, object_id=lost.pk)
    paths = list(olds.values_list("path", flat=True))
    olds.update(object_id=survivor.pk)
    if has_been_public(lost) and path_of(lost):
        remember(path_of(lost), survivor)
    return paths


def to_the_bin(lost, by, note):
    due_at = lost.due_at and lost.due_at.isoformat()
    state = {"status": lost.status, "due_id": lost.due_id, "due_at": due_at}
    editing.keep_first(lost)
    editing.update(lost, due=None, due_at=None)
    lost.status, lost.deleted_at = Status.DELETED, timezone.now()
    lost.save(update_fields=["status", "deleted_at"])
    editing.record(lost, Verb.MERGED, by, comment=note)
    return state


# Undone ----------------------------------------------------------------------------------------


def undo(done, by, version=None):
    """Part the two again. Returns the pages on which something was not as the merge had left it,
    so that it was left alone there. Raises Conflict, and NotMergeable where one of them is gone."""
    with transaction.atomic():
        done = Merge.objects.select_for_update().get(pk=done.pk)
        kind = done.content_type.model_class()
        survivor = kind._base_manager.filter(pk=done.survivor_id).first()
        if done.undone_at or survivor is None or not can_be_undone(done):
            raise NotMergeable
        note = f"{survivor} → {done.lost_name}"[:300]
        if kind is Tag:
            slug = tag_slug(done.lost_state["slug"])
            Tag.objects.create(pk=done.lost_id, name=done.lost_name, slug=slug)
        else:
            rows = held(survivor, kind(pk=done.lost_id), seen={survivor.pk: version})
            survivor = rows[survivor.pk]
            out_of_the_bin(done, rows[done.lost_id], by, note)
        left_alone = []
        for step in done.steps:
            model = next(m for m in page_models() if m._meta.label_lower == step["model"])
            page = model._base_manager.filter(pk=step["pk"]).first()
            if page is not None and not put_back(page, step, by, note):
                left_alone.append(page)
        Merge.objects.filter(pk=done.pk).update(undone_at=timezone.now())
    return left_alone


def can_be_undone(done):
    """A page must still be there, in the bin or out of it; of a tag, the name must be free."""
    kind = done.content_type.model_class()
    if done.lost_id == done.survivor_id:  # a tag that was renamed: rename it again
        return False
    if kind is Tag:
        return not Tag.objects.filter(name=done.lost_name).exists()
    return kind._base_manager.filter(pk=done.lost_id).exists()


def tag_slug(wanted):
    """The address that a tag had, or one like it where a tag made since has taken it."""

    def is_taken(slug):
        return Tag.objects.filter(slug=slug).exists()

    return free_slug(wanted, is_taken, "tag") if is_taken(wanted) else wanted


def out_of_the_bin(done, lost, by, note):
    state = dict(done.lost_state)
    due_at = editing.moment(state.pop("due_at"))
    if lost.status == Status.DELETED:
        editing.update(lost, deleted_at=None, due_at=due_at, **state)
        lost.save(update_fields=["status", "deleted_at"])  # so that the search and the caches know
    editing.record(lost, Verb.UNMERGED, by, comment=note)
    OldAddress.objects.filter(path=path_of(lost)).delete()
    OldAddress.objects.filter(content_type=done.content_type, path__in=done.paths).update(
        object_id=lost.pk
    )


def put_back(page, step, by, note):
    """Change a page back, in its row and its draft. Returns whether all of the step was found.

    What was the draft then may be the row now, so that each side is looked for in both.
    """
    wanted = {(side, name) for side in ("row", "draft") for name in step.get(side, [{}])[0]}
    found = set()

    def parted(content):
        told = dict(content)
        for side, name in sorted(wanted, reverse=True):  # of the row first
            old, new = (one[name] for one in step[side])
            value = parted_value(told.get(name), old, new)
            if value is not MISSED:
                told[name] = value
                found.add((side, name))
        return told

    rewritten(page, parted, by, note, Verb.UNMERGED)
    return found == wanted


def parted_value(now, old, new):
    """What a field said before the merge; MISSED where it is not as the merge had left it."""
    if same(now, new) or same(now, old):
        return old
    if isinstance(old, list) and isinstance(now, list):
        return parted_list(now, old, new)
    return MISSED


def same(one, other):
    return not contents.changed_fields({"it": one}, {"it": other})


def parted_list(now, old, new):
    """What the merge put in is taken out, what it took out is put back; the rest stays."""

    def bare(row):
        return contents.without_id(row) if isinstance(row, dict) else row

    put_in = [bare(row) for row in new if bare(row) not in map(bare, old)]
    taken_out = [row for row in old if bare(row) not in map(bare, new)]
    if not all(row in map(bare, now) for row in put_in):
        return MISSED
    kept = [row for row in now if bare(row) not in put_in]
    kept += [row for row in taken_out if bare(row) not in map(bare, kept)]
    return sorted(kept, key=lambda row: (row["id"] or 2**62) if isinstance(row, dict) else row)
