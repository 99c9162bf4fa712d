"""Rows without versions: the second of two editors is told, and shown both."""

from functools import partial

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from taggit.models import Tag

from almaty import overwrites
from almaty.models import Image
from programmes.models import Place
from tests.almaty.accounts.people import make_person
from tests.almaty.at_once import at_once
from tests.factories import make_image
from tests.forms import FormReader, submit

pytestmark = pytest.mark.django_db


def make_place():
    place = Place.objects.create(name_en="Osh", kind="city")
    place.other_names.create(name="Ош")
    return place


KINDS = {  # what is made, its address, a box of its form, and what that holds
    "image": (make_image, "almaty/image", "credit", ""),
    "place": (make_place, "programmes/place", "name_en", "Osh"),
    "tag": (partial(Tag.objects.create, name="ice"), "taggit/tag", "name", "ice"),
    "person": (partial(make_person, "contributor"), "auth/user", "first_name", ""),
    "group": (partial(Group.objects.create, name="guests"), "auth/group", "name", "guests"),
}


@pytest.fixture(params=KINDS)
def kind(request):
    make, address, box, _held = KINDS[request.param]
    row = make()
    return row, f"/admin/{address}/{row.pk}/change/", box


@pytest.fixture
def colleague():
    client = Client()
    client.force_login(User.objects.create_superuser("aigul"))
    return client


def opened(client, url):
    return FormReader(client.get(url).content.decode()).fields


def test_the_second_save_is_refused_and_shows_both(admin_client, colleague, kind):
    row, url, box = kind
    fields = opened(admin_client, url)
    assert submit(colleague, url, **{box: "Theirs"}).status_code == 302
    answer = admin_client.post(url, fields | {box: ["Mine"], "_save": "1"})
    assert answer.status_code == 409
    row.refresh_from_db()
    assert getattr(row, box) == "Theirs"
    html = answer.content.decode()
    assert "This was changed by aigul after you had opened it" in html
    [difference] = answer.context["differences"]
    assert (difference.before, difference.after) == ("Theirs", "Mine")
    again = FormReader(html).fields
    assert again[box] == ["Mine"]
    assert admin_client.post(url, again | {"_save": "1"}).status_code == 302
    row.refresh_from_db()
    assert getattr(row, box) == "Mine"


def test_a_third_change_is_met_again(admin_client, colleague, kind):
    row, url, box = kind
    fields = opened(admin_client, url)
    submit(colleague, url, **{box: "Theirs"})
    answer = admin_client.post(url, fields | {box: ["Mine"], "_save": "1"})
    again = FormReader(answer.content.decode()).fields
    submit(colleague, url, **{box: "Third"})
    assert admin_client.post(url, again | {"_save": "1"}).status_code == 409
    row.refresh_from_db()
    assert getattr(row, box) == "Third"


def test_what_the_form_does_not_hold_is_no_conflict(admin_client):
    person = make_person("contributor")
    url = f"/admin/auth/user/{person.pk}/change/"
    fields = opened(admin_client, url)
    Client().post("/admin/login/", {"login": "contributor", "password": "three-quiet-mountains"})
    person.refresh_from_db()
    assert person.last_login
    answer = admin_client.post(url, fields | {"first_name": ["Dana"], "_save": "1"})
    assert answer.status_code == 302


def test_roles_given_meanwhile_are_met(admin_client, colleague):
    person = make_person("contributor")
    make_person("editor")
    url = f"/admin/auth/user/{person.pk}/change/"
    fields = opened(admin_client, url)
    submit(colleague, url, groups=[Group.objects.get(name="editor").pk])
    answer = admin_client.post(url, fields | {"first_name": ["Dana"], "_save": "1"})
    assert answer.status_code == 409
    assert [group.name for group in person.groups.all()] == ["editor"]
    differences = {each.label: each for each in answer.context["differences"]}
    assert (differences["role"].before, differences["role"].after) == ("editor", "contributor")


def test_what_is_wrong_with_the_form_is_said_first(admin_client, colleague):
    tag = Tag.objects.create(name="ice")
    url = f"/admin/taggit/tag/{tag.pk}/change/"
    fields = opened(admin_client, url)
    submit(colleague, url, name="snow")
    answer = admin_client.post(url, fields | {"name": [""], "_save": "1"})
    assert (answer.status_code, "met" in answer.context) == (200, False)
    again = FormReader(answer.content.decode()).fields | {"name": ["Mine"], "_save": "1"}
    assert admin_client.post(url, again).status_code == 409


