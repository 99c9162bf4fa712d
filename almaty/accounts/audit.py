"""What is written down of accounts, in the log that Django keeps of every change at the desk; and
what nobody does there: a fact-check link is opened, the bin deletes a page for good.

One log for all: who, when, what. It is only ever added to; at the desk it can be read
(almaty/accounts/log_admin.py). No password, code or token is in it. A wrong password for a name
that nobody has is not: there is no person to write it down for (django-axes counts it).
"""

from datetime import timedelta

from allauth.mfa import signals as second_factor
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth import signals as auth
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import IntegerChoices
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from almaty.accounts import sessions
from almaty.throttle import client_address


class Event(IntegerChoices):
    """What `LogEntry.action_flag` says. Django's own are 1 to 3; a number never changes."""

    ADDED = ADDITION, _("added")
    CHANGED = CHANGE, _("changed")
    DELETED = DELETION, _("deleted")
    SIGNED_IN = 11, _("signed in")
    SIGNED_OUT = 12, _("signed out")
    WRONG_PASSWORD = 13, _("wrong password")
    WRONG_CODE = 14, _("wrong code")
    RECOVERY_CODE_USED = 15, _("signed in with a recovery code")
    PASSWORD_CHANGED = 21, _("password changed")
    SECOND_FACTOR_ON = 22, _("second factor turned on")
    SECOND_FACTOR_OFF = 23, _("second factor turned off")
    NEW_RECOVERY_CODES = 24, _("new recovery codes")
    ROLE_CHANGED = 31, _("role changed")
    UNLOCKED = 32, _("unlocked")
    SIGNED_OUT_EVERYWHERE = 33, _("signed out everywhere")
    DEACTIVATED = 34, _("deactivated")
    ACTIVATED = 35, _("activated")
    LINK_OPENED = 41, _("fact-check link opened")
    DELETED_FOR_GOOD = 51, _("deleted for good")


def record(event, what, by=None, message=""):
    """Something happened to `what`. Of a person's account: done by somebody, or by its owner."""
    return LogEntry.objects.create(
        user=by or what,
        content_type=ContentType.objects.get_for_model(what),
        object_id=str(what.pk),
        object_repr=str(what)[:200],
        action_flag=event,
        change_message=message,
    )


def record_opening(check):
    """A fact-check link was opened: written down once an hour, and not who it was.

    A line of the log is always somebody's: this one stands under whoever made the link. Where that
    account is gone its lines went with it, and there are no new ones.
    """
    if check.made_by_id is None:
        return
    lines = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(check),
        object_id=str(check.pk),
        action_flag=Event.LINK_OPENED,
        action_time__gt=timezone.now() - timedelta(hours=1),
    )
    if lines.exists():
        return
    with transaction.atomic(), override(settings.LANGUAGE_CODE):
        type(check).objects.select_for_update().get(pk=check.pk)  # of two at once one waits
        if not lines.all().exists():
            words = f"version {check.revision.number} of “{check.page}”"
            record(Event.LINK_OPENED, check, by=check.made_by, message=words)


def record_from(request, event, person):
    return record(event, person, message=client_address(request) if request else "")


@receiver(auth.user_logged_in)
def signed_in(sender, request, user, **kwargs):
    record_from(request, Event.SIGNED_IN, user)


@receiver(auth.user_logged_out)
def signed_out(sender, request, user, **kwargs):
    if user:
        record_from(request, Event.SIGNED_OUT, user)


@receiver(auth.user_login_failed)
def wrong_password(sender, credentials, request=None, **kwargs):
    """Not what a lock refused unseen: that would let a guesser fill the log."""
    if getattr(request, "axes_locked_out", False) and not request.axes_failures_since_start:
        return
    person = get_user_model().objects.filter(username=credentials.get("username")).first()
    if person:
        record_from(request, Event.WRONG_PASSWORD, person)


@receiver(second_factor.authentication_failed)
def wrong_code(sender, request, user, **kwargs):
    record_from(request, Event.WRONG_CODE, user)


@receiver(second_factor.authenticator_used)
def used(sender, request, user, authenticator, **kwargs):
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        record_from(request, Event.RECOVERY_CODE_USED, user)


@receiver(second_factor.authenticator_added)
def turned_on(sender, request, user, authenticator, **kwargs):
    """Whoever signed in without it, elsewhere, has to sign in again."""
    if authenticator.type == Authenticator.Type.TOTP:
        record_from(request, Event.SECOND_FACTOR_ON, user)
        sessions.end_sessions(user, but=request.session.session_key)


@receiver(second_factor.authenticator_removed)
def turned_off(sender, request, user, authenticator, **kwargs):
    if authenticator.type == Authenticator.Type.TOTP:
        record_from(request, Event.SECOND_FACTOR_OFF, user)


@receiver(second_factor.authenticator_reset)
def new_recovery_codes(sender, request, user, **kwargs):
    record_from(request, Event.NEW_RECOVERY_CODES, user)
