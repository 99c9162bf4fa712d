"""The desk's side of the checks before publishing: the form's list, the question, many at once."""

from typing import NamedTuple

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import IntegrityError
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from almaty.readiness import findings_of_content, findings_of_draft, left_out


def in_the_way(page, content, accepted, gone=()):
    """What stands between this content of a page and the public; [] where nothing does.

    `gone` names the fields of the draft that the form could not be filled with. `accepted` is the
    text of the form's field of that name: the keys of the warnings that its editor has read. A
    warning that is not among them asks again.
    """
    try:
        found = [*findings_of_content(page, content), *left_out(type(page), gone)]
    except IntegrityError:
        return []  # the save that follows tells the editor
    return [] if agreed(found, accepted) else found


def agreed(found, accepted):
    seen = set(accepted.split())
    return all(not finding.is_error and finding.key in seen for finding in found)


def keys(found):
    return " ".join(finding.key for finding in found if not finding.is_error)


def objection_words(found):
    if any(finding.is_error for finding in found):
        return _(
            "This is not published, because of what is missing below. What you typed is still "
            "here and not saved yet."
        )
    return _(
        "This is not published yet. Read what is said below, then publish it all the same or mend "
        "it first. What you typed is still here and not saved yet."
    )


class Told(NamedTuple):
    """A finding with the place of its field in the form."""

    words: str
    is_error: bool
    anchor: str


def context(found, form_context, is_asking=False):
    """What templates/admin/_readiness.html shows, and how the form goes on where it asks."""
    form = form_context["adminform"].form
    groups = {formset.formset.prefix for formset in form_context["inline_admin_formsets"]}
    given = {"findings": [Told(f.words, f.is_error, anchor(f.field, form, groups)) for f in found]}
    if is_asking and found and not any(finding.is_error for finding in found):
        given["accepted"] = keys(found)
        given["buttons"] = [
            (name, _("Publish all the same") if name == "_publish" else words)
            for name, words in form_context["buttons"]
        ]
    return given


def anchor(field, form, groups):
    if field in groups:
        return f"{field}-group"
    if field not in form.fields:
        return ""
    box = form[field]
    return box.id_for_label or f"{box.auto_id}_0"  # a group of boxes: its first


# Many at once ----------------------------------------------------------------------------------


class Candidate(NamedTuple):
    page: object
    found: list

    @property
    def is_stopped(self):
        return any(finding.is_error for finding in self.found)

    @property
    def keys(self):
        return keys(self.found)

    @property
    def words(self):
        return " ".join(finding.words for finding in self.found)


def candidates(pages):
    """Each page with what it lacks; read anew, because lists leave the long texts out."""
    for page in pages:
        whole = type(page)._base_manager.select_related("draft").get(pk=page.pk)
        yield Candidate(page, findings_of_draft(whole))


def sort_out(model_admin, request, pages):
    """Of many pages those that can be published, and a page that asks about them first, or None."""
    all_of_them = list(candidates(pages))
    stopped = [each for each in all_of_them if each.is_stopped]
    going = [each for each in all_of_them if not each.is_stopped]
    if any(not agreed(e.found, request.POST.get(f"accepted-{e.page.pk}", "")) for e in going):
        return [], question(model_admin, request, stopped, going)
    for each in stopped:
        words = _("“%(page)s” is not published. %(reasons)s")
        messages.warning(request, words % {"page": each.page, "reasons": each.words})
    return [each.page for each in going], None


def question(model_admin, request, stopped, going):
    count = len(going)
    context = model_admin.admin_site.each_context(request) | {
        "title": _("Publish all the same?"),
        "opts": model_admin.opts,
        "media": model_admin.media,
        "stopped": stopped,
        "asked": [each for each in going if each.found],
        "ready": [each for each in going if not each.found],
        "going": [
            (each, request.POST.get(f"version-{each.page.pk}", each.page.version)) for each in going
        ],
        "action": request.POST.get("action", "publish"),
        "checkbox_name": ACTION_CHECKBOX_NAME,
        "button": ngettext("Publish %(count)s page", "Publish %(count)s pages", count)
        % {"count": count},
    }
    return TemplateResponse(request, "admin/publish_confirmation.html", context)
