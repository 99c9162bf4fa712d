"""Fact-check links: what their readers say of a page."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from almaty import editing
from almaty.fact_check_links import MOST_COMMENTS, links_of, open_comments
from almaty.fact_check_paragraphs import paragraphs_of, pieces
from almaty.fact_check_views import LONGEST, SENT_PER_MINUTE
from almaty.fact_checks import FactCheckComment
from newsroom.models import NewsItem
from tests.almaty.accounts.people import make_person
from tests.almaty.fact_checks.links import key_on, link, newer, say
from tests.almaty.previews.full import MARK, make_live_story
from tests.factories import make_news_item, make_partner, make_project

pytestmark = pytest.mark.django_db


def test_each_paragraph_and_each_fact_can_be_commented(client):
    item = make_live_story(
        body_ru="<h2>Лёд</h2><p>Один. <strong>Два</strong></p><ul><li>Три</li></ul>"
    )
    editing.keep_first(item)
    told = {p.text: p.language for p in paragraphs_of(item, "en")}
    assert told == {
        "Glaciers": "en",
        "Words.": "en",
        "8 October 2024": "en",
        "Ministry – funder": "en",
        "90 teachers trained": "en",
    }
    html = client.get(link(item, language="ru")[1]).content.decode()
    for words in ("Ледники", "Лёд", "Один. Два", "Три"):
        assert f'<blockquote lang="ru">{words}</blockquote>' in html
    assert html.count("<textarea") == 7


def test_a_project_s_dates_roles_and_numbers_are_among_them():
    project = make_project("GLOFCA", start="2021-03-01", end="2024-12-31", summary="Ice.")
    project.participations.create(partner=make_partner("Fund"), role="funder", note="planned")
    project.refresh_from_db()
    told = [p.text for p in paragraphs_of(project, "en")]
    assert told == ["GLOFCA", "Ice.", "1 March 2021 – 31 December 2024", "Fund – funder (planned)"]


def test_notes_for_the_desk_are_not_among_them():
    project, partner = make_project("GLOFCA"), make_partner("Fund")
    for page in (project, partner):
        page.other_names.create(name="Ice Lakes", kind="alias", note="said by a donor in private")
        page.other_names.create(name="Old Name", kind="former", note="until 2020")
    project.participations.create(partner=partner, role="funder", note="planned")
    told = [p.text for p in paragraphs_of(project, "en")]
    assert told == ["GLOFCA", "Fund – funder (planned)", "Ice Lakes", "Old Name (until 2020)"]
    assert [p.text for p in paragraphs_of(partner, "en")] == ["Fund", "Ice Lakes", "Old Name"]


def test_a_text_falls_into_its_paragraphs():
    html = "<h2>A</h2><p>B &amp; <em>C</em><br>D</p><ul><li><p>E</p></li>"
    html += "<li>F<ul><li>G</li></ul></li></ul><blockquote><p>H</p></blockquote>"
    html += '<figure><img src="x" alt="y"><figcaption>I</figcaption></figure>'
    assert [p for p in pieces(html) if p] == ["A", "B & C", "D", "E", "F", "G", "H", "I"]


def test_a_comment_reaches_the_desk_with_its_paragraph(client):
    check, address = link()
    answer = say(client, address, part=3, text=" Not in March. ")
    assert answer.status_code == 302
    assert answer["Location"] == f"{address}?sent=3#part-3"
    kept = check.comments.get()
    assert (kept.paragraph, kept.quotation, kept.text) == (3, f"{MARK} body", "Not in March.")
    html = client.get(answer["Location"]).content.decode()
    assert "Thank you: your comment has reached us." in html
    assert "Not in March." not in html


@pytest.mark.parametrize(
    ("changes", "status", "words"),
    [
        ({"text": " "}, 200, "Write what should be changed."),
        ({"text": "x" * (LONGEST + 1)}, 200, "no more than 5000 characters: these are 5001"),
        ({"part": "999"}, 200, "Choose the part of the page"),
        ({"part": "x"}, 200, "Choose the part of the page"),
        ({"key": ""}, 403, "Send it again."),
        ({"key": "1:forged"}, 403, "Send it again."),
    ],
)
def test_a_comment_that_is_not_kept_comes_back_with_the_reason(client, changes, status, words):
    check, address = link()
    answer = say(client, address, **({"part": 2, "text": "Typed at length"} | changes))
    html = answer.content.decode()
    assert (answer.status_code, words in html) == (status, True), html
    assert not check.comments.exists()
    if "text" not in changes:
        assert "Typed at length" in html


def test_the_key_of_another_link_is_refused(client):
    check, address = link()
    _other, elsewhere = link(newer())
    assert say(client, address, key=key_on(client, elsewhere)).status_code == 403
    assert not check.comments.exists()


def test_a_form_of_another_site_is_refused_also_where_browsers_check_nothing():
    client = Client(enforce_csrf_checks=True)
    check, address = link()
    forged = client.post(address, {"part": 1, "text": "Forged"}, headers={"Origin": "http://evil"})
    assert forged.status_code == 403
    assert not check.comments.exists()
    # What a browser sends from our own page, which forbids referrers.
    data = {"key": key_on(client, address), "part": 1, "text": "Mine"}
    assert client.post(address, data, headers={"Origin": "null"}).status_code == 302


def test_a_link_without_comments_takes_none(client):
    check, address = link(may_comment=False)
    other, elsewhere = link(newer())
    html = client.get(address).content.decode()
    assert "<textarea" not in html
    assert "Your comments" not in html
    data = {"key": key_on(client, elsewhere), "part": 1, "text": "All the same"}
    answer = client.post(address, data)
    assert answer.status_code == 403
    assert "All the same" in answer.content.decode()
    assert not FactCheckComment.objects.exists()
    assert (check.may_comment, other.may_comment) == (False, True)


def test_too_many_comments_wait_a_minute_and_are_not_lost(client):
    check, address = link()
    key = key_on(client, address)
    data = {"key": key, "part": 1}
    for number in range(SENT_PER_MINUTE):
        assert client.post(address, data | {"text": f"{number}"}).status_code == 302
    answer = client.post(address, data | {"text": "One too many"}, REMOTE_ADDR="192.0.2.7")
    assert answer.status_code == 429
    assert answer["Retry-After"] == "60"
    assert "Too many comments in a short time." in answer.content.decode()
    assert "One too many" in answer.content.decode()
    assert check.comments.count() == SENT_PER_MINUTE


def test_a_link_takes_no_more_than_its_share(client):
    check, address = link()
    FactCheckComment.objects.bulk_create(
        FactCheckComment(fact_check=check, paragraph=1, text="x") for _ in range(MOST_COMMENTS)
    )
    assert "very many comments" in say(client, address).content.decode()
    assert check.comments.count() == MOST_COMMENTS


XSS = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'></textarea><svg onload=alert(1)>"


def test_a_comment_runs_nothing_anywhere(client, editor):
    check, address = link(reader=XSS)
    html = client.get(address).content.decode()
    assert "onerror=alert(1)>" not in html
    assert say(client, address, text=XSS).status_code == 302
    refused = say(client, address, text=XSS + "x" * LONGEST).content.decode()
    desk = Client()
    desk.force_login(editor)
    form = desk.get(reverse("admin:newsroom_newsitem_change", args=[check.object_id]))
    links = desk.get(reverse("admin:newsroom_newsitem_fact_checks", args=[check.object_id]))
    for page in (refused, form.content.decode(), links.content.decode()):
        assert "&lt;script&gt;alert(1)" in page
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "<svg onload" not in page


def test_a_paragraph_is_quoted_as_words(client):
    item = make_news_item(title="<script>alert(1)</script>", body="<p>1 &lt; 2 &amp; <b>3</b></p>")
    editing.keep_first(item)
    check, address = link(item)
    html = client.get(address).content.decode()
    assert "<script>alert" not in html
    assert '<blockquote lang="en">1 &lt; 2 &amp; 3</blockquote>' in html
    say(client, address, part=2)
    assert check.comments.get().quotation == "1 < 2 & 3"


def test_comments_are_never_public(client):
    item = make_live_story()
    editing.keep_first(item)
    _check, address = link(item)
    say(client, address, text="qqsecretcomment")
    pages = [item.get_absolute_url(), "/", "/snapshots/feed/", "/search/?q=", "/snapshots/?q="]
    for page in pages:
        word = "qqsecretcomment" if page.endswith("=") else ""
        found, nothing = (client.get(page + asked).content.decode() for asked in (word, word[::-1]))
        assert found == nothing.replace(word[::-1], word) if word else "qqsecret" not in found


def test_what_is_open_is_counted_for_those_who_may_change_the_page(client, editor):
    writer = make_person("contributor")
    own, other = newer(), newer()
    NewsItem.objects.filter(pk=own.pk).update(made_by=writer)
    binned = newer()
    for page in (own, other, binned):
        assert say(client, link(page)[1]).status_code == 302
    editing.delete(binned, editor)
    assert [c.fact_check.object_id for c in open_comments(editor)] == [own.pk, other.pk]
    assert [c.fact_check.object_id for c in open_comments(writer)] == [own.pk]
    assert not open_comments(make_person("publisher", is_active=False)).exists()
    done = links_of(own).get().comments.get()
    done.done_at = timezone.now()
    done.save()
    assert [c.fact_check.object_id for c in open_comments(editor)] == [other.pk]
