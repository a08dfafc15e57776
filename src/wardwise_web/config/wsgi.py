"""The door that a server such as gunicorn knocks at."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wardwise_web.config.settings")
application = get_wsgi_application()
# else the first people of the day wait while every room is read in
get_resolver().check()
