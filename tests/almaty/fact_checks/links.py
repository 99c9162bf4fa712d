"""Links of drafts, and what their readers send."""

from django.urls import reverse

from almaty import editing
from almaty.fact_check_links import make_link
from almaty.models import Revision
from tests.almaty.previews.full import make_draft, make_live_story
from tests.factories import make_news_item
from tests.forms import FormReader


def newest(page):
    return Revision.objects.of(page).first()


def link(page=None, **given):
    """The row and the address of a link to the newest revision."""
    page = page or make_draft(make_live_story(), None)
    given = {"by": None, "reader": "Ministry of Water", "language": "en"} | given
    check, token = make_link(newest(page), **given)
    return check, reverse("fact-check", args=[token])


def key_on(client, address):
    return FormReader(client.get(address).content.decode()).fields["key"][0]


def say(client, address, part=1, text="That was in May.", **given):
    data = {"key": key_on(client, address), "part": part, "text": text} | given
    return client.post(address, data)


def newer():
    """A page with a revision."""
    page = make_news_item()
    editing.keep_first(page)
    return page
