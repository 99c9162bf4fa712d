"""Who guesses is locked out; the owner of the account is not.

Tries are counted by django-axes, in the database, so that every process knows them. Its own rule
is the first: five wrong tries for one name from one address, within 15 minutes, lock that name for
that address for 15 minutes. It cannot see a guesser with many addresses or many names; the further
rules can. Wrong passwords and wrong codes count alike.
"""

from datetime import timedelta
from typing import NamedTuple

from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from csp.constants import SELF
from django.conf import settings
from django.contrib import admin
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from almaty.throttle import client_key

CODE_PATH = "/code/"  # how the addresses end at which a code is asked for: almaty/accounts/urls.py
FRAMED_BY_THE_DESK = {"frame-ancestors": [SELF]}
KNOWN_DAYS = 90  # so long an address is remembered from which somebody signed in


class Rule(NamedTuple):
    """So many wrong tries within this time are enough; `spares_known` lets known addresses pass."""

    tries: int
    within: timedelta
    counted: tuple
    spares_known: bool = False
    codes_only: bool = False


RULES = [
    # A name guessed from many addresses. Where its owner signed in before, he still does.
    Rule(50, timedelta(hours=1), ("username",), spares_known=True),
    # Codes guessed by somebody who has the password already.
    Rule(10, timedelta(hours=1), ("username",), codes_only=True),
    # Many names tried from one address.
    Rule(50, timedelta(minutes=15), ("ip_address",)),
]


class DeskLocks(AxesDatabaseHandler):
    def is_locked(self, request, credentials=None):
        return locked_until(request, get_client_username(request, credentials)) is not None

    def user_login_failed(self, sender, credentials, request=None, **kwargs):
        """Drops what no rule looks at any more, so that guessing does not fill the disk."""
        super().user_login_failed(sender, credentials, request, **kwargs)
        self.reset_failure_logs(age_days=1)

    def user_logged_in(self, sender, request, user, **kwargs):
        super().user_logged_in(sender, request, user, **kwargs)
        theirs = {"username": user.get_username(), "ip_address": request.axes_ip_address}
        AccessFailureLog.objects.filter(**theirs).delete()
        self.reset_logs(age_days=KNOWN_DAYS)


def address_of(request):
    """The client as axes counts it: an address, or in IPv6 the network of one subscriber."""
    return client_key(request).partition("/")[0] or None


def locked_until(request, username):
    """When this name may be tried again from this address; None where it may be tried now."""
    tried = {"username": username, "ip_address": request.axes_ip_address}
    ends = [first_rule_ends(tried), *(rule_ends(rule, request, tried) for rule in RULES)]
    return max((end for end in ends if end), default=None)


def first_rule_ends(tried):
    attempts = AccessAttempt.objects.filter(
        **tried, attempt_time__gt=timezone.now() - settings.AXES_COOLOFF_TIME
    ).values_list("failures_since_start", "attempt_time")
    if sum(failures for failures, _time in attempts) < settings.AXES_FAILURE_LIMIT:
        return None
    return max(time for _failures, time in attempts) + settings.AXES_COOLOFF_TIME


def rule_ends(rule, request, tried):
    if rule.codes_only and not request.path_info.endswith(CODE_PATH):
        return None
    failures = AccessFailureLog.objects.filter(
        **{name: tried[name] for name in rule.counted},
        attempt_time__gt=timezone.now() - rule.within,
    )
    if rule.codes_only:
        failures = failures.filter(path_info__endswith=CODE_PATH)
    times = failures.order_by("-attempt_time").values_list("attempt_time", flat=True)
    enough = times[rule.tries - 1 : rule.tries].first()
    if enough is None or (rule.spares_known and AccessLog.objects.filter(**tried).exists()):
        return None
    return enough + rule.within


def is_allowed(request, user):
    """Whether this person may try a secret from here; otherwise the answer will be the lock's."""
    if AxesProxyHandler.is_allowed(request, {"username": user.get_username()}):
        return True
    request.axes_locked_out = True
    request.axes_credentials = {"username": user.get_username()}
    return False


def count_wrong(request, user):
    AxesProxyHandler.user_login_failed(None, {"username": user.get_username()}, request)


def unlock(user):
    """Forgets every wrong try for this name; whether there was one."""
    theirs = {"username": user.get_username()}
    removed = [
        model.objects.filter(**theirs).delete()[0] for model in (AccessAttempt, AccessFailureLog)
    ]
    return any(removed)


def locked_out(request, response=None, credentials=None):
    """The answer of a lock, whatever was asked: when to try again, in words and for a client."""
    username = get_client_username(request, credentials)
    until = locked_until(request, username) or timezone.now()
    left = max(1, round((until - timezone.now()).total_seconds()))
    words = {"title": _("Locked for a while"), "until": until, "minutes": -(-left // 60)}
    context = admin.site.each_context(request) | words
    answer = render(request, "account/locked.html", context, status=429)
    answer.headers["X-Frame-Options"] = "SAMEORIGIN"  # as the form: see views.py
    answer._csp_replace = FRAMED_BY_THE_DESK
    answer.headers["Retry-After"] = str(left)
    answer.headers["Cache-Control"] = "no-store"
    return answer
