"""What one content of a page says otherwise than another: field by field, in words.

The contents are those of almaty/contents.py. Everything told here is plain text, whatever an editor
typed; templates/admin/_differences.html escapes it.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import formats
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from almaty import contents
from almaty.office_time import office_time
from almaty.prose import ProseField
from almaty.text_differences import (
    ADDED,
    REMOVED,
    Piece,
    compared,
    lines_of,
    paragraphs_of,
)
from almaty.where_used import briefly

LANGUAGES = dict(settings.LANGUAGES)


@dataclass
class Change:
    """One field that differs. Only what fits its kind is filled."""

    name: str
    label: str
    language: str = ""  # of a translated field: "ru"
    paragraphs: list = field(default_factory=list)  # of text: lists of pieces; None: the same
    removed: list = field(default_factory=list)  # of lists: names, or rows in words
    added: list = field(default_factory=list)
    rows: list = field(default_factory=list)  # [(row in words, [Change])]
    note: str = ""

    @property
    def language_name(self):
        return LANGUAGES.get(self.language, "")


class Names:
    """What related rows are called: read for many contents at once, one query for each model."""

    def __init__(self, model, *of_contents):
        keys = {}
        for content in of_contents:
            for related, key in related_keys(model, content):
                keys.setdefault(related, set()).add(key)
        self.known = {
            related: {
                row.pk: str(row) for row in briefly(related).filter(pk__in=list(wanted)).order_by()
            }
            for related, wanted in keys.items()
        }

    def of(self, model, key):
        return self.known.get(model, {}).get(key) or _("no longer there (no. %s)") % key


def related_keys(model, content):
    """(model, key) of each row that a content names."""
    for related in contents.own_fields(model):
        if related.is_relation and content.get(related.attname) is not None:
            yield related.related_model, content[related.attname]
    for many in contents.many_fields(model):
        for key in content.get(many.name, []):
            yield many.related_model, key
    for name in model.revised_parts:
        part = contents.part_relation(model, name).model
        for row in content.get(name, []):
            for related in contents.part_fields(model, name):
                if related.is_relation and row.get(related.attname) is not None:
                    yield part._meta.get_field(related.name).related_model, row[related.attname]
    for name, (_label, relation) in model.further_fields.items():
        for key, _position in content.get(name, []):
            yield model._meta.get_field(relation).related_model, key


def differences(before, after, model, names=None):
    """[Change] from one content to another, in the order in which the model has its fields.

    What only one of the two contents knows (a field added since) is left out.
    """
    both = {name for name in after if name in before}
    changed = {name for name in contents.changed_fields(before, after) if name in both}
    names = names or Names(model, before, after)
    told = changes_of_fields(contents.own_fields(model), before, after, names, changed)
    for many in contents.many_fields(model):
        if many.name in changed:
            told.append(
                change_of_list(
                    many.name, many.verbose_name, before[many.name], after[many.name],
                    lambda key, many=many: names.of(many.related_model, key),
                )
            )  # fmt: skip
    if "tags" in changed:
        label = model._meta.get_field("tags").verbose_name
        told.append(change_of_list("tags", label, before["tags"], after["tags"], str))
    for name in model.revised_parts:
        if name in changed:
            told.append(change_of_parts(model, name, before[name], after[name], names))
    for name, (label, relation) in model.further_fields.items():
        if name in changed:
            related = model._meta.get_field(relation).related_model
            told.append(change_of_order(name, label, related, before[name], after[name], names))
    return told


def changes_of_fields(fields, before, after, names, changed):
    told = []
    for own in fields:
        name = own.attname if own.is_relation else own.name
        if name in changed and (before[name] or after[name] or is_told_when_empty(own)):
            change = Change(name, label_of(own), getattr(own, "language", None) or "")
            tell(change, own, before[name], after[name], names)
            told.append(change)
    return told


def is_told_when_empty(own):
    """0 and “no” say something; that a text is empty instead of unset says nothing."""
    return not isinstance(own, (models.CharField, models.TextField))


def label_of(own):
    """Without the language that translated fields carry in their label: it is told beside it."""
    return capfirst(str(getattr(own, "translated_field", own).verbose_name))


def label_in_row(own):
    label = str(getattr(own, "translated_field", own).verbose_name)
    language = getattr(own, "language", None) or settings.LANGUAGE_CODE
    return label if language == settings.LANGUAGE_CODE else f"{label} ({LANGUAGES[language]})"


def tell(change, own, old, new, names):
    if isinstance(own, ProseField):
        change.paragraphs = compared(paragraphs_of(old or ""), paragraphs_of(new or ""))
        if all(paragraph is None for paragraph in change.paragraphs):
            change.note = _("The words are the same: bold, italic or the order of tags changed.")
    elif is_text(own):
        change.paragraphs = compared(lines_of(old or ""), lines_of(new or ""))
    else:
        pieces = [
            Piece(REMOVED, in_words(own, old, names)),
            Piece(ADDED, in_words(own, new, names)),
        ]
        change.paragraphs = [[piece for piece in pieces if piece.text]]


def is_text(own):
    if own.flatchoices or isinstance(own, (models.SlugField, models.URLField)):
        return False
    return isinstance(own, (models.CharField, models.TextField))


def in_words(own, value, names):
    """A value as a form would show it; empty where there is none."""
    if value is None or value == "":
        return ""
    if own.is_relation:
        return names.of(own.related_model, value)
    if isinstance(own, ProseField):
        return " ".join(paragraphs_of(value))
    if own.flatchoices:
        return str(dict(own.flatchoices).get(value, value))
    if isinstance(own, models.BooleanField):
        return _("yes") if value else _("no")
    if isinstance(own, models.DateTimeField):
        return office_time(parse_datetime(value))
    if isinstance(own, models.DateField):
        return formats.date_format(parse_date(value), "DATE_FORMAT")
    if isinstance(own, models.DecimalField):
        return formats.number_format(Decimal(value).normalize(), use_l10n=True)
    return str(value)


def change_of_list(name, label, old, new, called):
    return Change(
        name,
        capfirst(str(label)),
        removed=sorted(called(key) for key in old if key not in new),
        added=sorted(called(key) for key in new if key not in old),
    )


# Parts -----------------------------------------------------------------------------------------


def change_of_parts(model, name, old, new, names):
    fields = contents.part_fields(model, name)
    part = contents.part_relation(model, name).model
    change = Change(name, capfirst(str(part._meta.verbose_name_plural)))
    pairs, gone, come = matched(old, new, fields)
    change.removed = [row_in_words(row, fields, names) for row in gone]
    change.added = [row_in_words(row, fields, names) for row in come]
    for before, after in pairs:
        differing = {key for key in after if key != "id" and before.get(key) != after[key]}
        if differing:
            told = changes_of_fields(fields, before, after, names, differing & before.keys())
            change.rows.append((row_in_words(before, fields, names), told))
    if not (change.removed or change.added or change.rows):
        change.note = _("The same, in another order.")
    return change


def matched(old, new, fields):
    """Rows that are one and the same on both sides, and those that are on one side only.

    The same are rows that say the same; then those with the same key; then those that begin with
    the same, as the partner whose role was changed in a draft, where rows have no keys yet.
    """
    main = fields[0].attname if fields[0].is_relation else fields[0].name
    pairs, old, new = [], list(old), list(new)
    for same in (
        lambda a, b: contents.without_id(a) == contents.without_id(b),
        lambda a, b: a["id"] is not None and a["id"] == b["id"],
        lambda a, b: a.get(main) == b.get(main),
    ):
        for row in list(old):
            twin = next((other for other in new if same(row, other)), None)
            if twin is not None:
                pairs.append((row, twin))
                old.remove(row)
                new.remove(twin)
    return pairs, old, new


def row_in_words(row, fields, names):
    """As in: Partner: Ministry of Lakes; role: funder."""
    told = []
    for own in fields:
        name = own.attname if own.is_relation else own.name
        value = row.get(name)
        if value is False or name not in row:
            continue
        if words := in_words(own, value, names):
            told.append(_("%(label)s: %(value)s") % {"label": label_in_row(own), "value": words})
    return capfirst("; ".join(told))


def change_of_order(name, label, related, old, new, names):
    """Rows with their places: who came, who went, and who stands elsewhere now."""
    before, after = dict(map(tuple, old)), dict(map(tuple, new))
    change = change_of_list(
        name, label, list(before), list(after), lambda key: names.of(related, key)
    )
    for key, place in sorted(after.items(), key=lambda row: row[1]):
        if key in before and before[key] != place:
            moved = Change("position", _("Place"))
            moved.paragraphs = [[Piece(REMOVED, str(before[key])), Piece(ADDED, str(place))]]
            change.rows.append((names.of(related, key), [moved]))
    return change


def label_of_field(model, name):
    """What a field that `contents.apply` could not fill is called."""
    if name in model.revised_parts:
        return capfirst(str(contents.part_relation(model, name).model._meta.verbose_name_plural))
    try:
        return label_of(model._meta.get_field(name))
    except FieldDoesNotExist:
        return name
