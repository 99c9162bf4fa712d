"""Files that are written before the rows that name them are certain.

Every run notes the name of each file before it writes it, in a journal of its own, which it holds
locked. Whoever finds a journal without a lock finds what a killed run has left, and clears it up.
"""

import fcntl
import os
import uuid
from contextlib import ExitStack, contextmanager

from django.conf import settings
from django.core.files.base import ContentFile

from almaty.images import upload_name
from almaty.models import Image
from newsroom.models import Import
from newsroom.models.imports import source_name

PICTURE, SOURCE = "picture", "source"


def storage_of(kind):
    return {PICTURE: Image, SOURCE: Import}[kind]._meta.get_field("file").storage


def rows_with(kind, name):
    return {PICTURE: Image, SOURCE: Import}[kind].objects.filter(file=name)


class Journal:
    def __init__(self, file):
        self.file = file

    def write(self, kind, data, extension):
        """Write a file under a name of ours, which is returned."""
        name = {PICTURE: upload_name, SOURCE: source_name}[kind](None, f"x.{extension}")
        self.file.write(f"{kind} {name}\n")
        self.file.flush()
        content = data if hasattr(data, "chunks") else ContentFile(data)
        return storage_of(kind).save(name, content)

    def delete_unused(self):
        """Delete the files of this journal that no row names."""
        self.file.seek(0)
        for line in self.file.read().splitlines():
            kind, _space, name = line.partition(" ")
            if name and not rows_with(kind, name).exists():
                storage_of(kind).delete(name)


def folder():
    return settings.DATA_DIR / "imports" / "runs"


@contextmanager
def alone():
    """No other run begins, ends or clears up meanwhile: a journal that is seen without its lock is
    that of a run that was killed."""
    held = os.open(folder(), os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


@contextmanager
def journal():
    """A journal for one run. What the run has written and no row names goes when it ends."""
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder() / f"{uuid.uuid4().hex}.journal"
    with ExitStack() as end:
        with alone():
            file = end.enter_context(path.open("w+"))
            fcntl.flock(file, fcntl.LOCK_EX)
        held = Journal(file)
        try:
            yield held
        finally:
            held.delete_unused()
            with alone():
                path.unlink()


def clear_up_after_killed_runs():
    """Delete what runs have left that were killed. Returns how many there were."""
    if not folder().exists():
        return 0
    with alone():
        return sum(map(cleared_up, sorted(folder().glob("*.journal"))))


def cleared_up(path):
    """Whether it was the journal of a killed run, which is gone now with what the run has left."""
    with path.open("r+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False  # at work
        Journal(file).delete_unused()
        path.unlink()
        return True
