"""Gunicorn, for `make run` and for production alike: docs/operator.md, "The server"."""

import os
import signal

wsgi_app = "almaty.wsgi"
# One process with several threads: the default cache lives in the process, and each further one
# would make and keep every page again. With Redis (CACHE_URL) they share them.
workers = int(os.environ.get("WEB_CONCURRENCY") or 1)
worker_class = "gthread"
threads = 8
timeout = 60
graceful_timeout = 20
keepalive = 5
limit_request_line = 8190  # a list with many filters has a long address
control_socket_disable = True  # it would lie in the home directory

loglevel = "warning"
accesslog = "-"
access_log_format = '%(h)s %(t)s "%(r)s" %(s)s %(b)s B %(M)s ms'


def when_ready(server):
    addresses = ", ".join(str(socket) for socket in server.LISTENERS)
    print(f"The site is at {addresses}  (Ctrl-C stops it)", flush=True)  # noqa: T201


def post_worker_init(worker):
    """Ctrl-C reaches the worker twice: from the terminal, and from the server that passes it on.

    Gunicorn's own answer takes a lock, and the second signal in the midst of the first waits for it
    for ever (27.0.1), so the server waits out graceful_timeout. A worker that stops as it does for
    SIGTERM takes no lock, and answers the requests under way first.
    """
    for number in (signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, worker.handle_exit)
