"""Answers for the scripts of the desk: always JSON, with a sentence for the person in it."""

import json
from functools import wraps

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from almaty.big_forms import too_big_words


class Refused(Exception):
    """What was sent cannot be answered: in words, with a status."""

    def __init__(self, words, status=400):
        super().__init__(words)
        self.words, self.status = words, status


def told(words, status=200, **more):
    return JsonResponse({"words": words} | more, status=status)


def signed_out():
    return told(_("You were signed out."), 401)


def for_scripts(site, view):
    """A view of the desk that a script calls: nobody is led to another page instead of an answer.

    Its POST is checked for its CSRF token like any other; who lacks it gets JSON, too
    (almaty/signed_out.py).
    """

    inside = site.admin_view(view)

    @never_cache
    @wraps(view)
    def answer(request, *args, **kwargs):
        if not site.has_permission(request):
            return signed_out()
        try:
            return inside(request, *args, **kwargs)
        except Refused as refused:
            return told(refused.words, refused.status)
        except PermissionDenied:
            return told(_("You may not change this page any longer."), 403)
        except Http404:
            return told(_("This page is not here any longer."), 404)
        except RequestDataTooBig:
            return told(too_big_words(), 413)

    return answer


def asks_for_json(request):
    return request.headers.get("Accept", "") == "application/json"


def body_of(request):
    """What the script sent. Raises Refused, RequestDataTooBig."""
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        raise Refused(_("This could not be read."))
    return body
