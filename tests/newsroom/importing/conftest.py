import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from almaty.periods import Period
from newsroom.importing.document import Block, EditionText, StoryText
from newsroom.importing.recognition import Register, recognise
from tests.newsroom.importing.office import landed, make_register


@pytest.fixture
def register(request, db):
    """The register of our own document; the demo's, where a test asks for that."""
    if "demo" in request.fixturenames:
        call_command("load_demo", "--without-images", verbosity=0)
    else:
        make_register()


@pytest.fixture
def demo(register):
    """The demo content, loaded in place of the other register."""


@pytest.fixture
def data_dir(settings, tmp_path):
    """Sources and journals of this test alone."""
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture(scope="session")
def built_in():
    """What is known by name without any register; its names are sorted once."""
    return Register()


@pytest.fixture
def read(built_in):
    """What is recognised in a story of these paragraphs."""

    def read(*paragraphs, headline="", period=Period(2024, 2), known=built_in):  # noqa: B008
        story = StoryText(headline, [Block("paragraph", text) for text in paragraphs])
        edition = EditionText(period=period, stories=[story])
        (found,) = recognise(edition, known)
        assert edition.warnings == []
        return found

    return read


@pytest.fixture
def desk(client):
    client.force_login(get_user_model().objects.create_superuser("aida"))
    return client


@pytest.fixture
def document():
    return landed().document


@pytest.fixture
def story(document):
    return document.stories.get(number=1)
