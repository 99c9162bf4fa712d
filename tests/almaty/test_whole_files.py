"""A file has its name once it is complete; what a dead process left is cleared up."""

import os
import time

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage

from almaty.whole_files import LEFT_BEHIND, UNFINISHED, WholeFileStorage


class Died(BaseException):
    pass


class Interrupted(ContentFile):
    def __init__(self, by=Died):
        super().__init__(b"")
        self.by = by

    def chunks(self, chunk_size=None):
        yield b"half"
        raise self.by


@pytest.mark.parametrize(
    ("storage", "left"), [(WholeFileStorage, False), (FileSystemStorage, True)]
)
def test_half_a_file_has_no_name(tmp_path, storage, left):
    """With Django's own it has: what this is for."""
    with pytest.raises(Died):
        storage(tmp_path).save("a/b.webp", Interrupted())
    assert (tmp_path / "a" / "b.webp").exists() is left


def test_a_whole_file_stands_under_its_name_alone(tmp_path, settings):
    name = WholeFileStorage(tmp_path).save("a/b.webp", ContentFile(b"whole"))
    assert name == "a/b.webp"
    assert (tmp_path / name).read_bytes() == b"whole"
    assert (tmp_path / name).stat().st_mode & 0o777 == settings.FILE_UPLOAD_PERMISSIONS
    assert list((tmp_path / UNFINISHED).iterdir()) == []


def test_what_a_dead_process_left_is_cleared_up_in_time(tmp_path):
    storage = WholeFileStorage(tmp_path)
    for _n in range(2):
        with pytest.raises(Died):
            storage.save("a.webp", Interrupted())
    old, new = (tmp_path / UNFINISHED).iterdir()
    os.utime(old, times=(0, time.time() - LEFT_BEHIND - 1))
    storage.save("b.webp", ContentFile(b"whole"))
    assert list((tmp_path / UNFINISHED).iterdir()) == [new]


def test_a_full_disk_is_not_filled_with_halves(tmp_path):
    with pytest.raises(OSError):
        WholeFileStorage(tmp_path).save("a.webp", Interrupted(by=OSError))
    assert list((tmp_path / UNFINISHED).iterdir()) == []


def test_pictures_are_kept_so():
    assert isinstance(default_storage._wrapped, WholeFileStorage)
