"""What is kept until something is published: whole pages, counts and short lists.

Everything held carries the *generation* it was made in. An edit starts a new generation
(almaty/signals.py), and nothing is held beyond the moment at which a scheduled page comes due; so a
reader never sees a page from before the last publication, and no job has to clear anything.
"""

import gzip
import uuid
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from functools import wraps
from hashlib import sha256
from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.core.cache import cache, caches
from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import quote_etag

from almaty.publishing import Publishable, Status

HOLD_SECONDS = 600
BROWSER_SECONDS = 60  # a page taken back is gone from a cache in front within a minute
LONGEST_ADDRESS = (
    500  # longer ones are made by machines, and would only push out pages that are read
)

KEPT_HEADERS = ("Content-Type", "Last-Modified", "X-Robots-Tag")

MISSING = object()

# Inside `holding_nothing()`: what `held` has made there, by name. Elsewhere None.
made_apart = ContextVar("made_apart", default=None)


@contextmanager
def holding_nothing():
    """What is shown inside is read from no cache and gets into none: it may say what is not public.

    What several parts of one page ask for is still made once.
    """
    token = made_apart.set({})
    try:
        yield
    finally:
        made_apart.reset(token)


def generation():
    """The name of the present generation; whatever was held under another is gone.

    Every process reads the same word, so that an edit made by one (another server process, a
    command) is seen by all, also where each has a cache of its own.
    """
    shared = caches["shared"]
    found = shared.get("generation")
    if found is None:
        shared.add("generation", uuid.uuid4().hex)
        found = shared.get("generation")
    return found


def release():
    """Let go of all that is held, once the present transaction has been committed."""
    transaction.on_commit(lambda: caches["shared"].set("generation", uuid.uuid4().hex))


def next_change(at=None):
    """The next moment at which something comes or goes by time, or None. One query.

    A scheduled page comes, a page with an end goes, changes of a page fall due.
    """
    at = at or timezone.now()
    times = []
    for model in apps.get_models():
        if issubclass(model, Publishable):
            rows = model._base_manager.order_by()
            times.append(rows.filter(due_at__gt=at, due__isnull=False).values_list("due_at"))
            rows = rows.filter(status=Status.PUBLISHED)
            times.append(rows.filter(published_at__gt=at).values_list("published_at"))
            times.append(rows.filter(public_until__gt=at).values_list("public_until"))
    first, *others = times
    return next((time for (time,) in first.union(*others).order_by("due_at")[:1]), None)


def seconds_to_hold():
    """How long what is made now stays true: until the next moment, ten minutes at most."""
    now = timezone.now()
    due = next_moment(now)
    return min(HOLD_SECONDS, (due - now).total_seconds()) if due else HOLD_SECONDS


def next_moment(now):
    """`next_change`, asked once and held."""
    key = f"due:{generation()}"
    due = cache.get(key, MISSING)
    if due is MISSING or (due and due <= now):
        due = next_change(now)
        cache.set(key, due, HOLD_SECONDS)
    return due


def held(name, make):
    """`make()`, kept for this generation. `make` must not depend on who is asking."""
    apart = made_apart.get()
    if apart is not None:
        if name not in apart:
            apart[name] = make()
        return apart[name]
    key = f"held:{generation()}:{name}"
    value = cache.get(key, MISSING)
    if value is MISSING:
        seconds = seconds_to_hold()  # before making: a page that comes due meanwhile is not missed
        value = make()
        cache.set(key, value, seconds)
    return value


def public_page(view):
    """A page that is the same for every reader, kept until the next publication.

    For signed-in staff, and while debugging, it is made anew and kept nowhere. The view must use
    neither the session nor the user.
    """

    @wraps(view)
    def answer(request, *args, **kwargs):
        if made_apart.get() is not None:
            return view(request, *args, **kwargs)
        signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES
        if signed_in or settings.DEBUG or request.method not in ("GET", "HEAD"):
            response = view(request, *args, **kwargs)
            response.headers["Cache-Control"] = "private, no-store"
            return response
        address = request.build_absolute_uri()
        key = f"page:{generation()}:{sha256(address.encode()).hexdigest()}"
        page = cache.get(key)
        if page is None:
            seconds = seconds_to_hold()
            response = view(request, *args, **kwargs)
            if hasattr(response, "render"):
                response.render()
            if response.status_code != 200:
                return response
            page = HeldPage.of(response, seconds)
            if len(address) <= LONGEST_ADDRESS:
                cache.set(key, page, seconds)
        return page.answer(request)

    return answer


class HeldPage(NamedTuple):
    content: bytes
    compressed: bytes
    headers: dict
    etag: str
    until: datetime

    @classmethod
    def of(cls, response, seconds):
        return cls(
            content=response.content,
            compressed=gzip.compress(response.content, 6, mtime=0),
            headers={name: response[name] for name in KEPT_HEADERS if name in response},
            etag="W/" + quote_etag(sha256(response.content).hexdigest()),
            until=timezone.now() + timedelta(seconds=seconds),
        )

    def answer(self, request):
        """The page as this client can read it, or 304 where it has it already."""
        left = int((self.until - timezone.now()).total_seconds())
        accepts_gzip = "gzip" in request.headers.get("Accept-Encoding", "")
        response = HttpResponse(self.compressed if accepts_gzip else self.content)
        for name, value in self.headers.items():
            response.headers[name] = value
        if accepts_gzip:
            response.headers["Content-Encoding"] = "gzip"
        response.headers["Cache-Control"] = (
            f"public, max-age={max(0, min(BROWSER_SECONDS, left))}, stale-if-error=86400"
        )
        response.headers["ETag"] = self.etag
        patch_vary_headers(response, ["Accept-Encoding"])
        return get_conditional_response(request, etag=self.etag, response=response)
