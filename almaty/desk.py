"""The desk: Django admin, with a home page that says what needs attention."""

import logging
from functools import wraps
from typing import NamedTuple

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth.views import PasswordChangeView
from django.core.exceptions import BadRequest
from django.db import IntegrityError, OperationalError
from django.db.models import Q
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog

from almaty import desk_json, typed_text
from almaty.accounts import second_factor
from almaty.accounts.forms import OwnPasswordForm
from almaty.addresses import in_language
from almaty.busy import busy, is_busy, not_possible

logger = logging.getLogger(__name__)


class Concern(NamedTuple):
    """Pages that need somebody: in words, as the filter of their list, and as a condition."""

    label: str
    filter: dict
    condition: Q


class DeskSite(AdminSite):
    site_title = _("Desk")
    index_title = _("What needs attention")
    index_template = "admin/desk_index.html"
    enable_nav_sidebar = False

    @property
    def site_header(self):
        return settings.OFFICE_SHORT_NAME

    def has_permission(self, request):
        """Staff, with a second factor where the setting asks for one (SECOND_FACTOR_FOR)."""
        return super().has_permission(request) and not second_factor.is_lacking(request)

    def login(self, request, extra_context=None):
        """Never Django's own, which knows no second factor."""
        return HttpResponseRedirect(reverse("account_login"))

    def password_change(self, request, extra_context=None):
        done = reverse("admin:password_change_done")
        context = self.each_context(request) | (extra_context or {})
        view = PasswordChangeView.as_view(
            form_class=OwnPasswordForm, success_url=done, extra_context=context
        )
        return view(request)

    def admin_view(self, view, cacheable=False):
        """Refuses U+0000 in an address once, which PostgreSQL would refuse in every query.

        What somebody no longer signed in sends is shown to them, instead of being thrown away; and
        a script of Django's is told so, instead of being led to a page that it cannot read. A
        database that lets somebody wait too long is no failure of ours either.
        """

        def checked(request, *args, **kwargs):
            if "\0" in request.path or any("\0" in v for vs in request.GET.lists() for v in vs[1]):
                raise BadRequest("This address holds a character that no page has.")
            return view(request, *args, **kwargs)

        inside = super().admin_view(checked, cacheable)

        @wraps(inside)
        def answer(request, *args, **kwargs):
            try:
                return answered(request, *args, **kwargs)
            except OperationalError as error:
                if not is_busy(error):
                    raise
                logger.warning("The desk had to wait too long for the database", exc_info=True)
                return busy(request)
            except IntegrityError:
                if request.method != "POST":
                    raise
                logger.exception("What was sent to the desk cannot be saved")
                return not_possible(request)

        def answered(request, *args, **kwargs):
            refusal = None
            if is_of_jquery(request) and not self.has_permission(request):
                return desk_json.signed_out()
            if request.method == "POST" and not self.has_permission(request):
                refusal = typed_text.signed_out(request)
            return refusal or inside(request, *args, **kwargs)

        return answer

    def get_urls(self):
        """Django's way from a row to its public page knows no rights, and would tell the addresses
        of drafts; here the list that the row is of decides."""
        urls = super().get_urls()
        for pattern in urls:
            if getattr(pattern, "name", "") == "view_on_site":
                pattern.callback = self.admin_view(self.view_on_site)
        return urls

    def view_on_site(self, request, content_type_id, object_id):
        from django.contrib.contenttypes.models import ContentType  # read before any model

        kind = ContentType.objects.filter(pk=content_type_id).first()
        model_admin = self._registry.get(kind and kind.model_class())
        row = model_admin and model_admin.get_object(request, object_id)
        url = row and model_admin.get_view_on_site_url(row)
        if not url or not model_admin.has_view_permission(request, row):
            raise Http404
        return HttpResponseRedirect(url)

    def each_context(self, request):
        path = request.get_full_path()
        return super().each_context(request) | {
            "desk_languages": [
                {
                    "code": code,
                    "name": name,
                    "url": in_language(path, code),
                    "is_current": code == get_language(),
                }
                for code, name in settings.LANGUAGES
            ]
        }

    def i18n_javascript(self, request, extra_context=None):
        """The words of Django's scripts, and of the editor's."""
        packages = ["django.contrib.admin", "django_prose_editor", "almaty"]
        return JavaScriptCatalog.as_view(packages=packages)(request)

    def index(self, request, extra_context=None):
        from almaty import desk_home  # which reads the models; this module is read before them

        return super().index(request, desk_home.context(self, request) | (extra_context or {}))


def is_of_jquery(request):
    return request.headers.get("X-Requested-With") == "XMLHttpRequest"
