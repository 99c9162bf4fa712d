"""What somebody types is kept for them alone; what cannot be kept is refused in words."""

import pytest

from almaty.kept_forms import KeptForm, new_key
from almaty.publishing import Status
from tests.almaty.accounts.people import make_person
from tests.almaty.test_kept_forms import form_of, keep, keep_of, kept_key, send
from tests.factories import make_news_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def item():
    return make_news_item("As saved", status=Status.DRAFT)


def test_nobody_else_sees_it(admin_client, client, item):
    keep(admin_client, item, title_en="Private thoughts")
    key = kept_key()
    client.force_login(make_person("administrator"))
    assert "You typed something on" not in client.get(form_of(item)).content.decode()
    for url in (form_of(item), keep_of(item)):
        answer = client.get(url, {"kept": key}, follow=True)
        assert "Private thoughts" not in answer.content.decode()
    client.post(keep_of(item), {"discard": key})
    assert KeptForm.objects.with_text().exists()


def test_a_key_opens_no_other_page(admin_client, item):
    keep(admin_client, item, title_en="Typed")
    other = make_news_item("Another", status=Status.DRAFT)
    answer = admin_client.get(form_of(other), {"kept": kept_key()})
    assert answer.status_code == 302


def test_only_boxes_of_the_form_are_kept(admin_client, item):
    keep(
        admin_client,
        item,
        title_en="Typed",
        password="secret",
        csrfmiddlewaretoken="secret",
        _publish="secret",
        **{"contributions-0-secret": "secret", "contributions-__prefix__-note": "secret"},
    )
    kept = KeptForm.objects.get()
    assert "secret" not in kept.fields
    assert {"title_en", "version", "contributions-TOTAL_FORMS"} <= set(kept.data())


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'{"kept": 1}', b'{"kept": "x", "fields": 3}', b"\xff", b"[" * 99_999],
)
def test_what_cannot_be_read_is_refused_in_words(admin_client, item, body):
    answer = send(admin_client, item, body)
    assert answer.status_code == 400
    assert answer.json()["words"]


@pytest.mark.parametrize("fields", [3, "abc", [1], [[1, 2, 3]], {"a": 1}])
def test_fields_that_are_none_are_refused_in_words(admin_client, item, fields):
    answer = send(admin_client, item, {"kept": new_key(), "fields": fields})
    assert answer.status_code == 400


def test_more_than_the_limit_is_refused_in_words(admin_client, item, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 50_000
    answer = keep(admin_client, item, body_en="word " * 20_000)
    assert answer.status_code == 413
    assert "48.8" in answer.json()["words"]


def test_who_is_signed_out_is_told_so_in_json(client, item):
    answer = send(client, item, {"kept": new_key(), "fields": []})
    assert answer.status_code == 401
    assert answer.json()["words"] == "You were signed out."


def test_who_may_not_change_the_page_keeps_nothing(client, item):
    client.force_login(make_person("contributor"))
    assert send(client, item, {"kept": new_key(), "fields": []}).status_code in (403, 404)
    assert not KeptForm.objects.exists()


def test_without_the_csrf_token_the_answer_is_json(admin_user, client, item):
    client.handler.enforce_csrf_checks = True
    client.force_login(admin_user)
    answer = send(client, item, {"kept": new_key(), "fields": []})
    assert (answer.status_code, answer.json()["reason"]) == (403, "csrf")
