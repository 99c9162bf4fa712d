"""What an editor types is kept beside the page, and offered to nobody else."""

import json
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.db import OperationalError
from django.utils import timezone

from almaty import editing
from almaty.kept_forms import MOST_NEW_PAGES, MOST_OF_A_PAGE, KeptForm, new_key
from almaty.publishing import Status
from newsroom.models import NewsItem
from tests.almaty.accounts.people import make_person
from tests.factories import make_country, make_news_item, make_partner, make_sector
from tests.forms import FormReader

pytestmark = pytest.mark.django_db
LIST = "/admin/newsroom/newsitem/"
ADD = f"{LIST}add/"


def form_of(item):
    return f"{LIST}{item.pk}/change/" if item else ADD


def keep_of(item):
    return f"{LIST}{item.pk}/keep/" if item else f"{ADD}keep/"


def opened(client, item=None):
    answer = client.get(form_of(item))
    assert answer.status_code == 200
    return FormReader(answer.content.decode()).fields


def send(client, item, body, **headers):
    headers = {"accept": "application/json"} | headers
    data = body if isinstance(body, (str, bytes)) else json.dumps(body)
    return client.post(keep_of(item), data, content_type="application/json", headers=headers)


def keep(client, item=None, fields=None, at=0, **typed):
    """What the script of an open form sends after `typed`; `fields` is the form, opened now."""
    fields = (fields or opened(client, item)) | {
        name: value if isinstance(value, list) else [value] for name, value in typed.items()
    }
    body = {
        "kept": fields["kept"][0],
        "version": int(fields["version"][0]),
        "typed_at": at,
        "fields": [(name, value) for name, values in fields.items() for value in values],
    }
    return send(client, item, body)


def kept_key():
    return KeptForm.objects.with_text().get().key


def put_back(client, item=None):
    answer = client.get(form_of(item), {"kept": kept_key()})
    assert answer.status_code == 200, answer
    return answer


@pytest.fixture
def item():
    return make_news_item("As saved", status=Status.DRAFT)


def test_what_is_typed_is_kept_and_the_page_does_not_know(admin_client, item):
    answer = keep(admin_client, item, title_en="Half a sent")
    assert answer.status_code == 200
    assert answer.json()["words"].startswith("Kept at ")
    assert "no-store" in answer["Cache-Control"]
    item.refresh_from_db()
    assert (item.title, item.version) == ("As saved", 0)


def test_it_is_offered_and_not_applied(admin_client, item):
    keep(admin_client, item, title_en="Half a sent")
    page = admin_client.get(form_of(item))
    html = page.content.decode()
    assert "You typed something on" in html
    assert FormReader(html).fields["title_en"] == ["As saved"]


def test_put_back_the_form_opens_as_it_was_typed(admin_client, item):
    kazakhstan, culture, partner = make_country(), make_sector(), make_partner("Ministry")
    keep(
        admin_client,
        item,
        title_en="Typed",
        body_en="<p>A new text</p>",
        countries=[str(kazakhstan.pk)],
        sector=str(culture.pk),
        tags="lakes, youth",
        **{
            "contributions-TOTAL_FORMS": "1",
            "contributions-0-partner": str(partner.pk),
            "contributions-0-role": "funder",
        },
    )
    answer = put_back(admin_client, item)
    html = answer.content.decode()
    fields = FormReader(html).fields
    assert fields["title_en"] == ["Typed"]
    assert fields["body_en"] == ["<p>A new text</p>"]
    assert fields["countries"] == [str(kazakhstan.pk)]
    assert fields["tags"] == ["lakes, youth"]
    assert fields["contributions-0-partner"] == [str(partner.pk)]
    assert "errornote" not in html
    assert "not saved yet" in html
    assert NewsItem.objects.get(pk=item.pk).title == "As saved"
    saved = admin_client.post(form_of(item), fields | {"_save": "1"})
    assert saved.status_code == 302
    item.refresh_from_db()
    assert (item.title, item.contributions.get().partner) == ("Typed", partner)


def test_what_is_not_right_is_put_back_too(admin_client, item):
    keep(admin_client, item, title_en="", period="spring", published_at_0="tomorr", sector="99")
    answer = put_back(admin_client, item)
    fields = FormReader(answer.content.decode()).fields
    assert fields["period"] == ["spring"]
    assert fields["title_en"] == [""]
    assert fields["published_at_0"] == ["tomorr"]
    assert {"period", "title_en", "published_at", "sector"} <= set(
        answer.context["adminform"].errors
    )


