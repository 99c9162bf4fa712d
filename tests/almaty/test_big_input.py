"""Big and odd input at the desk: kept, or refused in words with the text still there."""

import base64
from urllib.parse import urlencode

import pytest
from django.core.exceptions import TooManyFieldsSent

from almaty import big_forms
from almaty.publishing import Status
from newsroom.models import NewsItem
from programmes.models import Participation, Role
from tests.almaty.test_kept_forms import keep, put_back
from tests.factories import (
    make_country,
    make_news_item,
    make_partner,
    make_project,
    make_snapshot,
)
from tests.forms import FormReader, errors_of, submit

pytestmark = pytest.mark.django_db
URLENCODED = "application/x-www-form-urlencoded"


@pytest.fixture
def item():
    return make_news_item("As saved", status=Status.DRAFT)


def form_of(item):
    return f"/admin/newsroom/newsitem/{item.pk}/change/"


def word_paste(size):
    """What Word puts on the clipboard: a little text in much else."""
    paragraph = (
        "<p class=MsoNormal style='mso-margin-top-alt:auto;line-height:normal'><b><span lang=EN-US"
        " style='font-size:12.0pt;font-family:\"Times New Roman\",serif;mso-fareast-language:RU'>"
        "Glaciers of the Tien Shan<o:p></o:p></span></b></p>\n"
    )
    return paragraph * (size // len(paragraph)) + "<p>The end.</p>"


@pytest.mark.slow
def test_a_megabyte_of_word_is_kept_as_its_words(admin_client, item):
    answer = submit(admin_client, form_of(item), body_en=word_paste(1_000_000))
    assert answer.status_code == 302
    item.refresh_from_db()
    assert item.body.endswith("<p>The end.</p>")
    assert "Mso" not in item.body
    assert item.body.count("Glaciers") > 3_000


@pytest.mark.slow
def test_ten_megabytes_of_picture_in_a_paste_go_and_it_is_said(admin_client, item):
    picture = base64.b64encode(bytes(range(250)) * 40_000).decode()  # 10 MB, and a third more
    body = f'<p>Before</p><p><img src="data:image/png;base64,{picture}"></p><p>After</p>'
    fields = FormReader(admin_client.get(form_of(item)).content.decode()).fields
    data = urlencode(fields | {"body_en": [body], "_save": "1"}, doseq=True)
    answer = admin_client.post(form_of(item), data, content_type=URLENCODED)
    assert answer.status_code == 302
    item.refresh_from_db()
    assert item.body == "<p>Before</p><p>After</p>"
    said = admin_client.get(form_of(item)).content.decode()
    assert "a picture that is not in our library was left out" in said


@pytest.mark.slow
def test_three_hundred_rows_come_back_when_one_is_wrong(admin_client, item):
    rows = {"event_dates-TOTAL_FORMS": 300}
    for n in range(300):
        rows |= {f"event_dates-{n}-start": "2024-10-09", f"event_dates-{n}-precision": "day"}
    rows["event_dates-150-start"] = "9 October"
    answer = submit(admin_client, form_of(item), **rows)
    assert answer.status_code == 200
    fields = FormReader(answer.content.decode()).fields
    assert fields["event_dates-150-start"] == ["9 October"]
    assert fields["event_dates-299-start"] == ["2024-10-09"]


@pytest.mark.slow
def test_they_are_kept_and_put_back_too(admin_client, item):
    rows = {"event_dates-TOTAL_FORMS": "300"}
    for n in range(300):
        rows |= {f"event_dates-{n}-start": "2024-10-09", f"event_dates-{n}-precision": "day"}
    body = "<p>" + "сөз " * 400_000 + "</p>"  # 3 MB as a database counts
    assert keep(admin_client, item, body_en=body, **rows).status_code == 200
    fields = FormReader(put_back(admin_client, item).content.decode()).fields
    assert fields["body_en"] == [body]
    assert fields["event_dates-299-start"] == ["2024-10-09"]


def test_emoji_and_rare_letters_are_kept(admin_client, item):
    words = "🏔️ 👩🏽‍🔬 Қазақ тілі ӘҒҚҢӨҰҮҺІ \u202eright\u202c 𝔘𝔫𝔦"
    assert submit(admin_client, form_of(item), title_en=words).status_code == 302
    assert NewsItem.objects.get(pk=item.pk).title == words


def test_a_null_in_any_box_is_refused_at_the_box(admin_client, item):
    for name in ("title_en", "summary_en", "body_en", "tags", "slug", "period"):
        typed = {"title_ru": "My text", name: "a\0b"}
        answer = submit(admin_client, form_of(item), **typed)
        assert answer.status_code == 200, name
        assert name in errors_of(answer)
        assert "My text" in answer.content.decode()


def test_half_a_character_in_any_box_is_no_failure(admin_client, item):
    for name in ("title_en", "summary_en", "body_en", "tags", "slug", "period", "sector"):
        fields = FormReader(admin_client.get(form_of(item)).content.decode()).fields
        data = "&".join(
            f"{key}={'%ED%A0%80' if key == name else value}"
            for key, values in fields.items()
            for value in values
        )
        answer = admin_client.post(form_of(item), data, content_type=URLENCODED)
        assert answer.status_code in (200, 302), name


def test_a_form_larger_than_the_limit_is_refused_in_words(admin_client, item, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100_000
    for size in (100_000, 1_000_000):
        answer = admin_client.post(form_of(item), "body_en=" + "a" * size, content_type=URLENCODED)
        assert answer.status_code == 413
        html = answer.content.decode()
        assert "more than the 97.7" in html
        assert "go back" in html
        assert "no-store" in answer["Cache-Control"]


def test_the_same_in_parts(admin_client, item, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100_000
    answer = admin_client.post(form_of(item), {"body_en": "a" * 200_000})  # multipart
    assert answer.status_code == 413


def test_more_boxes_than_the_limit_are_refused_in_words(admin_client, item, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 100
    data = "&".join(f"a{n}=1" for n in range(101))
    answer = admin_client.post(form_of(item), data, content_type=URLENCODED)
    assert answer.status_code == 413
    assert "more than the 100 boxes" in answer.content.decode()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"no parts", "multipart/form-data"),
        (b"title_en=%CF", f"{URLENCODED}; charset=windows-1251"),
        (b"title_en=x", f"{URLENCODED}; charset=idna"),
    ],
)
@pytest.mark.parametrize("address", ["/admin/newsroom/newsitem/add/", "/kk/admin/login/"])
def test_what_cannot_be_read_at_all_is_refused_in_words(admin_client, address, data, kind):
    answer = admin_client.post(address, data, content_type=kind)
    assert answer.status_code == 400
    told = {
        "/admin": "what you typed is still in the form",
        "/kk/ad": "терген мәтініңіз әлі формада",
    }
    assert told[address[:6]] in answer.content.decode()


def test_an_address_or_a_host_that_cannot_be_is_refused_in_words(admin_client, client):
    for answer in (
        admin_client.get("/admin/newsroom/newsitem/?q=%00"),
        client.get("/", headers={"host": "elsewhere.example"}),
    ):
        assert answer.status_code == 400
        assert "This could not be read" in answer.content.decode()


def test_other_bad_requests_stay_what_they_are(rf):
    assert big_forms.bad_request(rf.get("/"), TooManyFieldsSent()).status_code == 413
    assert big_forms.bad_request(rf.get("/"), None).status_code == 400


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"version=-1&title_en=x",
        b"version=99999999999999999999&over=x&title_en=x&period=2024-h2",
        b"kept=%00&version=a&title_en=x&period=2024-h2",
        b"event_dates-TOTAL_FORMS=-1&event_dates-INITIAL_FORMS=-1",
        b"event_dates-TOTAL_FORMS=3&event_dates-INITIAL_FORMS=3&event_dates-0-id=x&event_dates-1-id=99",
        b"countries=x&sector=99999999999999999999999&image=%00&project=-1",
        b"published_at_0=99999-99-99&published_at_1=25:61&due_at_0=0001-01-01&due_at_1=00:00",
    ],
)
def test_a_form_that_no_browser_sends_is_no_failure(admin_client, item, data):
    for url in (form_of(item), "/admin/newsroom/newsitem/add/"):
        answer = admin_client.post(url, data, content_type=URLENCODED)
        assert answer.status_code in (200, 409), url


