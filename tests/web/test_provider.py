"""Which of a council's own sign-ins are taken."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from wardwise_web.config.provider import origin, provider


@pytest.mark.parametrize(
    "server",
    [
        "https://login.microsoftonline.com/common/v2.0",
        "https://login.microsoftonline.com/organizations/v2.0",
        "http://login.example/tenant",
    ],
)
def test_a_provider_that_lets_anybody_in_is_refused(monkeypatch, server):
    monkeypatch.setenv("WARDWISE_OIDC_SERVER", server)
    monkeypatch.setenv("WARDWISE_OIDC_CLIENT", "c")
    monkeypatch.setenv("WARDWISE_OIDC_SECRET", "s")
    with pytest.raises(ImproperlyConfigured):
        provider()


def test_the_button_of_the_councils_sign_in_may_lead_to_it_and_nowhere_else(monkeypatch):
    monkeypatch.delenv("WARDWISE_OIDC_SERVER", raising=False)
    assert (origin(), provider()) == ([], {})
    monkeypatch.setenv("WARDWISE_OIDC_SERVER", "https://login.example/tenant/v2.0")
    assert origin() == ["https://login.example"]
