"""The ground's own tables: pictures, which every kind of page uses."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from imagefield.fields import PPOIField

from almaty.fact_checks import FactCheck, FactCheckComment  # noqa: F401 tables of this app
from almaty.images import upload_name
from almaty.kept_forms import KeptForm  # noqa: F401
from almaty.merges import Merge  # noqa: F401
from almaty.old_addresses import OldAddress  # noqa: F401
from almaty.picture_field import PictureField, validate_focal_point
from almaty.presence import Presence  # noqa: F401
from almaty.renditions import FORMATS, make_renditions, rendition_names
from almaty.revisions import Revision  # noqa: F401
from almaty.searchable import SearchEntry  # noqa: F401
from almaty.translated import CODES, Translated

NO_WORDS = _("A decorative picture has no alternative text: clear one or the other.")


class Image(Translated, models.Model):
    """A picture with what a page has to say about it."""

    translation_needs = ("alt",)

    file = PictureField(
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
        _("focal point"),
        validators=[validate_focal_point],
        help_text=_("What must stay in view when the picture is cropped: click on it."),
    )
    is_ready = models.BooleanField(
        default=False, editable=False, help_text="Every rendition is made; else the file is shown."
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
                violation_error_message=NO_WORDS,
            )
        ]

    def __str__(self):
        return self.alt or self.caption or self.file.name.rpartition("/")[2]

    def clean(self):
        if self.decorative and any(getattr(self, f"alt_{code}") for code in CODES):
            raise ValidationError({"alt": NO_WORDS})
        if not self.decorative and not self.alt:
            raise ValidationError(
                {"alt": _("Describe the picture, or tick “decorative” if it only adorns.")}
            )

    def save(self, *args, **kwargs):
        """Makes the renditions once the row is certain: encoding holds no lock on the database."""
        super().save(*args, **kwargs)
        fields = kwargs.get("update_fields")
        if fields is None or {"file", "focal_point"} & set(fields):
            transaction.on_commit(self.make_renditions)

    def make_renditions(self):
        """Makes those that are missing; what pages show follows in `is_ready`."""
        is_ready = make_renditions(self.file)
        if is_ready != self.is_ready:
            self.is_ready = is_ready
            self.save(update_fields=["is_ready"])

    def delete(self, *args, **kwargs):
        """Takes the files along: a picture somebody asked us to take down is gone."""
        storage, names = self.file.storage, [self.file.name, *rendition_names(self.file).values()]
        deleted = super().delete(*args, **kwargs)
        transaction.on_commit(lambda: [storage.delete(name) for name in names if name])
        return deleted

    @property
    def card_url(self):
        """The picture that social networks show beside a link, 1200 × 630 pixels."""
        return self.file.card if self.is_ready else self.file.url

    @property
    def focal_class(self):
        """The class of static/almaty/focal.css nearest to the focal point: `focal-0-0` … `-4-4`."""
        x, y = (round(float(part) * 4) for part in self.focal_point.split("x"))
        return f"focal-{x}-{y}"
