"""`make run` and `make dev`: from a fresh checkout to a site that answers.

Every step can be repeated: what is done is not done again, and nothing anybody wrote is changed.
HOST and PORT come from the environment, where make puts what stands on its command line.
"""

import errno
import ipaddress
import os
import secrets
import socket
import subprocess
import sys

import virtualenv
from steps import PYTHON, ROOT, say, stop

DOTENV = ROOT / ".env"
LOCAL_NAMES = "localhost,127.0.0.1,[::1]"


def main(dev):
    host, port = address()
    refuse_taken(host, port)
    virtualenv.prepare("requirements-dev.txt" if dev else "requirements.txt")
    write_dotenv()
    environment = environment_for(host, port, dev)
    prepare(environment, dev)
    serve(host, port, environment, dev)


def address():
    host, port = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
    if not port.isdecimal() or not 0 < int(port) < 65536:
        stop(f"PORT={port}: write a number between 1 and 65535, such as make run PORT=8001")
    return host.strip("[]"), int(port)


def refuse_taken(host, port):
    """Before anything else is done, rather than after a minute of it."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            stop(
                f"port {port} is taken, perhaps by another `make run`. "
                f"Choose another: make run PORT={port + 1 if port < 65535 else 8000}"
            )
        if error.errno == errno.EACCES:
            stop(f"only root may serve port {port}. Choose one from 1024 up: make run PORT=8000")
        stop(f"HOST={host} is no address of this machine ({error.strerror}).")


def write_dotenv():
    """A fresh secret key, readable by its owner only. A file that is there is left alone."""
    try:
        file = os.open(DOTENV, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return
    with os.fdopen(file, "w") as dotenv:
        dotenv.write(
            "# Made by `make run`. Every variable is described in docs/operator.md.\n"
            f"SECRET_KEY={secrets.token_urlsafe(64)}\n"
            "# Plain HTTP, for this machine alone. Take this line away once HTTPS is in front.\n"
            "HTTPS=off\n"
        )
    say("Wrote .env with a fresh secret key.")


def dotenv_values():
    lines = [line.partition("=") for line in DOTENV.read_text().splitlines() if "=" in line]
    return {name.strip(): value.strip().strip("'\"") for name, _, value in lines}


def environment_for(host, port, dev):
    """What the site is told: the environment, with what serving from here makes necessary."""
    environment = dict(os.environ, HOST=host, PORT=str(port))
    environment["DEBUG"] = environment["TOOLBAR"] = "on" if dev else "off"
    written = dotenv_values()
    if "HTTPS" not in environment and "HTTPS" not in written:
        environment["HTTPS"] = "off"  # this server speaks plain HTTP
    names = environment.get("ALLOWED_HOSTS") or written.get("ALLOWED_HOSTS") or LOCAL_NAMES
    kind = kind_of(host)
    if kind == "every":
        say(
            f"Serving on every address of this machine, to readers who ask for: {names}\n"
            "  For other names or addresses: ALLOWED_HOSTS=… in .env (separated by commas)."
        )
    elif kind == "one":
        name = f"[{host}]" if ":" in host else host
        environment["ALLOWED_HOSTS"] = ",".join(dict.fromkeys([*names.split(","), name]))
    if kind != "local":
        say("  This is plain HTTP: passwords can be read on the way. docs/operator.md: HTTPS.")
    return environment


def kind_of(host):
    """ "local", "every" (0.0.0.0, ::) or "one" other address or name."""
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return "local" if host == "localhost" else "one"
    return "every" if ip.is_unspecified else "local" if ip.is_loopback else "one"


def prepare(environment, dev):
    command = [PYTHON, "manage.py", "prepare", "--demo", "--administrator"]
    if dev:
        command.append("--no-static")  # the development server finds them itself
    done = subprocess.run(command, cwd=ROOT, env=environment)
    if done.returncode:
        sys.exit(done.returncode)  # the command has said why


def serve(host, port, environment, dev):
    """Becomes the server, so that Ctrl-C and a supervisor's signals reach it directly."""
    os.chdir(ROOT)
    at = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    command = ["manage.py", "runserver", at] if dev else ["-m", "gunicorn"]
    if not dev:
        command += ["--config", "deploy/gunicorn.conf.py", "--bind", at]
    os.execve(PYTHON, [PYTHON, *command], environment)  # noqa: S606 no shell is wanted


if __name__ == "__main__":
    try:
        main(dev=sys.argv[1:] == ["--dev"])
    except KeyboardInterrupt:
        sys.exit("\nStopped. `make run` goes on where it was.")
    except OSError as error:
        stop(f"{error.filename or ROOT} cannot be used: {error.strerror}.")
