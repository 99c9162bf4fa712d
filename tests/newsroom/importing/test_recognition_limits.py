"""Texts that nobody writes: read in no time all the same, or only from their beginning."""

import time

import pytest

from almaty.periods import Period
from newsroom.importing.document import Block, Document, EditionText, Refused, StoryText
from newsroom.importing.outcome import cost, examine
from newsroom.importing.reading import limits
from newsroom.importing.recognition import Recognised, Register, names, recognise
from newsroom.importing.recognition import story as story_of
from newsroom.importing.recognition.text import LONGEST
from newsroom.importing.splitting import split

STRANGE = {
    "heads of organisations": "University of " * 50_000,
    "capitals": "Aa " * 50_000,
    "acronyms": "ABCD, " * 50_000,
    "lists of subjects": "Ministry of Culture, Sports, " * 20_000,
    "Russian heads": "Министерство науки и " * 20_000,
    "Kazakh heads": "Қазақ университеті " * 20_000,
    "numbers": "1 " * 50_000,
    "one number": "9" * 50_000,
    "dates": "8-9 " * 50_000,
    "quotation marks": "“a “b " * 50_000,
    "projects": "Aa Bb project " * 20_000,
    "spaces": " " * 50_000 + "x",
    "one word": "а" * 50_000,
    "lists of capitals": "in " + "Aa, " * 50_000,
    "places": "in Bcd and " * 20_000,
    "hyphens": "GEF-UNDP-" * 20_000,
    "Russian roles": "при поддержке Абв, " * 20_000,
    "Russian quotations": "при поддержке студии «Аб» и " * 20_000,
    "Latin among Kazakh": "Ән " + "A." * 50_000 + "ә" * 20_000,
    "Kazakh capitals": "Әа Аа " * 50_000,
    "Kazakh quotations": "«Әа» қоры мен " * 20_000,
}


@pytest.mark.parametrize("name", STRANGE)
def test_no_text_takes_long(name):
    story = StoryText("", [Block("paragraph", STRANGE[name])])
    edition = EditionText(period=Period(2024, 2), stories=[story])
    register = Register()
    assert register.trie
    started = time.process_time()
    recognise(edition, register)
    assert time.process_time() - started < 5
    assert not [w for w in edition.warnings if "An error" in w]


def test_of_an_endless_paragraph_the_beginning_is_read():
    register = Register()
    text = "In Osh they met. " + "So it went on. " * LONGEST + "In Naryn they met again."
    story = StoryText("Snow in Osh", [Block("paragraph", text)])
    edition = EditionText(stories=[story])
    (found,) = recognise(edition, register)
    assert [place.name for place in found.places] == ["Osh"]
    assert [w for w in edition.warnings if "only their beginnings" in w and "“Snow in Osh”" in w]


def test_of_an_endless_document_the_first_stories_are_recognised(monkeypatch):
    monkeypatch.setattr(limits, "MAX_RECOGNISED", 400)
    text = "".join(
        f"# Herders meet in {place}\n\nIn {place} forty herders met and compared notes on snow.\n\n"
        for place in ("Osh", "Naryn", "Talgar")
    )
    outcome = examine(text, period=Period(2023))
    assert [[place.name for place in found.places] for found in outcome.recognised] == [
        *(["Osh"], [], []),
    ]
    assert [w for w in outcome.edition.warnings if "from “Herders meet in Naryn” on" in w]


def test_a_story_that_fails_stops_no_other(monkeypatch, caplog):
    def names_of(text, register):
        if "Naryn" in text.text:
            raise IndexError("planted")
        return names.names_of(text, register)

    monkeypatch.setattr(story_of, "names_of", names_of)
    text = "".join(
        f"# Herders meet in {place}\n\nIn {place} forty herders met and compared notes on snow.\n\n"
        for place in ("Osh", "Naryn", "Talgar")
    )
    outcome = examine(text, period=Period(2023))
    assert [[place.name for place in found.places] for found in outcome.recognised] == [
        *(["Osh"], [], ["Talgar"]),
    ]
    assert outcome.recognised[1] == Recognised()
    assert [w for w in outcome.edition.warnings if "suggested for: “Herders meet in Naryn”" in w]
    (record,) = [r for r in caplog.records if r.name == "newsroom.importing.recognition"]
    assert record.levelname == "ERROR"
    assert "IndexError: planted" in record.exc_text


def test_a_name_without_end_is_looked_at_a_few_times():
    story = StoryText("", [Block("paragraph", "University of Zurich, " * 100)])
    (found,) = recognise(EditionText(stories=[story]), Register())
    assert [(p.name, len(p.evidence)) for p in found.partners] == [("University of Zurich", 8)]


@pytest.mark.parametrize("text", ["1 ", "October 8–9, ", "University of Zurich, "])
def test_names_and_numbers_count_for_more_than_letters(text):
    prose = "the herders met again and spoke of snow, wool and what the spring may bring; "
    assert cost(text * 1000) / len(text * 1000) > 3 * cost(prose) / len(prose)


def test_more_stories_than_any_edition_has_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_STORIES", 1)
    story = "# Herders meet again in village {}\n\nIn March 2023 forty herders met there.\n\n"
    with pytest.raises(Refused, match="more than 1 stories"):
        examine("".join(story.format(number) for number in range(3)))


def test_a_document_of_many_headlines_is_split_in_no_time():
    blocks = [
        Block(
            kind, f"The {kind} of village number {number}", level=2 if kind == "heading" else None
        )
        for number in range(1_500)
        for kind in ("heading", "paragraph")
    ]
    started = time.process_time()
    split(Document("long.docx", "docx", blocks))
    assert time.process_time() - started < 5


def test_an_empty_story_gives_nothing():
    (found,) = recognise(EditionText(stories=[StoryText("", [Block("paragraph", "")])]), Register())
    assert found == type(found)()
