"""The keys and types that programs read: `import_snapshot --format json`, to the innermost one."""

import io
import json

import pytest
from django.core.management import call_command

from tests.newsroom.importing.test_landing import page_with_pictures

LETTER = """Field letter, July – December 2024

Herders learn about glacier lakes
On 8–9 October 2024 the GLOFCA team and the University of Zurich trained over 40 hydrologists in
Pskem, Uzbekistan, on early warning of floods from glacier lakes. They visited the in Bishkek
afterwards.

Choir of the lake sings again
On 12 November 2024 the choir of the lake held its first concert, and everybody in the hall stood.
"""
NULL = type(None)
EVIDENCE = [{"text": str, "paragraph": (int, NULL), "start": int, "end": int, "rule": str}]
STORY = {
    "headline": str,
    "paragraphs": [str],
    "sectors": [{"slug": str, "evidence": EVIDENCE}],
    "countries": [{"slug": str, "evidence": EVIDENCE}],
    "places": [{"name": str, "country": (str, NULL), "evidence": EVIDENCE}],
    "project": {"slug": (str, NULL), "name": str, "evidence": EVIDENCE},
    "partners": [{"name": str, "role": str, "known": bool, "evidence": EVIDENCE}],
    "results": [{"value": (int, float, NULL), "qualifier": str, "unit": str, "evidence": EVIDENCE}],
    "dates": [
        {
            "start": str,
            "end": (str, NULL),
            "precision": str,
            "inferred": bool,
            "evidence": EVIDENCE,
        }
    ],
    "tags": [str],
    "lost_links": [{"text": str, "paragraph": (int, NULL)}],
}
WHOLE = {
    "period": str,
    "period_start": str,
    "period_end": str,
    "language": str,
    "stories": [dict],
    "warnings": [str],
}


def wrong(told, shape, where="story"):
    """What of an answer is not of its shape, and lists that are empty and so show nothing."""
    if isinstance(shape, dict):
        if not isinstance(told, dict) or set(told) != set(shape):
            return [f"{where}: {told}"]
        return [line for key in shape for line in wrong(told[key], shape[key], f"{where}.{key}")]
    if isinstance(shape, list):
        if not isinstance(told, list) or not told:
            return [f"{where}: {told}"]
        return [line for one in told for line in wrong(one, shape[0], f"{where}[]")]
    allowed = shape if isinstance(shape, tuple) else (shape,)
    return [] if type(told) in allowed else [f"{where}: {told!r}"]


def answer(file, *options):
    out = io.StringIO()
    call_command(
        "import_snapshot", str(file), "--format=json", *options, stdout=out, stderr=io.StringIO()
    )
    return json.loads(out.getvalue())


@pytest.fixture
def told(demo, data_dir, tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text(LETTER, encoding="utf-8")
    return answer(file, "--dry-run")


def test_every_key_and_type_of_a_story_that_has_all_of_them(told):
    assert wrong(told["stories"][0], STORY) == []


def test_the_whole_has_its_keys_and_types(told):
    assert wrong(told | {"warnings": ["of a document that has any"]}, WHOLE, "whole") == []


def test_what_is_not_there_is_null_or_empty(told):
    bare = told["stories"][1]
    assert set(bare) == set(STORY)
    assert (bare["project"], bare["places"], bare["lost_links"]) == (None, [], [])


@pytest.mark.parametrize("key", STORY)
def test_a_key_of_another_name_is_seen(told, key):
    """The planted fault: without it, the first test could hold whatever is told."""
    story = dict(told["stories"][0])
    story[f"{key}s"] = story.pop(key)
    assert wrong(story, STORY)


def test_what_arises_in_landing_is_among_the_warnings(register, data_dir, tmp_path):
    file = tmp_path / "letter.html"
    file.write_bytes(page_with_pictures(b"<svg xmlns='http://www.w3.org/2000/svg'></svg>"))
    (warning,) = answer(file)["warnings"]
    assert "was left out" in warning
