"""The process is killed at any moment: nothing is half written, and nothing told is lost."""

import pytest

from tests.almaty import processes

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
KILLS = 20
CRASHES = 10


@pytest.mark.parametrize("task", ["save", "publish"])
def test_killed_while_it_writes_nothing_is_half_written(tmp_path, task):
    found = processes.run(tmp_path, task, KILLS)
    assert found["wrong"] == []
    assert found["done"] == KILLS
    assert found["numbers"] >= KILLS


@pytest.mark.planted
@pytest.mark.parametrize("task", ["save", "publish"])
def test_a_revision_in_a_transaction_of_its_own_would_be_found(tmp_path, task):
    """The planted fault."""
    found = processes.run(tmp_path, task, KILLS, "--fault", "revision-after-commit")
    assert any("version" in problem or "differs" in problem for problem in found["wrong"]), found


@pytest.mark.parametrize("task", ["merge", "edition"])
def test_killed_amid_many_pages_all_of_them_are_done_or_none(tmp_path, task):
    """Two partners that are merged and parted; an edition that is published with its stories."""
    found = processes.run(tmp_path, task, KILLS)
    assert found["wrong"] == []
    assert found["done"] == KILLS
    assert found["numbers"] >= KILLS


@pytest.mark.planted
@pytest.mark.parametrize(
    ("task", "words"), [("merge", "is half merged"), ("edition", "of 6 are public")]
)
def test_a_page_at_a_time_would_be_found(tmp_path, task, words):
    """The planted fault."""
    found = processes.run(tmp_path, task, KILLS, "--fault", "page-by-page")
    assert any(words in problem for problem in found["wrong"]), found


def test_what_was_told_to_be_saved_is_there(tmp_path):
    found = processes.run(tmp_path, "acknowledged", CRASHES)
    assert found["wrong"] == []
    assert found["done"] == CRASHES


@pytest.mark.planted
def test_telling_too_early_would_be_found(tmp_path):
    """The planted fault."""
    found = processes.run(tmp_path, "acknowledged", CRASHES, "--fault", "told-too-early")
    assert any("told" in problem for problem in found["wrong"])
