"""Sentences, and the first of them as a summary."""

import re

from newsroom.importing.splitting.language import words

LIMIT = 300  # characters
END = re.compile(r"[.!?…]+[»”\"’')\]]*(?=\s+[«“\"‘'(\[]*[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ0-9])")
# What a full stop follows without ending a sentence. In lower case, without the stop.
ABBREVIATIONS = words(
    """dr mr mrs ms prof st no vol fig e.g i.e etc vs approx dept inc ltd co jr sr rev gen art
    г гг в вв т.д т.п т.е т.к др пр ул д р им проф акад доц канд стр рис табл см руб тыс млн млрд
    обл р-н пос с н.э ж жж б т.б т.с.с б.з.б мыс қ көш ауд обл ғ ғғ"""
)
# After these a new sentence may well begin: what follows decides nothing, so they never end one.
SPACES = re.compile(r"\s*")
NOTE_MARK = re.compile(r"(?<=[.!?…»”\"’')])(?:\[\d{1,3}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}){1,5}$")
INITIAL = re.compile(r"(?:[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]\.)+$")


def sentences(text):
    """The sentences of a paragraph as (start, end)."""
    start = 0
    for found in END.finditer(text):
        if found[0] == "." and is_abbreviation(text[max(start, found.end() - 40) : found.end()]):
            continue
        yield start, found.end()
        start = SPACES.match(text, found.end()).end()
    if start < len(text):
        yield start, len(text)


def is_abbreviation(text):
    parts = text.split()
    word = parts[-1].lstrip("(«“\"'") if parts else ""
    if INITIAL.fullmatch(word) and len(parts) > 1:
        return True
    return word.rstrip(".").casefold() in ABBREVIATIONS


def ends_sentence(text):
    """Whether a line closes as a sentence does: a full stop, but not that of an abbreviation."""
    bare = NOTE_MARK.sub("", text).rstrip().rstrip("»”\"’')]").rstrip()
    return bare.endswith((".", "。", ";", ",")) and not is_abbreviation(bare[-40:])


def summary_of(paragraphs):
    """The first sentences, as many as fit; a longer first one is cut after a word.

    One that leads to a list below, as its colon says, says nothing without it.
    """
    text = next((text for text in paragraphs if len(text) > 40), " ".join(paragraphs[:1]))
    end = 0
    for _start, stop in sentences(text):
        if stop > LIMIT:
            break
        end = end if end and text[:stop].endswith(":") else stop
    if end:
        return text[:end]
    if len(text) <= LIMIT:
        return text
    return text[: text.rfind(" ", 0, LIMIT)].rstrip(",;:–— ") + "…"
