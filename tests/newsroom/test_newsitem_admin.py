import re
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from almaty.periods import Period
from almaty.publishing import Status
from newsroom.models import NewsItem
from tests.factories import (
    make_country,
    make_image,
    make_news_item,
    make_partner,
    make_project,
    make_region,
    make_result,
    make_sector,
    make_snapshot,
    make_whole_story,
)
from tests.forms import errors_of, submit

LIST = "/admin/newsroom/newsitem/"
ADD = f"{LIST}add/"


def form_of(item):
    return f"{LIST}{item.pk}/change/"


def said(answer):
    return [str(message) for message in get_messages(answer.wsgi_request)]


def act(client, action, *items, **more):
    data = {"action": action, "_selected_action": [item.pk for item in items]} | more
    return client.post(LIST, data)


def test_a_draft_is_saved_with_everything_that_belongs_to_it(admin_client):
    country, sector, further = make_country(), make_sector(), make_sector("Education")
    partner, project, image = make_partner(), make_project(), make_image()
    answer = submit(
        admin_client,
        ADD,
        title_en="Teachers meet in Shymkent",
        title_kk="Мұғалімдер",
        summary_en="Ninety of them.",
        body_en="<h1>A day</h1><p>Of&nbsp;&nbsp;words.</p>",
        period="2024-h2",
        countries=[country.pk],
        sector=sector.pk,
        further_sectors=[further.pk],
        tags="glacier lakes, youth",
        image=image.pk,
        project=project.pk,
        **{
            "event_dates-TOTAL_FORMS": 1,
            "event_dates-0-start": "2024-10-09",
            "event_dates-0-precision": "month",
            "contributions-TOTAL_FORMS": 1,
            "contributions-0-partner": partner.pk,
            "contributions-0-role": "funder",
            "results-TOTAL_FORMS": 1,
            "results-0-value": "90",
            "results-0-qualifier": "over",
            "results-0-unit_en": "teachers trained",
            "results-0-position": 0,
        },
    )
    assert answer.status_code == 302, errors_of(answer)
    item = NewsItem.objects.get()
    assert item.status == Status.DRAFT
    assert item.slug == "teachers-meet-in-shymkent"
    assert item.body == "<h2>A day</h2><p>Of words.</p>"
    assert item.title_kk == "Мұғалімдер"
    assert list(item.countries.all()) == [country]
    assert {tag.name for tag in item.tags.all()} == {"glacier lakes", "youth"}
    assert item.event_dates.get().end.isoformat() == "2024-10-31"
    assert item.contributions.get().partner == partner
    assert item.results.get().value == 90
    assert item.country_mask == country.mask
    assert item.sector_mask == sector.mask | further.mask


def test_a_story_is_published_by_its_button(admin_client, client):
    item = make_whole_story(status=Status.DRAFT, published_at=None)
    answer = submit(admin_client, form_of(item), "_publish")
    item.refresh_from_db()
    assert item.is_published()
    assert f"“{item}” is public." in said(answer)


def test_a_time_to_come_schedules_it_in_the_office_s_clock(admin_client):
    item = make_whole_story(status=Status.DRAFT, published_at=None)
    answer = submit(
        admin_client,
        form_of(item),
        "_publish",
        published_at_0="2099-03-03",
        published_at_1="09:00:00",
    )
    item.refresh_from_db()
    assert item.is_scheduled
    assert item.published_at.isoformat() == "2099-03-03T04:00:00+00:00"
    assert any(
        "will be public from" in words and "09:00 Almaty (04:00 UTC)" in words
        for words in said(answer)
    )
    assert "scheduled for" in admin_client.get(LIST).content.decode()


def test_a_publication_moved_behind_its_end_is_refused(admin_client):
    end = datetime.fromisoformat("2099-03-01T09:00:00+05:00")
    item = make_whole_story(status=Status.DRAFT, published_at=None, public_until=end)
    time = {"published_at_0": "2099-03-03", "published_at_1": "09:00:00"}
    answer = submit(admin_client, form_of(item), "_publish", **time)
    assert "before the publication" in answer.content.decode()
    item.refresh_from_db()
    assert item.status == Status.DRAFT


def test_a_published_story_is_withdrawn_by_its_button(admin_client):
    item = make_news_item()
    submit(admin_client, form_of(item), "_withdraw")
    item.refresh_from_db()
    assert item.status == Status.WITHDRAWN


