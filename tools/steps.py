"""What the commands of the Makefile share: one line for a step, one sentence when it fails.

These files use the standard library alone, and the version check stands before anything that an
older Python could not read.
"""

import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 it is meant for the Python that is too old
    sys.exit(
        "Stopped: Python 3.11 or newer is needed, and this is %d.%d.\n"  # noqa: UP031
        "Install one (on Debian 12: apt install python3 python3-venv), or name one that is here:\n"
        "make run PYTHON=python3.12" % sys.version_info[:2]
    )

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def say(text):
    print(text, flush=True)


def stop(sentence, output=""):
    """End here: the last lines of what the step printed, then what to do."""
    for line in output.strip().splitlines()[-8:]:
        print(f"  | {line}", file=sys.stderr)
    sys.exit(f"Stopped: {sentence}")
