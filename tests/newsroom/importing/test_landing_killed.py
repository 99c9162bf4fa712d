"""An import that is killed leaves no half of itself, and its files go with the next import.

On the database of the tests where that is PostgreSQL; on SQLite in a file of its own.
"""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress

import pytest
from django.conf import settings

from almaty.models import Image, Revision
from almaty.renditions import rendition_names
from almaty.whole_files import UNFINISHED
from newsroom.importing import files
from tests.almaty import processes
from tests.newsroom.importing.killable import PICTURES
from tests.newsroom.importing.office import STORIES, WRITTEN, counts, make_register, text_of

KILLS = int(os.environ.get("IMPORT_KILLS", "20"))
COUNTED = [*WRITTEN, Image, Revision]


class Site:
    """The tests' database, and a data folder, that children import into; see killable.py."""

    def __init__(self, folder):
        self.folder = folder
        self.database = processes.address(folder)
        self.started = []

    def importer(self):
        """A process that imports what it is told, one after the other."""
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "almaty.settings",
            "SECRET_KEY": "only-for-tests",
            "DEBUG": "off",
            "HTTPS": "off",
            "CACHE_URL": "",
            "DATA_DIR": str(self.folder / "var"),
            "DATABASE_URL": self.database,
        }
        importer = subprocess.Popen(
            [sys.executable, "-m", "tests.newsroom.importing.killable"],
            env=environment,
            cwd=settings.BASE_DIR,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.started.append(importer)
        return importer

    def counts(self):
        return processes.counts(self.folder, COUNTED)

    def files(self):
        return [path for path in (self.folder / "var").rglob("*") if path.is_file()]

    def sources(self):
        return [path for path in self.files() if path.parent.name == "imports"]

    def journals(self):
        return [path for path in self.files() if path.parent.name == "runs"]

    def pictures(self):
        """The files that were imported, and apart from them those that were made of them."""
        media = self.folder / "var" / "media"
        files = {str(path.relative_to(media)) for path in media.rglob("*") if path.is_file()}
        files = {name for name in files if not name.startswith(UNFINISHED)}  # see its own tests
        imported = {name for name in files if name.startswith("images/")}
        return imported, files - imported

    def images(self):
        """Image rows, with no more than what tells their files."""
        columns = ["file", "width", "height", "focal_point"]
        return [Image(**row) for row in processes.rows(self.folder, Image, columns)]

    def close(self):
        for importer in self.started:
            importer.stdin.close()
            importer.wait(timeout=60)
            importer.stdout.close()


@pytest.fixture
def site(transactional_db, tmp_path):
    make_register()
    site = Site(tmp_path)
    yield site
    site.close()


def begin(importer, number, mode="land"):
    """The process that is about to land."""
    importer.stdin.write(f"{mode} {number}\n")
    importer.stdin.flush()
    child = heard(importer)
    assert child.startswith("child ")
    assert heard(importer) == "ready"
    return int(child.removeprefix("child "))


def heard(importer):
    return importer.stdout.readline().strip()


def end(importer):
    """Whether it told that it has landed, and its exit code."""
    told = [heard(importer)]
    while told[-1] and not told[-1].startswith("ended "):
        told.append(heard(importer))
    assert told[-1], "the importer itself has gone; what it said is in the captured stderr"
    return "landed" in told, int(told[-1].removeprefix("ended "))


def land(importer, number):
    """Seconds from "ready" to the end."""
    begin(importer, number)
    started = time.monotonic()
    assert end(importer) == (True, 0)
    return time.monotonic() - started


def landed_stories(before, after):
    """How many imports landed whole; an assertion where one did by half."""
    more = {name: after[name] - before[name] for name in after}
    whole = more["Import"]
    assert more["ImportedStory"] == more["NewsItem"] == whole * len(STORIES), more
    assert more["Revision"] == whole * (len(STORIES) + 1), more
    assert more["Snapshot"] == whole, more
    assert more["Image"] == whole * PICTURES, more
    return whole


def check_pictures(site):
    """Every row has its file, and no file is there of which there is no row."""
    images = site.images()
    imported, made = site.pictures()
    assert imported == {image.file.name for image in images}
    assert made <= {name for image in images for name in rendition_names(image.file).values()}


@pytest.mark.slow
def test_a_killed_import_leaves_nothing(site):
    chance, importer = random.Random(11), site.importer()
    before, killed_early = site.counts(), 0
    took = min(land(importer, number) for number in (0, KILLS + 2))
    landed = 2
    for number in range(1, KILLS + 1):
        child = begin(importer, number)
        time.sleep(chance.uniform(0, took))
        with suppress(ProcessLookupError):  # it had landed
            os.kill(child, signal.SIGKILL)
        told, code = end(importer)
        now = site.counts()
        whole = landed_stories(before, now)
        assert whole - landed in (0, 1)
        killed_early += whole == landed
        if told:
            assert whole == landed + 1
        assert code in (0, -signal.SIGKILL)
        landed = whole
    assert killed_early >= KILLS // 4, "the kills came too late to prove anything"
    land(importer, KILLS + 1)  # clears up
    after = site.counts()
    assert landed_stories(before, after) == landed + 1
    assert len(site.sources()) == after["Import"]
    assert site.journals() == []
    check_pictures(site)


@pytest.mark.slow
def test_killed_between_two_stories(site):
    before, importer = site.counts(), site.importer()
    begin(importer, 1, "die")
    assert end(importer) == (False, -signal.SIGKILL)
    assert site.counts() == before
    assert len(site.journals()) == len(site.sources()) == 1  # its file, until the next import
    assert len(site.pictures()[0]) == PICTURES  # the same
    land(importer, 2)
    assert landed_stories(before, site.counts()) == 1
    assert len(site.sources()) == 1
    assert site.journals() == []
    check_pictures(site)


@pytest.mark.planted
@pytest.mark.slow
def test_these_tests_see_a_half(site):
    """The planted fault: the same death without a transaction."""
    before, importer = site.counts(), site.importer()
    begin(importer, 1, "die-unprotected")
    assert end(importer) == (False, -signal.SIGKILL)
    with pytest.raises(AssertionError):
        landed_stories(before, site.counts())


@pytest.mark.slow
def test_two_imports_at_once_of_one_document_land_once(site):
    before, importers = site.counts(), [site.importer(), site.importer()]
    for importer in importers:
        importer.stdin.write("land 70\n")
        importer.stdin.flush()
    for importer in importers:
        assert end(importer)[1] == 0
    assert landed_stories(before, site.counts()) == 1
    assert len(site.sources()) == 1
    assert site.journals() == []
    check_pictures(site)


# In this process ---------------------------------------------------------------------------------


def test_files_of_a_killed_run_are_found_by_their_journal(db, data_dir):
    """The journal of a run that is alive is locked, and is left alone."""
    folder = files.folder()
    folder.mkdir(parents=True)
    orphan = data_dir / "imports" / "0123.md"
    orphan.write_text(text_of())
    (folder / "dead.journal").write_text("source 0123.md\n")
    with files.journal() as alive:
        name = alive.write(files.SOURCE, b"text", "md")
        assert files.clear_up_after_killed_runs() == 1
        assert (data_dir / "imports" / name).exists()
    assert not orphan.exists()
    assert not (data_dir / "imports" / name).exists()  # no row names it
    assert list(folder.iterdir()) == []


def test_a_file_that_a_row_names_stays(register, data_dir):
    from tests.newsroom.importing.office import landed

    document = landed().document
    (files.folder() / "dead.journal").write_text(f"source {document.file.name}\n")
    assert files.clear_up_after_killed_runs() == 1
    assert (data_dir / "imports" / document.file.name).exists()
    assert counts()["Import"] == 1
