"""Fact-check links at the desk: who makes them, what is shown once, what is ticked off."""

from datetime import timedelta
from html import unescape

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from almaty import editing
from almaty.fact_check_links import links_of, make_link
from almaty.models import Revision
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


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.SECOND_FACTOR_FOR = []


@pytest.fixture
def desk(client):
    client.force_login(make_person("editor"))
    return client


def address_of(page, what="fact_checks", **query):
    name = f"admin:{page._meta.app_label}_{page._meta.model_name}_{what}"
    return reverse(name, args=[page.pk], query=query or None)


def make(client, page, **given):
    url = address_of(page)
    data = {"reader": "Ministry of Water", "_make": "1"} | given
    fields = FormReader(client.get(url).content.decode()).fields
    return client.post(url, fields | data, follow=True)


def told(answer):
    """The address that the page shows in a box."""
    html = answer.content.decode()
    return html.partition('readonly value="')[2].partition('"')[0] if "readonly" in html else ""


def commented(page, **given):
    editing.keep_first(page)
    revision = Revision.objects.of(page).first()
    check, _token = make_link(revision, **{"by": None, "reader": "R", "language": "en"} | given)
    return check, check.comments.create(paragraph=1, quotation="Once", text="Twice")


def test_a_link_is_made_of_what_is_saved_last_and_shown_once(desk, client):
    item = make_news_item("Glaciers")
    editing.save(item, editing.current_content(item) | {"title_en": "A newer title"}, None)
    answer = make(desk, item)
    address = told(answer)
    assert address.startswith("http://testserver/check/")
    assert told(desk.get(address_of(item))) == ""
    check = links_of(item).get()
    assert check.revision == Revision.objects.of(item).first()
    assert check.made_by.get_username() == "editor"
    assert timedelta(days=13, hours=23) < check.expires_at - timezone.now() < timedelta(days=14)
    client.logout()
    assert "<h1>A newer title</h1>" in client.get(address).content.decode()


def test_of_a_page_that_was_never_changed(desk):
    item = make_news_item("As it was")
    assert "<h1>As it was</h1>" in desk.get(told(make(desk, item))).content.decode()
    assert NewsItem.objects.get(pk=item.pk).version == 0


def test_of_an_older_version(desk):
    item = make_news_item("First")
    editing.save(item, editing.current_content(item) | {"title_en": "Second"}, None)
    url = address_of(item, revision=0)
    assert "opens version 0" in desk.get(url).content.decode()
    fields = FormReader(desk.get(url).content.decode()).fields | {"reader": "R", "_make": "1"}
    assert "<h1>First</h1>" in desk.get(told(desk.post(url, fields, follow=True))).content.decode()
    for number in ("99", "x", "-1"):
        assert desk.get(address_of(item, revision=number)).status_code == 404


def test_the_history_leads_to_a_link_for_each_version(desk):
    item = make_news_item("First")
    editing.save(item, editing.current_content(item) | {"title_en": "Second"}, None)
    html = desk.get(address_of(item, "history")).content.decode()
    for number in (0, 1):
        assert f'href="{address_of(item, revision=number)}"' in html


