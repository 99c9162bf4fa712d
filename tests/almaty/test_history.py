"""The history of a page at the desk: who reads it, what it says, what it brings back."""

import re

import pytest
from django.urls import reverse

from almaty import editing
from almaty.history_admin import PER_PAGE
from almaty.models import Revision
from almaty.publishing import Status
from almaty.revisions import Verb
from newsroom.models import NewsItem
from tests.almaty.accounts.people import make_person
from tests.factories import (
    make_country,
    make_news_item,
    make_partner,
    make_project,
    make_sector,
    make_snapshot,
)
from tests.forms import FormReader, submit

pytestmark = pytest.mark.django_db


def address(page, what="history"):
    options = page._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{what}", args=[page.pk])


def change(page, by=None, **fields):
    """One more revision, as the desk would make it."""
    page = reread(page)
    return editing.save(page, editing.current_content(page) | fields, by)[0]


def reread(page):
    return type(page)._base_manager.get(pk=page.pk)


@pytest.fixture
def story(admin_user):
    """A live story with three changes waiting beside it."""
    item = make_news_item("First words")
    for title in ("Second words", "Third words", "Fourth words"):
        change(item, admin_user, title_en=title)
    return reread(item)


def text_of(answer):
    return answer.content.decode()


def test_it_shows_every_save_with_author_and_difference(admin_client, story):
    html = text_of(admin_client.get(address(story)))
    assert "Version 3:" in html
    assert "as it was before the first change" in html
    assert html.count("Headline") == 6  # a summary and a label for each of three changes
    assert "<del>" in html
    assert "Third" in html
    assert "admin, <time" in html


def test_it_shows_what_was_said_with_a_step(admin_client, story):
    editing.send_back(reread(story), None, comment="Ninety or <nine>?")
    html = text_of(admin_client.get(address(story)))
    assert "Ninety or &lt;nine&gt;?" in html
    assert "the site itself, <time" in html
    bring_back(admin_client, story, 1, version=4)
    assert "brought back version 1" in text_of(admin_client.get(address(story)))


@pytest.mark.parametrize(
    "make", [make_snapshot, make_project, make_partner, make_sector, make_country]
)
def test_every_kind_of_page_has_one(admin_client, make):
    page = make()
    field = "title_en" if hasattr(page, "title_en") else "name_en"
    change(page, **{field: "Renamed"})
    answer = admin_client.get(address(page))
    assert "Renamed" in text_of(answer)
    assert "no-store" in answer["Cache-Control"]
    answer = admin_client.get(address(page, "compare"), {"a": "0", "b": "1"})
    assert "Renamed" in text_of(answer)


def test_a_page_nobody_has_changed_says_so(admin_client):
    assert "Nothing has been changed yet" in text_of(admin_client.get(address(make_news_item())))


def test_a_long_history_has_pages_and_costs_the_same(
    admin_client, story, django_assert_max_num_queries
):
    story.contributions.create(partner=make_partner(), role="host")
    for n in range(2 * PER_PAGE):
        change(story, title_en=f"Title {n}", sector_id=make_sector(f"Sector {n}").pk)
    with django_assert_max_num_queries(16):
        first = admin_client.get(address(story))
    assert len(first.context["entries"]) == PER_PAGE
    with django_assert_max_num_queries(16):
        last = admin_client.get(address(story), {"p": "3"})
    assert [entry.revision.number for entry in last.context["entries"]] == [3, 2, 1, 0]
    assert last.context["entries"][-1].changes is None
    assert admin_client.get(address(story), {"p": "nonsense"}).status_code == 200


def test_any_two_are_compared(admin_client, story):
    for a, b, old, new in (
        ("0", "2", "First", "Third"),
        ("3", "1", "Fourth", "Second"),
        ("live", "draft", "First", "Fourth"),
    ):
        answer = admin_client.get(address(story, "compare"), {"a": a, "b": b})
        assert [(p.kind, p.text) for p in answer.context["changes"][0].paragraphs[0][:2]] == [
            ("removed", old),
            ("added", new),
        ]
    same = admin_client.get(address(story, "compare"), {"a": "2", "b": "2"})
    assert "The two say the same" in text_of(same)


@pytest.mark.parametrize("key", ["", "99", "-1", "²", "٣", "1e3", "9" * 30, "draft'--", "live\0"])
def test_a_version_that_is_not_there_is_not_found(admin_client, story, key):
    answer = admin_client.get(address(story, "compare"), {"a": key, "b": "1"})
    assert answer.status_code in {400, 404}  # 400: an address with U+0000


def test_a_draft_has_no_live_version_to_compare(admin_client):
    item = make_news_item(status=Status.DRAFT, published_at=None)
    change(item, title_en="Other")
    answer = admin_client.get(address(item, "compare"), {"a": "live", "b": "1"})
    assert answer.status_code == 404


