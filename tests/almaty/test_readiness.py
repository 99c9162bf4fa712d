"""What is looked at before a page is published, and how the desk asks."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone, translation

from almaty import bin as desk_bin
from almaty import contents, editing
from almaty.publishing import Status
from almaty.readiness import CHECKS, findings_of, findings_of_content, findings_of_draft
from almaty.revisions import Revision
from newsroom.models import NewsItem, Snapshot
from programmes.models import Country, Partner, Project, Sector
from tests.factories import (
    make_country,
    make_image,
    make_news_item,
    make_partner,
    make_project,
    make_result,
    make_sector,
    make_snapshot,
    make_whole_project,
    make_whole_story,
)
from tests.forms import errors_of, submit

pytestmark = pytest.mark.django_db
DRAFT = {"status": Status.DRAFT, "published_at": None}
LIST = "/admin/newsroom/newsitem/"


def form_of(page):
    return f"/admin/{page._meta.app_label}/{page._meta.model_name}/{page.pk}/change/"


def told(page):
    """{(level, field)} of what a page lacks."""
    page = type(page).objects.get(pk=page.pk)
    return {(str(finding.level), finding.field) for finding in findings_of(page)}


def act(client, *items, **more):
    data = {"action": "publish", "_selected_action": [item.pk for item in items]} | more
    return client.post(LIST, data)


# The rules -------------------------------------------------------------------------------------


def test_a_whole_story_and_a_whole_project_lack_nothing():
    assert told(make_whole_story()) == set()
    assert told(make_whole_project()) == set()


def test_a_bare_story_is_told_all_at_once():
    assert told(make_news_item()) == {
        ("error", "body_en"),
        ("error", "sector"),
        ("error", "countries"),
        ("warning", "summary_en"),
        ("warning", "event_dates"),
    }


def silent(**fields):
    """A picture without words, as an import or an older form may have left it."""
    return make_image(alt="", **fields)


@pytest.mark.parametrize(("decorative", "found"), [(False, {("error", "image")}), (True, set())])
def test_a_picture_has_words_or_is_decorative(decorative, found):
    assert told(make_whole_story(image=silent(decorative=decorative))) == found
    assert told(make_whole_project(image=silent(decorative=decorative))) == found


@pytest.mark.parametrize(("decorative", "found"), [(False, {("error", "body_ru")}), (True, set())])
def test_a_picture_in_a_text_has_words_or_is_decorative(decorative, found):
    image = silent(decorative=decorative)
    figure = f'<figure><img src="{image.file.url}" alt=""></figure><p>x</p>'
    story = make_whole_story(title_ru="Р", body_ru=figure)
    assert 'alt=""' in story.body_ru
    assert told(story) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<p><a href="https://example.org/x">the report</a></p>', set()),
        ('<p><a href="/projects/glofca/">the project</a></p>', set()),
        ('<p><a href="mailto:a@example.org">write to us</a></p>', set()),
        ('<p><a href="#">the report</a></p>', {("error", "body_en")}),
        ('<p><a href="">the report</a></p>', {("error", "body_en")}),
        ('<p><a href="#part">the report</a></p>', {("error", "body_en")}),
        ('<p><a href="www.example.org">the report</a></p>', {("error", "body_en")}),
        ('<p><a href="https://example.org">click here</a></p>', {("warning", "body_en")}),
        ('<p><a href="https://example.org">Здесь…</a></p>', {("warning", "body_en")}),
    ],
)
def test_links_lead_somewhere_and_say_where(body, found):
    assert told(make_whole_story(body=body)) == found


def test_a_script_for_an_address_leads_nowhere():
    """The cleaning takes it out already; an older row may still hold one."""
    story = make_whole_story()
    NewsItem.objects.filter(pk=story.pk).update(body_en='<p><a href="javascript:x()">go</a></p>')
    assert told(story) == {("error", "body_en")}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<h2>One</h2><h3>Two</h3><h2>Three</h2><p>x</p>", set()),
        ("<h3>Two</h3><p>x</p>", {("error", "body_en")}),
    ],
)
def test_headings_skip_no_level(body, found):
    assert told(make_whole_story(body=body)) == found


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ({"title_ru": "Р", "body_ru": "<p>Р</p>"}, set()),
        ({"title_ru": "Р"}, {("warning", "body_ru")}),
        ({"body_kk": "<p>Қ</p>"}, {("warning", "title_kk")}),
    ],
)
def test_a_language_is_there_whole_or_not_at_all(texts, found):
    assert told(make_whole_story(**texts)) == found


def test_a_stale_translation_is_told_also_when_it_becomes_so_by_this_save(admin_user):
    story = make_whole_story(title_ru="Р", body_ru="<p>Р</p>")
    content = editing.current_content(story) | {"title_en": "Another headline"}
    found = findings_of_content(story, content)
    assert [(f.field, "changed since" in f.words) for f in found] == [("title_ru", True)]
    assert not Revision.objects.exists()
    assert told(story) == set()


@pytest.mark.parametrize(
    ("start", "found"),
    [
        (date(2024, 8, 1), set()),
        (date(2023, 8, 1), {("warning", "event_dates")}),
        (timezone.localdate() + timedelta(days=2), {("warning", "event_dates")}),
    ],
)
def test_dates_lie_in_the_period_and_behind_us(start, found):
    story = make_whole_story()
    story.event_dates.all().delete()
    story.event_dates.create(start=start)
    assert told(story) == found


def test_what_readers_will_not_see_is_named():
    tomorrow = timezone.now() + timedelta(days=1)
    project, partner = make_project("Hidden", **DRAFT), make_partner("Ministry", **DRAFT)
    story = make_whole_story(project=project)
    story.contributions.create(partner=partner, role="host")
    assert told(story) == {("warning", "project"), ("warning", "contributions")}
    words = [finding.words for finding in findings_of(story)]
    assert any("Hidden" in w for w in words)
    assert any("Ministry" in w for w in words)
    for page in (project, partner):
        type(page).objects.filter(pk=page.pk).update(status="published", published_at=tomorrow)
    assert len(told(story)) == 2  # too late for a story of today
    NewsItem.objects.filter(pk=story.pk).update(status="draft", published_at=tomorrow)
    assert told(story) == set()


def test_an_edition_has_an_introduction_and_public_stories():
    edition = make_snapshot(introduction="<p>Hello.</p>")
    assert told(edition) == {("warning", "stories")}
    story = make_news_item(snapshot=edition, **DRAFT)
    assert told(edition) == {("warning", "stories")}
    editing.publish(story, None)
    assert told(edition) == set()
    assert told(make_snapshot("2023")) == {("warning", "introduction_en"), ("warning", "stories")}


def test_the_register_is_looked_at_too():
    assert told(make_project()) == {
        ("error", "sector"),
        ("error", "countries"),
        ("warning", "summary_en"),
        ("warning", "stated_status"),
    }
    project = make_whole_project(stated_status="unknown", end=date(2020, 1, 1))
    project.participations.create(partner=make_partner(**DRAFT), role="funder")
    assert told(project) == {("warning", "participations")}
    assert told(make_partner(kind="unknown")) == {("warning", "kind")}
    assert told(make_partner(kind="donor")) == set()
    assert told(make_sector("Education")) == {("warning", "mandate_en")}
    assert told(make_country("Tajikistan")) == {("warning", "introduction_en")}


def test_every_kind_of_page_has_its_rules():
    assert set(CHECKS) == {NewsItem, Snapshot, Project, Partner, Sector, Country}


def test_the_demo_content_has_no_errors(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    call_command("load_demo", verbosity=0)
    pages = [page for model in CHECKS for page in model.objects.all()]
    assert len(pages) > 30
    errors = [(str(p), f.words) for p in pages for f in findings_of(p) if f.is_error]
    assert errors == []


# The form --------------------------------------------------------------------------------------


def test_the_form_says_beforehand_what_is_missing_and_where(admin_client):
    html = admin_client.get(form_of(make_news_item(**DRAFT))).content.decode()
    assert "Before this can be published" in html
    assert '<a href="#id_sector">Choose the sector it is about.</a>' in html
    for place in ("id_sector", "id_countries_0", "id_body_en", "event_dates-group"):
        assert f'href="#{place}"' in html
    make_country()
    html = admin_client.get(form_of(make_news_item(**DRAFT))).content.decode()
    for place in ("id_sector", "id_countries_0", "id_body_en", "event_dates-group"):
        assert f'id="{place}"' in html
    assert "desk-readiness" not in admin_client.get(form_of(make_whole_story())).content.decode()


def test_an_error_stops_the_publication_and_keeps_what_was_typed(admin_client):
    story = make_whole_story(sector=None, **DRAFT)
    answer = submit(admin_client, form_of(story), "_publish", title_en="Typed just now")
    assert answer.status_code == 200
    assert "not published" in errors_of(answer)["__all__"][0]
    html = answer.content.decode()
    assert "Choose the sector it is about." in html
    assert 'value="Typed just now"' in html
    assert 'name="accepted"' not in html
    story.refresh_from_db()
    assert (story.status, story.version) == (Status.DRAFT, 0)
    again = submit(admin_client, form_of(story), "_publish", sector=make_sector("Science").pk)
    assert again.status_code == 302
    story.refresh_from_db()
    assert story.is_published()


def test_scheduling_is_publishing(admin_client):
    story = make_whole_story(sector=None, **DRAFT)
    time = {"published_at_0": "2099-03-03", "published_at_1": "09:00:00"}
    assert submit(admin_client, form_of(story), "_publish", **time).status_code == 200
    story.refresh_from_db()
    assert story.status == Status.DRAFT


def test_changes_of_a_live_page_are_looked_at_as_they_were_typed(admin_client):
    story = make_whole_story()
    answer = submit(admin_client, form_of(story), "_publish", body_en="<h3>Deep</h3><p>x</p>")
    assert answer.status_code == 200
    assert "first heading" in answer.content.decode()
    story.refresh_from_db()
    assert story.body == "<p>How it happened.</p>"
    submit(admin_client, form_of(story), "_save", body_en="<h3>Deep</h3><p>x</p>")
    assert "first heading" in admin_client.get(form_of(story)).content.decode()
    assert submit(admin_client, form_of(story), "_publish").status_code == 200
    story.refresh_from_db()
    assert story.body == "<p>How it happened.</p>"


def test_a_warning_asks_once_and_a_new_one_asks_again(admin_client):
    story = make_whole_story(summary="", **DRAFT)
    answer = submit(admin_client, form_of(story), "_publish")
    assert answer.status_code == 200
    html = answer.content.decode()
    assert 'value="Publish all the same"' in html
    accepted = answer.context["accepted"]
    assert f'name="accepted" value="{accepted}"' in html
    dates = {"event_dates-0-DELETE": "on"}
    answer = submit(admin_client, form_of(story), "_publish", accepted=accepted, **dates)
    assert "No event date" in answer.content.decode()
    story.refresh_from_db()
    assert story.status == Status.DRAFT
    both = answer.context["accepted"]
    assert submit(admin_client, form_of(story), "_publish", accepted=both, **dates).url
    story.refresh_from_db()
    assert story.is_published()


def test_an_error_is_not_agreed_to(admin_client):
    story = make_whole_story(sector=None, **DRAFT)
    keys = " ".join(finding.key for finding in findings_of(story))
    assert submit(admin_client, form_of(story), "_publish", accepted=keys).status_code == 200


def test_a_new_page_is_looked_at_before_it_has_a_row(admin_client):
    answer = submit(admin_client, f"{LIST}add/", "_publish", title_en="New", period="2024-h2")
    assert answer.status_code == 200
    assert "Choose the sector" in answer.content.decode()
    assert not NewsItem.objects.exists()


def test_it_is_told_in_the_language_of_the_desk(admin_client):
    with translation.override("ru"):
        html = admin_client.get("/ru" + form_of(make_news_item(**DRAFT))).content.decode()
    assert 'lang="ru"' in html
    assert "desk-readiness" in html


def test_looking_costs_the_same_for_many_partners(admin_client, django_assert_max_num_queries):
    story = make_whole_story()
    for _n in range(12):
        story.contributions.create(partner=make_partner(), role="host")
    with django_assert_max_num_queries(8):
        findings_of(NewsItem.objects.get(pk=story.pk))


# Many at once ----------------------------------------------------------------------------------


def test_of_many_those_with_errors_are_left_out_and_named(admin_client):
    whole, bare = make_whole_story(**DRAFT), make_whole_story("Bare", sector=None, **DRAFT)
    answer = act(admin_client, whole, bare)
    words = [str(message) for message in answer.wsgi_request._messages]
    assert "“Bare” is not published. Choose the sector it is about." in words
    assert "1 published." in words
    assert list(NewsItem.objects.published()) == [whole]


def test_of_many_warnings_ask_on_a_page_of_their_own(admin_client):
    whole, bare = make_whole_story(**DRAFT), make_whole_story("Bare", sector=None, **DRAFT)
    brief = make_whole_story("Brief", summary="", **DRAFT)
    answer = act(admin_client, whole, bare, brief)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    html = answer.content.decode()
    assert "Left out" in html
    assert "Cards and feeds will show no summary." in html
    assert "Publish 2 pages" in html
    assert not NewsItem.objects.published().exists()
    accepted = {f"accepted-{brief.pk}": " ".join(f.key for f in findings_of(brief))}
    assert act(admin_client, whole, brief, **accepted).status_code == 302
    assert set(NewsItem.objects.published()) == {whole, brief}


def test_the_draft_of_a_live_page_is_what_is_looked_at_in_a_list(admin_client):
    story = make_whole_story()
    content = editing.current_content(story) | {"sector_id": None}
    editing.save(story, content, None)
    act(admin_client, story)
    story.refresh_from_db()
    assert story.sector_id
    assert story.draft_id


# What a draft names and is not there any longer --------------------------------------------------

NOWHERE = 10**9
LEFT_OUT = "what the draft names here is no longer there, and is left out."


def whole_story():
    story = make_whole_story(
        "Live", image=make_image(), project=make_project(), snapshot=make_snapshot()
    )
    story.contributions.create(partner=make_partner(), role="host")
    make_result(news_item=story, country=story.countries.get())
    return story


def whole_project():
    project = make_whole_project()
    project.participations.create(partner=make_partner(), role="funder")
    make_result(project=project, country=project.countries.get())
    return project


def relations(page):
    """Each place of its content that names other rows, and what it says where one is gone."""
    model, content = type(page), contents.content_of(page)
    for field in contents.own_fields(model):
        if field.is_relation:
            yield field.name, {field.attname: NOWHERE}
    for field in contents.many_fields(model):
        yield field.name, {field.name: [*content[field.name], NOWHERE]}
    for name in model.revised_parts:
        for field in contents.part_fields(model, name):
            if field.is_relation:
                yield name, {name: [content[name][0] | {"id": None, field.attname: NOWHERE}]}


@pytest.mark.parametrize(
    ("make", "fields"),
    [
        (whole_story, {"image", "project", "sector", "snapshot", "countries", "contributions"}),
        (whole_project, {"image", "sector", "countries", "participations", "results"}),
        (make_partner, {"parent"}),
        (make_sector, {"image"}),
        (make_country, {"image"}),
        (make_snapshot, {"image"}),
    ],
)
def test_what_is_gone_is_told_of_every_relation(make, fields):
    page, seen = make(), set()
    for name, said in relations(page):
        page = type(page).objects.get(pk=page.pk)
        page, _is_new = editing.save(page, contents.content_of(page) | said, None)
        found = {f.field: f for f in findings_of_draft(page) if f.words.endswith(LEFT_OUT)}
        assert list(found) == [name]
        assert not found[name].is_error
        seen.add(name)
    assert fields <= seen


@pytest.fixture
def robbed():
    """A live story whose draft names a partner that is gone for good."""
    story, partner = make_whole_story("Live"), make_partner("Ministry of Water")
    row = {"id": None, "partner_id": partner.pk, "role": "host", "note": ""}
    changed = contents.content_of(story) | {"title_en": "Draft", "contributions": [row]}
    story, _is_new = editing.save(story, changed, None)
    desk_bin.forget(partner)
    return story


def test_the_form_says_it_and_publishing_by_hand_asks(admin_client, robbed):
    words = f"Partners in this story: {LEFT_OUT}"
    assert words in admin_client.get(form_of(robbed)).content.decode()
    answer = submit(admin_client, form_of(robbed), "_publish")
    assert words in answer.content.decode()
    robbed.refresh_from_db()
    assert robbed.title == "Live"
    accepted = answer.context["accepted"]
    assert submit(admin_client, form_of(robbed), "_publish", accepted=accepted).status_code == 302
    robbed.refresh_from_db()
    assert robbed.title == "Draft"


def test_publishing_many_asks_too(admin_client, robbed):
    answer = act(admin_client, robbed)
    assert LEFT_OUT in answer.content.decode()
    robbed.refresh_from_db()
    assert robbed.title == "Live"
