"""Two editors at the same moment: nobody's work is written over in silence."""

import pytest

from tests.almaty import processes

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PAIRS = 50
KEPT = 20


def test_of_two_saves_at_once_one_is_refused_and_loses_nothing(tmp_path):
    found = processes.run(tmp_path, "pairs", PAIRS)
    assert found["wrong"] == []
    assert (found["done"], found["refused"]) == (PAIRS, PAIRS)


@pytest.mark.planted
def test_without_the_version_check_it_would_be_found(tmp_path):
    """The planted fault."""
    found = processes.run(tmp_path, "pairs", 5, "--fault", "no-version-check")
    assert "form 0: 2 of two were carried out" in found["wrong"]


def test_what_twenty_five_editors_count_is_right(tmp_path):
    found = processes.run(tmp_path, "increments", 5)
    assert found["wrong"] == []
    assert (found["done"], found["total"]) == (125, 125)  # answered “saved”, and in the page
    assert found["conflicts"] > 0  # or the editors never met


@pytest.mark.planted
def test_without_the_version_check_they_would_miscount(tmp_path):
    """The planted fault."""
    found = processes.run(tmp_path, "increments", 1, "--fault", "no-version-check")
    assert len(found["wrong"]) == 1
    assert "instead of 25" in found["wrong"][0]


def test_what_arrives_while_its_form_is_saved_is_not_offered_and_the_other_tab_s_is(tmp_path):
    found = processes.run(tmp_path, "keeps", KEPT)
    assert found["wrong"] == []
    assert found["done"] == KEPT


@pytest.mark.planted
def test_without_a_mark_of_what_was_saved_it_would_be_offered_again(tmp_path):
    """The planted fault."""
    found = processes.run(tmp_path, "keeps", KEPT, "--fault", "saved-is-forgotten")
    assert any("as if it were not" in problem for problem in found["wrong"])
