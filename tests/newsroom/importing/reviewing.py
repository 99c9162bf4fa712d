"""What tests of an import do at the desk: its pages opened, its buttons pressed."""

from django.urls import reverse

from newsroom.models import NewsItem
from tests.newsroom.importing.office import GLACIERS

UPLOAD = reverse("admin:newsroom_import_add")


def address(story):
    return reverse("admin:newsroom_import_story", args=[story.document_id, story.number])


def page_of(story):
    return NewsItem.objects.get(pk=story.news_item_id)


def send(desk, story, version=None, **data):
    """A button of the review, pressed on the page as it is now."""
    version = page_of(story).version if version is None else version
    named = {name.replace("_", "-"): value for name, value in data.items()}
    return desk.post(address(story), named | {"version": version}, follow=True)


def send_change(desk, story, row, **fields):
    data = {"change": row.pk, "version": page_of(story).version}
    data |= {f"s{row.pk}-{name}": value for name, value in fields.items()}
    return desk.post(address(story), data, follow=True)


def suggestion(story, kind, **value):
    rows = story.suggestions.filter(kind=kind)
    return next(row for row in rows if value.items() <= row.value.items())


def said(answer):
    return " ".join(str(message) for message in answer.context["messages"])


def evidence(text):
    start = GLACIERS[1].index(text)
    return {"text": text, "paragraph": 0, "start": start, "end": start + len(text), "rule": "name"}


def upload(desk, **data):
    return desk.post(UPLOAD, data, follow=True)
