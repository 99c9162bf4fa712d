"""What a rejection is remembered for: a name for good, a number or a date for its own story."""

import pytest

from newsroom.importing.suggestions import words_of
from newsroom.importing.values import key_of
from newsroom.models import RejectedPair
from tests.newsroom.importing.office import GLACIERS, MUSEUM, TEACHERS, landed
from tests.newsroom.importing.reviewing import send

pytestmark = pytest.mark.usefixtures("register", "data_dir")


@pytest.mark.parametrize("kind", ["result", "date"])
def test_a_number_or_a_date_is_rejected_for_its_own_story_only(desk, story, kind):
    rows = list(story.suggestions.filter(kind=kind))
    for row in rows:
        send(desk, story, reject=row.pk)
    assert rows
    assert not RejectedPair.objects.exists()
    other = ("Weather is told by radio in Osh", *GLACIERS[1:])
    later = landed([other], period="2024").document.stories.get().suggestions.filter(kind=kind)
    assert [row.value for row in later] == [row.value for row in rows]
    assert {row.state for row in later} == {"open"}
    amended = landed([(*GLACIERS, "It went well."), TEACHERS, MUSEUM]).document
    assert not amended.stories.get(number=1).suggestions.filter(kind=kind).exists()


def test_numbers_that_were_remembered_before_count_no_more(story):
    row = story.suggestions.filter(kind="result").first()
    for found in row.evidence:
        RejectedPair.objects.create(
            kind="result", words=words_of(found["text"]), value=key_of("result", row.value)
        )
    other = ("Weather is told by radio in Osh", *GLACIERS[1:])
    later = landed([other], period="2024").document.stories.get()
    assert later.suggestions.get(kind="result", value=row.value).state == "open"
