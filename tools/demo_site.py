"""A site of its own, with the demo content, for tests and pictures: what `make run` would serve.

Everything it writes is in a folder that the caller names; the machine's own site is not touched.
"""

import os
import re
import secrets
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
GUNICORN = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py"]


@contextmanager
def demo_site(folder):
    """Serves it while the block runs; gives its address and its administrator's password."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = os.environ | {
        "ALLOWED_HOSTS": "127.0.0.1",
        "CACHE_URL": "",
        "DATABASE_URL": "",
        "DATA_DIR": str(folder),
        "DEBUG": "off",
        "DJANGO_SETTINGS_MODULE": "almaty.settings",  # and not those of the tests
        "HTTPS": "off",
        "SECRET_KEY": secrets.token_urlsafe(64),
    }
    prepared = subprocess.run(
        [sys.executable, "manage.py", "prepare", "--demo", "--administrator"],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    password = re.search(r"password +(\S+)", prepared.stdout)[1]
    log = Path(folder, "site.log")
    with log.open("w") as output:
        process = subprocess.Popen(
            [*GUNICORN, "--bind", f"127.0.0.1:{port}"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{url}/readyz/", process, log)
        yield url, password
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_for(url, process, log, seconds=60):
    started = time.monotonic()
    while time.monotonic() - started < seconds and process.poll() is None:
        try:
            with urlopen(url, timeout=5):  # noqa: S310 an address made above
                return
        except OSError:  # no answer yet, or on a busy machine none in time
            time.sleep(0.1)
    raise RuntimeError(f"The site does not answer:\n{log.read_text()[-2000:]}")
