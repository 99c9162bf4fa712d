"""How often one client may ask for what is costly."""

import hashlib
import ipaddress
import logging
from functools import wraps

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import render
from django.template import TemplateDoesNotExist
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)

PER_MINUTE = 60
SECONDS = 60


def client_address(request):
    """The address of whoever asks; empty where it is not known, as behind a socket file.

    Every proxy adds on the right the address it was asked from. With n proxies of ours the n-th
    from the right was written by the outermost of them, and what stands left of it by anybody.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXIES:
        passed = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        if len(passed) >= settings.TRUSTED_PROXIES:
            address = passed[-settings.TRUSTED_PROXIES] or address
    return tidied(address.strip())


def tidied(text):
    """An address in one spelling, without the port that some proxies add; empty if it is none."""
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return ""
    return str(getattr(address, "ipv4_mapped", None) or address)


def client_key(request):
    """One client: an address, or in IPv6 the network that one subscriber is given whole."""
    address = client_address(request)
    return str(ipaddress.ip_network(f"{address}/64", strict=False)) if ":" in address else address


def throttle(scope, per_minute=PER_MINUTE, counts=lambda request: True):
    """Answers 429 from the request after `per_minute` on, until a minute from the first is over.

    Clients are told apart by address; of one that is not known nothing is counted. `counts` tells
    which requests do.
    """

    def decorate(view):
        @wraps(view)
        def answer(request, *args, **kwargs):
            client = client_key(request) if counts(request) else ""
            if client and is_too_many(f"{scope}:{client}", per_minute):
                return too_many(request)
            return view(request, *args, **kwargs)

        return answer

    return decorate


def is_too_many(name, per_minute):
    """Counts a request. When the cache fails, everything passes."""
    key = f"throttle:{hashlib.sha256(name.encode()).hexdigest()}"
    try:
        cache.add(key, 0, SECONDS)
        return cache.incr(key) > per_minute
    except ValueError:  # the minute ended between the two calls
        return False
    except Exception:  # whatever the cache's client raises: readers come first
        logger.exception("Requests are not counted: the cache fails")
        return False


def too_many(request):
    try:
        response = render(request, "429.html", status=429)
    except TemplateDoesNotExist:
        text = _("Too many requests. Wait a minute and load the page again.")
        response = HttpResponse(text, status=429, content_type="text/plain; charset=utf-8")
    response.headers["Retry-After"] = str(SECONDS)
    response.headers["Cache-Control"] = "no-store"
    return response


def has_words(request):
    return bool(request.GET.get("q", "").strip())


# Searches, and lists narrowed by words; pages without words are open all the time.
throttle_words = throttle("words", counts=has_words)
