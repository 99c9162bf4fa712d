import sys

import pytest
from django.conf import settings

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


@pytest.fixture(scope="session")
def built_site(tmp_path_factory):
    """The address of a site of its own, as readers get it: see tools/demo_site.py."""
    sys.path.insert(0, str(settings.BASE_DIR / "tools"))
    from demo_site import demo_site

    with demo_site(tmp_path_factory.mktemp("site")) as (url, _password):
        yield url


WEIGHTS = {}  # page → bytes by kind, of the whole run


@pytest.fixture
def weights():
    return WEIGHTS


def pytest_terminal_summary(terminalreporter):
    """What axe could not decide, so that somebody looks at it once."""
    if axe.undecided:
        terminalreporter.write_line("axe leaves to be decided by hand:")
    for (rule, why), (number, where, target) in sorted(axe.undecided.items()):
        terminalreporter.write_line(f"  {rule} ({why}): {number}, as {target} on {where}")
    if WEIGHTS:
        terminalreporter.write_line("bytes of the first view, the heaviest pages:")
    for page, weight in sorted(WEIGHTS.items(), key=lambda row: -row[1]["all"])[:5]:
        kinds = ", ".join(f"{kind} {number}" for kind, number in weight.most_common())
        terminalreporter.write_line(f"  {page}: {kinds}")