def test_other_names_added_changed_and_deleted_meanwhile(admin_client, colleague):
    place = make_place()
    gone = place.other_names.create(name="Gone")
    url = f"/admin/programmes/place/{place.pk}/change/"
    fields = opened(admin_client, url)
    place.other_names.filter(name="Ош").update(name="Оштан")
    gone.delete()
    place.other_names.create(name="Come")
    answer = admin_client.post(url, fields | {"name_en": ["Osh city"], "_save": "1"})
    assert answer.status_code == 409
    told = {(each.before, each.after) for each in answer.context["differences"]}
    assert {("Osh", "Osh city"), ("Оштан", "Ош"), ("", "Gone")} <= told
    assert ("Come", "added meanwhile: it stays") in told
    again = FormReader(answer.content.decode()).fields
    assert admin_client.post(url, again | {"_save": "1"}).status_code == 302
    names = set(place.other_names.values_list("name", flat=True))
    assert names == {"Ош", "Gone", "Come"}


def test_a_browser_that_goes_back_fills_in_no_form_of_something_else(admin_client):
    tag = Tag.objects.create(name="ice")
    url = f"/admin/taggit/tag/{tag.pk}/change/"
    before = [name for name in opened(admin_client, url) if name.startswith("shown-")]
    Tag.objects.update(name="snow")
    after = [name for name in opened(admin_client, url) if name.startswith("shown-")]
    assert len(before) == len(after) == 1
    assert before != after


@pytest.mark.parametrize("together", [False, True])
def test_what_was_changed_since_the_question_is_not_deleted(admin_client, together):
    images = [make_image(), make_image()]
    url, data = f"/admin/almaty/image/{images[0].pk}/delete/", {"post": "yes"}
    if together:
        chosen = {"action": "delete_selected", "_selected_action": [i.pk for i in images]}
        url, data = "/admin/almaty/image/", data | chosen
        admin_client.post(url, chosen)
    else:
        admin_client.get(url)
    Image.objects.filter(pk=images[0].pk).update(credit="Theirs")
    answer = admin_client.post(url, data, follow=True)
    assert "Nothing was deleted: it was changed since you were asked." in answer.content.decode()
    assert Image.objects.count() == 2
    if together:
        admin_client.post(url, chosen)
    admin_client.post(url, data)
    assert Image.objects.count() == (0 if together else 1)


def test_a_question_in_another_tab_does_not_hide_a_change(admin_client):
    images = [make_image(), make_image()]
    urls = [f"/admin/almaty/image/{image.pk}/delete/" for image in images]
    for url in urls:
        admin_client.get(url)
    Image.objects.filter(pk=images[0].pk).update(credit="Theirs")
    for url in urls:
        admin_client.post(url, {"post": "yes"})
    assert list(Image.objects.all()) == [images[0]]
    admin_client.post(urls[0], {"post": "yes"})
    assert not Image.objects.exists()


# At the same moment ------------------------------------------------------------------------------


def two_saves(image, rounds):
    """[(statuses, whether it says what the first of those carried out has typed)]"""
    url, clients, found = f"/admin/almaty/image/{image.pk}/change/", [], []
    for name in ("one", "two"):
        clients.append(Client())
        clients[-1].force_login(User.objects.create_superuser(name))
    for n in range(rounds):
        words = [f"{n} of one", f"{n} of two"]
        acts = [
            partial(client.post, url, opened(client, url) | {"credit": [said], "_save": "1"})
            for client, said in zip(clients, words, strict=True)
        ]
        statuses = [answer.status_code for answer in at_once(*acts)]
        image.refresh_from_db()
        found.append((sorted(statuses), image.credit == words[statuses.index(302)]))
    return found


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_saves_at_once_one_is_refused(many_connections):
    assert two_saves(make_image(), 10) == [([302, 409], True)] * 10


@pytest.mark.planted
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_without_the_fingerprint_it_would_be_found(many_connections, monkeypatch):
    """The planted fault."""
    monkeypatch.setattr(overwrites, "fingerprint_of", lambda forms: "the same")
    assert [statuses for statuses, _is_kept in two_saves(make_image(), 1)] == [[302, 302]]
