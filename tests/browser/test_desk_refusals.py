"""Screens of the desk that are met when something is refused; the log; merges. axe, and at 320."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import OperationalError
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone
from taggit.models import Tag

from almaty import bin as desk_bin
from almaty import editing
from almaty.contents import content_of
from almaty.models import Revision
from tests.browser import axe
from tests.browser.pages import LANGUAGES, localised
from tests.factories import make_news_item, make_partner
from tests.newsroom.importing.office import make_register

TEXTS_BY_SECTOR = """UNESCO Almaty, July – December 2024

Natural Sciences

The office supported the monitoring of glaciers in four countries. Hydrologists were trained, and
stations were set up that warn villages of floods. The work goes on with its partners.

Culture

Museum keepers of the region met twice. They discussed how the shared heritage is shown, and agreed
on an exchange of exhibitions for the next year, with help of the ministries.

Education

Teachers were trained in media literacy. The course is now part of the programme of three
universities, and is open to all who want to take it.
"""


@pytest.fixture
def editor(transactional_db):
    return get_user_model().objects.create_superuser("aigerim", password="three-quiet-mountains")


@pytest.fixture
def desk(live_server, page, client, editor, settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(axe, "TAGS", [tag for tag in axe.TAGS if tag != "best-practice"])
    make_register()
    client.force_login(editor)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
    )
    return live_server.url


@contextmanager
def answered(page, status):
    """What is done here leads to a page that is answered so, and that page is there."""
    with page.expect_navigation() as found:
        yield
    assert found.value.status == status, f"{found.value.url} answers {found.value.status}"
    page.wait_for_load_state("networkidle")


def at_address(path, status=200):
    def visited(page, desk, language, editor):
        with answered(page, status):
            page.goto(desk + localised(path, language))

    return visited


def the_log(page, desk, language, editor):
    """With a line of everything: signing in, a change, a page that is gone for good."""
    partner = editing.delete(make_partner(), editor)
    editing.update(partner, deleted_at=timezone.now() - timedelta(days=31))
    desk_bin.empty()
    at_address(reverse("admin:admin_logentry_changelist"))(page, desk, language, editor)


def imported(text):
    def sent(page, desk, language, editor):
        page.goto(desk + localised(reverse("admin:newsroom_import_add"), language))
        page.locator("[name=text]").fill(text)
        with answered(page, 200):
            page.locator(".import-form input[type=submit]").click()
        assert page.locator(".errornote").count() == 1
        assert page.locator("details").count() == (3 if text == TEXTS_BY_SECTOR else 0)
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")

    return sent


def merge_of_tags(page, desk, language, editor):
    make_news_item(tags=["ice", "snow"])
    ice, snow = Tag.objects.get(name="ice"), Tag.objects.get(name="snow")
    path = reverse("admin:taggit_tag_merge") + f"?survivor={ice.pk}&lost={snow.pk}"
    at_address(path)(page, desk, language, editor)


def a_merge_too_late(page, desk, language, editor):
    lost, survivor = make_partner("Ministry of Water"), make_partner("Ministry of Waters")
    path = reverse("admin:programmes_partner_merge") + f"?survivor={survivor.pk}&lost={lost.pk}"
    at_address(path)(page, desk, language, editor)
    editing.save(lost, content_of(lost) | {"note_en": "Changed meanwhile"}, editor)
    with answered(page, 409):
        page.locator("#content form[method=post] [type=submit]").first.click()


def a_text_whose_page_is_gone(page, desk, language, editor):
    story = make_news_item("A story", status="draft", published_at=None)
    path = reverse("admin:newsroom_newsitem_change", args=[story.pk])
    at_address(path)(page, desk, language, editor)
    page.locator("[name=summary_en]").fill("A long text, typed in vain. " * 20)
    editing.delete(story, editor)
    with answered(page, 409):
        page.locator("input[name=_save]").last.click()


def too_large_a_form(page, desk, language, editor):
    """Sent as by a browser without scripts: those would have said so before."""
    at_address(reverse("admin:taggit_tag_add"))(page, desk, language, editor)
    size = 20_000
    with override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=size - 1), answered(page, 413):
        page.evaluate(
            """size => {
              const form = document.querySelector("#content form")
              const box = form.appendChild(document.createElement("textarea"))
              box.name = "more"
              box.value = "x".repeat(size)
              form.enctype = "application/x-www-form-urlencoded"
              HTMLFormElement.prototype.submit.call(form)
            }""",
            size,
        )


def a_busy_site(page, desk, language, editor):
    def locked(*args):
        raise OperationalError("database is locked")

    path = reverse("admin:newsroom_newsitem_history", args=[make_news_item().pk])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Revision.objects, "of", locked)
        at_address(path, 503)(page, desk, language, editor)


SCREENS = {
    "the log": the_log,
    "a document without a story": imported("Pencils and pens, 4."),
    "a document of texts by sector": imported(TEXTS_BY_SECTOR),
    "a merge of tags": merge_of_tags,
    "a merge too late": a_merge_too_late,
    "a text whose page is gone": a_text_whose_page_is_gone,
    "a busy site": a_busy_site,
    "what cannot be read": at_address("/admin/newsroom/newsitem/?q=%00", 400),
    "a form that is too large": too_large_a_form,
}


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_and_it_fits_a_phone(desk, page, editor, name, language):
    SCREENS[name](page, desk, language, editor)
    found = axe.audit(page, f"{name}, {language}")
    page.set_viewport_size({"width": 320, "height": 900})
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > 320:
        found.append(f"{name}, {language}: {wide} pixels wide at 320")
    assert not found, "\n".join(found)