# Bringing back -----------------------------------------------------------------------------------


def bring_back(client, page, number, version=None):
    seen = reread(page).version if version is None else version
    return client.post(address(page, "restore"), {"revision": number, "version": seen}, follow=True)


def test_an_older_version_comes_back_as_a_draft_of_a_live_page(admin_client, client, story):
    before = client.get(story.get_absolute_url()).content
    answer = bring_back(admin_client, story, 1)
    assert "Version 1 is back as a draft" in text_of(answer)
    assert 'value="Second words"' in text_of(answer)
    story = reread(story)
    assert story.title_en == "First words"
    assert (story.draft.verb, story.draft.comment) == (Verb.RESTORED, "1")
    assert "brought back version 1" in text_of(admin_client.get(address(story)))
    client.logout()
    assert client.get(story.get_absolute_url()).content == before


def test_an_older_version_of_a_draft_is_the_page_again(admin_client):
    item = make_news_item("Before", status=Status.DRAFT, published_at=None)
    change(item, title_en="After")
    bring_back(admin_client, item, 0)
    assert reread(item).title_en == "Before"


def test_nothing_is_brought_back_over_what_somebody_else_saved(admin_client, story):
    answer = bring_back(admin_client, story, 1, version=2)
    assert "somebody has changed this page" in text_of(answer)
    assert reread(story).version == 3
    assert bring_back(admin_client, story, 1, version="").status_code == 200
    assert reread(story).version == 3


def test_it_says_what_could_not_be_brought_back(admin_client, story):
    partner, kept = make_partner("Gone"), make_partner("Kept")
    rows = [{"id": None, "partner_id": p.pk, "role": "host", "note": ""} for p in (partner, kept)]
    change(story, contributions=rows)
    change(story, contributions=[])
    partner.delete()
    answer = bring_back(admin_client, story, 4)
    assert "no longer there: Partners in this story" in text_of(answer)
    draft = reread(story).draft
    assert [row["partner_id"] for row in draft.content["contributions"]] == [kept.pk]


def test_an_address_that_another_page_has_now_is_refused_in_words(admin_client):
    item = make_news_item("One", slug="old", status=Status.DRAFT, published_at=None)
    change(item, slug="new")
    make_news_item("Two", slug="old")
    answer = bring_back(admin_client, item, 0)
    assert "another page has its address now" in text_of(answer)
    assert reread(item).slug == "new"


def test_what_a_page_said_before_it_was_public_can_come_back_when_it_is(admin_client, admin_user):
    """Its publication time was not set then; a public page must have one."""
    item = make_news_item("Before", status=Status.DRAFT, published_at=None)
    change(item, title_en="After")
    item = editing.publish(reread(item), admin_user)
    answer = bring_back(admin_client, item, 0)
    assert answer.status_code == 200
    item = editing.publish(reread(item), admin_user)
    assert (item.title_en, item.is_published()) == ("Before", True)


def test_an_end_that_is_past_does_not_come_back(admin_client, story):
    change(story, public_until="2020-01-01T00:00:00+00:00")
    change(story, title_en="Later", public_until=None)
    bring_back(admin_client, story, 4)
    assert reread(story).draft.content["public_until"] is None


def test_a_version_is_brought_back_by_a_button_and_not_by_an_address(admin_client, story):
    assert admin_client.get(address(story, "restore")).status_code == 405
    for number in ("", "99", "live", "draft"):
        answer = admin_client.post(address(story, "restore"), {"revision": number, "version": 3})
        assert answer.status_code == 404
    assert Revision.objects.of(story).count() == 4


# Who may -----------------------------------------------------------------------------------------


def answers(client, page):
    return {
        "history": client.get(address(page)).status_code,
        "compare": client.get(address(page, "compare"), {"a": "0", "b": "1"}).status_code,
        "restore": client.post(
            address(page, "restore"), {"revision": "0", "version": "-1"}
        ).status_code,
    }


def test_a_contributor_reads_the_history_of_own_pages_only(client):
    writer, other = make_person("contributor"), make_person("contributor", "other")
    own, live, hidden = (
        make_news_item(made_by=writer, status=Status.DRAFT, published_at=None),
        make_news_item(made_by=other),
        make_news_item(made_by=other, status=Status.DRAFT, published_at=None),
    )
    for page in (own, live, hidden):
        change(page, title_en="Marker of a draft")
    client.force_login(writer)
    assert answers(client, own) == {"history": 200, "compare": 200, "restore": 302}
    assert answers(client, live) == {"history": 403, "compare": 403, "restore": 403}
    assert answers(client, hidden) == {"history": 404, "compare": 404, "restore": 404}


