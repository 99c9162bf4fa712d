"""What search engines and other machines are told."""

import json
import re
from datetime import date

import pytest

from almaty.publishing import Status
from tests.factories import (
    make_country,
    make_news_item,
    make_partner,
    make_project,
    make_sector,
    make_snapshot,
)

pytestmark = pytest.mark.django_db


def test_the_sitemap_names_public_pages_in_the_languages_they_exist_in(client):
    make_news_item(slug="one", title="One", title_ru="Один")
    make_news_item(slug="draft", status=Status.DRAFT)
    index = client.get("/sitemap.xml").content.decode()
    sections = re.findall(r"<loc>http://testserver(/[^<]+)</loc>", index)
    assert "/sitemap-stories.xml" in sections
    xml = client.get("/sitemap-stories.xml").content.decode()
    assert re.findall(r"<loc>http://testserver([^<]+)</loc>", xml) == [
        "/snapshots/2024-h2/one/",
        "/ru/snapshots/2024-h2/one/",
    ]
    assert 'hreflang="ru" href="http://testserver/ru/snapshots/2024-h2/one/"' in xml
    assert 'hreflang="kk"' not in xml
    assert 'hreflang="x-default" href="http://testserver/snapshots/2024-h2/one/"' in xml


def test_every_address_of_the_sitemap_answers(client):
    culture = make_sector("Culture")
    make_news_item(snapshot=make_snapshot(), sector=culture, countries=[make_country()])
    make_project(), make_partner()
    index = client.get("/sitemap.xml").content.decode()
    found = 0
    for section in re.findall(r"<loc>http://testserver(/[^<]+)</loc>", index):
        xml = client.get(section).content.decode()
        for path in re.findall(r"<loc>http://testserver([^<]+)</loc>", xml):
            assert client.get(path).status_code == 200, path
            found += 1
    assert found >= 6 * 3 + 6


def test_robots_keeps_off_the_desk_the_search_and_combinations(client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "Disallow: /*&\n" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def data_of(response):
    found = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', response.content.decode(), re.S
    )
    return {node["@type"]: node for node in json.loads(found[1])["@graph"]}


def test_a_story_is_described_for_machines_and_cannot_break_out(client):
    item = make_news_item("</script><b>Title</b>", summary="Say “less” & mean it.")
    item.event_dates.create(start=date(2024, 11, 1), precision="month")
    data = data_of(client.get(item.get_absolute_url()))
    assert data["NewsArticle"]["headline"] == "</script><b>Title</b>"
    assert data["NewsArticle"]["temporalCoverage"] == ["2024-11/2024-11"]
    assert data["BreadcrumbList"]["itemListElement"][-1]["name"] == item.title


def test_home_and_edition_are_described_for_machines(client):
    edition = make_snapshot(title="Half a year")
    make_news_item("One", snapshot=edition, position=1)
    assert "Organization" in data_of(client.get("/"))
    issue = data_of(client.get("/snapshots/2024-h2/"))["PublicationIssue"]
    assert [part["headline"] for part in issue["hasPart"]] == ["One"]


def test_a_story_shared_elsewhere_has_title_summary_and_address(client):
    item = make_news_item("A headline", summary="Its summary.")
    head = client.get(item.get_absolute_url()).content.decode().partition("</head>")[0]
    assert re.search(r'property="og:title" content="A headline', head)
    assert 'property="og:description" content="Its summary."' in head
    assert f'property="og:url" content="http://testserver{item.get_absolute_url()}"' in head
    assert '<meta name="description" content="Its summary."' in head


@pytest.mark.parametrize("path", ["/", "/snapshots/", "/projects/", "/ru/partners/", "/nothing/"])
def test_every_page_forbids_inline_scripts_and_other_hosts(client, path):
    response = client.get(path)
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "nonce" not in policy
    assert "script-src 'self'" in policy
    html = response.content.decode()
    assert not re.search(r"<style|\sstyle=|\son\w+=", html)
    assert not re.search(r"<script(?![^>]*(\ssrc=|application/ld\+json))", html)
    loaded = re.findall(r'<(?:script|img|source)[^>]*?\s(?:src|srcset)="([^"]+)"', html)
    loaded += re.findall(r'<link rel="(?:stylesheet|icon|preload)"[^>]*?href="([^"]+)"', html)
    assert loaded
    assert [link for link in loaded if not link.startswith("/static/")] == []
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
