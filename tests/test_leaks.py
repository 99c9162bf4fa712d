"""Nothing unpublished shows anywhere: a crawl of every public surface looks for rare words."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.cache import cache
from django.utils import timezone

from almaty import editing
from almaty.publishing import Status
from newsroom.models import NewsItem, Result
from tests.factories import (
    make_country,
    make_news_item,
    make_partner,
    make_project,
    make_region,
    make_result,
    make_sector,
    make_snapshot,
)

pytestmark = pytest.mark.django_db
START = [
    "/",
    "/sitemap.xml",
    "/robots.txt",
    "/snapshots/feed/",
    "/search/?q=zzq",
    "/search/?q=story",
]
MARKER = "zzq"  # in every hidden text and address, and nowhere else
HIDDEN = {"title", "short_title", "summary", "body", "name", "introduction", "description"}
HIDDEN |= {"mandate"}
MOST_PAGES = 600


def hide(page):
    """Gives every text of a page the marker, in all languages."""
    for field in page._meta.fields:
        if field.name.rpartition("_")[0] in HIDDEN:
            setattr(
                page,
                field.name,
                f"<p>{MARKER} {field.name}</p>" if "body" in field.name else f"{MARKER} {page.pk}",
            )
    page.save()


@pytest.fixture
def archive():
    """Public pages of every kind, each joined to hidden ones of every kind."""
    kazakhstan, region = make_country("Kazakhstan", iso2="KZ"), make_region()
    culture = make_sector("Culture")
    edition = make_snapshot("2024-h2")
    tomorrow = timezone.now() + timedelta(days=1)
    hidden = [
        {"status": Status.DRAFT, "published_at": None},
        {"status": Status.WITHDRAWN},
        {"published_at": tomorrow},
        {"status": Status.DELETED, "deleted_at": timezone.now()},
        {"public_until": timezone.now() - timedelta(minutes=1)},
    ]
    project = make_project(
        "Open project", slug="open-project", countries=[kazakhstan], sector=culture
    )
    partner = make_partner("Open partner", slug="open-partner")
    project.participations.create(partner=partner, role="funder")
    story = make_news_item(
        "Open story", countries=[kazakhstan], sector=culture, snapshot=edition, project=project
    )
    story.contributions.create(partner=partner, role="host")
    for n, state in enumerate(hidden):
        secret_project = make_project(
            slug=f"{MARKER}-project-{n}", countries=[kazakhstan], sector=culture, **state
        )
        secret_partner = make_partner(slug=f"{MARKER}-partner-{n}", **state)
        secret_edition = make_snapshot(f"20{n}0-h1", **state)
        secret_story = make_news_item(
            slug=f"{MARKER}-story-{n}",
            countries=[kazakhstan, region],
            sector=culture,
            snapshot=edition,
            project=project,
            is_lead=True,
            tags=[f"{MARKER} tag {n}"],
            **state,
        )
        for page in (secret_project, secret_partner, secret_edition, secret_story):
            hide(page)
        secret_story.contributions.create(partner=partner, role="technical")
        secret_project.participations.create(partner=partner, role="technical")
        project.participations.create(
            partner=secret_partner, role="platform", note=f"{MARKER} note"
        )
        story.contributions.create(partner=secret_partner, role="platform", note=f"{MARKER} note")
        other = make_news_item(f"Open story {n}", countries=[kazakhstan], project=secret_project)
        other.snapshot = secret_edition
        other.save()
        partner.parent = secret_partner
        partner.save()
        for owner in ({"news_item": secret_story}, {"project": secret_project}):
            make_result(unit=f"{MARKER} {n}", country=kazakhstan, is_key=True, **owner)
    make_result(unit="open result", country=kazakhstan, is_key=True, news_item=story)
    for page in (project, partner, story, edition, kazakhstan, culture):
        draft(page)


def draft(page):
    """Changes of a live page that wait beside it, for a time to come, and one that was discarded:
    texts, address, tags and parts are the marker's in its revisions, and the row stays as it is."""
    content = editing.current_content(page)
    secret = {
        name: f"<p>{MARKER} {name}</p>"
        if name.startswith(("body", "introduction"))
        else f"{MARKER} {name}"
        for name, value in content.items()
        if name.rpartition("_")[0] in HIDDEN
    }
    secret |= {"slug": f"{MARKER}-moved"} if "slug" in content else {}
    secret |= {"tags": [f"{MARKER} tag"]} if "tags" in content else {}
    for part in ("results", "participations", "contributions", "other_names"):
        if part in content:
            texts = {
                "note": f"{MARKER} note",
                "unit_en": f"{MARKER} unit",
                "name": f"{MARKER} name",
            }
            secret[part] = [
                row | {name: text for name, text in texts.items() if name in row}
                for row in content[part]
            ]
    editing.save(page, content | secret, None)
    editing.discard(page, None)
    editing.save(page, content | secret, None)
    editing.publish(page, None, at=timezone.now() + timedelta(days=2))
    page.refresh_from_db()
    assert page.due_id
    assert page.draft_id


