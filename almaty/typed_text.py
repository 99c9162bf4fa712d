"""The last resort: a form of the desk that cannot be saved is answered with what was typed.

For whoever has no scripts, and for what no form can keep: the right was taken away meanwhile, the
page is gone, the site fails. Only what this very request has sent is shown, and only to a page of
this site.
"""

import re
from itertools import groupby
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views import defaults

from almaty.desk_forms import is_number
from almaty.prose import ProseField
from almaty.publishing import Publishable
from almaty.rights import named, seen_by
from almaty.text_differences import paragraphs_of

# What a form carries and nobody typed; and what is not to be shown.
NO_TEXT = re.compile(
    r"_FORMS$|-id$|^(version|seen|shown|over|kept|typist|accepted|csrfmiddlewaretoken|next)(-|$)"
    r"|^_|__prefix__"
    r"|^(action|index|select_across|post|discard|survivor|lost|merge|take-.*)$|password|secret"
)

HALF_OF_A_TIME = re.compile(r"_[01]$")  # a date and a time are two boxes
LINE, MOST_LINES = 35, 12  # a line as a phone shows it


def here_it_is(request, model_admin, fields, words, status, sign_in_url=""):
    """What was typed and chosen, to be copied. `fields` are (name, value) pairs."""
    model = getattr(model_admin, "model", None)
    # What fails on our side may be the database: that is not asked for names then.
    texts = list(in_words(model, fields, request.user if status < 500 else None))
    context = {"words": words, "texts": texts, "sign_in_url": sign_in_url}
    response = render(request, "admin/typed_text.html", context, status=status)
    response.headers["Cache-Control"] = "private, no-store"
    return response


class Text(NamedTuple):
    label: str
    text: str

    @property
    def lines(self):
        """How many its box shows at once."""
        return min(MOST_LINES, sum(1 + len(line) // LINE for line in self.text.splitlines()))


def in_words(model, fields, user=None):
    """What each box was called and held; several choices of one are one text."""
    filled = ((name, value) for name, value in fields if value.strip() and not NO_TEXT.search(name))
    for name, pairs in groupby(filled, key=lambda pair: pair[0]):
        row, field = field_of(model, name)
        values = [value for _name, value in pairs]
        if field is None:
            yield Text(name, "\n".join(values))
        elif not (row and field.related_model is model):  # which page a row is of, nobody chose
            label = capfirst(field.verbose_name)
            yield Text(f"{row}: {label}" if row else label, told(field, values, user))


def told(field, values, user):
    if isinstance(field, (models.ForeignKey, models.ManyToManyField)):
        return ", ".join(names_of(field.related_model, values, user))
    if isinstance(field, models.BooleanField):
        return "✓"
    if isinstance(field, ProseField):
        values = ["\n".join(paragraphs_of(value)) for value in values]
    return "\n".join(str(dict(field.flatchoices).get(value, value)) for value in values)


def names_of(model, values, user):
    """What the rows are called that were chosen, to whom may see them; to others their numbers.

    Without a user the database is not asked.
    """
    known = {}
    if user and (issubclass(model, Publishable) or user.has_perm(named("view", model))):
        condition = seen_by(user, model) if issubclass(model, Publishable) else models.Q()
        keys = [value for value in values if is_number(value, digits=18)]
        rows = model._default_manager.filter(condition, pk__in=keys)
        known = {str(row.pk): str(row) for row in rows}
    return [known.get(value) or _("no. %s") % value for value in values]


def field_of(model, name):
    """The row of a table of the form that a box stands in, "" above those, and the box's field;
    None where that is not known."""
    row, (relation, number, inside) = "", (*name.split("-"), "", "")[:3]
    try:
        if inside:
            model, name = model._meta.get_field(relation).related_model, inside
            row = f"{capfirst(model._meta.verbose_name)} {int(number) + 1}"
        field = model._meta.get_field(HALF_OF_A_TIME.sub("", name))
    except (AttributeError, FieldDoesNotExist, ValueError):
        field = None
    return row, field if isinstance(field, models.Field) else None


def is_from_here(request):
    """Whether a page of this site sent the form: what others send is not kept for anybody."""
    here = f"{request.scheme}://{request.get_host()}"
    origin = request.headers.get("Origin", here)
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    return site == "same-origin" and origin in (here, *settings.CSRF_TRUSTED_ORIGINS)


def pairs(request):
    return [(name, value) for name, values in request.POST.lists() for value in values]


def of_desk_form(request, words, status, sign_in_url=""):
    """The answer to a form of the desk in which something was typed; None to anything else."""
    match = request.resolver_match
    is_ours = match and "admin" in match.namespaces and is_from_here(request)
    if request.method != "POST" or not is_ours:
        return None
    fields = pairs(request)
    if not any(value.strip() and not NO_TEXT.search(name) for name, value in fields):
        return None
    model_admin = getattr(match.func, "model_admin", None)
    return here_it_is(request, model_admin, fields, words, status, sign_in_url)


def signed_out(request):
    """The answer to a form of the desk sent by whoever is not signed in any longer; or None."""
    if "csrfmiddlewaretoken" not in request.POST:
        return None
    words = _("You were signed out, so nothing was saved.")
    return of_desk_form(request, words, 403, sign_in_url(request.path))


def sign_in_url(path):
    return f"{reverse('account_login')}?{urlencode({'next': path})}"


# Handlers of almaty/urls.py ----------------------------------------------------------------------


def permission_denied(request, exception):
    words = _("You may not do this, or no longer. Nothing was saved.")
    return of_desk_form(request, words, 403) or defaults.permission_denied(request, exception)


def page_not_found(request, exception):
    words = _("What the form belongs to is not here any longer. Nothing was saved.")
    return of_desk_form(request, words, 404) or defaults.page_not_found(request, exception)


def server_error(request):
    words = _("Something failed on our side, and has been recorded. Nothing was saved.")
    return of_desk_form(request, words, 500) or defaults.server_error(request)
