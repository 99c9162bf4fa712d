"""What a monitor asks: does the process live, and could it serve?

Only which part fails is said, because anybody may ask; why it fails is in the log.
"""

import logging
import uuid

from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)


@require_safe
@never_cache
def live(request):
    """The process answers. Asks nothing else, so that a lost database restarts nobody."""
    return HttpResponse("ok\n", content_type="text/plain")


live.asks_no_database = True  # almaty/due.py leaves it alone


@require_safe
@never_cache
def ready(request):
    """All that a page may need is there; 503 and the name of what is not."""
    found = {name: problem_with(check) for name, check in CHECKS.items()}
    return HttpResponse(
        "".join(f"{name}: {problem or 'ok'}\n" for name, problem in found.items()),
        content_type="text/plain",
        status=503 if any(found.values()) else 200,
    )


ready.asks_no_database = True  # it asks by itself


def problem_with(check):
    try:
        return check()
    except Exception:  # whatever a driver may raise means the same to whoever asks
        logger.exception("/readyz/: %s", check.__name__)
        return "does not answer"


def database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def cached():
    written = uuid.uuid4().hex
    cache.set("readyz", written, 30)
    if cache.get("readyz") != written:
        return "does not keep what is written"


def migrations():
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        return f"{len(waiting)} not applied (manage.py migrate)"


CHECKS = {"database": database, "cache": cached, "migrations": migrations}
