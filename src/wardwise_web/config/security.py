"""What the browser is told to refuse, and how long a person stays signed in."""

from __future__ import annotations

import os

from wardwise_web.config.provider import origin


SECURE = os.environ.get("WARDWISE_SECURE", "1") != "0"  # 0 only for a trial on one's own machine

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "worker-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        # the button of the council's sign-in is a form whose answer leads there
        "form-action": ["'self'", *origin()],
        "frame-ancestors": ["'none'"],
    }
}

SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"  # Strict would sign a person out who follows a link in a mail
# __Host-: the browser keeps such a cookie for this name alone, and takes it over TLS alone
SESSION_COOKIE_NAME = "__Host-session" if SECURE else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE else "csrf"
CSRF_FAILURE_VIEW = "wardwise_web.core.views.forged"
SESSION_LONGEST = SESSION_COOKIE_AGE = 12 * 3600  # seconds from signing in, whatever is done
SESSION_IDLE = 3600  # seconds without a sign of anybody
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# What a page says once stays on the server: a cookie would carry people's names about
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
