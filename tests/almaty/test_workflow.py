"""The way of a draft, step by step: who may, what is said, what stands on the form."""

from datetime import datetime, timedelta
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from almaty import editing, schedules
from almaty.due import publish_due, publish_what_is_due
from almaty.office_time import months_in_words, office_name, office_time
from almaty.publishing import Status
from almaty.revisions import Review, Revision, Verb
from tests.almaty.accounts.people import make_person
from tests.clock import Clock
from tests.factories import make_news_item, make_whole_story
from tests.forms import FormReader, errors_of, submit

pytestmark = pytest.mark.django_db
DRAFT = {"status": Status.DRAFT, "published_at": None}
LATER = {"published_at_0": "2099-12-01", "published_at_1": "09:00"}


def form_of(page):
    return f"/admin/newsroom/newsitem/{page.pk}/change/"


def said(answer):
    return " ".join(str(message) for message in answer.wsgi_request._messages)


def buttons(client, page):
    return dict(client.get(form_of(page)).context["buttons"])


@pytest.fixture
def people():
    return {role: make_person(role) for role in ("contributor", "editor", "publisher")}


@pytest.fixture
def story(people):
    return make_whole_story(made_by=people["contributor"], **DRAFT)


def now(page):
    return type(page).objects.get(pk=page.pk)


def test_a_story_goes_from_its_author_to_the_public(client, people, story):
    client.force_login(people["contributor"])
    assert set(buttons(client, story)) == {"_save", "_submit"}
    answer = submit(client, form_of(story), "_submit", comment="Please check the number.")
    assert "waits for review" in said(answer)
    assert now(story).review == Review.SUBMITTED

    client.force_login(people["editor"])
    assert set(buttons(client, story)) == {"_save", "_approve", "_send_back"}
    html = client.get(form_of(story)).content.decode()
    assert "It waits for an editor" in html
    assert "<q>Please check the number.</q>" in html
    assert "contributor" in html
    submit(client, form_of(story), "_send_back", comment="Ninety or <nine>?\nSee the report.")

    client.force_login(people["contributor"])
    html = client.get(form_of(story)).content.decode()
    assert "editor has sent this back" in html
    assert "Ninety or &lt;nine&gt;?<br>See the report." in html
    assert set(buttons(client, story)) == {"_save", "_submit"}
    submit(client, form_of(story), "_submit", title_en="Nine teachers")

    client.force_login(people["editor"])
    submit(client, form_of(story), "_approve")
    assert "_approve" not in buttons(client, story)

    client.force_login(people["publisher"])
    html = client.get(form_of(story)).content.decode()
    assert "It waits for a publisher." in html
    submit(client, form_of(story), "_publish")
    assert now(story).is_published()
    assert now(story).title == "Nine teachers"
    verbs = [r.verb for r in Revision.objects.of(story).order_by("number") if r.verb != "saved"]
    assert verbs == ["found-draft", "submitted", "sent-back", "submitted", "approved", "published"]


def test_the_form_tells_the_live_version_from_the_draft(client, people):
    story = make_whole_story(published_at=timezone.now() - timedelta(days=400))
    date = timezone.localdate(story.published_at)
    client.force_login(people["editor"])
    assert "draft changes" not in client.get(form_of(story)).content.decode()
    editing.save(story, editing.current_content(story) | {"title_en": "Changed"}, people["editor"])
    html = client.get(form_of(story)).content.decode()
    day = f"{date.day} {date:%B} {date.year}"
    assert f"Live version of {day}, draft changes by editor of today." in html
    editing.publish(now(story), None)
    editing.save(story, editing.current_content(now(story)) | {"title_en": "Again"}, None)
    html = client.get(form_of(story)).content.decode()
    assert "Live version of today, draft changes by the site itself of today." in html


def test_a_question_is_not_told_as_an_error(client, people):
    story = make_whole_story(summary="", **DRAFT)
    client.force_login(people["publisher"])
    html = submit(client, form_of(story), "_publish").content.decode()
    assert "Please correct" not in html
    assert html.count("This is not published yet. Read what is said below") == 1
    assert html.index("This is not published yet") < html.index("Cards and feeds will show")


