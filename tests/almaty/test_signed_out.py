"""Without scripts: a form that is sent by somebody no longer signed in comes back with its text."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client
from django.utils import timezone

from almaty import editing
from almaty.kept_forms import MOST_OF_A_PAGE, KeptForm, new_key
from almaty.publishing import Status
from almaty.signed_out import PER_MINUTE
from newsroom.models import NewsItem
from tests.almaty.accounts.people import PASSWORD, make_person
from tests.almaty.test_kept_forms import keep
from tests.factories import make_news_item, make_partner, make_snapshot
from tests.forms import FormReader

pytestmark = pytest.mark.django_db
ADD = "/admin/newsroom/newsitem/add/"


def form_of(item):
    return f"/admin/newsroom/newsitem/{item.pk}/change/"


def opened(client, url):
    return FormReader(client.get(url).content.decode()).fields


def words_of(answer):
    return " ".join(map(str, answer.context["messages"])) if answer.context else ""


@pytest.fixture
def item():
    return make_news_item("As saved", status=Status.DRAFT)


@pytest.fixture
def editor():
    return make_person("editor", "aigerim")


@pytest.fixture
def typed(client, editor, item):
    """The fields of a form that the editor had opened; the session has ended since."""
    client.force_login(editor)
    fields = opened(client, form_of(item)) | {"title_en": ["Typed at night"]}
    Session.objects.all().delete()
    return fields | {"_save": "1"}


def come_back(client, answer, who="aigerim"):
    """Sign in where the answer leads, and follow it."""
    assert answer.status_code == 302
    there = urlsplit(answer["Location"])
    assert there.path == "/admin/login/"
    after = parse_qs(there.query)["next"][0]
    client.get(answer["Location"])
    signed = client.post(
        "/admin/login/", {"login": who, "password": PASSWORD, "next": after}, follow=True
    )
    return signed


def test_the_order_of_an_edition_comes_back_too(client, editor):
    edition = make_snapshot()
    make_news_item(snapshot=edition, position=1)
    url = f"/admin/newsroom/snapshot/{edition.pk}/change/"
    client.force_login(editor)
    fields = opened(client, url) | {"stories-0-position": ["7"], "_save": "1"}
    Session.objects.all().delete()
    back = come_back(client, client.post(url, fields))
    assert FormReader(back.content.decode()).fields["stories-0-position"] == ["7"]


@pytest.mark.parametrize("size", [10, 500_000])
def test_the_text_comes_back_in_the_form_after_signing_in(client, item, typed, size):
    typed["body_en"] = ["<p>" + "word " * (size // 5) + "end</p>"]
    answer = client.post(form_of(item), typed)
    assert KeptForm.objects.get().user.username == "aigerim"
    form = come_back(client, answer)
    fields = FormReader(form.content.decode()).fields
    assert fields["title_en"] == ["Typed at night"]
    assert fields["body_en"] == typed["body_en"]
    item.refresh_from_db()
    assert item.title == "As saved"
    assert client.post(form_of(item), fields | {"_save": "1"}).status_code == 302
    item.refresh_from_db()
    assert item.title == "Typed at night"
    assert not KeptForm.objects.with_text().exists()


def test_a_new_page_comes_back_too(client, editor):
    client.force_login(editor)
    partner = make_partner("Ministry")
    fields = opened(client, ADD) | {
        "title_en": ["A new story"],
        "contributions-TOTAL_FORMS": ["1"],
        "contributions-0-partner": [str(partner.pk)],
        "contributions-0-role": ["funder"],
    }
    Session.objects.all().delete()
    form = come_back(client, client.post(ADD, fields | {"_save": "1"}))
    fields = FormReader(form.content.decode()).fields
    assert fields["title_en"] == ["A new story"]
    assert fields["contributions-0-partner"] == [str(partner.pk)]
    assert not NewsItem.objects.exists()


def test_it_is_said_what_happened(client, item, typed):
    answer = client.post(form_of(item), typed, follow=True)
    assert "nothing was saved. Sign in: your text comes back" in answer.content.decode()


def test_nobody_else_gets_it(client, item, typed):
    answer = client.post(form_of(item), typed)
    key = KeptForm.objects.get().key
    stranger = Client()
    stranger.force_login(make_person("administrator"))
    seen = stranger.get(form_of(item), {"kept": key}, follow=True)
    assert "Typed at night" not in seen.content.decode()
    assert answer["Location"].endswith(key)


def test_whoever_else_signs_in_there_does_not_get_it_either(client, item, typed):
    """Of a shared computer: the form was left open, and somebody else sits down before it."""
    answer = client.post(form_of(item), typed)
    make_person("editor", "newcomer")
    form = come_back(client, answer, "newcomer")
    html = form.content.decode()
    assert form.status_code == 200
    assert "Typed at night" not in html
    assert "It is kept for them" in html
    assert "You typed something on" not in html
    client.logout()
    form = come_back(client, answer)
    assert FormReader(form.content.decode()).fields["title_en"] == ["Typed at night"]


def test_somebody_else_who_is_signed_in_does_not_get_it_and_its_author_does(client, item, typed):
    client.handler.enforce_csrf_checks = True
    client.force_login(make_person("editor", "newcomer"))
    client.cookies["csrftoken"] = "x" * 32
    form = client.post(form_of(item), typed, follow=True)
    assert "Typed at night" not in form.content.decode()
    assert "It is kept for them" in form.content.decode()
    assert KeptForm.objects.get().user.username == "aigerim"


def test_the_permission_is_asked_after_signing_in(client, item, editor, typed):
    answer = client.post(form_of(item), typed)
    editor.groups.set([Group.objects.get(name="contributor")])
    live = NewsItem.objects.filter(pk=item.pk)
    live.update(status=Status.PUBLISHED, published_at=timezone.now())
    form = come_back(client, answer)
    assert form.status_code == 403
    html = form.content.decode()
    assert "You may not change this page" in html
    assert "Typed at night" in html


def test_of_a_page_that_is_gone_by_then_the_text_is_shown(client, item, editor, typed):
    answer = client.post(form_of(item), typed)
    editing.delete(item, editor)
    form = come_back(client, answer)
    assert form.status_code == 409
    assert "Typed at night" in form.content.decode()


def test_what_was_kept_before_stays_beside_it(client, item, editor, typed):
    client.force_login(editor)
    keep(client, item, title_en="Typed in the morning")
    Session.objects.all().delete()
    come_back(client, client.post(form_of(item), typed))
    titles = {row.data()["title_en"] for row in KeptForm.objects.with_text()}
    assert titles == {"Typed in the morning", "Typed at night"}


def test_a_form_without_its_mark_is_shown_to_be_copied(client, item, typed):
    for mark in ("", "forged", signing.dumps(1, salt="another")):
        answer = client.post(form_of(item), typed | {"typist": mark})
        assert answer.status_code == 403
        assert "Typed at night" in answer.content.decode()
    assert not KeptForm.objects.exists()


def test_a_closed_account_is_told_so_and_shown_the_text(client, item, editor):
    client.force_login(editor)
    fields = opened(client, form_of(item)) | {"title_en": ["Typed at night"], "_save": "1"}
    editor.is_active = False
    editor.save()
    answer = client.post(form_of(item), fields)
    assert answer.status_code == 403
    html = answer.content.decode()
    assert "Your account is closed" in html
    assert "Typed at night" in html
    assert "TOTAL_FORMS" not in html
    assert "no-store" in answer["Cache-Control"]
    assert not KeptForm.objects.exists()


def test_with_a_token_that_is_no_longer_good_it_comes_back_at_once(client, item, editor):
    client.handler.enforce_csrf_checks = True
    client.force_login(editor)
    fields = opened(client, form_of(item)) | {"title_en": ["Typed"], "_save": "1"}
    client.cookies["csrftoken"] = "x" * 32  # as signing in elsewhere leaves it
    answer = client.post(form_of(item), fields)
    assert answer.status_code == 302
    form = client.get(answer["Location"])
    html = form.content.decode()
    assert FormReader(html).fields["title_en"] == ["Typed"]
    assert "Nothing was saved" in html
    assert "errornote" not in html
    fields = FormReader(html).fields | {"_save": "1"}
    assert client.post(form_of(item), fields).status_code == 302
    assert NewsItem.objects.get(pk=item.pk).title == "Typed"


def test_with_session_and_token_gone(client, item, editor):
    client.handler.enforce_csrf_checks = True
    client.force_login(editor)
    fields = opened(client, form_of(item)) | {"title_en": ["Typed"], "_save": "1"}
    Session.objects.all().delete()
    del client.cookies["csrftoken"]
    answer = client.post(form_of(item), fields)
    client.handler.enforce_csrf_checks = False
    form = come_back(client, answer)
    assert FormReader(form.content.decode()).fields["title_en"] == ["Typed"]


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_what_another_site_sends_is_not_kept(item, headers):
    for strict in (True, False):
        client = Client(enforce_csrf_checks=strict)
        data = {"version": "0", "title_en": "Forged"}
        answer = client.post(form_of(item), data, headers=headers)
        assert answer.status_code == (403 if strict else 302)
    assert not KeptForm.objects.exists()


def test_what_is_no_form_of_ours_is_not_kept(item):
    assert Client().post(form_of(item), {"title_en": "?"}).status_code == 302
    assert not KeptForm.objects.exists()


def test_one_address_leaves_only_so_much_and_still_sees_its_text(client, item, typed):
    for _n in range(PER_MINUTE):
        assert client.post(form_of(item), typed).status_code == 302
    answer = client.post(form_of(item), typed)
    assert answer.status_code == 429
    assert "Typed at night" in answer.content.decode()
    assert KeptForm.objects.count() == 1  # of one form there is one text, the last
    elsewhere = client.post(form_of(item), typed, REMOTE_ADDR="10.1.2.3")
    assert elsewhere.status_code == 302


def test_one_person_keeps_only_so_much_of_a_page(client, item, typed):
    for n in range(MOST_OF_A_PAGE):
        client.post(form_of(item), typed | {"kept": new_key()}, REMOTE_ADDR=f"10.1.2.{n}")
    answer = client.post(form_of(item), typed | {"kept": new_key()})
    assert answer.status_code == 429
    assert "Typed at night" in answer.content.decode()
    assert KeptForm.objects.count() == MOST_OF_A_PAGE


def test_after_a_month_it_goes(client, item, typed):
    client.post(form_of(item), typed)
    KeptForm.objects.update(kept_at=timezone.now() - timedelta(days=31))
    client.post(form_of(item), typed | {"kept": new_key()})
    assert KeptForm.objects.count() == 1


def test_neither_password_nor_token_is_kept(client, item, typed):
    client.post(form_of(item), typed | {"password": "secret", "csrfmiddlewaretoken": "secret"})
    assert "secret" not in KeptForm.objects.get().fields


def test_other_forms_of_the_desk_refuse_a_bad_token_in_words(admin_user):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    answer = client.post("/admin/newsroom/newsitem/", {"action": "publish"})
    assert answer.status_code == 403
    assert "The form was not sent" in answer.content.decode()


IMAGE = "/admin/almaty/image/add/"


def test_other_forms_of_the_desk_are_answered_with_what_was_typed(client, editor):
    client.force_login(editor)
    fields = opened(client, IMAGE) | {"alt_en": ["A lake at night"], "_save": "1"}
    Session.objects.all().delete()
    answer = client.post(IMAGE, fields)
    html = answer.content.decode()
    assert answer.status_code == 403
    assert "A lake at night" in html
    assert "/admin/login/?next=%2Fadmin%2Falmaty%2Fimage%2Fadd%2F" in html
    assert fields["csrfmiddlewaretoken"][0] not in html
    assert "no-store" in answer["Cache-Control"]


def test_with_a_token_that_is_no_longer_good_too(client, editor):
    client.handler.enforce_csrf_checks = True
    client.force_login(editor)
    fields = opened(client, IMAGE) | {"alt_en": ["A lake at night"], "_save": "1"}
    client.cookies["csrftoken"] = "x" * 32
    answer = client.post(IMAGE, fields)
    assert answer.status_code == 403
    assert "A lake at night" in answer.content.decode()


@pytest.mark.parametrize(
    ("error", "status"), [(PermissionDenied, 403), (Http404, 404), (RuntimeError, 500)]
)
def test_whatever_fails_is_answered_with_what_was_typed(
    client, item, editor, monkeypatch, error, status
):
    def fail(*args, **kwargs):
        raise error

    client.raise_request_exception = False
    client.force_login(editor)
    fields = opened(client, form_of(item)) | {"title_en": ["Typed in vain"], "_save": "1"}
    monkeypatch.setattr(editing, "save", fail)
    answer = client.post(form_of(item), fields)
    assert answer.status_code == status
    assert "Typed in vain" in answer.content.decode()
    foreign = client.post(form_of(item), fields, headers={"origin": "https://elsewhere.example"})
    assert "Typed in vain" not in foreign.content.decode()


def test_no_password_is_ever_shown(client, editor):
    client.force_login(editor)
    client.get("/admin/")
    Session.objects.all().delete()
    data = {
        "csrfmiddlewaretoken": "x",
        "username": "somebody",
        "password1": "secret-1",
        "usable_password": "secret-2",
    }
    answer = client.post("/admin/auth/user/add/", data)
    assert "somebody" in answer.content.decode()
    assert "secret" not in answer.content.decode()


def test_who_is_signed_in_saves_as_ever(client, item, editor):
    client.force_login(editor)
    fields = opened(client, form_of(item)) | {"title_en": ["Saved"], "_save": "1"}
    assert client.post(form_of(item), fields).status_code == 302
    assert NewsItem.objects.get(pk=item.pk).title == "Saved"


def test_a_script_of_django_s_is_told_so_and_not_led_to_another_page(client):
    look_up = "/admin/autocomplete/?app_label=newsroom&model_name=newsitem&field_name=project"
    answer = client.get(look_up, headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.status_code == 401
    assert answer.json()["words"] == "You were signed out."
    assert client.get(look_up).status_code == 302
