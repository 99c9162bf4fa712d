#!/usr/bin/env python3
import os
import signal
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "almaty.settings")
    # Migrations and exports may take longer than a page may (docs/operator.md).
    os.environ.setdefault("STATEMENT_TIMEOUT", "0")
    try:
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line
    except ImportError as error:
        raise SystemExit(
            "Django is not installed here. Run `make run`, or use the Python in .venv/bin."
        ) from error
    open_what_was_closed()
    try:
        execute_from_command_line(sys.argv)
        sys.stdout.flush()
    except ImproperlyConfigured as error:
        raise SystemExit(f"Settings: {error}") from error
    except BrokenPipeError as error:  # whoever read the output has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(128 + signal.SIGPIPE) from error
    except KeyboardInterrupt as error:
        sys.stderr.write("\n")
        raise SystemExit(128 + signal.SIGINT) from error


def open_what_was_closed():
    """A command may be started without standard streams, and some terminals lack letters."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))
    sys.stdout.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    main()
