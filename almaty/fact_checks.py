"""Links for somebody without an account to read one draft, and what they say of it."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from almaty.revisions import Revision


class FactCheck(models.Model):
    """A link to one revision of one page, until it expires or is revoked."""

    revision = models.ForeignKey(Revision, models.CASCADE, related_name="fact_checks")
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.BigIntegerField()
    page = GenericForeignKey()
    secret = models.CharField(max_length=64, unique=True)  # its digest: fact_check_links.py
    reader = models.CharField(
        _("for whom"), max_length=200, help_text=_("Whom you send it to: a name or a ministry.")
    )
    may_comment = models.BooleanField(_("may comment"), default=True)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("expires"))
    revoked_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("fact-check link")
        verbose_name_plural = _("fact-check links")
        default_permissions = ()

    def __str__(self):
        return self.reader

    def is_open(self, at=None):
        return self.revoked_at is None and (at or timezone.now()) < self.expires_at

    @property
    def state(self):
        if self.revoked_at:
            return _("revoked")
        return _("open") if self.is_open() else _("expired")


class FactCheckComment(models.Model):
    """What the reader of a link says of one paragraph. Never public."""

    fact_check = models.ForeignKey(FactCheck, models.CASCADE, related_name="comments")
    paragraph = models.PositiveIntegerField()
    quotation = models.TextField()  # the paragraph as it was read
    text = models.TextField(_("comment"), max_length=5000)
    made_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["paragraph", "pk"]
        default_permissions = ()

    def __str__(self):
        return self.text[:80]
