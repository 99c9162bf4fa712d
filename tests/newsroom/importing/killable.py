"""Imports that can be killed: run by test_landing_killed.py as a process of its own.

    python -m tests.newsroom.importing.killable

Reads a mode and a number a line, and does each in a fork, so that Django is loaded once for all.
Tells of each `child PID`, `ready` before it lands, `landed` after, and `ended CODE`.
"""

import base64
import os
import signal
import sys
import traceback
from contextlib import nullcontext

import django

if __name__ == "__main__":
    django.setup()

from newsroom.importing import landing
from newsroom.importing.outcome import examine
from newsroom.importing.recognition import Register
from tests.factories import picture_file
from tests.newsroom.importing.office import STORIES

PICTURES = 2  # of each import, in its first story
DEATH = 3  # the story at which a mode other than "land" dies


def tell(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def dies(protected):
    """The import's process is killed at a story; not protected, without a transaction around it."""
    made, real = [], landing.drafts.story_of

    def story_of(*given):
        made.append(1)
        if len(made) == DEATH:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given)

    landing.drafts.story_of = story_of
    if not protected:
        landing.whole, landing.one_at_a_time = nullcontext, lambda: None


def land(mode, number):
    if mode != "land":
        dies(protected=mode == "die")
    period = f"July – December {1950 + number}"  # each its own edition
    data = page(period).encode()
    outcome = examine(data, f"{number}.html", register=Register.from_database)
    tell("ready")
    landing.land(outcome, data)
    tell("landed")


def page(period):
    """The office's stories as a page, with the pictures inside."""
    figures = "".join(
        f'<figure><img src="data:image/png;base64,{inline(colour)}"></figure>'
        for colour in ("teal", "navy")[:PICTURES]
    )
    stories = [
        f"<h2>{headline}</h2>" + "".join(f"<p>{text}</p>" for text in paragraphs)
        for headline, *paragraphs in STORIES
    ]
    stories[0] += figures
    return f"<html><body><h1>Snapshots ({period})</h1>{''.join(stories)}</body></html>"


def inline(colour):
    return base64.b64encode(picture_file(colour=colour).read()).decode()


def forked(mode, number):
    """The exit code of a child that does it; below zero, the signal that killed it."""
    child = os.fork()
    if child == 0:
        try:
            tell(f"child {os.getpid()}")
            land(mode, number)
        except BaseException:
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    for line in sys.stdin:
        mode, number = line.split()
        tell(f"ended {forked(mode, int(number))}")
