"""The content of a page as plain data, and back: its own fields, relations, tags and parts.

A dictionary by field name: texts, numbers and times as JSON has them, a relation as the key of its
row, many as a list of keys, tags as names, and the parts (`revised_parts`) as a list of
dictionaries of their own, each with its key under "id", None for one that has no row yet.
"""

from datetime import date, datetime
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.db.models import Q
from modeltranslation.manager import get_translatable_fields_for_model
from taggit.managers import TaggableManager

from almaty.search import indexed_once
from almaty.tags import tags_named

STATE = frozenset(
    {"id", "version", "draft", "due", "review", "made_by", "translated_from", "stale"}
)
# A part that has no row yet is shown in forms under a key above all real ones, the same each time:
# rows stand in the order of their keys, and what was added last comes last.
FIRST_STAND_IN = 2**52
STAND_INS = 1000  # keys kept for the parts of one page


def own_fields(model):
    """The columns that hold content: not the untranslated twins of translated ones, nor state."""
    left_out = STATE | getattr(model, "unrevised_fields", frozenset())
    left_out |= set(get_translatable_fields_for_model(model) or ())
    return [field for field in model._meta.concrete_fields if field.name not in left_out]


def many_fields(model):
    """Relations without a model of their own; those with one are parts."""
    through_own = model._meta.many_to_many
    return [
        field
        for field in through_own
        if not isinstance(field, TaggableManager) and field.remote_field.through._meta.auto_created
    ]


def has_tags(model):
    return any(isinstance(field, TaggableManager) for field in model._meta.many_to_many)


def part_relation(model, name):
    """The foreign key by which rows of a part point at their page."""
    return model._meta.get_field(name).field


def part_fields(model, name):
    owner = part_relation(model, name)
    return [field for field in own_fields(owner.model) if field != owner]


def part_rows(page, name):
    return getattr(page, name).filter(page.part_conditions.get(name, Q())).order_by("pk")


def plain(field, value):
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Decimal):
        # As the database gives it back, so that an unchanged number is the same number.
        return str(value.quantize(Decimal(1).scaleb(-field.decimal_places)))
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return str(value)


def fields_of(row, fields):
    """As the database holds them: a form leaves numbers and times in other types behind."""
    return {
        field.attname if field.is_relation else field.name: plain(
            field, field.to_python(getattr(row, field.attname))
        )
        for field in fields
    }


def content_of(page):
    """What the page and everything that belongs to it say, as the database holds it now."""
    model = type(page)
    page = model._base_manager.get(pk=page.pk)
    content = fields_of(page, own_fields(model))
    for field in many_fields(model):
        content[field.name] = sorted(getattr(page, field.name).values_list("pk", flat=True))
    if has_tags(model):
        content["tags"] = sorted(page.tags.names())
    for name in model.revised_parts:
        fields = part_fields(model, name)
        content[name] = [{"id": row.pk} | fields_of(row, fields) for row in part_rows(page, name)]
    return content | page.further_content()


def keys_of_parts(page):
    """The rows that the parts of a page have: {name: {key, …}}."""
    return {
        name: set(part_rows(page, name).values_list("pk", flat=True)) for name in page.revised_parts
    }


def without_new_keys(content, known):
    """The content with no keys but those of rows that stay: others were made on trial."""
    return content | {
        name: [
            row | {"id": row["id"] if row["id"] in keys else None} for row in content.get(name, [])
        ]
        for name, keys in known.items()
    }


@indexed_once()
def apply(page, content, revision=None):
    """Make the rows of a page say this content. Returns what could not be brought back.

    The names of fields whose related rows are gone are returned; the fields are left empty. With a
    `revision` it is a trial, to be rolled back: parts without a row get the keys that the forms of
    this revision show them under, and the page keeps its address where another has taken the one
    it is to have.
    """
    model, gone = type(page), []
    own_address = address_of(page)
    set_fields(page, own_fields(model), content, gone)
    try:
        with transaction.atomic():
            page.save()
    except IntegrityError:
        if revision is None:
            raise
        vars(page).update(own_address)
        page.save()
    for field in many_fields(model):
        if field.name in content:
            manager = getattr(page, field.name)
            there = set(
                field.related_model._base_manager.filter(pk__in=content[field.name]).values_list(
                    "pk", flat=True
                )
            )
            if there != set(content[field.name]):
                gone.append(field.name)
            manager.set(there)
    if "tags" in content and has_tags(model):
        page.tags.set(tags_named(content["tags"]))
    number = 0
    for name in model.revised_parts:
        if name in content:
            number = apply_parts(page, name, content[name], revision, number, gone)
    page.apply_further_content(content)
    return gone


def address_of(page):
    """The fields that no two pages may have alike."""
    return {name: vars(page)[name] for name in ("period", "slug") if name in vars(page)}


def set_fields(row, fields, content, gone):
    for field in fields:
        name = field.attname if field.is_relation else field.name
        if name not in content:
            continue
        value = field.to_python(content[name])
        if field.is_relation and value is not None and not is_there(field, value):
            gone.append(field.name)
            value = None
        setattr(row, name, value)


def is_there(field, key):
    return field.related_model._base_manager.filter(pk=key).exists()


def apply_parts(page, name, rows, revision, number, gone):
    """Parts that changed are made anew under their old keys, so that two may exchange values."""
    model = type(page)
    owner, fields = part_relation(model, name), part_fields(model, name)
    there = {row.pk: row for row in part_rows(page, name)}
    same = {
        row["id"]
        for row in rows
        if row["id"] in there and fields_of(there[row["id"]], fields) == without_id(row)
    }
    part_rows(page, name).exclude(pk__in=same).delete()
    for row in rows:
        number += 1
        if row["id"] in same:
            continue
        key = row["id"]
        if key not in there:
            taken = key is not None and owner.model._base_manager.filter(pk=key).exists()
            key = None if taken else key  # no database gives a key twice: it is this row's own
        if key is None and revision is not None:
            # By the place in the content: later revisions that say the same show the same keys.
            key = FIRST_STAND_IN + page.pk * STAND_INS + number
        missing = []
        part = owner.model(pk=key, **{owner.name: page})
        set_fields(part, fields, row, missing)
        if any(not part._meta.get_field(field).null for field in missing):
            gone.append(name)  # a partner that is gone, and with it what it did here
            continue
        if missing:
            gone.append(name)
        part.save(force_insert=True)
    return number


def without_id(row):
    return {name: value for name, value in row.items() if name != "id"}


def changed_fields(before, after):
    """Names of what differs between two contents; a part's row is the same whatever its key, and
    an empty text whether or not a form has written it."""

    def filled(row):
        return {name: value for name, value in row.items() if value not in ("", None)}

    def compared(content, name):
        value = content.get(name)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return [filled(without_id(row)) for row in value]
        return None if value == "" else value

    return [name for name in after if compared(before, name) != compared(after, name)]
