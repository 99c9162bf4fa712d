"""A saved or deleted row lets go of what is held. The one thing done by signals to every model."""

from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver

from almaty.caching import release
from almaty.models import FactCheck, FactCheckComment, KeptForm, Presence, Revision

SHOWN = {"almaty", "programmes", "newsroom", "taggit"}
OF_THE_DESK = {Revision, KeptForm, Presence, FactCheck, FactCheckComment}  # nothing public is


@receiver([post_save, post_delete, m2m_changed])
def let_go(sender, **kwargs):
    if sender._meta.app_label in SHOWN and sender not in OF_THE_DESK:
        release()
