"""The bin: deleting moves a page there, says what depends on it, and can be undone."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from almaty import bin as desk_bin
from almaty import editing
from almaty.models import OldAddress, Revision
from almaty.old_addresses import remember
from almaty.publishing import Status
from newsroom.models import NewsItem, Result
from programmes.models import Partner, Project
from tests.almaty.accounts.people import make_person
from tests.factories import (
    make_news_item,
    make_partner,
    make_project,
    make_result,
    make_snapshot,
)

pytestmark = pytest.mark.django_db

LIST = "/admin/newsroom/newsitem/"
BIN = LIST + "bin/"


def address(page, what):
    options = page._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{what}", args=[page.pk])


def reread(page):
    return type(page)._base_manager.get(pk=page.pk)


def text_of(answer):
    return answer.content.decode()


def delete(client, page, version=None):
    seen = reread(page).version if version is None else version
    return client.post(
        address(page, "delete"), {"post": "yes", f"version-{page.pk}": seen}, follow=True
    )


def test_deleting_asks_says_what_goes_along_and_moves_to_the_bin(admin_client):
    item = make_news_item("A story")
    make_result(news_item=item, unit="teachers trained")
    asked = text_of(admin_client.get(address(item, "delete")))
    assert "can be taken out of the bin" in asked
    assert "Results (1): 90 teachers trained" in asked
    assert reread(item).status == Status.PUBLISHED
    assert "1 moved to the bin" in text_of(delete(admin_client, item))
    item = reread(item)
    assert (item.status, Revision.objects.of(item).first().verb) == (Status.DELETED, "deleted")
    assert Result.objects.count() == 1
    listed = text_of(admin_client.get(BIN))
    assert "A story" in listed
    assert "<td>admin</td>" in listed
    assert "<td>30</td>" in listed


def test_what_lies_in_the_bin_shows_nowhere(admin_client, client):
    item = make_news_item("Marker", project=None)
    partner = make_partner("Marker")
    project = make_project("Marker")
    path = item.get_absolute_url()
    for page in (item, partner, project):
        delete(admin_client, page)
    assert "Marker" not in text_of(admin_client.get(LIST))
    for page, field in ((project, "project"), (partner, "parent")):
        found = admin_client.get(
            "/admin/autocomplete/",
            {
                "term": "Marker",
                "app_label": "newsroom" if page is project else "programmes",
                "model_name": "newsitem" if page is project else "partner",
                "field_name": field,
            },
        )
        assert found.json()["results"] == []
    assert admin_client.get(address(item, "change")).status_code == 302
    admin_client.logout()
    assert client.get(path).status_code == 404
    for public in ("/", "/snapshots/", "/search/?q=marker", "/projects/", "/partners/"):
        assert "Marker" not in text_of(client.get(public)).replace("marker", "")


def test_it_comes_out_as_it_was_and_not_public(admin_client):
    item = make_news_item("A story", tags=["ice"])
    before = editing.contents.content_of(item)
    delete(admin_client, item)
    answer = admin_client.post(
        address(item, "undelete"), {"version": reread(item).version}, follow=True
    )
    assert "is out of the bin" in text_of(answer)
    item = reread(item)
    assert item.status == Status.WITHDRAWN
    assert editing.contents.changed_fields(before, editing.contents.content_of(item)) == []
    assert "The bin is empty" in text_of(admin_client.get(BIN))


def test_only_a_post_with_the_seen_version_takes_out(admin_client):
    item = make_news_item()
    assert admin_client.post(address(item, "undelete"), {"version": 0}).status_code == 404
    delete(admin_client, item)
    assert admin_client.get(address(item, "undelete")).status_code == 405
    answer = admin_client.post(address(item, "undelete"), {"version": 7}, follow=True)
    assert "Look again" in text_of(answer)
    assert reread(item).status == Status.DELETED


def test_what_was_changed_meanwhile_is_not_deleted(admin_client):
    item = make_news_item("Old")
    editing.save(item, editing.current_content(item) | {"title_en": "New"}, None)
    answer = delete(admin_client, item, version=0)
    assert "Changed by somebody" in text_of(answer)
    assert reread(item).status == Status.PUBLISHED


def test_many_go_at_once_after_a_question(admin_client):
    kept, *gone = [make_news_item(f"Story {n}") for n in "ABC"]
    ticked = {"action": "delete_selected", "_selected_action": [page.pk for page in gone]}
    ticked |= {f"version-{page.pk}": page.version for page in gone}
    asked = admin_client.post(LIST, ticked)
    assert asked.status_code == 200
    assert "Story B" in text_of(asked)
    assert NewsItem.objects.filter(status=Status.DELETED).count() == 0
    editing.save(gone[0], editing.current_content(gone[0]) | {"title_en": "New"}, None)
    answer = admin_client.post(LIST, ticked | {"post": "yes"}, follow=True)
    assert "1 moved to the bin" in text_of(answer)
    assert "Changed by somebody" in text_of(answer)
    assert [reread(page).status for page in (kept, *gone)] == ["published", "published", "deleted"]


@pytest.mark.parametrize("what", ["project", "partner"])
def test_what_stories_name_is_not_deleted(admin_client, what):
    project, partner = make_project("The project"), make_partner("The partner")
    story = make_news_item("The story", project=project)
    story.contributions.create(partner=partner, role="host")
    page = project if what == "project" else partner
    asked = text_of(admin_client.get(address(page, "delete")))
    assert "Not deleted: still in use" in asked
    assert "The story" in asked
    delete(admin_client, page)
    assert reread(page).status == Status.PUBLISHED
    ticked = {"action": "delete_selected", "_selected_action": [page.pk], "post": "yes"}
    listed = reverse(f"admin:programmes_{what}_changelist")
    assert "still in use" in text_of(admin_client.post(listed, ticked))
    assert reread(page).status == Status.PUBLISHED


def test_an_edition_goes_and_its_stories_stay(admin_client, client):
    edition = make_snapshot()
    make_news_item("Its story", snapshot=edition)
    asked = text_of(admin_client.get(address(edition, "delete")))
    assert "These name it, and stay" in asked
    assert "Its story" in asked
    delete(admin_client, edition)
    assert reread(edition).status == Status.DELETED
    admin_client.logout()
    assert "Its story" in text_of(client.get("/snapshots/2024-h2/"))


def old(page, days):
    moment = timezone.now() - timedelta(days=days, minutes=1)
    type(page)._base_manager.filter(pk=page.pk).update(
        status=Status.DELETED, deleted_at=moment, version=1
    )
    return page


def test_after_thirty_days_it_is_gone_with_all_that_is_known_of_it(capsys):
    item, young = old(make_news_item("Old story"), 30), old(make_news_item("Young"), 29)
    editing.keep_first(reread(item))
    Revision.objects.create(page=item, number=1, content={}, verb="deleted")
    remember("/snapshots/2024-h2/before/", item)
    item.event_dates.create(start="2024-10-09")
    call_command("empty_bin")
    assert capsys.readouterr().out == "Old story\n"
    assert list(NewsItem.objects.all()) == [young]
    assert not Revision.objects.exists()
    assert not OldAddress.objects.exists()


def test_what_is_still_named_stays(admin_client):
    project = old(make_project("Named"), 40)
    make_news_item(project=project)
    assert desk_bin.empty() == []
    assert Project.objects.filter(pk=project.pk).exists()


def test_what_is_taken_out_while_the_bin_is_emptied_stays(monkeypatch):
    first, second = old(make_news_item("One"), 31), old(make_news_item("Two"), 31)
    forget = desk_bin.forget

    def slowly(page):
        other = second if page == first else first
        editing.undelete(other, None)
        forget(page)

    monkeypatch.setattr(desk_bin, "forget", slowly)
    assert len(desk_bin.empty()) == 1
    assert NewsItem.objects.get().status == Status.WITHDRAWN


def test_who_opens_the_bin_empties_it(admin_client):
    old(make_partner("Old partner"), 31)
    assert "The bin is empty" in text_of(admin_client.get("/admin/programmes/partner/bin/"))
    assert not Partner.objects.exists()


def test_only_who_may_delete_sees_the_bin_and_deletes(client):
    writer = make_person("contributor")
    own = make_news_item(made_by=writer)
    client.force_login(writer)
    assert client.get(address(own, "delete")).status_code == 403
    assert client.get(BIN).status_code == 403
    assert delete(client, own).status_code == 403
    old(own, 1)
    assert client.post(address(own, "undelete"), {"version": 1}).status_code == 403
    client.force_login(make_person("editor"))
    assert client.get(BIN).status_code == 200
    assert client.post(address(own, "undelete"), {"version": 1}).status_code == 302


def test_what_is_live_goes_to_the_bin_by_who_may_withdraw_it(client):
    live, draft = make_news_item("Live"), make_news_item("Draft", status=Status.DRAFT)
    both = {"action": "delete_selected", "_selected_action": [live.pk, draft.pk], "post": "yes"}
    client.force_login(make_person("editor"))
    assert client.get(address(live, "delete")).status_code == 403
    assert delete(client, live).status_code == 403
    assert "may not take these to the bin: “Live”" in text_of(client.post(LIST, both, follow=True))
    assert {reread(live).status, reread(draft).status} == {Status.PUBLISHED, Status.DRAFT}
    assert delete(client, draft).status_code == 200
    assert reread(draft).status == Status.DELETED
    client.force_login(make_person("publisher"))
    delete(client, live)
    assert reread(live).status == Status.DELETED


def test_payloads_in_names_do_not_run(admin_client):
    hostile = "<script>alert(1)</script>"
    project = make_project(hostile)
    item = make_news_item(hostile, project=project)
    asked = [admin_client.get(address(page, "delete")) for page in (project, item)]
    delete(admin_client, item)
    for answer in (*asked, admin_client.get(BIN)):
        assert "<script>alert" not in text_of(answer)
        assert "&lt;script&gt;alert" in text_of(answer)
