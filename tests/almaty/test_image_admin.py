import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from almaty.models import Image
from tests.almaty import hostile
from tests.factories import make_image, make_news_item, make_project, picture_file
from tests.forms import errors_of, submit

LIST = "/admin/almaty/image/"
ADD = f"{LIST}add/"
PICK = f"{LIST}pick/"


def upload(data, name="holiday.jpg", kind="image/jpeg"):
    return SimpleUploadedFile(name, data, kind)


def test_a_picture_is_added_with_its_words(admin_client, admin_user):
    answer = submit(
        admin_client,
        ADD,
        file=upload(hostile.plain("PNG"), "Отпуск.gif", "image/gif"),
        alt_en="A lake",
        alt_kk="Көл",
        credit="Office",
    )
    assert answer.status_code == 302
    image = Image.objects.get()
    assert image.file.name.endswith(".png")
    assert (image.alt_en, image.alt_kk, image.width) == ("A lake", "Көл", 64)
    assert image.uploaded_by == admin_user


@pytest.mark.parametrize("name", hostile.REFUSED)
def test_a_refusal_says_why_and_keeps_the_rest_of_the_form(admin_client, name):
    data, code = hostile.REFUSED[name]
    answer = submit(
        admin_client, ADD, file=upload(data), alt_en="Kept words", caption_ru="Подпись", credit="Me"
    )
    assert list(errors_of(answer)) == ["file"]
    html = answer.content.decode()
    assert 'value="Kept words"' in html
    assert 'value="Подпись"' in html
    assert not Image.objects.exists()
    if code == "svg":
        assert "SVG drawing" in errors_of(answer)["file"][0]


def test_a_picture_without_words_is_refused(admin_client):
    answer = submit(admin_client, ADD, file=upload(hostile.plain()))
    assert "Describe the picture" in str(errors_of(answer))


def test_a_decorative_picture_needs_no_words(admin_client):
    answer = submit(admin_client, ADD, file=upload(hostile.plain()), decorative="on")
    assert answer.status_code == 302


def test_a_decorative_picture_has_no_words(admin_client):
    answer = submit(admin_client, ADD, file=upload(hostile.plain()), decorative="on", alt_en="A")
    assert "clear one or the other" in answer.content.decode()


def test_the_file_of_a_picture_stays_what_pages_show(admin_client):
    image = make_image()
    name = image.file.name
    answer = submit(
        admin_client, f"{LIST}{image.pk}/change/", file=upload(hostile.plain()), alt_en="New words"
    )
    assert answer.status_code == 302
    image.refresh_from_db()
    assert (image.file.name, image.alt) == (name, "New words")


def test_the_focal_point_can_be_typed(admin_client):
    image = make_image()
    submit(admin_client, f"{LIST}{image.pk}/change/", focal_point="0.25x0.75")
    image.refresh_from_db()
    assert image.focal_point == "0.25x0.75"
    answer = submit(admin_client, f"{LIST}{image.pk}/change/", focal_point="left")
    assert "focal_point" in errors_of(answer)


def test_a_picture_that_a_page_shows_is_not_deleted(admin_client):
    image = make_image()
    make_news_item("Its story", image=image)
    answer = admin_client.post(f"{LIST}{image.pk}/delete/", {"post": "yes"})
    assert "Its story" in answer.content.decode()
    assert Image.objects.filter(pk=image.pk).exists()


def test_a_picture_inside_a_text_is_not_deleted(admin_client):
    image = make_image()
    make_project("GLOFCA", body_ru=f'<figure><img src="{image.file.url}"></figure>')
    url = f"{LIST}{image.pk}/delete/"
    assert ">GLOFCA</a>" in admin_client.get(url).content.decode()
    admin_client.post(url, {"post": "yes"})
    assert Image.objects.filter(pk=image.pk).exists()


def test_pictures_deleted_together_take_their_files(
    admin_client, django_capture_on_commit_callbacks
):
    images = [make_image(), make_image()]
    storage, names = images[0].file.storage, [image.file.name for image in images]
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(
            LIST,
            {
                "action": "delete_selected",
                "_selected_action": [image.pk for image in images],
                "post": "yes",
            },
        )
    assert not Image.objects.exists()
    assert not any(storage.exists(name) for name in names)


def test_the_library_is_searched_while_picking(admin_client):
    make_image(alt="A lake", caption="In winter")
    make_image(alt="A desert")
    answer = admin_client.get(PICK, {"q": "lake", "CKEditorFuncNum": "-1"})
    assert [image.alt for image in answer.context["page"]] == ["A lake"]
    html = answer.content.decode()
    assert 'data-alt="A lake" data-caption="In winter"' in html
    assert 'data-for="-1"' in html


def test_words_in_the_library_are_escaped(admin_client):
    make_image(alt='"><script>alert(1)</script>')
    html = admin_client.get(PICK, {"CKEditorFuncNum": '"><script>alert(2)</script>'}).content
    assert b"<script>alert" not in html


def test_a_picture_added_while_picking_leads_back(admin_client):
    answer = submit(
        admin_client, f"{ADD}?CKEditorFuncNum=-1", file=upload(hostile.plain()), alt_en="A lake"
    )
    assert answer.status_code == 302
    assert answer.url == f"{reverse('admin:almaty_image_pick')}?CKEditorFuncNum=-1"


def test_picking_is_for_colleagues_alone(client, db):
    assert client.get(PICK).status_code == 302


def test_a_colleague_without_the_right_picks_nothing(client, django_user_model):
    make_image(alt="Secret lake")
    client.force_login(django_user_model.objects.create_user("guest", is_staff=True))
    answer = client.get(PICK)
    assert b"Secret lake" not in answer.content


def test_the_list_shows_thumbnails_in_a_fixed_number_of_queries(
    admin_client, django_assert_num_queries
):
    image = make_image(file=picture_file(size=(300, 200)))
    admin_client.get(LIST)
    with django_assert_num_queries(4) as queries:
        html = admin_client.get(LIST).content.decode()
    assert image.file.square in html
    for _n in range(5):
        make_image()
    with django_assert_num_queries(len(queries)):
        admin_client.get(LIST)
