"""Guessing: of passwords, of codes, of who has an account; and being led elsewhere."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core import mail
from django.core.exceptions import ValidationError

from wardwise_web.conftest import PASSWORD
from wardwise_web.people.models import Person


ADDRESS = "/sign-in/login/"
WHO = "analyst@exampleshire.example"
HOME = "/p/exampleshire/"


def enter(client, password=PASSWORD, login=WHO, **told):
    return client.post(ADDRESS, {"login": login, "password": password}, **told)


def test_another_spelling_of_an_address_has_no_tries_of_its_own(client, seats):
    for login in (WHO, WHO.upper(), WHO.title(), f" {WHO}", "Analyst@Exampleshire.example"):
        enter(client, password="guess", login=login)
    answer = enter(client)
    assert answer.status_code == 429
    assert "govuk-template" in answer.content.decode()
    assert WHO not in answer.content.decode()


def test_whoever_is_locked_out_hears_the_same_with_and_without_an_account(client, seats):
    told = []
    for login in (WHO, "nobody@exampleshire.example"):
        for _ in range(5):
            enter(client, password="guess", login=login)
        answer = enter(client, password="guess", login=login)
        told.append((answer.status_code, re.sub(r'value="\w{64}"', "", answer.content.decode())))
    assert told[0] == told[1]


def test_behind_a_proxy_a_guesser_locks_out_their_own_machine_alone(client, seats, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for n in range(6):
        # what a browser claims comes first, what our proxy saw comes last
        enter(client, password="guess", headers={"x-forwarded-for": f"10.0.0.{n}, 203.0.113.9"})
    guesser = {"x-forwarded-for": "10.9.9.9, 203.0.113.9"}
    assert enter(client, headers=guesser).status_code == 429
    assert enter(client, headers={"x-forwarded-for": "198.51.100.7"}).status_code == 302


def test_without_a_proxy_nobody_escapes_by_naming_another_machine(client, seats):
    for n in range(5):
        enter(client, password="guess", headers={"x-forwarded-for": f"10.0.0.{n}"})
    assert enter(client, headers={"x-forwarded-for": "10.0.0.99"}).status_code == 429


def test_codes_of_the_second_factor_are_not_guessed_for_ever(client, seats, settings):
    settings.SECOND_FACTOR = True
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(seats.people["analyst"], generate_totp_secret())
    assert enter(client)["Location"] == "/sign-in/2fa/authenticate/"
    for _ in range(5):
        answer = client.post("/sign-in/2fa/authenticate/", {"code": "000000"})
    answer = client.post("/sign-in/2fa/authenticate/", {"code": "000000"})
    assert "Too many failed" in answer.content.decode()


def test_however_somebody_came_in_the_second_factor_is_asked_of_them(sign_in, settings):
    settings.SECOND_FACTOR = True
    answer = sign_in("analyst").get(HOME)  # a session that says nothing of how it began
    assert answer["Location"] == "/sign-in/2fa/totp/activate/"


def test_a_forgotten_password_says_the_same_of_every_address(client, seats, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    told = []
    for email in (WHO, "nobody@exampleshire.example"):
        answer = client.post("/sign-in/password/reset/", {"email": email})
        told.append((answer.status_code, answer["Location"]))
    assert told[0] == told[1]
    (sent,) = mail.outbox
    assert sent.to == [WHO]


def test_a_forgotten_password_is_chosen_once_and_its_link_works_once(client, seats, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    client.post("/sign-in/password/reset/", {"email": WHO})
    link = re.search(r"https?://\S+", mail.outbox[0].body).group().partition("testserver")[2]
    page = client.get(link, follow=True)
    new = "another horse battery staple"
    client.post(page.redirect_chain[-1][0], {"password1": new, "password2": new})
    assert Person.objects.get(email=WHO).check_password(new)
    assert client.get(HOME).status_code == 302  # the link itself signs nobody in
    client.logout()
    assert "password1" not in client.get(link, follow=True).content.decode()


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example/",
        "https:elsewhere.example",
        "javascript:alert(1)",
        "\thttps://elsewhere.example",
    ],
)
def test_signing_in_leads_nowhere_else(client, seats, elsewhere):
    form = {"login": WHO, "password": PASSWORD, "next": elsewhere}
    assert client.post(ADDRESS, form)["Location"] in ("/", HOME)


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword",
        "Wardwise2026!!",
        "CommunitySafety1",
        "Summer-2026-Council",
        "111111111111",
    ],
)
def test_words_of_the_place_are_no_password(seats, password):
    with pytest.raises(ValidationError):
        validate_password(password, seats.people["analyst"])


@pytest.mark.parametrize("password", ["Asha.Daley.2026", "analyst@exampleshire"])
def test_neither_is_ones_own_name(seats, password):
    with pytest.raises(ValidationError):
        validate_password(password, seats.people["analyst"])


@pytest.mark.parametrize(
    "password", ["kettle lantern biscuit", "пароль который длинный", "q" * 3 + "wzxjvkbp" * 20]
)
def test_any_other_is_taken_however_long_and_in_whatever_letters(seats, password):
    validate_password(password, seats.people["analyst"])
