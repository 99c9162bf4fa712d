"""Where a thing is used: rows, parts, texts, drafts; and what is used is not deleted."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from taggit.models import Tag

from almaty import editing, where_used
from almaty.models import Image, Revision
from almaty.publishing import Status
from almaty.revisions import page_models
from almaty.where_used import uses
from programmes.models import Country, Partner, Place, Project
from tests.almaty.accounts.people import make_person
from tests.factories import (
    make_country,
    make_image,
    make_news_item,
    make_partner,
    make_project,
    make_result,
    make_sector,
    make_snapshot,
)

pytestmark = pytest.mark.django_db


def address(row, what):
    options = row._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{what}", args=[row.pk])


def used_on(row):
    found, count = uses(row)
    assert count == len(found)
    return {(str(use.page), use.is_draft) for use in found}


def draft(page, **fields):
    return editing.save(page, editing.current_content(page) | fields, None)[0]


def test_pictures_are_found_as_covers_and_inside_texts():
    image = make_image()
    text = f'<figure><img src="{image.file.url}" alt="A"></figure>'
    make_news_item("Cover", image=image)
    make_news_item("In a text", body_ru=text)
    make_project("Both", image=image, body=text)
    make_snapshot(title="Edition", introduction=text)
    make_sector("Culture", image=image)
    make_country(introduction=text)
    make_news_item("Another picture", image=make_image())
    names = {"Cover", "In a text", "Both", "Edition", "Culture", "Kazakhstan"}
    assert used_on(image) == {(name, False) for name in names}


def test_partners_are_found_in_stories_projects_and_as_parents():
    partner, other = make_partner("Looked for"), make_partner("Other")
    make_partner("Child", parent=partner)
    make_project("Project").participations.create(partner=partner, role="funder")
    item = make_news_item("Story")
    item.contributions.create(partner=partner, role="host")
    item.contributions.create(partner=partner, role="funder")
    item.contributions.create(partner=other, role="host")
    assert used_on(partner) == {("Child", False), ("Project", False), ("Story", False)}


def test_projects_are_found_in_stories_and_in_the_results_of_stories():
    project = make_project()
    make_result(project=project, news_item=None)  # the project's own
    make_news_item("Story", project=project)
    make_result(project=project, news_item=make_news_item("Reports a result"))
    assert used_on(project) == {("Story", False), ("Reports a result", False)}


def test_places_subjects_and_tags_are_found():
    place = Place.objects.create(name="Almaty", country=make_country())
    item = make_news_item("Story", tags=["мұз", "ice"], further_sectors=[make_sector()])
    item.places.add(place)
    make_result(news_item=item, country=place.country)
    assert used_on(place) == {("Story", False)}
    assert used_on(place.country) == {("Story", False), ("Almaty", False)}
    assert used_on(item.further_sectors.get()) == {("Story", False)}
    assert used_on(Tag.objects.get(name="мұз")) == {("Story", False)}


@pytest.mark.parametrize("kind", ["image", "text", "project", "partner", "place", "tag", "result"])
def test_drafts_beside_live_pages_are_found(kind):
    item, near = make_news_item("Live"), make_news_item("Near")
    make = {"image": make_image, "text": make_image, "partner": make_partner}
    place = {"place": lambda: Place.objects.create(name="Osh")}
    tag = {"tag": lambda: Tag.objects.create(name=f"су «{Tag.objects.count()}»")}
    rows = [(make | place | tag).get(kind, make_project)() for _n in range(2)]
    result = make_result(news_item=near)
    result.delete()

    def fields(row):
        return {
            "image": {"image_id": row.pk},
            "text": {"body_kk": f'<img src="{row.file.url}">' if kind == "text" else ""},
            "project": {"project_id": row.pk},
            "partner": {"contributions": [{"partner_id": row.pk, "id": None, "role": "host"}]},
            "place": {"places": [row.pk]},
            "tag": {"tags": [getattr(row, "name", "")]},
            "result": {"results": [{"id": None, "project_id": row.pk}]},
        }[kind]

    draft(item, **fields(rows[0]))
    if kind != "tag":  # a key of more digits that begin alike is another
        draft(near, **fields(type(rows[0])(pk=int(f"{rows[0].pk}7"), **_file(rows[1]))))
    assert used_on(rows[0]) == {("Live", True)}
    assert used_on(rows[1]) == (set() if kind != "text" else {("Near", True)})


def _file(row):
    return {"file": row.file} if isinstance(row, Image) else {}


def test_every_relation_between_pages_and_what_they_share_is_known():
    """A relation that somebody adds is found; one that is meant to be left out is named here."""
    targets = [Image, Partner, Project, Place, Country]
    known = {
        (path.page_model, path.name, path.inner) for t in targets for path in where_used.paths(t)
    }
    for model in page_models():
        for field in model._meta.get_fields():
            is_relation = field.is_relation and field.related_model in targets
            if is_relation and field.concrete and not getattr(field, "through_fields", None):
                name = field.attname if field.many_to_one else field.name
                through = field.many_to_many and not field.remote_field.through._meta.auto_created
                assert through or (model, name, "") in known, field


def test_a_long_list_is_counted_and_not_named(django_assert_max_num_queries):
    project = make_project()
    for n in range(60):
        make_news_item(f"Story {n}", project=project)
    with django_assert_max_num_queries(10):
        found, count = uses(project)
    assert (len(found), count) == (where_used.MOST, 60)


# At the desk -------------------------------------------------------------------------------------


def test_the_form_lists_the_pages_with_links_and_states(admin_client):
    project = make_project()
    story = make_news_item("A <b>story</b>", project=project, status=Status.DRAFT)
    html = admin_client.get(address(project, "change")).content.decode()
    assert f'<a href="{address(story, "change")}">A &lt;b&gt;story&lt;/b&gt;</a>' in html
    assert "(draft)" in html
    assert "Nowhere." in admin_client.get(address(make_partner(), "change")).content.decode()


@pytest.mark.parametrize("make", [make_image, make_sector, make_country])
def test_forms_of_other_kinds_have_the_list_too(admin_client, make):
    html = admin_client.get(address(make(), "change")).content.decode()
    assert "Where it is used" in html


def test_nobody_learns_of_a_draft_that_is_not_theirs(client):
    writer = make_person("contributor")
    project = make_project(made_by=writer)
    make_news_item("Public story", project=project)
    make_news_item("Hidden marker", project=project, status=Status.DRAFT, published_at=None)
    draft(make_news_item("Draft marker"), project_id=project.pk)
    client.force_login(writer)
    html = client.get(address(project, "change")).content.decode()
    assert "Public story" in html
    assert "marker" not in html
    assert "2 more pages" in html


def refused(client, row, listed):
    """By the form's link and by the list's action."""
    first = client.post(address(row, "delete"), {"post": "yes"})
    ticked = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    second = client.post(listed, ticked, follow=True)
    return type(row).objects.filter(pk=row.pk).exists(), first, second


def test_what_is_in_use_is_not_deleted(admin_client):
    image, place = make_image(), Place.objects.create(name="Osh")
    item = make_news_item("The story", image=image, tags=["ice"])
    item.places.add(place)
    for row in (image, place, Tag.objects.get(name="ice")):
        options = row._meta
        listed = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
        is_there, *answers = refused(admin_client, row, listed)
        assert is_there
        assert all("The story" in answer.content.decode() for answer in answers)


def test_what_only_a_draft_uses_is_not_deleted_either(admin_client):
    image = make_image()
    draft(make_news_item("The story"), image_id=image.pk)
    is_there, first, _second = refused(admin_client, image, "/admin/almaty/image/")
    assert is_there
    assert "only in draft changes" in first.content.decode()


def test_a_picture_stays_while_a_version_with_it_can_be_brought_back(admin_client):
    image, item = make_image(), make_news_item("The story", status=Status.DRAFT, published_at=None)
    draft(item, image_id=image.pk)
    item.refresh_from_db()
    draft(item, image_id=None)
    assert used_on(image) == set()
    is_there, first, _second = refused(admin_client, image, "/admin/almaty/image/")
    assert is_there
    assert "only in version 1" in first.content.decode()
    Revision.objects.update(made_at=timezone.now() - timedelta(days=31))
    assert refused(admin_client, image, "/admin/almaty/image/")[0] is False


def test_what_nothing_uses_is_deleted(admin_client):
    for row in (make_image(), Place.objects.create(name="Osh"), Tag.objects.create(name="ice")):
        admin_client.post(address(row, "delete"), {"post": "yes"})
        assert not type(row).objects.filter(pk=row.pk).exists()
