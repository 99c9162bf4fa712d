"""The tests of what a browser loses, with scripts that lose it: each has to fail."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import Error

from tests.browser.nothing_lost import test_browser_dies as dying
from tests.browser.nothing_lost import test_scripts as scripts

pytestmark = pytest.mark.planted
SOON = 5_000  # milliseconds until what will not come is given up


def served(page, script, *changes):
    """The page gets this script with lines changed, each of which must be there."""
    text = (settings.BASE_DIR / "static" / "almaty" / f"{script}.js").read_text()
    for line, instead in changes:
        assert line in text
        text = text.replace(line, instead)
    page.route(
        re.compile(rf"/{script}(\.\w+)?\.js$"),
        lambda route: route.fulfill(body=text, content_type="text/javascript"),
    )


# Neither the browser nor the site is told what is typed.
KEEPS_NOTHING = [
    ("const { send, session,", "const send = async () => ({})\nconst { session,"),
    ("const { put, remove,", "const put = async () => {}, remove = put\nconst {"),
]
SIGNS_NOBODY_IN = [("asked ??= ask()", "return Promise.resolve()\n  asked ??= ask()")]


class Forgetful(dying.Browser):
    def start(self):
        page = super().start()
        served(page, "keep", *KEEPS_NOTHING)
        return page


@pytest.fixture
def forgetful_browser(playwright, browser_type_launch_args, tmp_path, cookie):
    executable = browser_type_launch_args["executable_path"]
    browser = Forgetful(playwright, executable, tmp_path, cookie)
    yield browser
    if browser.process and browser.process.poll() is None:
        browser.kill()


@pytest.mark.slow
@pytest.mark.browser
def test_a_browser_that_dies_with_what_was_typed_would_be_found(
    forgetful_browser, live_server, story
):
    with pytest.raises((AssertionError, Error), match="Put it back"):
        dying.test_the_browser_dies_while_somebody_types(forgetful_browser, live_server, story, 0)


def test_a_save_that_waits_for_no_sign_in_would_be_found(form, story):
    served(form, "sign-in-again", *SIGNS_NOBODY_IN)
    form.set_default_timeout(SOON)
    with pytest.raises(Error, match="iframe"):
        scripts.test_the_session_ends_and_the_same_save_goes_on(form, story, 1_000)
