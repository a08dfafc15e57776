"""Signing in: guessing is stopped, a password alone is not enough, and the pages look alike."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)

from wardwise_web.conftest import PASSWORD


ADDRESS = "/sign-in/login/"
WHO = "analyst@exampleshire.example"


def enter(client, password=PASSWORD, login=WHO):
    return client.post(ADDRESS, {"login": login, "password": password}, follow=True)


@pytest.mark.parametrize(
    "page",
    ["password/change/", "password/reset/", "password/reset/done/", "2fa/", "again/", "logout/"],
)
def test_the_librarys_pages_have_our_frame(sign_in, page):
    answer = sign_in("analyst").get(f"/sign-in/{page}", follow=True)
    assert answer.status_code == 200
    assert "govuk-heading-l" in answer.content.decode()


@pytest.mark.parametrize("page", ["signup/", "email/"])
def test_nobody_signs_up_or_changes_their_address(client, page):
    assert client.get(f"/sign-in/{page}").status_code == 404


def test_a_wrong_password_says_the_same_as_a_wrong_address(client, seats):
    wrong = enter(client, password="guess").content.decode()
    nobody = enter(client, login="nobody@exampleshire.example").content.decode()
    said = re.compile(r"govuk-error-summary__list.*?</ul>", re.S)
    assert said.search(wrong).group().split() == said.search(nobody).group().split()


def test_after_five_wrong_tries_the_right_one_is_refused_too(client, seats):
    for _ in range(5):
        enter(client, password="guess")
    assert enter(client).status_code == 429


def test_a_password_alone_leads_to_the_second_factor_and_nowhere_else(client, seats, settings):
    settings.SECOND_FACTOR = True
    page = enter(client)
    assert page.redirect_chain[-1][0].startswith("/sign-in/2fa/totp/activate/")
    assert client.get("/p/exampleshire/").status_code == 302


def test_with_the_second_factor_set_up_the_password_asks_for_it(client, seats, settings):
    settings.SECOND_FACTOR = True
    page = enter(client).content.decode()
    secret = re.search(r'value="([A-Z2-7]{16,})"', page).group(1)
    counter = next(iter(yield_hotp_counters_from_time()))
    code = format_hotp_value(hotp_value(secret, counter))
    client.post("/sign-in/2fa/totp/activate/", {"code": code})
    assert client.get("/p/exampleshire/").status_code == 200
    client.post("/sign-in/logout/")
    assert enter(client).redirect_chain[-1][0] == "/sign-in/2fa/authenticate/"
    assert client.get("/p/exampleshire/").status_code == 302
