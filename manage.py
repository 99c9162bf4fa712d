#!/usr/bin/env python3
import os
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "almaty.settings")
    try:
        from django.core.management import execute_from_command_line
    except ImportError as error:
        raise SystemExit(
            "Django is not installed here. Run `make run`, or use the Python in .venv/bin."
        ) from error
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