def test_an_editor_reads_every_history_and_nobody_else_any(client):
    item = make_news_item()
    change(item, title_en="Other")
    assert set(answers(client, item).values()) == {302}  # to sign in
    client.force_login(make_person("editor"))
    assert answers(client, item) == {"history": 200, "compare": 200, "restore": 302}
    assert Revision.objects.of(item).count() == 2


# When two met ------------------------------------------------------------------------------------


def test_who_met_another_editor_sees_both_versions(admin_client, story, django_user_model):
    other = django_user_model.objects.create_superuser("aigerim")
    form = address(story, "change")
    change(story, other, title_en="Hers", summary_en="Hers too", title_ru="Её")
    answer = submit(
        admin_client, form, version="3", title_en="Mine", summary_en="", title_ru="Её",
        body_en="<p>Mine alone</p>",
    )  # fmt: skip
    assert answer.status_code == 409
    rows = {row["change"].name: row for row in answer.context["conflict"]["rows"]}
    assert rows["title_en"]["is_both"]
    assert rows["title_ru"]["is_same"]
    assert rows["summary_en"]["theirs"]
    assert rows["summary_en"]["mine"] is None
    assert rows["body_en"]["theirs"] is None
    html = text_of(answer)
    assert "Two versions of this page" in html
    assert "aigerim" in html
    assert html.index("changed by both") < html.index("Mine alone")
    assert 'value="Mine"' in html
    assert reread(story).draft.content["title_en"] == "Hers"


def test_words_that_differ_stand_in_one_line(admin_client):
    """A line break in the template between them was shown as one."""
    item = make_news_item("One", summary="Ice on the lake, snow")
    change(item, summary_en="Ice on the river, rain")
    html = admin_client.get(address(item, "history")).content.decode()
    [paragraph] = re.findall(r"<p>Ice on the .*?</p>", html, re.DOTALL)
    assert "\n" not in paragraph


def test_relations_and_parts_are_compared_too(admin_client):
    """Of a page without a draft, whose rows say something else while the form is tried out."""
    item = make_news_item("One", tags=["ice"])
    change(item, title_en="Two")
    editing.publish(reread(item), None)
    seen = reread(item).version
    partner = make_partner("Hers")
    change(
        item,
        tags=["ice", "snow"],
        contributions=[{"id": None, "partner_id": partner.pk, "role": "host", "note": ""}],
    )
    editing.publish(reread(item), None)
    answer = submit(
        admin_client, address(item, "change"), version=str(seen), tags="ice, lakes",
        **{"contributions-TOTAL_FORMS": "0", "contributions-INITIAL_FORMS": "0"},
    )  # fmt: skip
    assert answer.status_code == 409
    rows = {row["change"].name: row for row in answer.context["conflict"]["rows"]}
    assert rows["tags"]["theirs"].added == ["snow"]
    assert rows["tags"]["mine"].added == ["lakes"]
    assert rows["contributions"]["theirs"].added == ["Partner: Hers; role: host or venue"]


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def test_payloads_do_not_run_in_history_comparison_and_conflict(admin_client, story):
    change(story, title_en=HOSTILE, summary_ru=HOSTILE)
    editing.send_back(reread(story), None, comment=HOSTILE)
    Revision.objects.filter(number=2).update(author_name=HOSTILE[:100])
    pages = [
        admin_client.get(address(story)),
        admin_client.get(address(story, "compare"), {"a": "1", "b": "4"}),
        submit(admin_client, address(story, "change"), version="1", title_en=HOSTILE + "2"),
    ]
    for answer in pages:
        html = text_of(answer)
        assert "&lt;script&gt;alert(1)" in html
        assert "<script>alert" not in html
        assert "<img src=x" not in html
    assert pages[-1].status_code == 409


def test_everything_stays_as_it_was_where_restoring_fails(admin_client, story, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(editing, "record", broken)
    with pytest.raises(RuntimeError):
        bring_back(admin_client, story, 1)
    item = NewsItem.objects.get(pk=story.pk)
    assert (item.version, item.draft_id) == (story.version, story.draft_id)


def test_who_opened_a_draft_with_new_rows_is_told_too(admin_client, story):
    """The version that was opened is a later revision than the draft: it was sent back."""
    change(story, contributions=[contribution_of(make_partner("New"))])
    editing.send_back(reread(story), None)
    form = address(story, "change")
    opened = FormReader(admin_client.get(form).content.decode()).fields
    change(story, title_en="Theirs")
    answer = admin_client.post(form, opened | {"title_en": "Mine", "_save": "1"})
    assert answer.status_code == 409
    rows = {row["change"].name: row for row in answer.context["conflict"]["rows"]}
    assert list(rows) == ["title_en"]


def contribution_of(partner):
    return {"id": None, "partner_id": partner.pk, "role": "host", "note": ""}
