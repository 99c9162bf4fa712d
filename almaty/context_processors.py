from django.conf import settings
from django.utils.translation import get_language

from almaty.addresses import in_language


def site(request):
    """What every page says about the office, and this same page in each language."""
    current = get_language()
    return {
        "office_name": settings.OFFICE_NAME,
        "office_short_name": settings.OFFICE_SHORT_NAME,
        "organisation_name": settings.ORGANISATION_NAME,
        "office_email": settings.OFFICE_EMAIL,
        "languages": [
            {
                "code": code,
                "name": name,
                "url": in_language(request.get_full_path(), code),
                "is_current": code == current,
            }
            for code, name in settings.LANGUAGES
        ],
    }
