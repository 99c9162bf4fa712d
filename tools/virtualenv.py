"""The project's own Python in .venv, with exactly the packages of a lock file.

    python3 tools/virtualenv.py requirements-dev.txt

Nothing is done when the lock file is the one installed last time.
"""

import hashlib
import subprocess
import sys

from steps import PYTHON, ROOT, VENV, say, stop


def prepare(lock):
    if not works():
        create()
    stamp = VENV / f"{lock}.sha256"
    wanted = hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    install(lock)
    stamp.write_text(wanted)


def works():
    """Whether .venv holds a Python that starts: a moved folder or a system upgrade breaks it."""
    test = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([PYTHON, "-c", test], capture_output=True).returncode == 0
    except OSError:
        return False


def create():
    say("Making a Python of the project's own in .venv …")
    made = run([sys.executable, "-m", "venv", "--clear", VENV])
    if made.returncode == 0:
        return
    if "ensurepip" in made.stdout:
        stop("this Python cannot make virtual environments. On Debian: apt install python3-venv")
    stop(f"{VENV} could not be made. Can this folder be written, and is there space?", made.stdout)


def install(lock):
    say(f"Installing the packages pinned in {lock} …")
    options = ["--quiet", "--disable-pip-version-check", "--no-input", "--require-hashes"]
    done = run([PYTHON, "-m", "pip", "install", *options, "--requirement", ROOT / lock])
    if done.returncode == 0:
        return
    if "No space left" in done.stdout:
        stop("the disk is full. Make room (the packages need about 300 MB), then run this again.")
    if "DO NOT MATCH THE HASHES" in done.stdout:
        stop(
            "a package is not the one that was pinned. If the index is a mirror of your own, it "
            "must serve the original files.",
            done.stdout,
        )
    stop(
        "the packages could not be installed. Is there a network? Behind a proxy set HTTPS_PROXY; "
        "for an index of your own set PIP_INDEX_URL. Then run this again.",
        done.stdout,
    )


def run(command):
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )


if __name__ == "__main__":
    try:
        prepare(sys.argv[1])
    except OSError as error:
        stop(f"{error.filename or VENV} cannot be used: {error.strerror}.")
