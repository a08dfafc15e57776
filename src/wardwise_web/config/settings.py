"""Django's settings. What differs between installations comes from the environment."""

from __future__ import annotations

import os
from pathlib import Path

from wardwise_web.config.databases import default_database
from wardwise_web.config.home import home, secret_key
from wardwise_web.config.security import *  # noqa: F403 - Django reads settings from one module
from wardwise_web.config.sign_in import *  # noqa: F403


HERE = Path(__file__).resolve().parent.parent
HOME = home()
SECRET_KEY = secret_key(HOME)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("WARDWISE_HOSTS", "localhost,127.0.0.1").split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]

# From the bottom storey up
OURS = (
    "core",
    "people",
    "evidence",
    "assessments",
    "priorities",
    "plan",
    "performance",
    "consultation",
    "horizon",
    "intelligence",
)
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
    *(f"wardwise_web.{name}" for name in OURS),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",  # before files are served, which are to carry it too
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "wardwise_web.core.middleware.GuardMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "wardwise_web.people.sessions.SessionLimitsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "wardwise_web.people.middleware.ActorMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "wardwise_web.core.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "wardwise_web.people.context.frame",
            ],
        },
    },
    # For the templates of libraries that are written in Django's own language
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "core" / "templates"],  # before the libraries' own
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]
ROOT_URLCONF = "wardwise_web.config.urls"
WSGI_APPLICATION = "wardwise_web.config.wsgi.application"
DATABASES = {"default": default_database(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Person"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Served as they stand until they are collected under names with a hash
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nobody else's page has a use for our scripts
MEDIA_ROOT = HOME / "uploads"  # never served by address: pages hand files out by right
FILE_UPLOAD_PERMISSIONS = 0o600
LARGEST_UPLOAD = 200 * 1024 * 1024  # bytes of one partner's file
# Folders below which an analyst may point at data on this server
EVIDENCE_ROOTS = [
    one for one in os.environ.get("WARDWISE_EVIDENCE_ROOTS", "").split(os.pathsep) if one
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "core_kept_for_a_while",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
RUNS = HOME / "runs"
WITNESS = Path(os.environ.get("WARDWISE_WITNESS", HOME / "audit-witness.txt"))
EMAIL_BACKEND = os.environ.get("WARDWISE_EMAIL", "django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = HOME / "mail"
DEFAULT_FROM_EMAIL = os.environ.get("WARDWISE_FROM", "wardwise@localhost")
SILENCED_SYSTEM_CHECKS: list[str] = []
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "wardwise_web.core.logs.JsonLines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
