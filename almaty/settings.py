"""One file for every machine; what differs comes from the environment or from `.env`.

Safe is the default: debugging off, no secret key, HTTPS demanded. `make run` writes a `.env`
that relaxes HTTPS for 127.0.0.1. Every variable is described in docs/operator.md.
"""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from almaty.accounts.roles import ROLES
from almaty.environment import Environment

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment(BASE_DIR / ".env")

# The machine -----------------------------------------------------------------------------------

DEBUG = env.flag("DEBUG", False)
SECRET_KEY = env.text("SECRET_KEY", "only-for-debugging" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY in the environment or in .env (`make run` does).")
HTTPS = env.flag("HTTPS", not DEBUG)
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS", [])
DATA_DIR = Path(env.text("DATA_DIR", str(BASE_DIR / "var")))
# How many proxies of ours stand in front; the client's address is read that far from the right.
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 0)

# The office: any field office sets its own -------------------------------------------------------

OFFICE_NAME = _("UNESCO Regional Office in Almaty")
OFFICE_SHORT_NAME = _("UNESCO Almaty")
ORGANISATION_NAME = _("UNESCO")
OFFICE_EMAIL = env.text("OFFICE_EMAIL", "")
OFFICE_URL = env.text("OFFICE_URL", "")
TIME_ZONE = env.text("TIME_ZONE", "Asia/Almaty")

# Applications ----------------------------------------------------------------------------------

INSTALLED_APPS = [
    "almaty.apps.AlmatyConfig",
    "programmes",
    "newsroom",
    "modeltranslation",  # before admin, which it extends
    "almaty.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_countries",
    "django_filters",
    "django_prose_editor",
    "imagefield",
    "js_asset",
    "csp",
    "almaty.apps.TagsConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "almaty.middleware.MethodsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "almaty.middleware.LanguageFromAddressMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "almaty.accounts.sessions.SessionLimitsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "almaty.due.DueChangesMiddleware",
    "almaty.middleware.OldAddressesMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "almaty.urls"
WSGI_APPLICATION = "almaty.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "almaty.context_processors.site",
            ],
            "builtins": ["almaty.templatetags.almaty"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Data ------------------------------------------------------------------------------------------

DATABASES = {"default": env.database("DATABASE_URL", DATA_DIR / "db.sqlite3")}
# "shared" holds the one word that every process of this machine must agree on (almaty/caching.py).
CACHES = {
    "default": env.cache("CACHE_URL"),
    "shared": env.shared_cache("CACHE_URL", DATA_DIR / "cache"),
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"  # who signs out is out in every process

MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "almaty.whole_files.WholeFileStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["avif", "webp", "jpg", "png", "woff2", "map", "gz", "br"]

# Languages -------------------------------------------------------------------------------------

USE_TZ = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ru", "Русский"), ("kk", "Қазақша")]
LOCALE_PATHS = [BASE_DIR / "almaty" / "locale", BASE_DIR / "almaty" / "library_words"]
FORMAT_MODULE_PATH = ["almaty.formats"]  # Kazakh numbers and dates, which Django does not have
MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("en",)

# People ----------------------------------------------------------------------------------------

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: behind a lock no password is looked at
    "almaty.accounts.backends.StaffBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
# Who must have a second factor: "everyone", or roles. Others may have one.
SECOND_FACTOR_FOR = env.some_of("SECOND_FACTOR_FOR", ["everyone", *ROLES])

# Signing in: allauth (almaty/accounts/). Its own limits count in the cache, which forgets; those of
# almaty/accounts/locks.py are in the database.
ACCOUNT_ADAPTER = "almaty.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "almaty.accounts.forms.SignInForm",
    "reauthenticate": "almaty.accounts.forms.PasswordAgainForm",
}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # nobody signs up; what an account consists of
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = False
ACCOUNT_SESSION_REMEMBER = True
MFA_ADAPTER = "almaty.accounts.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "almaty.accounts.forms.CodeForm",
    "reauthenticate": "almaty.accounts.forms.CodeAgainForm",
    "activate_totp": "almaty.accounts.forms.TurnOnForm",
}
MFA_RATE_LIMITS = False
MFA_TOTP_TOLERANCE = 1  # the code before and the one after: clocks differ

AXES_HANDLER = "almaty.accounts.locks.DeskLocks"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "almaty.accounts.locks.locked_out"
AXES_CLIENT_IP_CALLABLE = "almaty.accounts.locks.address_of"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # a guesser cannot keep the lock shut
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
# Masked in what axes keeps of a wrong try, beside "password".
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "code", "csrfmiddlewaretoken"]
AXES_SENSITIVE_PARAMETERS += ["old_password", "new_password1", "new_password2"]

# Security --------------------------------------------------------------------------------------

SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_REDIRECT_EXEMPT = [r"^healthz/$", r"^readyz/$"]  # probes speak plain HTTP
if env.flag("BEHIND_TLS_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_AGE = 8 * 60 * 60  # without a request; the longest is in almaty/accounts/sessions.py
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "almaty.signed_out.csrf_failure"
X_FRAME_OPTIONS = "DENY"

# The nonce is sent only where a page asks for one: the desk's forms (the editor's import map).
# Public pages carry none and can be cached.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-src": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
PERMISSIONS_POLICY = {
    name: []
    for name in ("browsing-topics", "camera", "geolocation", "microphone", "payment", "usb")
}

# Limits ----------------------------------------------------------------------------------------

# Rich text of a long page in three languages, with a picture of 10 MB pasted into it (in base64 a
# third more), which is left out and said; images have limits of their own in almaty/images.py.
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_PERMISSIONS = 0o644

# Libraries -------------------------------------------------------------------------------------

TAGGIT_CASE_INSENSITIVE = True
TAGGIT_TAGS_FROM_STRING = "almaty.tags.split_on_commas"
TAGGIT_STRING_FROM_TAGS = "almaty.tags.join_with_commas"
IMAGEFIELD_BIN_DEPTH = 2
IMAGEFIELD_AUTOGENERATE = False
IMAGEFIELD_VALIDATE_ON_SAVE = False  # almaty/picture_field.py has decoded and redrawn it

LOG_LEVEL = env.one_of("LOG_LEVEL", ["DEBUG", "INFO", "WARNING", "ERROR"], "INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        "django": {},  # without the handlers of its own, which would say everything twice
        "axes": {"level": "WARNING"},  # several lines for every sign-in else
        "imagefield": {"level": "WARNING"},  # a line for every rendition else
        "django.request": {"level": "ERROR"},  # what readers mistype is in the access log
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # scanners ask all day
    },
}

if DEBUG and env.flag("TOOLBAR", False):  # `make dev` turns it on
    INSTALLED_APPS.append("debug_toolbar")
    MIDDLEWARE.insert(2, "debug_toolbar.middleware.DebugToolbarMiddleware")
    INTERNAL_IPS = ["127.0.0.1"]
