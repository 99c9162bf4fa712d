from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class AlmatyConfig(AppConfig):
    name = "almaty"
    default = True

    def ready(self):
        from almaty import checks, signals  # noqa: F401 registers and connects them


class DeskConfig(AdminConfig):
    """Django's admin under our own AdminSite."""

    default = False
    default_site = "almaty.desk.DeskSite"
