"""Signing in by the council's own provider, over real requests to one on localhost."""

from __future__ import annotations

import pytest

from tests.web.oidc_provider import CLIENT, SECRET, provider_on_localhost
from wardwise_web.people.models import Person


START = "/sign-in/oidc/council/login/"


@pytest.fixture
def provider(settings):
    with provider_on_localhost() as made:
        app = {
            "provider_id": "council",
            "name": "your council account",
            "client_id": CLIENT,
            "secret": SECRET,
            "settings": {"server_url": made.address},
        }
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}
        }
        settings.SECOND_FACTOR = True  # which the council asks for, and not we again
        yield made


def sign_in_there(client, provider, email):
    provider.email = email
    asked = client.post(START)
    assert asked["Location"].startswith(f"{provider.address}/authorize")
    back = provider.sign_in(asked["Location"])
    return client.get(back.partition("testserver")[2], follow=True)


def test_somebody_who_was_invited_comes_in(client, seats, provider):
    page = sign_in_there(client, provider, "analyst@exampleshire.example")
    assert page.redirect_chain[-1][0] == "/p/exampleshire/"
    assert provider.refusals == []


def test_they_come_in_the_second_time_too(client, seats, provider):
    for _ in range(2):
        page = sign_in_there(client, provider, "analyst@exampleshire.example")
        assert page.redirect_chain[-1][0] == "/p/exampleshire/"
        client.logout()


def test_somebody_who_was_not_invited_is_told_so_and_gets_no_account(client, seats, provider):
    page = sign_in_there(client, provider, "stranger@elsewhere.example")
    assert page.status_code == 403
    assert "There is no account here for your address" in page.content.decode()
    assert not Person.objects.filter(email__startswith="stranger").exists()


def test_somebody_whose_account_was_closed_does_not_come_in(client, seats, provider):
    Person.objects.filter(email="analyst@exampleshire.example").update(is_active=False)
    sign_in_there(client, provider, "analyst@exampleshire.example")
    assert client.get("/p/exampleshire/").status_code == 302


def test_the_sign_in_page_offers_it(client, seats, provider):
    assert "your council account" in client.get("/sign-in/login/").content.decode()


def test_an_address_that_the_provider_never_checked_opens_no_account(client, seats, provider):
    provider.is_verified = False
    page = sign_in_there(client, provider, "analyst@exampleshire.example")
    assert page.status_code == 403
