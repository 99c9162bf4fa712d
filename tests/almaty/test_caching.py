"""What is held until something is published."""

import gzip
from datetime import date, timedelta

import pytest
from django.core.cache import caches
from django.utils import timezone

from almaty.caching import HOLD_SECONDS, generation, held, next_change, seconds_to_hold
from tests.factories import make_country, make_news_item, make_partner, make_snapshot

pytestmark = pytest.mark.django_db


def test_it_is_made_once_a_generation(django_capture_on_commit_callbacks):
    made = iter(range(9))
    assert [held("n", lambda: next(made)) for _ in range(3)] == [0, 0, 0]
    with django_capture_on_commit_callbacks(execute=True):
        make_partner()
    assert held("n", lambda: next(made)) == 1


def test_an_edit_that_is_rolled_back_lets_nothing_go(django_capture_on_commit_callbacks):
    before = generation()
    with django_capture_on_commit_callbacks(execute=False):
        make_partner()
    assert generation() == before


def test_nothing_is_held_beyond_the_next_scheduled_page_of_any_kind():
    assert seconds_to_hold() == HOLD_SECONDS
    caches["shared"].clear()
    now = timezone.now()
    make_snapshot(published_at=now + timedelta(seconds=90))
    make_partner(published_at=now + timedelta(seconds=40))
    make_news_item(published_at=now + timedelta(days=3))
    assert next_change(now) == now + timedelta(seconds=40)
    assert 30 < seconds_to_hold() <= 40


def test_every_process_of_a_machine_sees_an_edit(settings, tmp_path):
    """Two caches in memory, one file between them: what `make run` and a command are."""
    settings.CACHES = settings.CACHES | {
        "shared": {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": tmp_path,
            "TIMEOUT": None,
        }
    }
    ours = generation()
    assert generation() == ours
    caches["shared"].set("generation", "another process published")
    assert generation() == "another process published"


@pytest.fixture
def shelf(client):
    """One story with two languages, asked for once so that its page is held."""
    item = make_news_item(title="English", title_ru="По-русски", slug="one")
    client.get("/snapshots/2024-h2/one/")
    return item


def test_a_held_page_is_one_address_in_one_language_on_one_host(client, shelf, settings):
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    russian = client.get("/ru/snapshots/2024-h2/one/").content.decode()
    elsewhere = client.get("/snapshots/2024-h2/one/", headers={"host": "other.example"})
    assert "По-русски" in russian
    assert "http://testserver" not in elsewhere.content.decode()


def test_a_held_page_is_sent_as_its_reader_can_read_it(client, shelf):
    plain = client.get("/snapshots/2024-h2/one/")
    packed = client.get("/snapshots/2024-h2/one/", headers={"accept-encoding": "br, gzip"})
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed.content) == plain.content
    assert "Accept-Encoding" in packed["Vary"]


def test_an_address_too_long_to_hold_is_sent_packed_and_dated_all_the_same(client):
    response = client.get(f"/snapshots/?q={'a' * 900}", headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert "max-age" in response["Cache-Control"]


def test_what_the_view_told_robots_is_passed_on(client):
    assert "noindex" in client.get("/sitemap.xml")["X-Robots-Tag"]


@pytest.mark.parametrize(
    "edit",
    [
        lambda item: item.countries.add(make_country("Kazakhstan")),
        lambda item: item.tags.add("glaciers"),
        lambda item: item.event_dates.create(start=date(2024, 10, 8)),
        lambda item: item.withdraw(),
        lambda item: item.delete(),
    ],
    ids=["country", "tag", "date", "withdrawn", "deleted"],
)
def test_every_kind_of_edit_lets_the_page_go(
    client, shelf, edit, django_capture_on_commit_callbacks
):
    before = client.get("/snapshots/2024-h2/one/").content
    with django_capture_on_commit_callbacks(execute=True):
        edit(shelf)
    assert client.get("/snapshots/2024-h2/one/").content != before