def test_sending_back_needs_a_comment_and_keeps_what_was_typed(client, people, story):
    editing.submit(story, people["contributor"])
    client.force_login(people["editor"])
    answer = submit(client, form_of(story), "_send_back", comment="  ", title_en="Typed")
    assert "what is to be changed" in errors_of(answer)["__all__"][0]
    assert 'value="Typed"' in answer.content.decode()
    assert now(story).review == Review.SUBMITTED


@pytest.mark.parametrize("comment", ["x" * 6000, "nul%00+and+half+%ED%A0%80"])
def test_a_strange_comment_is_refused_with_words_or_tidied(client, people, story, comment):
    editing.submit(story, people["contributor"])
    client.force_login(people["editor"])
    data = FormReader(client.get(form_of(story)).content.decode()).fields
    data |= {"_approve": "1", "comment": "?"}
    body = urlencode(data, doseq=True).replace("comment=%3F", f"comment={comment}")
    answer = client.post(form_of(story), body, content_type="application/x-www-form-urlencoded")
    if len(comment) > 5000:
        assert "longer than" in errors_of(answer)["__all__"][0]
        assert comment in answer.content.decode()
    else:
        assert answer.status_code == 302
        assert Revision.objects.of(story).first().comment.startswith("nul and half")


@pytest.mark.once
@pytest.mark.parametrize(
    ("role", "button", "status"),
    [
        ("contributor", "_publish", 403),
        ("contributor", "_approve", 403),
        ("contributor", "_send_back", 403),
        ("contributor", "_withdraw", 403),
        ("contributor", "_withdraw_now", 403),
        ("contributor", "_keep_public", 403),
        ("contributor", "_unschedule", 403),
        ("contributor", "_submit", 302),
        ("editor", "_publish", 403),
        ("editor", "_withdraw", 403),
        ("editor", "_unschedule", 403),
        ("editor", "_approve", 302),
        ("publisher", "_publish", 302),
    ],
)
def test_a_forced_button_is_refused_by_the_server(client, people, story, role, button, status):
    client.force_login(people[role])
    answer = submit(client, form_of(story), button, title_en="Forced", comment="x")
    assert answer.status_code == status
    assert (now(story).title == "Forced") == (status == 302)


@pytest.mark.parametrize("button", ["_approve", "_withdraw", "_keep_public", "_unschedule"])
def test_a_button_that_is_not_offered_does_nothing_but_save(client, people, story, button):
    client.force_login(make_person("administrator"))
    answer = submit(client, form_of(story), button, title_en="Typed", comment="x")
    assert "is not possible any more" in said(answer)
    assert (now(story).title, now(story).review, now(story).status) == ("Typed", "", Status.DRAFT)
    assert [r.verb for r in Revision.objects.of(story)] == [Verb.SAVED, Verb.FOUND_DRAFT]


@pytest.mark.parametrize("other", ["_withdraw", "_withdraw_now", "_submit"])
def test_two_buttons_at_once_pass_no_check_by(client, people, other):
    story = make_whole_story(sector=None, **DRAFT)
    client.force_login(people["publisher"])
    answer = submit(client, form_of(story), "_publish", **{other: "1"})
    assert answer.status_code == 200
    assert answer.context["objection"]
    assert not now(story).is_published()


@pytest.mark.parametrize("role", ["contributor", "editor"])
@pytest.mark.parametrize("action", ["publish", "withdraw"])
def test_an_action_on_many_is_refused_by_the_server(client, people, story, role, action):
    public = make_whole_story(made_by=people["contributor"])
    client.force_login(people[role])
    sent = {"action": action, "_selected_action": [story.pk, public.pk], "post": "yes"}
    client.post("/admin/newsroom/newsitem/", sent)
    assert [now(page).is_published() for page in (story, public)] == [False, True]
    assert not Revision.objects.exists()


def test_the_buttons_say_the_time_by_the_office_s_clock_and_in_utc(client, people, story):
    client.force_login(people["publisher"])
    submit(client, form_of(story), "_save", **LATER)
    words = "Schedule for 1 Dec 2099, 09:00 Almaty (04:00 UTC)"
    assert buttons(client, story)["_publish"] == words
    submit(client, form_of(story), "_publish")
    page = now(story)
    assert page.is_scheduled
    assert page.published_at.isoformat() == "2099-12-01T04:00:00+00:00"
    cancel = "Do not publish at 1 Dec 2099, 09:00 Almaty (04:00 UTC)"
    assert buttons(client, story)["_unschedule"] == cancel


