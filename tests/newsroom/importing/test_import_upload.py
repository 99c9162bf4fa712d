"""A document is chosen or pasted at the desk; and who may do so."""

import pytest
from django.contrib.admin import ModelAdmin
from django.contrib.admin.models import ADDITION, LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from almaty.publishing import Status
from newsroom.models import Import, NewsItem
from programmes.models import Country
from tests.newsroom.importing.office import TEACHERS, counts, text_of
from tests.newsroom.importing.reviewing import UPLOAD, address, page_of, said, upload

pytestmark = pytest.mark.usefixtures("register", "data_dir")


def test_a_file_is_chosen(desk):
    file = SimpleUploadedFile("edition.md", text_of().encode())
    answer = upload(desk, file=file)
    document = Import.objects.get()
    assert answer.redirect_chain[-1][0] == reverse(
        "admin:newsroom_import_change", args=[document.pk]
    )
    assert (document.name, document.made_by_name) == ("edition.md", "aida")
    assert "3 new drafts" in said(answer)


def test_a_text_is_pasted(desk):
    upload(desk, text=text_of())
    assert Import.objects.get().stories.count() == 3


def test_the_same_again_leads_to_what_is_known(desk, document):
    before = counts()
    answer = upload(desk, text=text_of())
    assert "imported before" in said(answer)
    assert counts() == before


def test_an_import_leaves_one_line_in_the_log(desk):
    for _twice in range(2):
        upload(desk, text=text_of())
    line = LogEntry.objects.get(action_flag=ADDITION)
    assert line.get_edited_object() == Import.objects.get()


def test_nothing_lands_without_its_line_in_the_log(desk, monkeypatch):
    class Killed(BaseException):
        pass

    def stop(*args, **kwargs):
        raise Killed

    monkeypatch.setattr(ModelAdmin, "log_addition", stop)
    before = counts()
    with pytest.raises(Killed):
        upload(desk, text=text_of())
    assert counts() == before


def test_a_refused_text_comes_back_whole(desk):
    text = "Pencils & <b>pens</b>, 4."
    answer = upload(desk, text=text)
    assert answer.context["form"]["text"].value() == text
    assert answer.context["form"].errors["text"]
    assert not Import.objects.exists()


def test_the_period_is_asked_for_where_the_document_has_none(desk):
    text = text_of([TEACHERS], period="Notes")
    answer = upload(desk, text=text)
    assert "choose the period" in str(answer.context["form"].errors["period"])
    assert answer.context["form"]["text"].value() == text
    upload(desk, text=text, period="2023-h1")
    assert Import.objects.get().period == "2023-h1"


def test_the_editors_period_outweighs_the_documents(desk):
    upload(desk, text=text_of(), period="2023-h1")
    assert set(NewsItem.objects.values_list("period", flat=True)) == {"2023-h1"}


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "file"),
        ({"text": "a", "period": "soon"}, "period"),
        ({"text": "a", "language": "de"}, "language"),
    ],
)
def test_a_form_that_lacks_something_says_what(desk, data, field):
    answer = upload(desk, **data)
    assert answer.status_code == 200
    assert field in answer.context["form"].errors


def test_a_file_that_is_no_document_is_refused_with_a_sentence(desk):
    answer = upload(desk, file=SimpleUploadedFile("edition.docx", b"PK\x03\x04 broken"))
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert not Import.objects.exists()


# Who may -----------------------------------------------------------------------------------------


def test_a_contributor_may_not_import(client, document):
    from tests.almaty.accounts.people import make_person

    story = document.stories.get(number=1)
    client.force_login(make_person("contributor"))
    for path in (UPLOAD, reverse("admin:newsroom_import_changelist"), address(story)):
        assert client.get(path).status_code == 403
    assert client.post(address(story), {"accept-all": 1, "version": 1}).status_code == 403
    assert not Country.objects.filter(news_items=story.news_item_id).exists()


def test_an_editor_may(client, document):
    from tests.almaty.accounts.people import make_person

    story = document.stories.get(number=1)
    client.force_login(make_person("editor"))
    assert client.get(UPLOAD).status_code == 200
    client.post(address(story), {"accept-all": 1, "version": 1})
    assert not story.suggestions.open().exists()
    assert page_of(story).status == Status.DRAFT
