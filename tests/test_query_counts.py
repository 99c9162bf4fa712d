"""Every public page asks a fixed number of queries, whatever the size of the archive."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

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

# With nothing held at all: the first reader after a publication. The next ones cost no query.
MOST = {
    "/": 24,
    "/snapshots/": 14,
    "/snapshots/?country=kazakhstan&sector=culture&period=2024-h2": 18,
    "/snapshots/?project=joined&partner=joined&tag=common": 20,
    "/snapshots/feed/": 12,
    "/snapshots/2024-h2/": 14,
    "/snapshots/2024-h2/joined/": 24,
    "/sectors/": 12,
    "/sectors/culture/": 16,
    "/countries/": 12,
    "/countries/kazakhstan/": 26,
    "/projects/": 16,
    "/projects/?country=kazakhstan&role=funder": 20,
    "/projects/joined/": 20,
    "/partners/": 16,
    "/partners/?country=kazakhstan&role=funder": 16,
    "/partners/joined/": 24,
    "/search/?q=story": 24,
    "/sitemap.xml": 16,
    "/sitemap-stories.xml": 8,
    "/robots.txt": 8,
}


@pytest.fixture
def grow():
    kazakhstan, region, culture = make_country("Kazakhstan"), make_region(), make_sector("Culture")
    edition = make_snapshot()
    partner = make_partner("Joined", slug="joined")
    project = make_project("Joined", slug="joined", sector=culture, countries=[kazakhstan])
    project.participations.create(partner=partner, role="funder")
    story = make_news_item("Joined", slug="joined", project=project, snapshot=edition)

    def more(number):
        for n in range(number):
            item = make_news_item(
                sector=culture,
                countries=[kazakhstan if n % 2 else region],
                further_sectors=[culture],
                project=project,
                snapshot=edition,
                tags=["common"],
                is_lead=True,
            )
            item.contributions.create(partner=partner, role="host")
            item.contributions.create(partner=make_partner(), role="technical")
            other = make_project(sector=culture, countries=[region if n % 2 else kazakhstan])
            other.participations.create(partner=partner, role="implementer")
            other.participations.create(partner=make_partner(), role="funder")
            make_result(news_item=item, country=kazakhstan, is_key=True)
            story.contributions.create(partner=make_partner(), role="technical")

    return more


def queries_of(client, address):
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    assert response.status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def test_no_page_grows_and_none_asks_for_a_session_or_a_user(client, grow):
    grow(4)
    few = {address: queries_of(client, address) for address in MOST}
    grow(12)
    many = {address: queries_of(client, address) for address in MOST}
    assert {a: len(many[a]) - len(few[a]) for a in MOST} == dict.fromkeys(MOST, 0)
    assert {a: len(many[a]) for a in MOST if len(many[a]) > MOST[a]} == {}
    asked = [sql for queries in many.values() for sql in queries]
    assert [sql for sql in asked if "session" in sql or "auth_user" in sql] == []
