"""Reads a story and says what it is about: where, when, with whom, for what, how many.

Everything suggested carries the words that led to it and the rule. Nothing is written, and nothing
is asked of the network. What was measured is said by `make bench-import`.
"""

import logging

from django.utils.translation import gettext as _

from newsroom.importing.recognition.found import Recognised
from newsroom.importing.recognition.register import Register
from newsroom.importing.recognition.story import recognise_story
from newsroom.importing.recognition.text import LONGEST

__all__ = ["Recognised", "Register", "recognise"]

logger = logging.getLogger(__name__)


def recognise(edition, register):
    """[Recognised], one for every story of an EditionText, in its order.

    Of what was not looked through a warning is added to the edition's.
    """
    found, failed = [], []
    for story in edition.stories:
        try:
            found.append(recognise_story(story, edition.period, edition.language, register))
        except Exception:
            # One story without suggestions is better than no edition at all.
            logger.exception("A story could not be recognised: %r", story.headline[:200])
            found.append(Recognised())
            failed.append(story)
    warn(
        edition,
        failed,
        _(
            "An error stopped the search for suggestions, and nothing is suggested for: "
            "%(stories)s. It is in the log of the site; tell whoever runs it."
        ),
    )
    warn(
        edition,
        [story for story in edition.stories if any(len(text) > LONGEST for text in story.texts)],
        _(
            "Some paragraphs are very long, and only their beginnings were looked through: "
            "%(stories)s."
        ),
    )
    return found


def warn(edition, stories, words):
    if stories:
        named = ", ".join(f"“{story.headline}”" for story in stories)
        edition.warnings.append(words % {"stories": named})
