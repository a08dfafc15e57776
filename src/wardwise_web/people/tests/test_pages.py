"""Pages of people: who arrives where."""

from __future__ import annotations

import pytest


def test_somebody_with_one_partnership_goes_straight_to_it(sign_in):
    answer = sign_in("analyst").get("/", follow=True)
    assert answer.redirect_chain[-1][0] == "/p/exampleshire/"
    assert "What needs you today" in answer.content.decode()


def test_a_partnership_that_one_holds_nothing_in_is_not_found(sign_in):
    assert sign_in("analyst").get("/p/elsewhere/").status_code == 404


def test_nobody_sees_anything_without_signing_in(client, seats):
    answer = client.get("/p/exampleshire/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/login/")


@pytest.mark.parametrize("address", ["/", "/account/"])
def test_own_pages_open_for_everybody(sign_in, address):
    assert sign_in("auditor").get(address, follow=True).status_code == 200
