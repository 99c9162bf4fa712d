"""What is public of a live page stays byte for byte the same while drafts of it are saved."""

import re

import pytest
from django.core.cache import caches

from almaty import editing
from newsroom.models import NewsItem, Snapshot
from programmes.models import Country, Partner, Project, Sector
from tests.factories import (
    make_country,
    make_image,
    make_news_item,
    make_partner,
    make_project,
    make_result,
    make_sector,
    make_snapshot,
)
from tests.test_leaks import crawl

pytestmark = pytest.mark.django_db
NEW = "qzx"  # in every text that only drafts have


@pytest.fixture
def site():
    """A live page of every kind, joined to the others."""
    country, sector = make_country(iso2="KZ"), make_sector()
    partner, project = make_partner("House"), make_project("Hall", countries=[country])
    project.participations.create(partner=partner, role="funder")
    make_result(project=project, unit="stations", country=country, is_key=True)
    edition = make_snapshot(introduction="<p>Six months.</p>")
    for number in (1, 2, 3):
        story = make_news_item(
            f"Story {number}",
            body="<p>As it was.</p>",
            countries=[country],
            sector=sector,
            snapshot=edition,
            project=project,
            position=number,
            tags=["ice"],
            image=make_image(),
            is_lead=number == 1,
        )
        story.event_dates.create(start="2024-10-09")
        story.contributions.create(partner=partner, role="host")
        make_result(news_item=story, unit="teachers", country=country, is_key=True)


def drafted():
    """Saves a draft of every live page that changes all it has. Returns how many were saved."""
    image, partner, count = make_image(alt="Another field"), Partner.objects.get(), 0
    country, sector = Country.objects.get(), Sector.objects.get()
    words = {f"title_{code}": f"{NEW} title" for code in ("en", "ru", "kk")}
    texts = {f"body_{code}": f"<p>{NEW} body</p>" for code in ("en", "ru", "kk")}
    row = {"id": None, "partner_id": partner.pk, "role": "platform", "note": f"{NEW} note"}
    for page in [*NewsItem.objects.all(), *Project.objects.all()]:
        content = editing.current_content(page) | words | texts
        content |= {"summary_en": f"{NEW} summary", "image_id": image.pk, "countries": []}
        content |= {"slug": f"{NEW}-{page.slug}", "sector_id": None, "further_sectors": [sector.pk]}
        if isinstance(page, NewsItem):
            content |= {"tags": [f"{NEW} tag"], "contributions": [row], "event_dates": []}
            content |= {"project_id": None, "is_lead": not page.is_lead}
        else:
            content |= {"participations": [row | {"amount": None, "currency": ""}]}
            content |= {"other_names": [other_name()]}
        content["results"] = [
            result | {"value": "7.00", "unit_en": f"{NEW} unit"} for result in content["results"]
        ]
        count += save(page, content)
    for edition in Snapshot.objects.all():
        content = editing.current_content(edition) | words
        content |= {"introduction_en": f"<p>{NEW}</p>", "image_id": image.pk}
        content["order"] = [[key, 9 - position] for key, position in content["order"]]
        count += save(edition, content)
    for page, text in ((partner, "description_en"), (sector, "mandate_en"), (country, "body_en")):
        text = "introduction_en" if page == country else text
        content = editing.current_content(page) | {"name_en": f"{NEW} name", text: f"{NEW} text"}
        if page == partner:
            content["other_names"] = [other_name()]
        count += save(page, content)
    return count


def other_name():
    return {"id": None, "name": f"{NEW} alias", "kind": "alias", "note": ""}


def save(page, content):
    _row, is_changed = editing.save(page, content, None)
    return is_changed


def same(before, after):
    return sorted(address for address in before if before[address] != after.get(address))


def settled(pages):
    """Without how long a page may still be kept, which shrinks as it waits."""
    return {
        address: re.sub(r"max-age=\d+|\('Expires', '[^']*'\)", "", text)
        for address, text in pages.items()
    }


@pytest.mark.once
@pytest.mark.parametrize("is_warm", [True, False], ids=["warm", "cold"])
def test_drafts_change_no_byte_of_any_public_page(
    client, site, is_warm, django_capture_on_commit_callbacks
):
    before = settled(crawl(client))
    assert len(before) > 60
    with django_capture_on_commit_callbacks(execute=True):
        assert drafted() == 8
    if not is_warm:
        for cache in caches.all():
            cache.clear()
    after = settled(crawl(client))
    assert same(before, after) == []
    assert set(after) == set(before)
    assert not any(f"{NEW} " in text or f"{NEW}-" in text for text in after.values())


def test_publishing_shows_all_of_it(client, site, django_capture_on_commit_callbacks):
    crawl(client)
    with django_capture_on_commit_callbacks(execute=True):
        drafted()
    order = [story.title for story in Snapshot.objects.get().stories.order_by("position")]
    with django_capture_on_commit_callbacks(execute=True):
        for model in (NewsItem, Project, Snapshot, Partner, Sector, Country):
            for page in model.objects.all():
                assert page.draft_id, page
                editing.publish(page, None)
    text = " ".join(crawl(client).values())
    for word in ("title", "body", "summary", "note", "unit", "name", "alias", "text", "tag"):
        assert f"{NEW} {word}" in text, word
    assert f"/snapshots/2024-h2/{NEW}-" in text
    assert "As it was." not in text
    assert "stations" not in text
    keys = list(Snapshot.objects.get().stories.order_by("position").values_list("pk", flat=True))
    assert keys == sorted(keys, reverse=True)
    assert order == ["Story 1", "Story 2", "Story 3"]


@pytest.mark.planted
def test_a_draft_that_reaches_a_row_is_found(
    client, site, monkeypatch, django_capture_on_commit_callbacks
):
    """The planted fault: parts are written at once, as an admin without drafts would do it."""
    real = editing.save

    def careless(page, content, by, *args):
        page.results.update(unit_en=f"{NEW} unit") if hasattr(page, "results") else None
        return real(page, content, by, *args)

    before = settled(crawl(client))
    monkeypatch.setattr(editing, "save", careless)
    with django_capture_on_commit_callbacks(execute=True):
        drafted()
    for cache in caches.all():
        cache.clear()
    assert same(before, settled(crawl(client)))
