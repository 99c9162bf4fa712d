"""/snapshots/: every story, filtered by sector, country, period and the rest."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from almaty.publishing import Status
from newsroom.models import NewsItem
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


@pytest.fixture
def kazakhstan():
    return make_country("Kazakhstan")


@pytest.fixture
def uzbekistan():
    return make_country("Uzbekistan")


def listed(response):
    assert response.status_code == 200
    return [item.title for item in response.context["page"].object_list]


def option(response, facet, value):
    options = next(f for f in response.context["facets"] if f["name"] == facet)["options"]
    return next(o for o in options if o["value"] == value)


def test_it_shows_public_stories_newest_first(client):
    make_news_item("Older", published_at=timezone.now() - timedelta(days=2))
    make_news_item("Newer", published_at=timezone.now() - timedelta(days=1))
    assert listed(client.get("/snapshots/")) == ["Newer", "Older"]


def test_it_hides_drafts_withdrawn_stories_and_what_is_dated_tomorrow(client):
    make_news_item(status=Status.DRAFT)
    make_news_item(status=Status.WITHDRAWN)
    make_news_item(published_at=timezone.now() + timedelta(days=1))
    response = client.get("/snapshots/")
    assert listed(response) == []
    assert response.context["status"] == "0 stories"


def test_stories_published_at_one_moment_keep_the_editors_order(client):
    snapshot, moment = make_snapshot(), timezone.now() - timedelta(days=1)
    for position in (2, 3, 1):
        make_news_item(
            f"Place {position}", snapshot=snapshot, position=position, published_at=moment
        )
    assert listed(client.get("/snapshots/")) == ["Place 1", "Place 2", "Place 3"]


def test_values_of_one_parameter_widen_and_parameters_narrow(client, kazakhstan, uzbekistan):
    culture, education = make_sector("Culture"), make_sector("Education")
    make_news_item("A", sector=culture, countries=[kazakhstan])
    make_news_item("B", sector=education, countries=[uzbekistan])
    make_news_item("C", sector=education, countries=[kazakhstan], period="2023-h1")
    make_news_item("D")
    for query, titles in {
        "country=kazakhstan": "AC",
        "country=kazakhstan&country=uzbekistan": "ABC",
        "sector=education": "BC",
        "sector=education&country=kazakhstan": "C",
        "sector=education&country=kazakhstan&period=2024-h2": "",
        "period=2023-h1": "C",
        "period=2023": "C",
        "period=2023&period=2024": "ABCD",
        "country=": "ABCD",
    }.items():
        assert sorted(listed(client.get(f"/snapshots/?{query}"))) == list(titles), query


def test_a_further_sector_counts_like_the_primary_one(client):
    culture, education = make_sector("Culture"), make_sector("Education")
    make_news_item("Both", sector=culture, further_sectors=[education])
    assert listed(client.get("/snapshots/?sector=education")) == ["Both"]


def test_project_partner_tag_and_words_narrow(client):
    project, partner = make_project(slug="glofca"), make_partner(slug="university")
    story = make_news_item("Glacier lakes", project=project, tags=["early warning"])
    story.contributions.create(partner=partner, role="technical")
    make_news_item("Museums")
    for query in ("project=glofca", "partner=university", "tag=early-warning", "q=glacier"):
        assert listed(client.get(f"/snapshots/?{query}")) == ["Glacier lakes"], query


@pytest.mark.parametrize(
    "query",
    [
        "country=atlantis",
        "sector=magic",
        "period=2024-h3",
        "period=next%20week",
        "project=none",
        "partner=none",
        "tag=none",
        "country=kazakhstan&country=atlantis",
        "country=%00",
        "q=a%00b",
        "country=" + "x" * 3000,
    ],
)
def test_an_unknown_value_empties_the_list_and_says_so(client, kazakhstan, query):
    make_news_item("Shown otherwise", countries=[kazakhstan])
    response = client.get(f"/snapshots/?{query}")
    assert listed(response) == []
    assert len(response.context["problems"]) == 1
    assert response.context["problems"][0]["message"] in response.content.decode().replace(
        "&quot;", '"'
    )


def test_a_drafts_project_partner_and_tag_answer_as_if_they_did_not_exist(client):
    project = make_project(slug="secret", status=Status.DRAFT)
    partner = make_partner(slug="secret", status=Status.DRAFT)
    make_news_item(project=project, tags=["known"]).contributions.create(
        partner=partner, role="host"
    )
    make_news_item(status=Status.DRAFT, tags=["secret"])
    for name in ("project", "partner", "tag"):
        hidden = client.get(f"/snapshots/?{name}=secret")
        missing = client.get(f"/snapshots/?{name}=missing")
        assert listed(hidden) == []
        assert [p["message"].replace("secret", "missing") for p in hidden.context["problems"]] == [
            p["message"] for p in missing.context["problems"]
        ]


@pytest.mark.parametrize("number", ["0", "-1", "2", "abc", "1.5", "٣", "99999999999999999999"])
def test_an_impossible_page_is_not_found(client, number):
    make_news_item()
    assert client.get(f"/snapshots/?page={number}").status_code == 404


def test_pages_of_twelve_keep_the_filters_and_repeat_nothing(client, kazakhstan):
    moment = timezone.now() - timedelta(days=1)
    for _ in range(14):
        make_news_item(countries=[kazakhstan], published_at=moment)
    first = client.get("/snapshots/?country=kazakhstan")
    second = client.get("/snapshots/?country=kazakhstan&page=2")
    assert len(listed(first)) == 12
    assert sorted(listed(first) + listed(second)) == sorted(
        NewsItem.objects.values_list("title", flat=True)
    )
    assert "?country=kazakhstan&amp;page=2" in first.content.decode()


def test_options_count_what_they_would_give_and_the_empty_ones_stay(client, kazakhstan, uzbekistan):
    culture, education = make_sector("Culture"), make_sector("Education")
    make_news_item(sector=culture, countries=[kazakhstan, uzbekistan])
    make_news_item(sector=culture, countries=[kazakhstan])
    response = client.get("/snapshots/?country=uzbekistan")
    assert option(response, "country", "kazakhstan")["count"] == 2  # its own choice is ignored
    assert option(response, "sector", "culture")["count"] == 1
    assert option(response, "sector", "education") == {
        "value": "education",
        "label": "Education",
        "count": 0,
        "selected": False,
        "disabled": True,
    }
    chosen = client.get(f"/snapshots/?sector={education.slug}")
    assert option(chosen, "sector", "education")["selected"]
    assert not option(chosen, "sector", "education")["disabled"]


def test_the_choice_is_one_sentence_that_is_title_heading_and_status(client, kazakhstan):
    science = make_sector("Natural Sciences")
    make_news_item(sector=science, countries=[kazakhstan])
    response = client.get("/snapshots/?sector=natural-sciences&country=kazakhstan&period=2024-h2")
    said = "1 story on Natural Sciences in Kazakhstan, July – December 2024"
    html = response.content.decode()
    assert response.context["heading"] == response.context["status"] == said
    assert f"<title>{said}" in html
    assert html.count(said) >= 3


def test_chips_take_off_one_value_at_a_time(client, kazakhstan, uzbekistan):
    response = client.get("/snapshots/?country=kazakhstan&country=uzbekistan&period=2024&page=1")
    chips = {chip["label"]: chip["remove_url"] for chip in response.context["chips"]}
    assert chips == {
        "Kazakhstan": "/snapshots/?country=uzbekistan&period=2024",
        "Uzbekistan": "/snapshots/?country=kazakhstan&period=2024",
        "2024": "/snapshots/?country=kazakhstan&country=uzbekistan",
    }


def test_regional_stories_stand_beside_a_countrys_own(client, kazakhstan):
    region = make_region()
    make_news_item("Own", countries=[kazakhstan])
    make_news_item("Of all", countries=[region])
    response = client.get("/snapshots/?country=kazakhstan")
    main, aside = response.content.decode().split("</main>")
    assert listed(response) == ["Own"]
    assert response.context["regional"]["count"] == 1
    assert "Of all" in aside
    assert "Of all" not in main
    assert client.get("/snapshots/?country=central-asia").context["regional"] is None


def test_one_facet_may_be_indexed_and_combinations_not(client, kazakhstan):
    make_sector("Culture")
    make_news_item(countries=[kazakhstan])
    indexed = {"", "?country=kazakhstan", "?sector=culture"}
    hidden = {"?country=kazakhstan&sector=culture", "?country=atlantis", "?q=word"}
    for query in indexed | hidden:
        html = client.get(f"/snapshots/{query}").content.decode()
        assert ('name="robots" content="noindex' in html) == (query in hidden), query


def test_the_order_of_parameters_does_not_matter_to_the_canonical_address(client, kazakhstan):
    make_sector("Culture")
    one = client.get("/snapshots/?country=kazakhstan&sector=culture&utm_source=mail")
    other = client.get("/snapshots/?sector=culture&country=kazakhstan")
    assert one.context["canonical_url"] == other.context["canonical_url"]
    assert one.context["canonical_url"].endswith("?sector=culture&country=kazakhstan")


def queries_of(client, address):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    cache.clear()
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return captured.captured_queries


@pytest.mark.parametrize(
    "query", ["", "?country=kazakhstan", "?country=kazakhstan&sector=culture&period=2024-h2"]
)
def test_the_number_of_queries_does_not_grow_and_no_session_or_user_is_asked(
    client, kazakhstan, query
):
    region, culture = make_region(), make_sector("Culture")

    def more(number):
        for _ in range(number):
            make_news_item(countries=[kazakhstan], sector=culture)
            make_news_item(countries=[region])

    more(2)
    few = queries_of(client, f"/snapshots/{query}")
    more(20)
    many = queries_of(client, f"/snapshots/{query}")
    assert len(few) == len(many) <= 16
    assert not [q for q in many if "session" in q["sql"] or "auth_user" in q["sql"]]


def test_a_page_asked_for_again_costs_no_query_until_something_is_published(
    client, kazakhstan, django_assert_num_queries, django_capture_on_commit_callbacks
):
    make_news_item("First")
    client.get("/snapshots/")
    with django_assert_num_queries(0):
        assert b"First" in client.get("/snapshots/").content
    with django_capture_on_commit_callbacks(execute=True):
        make_news_item("Second")
    assert b"Second" in client.get("/snapshots/").content


def test_a_page_is_not_held_beyond_the_next_scheduled_moment(client):
    make_news_item(published_at=timezone.now() + timedelta(seconds=30))
    header = client.get("/snapshots/")["Cache-Control"]
    assert int(header.split("max-age=")[1].split(",")[0]) <= 30


def test_an_unknown_value_leaves_no_other_facet_anything_to_give(client, kazakhstan):
    make_news_item(countries=[kazakhstan], sector=make_sector("Culture"))
    response = client.get("/snapshots/?country=atlantis")
    assert option(response, "sector", "culture")["count"] == 0
    assert option(response, "period", "2024-h2")["count"] == 0
    assert option(response, "country", "kazakhstan")["count"] == 1  # its own choice is ignored


def test_an_address_without_end_gives_a_page_that_has_one(client, kazakhstan):
    query = "&".join(f"{name}=x{n}" for n in range(300) for name in ("tag", "country", "q"))
    response = client.get(f"/snapshots/?{query}")
    assert listed(response) == []
    assert len(response.content) < 200_000


def test_what_does_not_belong_to_the_list_is_no_part_of_its_address(client, kazakhstan):
    response = client.get("/snapshots/?status=casino&role=x&q=%20%20&country=kazakhstan")
    assert response.context["canonical_url"].endswith("/snapshots/?country=kazakhstan")


def test_an_empty_page_number_is_none_given(client):
    make_news_item("One")
    assert listed(client.get("/snapshots/?page=&country=")) == ["One"]
