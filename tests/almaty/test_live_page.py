"""While drafts are saved and kept, the public reads what it has read, byte for byte."""

import pytest
from django.core.cache import caches

from almaty import contents, editing
from newsroom.models import NewsItem, Snapshot
from programmes.models import Country, Partner, Project, Sector
from tests.almaty.test_kept_forms import keep
from tests.factories import make_image
from tests.test_leaks import archive, crawl  # noqa: F401 a fixture

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
PAGES = [NewsItem, Snapshot, Project, Partner, Sector, Country]
TYPED = "zzdraft"


def drafted(page):
    """Every text, relation and part of a page changed."""
    content = contents.content_of(page)
    for name, value in content.items():
        if name.rpartition("_")[0] in {"title", "name", "summary", "body", "introduction"}:
            content[name] = f"<p>{TYPED}</p>" if "body" in name else TYPED
        elif isinstance(value, list):
            content[name] = []
    if "tags" in content:
        content["tags"] = [TYPED]
    if "image_id" in content:
        content["image_id"] = make_image(alt=TYPED).pk
    if "slug" in content and hasattr(page, "status"):
        content["slug"] = f"{TYPED}-{page.pk}"
    return content


def live_pages():
    for model in PAGES:
        for page in model.objects.all():
            if page.is_live:
                yield page


def differences(before, after):
    return sorted(
        address
        for address in before.keys() | after.keys()
        if before.get(address) != after.get(address)
    )


@pytest.mark.once
def test_no_public_byte_changes_while_drafts_are_saved(client, archive, admin_client, admin_user):  # noqa: F811
    warm = crawl(client)
    assert len(warm) > 40
    pages = list(live_pages())
    assert {type(page) for page in pages} == set(PAGES)
    for page in pages:
        editing.save(page, drafted(page), admin_user)
        page.refresh_from_db()
        assert page.draft_id
    story = next(page for page in pages if isinstance(page, NewsItem))
    assert keep(admin_client, story, title_en=f"{TYPED} kept").status_code == 200
    admin_client.get(f"/admin/newsroom/newsitem/{story.pk}/change/")
    assert differences(warm, crawl(client)) == []
    for cache in caches.all():
        cache.clear()
    cold = crawl(client)
    assert differences(warm, cold) == []
    assert not any(TYPED in text for text in cold.values())


@pytest.mark.planted
def test_the_same_look_finds_what_was_published(client, archive, admin_user):  # noqa: F811
    """The planted fault: one of the drafts goes public."""
    before = crawl(client)
    story = NewsItem.objects.published().first()
    editing.save(story, drafted(story), admin_user)
    editing.publish(story, admin_user)
    for cache in caches.all():
        cache.clear()
    assert differences(before, crawl(client))
