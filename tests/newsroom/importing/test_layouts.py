"""Whatever shape an office gives its newsletter, the same stories come out of it."""

import pytest

from newsroom.importing.reading import read_document
from newsroom.importing.splitting import split
from tests.newsroom.importing.layouts import layouts


@pytest.mark.parametrize("layout", [*layouts()], ids=lambda layout: layout.name)
def test_the_stories_of_a_layout(layout):
    edition = split(read_document(layout.data, "letter"))
    assert [(story.headline, story.texts) for story in edition.stories] == layout.stories
    assert (str(edition.period) if edition.period else None) == layout.period
    assert edition.language == layout.language
    assert sum(len(story.pictures) for story in edition.stories) == layout.pictures
