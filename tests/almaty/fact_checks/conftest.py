import pytest

from tests.almaty.accounts.people import make_person


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.SECOND_FACTOR_FOR = []


@pytest.fixture
def editor():
    return make_person("editor")