def test_a_schedule_is_taken_back(client, people, story):
    client.force_login(people["publisher"])
    submit(client, form_of(story), "_publish", **LATER)
    answer = submit(client, form_of(story), "_unschedule")
    assert "will not be published at 1 Dec 2099" in said(answer)
    page = now(story)
    assert (page.status, page.is_live) == (Status.DRAFT, False)
    newest = Revision.objects.of(page).first()
    assert (newest.verb, newest.comment[:19]) == (Verb.UNSCHEDULED, "Not to be published")


def test_changes_of_a_live_page_are_scheduled_and_taken_back(client, people):
    story = make_whole_story("As it was")
    client.force_login(people["publisher"])
    due = {"due_at_0": "2099-12-01", "due_at_1": "09:00"}
    submit(client, form_of(story), "_publish", title_en="Changed", **due)
    page = now(story)
    assert (page.title, page.due.content["title_en"]) == ("As it was", "Changed")
    label = buttons(client, story)["_unschedule"]
    assert label == "Do not publish the changes at 1 Dec 2099, 09:00 Almaty (04:00 UTC)"
    submit(client, form_of(story), "_unschedule")
    page = now(story)
    assert (page.title, page.due, page.due_at) == ("As it was", None, None)
    assert Revision.objects.of(page).first().verb == Verb.UNSCHEDULED
    assert page.draft.content["title_en"] == "Changed"
    assert page.draft.content["due_at"] is None
    assert buttons(client, story)["_publish"] == "Publish the changes"


def test_a_withdrawal_is_set_for_a_time_changed_done_at_once_or_taken_back(client, people):
    story = make_whole_story()
    client.force_login(people["publisher"])
    assert "_withdraw_now" not in buttons(client, story)
    ends = {"public_until_0": "2099-12-01", "public_until_1": "18:00"}
    answer = submit(client, form_of(story), "_withdraw", **ends)
    assert "public until 1 Dec 2099, 18:00 Almaty (13:00 UTC)" in said(answer)
    assert now(story).is_published()
    offered = buttons(client, story)
    assert offered["_withdraw"] == "Withdraw at 1 Dec 2099, 18:00 Almaty (13:00 UTC)"
    assert {"_withdraw_now", "_keep_public"} <= set(offered)
    submit(client, form_of(story), "_keep_public")
    assert now(story).public_until is None
    assert now(story).draft is None
    assert "_keep_public" not in buttons(client, story)
    submit(client, form_of(story), "_withdraw", **ends)
    submit(client, form_of(story), "_withdraw_now")
    assert now(story).status == Status.WITHDRAWN


@pytest.mark.parametrize("act", ["saved", "restored"])
def test_nobody_shows_a_page_again_by_saving_it_after_its_end(client, people, act):
    story = make_whole_story("As it ended")
    editing.save(story, editing.current_content(story) | {"title_en": "Later"}, None)
    story = editing.publish(story, None)
    type(story).objects.update(public_until=timezone.now() - timedelta(minutes=5))
    if act == "saved":
        client.force_login(people["editor"])
        ends = {"public_until_0": "", "public_until_1": ""}
        answer = submit(client, form_of(story), title_en="Again", **ends)
        assert "is saved" in said(answer)
    else:
        editing.restore(story, Revision.objects.numbered(story, 1), people["editor"])
    assert now(story).title == ("Again" if act == "saved" else "Later")
    assert (now(story).status, now(story).is_published()) == (Status.WITHDRAWN, False)


def test_changes_that_wait_know_of_a_withdrawal_set_later(people):
    story, soon = make_whole_story(), timezone.now() + timedelta(hours=1)
    editing.save(story, editing.current_content(story) | {"title_en": "Changed"}, None)
    editing.publish(story, None, at=soon)
    ends = (soon + timedelta(hours=1)).replace(microsecond=0)
    editing.withdraw(story, people["publisher"], at=ends)
    with Clock(soon):
        publish_what_is_due()
        assert (now(story).title, now(story).public_until) == ("Changed", ends)


def test_changes_that_wait_know_that_the_page_is_to_stay(people):
    story, soon = make_whole_story(), timezone.now() + timedelta(hours=1)
    editing.withdraw(story, None, at=soon + timedelta(hours=1))
    editing.save(now(story), editing.current_content(now(story)) | {"title_en": "Changed"}, None)
    editing.publish(story, None, at=soon)
    schedules.keep_public(story, people["publisher"])
    with Clock(soon):
        publish_what_is_due()
        assert (now(story).title, now(story).public_until) == ("Changed", None)


