"""300 pages and 500 pictures: how long, and how much memory. `-s` prints the figures."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.newsroom.importing.word_documents import heading, picture, relations, run, word

ROOT = Path(__file__).parents[3]
PAGES, PICTURES, PER_PAGE = 300, 500, 5  # paragraphs of about 90 words each
SECONDS, MEGABYTES = 60, 400
PICTURE_BYTES = 150_000
SHAPE = (
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:szCs w:val="24"/>'
    '<w:lang w:val="en-GB"/>'
)
MEASURE = """
import json, re, sys, time
import django
django.setup()
from pathlib import Path
from newsroom.importing.outcome import examine
started = time.monotonic()
outcome = examine(Path(sys.argv[1]).read_bytes(), "large.docx")
pictures = [picture for story in outcome.edition.stories for picture in story.pictures]
weight = sum(len(picture.data) for picture in pictures)
peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
print(json.dumps([len(outcome.edition.stories), len(pictures), weight,
                  time.monotonic() - started, peak]))
"""


def large_document():
    """Words in as many pieces as Word cuts them into, and pictures that do not compress."""
    words = "In March 2023 the school of the village number {} held a lesson about water and snow. "
    body, targets, parts, shown = [], {}, {}, 0
    for page in range(PAGES):
        body.append(heading(f"The school of village number {page} learns about water"))
        for row in range(PER_PAGE):
            pieces = "".join(run(words.format(page), size=11, extra=SHAPE) for _piece in range(6))
            body.append(f'<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">{pieces}</w:p>')
            if shown < PICTURES and row % 2 == 0:
                name = f"i{shown}"
                body.append(picture(name, alt="A lesson"))
                targets[name] = ("image", f"media/{name}.jpeg")
                parts[f"word/media/{name}.jpeg"] = bytes(
                    (shown * 7 + n * n) % 256 for n in range(1000)
                ) * (PICTURE_BYTES // 1000)
                shown += 1
    parts["word/_rels/document.xml.rels"] = relations(**targets)
    return word(*body, parts=parts, compression=0)


@pytest.mark.slow
def test_a_large_document_is_read_within_a_minute_and_400_mb(tmp_path):
    file = tmp_path / "large.docx"
    file.write_bytes(large_document())
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", MEASURE, str(file)],
        capture_output=True,
        cwd=ROOT,
        env={"DJANGO_SETTINGS_MODULE": "tests.settings", "PATH": ""},
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    stories, pictures, weight, seconds, peak = json.loads(done.stdout.splitlines()[-1])
    size = file.stat().st_size / 1e6
    sys.stdout.write(
        f"\n{size:.0f} MB, {stories} stories, {pictures} pictures: {seconds:.1f} s, {peak:.0f} MB\n"
    )
    assert (stories, pictures, weight) == (PAGES, PICTURES, PICTURES * PICTURE_BYTES)
    assert seconds < SECONDS
    assert peak < MEGABYTES
