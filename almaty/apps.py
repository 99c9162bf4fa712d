from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _
from taggit.apps import TaggitAppConfig


class AlmatyConfig(AppConfig):
    name = "almaty"
    verbose_name = _("Pictures")
    default = True

    def ready(self):
        from almaty import signals  # noqa: F401 connects the receiver
        from almaty.accounts import audit  # noqa: F401 the same


class TagsConfig(TaggitAppConfig):
    """Under the word that an editor knows, and not the library's name."""

    default = False
    verbose_name = _("Tags")


class DeskConfig(AdminConfig):
    """Django's admin under our own AdminSite."""

    default = False
    default_site = "almaty.desk.DeskSite"

    def ready(self):
        super().ready()
        # The second of them after the libraries' own, which it replaces.
        from almaty import image_admin, library_admin  # noqa: F401
