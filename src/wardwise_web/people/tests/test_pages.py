"""Pages of people: who arrives where."""

from __future__ import annotations

import re

import pytest

from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.people.services import end_role


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


@pytest.mark.parametrize(
    ("who", "leads_to"), [("police", "emergency/"), ("auditor", "emergency/all/"), ("scrutiny", "")]
)
def test_from_ones_own_account_one_comes_to_what_one_did_and_to_emergency_access(
    sign_in, who, leads_to
):
    client, acts = sign_in(who), "/p/exampleshire/your-acts/"
    assert f'href="{acts}"' in client.get("/account/").content.decode()
    links = re.findall(
        r'href="/p/exampleshire/(emergency/[^"]*)"', client.get(acts).content.decode()
    )
    assert links == ([leads_to] if leads_to else [])
    for link in links:
        assert client.get(f"/p/exampleshire/{link}").status_code == 200


def test_an_administrator_invites_somebody_and_gives_them_a_role(sign_in, seats):
    client = sign_in("administrator")
    asked = {"name": "Noor Bell", "email": "noor@exampleshire.example"}
    page = client.post("/p/exampleshire/people/add/", asked, follow=True)
    assert "Noor Bell has an account" in page.content.decode()
    address = page.redirect_chain[-1][0]
    given = {"role": "board", "agency": seats.agencies["health"].pk}
    page = client.post(address, given, follow=True)
    assert "is now board member for Midshire Integrated Care Board" in page.content.decode()


def test_a_form_that_is_not_filled_in_says_what_to_enter(sign_in):
    page = sign_in("administrator").post("/p/exampleshire/people/add/", {"name": ""})
    page = page.content.decode()
    assert "<title>Error: " in page
    assert page.count("Enter the person&#39;s name") == 2  # in the summary and beside the field


@pytest.mark.parametrize(
    ("who", "address", "status"),
    [
        ("analyst", "people/", 404),
        ("manager", "people/", 200),
        ("manager", "people/add/", 404),
        ("auditor", "people/", 200),
        ("auditor", "audit/", 200),
        ("administrator", "audit/", 404),
        ("manager", "audit/", 404),
        ("board", "agencies/", 200),
    ],
)
def test_who_may_open_what(sign_in, who, address, status):
    assert sign_in(who).get(f"/p/exampleshire/{address}").status_code == status


def test_what_somebody_could_do_on_a_day_is_told(sign_in, seats):
    address = f"/p/exampleshire/people/{seats.people['board'].pk}/rights/"
    client = sign_in("auditor")
    page = client.get(address, {"on-day": "1", "on-month": "1", "on-year": "2020"})
    assert "could do nothing here" in page.content.decode()
    page = client.get(address, {"on-day": "31", "on-month": "12", "on-year": "2099"})
    assert "approve" in page.content.decode()


def test_reading_the_audit_is_in_the_audit_and_an_export_has_its_hash(sign_in):
    client = sign_in("auditor")
    client.get("/p/exampleshire/audit/")
    answer = client.get("/p/exampleshire/audit/", {"form": "csv"})
    assert "OFFICIAL-SENSITIVE. Audit. Exported by Audrey Pike" in answer.content.decode()[:60]
    page = client.get("/p/exampleshire/audit/", {"check": "yes"}).content.decode()
    assert "Audit log read" in page
    assert "The audit is whole" in page


def test_the_audit_is_read_in_words_and_the_row_as_written_is_one_step_away(sign_in, seats):
    client, held = sign_in("auditor"), seats.people["board"].holdings.first()
    end_role(holding=held, by=seats.actor("administrator"))
    row = AuditEvent.objects.filter(event="role.ended").last()
    page = client.get("/p/exampleshire/audit/").content.decode()
    assert "Role ended" in page
    assert seats.people["board"].name in page
    assert f'href="/p/exampleshire/audit/{row.sequence}/"' in page
    page = client.get(f"/p/exampleshire/audit/{row.sequence}/").content.decode()
    assert row.hash in page
    assert "&#34;role&#34;: " in page  # the JSON that was hashed
    assert sign_in("manager").get(f"/p/exampleshire/audit/{row.sequence}/").status_code == 404
    assert client.get("/p/exampleshire/audit/99999/").status_code == 404


def test_a_row_is_found_by_the_words_that_it_is_read_in(sign_in, seats):
    client = sign_in("auditor")
    client.get("/p/exampleshire/audit/", {"form": "csv"})
    page = client.get("/p/exampleshire/audit/", {"words": "downloaded"}).content.decode()
    assert "List downloaded" in page
