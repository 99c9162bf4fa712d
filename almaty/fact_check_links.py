"""Fact-check links: how one is made, and what a token from an address opens.

A token is a secret with a signature of this site. The table holds a digest of the secret only, so
that nobody who reads the table, or a backup of it, can open a draft.
"""

import secrets
from datetime import timedelta
from hashlib import sha256

from django.contrib.contenttypes.models import ContentType
from django.core.signing import BadSignature, Signer
from django.db.models import Q
from django.utils import timezone

from almaty.fact_checks import FactCheck, FactCheckComment
from almaty.publishing import Status
from almaty.revisions import page_models
from almaty.rights import edited_by

DAYS, MOST_DAYS = 14, 90
MOST_COMMENTS = 200  # of one link


def signer():
    return Signer(salt="almaty.fact-check")


def digest(secret):
    return sha256(secret.encode()).hexdigest()


def make_link(revision, by, reader, language, days=DAYS, may_comment=True):
    """Returns the row and the token, which is told here and never again."""
    secret = secrets.token_urlsafe(24)
    check = FactCheck.objects.create(
        revision=revision,
        content_type_id=revision.content_type_id,
        object_id=revision.object_id,
        secret=digest(secret),
        reader=reader,
        language=language,
        may_comment=may_comment,
        made_by=by,
        expires_at=timezone.now() + timedelta(days=days),
    )
    return check, signer().sign(secret)


def opened_by(token, at=None):
    """The link that a token opens; None for each that opens nothing, whatever the reason."""
    try:
        secret = signer().unsign(token)
    except BadSignature:
        return None
    check = FactCheck.objects.select_related("revision").filter(secret=digest(secret)).first()
    if check is None or not check.is_open(at) or not is_of_its_page(check):
        return None
    return check


def is_of_its_page(check):
    """Whether the page is there, not in the bin, and the one that the revision is of."""
    revision = check.revision
    if (revision.content_type_id, revision.object_id) != (check.content_type_id, check.object_id):
        return False
    return check.page is not None and getattr(check.page, "status", None) != Status.DELETED


def links_of(page):
    kind = ContentType.objects.get_for_model(page)
    return FactCheck.objects.filter(content_type=kind, object_id=page.pk)


def open_comments(user):
    """What readers said and nobody has dealt with, on pages that this person may change."""
    pages = Q(pk__in=[])
    for model in page_models():
        rows = model.objects.kept().filter(edited_by(user, model)).order_by()
        pages |= Q(
            fact_check__content_type=ContentType.objects.get_for_model(model),
            fact_check__object_id__in=rows.values("pk"),
        )
    found = FactCheckComment.objects.filter(pages, done_at=None)
    return found.select_related("fact_check").order_by("pk")
