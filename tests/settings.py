"""The one settings file, made fast and independent of the machine's own `.env`."""

import os
import tempfile

os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ["DEBUG"] = "off"
os.environ["HTTPS"] = "off"
os.environ["CACHE_URL"] = ""
os.environ.setdefault("DATABASE_URL", "")

from almaty.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MEDIA_ROOT = tempfile.mkdtemp(prefix="almaty-media-")
CACHES = {
    alias: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": alias}
    for alias in ("default", "shared")
}
WHITENOISE_AUTOREFRESH = True