def test_changes_due_after_the_end_do_not_show_the_page_again(people, caplog):
    story, soon = make_whole_story(), timezone.now() + timedelta(hours=1)
    editing.save(story, editing.current_content(story) | {"title_en": "Changed"}, None)
    editing.publish(story, None, at=soon)
    type(story).objects.update(public_until=soon - timedelta(minutes=1))
    with Clock(soon):
        publish_what_is_due()
        assert not now(story).is_published()
    assert (now(story).review, now(story).due) == (Review.SENT_BACK, None)
    assert "withdrawn by then" in Revision.objects.of(story).first().comment


def test_only_who_may_schedule_discards_what_was_scheduled(client, people):
    story = make_whole_story()
    editing.save(story, editing.current_content(story) | {"title_en": "Changed"}, None)
    client.force_login(people["editor"])
    assert "_discard" in buttons(client, story)
    editing.publish(story, people["publisher"], at=timezone.now() + timedelta(hours=1))
    assert "_discard" not in buttons(client, story)
    assert submit(client, form_of(story), "_discard").status_code == 403
    assert now(story).due is not None
    client.force_login(people["publisher"])
    assert "_discard" in buttons(client, story)


def test_what_the_site_could_not_publish_at_its_time_says_so_on_the_form(client, people):
    story = make_whole_story()
    soon = timezone.now() + timedelta(hours=1)
    content = editing.current_content(story) | {"slug": "wanted"}
    editing.save(story, content, None)
    editing.publish(story, None, at=soon)
    make_news_item(slug="wanted")
    page = now(story)
    editing.update(page, due_at=timezone.now())
    publish_due(page)
    assert now(story).review == Review.SENT_BACK
    client.force_login(people["editor"])
    html = client.get(form_of(story)).content.decode()
    assert "could not be published at its time" in html
    assert "Another page has taken its address meanwhile." in html


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_office_has_its_name_in_each_language(language):
    assert office_name() == "Almaty"
    with translation.override(language):
        assert office_name() == "Алматы"


def test_a_time_the_clock_skips_or_has_twice_is_refused_with_words(client, people, settings):
    """Almaty has no summer time; an office elsewhere may."""
    settings.TIME_ZONE = "Europe/Paris"
    timezone.get_default_timezone.cache_clear()
    try:
        story = make_whole_story(**DRAFT)
        client.force_login(people["publisher"])
        for day, hour in [("2099-03-29", "02:30"), ("2099-10-25", "02:30")]:
            time = {"published_at_0": day, "published_at_1": hour}
            answer = submit(client, form_of(story), "_publish", **time)
            assert "may not exist" in errors_of(answer)["published_at"][0]
        for day, utc in [("2099-03-28", "08:00"), ("2099-03-29", "07:00")]:
            time = {"published_at_0": day, "published_at_1": "09:00"}
            submit(client, form_of(story), "_save", **time)
            assert f"09:00 Paris ({utc} UTC)" in buttons(client, story)["_publish"]
    finally:
        timezone.get_default_timezone.cache_clear()


def test_the_day_is_told_twice_where_utc_has_another():
    early = datetime.fromisoformat("2026-12-01T02:00:00+05:00")
    assert office_time(early) == "1 Dec 2026, 02:00 Almaty (30 Nov 2026, 21:00 UTC)"
    for language, first in (("en", "{day} Jan {year}"), ("kk", "{year}\xa0ж. {day}\xa0қаңтар")):
        with translation.override(language):
            assert next(months_in_words()) == f"{first}, {{time}}"
    with translation.override("ru"):
        assert "2026" in office_time(early)


def test_the_steps_on_the_form_cost_one_query_whatever_their_number(client, people, story):
    client.force_login(people["editor"])
    counts = []
    for times in (1, 6):
        for _n in range(times):
            editing.submit(story, people["contributor"])
            editing.send_back(story, people["editor"], comment="Again.")
        client.get(form_of(story))
        with CaptureQueriesContext(connection) as queries:
            client.get(form_of(story))
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert Revision.objects.filter(verb=Verb.SENT_BACK).count() == 7
