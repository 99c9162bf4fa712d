# Placeholder by the lead until the search part lands: replace the whole file.
from django.http import Http404


def search(request):
    raise Http404
