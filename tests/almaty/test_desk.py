import re
from datetime import timedelta

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from almaty.publishing import Status
from programmes.models import Partner
from tests.factories import (
    make_country,
    make_image,
    make_news_item,
    make_partner,
    make_project,
    make_sector,
    make_snapshot,
)

MODELS = [
    "admin_logentry",
    "almaty_image",
    "auth_group",
    "auth_user",
    "newsroom_import",
    "newsroom_newsitem",
    "newsroom_rejectedpair",
    "newsroom_result",
    "newsroom_snapshot",
    "programmes_country",
    "programmes_partner",
    "programmes_place",
    "programmes_project",
    "programmes_sector",
    "taggit_tag",
]


def test_every_model_of_ours_stands_in_the_desk():
    names = {f"{m._meta.app_label}_{m._meta.model_name}" for m in admin.site._registry}
    assert names == set(MODELS)


@pytest.mark.once
@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_lists_and_forms_open_in_each_language(admin_client, model, language):
    with translation.override(language):
        pages = [reverse(f"admin:{model}_{page}") for page in ("changelist", "add")]
        if model in {"admin_logentry", "newsroom_rejectedpair"}:  # nobody adds to them by hand
            del pages[1]
        if model == "newsroom_result":
            assert admin_client.get(pages.pop()).status_code == 403  # they are parts of pages
        for address in [*pages, f"{pages[0]}?q=Жер"]:
            answer = admin_client.get(address)
            assert answer.status_code == 200
            assert "no-store" in answer["Cache-Control"]
            html = answer.content.decode()
            assert f'lang="{language}"' in html
            assert "Taggit" not in html  # the library's name of what an editor calls tags


@pytest.mark.parametrize("path", ["/admin/", "/ru/admin/", "/kk/admin/", "/admin/login/"])
def test_pages_of_the_desk_are_not_kept_and_run_nothing_inline(admin_client, path):
    answer = admin_client.get(path)
    assert "no-store" in (answer["Cache-Control"])
    if answer.status_code == 200:
        html = answer.content.decode()
        assert not re.search(r"<script(?![^>]*\bsrc=)", html)
        assert not re.search(r"<style|\sstyle=|\son\w+=", html)


def test_a_form_with_an_editor_carries_its_nonce(admin_client):
    answer = admin_client.get(reverse("admin:newsroom_newsitem_add"))
    html = answer.content.decode()
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", html)
    assert len(inline) == 1
    nonce = re.search(r'nonce="([^"]+)"', inline[0])[1]
    assert f"'nonce-{nonce}'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_public_pages_carry_no_nonce(client, db):
    assert "nonce" not in client.get("/")["Content-Security-Policy"]


def test_the_language_can_be_changed_in_place(admin_client):
    html = admin_client.get("/ru/admin/newsroom/newsitem/?state=draft").content.decode()
    assert 'href="/kk/admin/newsroom/newsitem/?state=draft"' in html
    assert 'href="/admin/newsroom/newsitem/?state=draft"' in html


def test_strangers_are_sent_to_sign_in(client, db):
    answer = client.get("/ru/admin/newsroom/newsitem/")
    assert answer.status_code == 302
    assert answer.url.startswith("/ru/admin/login/")


@pytest.mark.parametrize(
    "path",
    [
        "/admin/newsroom/newsitem/?q=%00",
        "/admin/newsroom/newsitem/?period=%00",
        "/admin/programmes/partner/?kind=%00",
        "/admin/autocomplete/?term=%00&app_label=newsroom&model_name=newsitem&field_name=project",
        "/admin/almaty/image/pick/?q=%00",
    ],
)
def test_a_null_character_is_refused_and_breaks_nothing(admin_client, path):
    assert admin_client.get(path).status_code == 400


@pytest.mark.parametrize(
    "query",
    [
        "state=nonsense",
        "period=nonsense",
        "sector=atlantis",
        "country=atlantis",
        "missing=everything",
        "q=%ED%A0%80",
        "q=" + "x" * 3000,
        "q=" + "ә+" * 1500,
        "p=99999",
        "o=99.-99",
        "e=1",
    ],
)
def test_a_nonsense_address_is_no_error_of_ours(admin_client, query):
    make_news_item()
    answer = admin_client.get(f"/admin/newsroom/newsitem/?{query}", follow=True)
    assert answer.status_code == 200


def labels(answer):
    return {
        (group["name"], str(concern["label"])): concern
        for group in answer.context["groups"]
        for concern in group["concerns"]
    }


