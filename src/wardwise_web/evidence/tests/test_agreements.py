"""Sharing agreements: when one ends no file is taken in, and a build says what it read."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from wardwise_web.core.moves import MoveRefused
from wardwise_web.evidence.content import NotTaken
from wardwise_web.evidence.models import AgreementTerm, HandedFile
from wardwise_web.evidence.rules import lapsed_of, why_not_shared
from wardwise_web.evidence.services import hand_in
from wardwise_web.evidence.services.agreements import (
    Agreed,
    Terms,
    enter_agreement,
    put_under,
    renew_agreement,
)
from wardwise_web.evidence.tests.files import upload
from wardwise_web.evidence.today import tasks


TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
AGREED = Agreed("Fire data", "Fire and council", "Assessment", "Chief Fire Officer's office")
PAGES = "/p/exampleshire/evidence/"


def entered(seats, ends, starts=None, who="manager"):
    terms = Terms(starts or ends - 365 * DAY, ends)
    return enter_agreement(
        partnership=seats.partnership, agreed=AGREED, terms=terms, by=seats.actor(who)
    )


@pytest.fixture
def shared(seats, fires):
    """The fire service's dataset under an agreement that ended yesterday, with a file from then."""
    hand_in(dataset=fires, upload=upload(), received_on=TODAY, by=seats.actor("fire"))
    put_under(dataset=fires, agreement=entered(seats, TODAY - DAY), by=seats.actor("fire"))
    fires.refresh_from_db()
    return fires


# the term's first and last day, from today: whether a file is taken in
TERMS = [(-10, 0, True), (0, 10, True), (-10, -1, False), (1, 10, False)]


@pytest.mark.parametrize(("starts", "ends", "is_taken"), TERMS)
def test_the_day_of_the_end_is_the_last(seats, fires, starts, ends, is_taken):
    agreement = entered(seats, TODAY + ends * DAY, TODAY + starts * DAY)
    put_under(dataset=fires, agreement=agreement, by=seats.actor("analyst"))
    fires.refresh_from_db()
    assert (why_not_shared(fires, on=TODAY) == "") is is_taken


def test_the_sentence_names_agreement_day_and_who_can_renew_it(seats, shared):
    with pytest.raises(NotTaken) as refused:
        hand_in(
            dataset=shared, upload=upload(content=b"a,b\n1,2\n"), received_on=TODAY,
            by=seats.actor("fire"),
        )  # fmt: skip
    yesterday = TODAY - DAY
    assert str(refused.value) == (
        f"The sharing agreement 'Fire data' ended on {yesterday.day} {yesterday:%B %Y}. Chief Fire"
        " Officer's office can renew it; the manager or an administrator then enters the new dates"
    )
    assert HandedFile.objects.count() == 1


def test_a_renewal_is_a_row_and_opens_the_door_again(seats, shared):
    agreement = shared.agreement
    renew_agreement(
        agreement=agreement, terms=Terms(TODAY, TODAY + 365 * DAY), by=seats.actor("administrator")
    )
    assert AgreementTerm.objects.filter(agreement=agreement).count() == 2
    made = hand_in(
        dataset=shared, upload=upload(content=b"a,b\n1,2\n"), received_on=TODAY,
        by=seats.actor("fire"),
    )  # fmt: skip
    assert made.pk
    with pytest.raises(MoveRefused, match="ends later"):
        renew_agreement(agreement=agreement, terms=Terms(TODAY, TODAY), by=seats.actor("manager"))


def test_a_build_says_what_it_read_under_an_agreement_that_had_ended(seats, shared):
    (told,) = lapsed_of([shared], on=TODAY)
    assert told.startswith(
        "Fires and false alarms: 1 file. The sharing agreement 'Fire data' ended on"
    )
    assert lapsed_of([shared], on=TODAY - DAY) == []


WRITES = [("manager", None), ("administrator", None), ("analyst", PermissionDenied),
          ("fire", PermissionDenied), ("auditor", PermissionDenied)]  # fmt: skip


@pytest.mark.parametrize(("who", "refused"), WRITES)
def test_who_enters_an_agreement(seats, who, refused):
    if refused is None:
        assert entered(seats, TODAY, who=who).pk
    else:
        with pytest.raises((refused, Http404)):
            entered(seats, TODAY, who=who)


def test_the_pages_say_so_and_renew(sign_in, seats, shared):
    page = f"{PAGES}datasets/{shared.pk}/hand-in/"
    told = sign_in("fire").get(page).content.decode()
    assert "Chief Fire Officer&#39;s office can renew it" in told
    assert "Agreement ended" in sign_in("analyst").get(PAGES).content.decode()
    manager = sign_in("manager")
    listed = manager.get(f"{PAGES}agreements/").content.decode()
    assert ">Fires and false alarms</dd>" in listed
    until = TODAY + 300 * DAY
    dates = {
        f"{name}-{part}": getattr(day, part)
        for name, day in (("starts_on", TODAY), ("ends_on", until))
        for part in ("day", "month", "year")
    }
    address = f"{PAGES}agreements/{shared.agreement_id}/renew/"
    answer = manager.post(address, dates, follow=True).content.decode()
    assert "is renewed" in answer
    assert sign_in("analyst").get(address).status_code in (403, 404)


def test_it_is_put_under_another_on_a_page(sign_in, seats, fires):
    agreement = entered(seats, TODAY)
    address = f"{PAGES}datasets/{fires.pk}/agreement/"
    sign_in("fire").post(address, {"agreement": agreement.pk})
    fires.refresh_from_db()
    assert fires.agreement == agreement
    page = sign_in("fire").post(address, {"agreement": ""}).content.decode()
    assert "Select the sharing agreement, or say below why there is none" in page
    because = "Section 17A requires it"
    sign_in("fire").post(address, {"agreement": "", "no_agreement_because": because})
    fires.refresh_from_db()
    assert (fires.agreement, fires.no_agreement_because) == (None, because)


@pytest.mark.parametrize(("named", "because"), [(True, "And a reason"), (False, " ")])
def test_a_dataset_stands_under_an_agreement_or_says_why_not(seats, fires, named, because):
    agreement = entered(seats, TODAY) if named else None
    with pytest.raises(MoveRefused, match="one of the two"):
        put_under(dataset=fires, agreement=agreement, because=because, by=seats.actor("fire"))


def test_the_supply_tracker_shows_the_agreement_and_warns_when_it_has_ended(sign_in, seats, shared):
    tracker = f"{PAGES}reports/supply/"
    page = sign_in("analyst").get(tracker).content.decode()
    assert "under a sharing agreement that is not in force" in page
    assert "Fires and false alarms: 1 file. The sharing agreement" in page
    assert "Fire data, ended on" in page
    assert "Fire data" not in sign_in("analyst").get(f"{PAGES}reports/quality/").content.decode()
    sheet = sign_in("analyst").get(tracker, {"form": "csv", "table": "0"}).content.decode()
    assert "Fire data, ended on" in sheet
    renew_agreement(
        agreement=shared.agreement, terms=Terms(TODAY, TODAY + DAY), by=seats.actor("manager")
    )
    assert "not in force" not in sign_in("analyst").get(tracker).content.decode()


def test_home_asks_for_the_renewal_before_the_end(seats, fires):
    entered(seats, TODAY + 20 * DAY)
    (task,) = tasks(seats.actor("manager"), seats.partnership)
    assert task.text.endswith("'Fire data' renewed by Chief Fire Officer's office")
    asked = tasks(seats.actor("analyst"), seats.partnership)
    assert not any("renewed" in one.text for one in asked)
