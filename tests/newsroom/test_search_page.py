"""/search/ and the lists' own ?q=."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from almaty.publishing import Status
from almaty.throttle import PER_MINUTE
from tests.factories import (
    make_country,
    make_news_item,
    make_partner,
    make_project,
    make_sector,
    make_snapshot,
)

pytestmark = pytest.mark.django_db


def groups(response):
    return {
        str(group.label): [hit.title for hit in group.hits] for group in response.context["groups"]
    }


def text(response):
    return " ".join(response.content.decode().split())


def test_it_groups_what_is_found_by_kind(client):
    make_news_item("A glacier story", slug="glacier")
    make_project("Glacier project", slug="glacier-project")
    make_partner("Glacier partner")
    make_snapshot(title="Glacier edition")
    make_sector("Glacier sector")
    make_country("Glacier country")
    make_news_item("Another")
    response = client.get("/search/?q=glacier")
    assert groups(response) == {
        "Stories": ["A glacier story"],
        "Projects": ["Glacier project"],
        "Partners": ["Glacier partner"],
        "Editions": ["Glacier edition"],
        "Sectors and countries": ["Glacier sector", "Glacier country"],
    }
    assert response.context["total"] == 6
    assert response.context["heading"] == "6 results for “glacier”"
    assert 'href="/snapshots/2024-h2/glacier/"' in text(response)
    assert 'href="/projects/glacier-project/"' in text(response)


def test_each_list_is_a_click_away(client):
    for n in range(6):
        make_news_item(f"Glacier & ice {n}")
    response = client.get("/search/", {"q": "glacier & ice"})
    (stories,) = response.context["groups"]
    assert (stories.count, len(stories.hits)) == (6, 5)
    assert stories.more_url == "/snapshots/?q=glacier+%26+ice"
    assert client.get(stories.more_url).context["page"].paginator.count == 6


@pytest.mark.parametrize("address", ["/search/", "/search/?q=", "/search/?q=+++"])
def test_without_words_it_says_how_to_search(client, address):
    make_news_item("A story")
    response = client.get(address)
    assert response.context["heading"] == "Search"
    assert response.context["groups"] == []
    assert "Write one or more words" in text(response)


def test_nothing_found_says_so(client):
    make_news_item("A story")
    response = client.get("/search/?q=atlantis")
    assert response.status_code == 200
    assert response.context["heading"] == "0 results for “atlantis”"
    assert "Nothing was found" in text(response)


def test_a_text_without_words_says_so(client):
    response = client.get("/search/", {"q": "!!!"})
    assert "There is no word in it to look for." in text(response)


def test_a_long_text_is_cut_and_says_so(client):
    response = client.get("/search/", {"q": "glacier " * 5000})
    assert response.status_code == 200
    assert "Only the first 12 words and 200 characters are looked for." in text(response)
    assert len(response.context["q"]) <= 200


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%ED%A0%80",
        "q=%FF",
        "q=\"'><script>",
        "q=NEAR(",
        "q=a&q=b",
        "q=%F0%9F%98%80",
        "page=x",
    ],
)
def test_no_query_string_is_an_error_or_comes_back_as_markup(client, query):
    make_news_item("A story")
    for prefix in ("", "/ru", "/kk"):
        response = client.get(f"{prefix}/search/?{query}")
        assert response.status_code == 200
        assert "<script>" not in text(response)


def test_it_speaks_the_readers_language(client):
    make_news_item("Heritage", title_ru="Наследие", title_kk="Мұра")
    assert groups(client.get("/kk/search/?q=мұраны")).popitem()[1] == ["Мұра"]
    page = text(client.get("/ru/search/?q=наследием"))
    assert 'lang="ru"' in page
    assert 'href="/ru/snapshots/2024-h2/' in page


def test_search_engines_leave_it_alone(client):
    response = client.get("/search/?q=glacier")
    assert response.context["noindex"]
    assert 'content="noindex' in text(response)


def test_snippets_are_marked_and_safe(client):
    make_news_item("Story", summary='Of <b>glaciers</b> & "ice"')
    page = text(client.get("/search/?q=glacier"))
    assert "Of &lt;b&gt;<mark>glaciers</mark>&lt;/b&gt; &amp; &quot;ice&quot;" in page


def test_nothing_hidden_shows_nor_counts(client):
    tomorrow = timezone.now() + timedelta(days=1)
    for state in ({"status": Status.DRAFT, "published_at": None}, {"published_at": tomorrow}):
        make_news_item("Secret glacier", **state)
        make_project("Secret glacier", **state)
        make_partner("Secret glacier", **state)
    for word in ("glacier", "secret"):
        response = client.get(f"/search/?q={word}")
        assert response.context["total"] == 0
        assert "Secret" not in text(response)
        for address in ("/snapshots/", "/projects/", "/partners/"):
            assert client.get(f"{address}?q={word}").context["page"].paginator.count == 0


def test_what_is_withdrawn_is_gone_at_once(client, django_capture_on_commit_callbacks):
    story = make_news_item("Glacier")
    assert client.get("/search/?q=glacier").context["total"] == 1
    with django_capture_on_commit_callbacks(execute=True):
        story.withdraw()
    assert client.get("/search/?q=glacier").context["total"] == 0


def test_its_queries_are_few_and_do_not_grow(client, django_assert_max_num_queries):
    def fill(times):
        for n in range(times):
            project = make_project(f"Glacier {n}")
            make_partner(f"Glacier {n}")
            make_news_item(f"Glacier {n}", project=project, title_ru="Glacier")

    def queries():
        cache.clear()
        with django_assert_max_num_queries(16) as counted:
            client.get("/search/?q=glacier")
        return len(counted)

    make_snapshot(title="Glacier")
    make_sector("Glacier")
    make_country("Glacier")
    fill(1)
    few = queries()
    fill(20)
    assert queries() == few


def test_the_61st_search_of_a_minute_waits_in_the_sites_look(client):
    for n in range(PER_MINUTE):
        assert client.get(f"/search/?q=word{n % 3}").status_code == 200
    response = client.get("/search/?q=word", headers={"X-Forwarded-For": "203.0.113.7"})
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "60"
    assert "Too many requests" in text(response)
    assert "<main" in text(response)
    assert client.get("/snapshots/?q=word").status_code == 429
    assert client.get("/snapshots/").status_code == 200
    assert client.get("/search/").status_code == 200
    assert client.get("/search/?q=word", REMOTE_ADDR="198.51.100.7").status_code == 200


def test_lists_find_by_words_in_their_own_order(client):
    now = timezone.now()
    newer = make_news_item("News", body="<p>glacier</p>", published_at=now)
    older = make_news_item("Glacier", published_at=now - timedelta(days=1))
    make_news_item("Other")
    assert list(client.get("/snapshots/?q=glaciers").context["page"]) == [newer, older]
    glofca = make_project("Lakes", short_title="GLOFCA")
    make_project("Other")
    assert list(client.get("/projects/?q=glofca").context["page"]) == [glofca]
    fund = make_partner("Adaptation Fund", acronym="AFX")
    make_partner("Other")
    assert list(client.get("/partners/?q=afx").context["page"]) == [fund]
