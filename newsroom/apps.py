from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    name = "newsroom"

    def ready(self):
        from newsroom import facets, search  # noqa: F401 connects the receivers that keep the masks

        search.register_all()
