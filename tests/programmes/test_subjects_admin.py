"""Sectors and countries are pages like the others: drafts, public, withdrawn, in the bin."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from almaty import editing
from almaty.publishing import Status
from almaty.readiness import findings_of
from programmes.models import Country, Sector
from tests.almaty.accounts.people import make_person
from tests.clock import Clock
from tests.factories import (
    make_country,
    make_news_item,
    make_project,
    make_sector,
    make_whole_story,
)
from tests.forms import submit

pytestmark = pytest.mark.django_db
MAKE = {"sector": make_sector, "country": make_country}
PATHS = {"sector": "/sectors/", "country": "/countries/"}
TEXTS = {"sector": {"mandate_en": "For sport."}, "country": {"introduction_en": "<p>It is.</p>"}}
kinds = pytest.mark.parametrize("kind", MAKE)


def address(kind, what, *args):
    return reverse(f"admin:programmes_{kind}_{what}", args=args)


def form_of(page):
    return address(page._meta.model_name, "change", page.pk)


def text_of(answer):
    return answer.content.decode()


def surfaces(client, kind):
    """Where a public one is named."""
    paths = ["/", PATHS[kind], "/snapshots/", "/projects/", f"/sitemap-{kind}s.xml"]
    paths += ["/search/?q=zzq"]
    return "".join(text_of(client.get(path)) for path in paths)


@kinds
def test_a_new_one_is_a_draft_until_somebody_publishes_it(client, kind):
    client.force_login(make_person("administrator"))
    submit(client, address(kind, "add"), name_en="Zzq", **TEXTS[kind])
    page = (Sector if kind == "sector" else Country).objects.get()
    assert (page.status, page.slug) == (Status.DRAFT, "zzq")
    assert client.get(page.get_absolute_url()).status_code == 404
    assert page.get_absolute_url() not in surfaces(client, kind)
    submit(client, form_of(page), "_publish")
    assert client.get(page.get_absolute_url()).status_code == 200
    assert page.get_absolute_url() in surfaces(client, kind)


@kinds
def test_one_is_scheduled_withdrawn_binned_and_taken_out(client, kind):
    client.force_login(make_person("administrator"))
    page, later = MAKE[kind]("Zzq", status=Status.DRAFT, published_at=None), timezone.now()
    later += timedelta(hours=1)
    editing.publish(page, None, at=later)
    assert client.get(page.get_absolute_url()).status_code == 404
    with Clock(later):
        assert client.get(page.get_absolute_url()).status_code == 200
        submit(client, form_of(page), "_withdraw")
        assert client.get(page.get_absolute_url()).status_code == 404
    page.refresh_from_db()
    seen = {"post": "yes", f"version-{page.pk}": page.version}
    client.post(address(kind, "delete", page.pk), seen)
    page.refresh_from_db()
    assert page.status == Status.DELETED
    client.get("/admin/")  # which says what was done, once
    assert "Zzq" not in text_of(client.get("/admin/newsroom/newsitem/add/"))
    assert "Zzq" in text_of(client.get(address(kind, "bin")))
    client.post(address(kind, "undelete", page.pk), {"version": page.version})
    page.refresh_from_db()
    assert page.status == Status.WITHDRAWN


@kinds
@pytest.mark.parametrize("make", [make_news_item, make_project])
def test_one_that_is_named_stays_public(client, kind, make):
    client.force_login(make_person("publisher"))
    page = MAKE[kind]("Zzq")
    other = make(sector=page) if kind == "sector" else make(countries=[page])
    answer = submit(client, form_of(page), "_withdraw")
    assert "is not withdrawn: other pages name it" in text_of(answer)
    several = {"action": "withdraw", "_selected_action": [page.pk]}
    answer = client.post(address(kind, "changelist"), several, follow=True)
    assert "is not withdrawn: other pages name it" in text_of(answer)
    assert str(other) in text_of(client.get(address(kind, "delete", page.pk)))
    client.post(address(kind, "delete", page.pk), {"post": "yes", f"version-{page.pk}": 0})
    page.refresh_from_db()
    assert page.is_published()


@kinds
def test_what_names_a_hidden_one_is_not_published(kind):
    def said(**state):
        page = MAKE[kind]("Zzq", **state)
        named = {"sector": page} if kind == "sector" else {"countries": [page]}
        found = [finding for finding in findings_of(make_whole_story(**named)) if finding.is_error]
        type(page).objects.filter(pk=page.pk).update(slug=f"zzq-{page.pk}")
        return [finding.words for finding in found]

    assert said() == []
    assert said(status=Status.DRAFT) == ["“Zzq” is not published: publish it first."]
    assert said(public_until=timezone.now() + timedelta(days=1)) == [
        "“Zzq” is to be withdrawn: take it out here."
    ]
