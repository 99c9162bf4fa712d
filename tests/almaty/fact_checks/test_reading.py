"""Fact-check links: who reads what, and what nobody can open."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.core.signing import Signer
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from almaty import editing
from almaty.fact_check_links import digest, opened_by, signer
from almaty.fact_checks import FactCheck, FactCheckComment
from almaty.models import Image
from almaty.publishing import Status
from newsroom import views
from newsroom.models import NewsItem
from tests.almaty.fact_checks.links import key_on, link, newer
from tests.almaty.previews.full import MARK, SHOWN, make_draft, make_live_story
from tests.factories import make_news_item, make_partner, make_snapshot

pytestmark = pytest.mark.django_db


# What its reader sees --------------------------------------------------------------------------


def test_a_reader_sees_the_draft_as_the_public_page_would_be(client):
    item = make_draft(make_live_story(), None)
    _check, address = link(item)
    html = client.get(address).content.decode()
    assert [word for word in SHOWN if f"{MARK} {word}" not in html] == []
    assert "For Ministry of Water, to check facts" in html
    picture = Image.objects.get(pk=item.draft.content["image_id"])
    assert picture.file.card.rpartition("/")[2].partition("-")[0] in html
    assert MARK not in client.get(item.get_absolute_url()).content.decode()


def test_the_link_stays_with_its_revision(client):
    item = make_draft(make_live_story(), None)
    _check, address = link(item)
    editing.save(item, item.draft.content | {"title_en": "Changed later"}, None)
    html = client.get(address).content.decode()
    assert f"{MARK} title" in html
    assert "Changed later" not in html


@pytest.mark.parametrize(
    ("language", "title"), [("en", "title"), ("ru", "заголовок"), ("kk", "title")]
)
def test_it_is_read_in_its_language(client, language, title):
    _check, address = link(language=language)
    answer = client.get(address)
    assert f'<html lang="{language}">' in answer.content.decode()
    assert f"{MARK} {title}</h1>" in answer.content.decode()
    assert answer["Content-Language"] == language


def test_nobody_keeps_finds_or_frames_it_and_no_address_is_told(client):
    _check, address = link()
    for answer in (client.get(address), client.post(address), client.head(address)):
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["X-Robots-Tag"] == "noindex"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
        assert "ETag" not in answer
        assert not answer.cookies


def test_no_cache_holds_a_word_of_it(client):
    item = make_draft(make_live_story(), None)
    _check, address = link(item)
    for page in (item.get_absolute_url(), "/", "/snapshots/"):
        client.get(page)
    client.get("/check/nothing/")  # counted, and the moment that is due held
    before = dict(caches["default"]._cache)
    assert any("page" in key for key in before)
    client.get(address)
    after = dict(caches["default"]._cache)
    assert {key for key in after if "throttle" not in key} == {
        key for key in before if "throttle" not in key
    }
    assert all(after[key] == before[key] for key in before if "throttle" not in key)


def test_it_stands_in_no_sitemap(client):
    link()
    index = client.get("/sitemap.xml").content.decode()
    assert "sitemap-" in index
    assert "/check/" not in index
    assert "/check/" not in client.get("/sitemap-stories.xml").content.decode()
    assert "/check/" not in client.get("/robots.txt").content.decode()


def test_drafts_of_other_pages_are_not_shown_with_it(client):
    edition = make_snapshot(title="Winter", status=Status.DRAFT, published_at=None)
    draft = {"status": Status.DRAFT, "published_at": None, "snapshot": edition}
    item, _secret = make_news_item("Mine", **draft), make_news_item("Secret", **draft)
    partner = make_partner("Unnamed ministry", status=Status.DRAFT, published_at=None)
    item.contributions.create(partner=partner, role="funder")
    for page in (item, edition):
        editing.keep_first(page)
    story = client.get(link(item)[1]).content.decode()
    assert "<h1>Mine</h1>" in story
    for word in ("Secret", "Winter", "Unnamed ministry"):
        assert word not in story
    assert "Secret" not in client.get(link(edition)[1]).content.decode()


def test_a_page_that_cannot_be_shown_says_so(client, monkeypatch):
    _check, address = link()

    def fail(*args):
        raise RuntimeError("hidden detail")

    monkeypatch.setattr(views, "related", fail)
    answer = client.get(address)
    assert answer.status_code == 503
    assert "cannot be shown" in answer.content.decode()
    assert "hidden detail" not in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"


# What opens nothing ----------------------------------------------------------------------------


def refusals(client):
    """Every kind of address that opens nothing: what is wrong with it → its address."""
    _check, good = link()
    token = good.split("/")[2]
    secret, signature = token.split(":")
    other = token[:-1] + ("A" if token[-1] != "A" else "B")
    revoked, revoked_address = link(newer())
    FactCheck.objects.filter(pk=revoked.pk).update(revoked_at=timezone.now())
    expired, expired_address = link(newer())
    FactCheck.objects.filter(pk=expired.pk).update(expires_at=timezone.now())
    foreign, foreign_address = link(newer())
    FactCheck.objects.filter(pk=foreign.pk).update(object_id=newer().pk)
    binned = newer()
    _check, binned_address = link(binned)
    editing.delete(binned, None)
    gone = newer()
    _check, gone_address = link(gone)
    NewsItem.objects.filter(pk=gone.pk).delete()
    assert client.get(good).status_code == 200
    return {
        "a changed signature": f"/check/{other}/",
        "a changed secret": f"/check/x{secret}:{signature}/",
        "no signature": f"/check/{secret}/",
        "signed by another part of the site": f"/check/{Signer(salt='x').sign(secret)}/",
        "signed, of no link": f"/check/{signer().sign('never-made')}/",
        "the digest, read in a backup": f"/check/{signer().sign(digest(secret))}/",
        "nonsense": "/check/nonsense/",
        "hostile": "/check/%00%F0%9F%92%A9/",
        "very long": f"/check/{'x' * 3000}/",
        "revoked": revoked_address,
        "expired": expired_address,
        "of another page's revision": foreign_address,
        "of a page in the bin": binned_address,
        "of a page that is gone": gone_address,
    }


def test_whatever_opens_nothing_gets_the_same_answer(client):
    answers = {}
    for reason, address in refusals(client).items():
        for method in (client.get, client.post):
            answer = method(address)
            headers = {k: v for k, v in answer.headers.items() if k != "Content-Security-Policy"}
            answers[reason, method.__name__] = (answer.status_code, answer.content, headers)
    first = answers["nonsense", "get"]
    assert first[0] == 404
    assert first[2]["Cache-Control"] == "private, no-store"
    assert first[2]["Referrer-Policy"] == "no-referrer"
    assert [reason for reason, answer in answers.items() if answer != first] == []


def test_the_clock_closes_a_link(settings):
    check, address = link(days=14)
    token = address.split("/")[2]
    assert opened_by(token, at=check.expires_at - timedelta(seconds=1)) == check
    assert opened_by(token, at=check.expires_at) is None
    assert timedelta(days=13, hours=23) < check.expires_at - timezone.now() < timedelta(days=14)


def test_a_link_revoked_between_two_requests(client, editor):
    check, address = link()
    key = key_on(client, address)
    desk = Client()
    desk.force_login(editor)
    links = reverse("admin:newsroom_newsitem_fact_checks", args=[check.object_id])
    assert desk.post(links, {"_revoke": check.pk}).status_code == 302
    assert client.get(address).status_code == 404
    answer = client.post(address, {"key": key, "part": 1, "text": "Written too late"})
    assert answer.status_code == 404
    assert "Written too late" in answer.content.decode()  # to be copied: it is nowhere else
    assert not FactCheckComment.objects.exists()


def test_a_page_out_of_the_bin_can_be_read_again(client, editor):
    item = newer()
    _check, address = link(item)
    editing.delete(item, editor)
    assert client.get(address).status_code == 404
    editing.undelete(item, editor)
    assert client.get(address).status_code == 200


def test_the_table_does_not_tell_the_token():
    check, address = link()
    secret = address.split("/")[2].split(":")[0]
    assert secret not in str(FactCheck.objects.values().get(pk=check.pk))


def test_a_client_that_asks_all_the_time_has_to_wait(client):
    _check, address = link()
    answers = [client.get("/check/guess/") for _ in range(61)]
    assert {answer.status_code for answer in answers[:60]} == {404}
    assert answers[60].status_code == 429
    assert client.get(address).status_code == 429
    assert "Wait a minute" in answers[60].content.decode()
    assert "Typed at length" in client.post(address, {"text": "Typed at length"}).content.decode()
    assert client.get(address, REMOTE_ADDR="192.0.2.9").status_code == 200