def test_saving_changes_no_state(admin_client):
    for status in (Status.WITHDRAWN, Status.DRAFT):
        item = make_news_item(status=status)
        submit(admin_client, form_of(item), "_save", title_en="Renamed")
        item.refresh_from_db()
        assert (item.status, item.title) == (status, "Renamed")


def test_changes_of_a_live_story_wait_beside_it(admin_client):
    item = make_whole_story("As it was", tags=["ice"])
    submit(admin_client, form_of(item), "_save", title_en="Renamed", tags="ice, snow")
    item.refresh_from_db()
    assert (item.status, item.title) == (Status.PUBLISHED, "As it was")
    assert item.draft.content["title_en"] == "Renamed"
    assert set(item.tags.names()) == {"ice"}
    assert 'value="Renamed"' in admin_client.get(form_of(item)).content.decode()
    submit(admin_client, form_of(item), "_publish")
    item.refresh_from_db()
    assert (item.title, item.draft) == ("Renamed", None)
    assert set(item.tags.names()) == {"ice", "snow"}


def test_a_state_in_the_request_is_ignored(admin_client):
    item = make_news_item(status=Status.DRAFT)
    submit(admin_client, form_of(item), "_save", status="published", state="published")
    item.refresh_from_db()
    assert item.status == Status.DRAFT


@pytest.mark.parametrize(
    ("fields", "buttons"),
    [
        ({"status": Status.DRAFT}, ["_save", "_publish", "_submit"]),
        ({"status": Status.WITHDRAWN}, ["_save", "_publish", "_submit"]),
        ({}, ["_save", "_publish", "_submit", "_withdraw"]),
        (
            {"published_at": timezone.now() + timedelta(days=1)},
            ["_save", "_publish", "_unschedule", "_submit", "_withdraw"],
        ),
    ],
)
def test_each_state_offers_its_buttons_and_enter_is_safe(admin_client, fields, buttons):
    context = admin_client.get(form_of(make_news_item(**fields))).context
    assert [name for name, _words in context["buttons"]] == buttons


def test_a_draft_with_a_time_to_come_offers_to_schedule(admin_client):
    item = make_news_item(status=Status.DRAFT, published_at=timezone.now() + timedelta(days=1))
    assert (
        'name="_publish" value="Schedule for ' in admin_client.get(form_of(item)).content.decode()
    )


def test_a_published_story_cannot_lose_its_time(admin_client):
    item = make_news_item()
    answer = submit(admin_client, form_of(item), published_at_0="", published_at_1="")
    assert errors_of(answer) == {"published_at": ["A published page needs a publication time."]}


def test_a_taken_address_is_said_at_its_field(admin_client):
    make_news_item(slug="glaciers")
    item = make_news_item(slug="other")
    answer = submit(admin_client, form_of(item), slug="glaciers")
    assert errors_of(answer)["slug"] == ["This address is taken."]


def test_the_same_address_in_another_period_is_free(admin_client):
    make_news_item(slug="glaciers", period="2024-h1")
    item = make_news_item(slug="other", period="2024-h2")
    assert submit(admin_client, form_of(item), slug="glaciers").status_code == 302


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Қазақстан мұражайы", "qazaqstan-murazhaiy"),
        ("Teachers’ day", "teachers-day"),
        ("Glaciers", "glaciers-2"),
        ("!!!", "page"),
    ],
)
def test_an_address_is_made_of_the_headline(admin_client, title, slug):
    make_news_item(slug="glaciers")
    answer = submit(admin_client, ADD, title_en=title, period="2024-h2")
    assert answer.status_code == 302
    assert NewsItem.objects.get(title_en=title).slug == slug


def test_an_edition_of_another_period_is_refused(admin_client):
    item = make_news_item(period="2024-h2")
    edition = make_snapshot("2023-h1")
    answer = submit(admin_client, form_of(item), snapshot=edition.pk)
    assert "another period" in errors_of(answer)["snapshot"][0]


def test_a_regional_story_is_of_the_region_alone(admin_client):
    item = make_news_item(status=Status.DRAFT)
    kazakhstan, region = make_country(), make_region()
    mixed = submit(admin_client, form_of(item), countries=[kazakhstan.pk, region.pk])
    assert "or the region alone" in errors_of(mixed)["countries"][0]
    submit(admin_client, form_of(item), countries=[region.pk])
    assert list(item.countries.all()) == [region]


