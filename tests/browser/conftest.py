import pytest

from tests.browser import axe, content
from tests.browser.watch import Watch


@pytest.fixture
def site(live_server):
    """The address of a site with content; style sheets and scripts as they stand in static/."""
    content.load()
    return live_server.url


@pytest.fixture
def watch(page):
    return Watch(page)


def pytest_terminal_summary(terminalreporter):
    """What axe could not decide, so that somebody looks at it once."""
    if axe.undecided:
        terminalreporter.write_line("axe leaves to be decided by hand:")
    for (rule, why), (number, where, target) in sorted(axe.undecided.items()):
        terminalreporter.write_line(f"  {rule} ({why}): {number}, as {target} on {where}")
