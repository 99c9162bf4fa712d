from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = _("Newsroom")

    def ready(self):
        # Connects the receivers that keep the masks, and registers what is checked.
        from newsroom import facets, readiness, search  # noqa: F401

        search.register_all()
