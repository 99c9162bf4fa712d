"""Two readers at the moment at which changes fall due."""

import pytest

from tests.almaty import processes

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_of_two_readers_at_the_moment_one_publishes_and_both_read_it(tmp_path):
    found = processes.run(tmp_path, "due", 10)
    assert found["wrong"] == []
    assert found["done"] == 10


@pytest.mark.planted
def test_without_a_second_look_it_would_be_published_twice(tmp_path):
    """The planted fault."""
    found = processes.run(tmp_path, "due", 3, "--fault", "no-second-look")
    assert any("published 2 times" in problem for problem in found["wrong"])
