"""What editors have typed and not yet saved: kept as it was typed, valid or not.

An open form has a key of its own, drawn when it was opened. What is typed into it is kept under
that key, so that two forms of one page do not write over each other; nobody but its author is ever
shown it. Once the form is saved the row stays for a while without its text, so that a copy that
arrives late, or that a browser still has, is known to be saved.
"""

import hashlib
import json
import re
import secrets
from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, models, transaction
from django.http import QueryDict
from django.utils import timezone

KEPT_FOR = timedelta(days=30)
SAVED_FOR = timedelta(days=8)  # a browser keeps its copy for a week: static/almaty/left-here.js
MOST_NEW_PAGES = 20  # of one person, never saved
MOST_OF_A_PAGE = 10  # of one person
KEY = re.compile(r"[\w-]{20,64}", re.ASCII)
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Taken(Exception):
    """The key is of another form."""


class TooMany(Exception):
    """This person has begun many new pages, or this one many times, and saved nothing."""


class KeptFormQuerySet(models.QuerySet):
    def of(self, model, object_id):
        return self.filter(
            content_type=ContentType.objects.get_for_model(model), object_id=object_id
        )

    def of_new(self, model):
        """Pages that are being made, and were never saved."""
        return self.filter(content_type=ContentType.objects.get_for_model(model), object_id__lt=1)

    def with_text(self):
        return self.exclude(fields="")

    def old(self):
        now = timezone.now()
        return self.filter(
            models.Q(kept_at__lt=now - KEPT_FOR) | models.Q(kept_at__lt=now - SAVED_FOR, fields="")
        )


class KeptForm(models.Model):
    """The fields of one form as the browser sent them; offered to the editor, never just applied.

    `fields` is empty once the form has been saved.
    """

    key = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.BigIntegerField(default=0)  # below 1: a page that is being made
    version = models.PositiveIntegerField(default=0)  # of the page, when the form was opened
    fields = models.TextField()  # JSON, ASCII: also what no database would take as text
    # When it was typed, by the browser's clock, in milliseconds: of one form the latest counts,
    # in whatever order they arrive.
    typed_at = models.BigIntegerField(default=0)
    kept_at = models.DateTimeField(auto_now=True)

    objects = KeptFormQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [
            # What is offered when a form is opened.
            models.Index(fields=["user", "content_type", "object_id"], name="kept_form_of_editor")
        ]

    def __str__(self):
        return self.key

    def data(self):
        """The fields as a form takes them; half a character is shown as what it is, a fault."""
        data = QueryDict(mutable=True)
        for name, value in json.loads(self.fields or "[]"):
            data.appendlist(name, LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value))
        return data


def new_key():
    return secrets.token_urlsafe(24)


def object_id_of(page, key):
    """What a form's row is kept under: two forms for new pages do not get into each other's way."""
    if page is not None and page.pk:
        return page.pk
    return -int.from_bytes(hashlib.sha256(key.encode()).digest()[:7], "big") - 1


def as_text(fields):
    return json.dumps(fields)


def is_key(text):
    return isinstance(text, str) and KEY.fullmatch(text) is not None


def keep(user, model, object_id, key, version, fields, typed_at=0):
    """Keep (name, value) pairs. Returns the row, or None where this form has been saved already.

    What was typed before that which is kept changes nothing; None as `typed_at` is later than all.
    Raises Taken, TooMany.
    """
    theirs = KeptForm.objects.filter(user=user)
    try:
        with transaction.atomic():
            KeptForm.objects.old().delete()
            row = theirs.of(model, object_id).select_for_update().filter(key=key).first()
            if row is None:
                is_new, beside = object_id < 1, theirs.with_text()
                beside = beside.of_new(model) if is_new else beside.of(model, object_id)
                if beside.count() >= (MOST_NEW_PAGES if is_new else MOST_OF_A_PAGE):
                    raise TooMany
                row = KeptForm(
                    key=key,
                    user=user,
                    content_type=ContentType.objects.get_for_model(model),
                    object_id=object_id,
                )
            elif not row.fields:
                return None
            if typed_at is not None and typed_at < row.typed_at:
                return row
            row.typed_at = row.typed_at + 1 if typed_at is None else typed_at
            row.version, row.fields = version, as_text(fields)
            row.save()
    except IntegrityError:  # of somebody else; or two at the same moment
        raise Taken from None
    return row


def is_saved(user, key):
    return KeptForm.objects.filter(user=user, key=key, fields="").exists()


def typed_at(user, key):
    """When that was typed which is kept under this key: what is typed now is later."""
    return KeptForm.objects.filter(user=user, key=key).values_list("typed_at", flat=True).first()


def saved(user, model, object_id, key):
    """The form has been saved: its text is kept no longer, and will not be again.

    What this person typed into other forms of the page, in another tab, stays.
    """
    kind = ContentType.objects.get_for_model(model)
    form = {"user": user, "content_type": kind, "object_id": object_id}
    if not KeptForm.objects.filter(key=key).exclude(**form).exists():
        # Also where what was typed arrives at this very moment.
        KeptForm.objects.update_or_create(key=key, **form, defaults={"fields": ""})
