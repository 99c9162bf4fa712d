import pytest

from tests.almaty.merging.pages import two_that_are_named


@pytest.fixture
def partners():
    return two_that_are_named()
