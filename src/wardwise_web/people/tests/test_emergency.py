"""Breaking the glass: with a reason, for three hours, seen by the manager and the auditor."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.emergency import break_glass, close_glass
from wardwise_web.people.models import BrokenGlass
from wardwise_web.people.selectors import actor_of
from wardwise_web.people.services import end_role


REASON = "A threat to life at the hostel tonight: I need the appendix on it."
ADDRESS = "/p/exampleshire/emergency/"


def opened(seats, who="fire"):
    by = seats.actor(who)
    return break_glass(partnership=seats.partnership, reason=REASON, site="https://s", by=by)


def appendix(seats):
    number = seats.partnership.pk
    return Thing(Kind.RESTRICTED_APPENDIX, number, 1, marking="OFFICIAL-SENSITIVE")


def test_it_opens_and_after_three_hours_it_is_over(seats):
    assert not can(seats.actor("fire"), Verb.READ, appendix(seats))
    made = opened(seats)
    assert can(seats.actor("fire"), Verb.READ, appendix(seats))
    assert not can(seats.actor("health"), Verb.READ, appendix(seats))
    person, last = seats.people["fire"], made.starts_at + timedelta(hours=3)
    before = actor_of(person, seats.partnership, at=last - timedelta(seconds=1))
    assert can(before, Verb.READ, appendix(seats))
    assert not can(actor_of(person, seats.partnership, at=last), Verb.READ, appendix(seats))


def test_it_can_be_closed_before(seats):
    made = opened(seats)
    close_glass(broken=made, by=seats.actor("fire"))
    assert not can(seats.actor("fire"), Verb.READ, appendix(seats))
    told = list(AuditEvent.objects.order_by("-sequence").values_list("event", flat=True)[:2])
    assert told == ["emergency.closed", "emergency.opened"]


def test_it_ends_with_the_last_role(seats):
    opened(seats)
    for held in seats.people["fire"].holdings.all():
        end_role(holding=held, by=seats.actor("administrator"))
    assert not seats.actor("fire").in_emergency


@pytest.mark.parametrize("who", ["administrator", "auditor", "scrutiny"])
def test_who_is_not_at_the_table_cannot_open_it(seats, who):
    with pytest.raises((Http404, PermissionDenied)):
        opened(seats, who)


@pytest.mark.parametrize("reason", ["", "   ", "urgent"])
def test_without_a_reason_it_stays_closed(seats, reason):
    with pytest.raises(MoveRefused, match="Say what has happened"):
        break_glass(partnership=seats.partnership, reason=reason, site="", by=seats.actor("fire"))


def test_it_is_not_opened_twice_nor_when_nobody_would_know(seats):
    opened(seats)
    with pytest.raises(MoveRefused, match="already"):
        opened(seats)
    for who in ("auditor", "manager"):
        for held in seats.people[who].holdings.all():
            end_role(holding=held, by=seats.actor("administrator"))
    with pytest.raises(MoveRefused, match="nobody would know"):
        opened(seats, "health")


def test_the_manager_and_the_auditor_are_told_at_once_and_not_why(
    sign_in, settings, django_capture_on_commit_callbacks
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    manager = sign_in("manager")
    manager.get("/p/exampleshire/")
    with django_capture_on_commit_callbacks(execute=True):
        page = sign_in("fire").post(ADDRESS, {"reason": REASON}, follow=True).content.decode()
    assert "You have emergency access until" in page
    assert sorted(one.to[0].partition("@")[0] for one in mail.outbox) == ["auditor", "manager"]
    assert all("hostel" not in one.body + one.subject for one in mail.outbox)
    assert "Femi Ward opened emergency access" in manager.get("/p/exampleshire/").content.decode()
    assert "hostel" in sign_in("auditor").get(f"{ADDRESS}all/").content.decode()
    assert "hostel" not in sign_in("health").get(f"{ADDRESS}all/").content.decode()
    row = AuditEvent.objects.get(event="emergency.opened")
    assert (row.operation, row.reason) == ("access", REASON)
    assert row.recipients == "Audrey Pike, Morgan Reid"


def test_the_page_closes_it_and_only_for_oneself(sign_in, seats):
    made = opened(seats)
    address = f"{ADDRESS}{made.pk}/close/"
    assert sign_in("health").post(address).status_code == 404
    assert sign_in("manager").post(address).status_code == 403
    assert sign_in("fire").post(address).status_code == 302
    assert BrokenGlass.objects.get(pk=made.pk).ends_at <= timezone.now()
