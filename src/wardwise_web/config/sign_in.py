"""Signing in: local accounts with a second factor, or the council's own (OpenID Connect)."""

from __future__ import annotations

import os
from typing import Any


AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # refuses after too many tries, before any other asks
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{PASSWORD}.UserAttributeSimilarityValidator"},
    {"NAME": f"{PASSWORD}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{PASSWORD}.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "account_login"

ACCOUNT_ADAPTER = "wardwise_web.people.adapters.InvitedOnly"
SOCIALACCOUNT_ADAPTER = "wardwise_web.people.adapters.KnownPeopleOnly"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # people are invited by an administrator of their partnership
ACCOUNT_PREVENT_ENUMERATION = True
# Axes counts wrong passwords, in the database, where every worker and every restart sees them
ACCOUNT_RATE_LIMITS = {"login_failed": None}
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Wardwise"
# Whoever signs in with a password needs a second factor; 0 only for a trial on one's own machine
SECOND_FACTOR = os.environ.get("WARDWISE_SECOND_FACTOR", "1") != "0"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_AUTO_SIGNUP = False

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_FORM_FIELD = "login"


def _provider() -> dict[str, Any]:
    """One OpenID Connect provider, such as Microsoft Entra, where its address is given."""
    server = os.environ.get("WARDWISE_OIDC_SERVER")
    if not server:
        return {}
    app = {
        "provider_id": "council",
        "name": os.environ.get("WARDWISE_OIDC_NAME", "your council account"),
        "client_id": os.environ["WARDWISE_OIDC_CLIENT"],
        "secret": os.environ["WARDWISE_OIDC_SECRET"],
        "settings": {"server_url": server},
    }
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}


SOCIALACCOUNT_PROVIDERS = _provider()
