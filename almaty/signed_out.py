"""A form sent by somebody whose session had ended, or with a CSRF token that is no longer good.

A browser without scripts leaves its page when it sends a form; what was typed would be gone. The
form of a page carries a mark that says for whom it was made: for that person what was typed is kept
(almaty/kept_forms.py), and after signing in the form opens with the text in it. Whoever else signs
in is shown nothing of it. Nothing is saved by itself, and who may not change the page may not.
Other forms of the desk are answered with what was typed: almaty/typed_text.py.
"""

from functools import wraps

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.core import signing
from django.http import HttpResponseRedirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views import csrf

from almaty import kept_forms, typed_text
from almaty.desk_forms import is_number, whole_number
from almaty.desk_json import asks_for_json, told
from almaty.throttle import client_key, is_too_many
from almaty.typed_text import here_it_is, is_from_here, sign_in_url

MARK = "almaty.signed_out.typist"
PER_MINUTE = 10


def mark_of(user):
    """What a form made for this person carries; nobody else can make it."""
    return signing.dumps(user.pk, salt=MARK)


def typist(data):
    """Whom the form was made for, None where it does not say so."""
    try:
        key = signing.loads(data.get("typist", ""), salt=MARK, max_age=kept_forms.KEPT_FOR)
    except signing.BadSignature:
        return None
    return get_user_model().objects.filter(pk=key).first()


def keeping(model_admin, view):
    """The view of a page's form, which does not lose what it may not save."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        if request.method == "POST" and not model_admin.admin_site.has_permission(request):
            return kept_and_led_back(request, model_admin, kwargs.get("object_id"))
        return view(request, *args, **kwargs)

    answer.keeps_form_of = model_admin
    return answer


def csrf_failure(request, reason=""):
    """CSRF_FAILURE_VIEW."""
    if asks_for_json(request):
        return told(_("The form had lost its mark."), 403, reason="csrf")
    match = request.resolver_match
    model_admin = getattr(match.func, "keeps_form_of", None) if match else None
    if model_admin is not None and is_from_here(request):
        return kept_and_led_back(request, model_admin, match.kwargs.get("object_id"))
    return typed_text.of_desk_form(
        request,
        _("Nothing was saved: you had signed in anew since you opened the form."),
        403,
    ) or csrf.csrf_failure(request, reason)


def is_a_form_of_ours(request):
    return settings.SESSION_COOKIE_NAME in request.COOKIES or "version" in request.POST


def kept_and_led_back(request, model_admin, object_id):
    if not (is_from_here(request) and is_a_form_of_ours(request)):
        return HttpResponseRedirect(sign_in_url(request.path))
    fields, author = typed(request, model_admin), typist(request.POST)
    if author is not None and not (author.is_active and author.is_staff):
        words = _("Your account is closed, so nothing was saved. Ask an administrator.")
        return here_it_is(request, model_admin, fields, words, 403)
    if author is None:
        return typed_text.signed_out(request) or HttpResponseRedirect(sign_in_url(request.path))
    row = keep(request, author, model_admin.model, object_id, fields)
    if row is None:
        words = _("Nothing was saved, and too much of yours is kept already.")
        return here_it_is(request, model_admin, fields, words, 429, sign_in_url(request.path))
    form = f"{request.path}?{urlencode({'kept': row.key})}"
    if not model_admin.admin_site.has_permission(request):
        messages.warning(
            request,
            _(
                "You were signed out, so nothing was saved. Sign in: your text comes back in the "
                "form."
            ),
        )
        return HttpResponseRedirect(sign_in_url(form))
    if author == request.user:
        messages.warning(
            request, _("Nothing was saved: you had signed in anew since you opened the form.")
        )
    return HttpResponseRedirect(form)


def typed(request, model_admin):
    return model_admin.fields_to_keep(request, typed_text.pairs(request))


def keep(request, author, model, object_id, fields):
    """The row, or None where one address, or one person, has left too much."""
    if is_too_many(f"kept:{client_key(request)}", PER_MINUTE):
        return None
    given = request.POST.get("kept", "")
    key = given if kept_forms.is_key(given) else kept_forms.new_key()
    number = unquote(object_id) if object_id else ""
    version = whole_number(request.POST.get("version"))
    for name in (key, kept_forms.new_key()):  # the second where the first is saved already
        page_id = (
            int(number) if is_number(number, digits=18) else kept_forms.object_id_of(None, name)
        )
        try:
            row = kept_forms.keep(author, model, page_id, name, version, fields, None)
        except (kept_forms.TooMany, kept_forms.Taken):
            return None
        if row:
            return row
    return None
