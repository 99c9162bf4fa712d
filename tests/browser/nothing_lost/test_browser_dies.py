"""The browser dies while somebody types. Each test starts one; its profile outlives it."""

import os
import random
import re
import signal
import subprocess
import time

import pytest
from playwright.sync_api import expect

from almaty.kept_forms import KeptForm
from newsroom.models import NewsItem
from tests.browser.nothing_lost.forms import LONGEST_LOSS, open_form, press, rows_in
from tests.browser.pages import follow, text_box, until
from tests.conftest import CHROMIUM_FLAGS

RUNS = 5


class Browser:
    """Chromium on a profile that outlives it; it can be killed at any moment."""

    def __init__(self, playwright, executable, profile, cookie):
        self.playwright, self.executable = playwright, executable
        self.profile, self.cookie = profile, cookie
        self.process = None

    def start(self):
        (self.profile / "DevToolsActivePort").unlink(missing_ok=True)
        self.process = subprocess.Popen(  # noqa: S603 the machine's own Chromium
            [
                self.executable,
                "--headless=new",
                *CHROMIUM_FLAGS,
                f"--user-data-dir={self.profile}",
                "--remote-debugging-port=0",
                "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        port = self.profile / "DevToolsActivePort"
        for _n in range(300):
            if port.exists() and port.read_text().strip():
                break
            time.sleep(0.1)
        url = f"http://127.0.0.1:{port.read_text().split()[0]}"
        self.connection = self.playwright.chromium.connect_over_cdp(url)
        context = self.connection.contexts[0]
        context.add_cookies([self.cookie])
        return context.new_page()

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def browser_that_dies(playwright, browser_type_launch_args, tmp_path, cookie):
    browser = Browser(playwright, browser_type_launch_args["executable_path"], tmp_path, cookie)
    yield browser
    if browser.process and browser.process.poll() is None:
        browser.kill()


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("run", range(RUNS))
def test_the_browser_dies_while_somebody_types(browser_that_dies, live_server, story, run):
    page = browser_that_dies.start()
    open_form(page, live_server.url, story)
    text_box(page).click()
    page.keyboard.press("Control+End")
    typed, dies_after = [], random.Random(run).uniform(1.5, 14)
    started = time.monotonic()
    while time.monotonic() - started < dies_after:
        page.keyboard.type(f" w{len(typed)}.")
        typed.append(time.monotonic())
        time.sleep(0.1)
    killed_at = time.monotonic()
    browser_that_dies.kill()

    page = browser_that_dies.start()
    open_form(page, live_server.url, story)
    assert text_box(page).text_content() == "As saved."  # nothing is applied unasked
    show = page.get_by_role("button", name="Show what can be done with it")
    until(page, lambda: rows_in(page) == 0)  # what the browser had left is given to the site
    put_back = page.get_by_role("link", name="Put it back")
    expect(show.or_(put_back).first).to_be_visible()
    if show.count():
        follow(show)
    follow(put_back)
    expect(text_box(page)).to_contain_text("As saved. w0.")
    found = [int(number) for number in re.findall(r"w(\d+)\.", text_box(page).text_content())]
    lost = killed_at - typed[found[-1] + 1] if found[-1] + 1 < len(typed) else 0
    assert lost <= LONGEST_LOSS
    assert found == list(range(len(found)))
    assert NewsItem.objects.get(pk=story.pk).body == "<p>As saved.</p>"
    press(page)
    page.wait_for_url("**/newsitem/")
    assert f"w{found[-1]}." in NewsItem.objects.get(pk=story.pk).body
    assert not KeptForm.objects.with_text().exists()
