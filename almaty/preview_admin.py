"""Previews at the desk: of the draft, of any revision, and of what stands typed in the form."""

from csp.constants import SELF
from csp.decorators import csp_replace
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from almaty import previews
from almaty.desk_addresses import url_name
from almaty.desk_forms import is_number
from almaty.previews import NotShown, Preview
from almaty.revisions import Revision
from almaty.translated import CODES

BUTTON = "_preview"  # its value may be a language
SHOWN = "X-Preview"  # "shown" or "refused": for static/almaty/preview.js


def is_asked(request):
    return BUTTON in request.POST


@csp_replace({"frame-ancestors": [SELF]})
@xframe_options_sameorigin
def answer(make):
    """The preview that `make` makes, or why there is none; the desk's own pages may frame it."""
    try:
        html, outcome = make(), "shown"
    except NotShown as refusal:
        html = render_to_string("admin/not_shown.html", {"reasons": refusal.reasons})
        outcome = "refused"
    response = previews.private(html)
    response.headers[SHOWN] = outcome
    return response


class PreviewAdmin:
    """For a ModelAdmin whose forms are tried (almaty/page_admin.py)."""

    def get_urls(self):
        view, name = self.admin_site.admin_view(self.preview_view), url_name("preview", self.model)
        return [path("<path:object_id>/preview/", view, name=name), *super().get_urls()]

    @method_decorator(require_safe)
    def preview_view(self, request, object_id):
        """Of what is saved: `?revision=draft`, or its number; `&language=ru`."""
        page = self.page_to_change(request, object_id)
        revision, words = self.asked_revision(page, request.GET.get("revision", "draft"))
        language = asked_language(request.GET.get("language"))
        preview = Preview(words, get_language())
        return answer(
            lambda: previews.revision_as_public(
                request, page, revision, language, preview, request.user
            )
        )

    def asked_revision(self, page, name):
        """The revision and what the bar calls it; None for the row. 404 where there is none."""
        if name == "draft":
            return page.draft, _("Preview of the draft: what you see here is not public.")
        revision = Revision.objects.numbered(page, int(name)) if is_number(name) else None
        if revision is None:
            raise Http404
        words = _("Preview of version %(number)s: what you see here is not public.")
        return revision, words % {"number": revision.number}

    # What is typed -----------------------------------------------------------------------------

    def answer_to_trial(self, request, page):
        """While the rows say what was typed: the page that the public would see, if asked for."""
        if not is_asked(request):
            return HttpResponse()
        words = _("Preview of what is typed: what you see here is neither saved nor public.")
        language = asked_language(request.POST.get(BUTTON))
        preview = Preview(words, get_language())
        return answer(lambda: previews.as_public(request, page, language, preview, request.user))

    def preview_of(self, attempt):
        """The answer to the preview button: the page, or what keeps it from being shown."""
        if attempt.is_valid:
            return attempt.response
        context = getattr(attempt.response, "context_data", None)
        if context is None:
            return attempt.response  # the desk says that there is no such page

        def refuse():
            raise NotShown(*faults(context))

        return answer(refuse)

    def say_what_pictures_went(self, request, obj, form):
        if not is_asked(request):
            super().say_what_pictures_went(request, obj, form)


def asked_language(code):
    return code if code in CODES else get_language()


def faults(context):
    """What the form and its rows complain of, each with the name of its box."""
    yield from faults_of(context["adminform"].form)
    for group in context["inline_admin_formsets"]:
        formset = group.formset
        yield from formset.non_form_errors()
        for number, form in enumerate(formset.forms, 1):
            for fault in faults_of(form):
                yield f"{formset.model._meta.verbose_name} {number}, {fault}"


def faults_of(form):
    for name, complaints in form.errors.items():
        for complaint in complaints:
            label = form.fields[name].label if name in form.fields else ""
            yield f"{label}: {complaint}" if label else complaint
