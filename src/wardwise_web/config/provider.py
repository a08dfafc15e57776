"""The council's own sign-in (OpenID Connect), such as Microsoft Entra, where it is given."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured


# Under these addresses Entra signs in people of any organisation, whose mail address is whatever
# their own administrator typed: that would be a way into anybody's account here
OPEN_TO_ALL = {"common", "organizations", "consumers"}


def provider() -> dict[str, Any]:
    """The one provider, as the library asks for it; nothing where none is given."""
    server = os.environ.get("WARDWISE_OIDC_SERVER")
    if not server:
        return {}
    _check(server)
    app = {
        "provider_id": "council",
        "name": os.environ.get("WARDWISE_OIDC_NAME", "your council account"),
        "client_id": os.environ["WARDWISE_OIDC_CLIENT"],
        "secret": os.environ["WARDWISE_OIDC_SECRET"],
        "settings": {"server_url": server},
    }
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}


def origin() -> list[str]:
    """Where the browser may be led by the button of the council's sign-in."""
    server = urlsplit(os.environ.get("WARDWISE_OIDC_SERVER", ""))
    return [f"{server.scheme}://{server.netloc}"] if server.netloc else []


def _check(server: str) -> None:
    told = urlsplit(server)
    if OPEN_TO_ALL & set(told.path.lower().split("/")):
        raise ImproperlyConfigured(
            "WARDWISE_OIDC_SERVER names no one organisation. Give the address with your tenant's"
            " own number: its people alone are to come in."
        )
    if told.scheme != "https" and told.hostname not in ("localhost", "127.0.0.1"):
        raise ImproperlyConfigured("WARDWISE_OIDC_SERVER has to begin with https://.")