def test_nulls_and_halves_of_characters_break_nothing(admin_client, item):
    assert (
        keep(admin_client, item, title_en="nul\0 \ud800 half", tags="\U0001f3d4").status_code == 200
    )
    answer = put_back(admin_client, item)
    assert answer.context["adminform"].errors["title_en"] == ["Null characters are not allowed."]
    assert FormReader(answer.content.decode()).fields["tags"] == ["\U0001f3d4"]
    assert admin_client.get(keep_of(item), {"kept": kept_key()}).status_code == 200


def test_a_conflict_is_still_found(admin_client, item, admin_user):
    keep(admin_client, item, title_en="Typed")
    content = editing.current_content(item) | {"title_en": "By a colleague"}
    editing.save(item, content, make_person("editor"))
    fields = FormReader(put_back(admin_client, item).content.decode()).fields
    assert fields["version"] == ["0"]
    answer = admin_client.post(form_of(item), fields | {"_save": "1"})
    assert answer.status_code == 409
    assert FormReader(answer.content.decode()).fields["title_en"] == ["Typed"]
    assert NewsItem.objects.get(pk=item.pk).title == "By a colleague"
    assert KeptForm.objects.with_text().exists()


def test_saved_is_no_longer_kept(admin_client, item):
    fields = opened(admin_client, item) | {"title_en": ["Typed"]}
    keep(admin_client, item, fields)
    admin_client.post(form_of(item), fields | {"_save": "1"})
    assert not KeptForm.objects.with_text().exists()
    assert "You typed something on" not in admin_client.get(form_of(item)).content.decode()


def test_what_arrives_after_the_save_is_not_offered(admin_client, item):
    fields = opened(admin_client, item) | {"title_en": ["Typed"]}
    admin_client.post(form_of(item), fields | {"_save": "1"})
    assert keep(admin_client, item, fields).json() == {"is_saved": True}
    assert not KeptForm.objects.with_text().exists()
    asked = send(admin_client, item, {"kept": fields["kept"][0]})
    assert asked.json() == {"is_saved": True}


def test_of_a_page_that_was_deleted_meanwhile_the_text_is_shown(admin_client, item, admin_user):
    fields = opened(admin_client, item) | {"title_en": ["Typed in vain"], "_save": "1"}
    editing.delete(item, admin_user)
    answer = admin_client.post(form_of(item), fields)
    assert answer.status_code == 409
    html = answer.content.decode()
    assert "moved it to the bin" in html
    assert "Typed in vain" in html


def test_when_the_database_is_busy_for_too_long_the_text_is_shown(admin_client, item, monkeypatch):
    def locked(*args, **kwargs):
        raise OperationalError("database is locked")

    fields = opened(admin_client, item) | {"title_en": ["Typed in vain"], "_save": "1"}
    monkeypatch.setattr(editing, "locked", locked)
    answer = admin_client.post(form_of(item), fields)
    assert answer.status_code == 503
    assert "very busy" in answer.content.decode()
    assert "Typed in vain" in answer.content.decode()


def test_a_save_that_is_refused_keeps_what_is_kept(admin_client, item):
    fields = opened(admin_client, item) | {"title_en": [""]}
    keep(admin_client, item, fields)
    answer = admin_client.post(form_of(item), fields | {"_save": "1"})
    assert answer.status_code == 200
    assert FormReader(answer.content.decode()).fields["kept"] == fields["kept"]
    assert KeptForm.objects.with_text().exists()


def test_something_typed_before_is_not_written_over(admin_client, item):
    first = opened(admin_client, item)
    keep(admin_client, item, first, title_en="First")
    assert keep(admin_client, item, title_en="Second, in another tab").status_code == 200
    assert keep(admin_client, item, first, title_en="First, and more").status_code == 200
    titles = {row.data()["title_en"] for row in KeptForm.objects.with_text()}
    assert titles == {"First, and more", "Second, in another tab"}
    assert admin_client.get(form_of(item)).content.decode().count("You typed something on") == 2


def test_of_one_page_only_so_much_is_kept(admin_client, item):
    fields = opened(admin_client, item)
    for n in range(MOST_OF_A_PAGE):
        assert keep(admin_client, item, fields | {"kept": [new_key()]}).status_code == 200, n
    answer = keep(admin_client, item, fields | {"kept": [new_key()]})
    assert answer.status_code == 409
    assert "Save or discard some" in answer.json()["words"]


def test_what_was_typed_later_counts_in_whatever_order_it_arrives(admin_client, item):
    fields = opened(admin_client, item)
    for typed_at, title in ((1_000, "One"), (3_000, "Three"), (2_000, "Two")):
        assert keep(admin_client, item, fields, at=typed_at, title_en=title).status_code == 200
    assert KeptForm.objects.get().data()["title_en"] == "Three"
    html = put_back(admin_client, item).content.decode()
    assert 'data-typed-at="3000"' in html  # a browser whose clock is behind goes on from there


