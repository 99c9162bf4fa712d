"""Files that are there whole or not at all, also when the process dies while one is written."""

import os
import time
import uuid
from contextlib import suppress
from pathlib import Path

from django.core.files.storage import FileSystemStorage

UNFINISHED = ".unfinished"
LEFT_BEHIND = 24 * 3600  # seconds after which nobody is writing any more


class WholeFileStorage(FileSystemStorage):
    """Writes beside, and gives a file its name when it is complete.

    Half a rendition would stay for good: what has a name is not drawn again.
    """

    def _save(self, name, content):
        self.clear_up()
        part = f"{UNFINISHED}/{uuid.uuid4().hex}"
        try:
            super()._save(part, content)
            path = Path(self.path(name))
            path.parent.mkdir(parents=True, exist_ok=True)
            os.replace(self.path(part), path)
        except Exception:  # of a full disk the half must not take more
            Path(self.path(part)).unlink(missing_ok=True)
            raise
        return name

    def clear_up(self):
        folder = Path(self.path(UNFINISHED))
        for part in folder.iterdir() if folder.exists() else []:
            with suppress(FileNotFoundError):  # it has got its name meanwhile
                if part.stat().st_mtime < time.time() - LEFT_BEHIND:
                    part.unlink()
