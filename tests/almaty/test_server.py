"""Ctrl-C ends the server at once, whatever its two signals meet it doing."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from django.conf import settings

# The site's own settings of the server around an application of one line. What stops a worker says
# that it holds its lock, and holds it for as long as the second signal may need to come.
CONFIG = """
import runpy, signal, time
from concurrent.futures import ThreadPoolExecutor
globals().update(runpy.run_path({config!r}))
wsgi_app = "answer:application"
graceful_timeout = 60
{fault}

class Pool(ThreadPoolExecutor):
    def shutdown(self, **options):
        with self._shutdown_lock:
            open("held", "w").close()
            time.sleep(2)
        super().shutdown(**options)

def post_fork(server, worker):
    worker.get_thread_pool = lambda: Pool(max_workers=2)
"""
ANSWER = """
import os
def application(environ, start_response):
    start_response("200 OK", [])
    return [str(os.getpid()).encode()]
"""


def ends(folder: Path, patience: float, fault: str = "") -> bool:
    """Whether the server is gone `patience` seconds after it and its worker were told to stop."""
    (folder / "answer.py").write_text(ANSWER)
    config = str(settings.BASE_DIR / "deploy" / "gunicorn.conf.py")
    (folder / "server.py").write_text(CONFIG.format(config=config, fault=fault))
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "gunicorn", "--config", "server.py", "--bind", address]
    server = subprocess.Popen(command, cwd=folder, start_new_session=True)  # noqa: S603 ours
    try:
        worker = int(first_answer(address))
        os.kill(worker, signal.SIGINT)
        wait_for(folder / "held")
        os.kill(server.pid, signal.SIGINT)  # and the server tells its worker
        server.wait(timeout=patience)
    except subprocess.TimeoutExpired:
        return False
    else:
        return True
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def first_answer(address: str) -> str:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with urlopen(f"http://{address}/") as answer:
                return answer.read().decode()
        except (URLError, ConnectionError):
            time.sleep(0.05)
    raise AssertionError("the server did not start")


def wait_for(file: Path) -> None:
    deadline = time.monotonic() + 60
    while not file.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert file.exists()


def test_ctrl_c_ends_the_server(tmp_path):
    assert ends(tmp_path, patience=50)


def test_a_server_that_waits_for_itself_is_found(tmp_path):
    assert not ends(tmp_path, patience=5, fault="del post_worker_init")