def crawl(client):
    """{address: text} of all that can be reached by links, sitemaps and feeds."""
    seen, todo = {}, list(START)
    while todo and len(seen) < MOST_PAGES:
        address = todo.pop()
        if address in seen:
            continue
        response = client.get(address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        text = body.decode(errors="replace")
        seen[address] = text + str(sorted(response.headers.items()))
        links = re.findall(r'(?:href|src|action)="([^"]+)"|<loc>([^<]+)</loc>', text)
        for link in (unescape(a or b) for a, b in links):
            path = link.removeprefix("http://testserver").partition("#")[0]
            if path.startswith("/") and not path.startswith(("/admin", "/static", "/media")):
                todo.append(path)
    return seen


def test_no_hidden_word_is_on_any_public_surface(client, archive):
    pages = crawl(client)
    assert len(pages) > 40
    assert [a for a in pages if a.startswith("/kk/snapshots/2024-h2/")]
    more_than_the_echo_of_a_search = re.compile(f"{MARKER}[ -]")
    found = {a for a, text in pages.items() if more_than_the_echo_of_a_search.search(text)}
    assert found == set()


@pytest.mark.planted
def test_the_crawl_would_find_what_is_published_by_mistake(client, archive):
    """The planted fault: the same crawl, with one draft let out."""
    NewsItem.objects.filter(slug=f"{MARKER}-story-0").update(
        status=Status.PUBLISHED, published_at=timezone.now()
    )
    cache.clear()
    assert [a for a, text in crawl(client).items() if f"{MARKER}-story-0" in text]


@pytest.mark.planted
def test_the_crawl_would_find_a_change_that_comes_too_early(client, archive):
    """The planted fault: the changes of one live page, two days before their time."""
    story = NewsItem.objects.get(slug__startswith="story", title="Open story")
    editing.update(story, due_at=timezone.now() - timedelta(seconds=1))
    cache.clear()
    assert [a for a, text in crawl(client).items() if f"{MARKER} title" in text]


def test_hidden_pages_answer_as_if_they_did_not_exist(client, archive):
    for n in range(5):
        for address in (
            f"/snapshots/2024-h2/{MARKER}-story-{n}/",
            f"/projects/{MARKER}-project-{n}/",
            f"/partners/{MARKER}-partner-{n}/",
        ):
            assert client.get(address).status_code == 404
            assert client.get(f"/ru{address}").status_code == 404


def test_counts_leave_hidden_stories_out(client, archive):
    response = client.get("/snapshots/")
    assert response.context["page"].paginator.count == 6
    countries = next(f for f in response.context["facets"] if f["name"] == "country")
    assert {o["value"]: o["count"] for o in countries["options"]} == {
        "kazakhstan": 6,
        "central-asia": 0,
    }
    assert len(Result.objects.published()) == 1
