"""One row put in the place of another in the content of a page."""

from taggit.models import Tag

from almaty import contents
from almaty.merges import Merge
from almaty.tags import MOST_MERGES, names_of
from almaty.where_used import TAG, is_named, paths_in


def replaced(content, own, old, new):
    """The content with `new` wherever it named `old`; what has become double is one."""
    content = dict(content)
    for path in own:
        if is_named(path, content, old):
            content[path.name] = replaced_at(path, content[path.name], old, new)
    return content


def replaced_at(path, value, old, new):
    if path.kind == TAG:
        return sorted({new.name if name in names_of(old) else name for name in value})
    if path.inner:
        rows = [
            row | {path.inner: new.pk} if row.get(path.inner) == old.pk else row for row in value
        ]
        return without_doubles(path.page_model, path.name, rows)
    if isinstance(value, list):
        return sorted({new.pk if key == old.pk else key for key in value})
    return new.pk


def without_doubles(model, name, rows):
    """Rows of a part of which the database allows one only; the first keeps what it says, and
    takes over what it says nothing of."""
    part = contents.part_relation(model, name)
    fields = {field.name: field for field in contents.part_fields(model, name)}
    keys = [
        [
            fields[field].attname if fields[field].is_relation else field
            for field in constraint.fields
            if field != part.name
        ]
        for constraint in part.model._meta.total_unique_constraints
    ]
    kept = []
    for row in rows:
        twin = next(
            (other for other in kept for key in keys if all(other[k] == row[k] for k in key)), None
        )
        if twin is None:
            kept.append(dict(row))
        else:
            twin |= {k: v for k, v in row.items() if k != "id" and twin.get(k) in (None, "")}
    return kept


def followed(model, content):
    """An older content, with what was merged since under the names that it has now."""
    merges = list(Merge.objects.holding().defer("steps").order_by("pk"))
    for _round in range(MOST_MERGES):
        before = content
        for merge in merges:
            content = followed_once(model, content, merge)
        if content == before:
            break
    return content


def followed_once(model, content, merge):
    kind = merge.content_type.model_class()
    own, lost = paths_in(model, kind), kind(pk=merge.lost_id)
    if kind is Tag:
        lost.name, lost.known_names = merge.lost_name, {merge.lost_name}
    if not any(is_named(path, content, lost) for path in own):
        return content
    if kind is Tag and Tag.objects.filter(name=lost.name).exists():
        return content  # somebody has made it again
    survivor = merge.survivor
    return replaced(content, own, lost, survivor) if survivor else content