@pytest.mark.once
@pytest.mark.slow
def test_more_rows_than_anybody_has_are_no_failure(admin_client, item):
    data = b"event_dates-TOTAL_FORMS=99999999&event_dates-INITIAL_FORMS=5"
    assert admin_client.post(form_of(item), data, content_type=URLENCODED).status_code == 200


@pytest.mark.parametrize("button", ["_save", "_publish"])
@pytest.mark.parametrize("period", ["2024/2", "2-е полугодие", "2024 h2"])
@pytest.mark.parametrize(
    ("make", "kind"), [(make_news_item, "newsitem"), (make_snapshot, "snapshot")]
)
def test_what_is_no_period_is_said_at_its_box_of_a_public_page(
    admin_client, make, kind, period, button
):
    form = f"/admin/newsroom/{kind}/{make().pk}/change/"
    answer = submit(admin_client, form, button, period=period, title_en="Typed")
    assert (answer.status_code, list(errors_of(answer))) == (200, ["period"])
    assert FormReader(answer.content.decode()).fields["title_en"] == ["Typed"]


@pytest.mark.parametrize("key", ["9" * 20, "x", "-1"])
@pytest.mark.parametrize("field", ["countries", "places"])
def test_what_no_row_can_have_for_a_key_is_said_at_the_box(admin_client, item, field, key):
    country = make_country()
    answer = submit(admin_client, form_of(item), **{field: [country.pk, key]})
    assert (answer.status_code, list(errors_of(answer))) == (200, [field])


@pytest.mark.parametrize("period", ["NaN", "2024/2"])
def test_so_it_is_on_an_edition_with_stories(admin_client, period):
    edition = make_snapshot()
    make_news_item(snapshot=edition)
    answer = submit(admin_client, f"/admin/newsroom/snapshot/{edition.pk}/change/", period=period)
    assert (answer.status_code, list(errors_of(answer))) == (200, ["period"])


def test_rows_that_cannot_all_be_there_are_refused_and_what_was_typed_comes_back(admin_client):
    """As by a form that somebody has made up: it says that what is there is not."""
    project = make_project()
    Participation.objects.create(project=project, partner=make_partner(), role=Role.FUNDER)
    form = f"/admin/programmes/project/{project.pk}/change/"
    table = "participations"
    made_up = {f"{table}-INITIAL_FORMS": "0", f"{table}-0-id": ""}
    answer = submit(admin_client, form, title_en="Typed in vain", **made_up)
    told = answer.content.decode()
    assert answer.status_code == 409
    assert "something in it is there already" in told
    assert "Typed in vain" in told
