"""Reads a story and says what it is about: where, when, with whom, for what, how many.

Everything suggested carries the words that led to it and the rule. Nothing is written, and nothing
is asked of the network. What was measured is said by `make bench-import`.
"""

from newsroom.importing.recognition.found import Recognised
from newsroom.importing.recognition.register import Register
from newsroom.importing.recognition.story import recognise_story

__all__ = ["Recognised", "Register", "recognise"]


def recognise(edition, register):
    """[Recognised], one for every story of an EditionText, in its order."""
    return [
        recognise_story(story, edition.period, edition.language, register)
        for story in edition.stories
    ]
