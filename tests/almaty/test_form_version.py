"""A form carries the version of what it shows."""

import pytest

from almaty import editing
from almaty.admin import DeskAdmin
from almaty.page_admin import PageAdmin
from almaty.publishing import Status
from newsroom.models import NewsItem
from tests.almaty.accounts.people import make_person
from tests.almaty.test_kept_forms import form_of, opened
from tests.factories import make_news_item

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("status", [Status.DRAFT, Status.PUBLISHED])
def test_a_save_while_the_form_is_being_made_is_not_written_over(
    admin_client, admin_user, monkeypatch, status
):
    """The form carries the version of the text that it shows, not of one that came meanwhile."""
    page = make_news_item("As it was", status=status)
    page, _is_new = editing.save(page, told(page, "Shown"), admin_user)
    real, colleague = PageAdmin.get_fieldsets, make_person("editor")

    def slow(self, request, obj=None):
        """Comes after the page was read, and before its form is written."""
        monkeypatch.setattr(PageAdmin, "get_fieldsets", real)
        editing.save(NewsItem.objects.get(pk=page.pk), told(page, "Meanwhile"), colleague)
        return real(self, request, obj)

    if page.draft_id:  # what is shown is read before the trial begins
        real_attempt = PageAdmin.attempt

        def slow_attempt(self, *given, **more):
            monkeypatch.setattr(PageAdmin, "attempt", real_attempt)
            editing.save(NewsItem.objects.get(pk=page.pk), told(page, "Meanwhile"), colleague)
            return real_attempt(self, *given, **more)

        monkeypatch.setattr(PageAdmin, "attempt", slow_attempt)
    else:
        monkeypatch.setattr(PageAdmin, "get_fieldsets", slow)
    fields = opened(admin_client, page)
    assert fields["title_en"] == ["Shown"]
    answer = admin_client.post(form_of(page), fields | {"title_en": ["Mine"], "_save": "1"})
    assert answer.status_code == 409
    page.refresh_from_db()
    assert editing.current_content(page)["title_en"] == "Meanwhile"


def told(page, title):
    return editing.current_content(page) | {"title_en": title}


def test_a_first_draft_that_comes_before_the_row_is_read_again_is_met_too(
    admin_client, monkeypatch
):
    """Django reads the row a second time; its text is the public one, its version the draft's."""
    page, colleague = make_news_item("As it was"), make_person("editor")
    real = DeskAdmin.changeform_view

    def slow(self, *given, **more):
        monkeypatch.setattr(DeskAdmin, "changeform_view", real)
        editing.save(page, told(page, "Meanwhile"), colleague)
        return real(self, *given, **more)

    monkeypatch.setattr(DeskAdmin, "changeform_view", slow)
    fields = opened(admin_client, page)
    assert fields["title_en"] == ["As it was"]
    answer = admin_client.post(form_of(page), fields | {"title_en": ["Mine"], "_save": "1"})
    assert answer.status_code == 409
    page.refresh_from_db()
    assert editing.current_content(page)["title_en"] == "Meanwhile"


def test_a_browser_that_goes_back_fills_in_no_form_of_another_version(admin_client, admin_user):
    """It does so where the names of a form's first fields are the same (seen in Chromium)."""
    page = make_news_item("As it was", status=Status.DRAFT)
    for version in (0, 1):
        names = opened(admin_client, page)
        first = next(name for name in names if name not in ("csrfmiddlewaretoken", "discard"))
        assert first == f"shown-{version}"
        editing.save(page, told(page, "Another"), admin_user)
