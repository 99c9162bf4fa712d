from modeltranslation.translator import TranslationOptions, register

from programmes import models


@register(models.Country)
class CountryTranslation(TranslationOptions):
    fields = ["name", "introduction"]


@register(models.Sector)
class SectorTranslation(TranslationOptions):
    fields = ["name", "mandate", "body"]


@register(models.Place)
class PlaceTranslation(TranslationOptions):
    fields = ["name"]


@register(models.Partner)
class PartnerTranslation(TranslationOptions):
    fields = ["name", "description"]


@register(models.Project)
class ProjectTranslation(TranslationOptions):
    fields = ["title", "short_title", "summary", "body"]
