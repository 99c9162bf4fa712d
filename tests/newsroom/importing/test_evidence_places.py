"""Where evidence stands is told in characters of the paragraph as it is handed out."""

import unicodedata

import pytest

from newsroom.importing.outcome import as_json, examine
from tests.newsroom.importing.recognition_cases.cases import written

EMOJI = "👩🏽‍🔬🇰🇿 "  # of several characters each, beyond the first plane
KINDS = ("sectors", "countries", "places", "partners", "results", "dates")


def suggestions(story):
    for kind in KINDS:
        yield from story[kind]
    if story["project"]:
        yield story["project"]


def outcome_of(case, known, change=lambda text: text):
    lines = [case.story.headline, *case.story.texts]
    text = "\n\n".join(change(line) for line in lines)
    outcome = examine(text, period=case.period, language=case.language, register=lambda: known)
    return as_json(outcome)["stories"][0]


def composed_late(text):
    """Letters and their accents as two characters, which reading composes."""
    return unicodedata.normalize("NFD", text)


def accented(text):
    """Stress marks, which no composition takes away: Казахста́не."""
    return text.replace("ста", "ста\u0301")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize(
    "change",
    [
        composed_late,
        accented,
        lambda text: EMOJI + text.replace(", ", f", {EMOJI}"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("ан", "а\u00adн"),
    ],
    ids=["decomposed", "stress marks", "emoji", "unbreakable spaces", "soft hyphens"],
)
def test_evidence_is_where_it_says(built_in, language, change):
    cases = [case for case in written() if case.language == language]
    for case in cases:
        story = outcome_of(case, built_in, change)
        texts = {None: story["headline"], **dict(enumerate(story["paragraphs"]))}
        words = [word for one in suggestions(story) for word in one["evidence"]]
        assert words, case.name
        for word in words:
            assert texts[word["paragraph"]][word["start"] : word["end"]] == word["text"], case.name


@pytest.mark.parametrize("change", [composed_late, accented], ids=["decomposed", "stress marks"])
def test_marks_above_letters_hide_nothing(built_in, change):
    for case in written():
        plain, marked = outcome_of(case, built_in), outcome_of(case, built_in, change)
        for kind, name in [("countries", "slug"), ("places", "name"), ("dates", "start")]:
            assert [one[name] for one in marked[kind]] == [one[name] for one in plain[kind]], (
                case.name
            )
