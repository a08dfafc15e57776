"""Signing in: local accounts with a second factor, or the council's own (OpenID Connect)."""

from __future__ import annotations

import os

from wardwise_web.config.provider import provider


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
    {"NAME": "wardwise_web.people.passwords.WordsOfThePlace"},
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
# Axes counts wrong passwords, in the database, by address and machine: by address alone a stranger
# could lock anybody out. This limit is for the second factor, which only a right password reaches
ACCOUNT_RATE_LIMITS = {"login_failed": "5/15m/key"}
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no mail to strangers because somebody typed their address
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
AXES_USERNAME_CALLABLE = "wardwise_web.people.guessing.who_was_tried"
AXES_CLIENT_IP_CALLABLE = "wardwise_web.people.guessing.where_from"
AXES_LOCKOUT_CALLABLE = "wardwise_web.people.guessing.locked_out"
# How many proxies stand before this server: each adds the address that it was asked from. With
# none, everybody would seem to come from the proxy, and one guesser would lock everybody out
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("WARDWISE_PROXIES", "0"))

SOCIALACCOUNT_PROVIDERS = provider()
