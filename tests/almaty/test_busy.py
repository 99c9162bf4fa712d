"""A busy database, and a server that stops: an act of the desk and its line in the log are one."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import ModelAdmin
from django.contrib.admin.views.main import ChangeList
from django.db import DatabaseError, OperationalError, connection

from almaty import editing, kept_forms, merge
from almaty.fact_check_links import make_link
from almaty.merges import Merge
from almaty.models import Revision
from almaty.publishing import Status
from newsroom.models import NewsItem
from tests.factories import (
    make_news_item,
    make_partner,
    make_snapshot,
    make_whole_story,
)
from tests.forms import FormReader, submit

pytestmark = pytest.mark.django_db
LIST = "/admin/newsroom/newsitem/"
DRAFT = {"status": Status.DRAFT, "published_at": None}


def locked(*args, **kwargs):
    raise OperationalError("canceling statement due to lock timeout")


def act(client, action, pages):
    sent = {"action": action, "_selected_action": [page.pk for page in pages], "post": "yes"}
    return client.post(LIST, sent, follow=True)


def test_of_many_those_that_had_to_wait_too_long_are_named(admin_client, monkeypatch):
    stories = [make_news_item(f"No {n}") for n in range(3)]
    withdraw = editing.withdraw

    def busy_with_one(page, *args, **kwargs):
        return locked() if page == stories[1] else withdraw(page, *args, **kwargs)

    monkeypatch.setattr(editing, "withdraw", busy_with_one)
    answer = act(admin_client, "withdraw", stories)
    said = [str(message) for message in answer.context["messages"]]
    assert "The site is very busy, and these are as they were: “No 1”. Try them again." in said
    assert "2 withdrawn." in said
    assert list(NewsItem.objects.published()) == [stories[1]]
    assert LogEntry.objects.filter(change_message="withdrawn").count() == 2


def test_of_very_many_not_each_is_waited_for(admin_client, monkeypatch):
    waited = []
    monkeypatch.setattr(editing, "withdraw", lambda *args, **kwargs: waited.append(1) or locked())
    answer = act(admin_client, "withdraw", [make_news_item(f"No {n}.") for n in range(5)])
    assert len(waited) == 2
    (said,) = answer.context["messages"]
    assert all(f"“No {n}.”" in str(said) for n in range(5))


def test_any_page_of_the_desk_says_that_the_database_is_busy(admin_client, monkeypatch):
    story = make_news_item()
    monkeypatch.setattr(Revision.objects, "of", locked)
    address = f"{LIST}{story.pk}/history/"
    answer = admin_client.get(address)
    assert (answer.status_code, "very busy" in answer.content.decode()) == (503, True)
    assert answer.headers["Cache-Control"] == "private, no-store"
    answer = admin_client.get(address, headers={"Accept": "application/json"})
    assert (answer.status_code, list(answer.json())) == (503, ["words"])


def without_a_table(*args, **kwargs):
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM nowhere")


@pytest.mark.django_db(transaction=True)
def test_what_is_broken_is_not_called_busy(admin_client, monkeypatch):
    story = make_news_item()
    monkeypatch.setattr(editing, "withdraw", without_a_table)
    with pytest.raises(DatabaseError):
        act(admin_client, "withdraw", [story])
    monkeypatch.setattr(Revision.objects, "of", without_a_table)
    with pytest.raises(DatabaseError):
        admin_client.get(f"{LIST}{story.pk}/history/")
    monkeypatch.setattr(ChangeList, "get_results", without_a_table)
    with pytest.raises(DatabaseError):
        admin_client.get(LIST)


def test_two_that_could_not_be_merged_are_no_failure_of_ours(admin_client, monkeypatch):
    one, other = make_partner(), make_partner()
    monkeypatch.setattr(merge, "merge", locked)
    sent = {"survivor": one.pk, "lost": other.pk}
    answer = admin_client.post("/admin/programmes/partner/merge/", sent)
    assert (answer.status_code, "was not saved" in answer.content.decode()) == (503, True)


# The log -----------------------------------------------------------------------------------------


class Killed(BaseException):
    pass


@pytest.fixture
def killed(monkeypatch):
    """The server stops as the line is written."""

    def stop(*args, **kwargs):
        raise Killed

    def from_now():
        monkeypatch.setattr(ModelAdmin, "log_change", stop)

    return from_now


def test_nothing_is_done_to_many_without_a_line(admin_client, killed):
    story = make_news_item()
    killed()
    with pytest.raises(Killed):
        act(admin_client, "withdraw", [story])
    assert NewsItem.objects.published().exists()


def test_nothing_is_restored_without_a_line(admin_client, killed):
    story = make_news_item("One", **DRAFT)
    story, _new = editing.save(story, editing.current_content(story) | {"title_en": "Two"}, None)
    killed()
    given = {"revision": 0, "version": story.version}
    with pytest.raises(Killed):
        admin_client.post(f"{LIST}{story.pk}/restore/", given)
    assert NewsItem.objects.get().title == "Two"


def test_nothing_leaves_the_bin_without_a_line(admin_client, killed):
    story = editing.delete(make_news_item(), None)
    killed()
    with pytest.raises(Killed):
        admin_client.post(f"{LIST}{story.pk}/undelete/", {"version": story.version})
    assert NewsItem.objects.get().status == Status.DELETED


def test_nothing_is_merged_or_parted_without_a_line(admin_client, killed):
    one, other, third = make_partner(), make_partner(), make_partner()
    merge.merge(third, one, None)
    one.refresh_from_db()
    killed()
    address = "/admin/programmes/partner"
    sent = {"survivor": one.pk, "lost": other.pk, f"version-{one.pk}": one.version}
    with pytest.raises(Killed):
        admin_client.post(f"{address}/merge/", sent | {f"version-{other.pk}": other.version})
    sent = {"merge": Merge.objects.get().pk, "version": one.version}
    with pytest.raises(Killed):
        admin_client.post(f"{address}/unmerge/", sent)
    other.refresh_from_db()
    third.refresh_from_db()
    assert (other.status, third.status) == (Status.PUBLISHED, Status.DELETED)


def test_no_edition_is_published_without_a_line(admin_client, killed):
    edition = make_snapshot(introduction="<p>Six months.</p>", **DRAFT)
    make_whole_story(snapshot=edition, **DRAFT)
    address = f"/admin/newsroom/snapshot/{edition.pk}/publish/"
    opened = FormReader(admin_client.get(address).content.decode()).fields
    assert opened
    killed()
    with pytest.raises(Killed):
        submit(admin_client, address, "_publish")
    assert not NewsItem.objects.published().exists()


def test_no_link_is_revoked_without_a_line(admin_client, admin_user, killed):
    story = editing.submit(make_news_item(), None)
    revision = Revision.objects.of(story).first()
    given = {"reader": "Ministry", "language": "en", "days": 1, "may_comment": False}
    check, _token = make_link(revision, admin_user, **given)
    killed()
    with pytest.raises(Killed):
        admin_client.post(f"{LIST}{story.pk}/fact-checks/", {"_revoke": check.pk})
    check.refresh_from_db()
    assert check.revoked_at is None


def test_nothing_that_was_typed_is_discarded_without_a_line(admin_client, admin_user, monkeypatch):
    story, key = make_news_item(), kept_forms.new_key()
    kept_forms.keep(admin_user, NewsItem, story.pk, key, 0, [("title_en", "Typed")])
    monkeypatch.setattr(LogEntry.objects, "create", locked)
    answer = admin_client.post(f"{LIST}{story.pk}/keep/", {"discard": key})
    assert answer.status_code == 503
    assert kept_forms.KeptForm.objects.with_text().exists()
