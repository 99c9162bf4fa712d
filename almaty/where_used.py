"""Where a picture, a partner, a project, a place… is used: on which pages, live or in a draft.

What can refer to what is read off the models: the relations of pages, of their parts, their tags,
and the pictures inside their texts. A relation that is added is found without another word here.
"""

from datetime import timedelta
from functools import cache
from typing import NamedTuple

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.utils import timezone
from taggit.models import Tag

from almaty import contents
from almaty.models import Image, Revision
from almaty.prose import ProseField
from almaty.revisions import Revisable, page_models
from almaty.tags import names_of

BIN_DAYS = 30
MOST = 50  # pages that are named; of more, their number is told
KEPT_WITH_REVISIONS = Image  # its file must be there for a version that is brought back
RELATION, TAG, PROSE = "relation", "tag", "prose"


class Path(NamedTuple):
    """Where in the content of one kind of page a row may be named."""

    page_model: type
    name: str  # as in the content: "project_id", "countries", "contributions", "tags", "body_en"
    inner: str  # within the rows of a part: "partner_id"
    kind: str
    condition: Q  # of the page's row, for the row that is looked for; see `of_rows`


class Use(NamedTuple):
    page: models.Model
    is_draft: bool = False  # in changes that wait, and not in the page's row
    revision: Revision | None = None  # or only in this one


def briefly(model):
    """Rows that can say their name, without the long texts that no name is made of."""
    long = [f.name for f in model._meta.concrete_fields if isinstance(f, models.TextField)]
    return model._base_manager.defer(*long)


@cache
def paths(target):
    """Every place in the contents of pages that names rows of this model."""
    return [path for model in page_models() for path in paths_from(model, target)]


def paths_in(model, target):
    return [path for path in paths(target) if path.page_model is model]


def paths_from(model, target):
    for field in [*contents.own_fields(model), *contents.many_fields(model)]:
        if field.is_relation and field.related_model is target:
            name = field.attname if field.many_to_one else field.name
            yield Path(model, name, "", RELATION, field.name)
        elif target is Image and isinstance(field, ProseField):
            yield Path(model, field.name, "", PROSE, field.name)
    if target is Tag and contents.has_tags(model):
        yield Path(model, "tags", "", TAG, "tags")
    for part in model.revised_parts:
        fixed = dict(model.part_conditions.get(part, Q()).children)
        for field in contents.part_fields(model, part):
            if field.is_relation and field.related_model is target and field.name not in fixed:
                yield Path(model, part, field.attname, RELATION, f"{part}__{field.name}")


def of_rows(path, row):
    """The condition under which a page's row names this row."""
    if path.kind == PROSE:
        return Q(**{f"{path.condition}__contains": stem_of(row)})
    condition = Q(**{path.condition: row})
    if path.inner:
        fixed = path.page_model.part_conditions.get(path.name, Q()).children
        condition &= Q(**{f"{path.name}__{name}": value for name, value in fixed})
    return condition


def stem_of(image):
    """The part of a picture's file name that is the same in all its renditions."""
    return image.file.name.rpartition("/")[2].rpartition(".")[0]


def is_named(path, content, row):
    """Whether a content names the row at this place."""
    value = content.get(path.name)
    if not value:
        return False
    if path.kind == PROSE:
        return stem_of(row) in value
    if path.kind == TAG:
        return not names_of(row).isdisjoint(value)
    if path.inner:
        return any(part.get(path.inner) == row.pk for part in value)
    return row.pk in value if isinstance(value, list) else row.pk == value


# What uses a row -------------------------------------------------------------------------------


def uses(row, most=MOST):
    """([Use], how many there are in all). Pages whose rows name it come first, then drafts."""
    found, count = [], 0
    for model in page_models():
        own = paths_in(model, type(row))
        if not own:
            continue
        pages = rows_that_name(model, own, row)
        named = list(briefly(model).filter(pk__in=pages).order_by("-pk")[: most + 1])
        count += len(named) if len(named) <= most else pages.count()
        found += [Use(page) for page in named[:most]]
        drafts = drafts_that_name(model, own, row)
        count += len(drafts)
        found += drafts
    for model, field in other_references(type(row)):
        rows = list(model._base_manager.filter(**{field: row})[: most + 1])
        count += len(rows)
        found += [Use(other) for other in rows[:most]]
    found.sort(key=lambda use: use.is_draft)
    return found[:most], count


def rows_that_name(model, own, row):
    """Keys of pages of one kind. A condition each, so that no join meets another."""
    found = Q()
    for path in own:
        found |= Q(pk__in=model._base_manager.filter(of_rows(path, row)).order_by().values("pk"))
    if isinstance(row, model):
        found &= ~Q(pk=row.pk)
    return model._base_manager.filter(found).order_by().values("pk")


def drafts_that_name(model, own, row):
    """Uses in changes that wait beside live pages, where the page's row does not name it."""
    waiting = model._base_manager.filter(Q(draft__isnull=False) | Q(due__isnull=False))
    waiting = waiting.exclude(pk__in=rows_that_name(model, own, row))
    if isinstance(row, model):
        waiting = waiting.exclude(pk=row.pk)
    keys = {}
    for page, draft, due in waiting.values_list("pk", "draft", "due"):
        keys |= {draft: page, due: page}
    keys.pop(None, None)
    revisions = revisions_that_name(Revision.objects.filter(pk__in=keys), own, row)
    pages = {keys[revision.pk] for revision in revisions}
    return [Use(page, is_draft=True) for page in briefly(model).filter(pk__in=pages)]


def revisions_that_name(revisions, own, row):
    """Those of the revisions whose content names the row. The database reads the most of them."""
    if all(path.kind != TAG for path in own):  # a tag's letters are not as JSON writes them
        likely = Q()
        for number, path in enumerate(own):
            text = Cast(KeyTextTransform(path.name, "content"), models.TextField())
            revisions = revisions.alias(**{f"said_{number}": text})
            wanted = stem_of(row) if path.kind == PROSE else str(row.pk)
            likely |= Q(**{f"said_{number}__contains": wanted})
        revisions = revisions.filter(likely)
    return [
        revision
        for revision in revisions.order_by("-pk")
        if any(is_named(path, revision.content, row) for path in own)
    ]


@cache
def other_references(target):
    """[(model, field)] of rows that are no pages and no parts, as the places of a country."""
    parts = {
        contents.part_relation(model, name).model
        for model in page_models()
        for name in model.revised_parts
    }
    return [
        (model, field.name)
        for model in apps.get_models()
        if model._meta.app_label in {"almaty", "programmes", "newsroom"}
        and not issubclass(model, Revisable)
        and model not in parts
        for field in model._meta.concrete_fields
        if field.related_model is target
        and field.remote_field.on_delete is models.PROTECT
    ]  # fmt: skip


def young_versions(row, most=MOST):
    """Uses in revisions younger than the bin's days: what somebody may still bring back."""
    since = timezone.now() - timedelta(days=BIN_DAYS)
    found = {}
    for model in page_models():
        own = paths_in(model, type(row))
        if not own:
            continue
        young = Revision.objects.of_model(model).filter(made_at__gte=since)
        for revision in revisions_that_name(young, own, row):
            found.setdefault((model, revision.object_id), revision)
    told = []
    for (model, key), revision in list(found.items())[:most]:
        page = briefly(model).filter(pk=key).first()
        if page:
            told.append(Use(page, revision=revision))
    return told