def test_of_every_kind_of_page(desk):
    for page in (
        make_snapshot(),
        make_project(),
        make_partner(),
        make_sector(),
        make_country(),
    ):
        answer = desk.get(told(make(desk, page, language="ru")))
        assert answer.status_code == 200
        assert f'<blockquote lang="en">{page}</blockquote>' in answer.content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"reader": ""}, "This field is required."),
        ({"days": "91"}, "less than or equal to 90"),
        ({"days": "0"}, "greater than or equal to 1"),
        ({"days": "soon"}, "Enter a whole number."),
        ({"language": "xx"}, "not one of the available choices"),
        ({"reader": "x" * 201}, "at most 200 characters"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_made(desk, changes, words):
    item = make_news_item()
    answer = make(desk, item, **changes)
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not links_of(item).exists()


def test_days_and_comments_are_as_chosen(desk):
    item = make_news_item()
    fields = {"reader": "R", "language": "kk", "days": "90", "_make": "1"}
    desk.post(address_of(item), fields)
    check = links_of(item).get()
    assert (check.may_comment, check.language) == (False, "kk")
    assert check.expires_at - timezone.now() > timedelta(days=89, hours=23)


def test_the_form_lists_links_with_their_state_and_comments(desk):
    item = make_news_item()
    commented(item, reader="Open reader")
    revoked, comment = commented(item, reader="Revoked reader")
    revoked.revoked_at = comment.done_at = timezone.now()
    revoked.save()
    comment.save()
    commented(item, reader="Late reader", days=-1)
    commented(make_news_item(), reader="Reader of another page")
    html = unescape(desk.get(address_of(item, "change")).content.decode())
    for words in ("Open reader", "Revoked reader", "Late reader", "Once", "Twice"):
        assert words in html
    assert "Fact check (2 comments are open)" in html
    assert [word in html for word in ("Open; English", "Revoked; ", "Expired; ")] == [True] * 3
    assert html.count('name="_revoke"') == 1
    assert html.count('name="_done"') == 2
    assert "Reader of another page" not in html


def test_a_comment_is_ticked_off_on_the_form(desk):
    item = make_news_item()
    _check, comment = commented(item)
    answer = desk.post(address_of(item), {"_done": comment.pk, "back": "form"})
    assert answer["Location"] == address_of(item, "change") + "#fact-checks"
    comment.refresh_from_db()
    first = comment.done_at
    assert first is not None
    desk.post(address_of(item), {"_done": comment.pk})
    comment.refresh_from_db()
    assert comment.done_at == first


def test_links_and_comments_of_other_pages_are_left_alone(desk):
    item, other = make_news_item(), make_news_item()
    check, comment = commented(other)
    for data in ({"_revoke": check.pk}, {"_done": comment.pk}, {"_revoke": "x"}, {}):
        assert desk.post(address_of(item), data).status_code == 404
    check.refresh_from_db()
    comment.refresh_from_db()
    assert (check.revoked_at, comment.done_at) == (None, None)


def test_who_may_not_change_the_page_neither_makes_nor_sees_links(client):
    writer = make_person("contributor")
    client.force_login(writer)
    item = make_news_item()
    hidden = make_news_item(status="draft", published_at=None)
    check, comment = commented(item)
    assert client.get(address_of(item)).status_code == 403
    for data in ({"_make": "1", "reader": "R"}, {"_revoke": check.pk}, {"_done": comment.pk}):
        assert client.post(address_of(item), data).status_code == 403
    assert client.get(address_of(hidden)).status_code == 404
    assert "Twice" not in client.get(address_of(item, "change")).content.decode()
    NewsItem.objects.filter(pk=item.pk).update(made_by=writer)
    assert "Twice" in client.get(address_of(item, "change")).content.decode()


def test_what_is_done_stands_in_the_log(desk):
    item = make_news_item()
    make(desk, item)
    check = links_of(item).get()
    desk.post(address_of(item), {"_revoke": check.pk})
    _check, comment = commented(item)
    desk.post(address_of(item), {"_done": comment.pk})
    log = LogEntry.objects.filter(content_type__model="newsitem").order_by("pk")
    words = [entry.get_change_message() for entry in log]
    assert words == [
        "Fact-check link made for “Ministry of Water”",
        "Fact-check link for “Ministry of Water” revoked",
        "Fact-check comment of “R” done",
    ]
    assert not any("check/" in word for word in words)


def test_saving_the_form_goes_on_as_before(desk):
    item = make_news_item()
    commented(item)
    assert submit(desk, address_of(item, "change"), title_en="Saved").status_code == 302
    assert NewsItem.objects.get(pk=item.pk).draft.content["title_en"] == "Saved"