def test_the_home_page_says_what_needs_attention(admin_client):
    country, sector = make_country(), make_sector()
    words = {"title_ru": "Повесть", "title_kk": "Әңгіме"}
    whole = {"sector": sector, "image": make_image()} | words
    make_news_item("Complete", countries=[country], **whole)
    make_news_item("Unfinished", status=Status.DRAFT, published_at=None)
    make_news_item("Tomorrow", published_at=timezone.now() + timedelta(days=1))
    make_news_item("Nowhere", **whole)
    make_news_item("Without sector", countries=[country], **whole | {"sector": None})
    make_news_item("In English", countries=[country], **whole | {"title_ru": "", "title_kk": None})
    make_news_item("Unseen", countries=[country], **whole | {"image": None})
    mute = make_image(alt="", decorative=False)
    make_news_item("Mute", countries=[country], **whole | {"image": mute})
    make_snapshot("2023", title_ru="x", title_kk="x", image=make_image())

    found = labels(admin_client.get("/admin/"))

    def pages(label):
        return {page["name"] for page in found["stories", label]["pages"]}

    assert pages("Drafts") == {"Unfinished"}
    assert pages("Published without country") == {"Nowhere"}
    assert pages("Published without sector") == {"Without sector"}
    assert pages("Published without image") == {"Unseen"}
    assert pages("Published without alternative text") == {"Mute"}
    assert pages("Published without Russian translation") == {"In English"}
    assert pages("Published without Kazakh translation") == {"In English"}
    assert found["editions", "Published without stories"]["count"] == 1
    for concern in found.values():
        answer = admin_client.get(concern["url"])
        assert answer.context["cl"].result_count == concern["count"]


def test_the_home_page_asks_the_same_of_many_pages(admin_client, django_assert_num_queries):
    def fill():
        for _n in range(3):
            make_news_item(status=Status.DRAFT)
            make_news_item(published_at=timezone.now() + timedelta(days=1))
            make_news_item()
            make_project()
            make_partner()
            make_image(alt="")

    fill()
    admin_client.get("/admin/")
    with CaptureQueriesContext(connection) as few:
        admin_client.get("/admin/")
    fill()
    with django_assert_num_queries(len(few)):
        admin_client.get("/admin/")


def test_a_colleague_without_rights_is_told_nothing(client, django_user_model):
    make_news_item("Unfinished", status=Status.DRAFT)
    client.force_login(django_user_model.objects.create_user("guest", is_staff=True))
    answer = client.get("/admin/")
    assert answer.context["groups"] == []
    assert b"Unfinished" not in answer.content


def test_a_partner_with_work_is_not_deleted_but_listed(admin_client):
    partner = make_partner("Ministry")
    make_project("GLOFCA").participations.create(partner=partner, role="funder")
    answer = admin_client.post(reverse("admin:programmes_partner_delete", args=[partner.pk]))
    assert "GLOFCA" in answer.content.decode() or "Ministry" in answer.content.decode()
    assert answer.context["is_refused"]
    assert Partner.objects.filter(pk=partner.pk).exists()


def test_a_search_finds_letters_of_any_case(admin_client):
    make_partner("Қазақ университеті")
    make_partner("Тау институты")
    for words in ("қазақ", "ҚАЗАҚ УНИВЕРСИТЕТІ"):
        found = admin_client.get("/admin/programmes/partner/", {"q": words}).context["cl"]
        assert [partner.name for partner in found.queryset] == ["Қазақ университеті"]


def test_a_search_by_another_name_shows_the_partner_once(admin_client):
    partner = make_partner("International Federation")
    partner.other_names.create(name="IFRC", kind="acronym")
    partner.other_names.create(name="IFRC Central Asia")
    found = admin_client.get("/admin/programmes/partner/", {"q": "ifrc"}).context["cl"]
    assert list(found.queryset) == [partner]


def test_hostile_words_are_escaped_on_every_page(admin_client):
    words = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    country, partner = make_country(words, slug="land"), make_partner(words)
    project = make_project(words, countries=[country], short_title=words)
    edition = make_snapshot(title=words)
    item = make_news_item(words, image=make_image(alt=words), snapshot=edition, tags=["<script>"])
    item.contributions.create(partner=partner, role="funder", note=words)
    make_news_item(words, status=Status.DRAFT)
    for row in (country, partner, project, edition, item, item.image):
        named = f"admin:{row._meta.app_label}_{row._meta.model_name}"
        pages = [
            reverse(f"{named}_{page}", args=[row.pk]) for page in ("change", "delete", "history")
        ]
        for page in [reverse("admin:index"), reverse(f"{named}_changelist"), *pages]:
            html = admin_client.get(page).content.decode()
            assert "<script>alert" not in html
            assert "<img src=x" not in html
