"""Results are looked up in a list and changed where they are said."""

import pytest

from almaty import editing
from almaty.publishing import Status
from newsroom.models import Result
from tests.almaty.accounts.people import make_person
from tests.factories import make_news_item, make_project, make_result
from tests.forms import submit

pytestmark = pytest.mark.django_db
LIST = "/admin/newsroom/result/"


def test_the_list_leads_to_the_page_that_says_it(admin_client):
    story, project = make_news_item("A story"), make_project("A project")
    make_result(unit="teachers", news_item=story, project=project)
    make_result(unit="stations", project=project)
    html = admin_client.get(LIST).content.decode()
    assert f'<a href="/admin/newsroom/newsitem/{story.pk}/change/">A story</a>' in html
    assert f'<a href="/admin/programmes/project/{project.pk}/change/">A project</a>' in html
    found = admin_client.get(LIST, {"q": "stations"}).context["cl"].result_list
    assert [result.unit for result in found] == ["stations"]


def test_nothing_is_changed_past_drafts_and_revisions(admin_client):
    result = make_result(unit="teachers", news_item=make_news_item())
    assert admin_client.get(f"{LIST}add/").status_code == 403
    assert admin_client.get(f"{LIST}{result.pk}/change/").status_code == 200
    for path in (f"{LIST}add/", f"{LIST}{result.pk}/change/", f"{LIST}{result.pk}/delete/"):
        assert admin_client.post(path, {"unit_en": "x", "post": "yes"}).status_code == 403
    many = {"action": "delete_selected", "_selected_action": [result.pk], "post": "yes"}
    admin_client.post(LIST, many)
    assert Result.objects.get().unit == "teachers"


def test_results_of_drafts_are_shown_to_those_who_may_edit_them(client):
    draft = {"status": Status.DRAFT, "published_at": None}
    make_result(unit="of a draft", news_item=make_news_item(**draft))
    make_result(unit="of a project", project=make_project(**draft))
    make_result(unit="public", news_item=make_news_item())
    contributor = make_person("contributor")
    make_result(unit="own", news_item=make_news_item(made_by=contributor, **draft))
    seen = {}
    for person in (contributor, make_person("editor")):
        client.force_login(person)
        rows = client.get(LIST).context["cl"].result_list
        seen[person.username] = {result.unit for result in rows}
    assert seen["contributor"] == {"public", "own"}
    assert seen["editor"] == {"public", "own", "of a draft", "of a project"}


def test_a_project_s_form_has_its_own_results_alone(admin_client):
    project = make_project()
    make_result(unit="of its story", project=project, news_item=make_news_item())
    make_result(unit="its own", project=project)
    address = f"/admin/programmes/project/{project.pk}/change/"
    html = admin_client.get(address).content.decode()
    assert "its own" in html
    assert "of its story" not in html
    submit(admin_client, address, **{"results-0-unit_en": "renamed"})
    project.refresh_from_db()
    assert [row["unit_en"] for row in project.draft.content["results"]] == ["renamed"]
    assert {result.unit for result in Result.objects.all()} == {"of its story", "its own"}
    editing.publish(project, None)
    assert {result.unit for result in Result.objects.all()} == {"of its story", "renamed"}
