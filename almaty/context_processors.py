from django.conf import settings


def site(request):
    """What every page says about the office, and the languages it can be read in."""
    return {
        "office_name": settings.OFFICE_NAME,
        "office_short_name": settings.OFFICE_SHORT_NAME,
    }
