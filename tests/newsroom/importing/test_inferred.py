"""What was concluded and not read is marked as inferred; what is named is not."""

import pytest

from newsroom.importing.landing import land
from newsroom.importing.outcome import examine
from newsroom.importing.recognition import Register, rules
from newsroom.importing.values import CONCLUDING
from newsroom.models import Suggestion

Kind = Suggestion.Kind
PLACE = "In October 2024 forty pupils met in Bishkek and read about glaciers and their water."
NAMED = "On 5 October 2024 forty pupils met in Uzbekistan and read about glaciers and their water."
PROJECT = "In October the GLOFCA team visited schools and told pupils about glaciers."


def suggested(text, kind):
    """{name or slug of what is suggested: whether it is marked}"""
    data = f"# Snapshots (July – December 2024)\n\n## Pupils read about water\n\n{text}\n".encode()
    document = land(examine(data, "a.md", register=Register.from_database), data).document
    rows = Suggestion.objects.filter(story__document=document, kind=kind)
    return {row.value.get("slug") or row.value.get("start"): row.inferred for row in rows}


@pytest.mark.usefixtures("demo", "data_dir")
@pytest.mark.parametrize(
    ("text", "kind", "name", "inferred"),
    [
        (PLACE, Kind.SECTOR, "natural-sciences", True),
        (PLACE, Kind.COUNTRY, "kyrgyzstan", True),
        (NAMED, Kind.COUNTRY, "uzbekistan", False),
        (PROJECT, Kind.PARTNER, "adaptation-fund", True),
        (PROJECT, Kind.PROJECT, "glofca", False),
        (PROJECT, Kind.DATE, "2024-10-01", True),
        (NAMED, Kind.DATE, "2024-10-05", False),
    ],
)
def test_what_is_concluded_is_marked(text, kind, name, inferred):
    assert suggested(text, kind)[name] is inferred


def test_every_rule_that_concludes_is_one_that_there_is():
    assert {name for name in vars(rules).values() if isinstance(name, str)} >= CONCLUDING
