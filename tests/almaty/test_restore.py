"""Any revision can be brought back, and then says exactly what it said."""

import random

import pytest

from almaty import contents, editing
from almaty.models import Revision
from almaty.publishing import Status
from newsroom.models import NewsItem
from tests.factories import (
    make_country,
    make_image,
    make_news_item,
    make_partner,
    make_project,
    make_sector,
    make_snapshot,
)
from tests.forms import submit

pytestmark = pytest.mark.django_db

REVISIONS, RESTORED = 60, 50
WORDS = ["ice", "мұз", "lake — «көл»", "1,200", "🏔", "<b>&amp;", "O’Neil"]
ROLES = ["funder", "host", "technical", "platform"]


@pytest.fixture
def choices():
    """What the random edits choose from."""
    return {
        "partners": [make_partner().pk for _n in range(5)],
        "projects": [make_project().pk for _n in range(3)],
        "countries": [make_country(name).pk for name in ("Kazakhstan", "Uzbekistan", "Tajikistan")],
        "sectors": [make_sector(name).pk for name in ("Culture", "Education", "Science")],
        "images": [make_image(alt=f"Picture {n}").pk for n in range(3)],
    }


def some(chance, values, most=3):
    return chance.sample(values, chance.randint(0, min(most, len(values))))


def random_edit(chance, content, choices):
    """Two or three fields of a story say something else."""
    given = {
        "title_en": lambda: f"Title {chance.random()}",
        "title_kk": lambda: chance.choice(WORDS),
        "body_ru": lambda: "".join(f"<p>{n} Слово</p>" for n in range(chance.randint(0, 4))),
        "slug": lambda: f"slug-{chance.randint(0, 9)}",
        "tags": lambda: sorted(some(chance, ["ice", "мұз", "Water", "youth"])),
        "countries": lambda: sorted(some(chance, choices["countries"])),
        "further_sectors": lambda: sorted(some(chance, choices["sectors"])),
        "sector_id": lambda: chance.choice([None, *choices["sectors"]]),
        "image_id": lambda: chance.choice([None, *choices["images"]]),
        "project_id": lambda: chance.choice([None, *choices["projects"]]),
        "is_lead": lambda: chance.random() < 0.5,
        "event_dates": lambda: edited_rows(
            chance,
            content["event_dates"],
            lambda: {
                "start": f"2024-{chance.randint(7, 12):02}-05",
                "end": f"2024-12-{chance.randint(6, 28):02}",
                "precision": "day",
                "inferred": chance.random() < 0.5,
            },
        ),
        "contributions": lambda: edited_rows(
            chance,
            content["contributions"],
            lambda: {
                "partner_id": chance.choice(choices["partners"]),
                "role": chance.choice(ROLES),
                "note": chance.choice(WORDS),
            },
            once=("partner_id", "role"),
        ),
        "results": lambda: edited_rows(
            chance,
            content["results"],
            lambda: {
                "value": f"{chance.randint(0, 999)}.50",
                "qualifier": "over",
                "unit_en": chance.choice(WORDS),
                "unit_ru": None,
                "unit_kk": "адам",
                "country_id": chance.choice([None, *choices["countries"]]),
                "period": "2024-h2",
                "project_id": chance.choice([None, *choices["projects"]]),
                "is_key": False,
                "position": chance.randint(0, 3),
            },
        ),
    }
    return content | {name: given[name]() for name in chance.sample(sorted(given), 3)}


def edited_rows(chance, rows, new, once=None):
    """Some stay, some change, some come: as a form's inline rows do."""
    rows = [row for row in rows if chance.random() < 0.7]
    rows = [row if chance.random() < 0.7 else {"id": row["id"]} | new() for row in rows]
    rows += [{"id": None} | new() for _n in range(chance.randint(0, 2))]
    if once:
        rows = list({tuple(row[name] for name in once): row for row in rows}.values())
    return sorted(rows, key=lambda row: row["id"] or 2**60)


def story_with_a_past(chance, choices, revisions=REVISIONS, **fields):
    item = make_news_item("First", snapshot=make_snapshot(), **fields)
    for _n in range(revisions):
        item = NewsItem.objects.get(pk=item.pk)
        item, _changed = editing.save(
            item, random_edit(chance, editing.current_content(item), choices), None
        )
    return item


def differing(chance, item, count=RESTORED):
    """The numbers of revisions after whose return the desk works on something else."""
    revisions = list(Revision.objects.of(item))
    assert len(revisions) > count
    wrong = []
    for revision in chance.sample(revisions, count):
        item = NewsItem.objects.get(pk=item.pk)
        item, gone = editing.restore(item, revision, None)
        assert gone == []
        now = editing.current_content(item)
        if contents.changed_fields(revision.content, now) or now.keys() != revision.content.keys():
            wrong.append(revision.number)
        if not item.is_live and contents.changed_fields(now, contents.content_of(item)):
            wrong.append(revision.number)
    return wrong


@pytest.mark.once
@pytest.mark.parametrize("fields", [{}, {"status": Status.DRAFT, "published_at": None}])
def test_any_of_fifty_revisions_comes_back_as_it_was(choices, fields):
    chance = random.Random(1)
    item = story_with_a_past(chance, choices, **fields)
    assert differing(chance, item) == []


def test_published_after_it_came_back_the_row_says_the_same(choices):
    chance = random.Random(3)
    item = story_with_a_past(chance, choices, 15)
    for revision in chance.sample(list(Revision.objects.of(item)), 8):
        item, _gone = editing.restore(NewsItem.objects.get(pk=item.pk), revision, None)
        item = editing.publish(item, None)
        assert contents.changed_fields(revision.content, contents.content_of(item)) == []


@pytest.mark.planted
@pytest.mark.parametrize("lost", ["tags", "contributions", "countries", "title_kk"])
def test_this_finds_what_is_left_out(choices, monkeypatch, lost):
    """The planted fault: applying forgets one field, and the test above must see it."""
    chance = random.Random(4)
    item = story_with_a_past(chance, choices, 15, status=Status.DRAFT, published_at=None)
    whole = contents.apply

    def forgetful(page, content, revision=None):
        return whole(page, {n: v for n, v in content.items() if n != lost}, revision)

    monkeypatch.setattr(contents, "apply", forgetful)
    assert len(differing(chance, item, 10)) > 2


def test_rows_that_have_no_key_yet_keep_their_order(admin_client):
    """However often a draft with new rows is opened and saved."""
    item = make_news_item("One")
    first, second, third = (make_partner() for _n in range(3))
    item.contributions.create(partner=first, role="funder")
    form = f"/admin/newsroom/newsitem/{item.pk}/change/"
    added = {"contributions-TOTAL_FORMS": "3"}
    for n, partner in ((1, second), (2, third)):
        added |= {f"contributions-{n}-partner": partner.pk, f"contributions-{n}-role": "host"}
    submit(admin_client, form, **added)
    submit(admin_client, form, title_en="Two")
    item = NewsItem.objects.get(pk=item.pk)
    order = [row["partner_id"] for row in item.draft.content["contributions"]]
    assert (item.version, order) == (2, [first.pk, second.pk, third.pk])
