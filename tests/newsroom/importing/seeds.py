"""The two real documents, where they are at hand: they are not part of the project."""

from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


def seed(number):
    """The bytes of the first or the second; skips the test where they are absent."""
    found = sorted(SEEDS.glob("*.txt"))
    if len(found) < 2:
        pytest.skip("the seed documents are not beside the project, in ../shared/seeds")
    return found[number - 1].read_bytes()