def test_the_key_of_somebody_else_s_form_takes_nothing(admin_client, client, item):
    fields = opened(admin_client, item)
    keep(admin_client, item, fields, title_en="Mine")
    client.force_login(make_person("editor"))
    assert keep(client, item, fields, title_en="Theirs").status_code == 409
    kept = KeptForm.objects.get()
    assert (kept.user.username, kept.data()["title_en"]) == ("admin", "Mine")


def test_a_save_from_another_tab_leaves_it(admin_client, item):
    keep(admin_client, item, title_en="First")
    other_tab = opened(admin_client, item) | {"title_en": ["Saved"]}
    admin_client.post(form_of(item), other_tab | {"_save": "1"})
    assert put_back(admin_client, item).context["adminform"].form["title_en"].value() == "First"


def test_it_is_discarded(admin_client, item):
    keep(admin_client, item, title_en="Typed")
    answer = admin_client.post(keep_of(item), {"discard": kept_key()})
    assert answer.status_code == 302
    assert not KeptForm.objects.exists()


@pytest.mark.parametrize("is_new", [False, True])
def test_what_becomes_of_it_is_in_the_log(admin_client, item, is_new):
    page = None if is_new else item
    keep(admin_client, page, title_en="Typed")
    put_back(admin_client, page)
    admin_client.post(keep_of(page), {"discard": kept_key()})
    newest, before = LogEntry.objects.filter(content_type__model="newsitem").order_by("-pk")
    assert newest.change_message == "What was typed and not saved: discarded"
    assert before.change_message == "What was typed and not saved: put back into the form"
    assert newest.object_id == (None if is_new else str(item.pk))
    assert newest.object_repr == ("story" if is_new else "As saved")
    assert admin_client.get("/admin/admin/logentry/").status_code == 200


def test_the_differences_are_shown_in_words(admin_client, item):
    country = make_country("Tajikistan")
    keep(admin_client, item, title_en="Typed", body_en="<p>New words</p>", countries=[country.pk])
    html = admin_client.get(keep_of(item), {"kept": kept_key()}).content.decode()
    for words in ("As saved", "Typed", "New words", "Tajikistan"):
        assert words in html
    assert "Summary" not in html
    assert NewsItem.objects.get(pk=item.pk).title == "As saved"


def test_that_a_link_leads_elsewhere_is_a_difference_one_can_see(admin_client):
    item = make_news_item(body='<p><a href="https://a.org/old">Here</a></p>')
    keep(admin_client, item, body_en='<p><a href="https://a.org/new">Here</a></p>')
    html = admin_client.get(keep_of(item), {"kept": kept_key()}).content.decode()
    assert "Here (https://a.org/old)" in html
    assert "Here (https://a.org/new)" in html


def test_a_new_page_is_kept_and_put_back(admin_client):
    keep(admin_client, title_en="Never saved", period="2024-h2")
    assert "You typed something on" in admin_client.get(ADD).content.decode()
    fields = FormReader(put_back(admin_client).content.decode()).fields
    assert fields["title_en"] == ["Never saved"]
    assert admin_client.post(ADD, fields | {"_save": "1"}).status_code == 302
    assert NewsItem.objects.get().title == "Never saved"
    assert not KeptForm.objects.with_text().exists()


def test_two_new_pages_do_not_get_into_each_other_s_way(admin_client):
    for title in ("One", "Two"):
        assert keep(admin_client, title_en=title).status_code == 200
    assert admin_client.get(ADD).content.decode().count("You typed something on") == 2


def test_of_new_pages_only_so_many_are_kept(admin_client):
    fields = opened(admin_client)
    for n in range(MOST_NEW_PAGES):
        assert keep(admin_client, None, fields | {"kept": [new_key()]}).status_code == 200, n
    assert keep(admin_client, None, fields | {"kept": [new_key()]}).status_code == 409


def test_after_a_month_it_goes(admin_client, item):
    keep(admin_client, item, title_en="Old")
    KeptForm.objects.update(kept_at=timezone.now() - timedelta(days=31))
    keep(admin_client, make_news_item(status=Status.DRAFT), title_en="New")
    assert len(KeptForm.objects.all()) == 1


def test_a_live_page_its_sector_and_a_partner_keep_too(admin_client):
    for page in (make_sector(), make_partner(), make_country()):
        url = f"/admin/programmes/{page._meta.model_name}/{page.pk}/"
        fields = FormReader(admin_client.get(f"{url}change/").content.decode()).fields
        body = {"kept": fields["kept"][0], "version": 0, "fields": [["name_en", "Typed"]]}
        answer = admin_client.post(
            f"{url}keep/",
            json.dumps(body),
            "application/json",
            headers={"accept": "application/json"},
        )
        assert answer.status_code == 200
        assert "You typed something on" in admin_client.get(f"{url}change/").content.decode()
