"""How long somebody stays signed in, and what ends it everywhere."""

from __future__ import annotations

import time

import pytest
from django.test import Client

from wardwise_web.conftest import PASSWORD
from wardwise_web.people.models import Person


HOME = "/p/exampleshire/"
HOUR = 3600


def later(monkeypatch, seconds):
    """The clock of the session limits, moved on."""
    now = time.time() + seconds
    monkeypatch.setattr("wardwise_web.people.sessions.time", lambda: now)


def test_an_hour_without_a_sign_of_anybody_ends_it(sign_in, monkeypatch):
    client = sign_in("analyst")
    assert client.get(HOME).status_code == 200
    later(monkeypatch, HOUR - 60)
    assert client.get(HOME).status_code == 200
    later(monkeypatch, 2 * HOUR)
    answer = client.get(f"{HOME}agencies/?a=b")
    assert answer["Location"] == "/sign-in/login/?next=%2Fp%2Fexampleshire%2Fagencies%2F%3Fa%3Db"
    assert "time had passed" in client.get(answer["Location"]).content.decode()
    later(monkeypatch, 0)  # it is gone, not hidden
    assert client.get(HOME).status_code == 302


def test_half_a_day_ends_it_whatever_is_done(sign_in, monkeypatch):
    client = sign_in("analyst")
    client.get(HOME)
    for halves in range(1, 24):
        later(monkeypatch, halves * HOUR / 2)
        assert client.get(HOME).status_code == 200, halves
    later(monkeypatch, 12 * HOUR + 1)
    assert client.get(HOME).status_code == 302


def test_a_page_that_asks_again_by_itself_is_no_sign_of_anybody(sign_in, monkeypatch):
    client = sign_in("analyst")
    client.get(HOME)
    for minutes in range(5, 60, 5):
        later(monkeypatch, minutes * 60)
        assert client.get(HOME, headers={"HX-Request": "true"}).status_code == 200
    later(monkeypatch, HOUR)
    answer = client.get(HOME, headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (401, "/sign-in/login/")


def test_a_form_that_comes_too_late_writes_nothing(sign_in, seats, monkeypatch):
    client = sign_in("administrator")
    client.get(HOME)
    later(monkeypatch, 2 * HOUR)
    asked = {"name": "Noor Bell", "email": "noor@exampleshire.example"}
    assert client.post(f"{HOME}people/add/", asked)["Location"] == "/sign-in/login/"
    assert not Person.objects.filter(email=asked["email"]).exists()


def test_a_new_password_signs_out_everywhere_else(sign_in):
    here, elsewhere = sign_in("analyst"), sign_in("analyst")
    assert elsewhere.get(HOME).status_code == 200
    new = "another horse battery staple"
    given = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    here.post("/sign-in/password/change/", given)
    assert here.get(HOME).status_code == 200
    assert elsewhere.get(HOME).status_code == 302


@pytest.mark.parametrize(
    "given",
    [
        {"oldpassword": "wrong", "password1": "another horse battery", "password2": "another"},
        {"oldpassword": PASSWORD, "password1": "short", "password2": "short"},
        {"oldpassword": PASSWORD, "password1": "passwordpassword", "password2": "passwordpassword"},
        {"password1": "another horse battery", "password2": "another horse battery"},
    ],
)
def test_a_password_is_not_changed_without_the_old_one_nor_to_a_weak_one(sign_in, seats, given):
    sign_in("analyst").post("/sign-in/password/change/", given)
    assert Person.objects.get(pk=seats.people["analyst"].pk).check_password(PASSWORD)


def test_an_account_that_is_closed_is_signed_out_at_once(sign_in, seats):
    client = sign_in("analyst")
    assert client.get(HOME).status_code == 200
    Person.objects.filter(pk=seats.people["analyst"].pk).update(is_active=False)
    assert client.get(HOME).status_code == 302


def test_signing_in_makes_a_new_session_and_signing_out_ends_it(seats):
    browser = Client()
    browser.get("/sign-in/login/")
    session = browser.session
    session["planted"] = "by somebody else"
    session.save()
    planted = session.session_key
    browser.post("/sign-in/login/", {"login": "analyst@exampleshire.example", "password": PASSWORD})
    kept = browser.session.session_key
    assert kept not in (None, planted)
    answer = browser.post("/sign-in/logout/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    stolen = Client()
    stolen.cookies["session"] = stolen.cookies["__Host-session"] = kept
    assert stolen.get(HOME).status_code == 302


def test_an_administrator_ends_every_session_of_somebody(sign_in, seats):
    phone, desk = sign_in("board"), sign_in("board")
    address = f"{HOME}people/{seats.people['board'].pk}/sessions/end/"
    assert sign_in("manager").post(address).status_code == 404
    assert phone.get(HOME).status_code == 200
    assert sign_in("administrator").post(address).status_code == 302
    assert phone.get(HOME).status_code == 302
    assert desk.get(HOME).status_code == 302


def test_one_ends_ones_own_other_sessions(sign_in):
    here, lost, other = sign_in("fire"), sign_in("fire"), sign_in("police")
    assert here.post("/account/sessions/end/").status_code == 302
    assert here.get(HOME).status_code == 200
    assert lost.get(HOME).status_code == 302
    assert other.get(HOME).status_code == 200
