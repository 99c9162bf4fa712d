"""The ground's own tables: pictures, which every kind of page uses."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from imagefield.fields import ImageField, PPOIField

from almaty.images import FORMATS, upload_name
from almaty.translated import Translated


class Image(Translated, models.Model):
    """A picture with what a page has to say about it."""

    translation_shows = "alt"

    file = ImageField(
        _("file"),
        upload_to=upload_name,
        width_field="width",
        height_field="height",
        ppoi_field="focal_point",
        formats=FORMATS,
    )
    width = models.PositiveIntegerField(null=True, editable=False)
    height = models.PositiveIntegerField(null=True, editable=False)
    focal_point = PPOIField(
        _("focal point"), help_text=_("What must stay in view when the picture is cropped.")
    )
    alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What the picture shows, for somebody who cannot see it."),
    )
    decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("It adds nothing that the text does not say; screen readers pass over it."),
    )
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    credit = models.CharField(
        _("credit"), max_length=150, blank=True, help_text=_("Who made it, and under what licence.")
    )
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("uploaded by"),
    )

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        verbose_name = _("image")
        verbose_name_plural = _("images")
        constraints = [
            models.CheckConstraint(
                name="decorative_image_has_no_alt",
                condition=Q(decorative=False) | Q(alt=""),
                violation_error_message=_(
                    "A decorative picture has no alternative text: clear one or the other."
                ),
            )
        ]

    def __str__(self):
        return self.alt or self.caption or self.file.name.rpartition("/")[2]

    def clean(self):
        if not self.decorative and not self.alt:
            raise ValidationError(
                {"alt": _("Describe the picture, or tick “decorative” if it only adorns.")}
            )
