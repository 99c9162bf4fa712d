"""Fact-check links at the desk: made, revoked, and what their readers said, on the page's form."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language, gettext_lazy, ngettext, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from almaty import editing
from almaty.desk_addresses import desk_url, url_name
from almaty.desk_forms import is_number
from almaty.fact_check_links import DAYS, MOST_DAYS, links_of, make_link
from almaty.fact_checks import FactCheck, FactCheckComment
from almaty.revisions import Revision

TOLD_ONCE = "fact-check address"  # in the session, from making a link to showing it


class LinkForm(forms.ModelForm):
    days = forms.IntegerField(
        label=gettext_lazy("For how many days"),
        min_value=1,
        max_value=MOST_DAYS,
        initial=DAYS,
    )

    class Meta:
        model = FactCheck
        fields = ["reader", "language", "may_comment"]

    field_order = ["reader", "language", "days"]


class FactCheckAdmin:
    """For a ModelAdmin of pages (almaty/page_admin.py)."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.fact_checks_view)
        name = url_name("fact_checks", self.model)
        return [path("<path:object_id>/fact-checks/", view, name=name), *super().get_urls()]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def fact_checks_view(self, request, object_id):
        """The links of a page. `?revision=` names the one to be read, else the newest."""
        page = self.page_to_change(request, object_id)
        if request.method == "POST" and "_make" not in request.POST:
            return self.change_links(request, page)
        revision = self.revision_to_read(page, request.GET.get("revision", ""))
        form = LinkForm(request.POST or None, initial={"language": get_language()})
        if request.method == "POST" and form.is_valid():
            self.make_link(request, page, revision, form.cleaned_data)
            return HttpResponseRedirect(request.get_full_path())
        context = self.admin_site.each_context(request) | {
            "title": _("Fact-check links"),
            "subtitle": str(page),
            "opts": self.opts,
            "original": page,
            "form": form,
            "revision": revision,
            "address": self.told_once(request, page),
            "preserved_filters": self.get_preserved_filters(request),
        }
        context |= self.fact_check_context(page)
        return TemplateResponse(request, "admin/fact_checks.html", context)

    def revision_to_read(self, page, number):
        """The newest, or the one of this number; None where the page was never changed."""
        if not number:
            return Revision.objects.of(page).first()
        revision = Revision.objects.numbered(page, int(number)) if is_number(number) else None
        if revision is None:
            raise Http404
        return revision

    def make_link(self, request, page, revision, given):
        with transaction.atomic():
            if revision is None:
                editing.keep_first(editing.locked(page))
                revision = Revision.objects.of(page).first()
            check, token = make_link(revision, request.user, **given)
            self.log_fact_check(request, page, "Fact-check link made for “%s”", check)
        address = request.build_absolute_uri(reverse("fact-check", args=[token]))
        request.session[TOLD_ONCE] = [check.pk, address]

    def told_once(self, request, page):
        """The address of the link that was just made; whoever comes again does not see it."""
        key, address = request.session.pop(TOLD_ONCE, (None, ""))
        return address if links_of(page).filter(pk=key).exists() else ""

    def change_links(self, request, page):
        """Revoke a link, or tick off what its reader said."""
        links, now = links_of(page), timezone.now()
        if is_number(number := request.POST.get("_revoke", "")):
            check = get_object_or_404(links, pk=int(number))
            if check.revoked_at is None:
                check.revoked_at = now
                with transaction.atomic():
                    check.save(update_fields=["revoked_at"])
                    self.log_fact_check(request, page, "Fact-check link for “%s” revoked", check)
            words = _("The link for “%(reader)s” opens nothing any more.")
            messages.success(request, words % {"reader": check.reader})
        elif is_number(number := request.POST.get("_done", "")):
            comments = FactCheckComment.objects.filter(fact_check__in=links)
            comment = get_object_or_404(comments, pk=int(number))
            if comment.done_at is None:
                comment.done_at, words = now, "Fact-check comment of “%s” done"
                with transaction.atomic():
                    comment.save(update_fields=["done_at"])
                    self.log_fact_check(request, page, words, comment.fact_check)
            messages.success(request, _("The comment is ticked off."))
        else:
            raise Http404
        back = "change" if request.POST.get("back") == "form" else "fact_checks"
        return HttpResponseRedirect(desk_url(back, page, page.pk) + "#fact-checks")

    def log_fact_check(self, request, page, words, check):
        """In the audit log's one language, whatever language the desk is read in."""
        with override(settings.LANGUAGE_CODE):
            self.log_change(request, page, words % check.reader)

    # On the page's form ------------------------------------------------------------------------

    def fact_check_context(self, page):
        checks = links_of(page).select_related("revision", "made_by").prefetch_related("comments")
        checks = list(checks)
        count = sum(comment.done_at is None for check in checks for comment in check.comments.all())
        told = ngettext("%(count)s comment is open", "%(count)s comments are open", count)
        return {
            "fact_checks": checks,
            "fact_checks_url": desk_url("fact_checks", page, page.pk),
            "open_comments": told % {"count": count} if count else "",
        }

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if change and self.has_change_permission(request, obj):
            context |= self.fact_check_context(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)
