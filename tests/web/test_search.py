# ruff: noqa: F401, F811 - the fixtures of the rooms are taken in by name
"""Search over all rooms: nothing is found or counted that one may not read."""

from __future__ import annotations

from datetime import date

import pytest

from wardwise_web.conftest import own_home, seats, sign_in
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.core.rooms import parts_of_rooms
from wardwise_web.core.searching import has_words, search, words_of
from wardwise_web.people.demo import PEOPLE


PAGE = "/p/exampleshire/search/"


@pytest.fixture
def held(seats):
    """An item of the horizon, a card of the police that few may read, an agreement."""
    from wardwise_web.assessments.services import begin_cycle
    from wardwise_web.evidence.services.agreements import Agreed, Terms, enter_agreement
    from wardwise_web.plan.tests.year import indicator_of

    begin_cycle(
        partnership=seats.partnership, name="2026/27", starts_on=date(2026, 10, 1),
        ends_on=date(2027, 9, 30), by=seats.actor("manager"),
    )  # fmt: skip
    indicator_of(seats)
    enter_agreement(
        partnership=seats.partnership,
        agreed=Agreed("Shops agreement", "Police and shops", "Shoplifting", "The superintendent"),
        terms=Terms(date(2026, 1, 1), date(2027, 1, 1)),
        by=seats.actor("manager"),
    )
    return seats


def test_it_is_grouped_counted_and_leads_there(sign_in, held):
    page = sign_in("analyst").get(PAGE, {"q": "shoplift"}).content.decode()
    assert "2 found" in page
    assert "Sharing agreements (1)" in page
    assert "Indicators (1)" in page
    assert "/performance/of/S1/" in page


@pytest.mark.parametrize("who", [who for who, *_ in PEOPLE] + ["administrator"])
def test_what_is_found_is_what_may_be_read_and_counts_too(held, who):
    actor = held.actor(who)
    wanted = words_of("shop")
    may = [
        hit.href
        for part in parts_of_rooms("search")
        for hit in part.hits(actor, held.partnership)
        if has_words(f"{hit.title} {hit.text}", wanted) and can(actor, Verb.READ, hit.thing())
    ]
    found = [one.href for group in search(actor, held.partnership, "shop") for one in group.found]
    assert found == may


def test_an_administrator_finds_no_data(sign_in, held):
    page = sign_in("administrator").get(PAGE, {"q": "shoplift"}).content.decode()
    assert "Indicators" not in page
    assert "1 found" in page  # the agreement, which is no data


def test_a_confidential_indicator_is_not_found_nor_counted(sign_in, held):
    from wardwise_web.plan.models import Indicator

    Indicator.objects.update(marking="OFFICIAL-SENSITIVE")
    assert "Indicators (1)" in sign_in("manager").get(PAGE, {"q": "shoplift"}).content.decode()
    page = sign_in("scrutiny").get(PAGE, {"q": "shoplift"}).content.decode()
    assert "Indicators" not in page


def test_what_was_looked_for_is_not_kept_and_that_it_was_is(sign_in, held):
    sign_in("analyst").get(PAGE, {"q": "shoplift"})
    row = AuditEvent.objects.last()
    assert row.operation == "consultation"
    assert "Indicators" in row.details
    assert "shoplift" not in row.details


def test_an_empty_question_and_nothing_found_are_told(sign_in, held):
    client = sign_in("analyst")
    assert "found" not in client.get(PAGE).content.decode().split("<main")[1]
    assert "Enter two letters or more" in client.get(PAGE, {"q": "x"}).content.decode()
    assert "Nothing that you may read has" in client.get(PAGE, {"q": "zzz"}).content.decode()
    assert "<script>alert" not in client.get(PAGE, {"q": "<script>alert"}).content.decode()
