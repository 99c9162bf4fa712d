"""Pictures over HTTP where no front server does it: `make run`, and small installations.

An address holds 128 random bits and shows on no page before its story is public, so that it can
be neither guessed nor listed; and it never holds other bytes, so that it is kept for good.
"""

import re

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

# Names as almaty/images.py and django-imagefield make them; nothing else is looked for on the disk.
NAME = re.compile(
    r"(?:images/[0-9a-f]{2}/[0-9a-f]{32}"
    r"|__processed__/[0-9a-f]{3}/[0-9a-f]{3}/[0-9a-f]{32}-[0-9a-f]{12})"
    r"\.(?:avif|jpg|png|webp)",
    re.ASCII,
)
# Said here and not asked of the machine: Debian's own list knows no AVIF.
TYPES = {"avif": "image/avif", "jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
}


@require_safe
def media(request, name):
    if not NAME.fullmatch(name):
        raise Http404
    try:
        file = default_storage.open(name)
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(file, content_type=TYPES[name.rpartition(".")[2]], headers=HEADERS)


media.asks_no_database = True  # almaty/due.py
