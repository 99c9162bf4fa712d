"""What the desk says where the database lets somebody wait too long."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from almaty.desk_json import asks_for_json, told
from almaty.typed_text import of_desk_form

DISK_FULL = "53100"  # PostgreSQL's


def is_busy(error):
    """Whether an OperationalError only says that it takes too long, or is away for a moment.

    A full disk is another thing; and in SQLite every fault is an OperationalError, also a table
    that is not there.
    """
    cause = error.__cause__
    name = getattr(cause, "sqlite_errorname", "SQLITE_BUSY")
    is_waiting = name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
    return is_waiting and getattr(cause, "sqlstate", None) != DISK_FULL


def busy(request):
    """Nothing was saved: what was typed comes back with the sentence."""
    words = _("The page could not be made. Try again in a moment.")
    if request.method == "POST":
        words = _("The site is very busy: it was not saved. Try again in a moment.")
    if asks_for_json(request):
        return told(words, 503)
    response = of_desk_form(request, words, 503) or render(
        request, "admin/busy.html", {"words": words}, status=503
    )
    response.headers["Cache-Control"] = "private, no-store"
    return response
