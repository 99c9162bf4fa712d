from modeltranslation.translator import TranslationOptions, register

from newsroom import models


@register(models.Snapshot)
class SnapshotTranslation(TranslationOptions):
    fields = ["title", "introduction"]


@register(models.NewsItem)
class NewsItemTranslation(TranslationOptions):
    fields = ["title", "summary", "body"]


@register(models.Result)
class ResultTranslation(TranslationOptions):
    fields = ["unit"]
