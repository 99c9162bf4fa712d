"""Forms that are larger than the site takes: refused in words, and the browser still has the text.

Django refuses them while it reads them, before any view: with a bare 400 if nobody did this.
deploy/nginx.conf lets through what is far larger, so that it is this page that answers.
"""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views import defaults


def too_big_words():
    return _(
        "This is more than the %(size)s that one form may have. Is a picture pasted into a text? "
        "Take it out, and add it under Images."
    ) % {"size": filesizeformat(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)}


def too_many_words():
    return _("These are more than the %(count)s boxes that one form may have.") % {
        "count": number_format(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS)
    }


def bad_request(request, exception=None):
    """handler400 of almaty/urls.py."""
    if isinstance(exception, RequestDataTooBig):
        return too_big(request, too_big_words())
    if isinstance(exception, (TooManyFieldsSent, TooManyFilesSent)):
        return too_big(request, too_many_words())
    return defaults.bad_request(request, exception)


def too_big(request, words):
    response = render(request, "413.html", {"words": words}, status=413)
    response.headers["Cache-Control"] = "no-store"
    return response
