"""Addresses that browsers ask for by themselves."""

from django.http import HttpResponseRedirect
from django.templatetags.static import static
from django.views.decorators.cache import cache_control


@cache_control(public=True, max_age=86400)
def favicon(request):
    """Browsers ask here when a page is not HTML; the drawing itself is a static file."""
    return HttpResponseRedirect(static("almaty/mark.svg"))


favicon.asks_no_database = True  # almaty/due.py
