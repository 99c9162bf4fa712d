"""Previews: what they show, to whom, and that they leave nothing behind."""

import re
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from almaty import contents, editing
from almaty.models import Revision
from almaty.publishing import Status
from newsroom import views
from newsroom.models import NewsItem
from programmes.models import Country
from tests.almaty.accounts.people import make_person
from tests.almaty.previews.full import MARK, SHOWN, make_draft, make_live_story
from tests.factories import (
    make_country,
    make_news_item,
    make_partner,
    make_project,
    make_region,
    make_sector,
    make_snapshot,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.SECOND_FACTOR_FOR = []


@pytest.fixture
def editor():
    return make_person("editor")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def address(page, **query):
    name = f"admin:{page._meta.app_label}_{page._meta.model_name}_preview"
    return reverse(name, args=[page.pk], query=query or None)


def preview(client, page, **query):
    answer = client.get(address(page, **query))
    assert answer.status_code == 200, answer
    return answer.content.decode()


def without_bar(html):
    """Takes off the bar, which must stand there once."""
    before, bar, rest = html.partition('<link rel="stylesheet" href="/static/almaty/preview.css">')
    assert bar, html
    return before + rest.partition("</aside>")[2]


def lines(html):
    """Without the moment of the last change, which a preview is ahead of."""
    html = re.sub('"dateModified":"[^"]+"', "", html)
    return [line.strip() for line in html.splitlines() if line.strip()]


def public_pages(client, item):
    paths = [item.get_absolute_url(), "/", "/snapshots/", "/snapshots/2024-h2/", "/snapshots/feed/"]
    paths += ["/ru" + item.get_absolute_url(), "/countries/kazakhstan/", "/sectors/culture/"]
    paths += ["/sitemap-stories.xml", "/partners/", f"/search/?q={MARK}", "/countries/"]
    return {path: client.get(path) for path in paths}


def rows():
    """How many rows every table of the database has."""
    with connection.cursor() as cursor:
        found = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608
            found[table] = cursor.fetchone()[0]
    return found


def test_a_draft_shows_in_all_its_parts(desk, editor):
    item = make_draft(make_live_story(), editor)
    html = preview(desk, item)
    assert [word for word in SHOWN if f"{MARK} {word}" not in html] == []
    assert "4 March 2011" in html
    assert "over 4,321" in html
    assert "Glaciers" not in html
    assert "Ministry" not in html


def test_it_is_the_page_that_the_public_gets_once_it_is_published(desk, editor, client):
    item = make_draft(make_live_story(), editor)
    seen = {code: preview(desk, item, language=code) for code in ("en", "ru", "kk")}
    editing.publish(item, editor)
    client.logout()
    path = NewsItem.objects.get(pk=item.pk).get_absolute_url()
    for code, html in seen.items():
        public = client.get(path if code == "en" else f"/{code}{path}").content.decode()
        assert lines(without_bar(html)) == lines(public)


def test_the_public_reads_byte_for_byte_what_it_has_read(desk, editor, client):
    item = make_live_story()
    client.logout()
    before = {path: answer.content for path, answer in public_pages(client, item).items()}
    item = make_draft(item, editor)
    unchanged = NewsItem.objects.values().get(pk=item.pk)
    for page in before:
        client.get(page)
    client.force_login(editor)
    for language in ("en", "ru", "kk"):
        assert MARK in preview(client, item, language=language)
    client.logout()
    # What the draft is joined to is public, so that lists may name it: those are asked for below.
    same = [item.get_absolute_url(), "/", "/snapshots/feed/", "/sitemap-stories.xml"]
    after = public_pages(client, item)
    assert all(after[path].content == before[path] for path in same)
    assert NewsItem.objects.values().get(pk=item.pk) == unchanged


def test_no_cache_is_written_or_read(desk, editor, client):
    item = make_live_story()
    item = make_draft(item, editor)
    client.logout()
    public_pages(client, item)
    client.force_login(editor)
    client.get(reverse("admin:index"))
    kept = {alias: dict(caches[alias]._cache) for alias in ("default", "shared")}
    assert any("held" in key for key in kept["default"])
    assert any("page" in key for key in kept["default"])
    assert MARK in preview(desk, item)
    assert kept == {alias: dict(caches[alias]._cache) for alias in ("default", "shared")}


def test_no_cache_gets_what_several_pages_share(desk):
    """A country's page shows lists and counts that are held for all pages."""
    country = make_country()
    make_news_item("Glaciers", countries=[country])
    desk.get(reverse("admin:index"))
    kept = dict(caches["default"]._cache)
    assert not any("held" in key for key in kept)
    assert "Glaciers" in preview(desk, country)
    assert dict(caches["default"]._cache) == kept
    desk.get(country.get_absolute_url())
    assert any("held" in key for key in caches["default"]._cache)


def test_nothing_is_written(desk, editor):
    item = make_draft(make_live_story(), editor)
    edition = make_snapshot("2023", status=Status.DRAFT)
    before = rows()
    assert before["newsroom_newsitem"] == 1
    for page in (item, edition):
        preview(desk, page)
    assert rows() == before


def test_any_revision_can_be_seen(desk, editor):
    item = make_draft(make_live_story(), editor)
    first, last = Revision.objects.of(item).order_by("number")
    html = preview(desk, item, revision=first.number)
    assert "Preview of version 0" in html
    assert MARK not in without_bar(html)
    assert f"{MARK} title" in preview(desk, item, revision=last.number)


@pytest.mark.parametrize("number", ["99", "-1", "x", "", "9" * 40, "²"])
def test_a_revision_that_is_not_there_is_not_found(desk, editor, number):
    item = make_draft(make_live_story(), editor)
    assert desk.get(address(item, revision=number)).status_code == 404


def test_a_revision_of_another_page_is_not_found(desk, editor):
    item, other = make_draft(make_live_story(), editor), make_news_item()
    assert desk.get(address(other, revision=item.version)).status_code == 404


def test_a_language_it_is_not_written_in_shows_the_first_one(desk, editor):
    item = make_draft(make_live_story(), editor)
    html = preview(desk, item, language="kk")
    assert '<html lang="kk">' in html
    assert f'<h1 lang="en">{MARK} title</h1>' in html
    assert f"{MARK} заголовок" in preview(desk, item, language="ru")
    assert '<html lang="en">' in preview(desk, item, language="xx")


def test_the_bar_speaks_the_language_of_the_desk(desk, editor):
    item = make_draft(make_live_story(), editor)
    html = desk.get("/ru" + address(item, language="kk")).content.decode()
    assert '<aside class="preview-bar" lang="ru"' in html


def test_a_story_without_an_address_gets_one_for_the_preview(desk):
    item = make_news_item("A new thing", slug="", status=Status.DRAFT, published_at=None)
    make_news_item(slug="a-new-thing")
    html = preview(desk, item)
    assert "/snapshots/2024-h2/a-new-thing-2/" in html
    assert NewsItem.objects.get(pk=item.pk).slug == ""


@pytest.mark.parametrize(
    "state",
    [
        {"status": Status.DRAFT, "published_at": None},
        {"status": Status.PUBLISHED, "published_at": timezone.now() + timedelta(days=9)},
        {"status": Status.WITHDRAWN, "public_until": timezone.now() - timedelta(days=9)},
        {"public_until": timezone.now() - timedelta(minutes=5)},
    ],
)
def test_a_page_that_is_not_public_shows_as_if_it_were(desk, state):
    item = make_news_item("Not yet", **state)
    assert desk.get(item.get_absolute_url()).status_code == 404
    assert "<h1>Not yet</h1>" in preview(desk, item)
    assert desk.get(item.get_absolute_url()).status_code == 404


def test_every_kind_of_page_has_one(desk, editor):
    project, partner = make_project("GLOFCA"), make_partner("Ministry of Lakes")
    for page in (project, partner, make_sector(), make_country()):
        name = page.translation_needs[0] + "_en"
        content = contents.content_of(page) | {name: f"{MARK} name"}
        page, _ = editing.save(page, content, editor)
        assert f"<h1>{MARK} name</h1>" in preview(desk, page)


def test_a_draft_edition_shows_its_draft_stories_in_their_order(desk):
    edition = make_snapshot(status=Status.DRAFT, published_at=None)
    draft = {"status": Status.DRAFT, "published_at": None, "snapshot": edition}
    make_news_item("Second", position=2, **draft)
    make_news_item("First", position=1, **draft)
    make_news_item("Third", position=3, snapshot=edition)
    make_news_item("Taken back", snapshot=edition, status=Status.WITHDRAWN)
    html = preview(desk, edition)
    places = [html.index(f">{word}</a>") for word in ("First", "Second", "Third")]
    assert places == sorted(places)
    assert "Taken back" not in html


def test_a_new_order_shows_before_it_is_published(desk, editor):
    edition = make_snapshot()
    one = make_news_item("One", snapshot=edition, position=1)
    two = make_news_item("Two", snapshot=edition, position=2)
    content = contents.content_of(edition) | {"order": [[two.pk, 1], [one.pk, 2]]}
    edition, _ = editing.save(edition, content, editor)
    html = preview(desk, edition)
    assert html.index(">Two</a>") < html.index(">One</a>")
    public = desk.get(edition.get_absolute_url()).content.decode()
    assert public.index(">One</a>") < public.index(">Two</a>")


def test_a_story_shows_within_its_edition_that_is_still_a_draft(desk):
    edition = make_snapshot(title="Winter", status=Status.DRAFT, published_at=None)
    draft = {"status": Status.DRAFT, "published_at": None, "snapshot": edition}
    one = make_news_item("One", position=1, **draft)
    make_news_item("Two", position=2, **draft)
    html = preview(desk, one)
    assert "Winter" in html
    assert 'rel="next"' in html
    NewsItem.objects.filter(pk=one.pk).update(snapshot=None)
    assert "Winter" not in preview(desk, one)


def test_a_contributor_sees_no_drafts_of_others_in_it(client):
    writer = make_person("contributor")
    client.force_login(writer)
    edition = make_snapshot(title="Winter", status=Status.DRAFT, published_at=None)
    draft = {"status": Status.DRAFT, "published_at": None, "snapshot": edition}
    own = make_news_item("My own", made_by=writer, **draft)
    make_news_item("Secret", **draft)
    html = preview(client, own)
    assert "<h1>My own</h1>" in html
    assert "Secret" not in html
    assert "Winter" not in html


def test_who_may_not_change_the_page_sees_no_preview_of_it(client):
    item = make_draft(make_live_story(), None)
    hidden = make_news_item(status=Status.DRAFT, published_at=None)
    assert client.get(address(item)).status_code == 302
    client.force_login(make_person("contributor"))
    assert client.get(address(item)).status_code == 403
    assert client.get(address(item, revision=item.version)).status_code == 403
    assert client.get(address(hidden)).status_code == 404
    assert client.get(address(NewsItem(pk=12345))).status_code == 404


def test_a_page_in_the_bin_has_none(desk, editor):
    item = make_news_item()
    editing.delete(item, editor)
    assert desk.get(address(item)).status_code == 404


def test_it_is_only_read(desk):
    assert desk.post(address(make_news_item())).status_code == 405


def test_nobody_keeps_or_finds_it_and_only_the_desk_frames_it(desk):
    item = make_news_item()
    answer = desk.get(address(item))
    assert {"private", "no-store"} <= set(answer["Cache-Control"].replace(",", "").split())
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert "ETag" not in answer
    form = desk.get(reverse("admin:newsroom_newsitem_change", args=[item.pk]))
    assert "frame-src 'self'" in form["Content-Security-Policy"]
    for page in (form, desk.get(item.get_absolute_url())):
        assert page["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in page["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (RuntimeError("hidden detail"), "Something in this page cannot be shown."),
        (Http404("hidden detail"), "The public address of this page would show nothing."),
    ],
)
def test_a_view_that_fails_is_told_in_words(desk, monkeypatch, error, words):
    def fail(*args, **kwargs):
        raise error

    item = make_news_item()
    monkeypatch.setattr(views, "related", fail)
    html = preview(desk, item)
    assert words in html
    assert "hidden detail" not in html
    monkeypatch.undo()
    assert "<h1>" in preview(desk, item)


def test_a_revision_whose_address_is_taken_shows_at_the_present_one(desk, editor):
    item = make_draft(make_live_story(), editor)
    content = contents.content_of(item) | {"slug": "moved"}
    item = editing.publish(editing.save(item, content, editor)[0], editor)
    old = Revision.objects.of(item).get(number=0)
    make_news_item(slug=old.content["slug"])
    html = preview(desk, item, revision=0)
    assert "/snapshots/2024-h2/moved/" in html
    assert "<h1>Glaciers</h1>" in html


def test_a_revision_that_cannot_be_any_more_is_told_in_words(desk, editor):
    region = make_region()
    content = contents.content_of(region) | {"is_region": False}
    editing.publish(editing.save(region, content, editor)[0], editor)
    make_country("The other region", slug="other", is_region=True)
    assert "Another page has what only one page may have" in preview(desk, region, revision=0)
    assert not Country.objects.get(pk=region.pk).is_region
