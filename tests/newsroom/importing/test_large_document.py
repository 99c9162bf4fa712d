"""300 pages and 500 photographs, imported: how long, and how much memory. `-s` prints the figures.

The import has a minute on a quiet machine. What is asserted is the time of the processor, all
threads together: on a quiet machine an import takes little more, and a machine with other work to
do changes nothing of it.
"""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings

from almaty.models import Image
from newsroom.models import Import, NewsItem
from tests.almaty import processes
from tests.newsroom.importing.office import make_register
from tests.newsroom.importing.photographs import photographs
from tests.newsroom.importing.word_documents import (
    heading,
    paragraph,
    picture,
    relations,
    run,
    word,
)

PAGES, PICTURES, PER_PAGE = 300, 500, 5  # paragraphs of 80 words each
SECONDS, MEGABYTES = 60, 400
SHAPE = (
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:szCs w:val="24"/>'
    '<w:lang w:val="en-GB"/>'
)
# The command as an operator runs it, which tells of itself at its end. A test may plant a fault
# before. It has no more than its time of the processor: a fault does not hold the tests up.
MEASURED = """
import atexit, json, re, resource, sys, time
from pathlib import Path
import django
from django.core.management import execute_from_command_line

def tell():
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
    sys.stderr.write("\\n" + json.dumps([time.process_time(), peak]))

file, fault, seconds = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))
django.setup()
exec(fault)
atexit.register(tell)
execute_from_command_line(["manage.py", "import_snapshot", file, "--format", "json"])
"""
PLANTED = {
    "every size of every picture is drawn at once": """
from newsroom.importing import landing
landing.SIZES_AT_ONCE = 1000
""",
    "all pictures are held as they are drawn": """
from almaty import images
held, redraw = [], images.redraw
images.redraw = lambda image: held.append(redraw(image)) or held[-1]
""",
}


def large_document(pages=PAGES, pictures=PICTURES):
    """Words in as many pieces as Word cuts them into, and a photograph under every other or so."""
    words = "In March 2023 the school of the village number {} held a lesson about water and snow. "
    body, targets, parts = [paragraph("Snapshots (January – June 2023)", style="a3")], {}, {}
    made = photographs(pictures)
    for page in range(pages):
        body.append(heading(f"The school of village number {page} learns about water"))
        for row in range(PER_PAGE):
            pieces = "".join(run(words.format(page), size=11, extra=SHAPE) for _piece in range(5))
            body.append(f'<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">{pieces}</w:p>')
            if row % 2 == 0 and (photograph := next(made, None)):
                name = f"i{len(targets)}"
                body.append(picture(name, alt="A lesson"))
                targets[name] = ("image", f"media/{name}.jpeg")
                parts[f"word/media/{name}.jpeg"] = photograph
    assert len(parts) == pictures
    parts["word/_rels/document.xml.rels"] = relations(**targets)
    return word(*body, parts=parts, compression=0)


def imported(folder, data, fault=""):
    """What was wrong with the import, and what the command answered, None where it did not."""
    file = folder / "large.docx"
    file.write_bytes(data)
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "almaty.settings",
        "SECRET_KEY": "only-for-tests",
        "DEBUG": "off",
        "HTTPS": "off",
        "CACHE_URL": "",
        "DATA_DIR": str(folder / "var"),
        "DATABASE_URL": processes.address(folder),
    }
    started = time.monotonic()
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", MEASURED, str(file), fault, str(SECONDS)],
        capture_output=True,
        text=True,
        cwd=settings.BASE_DIR,
        env=environment,
        timeout=580,
    )
    took = time.monotonic() - started
    if done.returncode == -signal.SIGXCPU:
        return [f"more than {SECONDS} s of the processor"], None
    assert done.returncode == 0, done.stderr[-3000:]
    processor, peak = json.loads(done.stderr.splitlines()[-1])
    sys.stdout.write(
        f"\n{len(data) / 1e6:.0f} MB: {took:.1f} s, {processor:.1f} s of the processor, "
        f"{peak:.0f} MB of memory\n"
    )
    return [f"{peak:.0f} MB"] if peak > MEGABYTES else [], json.loads(done.stdout)


@pytest.mark.heavy
@pytest.mark.slow
def test_a_large_document_is_imported_within_a_minute_and_400_mb(transactional_db, tmp_path):
    make_register()
    wrong, told = imported(tmp_path, large_document())
    assert wrong == []
    assert told["warnings"] == []
    assert len(told["stories"]) == told["landed"]["created"] == PAGES
    rows = processes.counts(tmp_path, [NewsItem, Image, Import])
    assert rows == {"NewsItem": PAGES, "Image": PICTURES, "Import": 1}


@pytest.mark.planted
@pytest.mark.slow
@pytest.mark.parametrize("fault", PLANTED)
def test_that_test_sees_a_fault(transactional_db, tmp_path, fault):
    make_register()
    wrong, _told = imported(tmp_path, large_document(pages=100, pictures=150), PLANTED[fault])
    assert wrong
