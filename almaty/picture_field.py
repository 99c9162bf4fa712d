"""The one gate of pictures: no file reaches the disk but through `accept`."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from imagefield.fields import ImageField, ImageFieldFile

from almaty.images import Accepted, accept

FOCAL_POINT = re.compile(r"(?:0(?:\.\d+)?|1(?:\.0+)?)x(?:0(?:\.\d+)?|1(?:\.0+)?)", re.ASCII)


class PictureFile(ImageFieldFile):
    def save(self, name, content, save=True):
        """Also what no form has seen: the importer's picture, a script's."""
        accepted = content if isinstance(content, Accepted) else accept(content)
        super().save(accepted.name, accepted, save=save)

    save.alters_data = True


class PictureFormField(forms.FileField):
    def to_python(self, data):
        if isinstance(data, PictureFile):
            return data  # the one that the row has
        upload = super().to_python(data)
        return upload and accept(upload)


class PictureField(ImageField):
    attr_class = PictureFile

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": PictureFormField} | kwargs)


def validate_focal_point(text):
    if not FOCAL_POINT.fullmatch(text):
        raise ValidationError(_("Click on the picture where its focal point is."), code="focal")
