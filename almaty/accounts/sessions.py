"""How long somebody stays signed in, and how everybody is signed out.

ASVS 7.3: eight hours without a request, fourteen days in any case. Both are written into the
session's own time of expiry, so that the database alone decides whether a session is good.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.models import Session
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone

from almaty.desk_json import asks_for_json

IDLE = timedelta(hours=8)
LONGEST = timedelta(days=14)
PRECISION = timedelta(minutes=5)  # not a write for every request

SIGNED_IN_AT, SEEN_AT = "signed_in_at", "seen_at"


class SessionLimitsMiddleware:
    """Moves the end of a session on while somebody works at the desk.

    A view that a page calls by itself, and not a person, says so (`request.is_background = True`):
    a desk left open overnight ends like any other.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_of_a_script(request):
            # Its page may have signed in again meanwhile: the answer, which knows of no session,
            # would take the new one's cookie away.
            request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
        at_the_desk = request.path_info.startswith(reverse("admin:index"))
        if at_the_desk and not getattr(request, "is_background", False):
            keep_open(request.session)
        return response


def is_of_a_script(request):
    return asks_for_json(request) or request.headers.get("Sec-Fetch-Dest") == "empty"


def keep_open(session):
    if SESSION_KEY not in session:
        return
    now = timezone.now()
    if moment(session, SEEN_AT, now - IDLE) > now - PRECISION:
        return
    session.setdefault(SIGNED_IN_AT, now.isoformat())
    session[SEEN_AT] = now.isoformat()
    session.set_expiry(min(now + IDLE, moment(session, SIGNED_IN_AT, now) + LONGEST))


def moment(session, name, otherwise):
    return datetime.fromisoformat(session[name]) if name in session else otherwise


@receiver(user_logged_in)
def begin(sender, request, user, **kwargs):
    request.session[SIGNED_IN_AT] = timezone.now().isoformat()


def signed_in_within(session, seconds):
    now = timezone.now()
    return moment(session, SIGNED_IN_AT, now - LONGEST) > now - timedelta(seconds=seconds)


def end_sessions(user, but=None):
    """Signs a person out everywhere, except in the session with this key; how many there were."""
    ended = 0
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        is_theirs = session.get_decoded().get(SESSION_KEY) == str(user.pk)
        if is_theirs and session.session_key != but:
            session.delete()
            ended += 1
    return ended
