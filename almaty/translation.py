from modeltranslation.translator import TranslationOptions, register

from almaty.models import Image


@register(Image)
class ImageTranslation(TranslationOptions):
    fields = ["alt", "caption"]
