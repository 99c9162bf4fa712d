"""What counts as right, where recognition is measured."""

import pytest

from newsroom.importing.recognition.found import PartnerFound
from tests.newsroom.importing.recognition_cases.cases import is_partner


def found(name):
    return PartnerFound(name=name, role="funder", known=False, evidence=[])


@pytest.mark.parametrize(
    "name", ["Osh Institute", "the osh state university", "State University of Osh"]
)
def test_a_partner_is_right_by_the_words_of_one_of_its_names(name):
    assert is_partner("Osh Institute|Osh State University = host", found(name))


@pytest.mark.parametrize(
    "name",
    ["Osh University", "Osh State University of Law", "Rector of Osh State University"],
)
def test_a_partner_is_wrong_by_a_word_too_few_or_too_many(name):
    assert not is_partner("Osh State University = host", found(name))
