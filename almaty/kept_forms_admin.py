"""The forms of pages keep what is typed: at once, by themselves, beside the page.

Kept is not saved: the page does not know of it. When its author opens the form again it is offered,
to be compared, put back or discarded. Put back means: the form opens as it was typed, with its
faults, on the version of the page it was typed on; so a save still meets what others have done.
"""

import copy

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from almaty import kept_forms, signed_out, typed_text
from almaty.autosave_admin import TakesWhatIsTyped
from almaty.big_forms import too_big_words
from almaty.desk_addresses import desk_url, url_name
from almaty.desk_json import asks_for_json, for_scripts
from almaty.kept_differences import differences
from almaty.kept_forms import KeptForm
from almaty.office_time import office_time

SPARE = 10_000  # bytes of a form that are not its fields: the token, the button


class KeepsForms(TakesWhatIsTyped):
    """For a PageAdmin: stands before it among the bases."""

    def get_urls(self):
        keep = for_scripts(self.admin_site, self.keep)
        kept = self.admin_site.admin_view(self.kept)

        def answer(request, object_id=None):
            return (keep if asks_for_json(request) else kept)(request, object_id)

        urls = super().get_urls()
        for pattern in urls:
            if pattern.name in (url_name("add", self.model), url_name("change", self.model)):
                pattern.callback = signed_out.keeping(self, pattern.callback)
        return [
            path("add/keep/", answer, name=url_name("add_keep", self.model)),
            path("<path:object_id>/keep/", answer, name=url_name("keep", self.model)),
            *urls,
        ]

    # What its author sees of it ----------------------------------------------------------------

    def kept(self, request, object_id=None):
        """The differences; discarding is a POST."""
        page = self.page_to_change(request, object_id)
        key = request.GET.get("kept") or request.POST.get("discard") or ""
        kept = self.kept_form(request, page, key)
        form_url = self.form_url(page)
        if kept is None:
            messages.info(request, self.not_kept_words(key))
            return HttpResponseRedirect(form_url)
        if request.method == "POST":
            with transaction.atomic():
                kept.delete()
                self.log_kept(request, page, "What was typed and not saved: discarded")
            messages.success(request, _("What you had typed is discarded."))
            return HttpResponseRedirect(form_url)
        response = self.as_typed(request, kept, page).response
        found = differences(response.context_data)
        context = self.admin_site.each_context(request) | {
            "title": _("Typed, but not saved"),
            "subtitle": str(page) if page else None,
            "opts": self.opts,
            "original": page,
            "differences": found,
            "offer": self.told(kept, page),
            "form_url": form_url,
        }
        return TemplateResponse(request, "admin/kept_form.html", context)

    def not_kept_words(self, key):
        if KeptForm.objects.with_text().filter(key=key).exists():
            return _("Somebody else typed into this form. It is kept for them.")
        return _("What was kept of this form has been saved or discarded.")

    def kept_form(self, request, page, key, is_gone=False):
        """A row that this person may see under this key: their own."""
        if not kept_forms.is_key(key):
            return None
        row = KeptForm.objects.with_text().filter(key=key).first()
        if row is None or row.content_type.model_class() is not self.model:
            return None
        is_here = is_gone or (row.object_id == page.pk if page else row.object_id < 1)
        return row if row.user_id == request.user.pk and is_here else None

    def log_kept(self, request, page, words):
        """In the audit log; a new page has no number yet."""
        LogEntry.objects.create(
            user=request.user,
            content_type=ContentType.objects.get_for_model(self.model),
            object_id=page and page.pk,
            object_repr=str(page or self.opts.verbose_name)[:200],
            action_flag=CHANGE,
            change_message=words,
        )

    def form_url(self, page):
        return desk_url("change", page, page.pk) if page else desk_url("add", self.model)

    def keep_url(self, page):
        return desk_url("keep", page, page.pk) if page else desk_url("add_keep", self.model)

    def told(self, kept, page):
        query = urlencode({"kept": kept.key})
        return {
            "key": kept.key,
            "when": office_time(kept.kept_at),
            "differences_url": f"{self.keep_url(page)}?{query}",
            "put_back_url": f"{self.form_url(page)}?{query}",
            "discard_url": self.keep_url(page),
        }

    def offers(self, request, page):
        """What this person typed here and has not saved; of new pages there may be several."""
        rows = KeptForm.objects.filter(user=request.user).with_text()
        rows = rows.of(self.model, page.pk) if page else rows.of_new(self.model)
        return [self.told(row, page) for row in rows.order_by("-kept_at")]

    # The form ----------------------------------------------------------------------------------

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        given = (object_id, form_url, extra_context)
        if request.method == "GET" and (key := request.GET.get("kept")):
            return self.put_back(request, key, *given)
        response = super().changeform_view(request, *given)
        is_gone = (
            request.method == "POST"
            and object_id
            and response.status_code == 302
            and self.get_object(request, unquote(object_id)) is None
        )
        if is_gone:
            fields = signed_out.typed(request, self)
            return typed_text.here_it_is(request, self, fields, gone_words(), 409)
        return response

    def put_back(self, request, key, object_id, form_url, extra_context):
        """The form as it was typed; the bare text where there is no form for it any longer."""
        page = self.get_object(request, unquote(object_id)) if object_id else None
        kept = self.kept_form(request, page, key, is_gone=bool(object_id) and page is None)
        if kept is None:
            messages.info(request, self.not_kept_words(key))
            return HttpResponseRedirect(request.path)
        pairs = kept.data().items()
        if object_id and page is None:
            return typed_text.here_it_is(request, self, pairs, gone_words(), 409)
        try:
            self.page_to_change(request, object_id)
        except PermissionDenied:
            words = _("You may not change this page. Nothing was saved.")
            return typed_text.here_it_is(request, self, pairs, words, 403)
        self.log_kept(request, page, "What was typed and not saved: put back into the form")
        return self.as_typed(request, kept, page, form_url, extra_context).response

    def as_typed(self, request, kept, page, form_url="", extra_context=None):
        """The form as it was typed: like one that was sent and not saved."""
        data = kept.data()
        data["kept"] = kept.key
        sent = copy.copy(request)
        sent.FILES  # noqa: B018 read now; read later, it would take POST from the request, too
        sent.method, sent.POST = "POST", data
        sent.is_put_back = kept
        object_id = str(page.pk) if page else None
        begun = self.begun_on(page, kept.version)
        return self.attempt(sent, object_id, form_url, extra_context, **begun)

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.is_only_shown = hasattr(request, "is_put_back")
        return form

    def carry_out(self, request, page, attempt):
        response = super().carry_out(request, page, attempt)
        key = request.POST.get("kept")
        if kept_forms.is_key(key):
            object_id = kept_forms.object_id_of(page, key)
            kept_forms.saved(request.user, self.model, object_id, key)
        return response

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        is_popup = IS_POPUP_VAR in request.GET or IS_POPUP_VAR in request.POST
        may_change = self.has_change_permission(request, obj) if obj else True
        if may_change and not is_popup:
            context |= self.keeping_context(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def keeping_context(self, request, obj):
        page = self.model(pk=obj.pk) if obj else None
        put_back = getattr(request, "is_put_back", None)
        typed, typed_at = request.POST.get("kept", ""), 0
        if kept_forms.is_key(typed):
            key, typed_at = typed, kept_forms.typed_at(request.user, typed)
        else:
            key = kept_forms.new_key()
        return {
            "keep_key": key,
            "typed_at": str(typed_at or 0),
            "typist": signed_out.mark_of(request.user),
            "keep_url": self.keep_url(page),
            "keep_limit": settings.DATA_UPLOAD_MAX_MEMORY_SIZE - SPARE,
            "too_large": " ".join([too_big_words(), _("Nothing was saved.")]),
            "is_unsaved": request.method == "POST",
            "put_back": self.told(put_back, page) if put_back else None,
            "kept_offers": [offer for offer in self.offers(request, page) if offer["key"] != key],
        }


def gone_words():
    return _(
        "This page is not here any longer: somebody has moved it to the bin, or you may no longer "
        "see it. Nothing was saved."
    )
