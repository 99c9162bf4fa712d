"""A saved or deleted row lets go of what is held. The one thing done by signals to every model."""

from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver

from almaty.caching import release

SHOWN = {"almaty", "programmes", "newsroom", "taggit"}


@receiver([post_save, post_delete, m2m_changed])
def let_go(sender, **kwargs):
    if sender._meta.app_label in SHOWN:
        release()
