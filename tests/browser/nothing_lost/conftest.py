import pytest
from django.conf import settings
from django.contrib.auth import get_user_model

from almaty.publishing import Status
from tests.browser.nothing_lost.forms import PASSWORD, open_form
from tests.factories import make_news_item


@pytest.fixture
def editor(transactional_db):
    return get_user_model().objects.create_superuser("aigerim", password=PASSWORD)


@pytest.fixture
def story(editor):
    return make_news_item("A story", status=Status.DRAFT, body="<p>As saved.</p>")


@pytest.fixture
def cookie(editor, client, live_server):
    client.force_login(editor)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    return {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}


@pytest.fixture
def form(live_server, page, cookie, story):
    """The story's form in a browser that is signed in."""
    page.context.add_cookies([cookie])
    page.clock.install()
    open_form(page, live_server.url, story)
    return page
