"""What `manage.py check` says about the way this machine is set up."""

import os

from django.conf import settings
from django.core.checks import Warning, register

IN_PROCESS = "django.core.cache.backends.locmem.LocMemCache"


@register
def one_process_or_a_shared_cache(app_configs, **kwargs):
    """Each process would go on showing what another has just withdrawn."""
    workers = os.environ.get("WEB_CONCURRENCY", "")
    if not workers.isdecimal() or int(workers) < 2:
        return []
    if settings.CACHES["default"]["BACKEND"] != IN_PROCESS:
        return []
    return [
        Warning(
            f"WEB_CONCURRENCY={workers} processes, and each has a cache of its own.",
            hint="Set CACHE_URL=redis://…, or serve with one process (it has several threads).",
            id="almaty.W001",
        )
    ]