@pytest.mark.parametrize("period", ["", "2024", "2024-h3", "spring", "2024-h2 "])
def test_a_wrong_period_is_said_and_the_text_kept(admin_client, period):
    answer = submit(admin_client, ADD, title_en="Kept", body_en="<p>Kept too</p>", period=period)
    if period in {"2024", "2024-h2 "}:
        assert answer.status_code == 302
    else:
        assert "period" in errors_of(answer)
        assert "Kept too" in answer.content.decode()


def test_a_null_character_is_refused_with_words(admin_client):
    answer = submit(admin_client, ADD, title_en="nul\0", body_en="<p>nul\0</p>", period="2024-h2")
    assert errors_of(answer)["title_en"] == ["Null characters are not allowed."]


def test_half_a_surrogate_pair_breaks_nothing(admin_client):
    data = b"title_en=half+%ED%A0%80&body_en=%3Cp%3Ehalf+%ED%A0%80%3C%2Fp%3E&period=2024-h2"
    kind = "application/x-www-form-urlencoded"
    assert admin_client.post(ADD, data, content_type=kind).status_code == 200


def test_a_picture_from_elsewhere_is_left_out_and_said(admin_client):
    item = make_news_item(status=Status.DRAFT)
    body = '<p>Words</p><img src="data:image/png;base64,iVBORw0KGgo=">'
    answer = submit(admin_client, form_of(item), body_en=body)
    item.refresh_from_db()
    assert item.body == "<p>Words</p>"
    assert any("not in our library" in words for words in said(answer))


def test_a_new_story_is_of_this_half_year(admin_client):
    form = admin_client.get(ADD).context["adminform"].form
    assert form["period"].value() == str(Period.of(timezone.localdate()))


def test_a_colleague_who_may_only_look_is_offered_no_verb(client, django_user_model):
    viewer = django_user_model.objects.create_user("viewer", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_newsitem"))
    client.force_login(viewer)
    item = make_news_item()
    html = client.get(form_of(item)).content.decode()
    assert "_withdraw" not in html
    assert client.post(form_of(item), {"_withdraw": "1"}).status_code == 403
    act(client, "withdraw", item)
    item.refresh_from_db()
    assert item.is_published()


def test_what_the_public_sees_is_one_click_away(admin_client):
    item = make_news_item()
    html = admin_client.get(form_of(item)).content.decode()
    assert f'href="{item.get_absolute_url()}" class="viewsitelink"' in html
    draft = make_news_item(status=Status.DRAFT)
    assert "viewsitelink" not in admin_client.get(form_of(draft)).content.decode()


def test_a_form_asks_no_query_per_row(admin_client):
    def full(rows):
        item = make_news_item(sector=make_sector(f"Sector {rows}"))
        for _n in range(rows):
            item.contributions.create(partner=make_partner(), role="funder")
            item.event_dates.create(start="2024-10-09")
            make_result(news_item=item, country=make_country(f"Land {rows} {_n}"))
        return item

    few, many = full(1), full(6)
    counts = []
    for item in (few, many):
        admin_client.get(form_of(item))
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(form_of(item))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_three_hundred_rows_can_be_saved(admin_client):
    item = make_news_item(status=Status.DRAFT)
    rows = {"event_dates-TOTAL_FORMS": 300}
    for n in range(300):
        rows |= {f"event_dates-{n}-start": "2024-10-09", f"event_dates-{n}-precision": "day"}
    assert submit(admin_client, form_of(item), **rows).status_code == 302
    assert item.event_dates.count() == 300


def test_three_megabytes_of_text_are_kept(admin_client):
    item = make_news_item(status=Status.DRAFT)
    body = "<p>" + "word " * 600_000 + "end</p>"
    assert submit(admin_client, form_of(item), body_en=body).status_code == 302
    item.refresh_from_db()
    assert item.body.endswith("word end</p>")
    assert len(item.body) == len(body)


def test_the_history_and_the_deletion_open(admin_client):
    item = make_news_item()
    item.contributions.create(partner=make_partner("Ministry"), role="funder")
    for page in ("history", "delete"):
        url = reverse(f"admin:newsroom_newsitem_{page}", args=[item.pk])
        assert admin_client.get(url).status_code == 200


def test_the_boxes_of_every_row_of_a_table_have_their_names(admin_client):
    story = make_news_item()
    for role in ["funder", "host"]:
        story.contributions.create(partner=make_partner(), role=role)
    html = admin_client.get(form_of(story)).content.decode()
    named = re.findall(r'<select name="contributions-(\d)-partner"[^>]* aria-label="Partner"', html)
    assert named == ["0", "1"]
