"""Organisations and places of a document that the register does not have."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almaty.publishing import Status
from newsroom.import_screen import Screen
from newsroom.importing import decisions
from programmes.models import Partner, Place, Sector
from tests.factories import make_partner
from tests.newsroom.importing.reviewing import (
    address,
    evidence,
    page_of,
    said,
    send,
    send_change,
    suggestion,
)

pytestmark = pytest.mark.usefixtures("register", "data_dir")


def test_an_unknown_organisation_becomes_a_draft_partner(desk, document):
    story = document.stories.get(number=2)
    row = suggestion(story, "partner", name="Institute of Quiet Rivers")
    send(desk, story, accept=row.pk)
    partner = Partner.objects.get(name_en="Institute of Quiet Rivers")
    assert partner.status == Status.DRAFT
    assert partner.kind == row.value["kind"]
    assert page_of(story).contributions.get().partner == partner


def test_a_likely_duplicate_is_asked_about(desk, document):
    there = make_partner("Quiet Rivers Institute")
    story = document.stories.get(number=2)
    row = suggestion(story, "partner", name="Institute of Quiet Rivers")
    answer = send(desk, story, accept_all=1)
    assert "may be “Quiet Rivers Institute”" in said(answer)
    assert Partner.objects.count() == 1
    row.refresh_from_db()
    assert row.state == "open"
    send_change(desk, story, row, known=str(there.pk), role="host", kind="unknown")
    contribution = page_of(story).contributions.get()
    assert (contribution.partner, contribution.role) == (there, "host")


def test_a_new_one_is_made_all_the_same_when_that_is_chosen(desk, document):
    make_partner("Quiet Rivers Institute")
    story = document.stories.get(number=2)
    row = suggestion(story, "partner", name="Institute of Quiet Rivers")
    send_change(
        desk,
        story,
        row,
        known="new",
        name="Institute of Quiet Rivers, Bishkek",
        kind="academic",
        role="technical",
    )
    partner = page_of(story).contributions.get().partner
    assert (partner.name_en, partner.kind) == ("Institute of Quiet Rivers, Bishkek", "academic")


def test_another_of_the_register_is_named(desk, document):
    there = make_partner("Rivers Centre")
    story = document.stories.get(number=2)
    row = suggestion(story, "partner", name="Institute of Quiet Rivers")
    wrong = send_change(
        desk, story, row, known="other", other="Nobody", kind="unknown", role="host"
    )
    assert "nothing of this name" in wrong.content.decode()
    send_change(desk, story, row, known="other", other="rivers centre", kind="unknown", role="host")
    assert page_of(story).contributions.get().partner == there


@pytest.mark.parametrize("name", ["rc", "Өзендер орталығы", "Centre of Rivers"])
def test_whatever_name_is_offered_is_taken(desk, document, name):
    there = make_partner("Rivers Centre", acronym="RC", name_kk="Өзендер орталығы")
    there.other_names.create(name="Centre of Rivers", kind="alias")
    make_partner(name, slug="binned", status=Status.DELETED)
    story = document.stories.get(number=2)
    row = suggestion(story, "partner", name="Institute of Quiet Rivers")
    send_change(desk, story, row, known="other", other=name, kind="unknown", role="host")
    assert page_of(story).contributions.get().partner == there


def test_nothing_that_lies_in_the_bin_is_offered_or_taken(desk, story):
    Sector.objects.update(status=Status.DELETED)
    row = suggestion(story, "sector")
    assert row.value["slug"] not in str(Screen(story).lines[0].form["slug"])
    assert "The register has no sector" in said(send(desk, story, accept=row.pk))
    assert page_of(story).sector is None


def test_the_review_asks_no_query_for_each_suggestion(desk, story, django_assert_num_queries):
    desk.get(address(story))
    with CaptureQueriesContext(connection) as captured:
        desk.get(address(story))
    for slug in ("kyrgyzstan", "kazakhstan", "tajikistan"):
        value = {"slug": slug}
        story.suggestions.create(kind="country", value=value, evidence=[evidence("Tashkent")])
    with django_assert_num_queries(len(captured)):
        desk.get(address(story))


def test_the_names_of_the_register_are_read_once_for_a_story(story):
    for number in range(5):
        value = {"name": f"Society {number}", "role": "host", "slug": None, "kind": "unknown"}
        story.suggestions.create(kind="partner", value=value, evidence=[evidence("Tashkent")])
    with CaptureQueriesContext(connection) as captured:
        decisions.acceptable(story)
    assert sum('FROM "programmes_partner"' in query["sql"] for query in captured) == 1


def test_a_new_place_is_made_once(desk, document):
    for number in (1, 2):
        story = document.stories.get(number=number)
        send(desk, story, accept_all=1)
    assert sorted(Place.objects.values_list("name_en", "country__slug")) == [
        ("Bishkek", "kyrgyzstan"),
        ("Tashkent", "uzbekistan"),
    ]
