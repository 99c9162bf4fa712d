"""The desk: Django admin, with a home page that says what needs attention."""

from django.conf import settings
from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class DeskSite(AdminSite):
    site_title = _("Desk")
    index_title = _("What needs attention")

    @property
    def site_header(self):
        return settings.OFFICE_SHORT_NAME
