"""Readers while somebody previews a draft: on connections and threads of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from almaty import contents, editing, previews
from almaty.caching import held
from tests.almaty.previews.full import MARK
from tests.factories import make_country, make_image, make_news_item, make_sector, make_snapshot

pytestmark = pytest.mark.django_db(transaction=True)


PAGES = ["/", "/ru/", "/snapshots/", "/snapshots/feed/", "/snapshots/2024-h2/", "/sectors/"]
PAGES += ["/countries/", "/countries/kazakhstan/", "/sectors/culture/", f"/search/?q={MARK}"]
PAGES += ["/sitemap.xml", "/sitemap-stories.xml", "/snapshots/?tag=" + MARK]
PAGES += ["/snapshots/2024-h2/live/", "/snapshots/2024-h2/draft/"]


def read_all():
    """What a reader gets of each page: twice, from the view and from the cache."""
    client = Client()
    try:
        return [client.get(page).content.decode() for page in [*PAGES, *PAGES]]
    finally:
        connections.close_all()


def with_the_word(texts):
    """Pages that say it otherwise than in the box of the search itself."""
    return [text for text in texts if f"{MARK}t" in text or f"{MARK}-t" in text]


@pytest.mark.parametrize("are_caches_warm", [True, False])
def test_a_reader_never_sees_a_word_of_a_draft(
    many_connections, admin_client, settings, monkeypatch, are_caches_warm
):
    settings.SECOND_FACTOR_FOR = []
    words = {f"{field}_en": f"{MARK}text" for field in ("title", "summary", "body")}
    edition = make_snapshot()
    sector, country = make_sector(), make_country()
    live = make_news_item("Live", slug="live", sector=sector, snapshot=edition)
    live.countries.set([country])
    content = contents.content_of(live) | words | {"tags": [f"{MARK}text"], "is_lead": True}
    content |= {"image_id": make_image(alt="A field").pk}
    editing.save(live, content, None)
    draft = make_news_item(slug="draft", status="draft", published_at=None, **words)
    if are_caches_warm:
        assert with_the_word(read_all()) == []

    is_open, may_close = Event(), Event()
    view_of = previews.visitor

    def visitor(*args):
        """Stops while the transaction says what the draft says, and holds values of it."""
        assert held("probe", lambda: MARK) == MARK
        is_open.set()
        assert may_close.wait(60)
        return view_of(*args)

    monkeypatch.setattr(previews, "visitor", visitor)

    def read_meanwhile():
        assert is_open.wait(60)
        try:
            return read_all()
        finally:
            may_close.set()

    for item in (live, draft):
        is_open.clear()
        may_close.clear()
        with ThreadPoolExecutor(1) as threads:
            reading = threads.submit(read_meanwhile)
            path = reverse("admin:newsroom_newsitem_preview", args=[item.pk])
            assert f"{MARK}text" in admin_client.get(path).content.decode()
            texts = reading.result()
        assert len(texts) == 2 * len(PAGES)
        assert any("Live" in text for text in texts)
        assert with_the_word(texts) == []
    assert with_the_word(read_all()) == []
    assert held("probe", lambda: "of the public") == "of the public"


def test_this_test_can_fail(many_connections):
    """With the word in a page that is public, the readers do find it."""
    make_news_item(f"{MARK}text", sector=make_sector(), slug="live")
    assert len(with_the_word(read_all())) > 5
