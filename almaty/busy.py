"""What the desk says where the database lets somebody wait too long, or takes no such rows."""

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
    return not_done(request, _("The site is very busy"), words, 503)


def not_possible(request):
    """The same for rows that cannot all be there. The forms see to that; this is the last line,
    for those that somebody has made up."""
    words = _("It was not saved: something in it is there already. Open the page anew and compare.")
    return not_done(request, _("It was not saved"), words, 409)


def not_done(request, title, words, status):
    if asks_for_json(request):
        return told(words, status)
    response = of_desk_form(request, words, status) or render(
        request,
        "admin/not_done.html",
        {"title": title, "words": words, "status": status},
        status=status,
    )
    response.headers["Cache-Control"] = "private, no-store"
    return response
