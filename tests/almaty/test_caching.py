"""What is held until something is published."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.utils import timezone

from almaty.caching import HOLD_SECONDS, generation, held, next_publication, seconds_to_hold
from tests.factories import make_news_item, make_partner, make_snapshot

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
    assert next_publication(now) == now + timedelta(seconds=40)
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
