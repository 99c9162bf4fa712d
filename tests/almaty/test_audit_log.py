"""The audit log says each thing that is done to a page: by whom, to what, in which words."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from almaty import editing, merge
from almaty.accounts.audit import Event
from almaty.desk_addresses import desk_url
from almaty.merges import Merge
from almaty.page_verbs import VERBS
from almaty.publishing import Status
from newsroom.models import Import, NewsItem
from tests.almaty import stages
from tests.almaty.accounts.people import make_person
from tests.factories import (
    make_news_item,
    make_partner,
    make_project,
    make_snapshot,
    make_whole_story,
)
from tests.forms import submit
from tests.newsroom.importing.office import make_register, text_of

pytestmark = pytest.mark.django_db
DRAFT = {"status": Status.DRAFT, "published_at": None}
LIST = "/admin/newsroom/newsitem/"


def lines():
    """Who, what was done, to what, in which words; the oldest first."""
    flags = [ADDITION, CHANGE, DELETION, Event.DELETED_FOR_GOOD]
    kept = LogEntry.objects.filter(action_flag__in=flags).select_related("user").order_by("pk")
    with override("en"):
        return [
            (line.user.username, line.action_flag, line.object_repr, line.get_change_message())
            for line in kept
        ]


def changed(words, name="A story"):
    return ("admin", CHANGE, name, words)


def now(page):
    return type(page)._base_manager.get(pk=page.pk)


# The buttons of the form -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "button", "words"),
    [
        (stages.draft, "_publish", "Publish"),
        (stages.public, "_publish", "Publish"),
        (stages.scheduled, "_unschedule", "Do not publish at the time that was set"),
        (stages.draft, "_submit", "Submit for review"),
        (stages.in_review, "_approve", "Approve"),
        (stages.in_review, "_send_back", "Send back"),
        (stages.public, "_withdraw", "Withdraw"),
        (stages.to_go, "_withdraw_now", "Withdraw now"),
        (stages.to_go, "_keep_public", "Do not withdraw"),
        (stages.with_changes, "_discard", "Discard the draft changes"),
    ],
)
@pytest.mark.parametrize("desk", ["", "/kk"])
def test_each_button_is_a_line_after_what_was_typed(admin_client, made, button, words, desk):
    page = made()
    address = desk + desk_url("change", page, page.pk)
    typed = {"title_en": "Renamed"}
    if button == "_send_back":
        typed["comment"] = "Look at the numbers."
    assert submit(admin_client, address, button, **typed).status_code == 302
    assert [(who, done, told) for who, done, _what, told in lines()] == [
        ("admin", CHANGE, "Changed Headline [en]."),
        ("admin", CHANGE, words),
    ]


def test_every_button_there_is_has_been_pressed():
    mark = test_each_button_is_a_line_after_what_was_typed.pytestmark
    pressed = {row[1] for m in mark if "button" in m.args[0] for row in m.args[1]}
    assert pressed == {verb.button for verb in VERBS}


def test_a_new_page_and_its_button_are_two_lines(admin_client):
    answer = submit(admin_client, f"{LIST}add/", "_submit", title_en="A story")
    assert answer.status_code == 302
    assert lines() == [
        ("admin", ADDITION, "A story", "Added."),
        changed("Submit for review"),
    ]


# Everything else ---------------------------------------------------------------------------------


def together(client, action, *pages, **more):
    seen = {f"version-{page.pk}": now(page).version for page in pages}
    data = {"action": action, "_selected_action": [page.pk for page in pages]} | seen | more
    return client.post(LIST, data)


def publish_many(client):
    together(client, "publish", stages.draft())
    return [changed("published")]


def withdraw_many(client):
    together(client, "withdraw", stages.public())
    return [changed("withdrawn")]


def bin_many(client):
    together(client, "delete_selected", stages.draft(), post="yes")
    return [changed("in the bin")]


def bin_one(client):
    page = stages.draft()
    data = {"post": "yes", f"version-{page.pk}": page.version}
    client.post(desk_url("delete", page, page.pk), data)
    return [changed("in the bin")]


def take_out(client):
    page = editing.delete(stages.draft(), None)
    client.post(desk_url("undelete", page, page.pk), {"version": page.version})
    return [changed("Taken out of the bin")]


def restore(client):
    page = stages.with_changes()
    data = {"version": page.version, "revision": 0}
    client.post(desk_url("restore", page, page.pk), data)
    return [changed("Restored version 0")]


def two_partners():
    return make_partner("Lost house"), make_partner("House")


def merge_two(client):
    lost, survivor = two_partners()
    seen = {f"version-{page.pk}": page.version for page in (lost, survivor)}
    data = {"survivor": survivor.pk, "lost": lost.pk} | seen
    client.post(desk_url("merge", survivor), data)
    return [changed("Merged Lost house into it", "House")]


def part_them(client):
    lost, survivor = two_partners()
    done = merge.merge(lost, survivor, None)
    data = {"merge": done.pk, "version": now(survivor).version}
    client.post(desk_url("unmerge", survivor), data)
    assert Merge.objects.get().undone_at
    return [changed("Undid the merge of Lost house", "House")]


def import_a_document(client):
    make_register()
    client.post(reverse("admin:newsroom_import_add"), {"text": text_of()})
    return [("admin", ADDITION, str(Import.objects.get()), "Added.")]


def an_edition_with_a_story():
    edition = make_snapshot(introduction="<p>Six months.</p>", **DRAFT)
    make_whole_story("A story", snapshot=edition, **DRAFT)
    return edition


def publish_an_edition(client):
    edition = an_edition_with_a_story()
    submit(client, desk_url("publish", edition, edition.pk), "_publish")
    return [changed("Publish", str(edition)), changed("Publish")]


def schedule_an_edition(client):
    edition = an_edition_with_a_story()
    time = {"at_0": "2099-12-01", "at_1": "09:00"}
    submit(client, desk_url("publish", edition, edition.pk), "_schedule", **time)
    return [changed("Schedule", str(edition)), changed("Schedule")]


@pytest.mark.parametrize(
    "act",
    [
        publish_many,
        withdraw_many,
        bin_many,
        bin_one,
        take_out,
        restore,
        merge_two,
        part_them,
        import_a_document,
        publish_an_edition,
        schedule_an_edition,
    ],
    ids=lambda act: act.__name__,
)
def test_each_thing_done_is_a_line(admin_client, act, settings, tmp_path):
    settings.DATA_DIR = tmp_path  # where the source of an import is kept
    assert lines() == []
    assert act(admin_client) == lines()


# What nobody does --------------------------------------------------------------------------------


def old_and_binned(by, title="A story", make=make_news_item):
    page = editing.delete(make(title), by)
    editing.update(page, deleted_at=timezone.now() - timedelta(days=31))
    return page


def gone(by="admin", who="admin"):
    words = f"After 30 days in the bin, where {who} had put it"
    return (by, Event.DELETED_FOR_GOOD, "A story", words)


def test_what_the_bin_deletes_for_good_is_a_line_of_the_site_itself(admin_client, admin_user):
    old_and_binned(admin_user)
    call_command("empty_bin")
    assert not NewsItem.objects.exists()
    assert lines() == [gone()]
    html = admin_client.get("/admin/admin/logentry/").content.decode()
    assert "the site itself" in html
    assert "deleted for good" in html
    assert "/change/" not in html.split("deleted for good")[-1].split("</tr>")[0]


@pytest.mark.parametrize("desk", ["", "/ru"])
def test_whoever_opens_the_bin_it_stands_under_who_filled_it(client, admin_user, desk):
    old_and_binned(admin_user)
    client.force_login(make_person("publisher"))
    client.get(f"{desk}{LIST}bin/")
    assert lines() == [gone()]


def test_where_that_account_is_gone_it_stands_under_who_opened_the_bin(admin_client, caplog):
    old_and_binned(None)
    admin_client.get(f"{LIST}bin/")
    assert lines() == [gone(who="the site itself")]
    old_and_binned(None, "Nobody's")
    call_command("empty_bin")
    assert len(lines()) == 1
    assert "“Nobody's” is deleted for good" in caplog.text


def test_what_stays_in_the_bin_is_no_line(admin_user):
    project = old_and_binned(admin_user, make=make_project)
    make_news_item(project=project)
    call_command("empty_bin")
    assert now(project)
    assert lines() == []
