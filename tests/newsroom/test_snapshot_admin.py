from django.urls import reverse

from almaty import editing
from almaty.publishing import Status
from newsroom.models import Snapshot
from tests.almaty.accounts.people import make_person
from tests.factories import make_news_item, make_snapshot
from tests.forms import errors_of, submit

ADD = "/admin/newsroom/snapshot/add/"


def form_of(edition):
    return reverse("admin:newsroom_snapshot_change", args=[edition.pk])


def test_an_edition_is_begun_and_published(admin_client):
    typed = {"title_en": "Snapshots", "introduction_en": "<p>Six months.</p>", "period": "2024-h2"}
    asked = submit(admin_client, ADD, "_publish", **typed)
    assert "No story is in this edition yet." in asked.content.decode()
    accepted = asked.context["accepted"]
    answer = submit(admin_client, ADD, "_publish", accepted=accepted, **typed)
    assert answer.status_code == 302
    assert Snapshot.objects.published().get().period == "2024-h2"


def test_a_second_edition_of_a_period_is_said_at_its_field(admin_client):
    make_snapshot("2024-h2")
    answer = submit(admin_client, ADD, title_en="Again", period="2024-h2")
    assert errors_of(answer) == {"period": ["This period has an edition already."]}


def test_stories_are_put_in_order_by_number(admin_client):
    edition = make_snapshot(status=Status.DRAFT)
    one, _two = (make_news_item(t, snapshot=edition, position=n) for n, t in [(1, "A"), (2, "B")])
    body = "<p>untouched</p>"
    type(one).objects.update(body_en=body)
    answer = submit(
        admin_client, form_of(edition), **{"stories-0-position": "2", "stories-1-position": "1"}
    )
    assert answer.status_code == 302
    assert [s.title for s in edition.stories.order_by("position")] == ["B", "A"]
    one.refresh_from_db()
    assert one.body_en == body
    assert one.is_published()


def test_a_new_order_of_a_live_edition_waits_for_its_publication(admin_client):
    edition = make_snapshot(introduction="<p>Six months.</p>")
    for number, title in [(1, "A"), (2, "B")]:
        make_news_item(title, snapshot=edition, position=number)
    swapped = {"stories-0-position": "2", "stories-1-position": "1"}
    submit(admin_client, form_of(edition), **swapped)
    assert [s.title for s in edition.stories.order_by("position")] == ["A", "B"]
    submit(admin_client, form_of(edition), "_publish")
    assert [s.title for s in edition.stories.order_by("position")] == ["B", "A"]


def test_a_number_that_is_none_is_said_at_its_story(admin_client):
    edition = make_snapshot()
    make_news_item(snapshot=edition, position=1)
    answer = submit(admin_client, form_of(edition), **{"stories-0-position": "first"})
    assert answer.status_code == 200
    assert "Enter a whole number." in answer.content.decode()


def test_stories_stand_in_their_order_and_without_their_texts(
    admin_client, django_assert_num_queries
):
    edition = make_snapshot()
    make_news_item("Later story", snapshot=edition, position=2, body="<p>long text</p>")
    make_news_item("Earlier story", snapshot=edition, position=1, status="draft")
    html = admin_client.get(form_of(edition)).content.decode()
    assert html.index("Earlier story") < html.index("Later story")
    assert "long text" not in html
    with django_assert_num_queries(14) as queries:
        admin_client.get(form_of(edition))
    for number in range(5):
        make_news_item(snapshot=edition, position=3 + number)
    with django_assert_num_queries(len(queries)):
        admin_client.get(form_of(edition))


def test_an_edition_without_stories_is_found(admin_client):
    empty, full = make_snapshot("2023"), make_snapshot("2024-h2")
    make_news_item(snapshot=full)
    found = admin_client.get("/admin/newsroom/snapshot/", {"missing": "stories"}).context["cl"]
    assert list(found.result_list) == [empty]


def test_who_may_only_read_a_story_is_not_told_what_waits_beside_it(client, db):
    story = make_news_item(snapshot=make_snapshot())
    editing.save(story, editing.current_content(story) | {"title_en": "Changed"}, None)
    told = {}
    for role in ("contributor", "editor"):
        client.force_login(make_person(role))
        told[role] = client.get(form_of(story.snapshot)).content.decode()
    assert "Public; its draft changes stay." in told["editor"]
    assert "draft changes stay" not in told["contributor"]
    assert "Public." in told["contributor"]
