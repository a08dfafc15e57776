"""Changes to people, and what anybody could do on a past date."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.roles import Role
from wardwise_web.people.models import Holding
from wardwise_web.people.selectors import actor_of
from wardwise_web.people.services import end_agency, end_role, give_role


def test_an_administrator_does_not_give_themselves_a_role(seats):
    me = seats.people["administrator"]
    with pytest.raises(PermissionDenied):
        give_role(
            person=me,
            agency=seats.agencies["council"],
            role=Role.ANALYST,
            by=seats.actor("administrator"),
        )


def test_an_analyst_gives_nobody_a_role(seats):
    with pytest.raises(Http404):
        give_role(
            person=seats.people["owner"],
            agency=seats.agencies["council"],
            role=Role.ANALYST,
            by=seats.actor("analyst"),
        )


def test_a_role_that_was_ended_is_known_for_the_day_before(seats):
    person, before = seats.people["police"], timezone.now()
    for holding in Holding.objects.filter(person=person):
        end_role(holding=holding, by=seats.actor("administrator"))
    assert actor_of(person, seats.partnership).roles == set()
    assert actor_of(person, seats.partnership, at=before).roles == {Role.CONTRIBUTOR, Role.LEAD}


def test_when_an_agency_leaves_its_people_can_do_nothing_more(seats):
    agency = seats.agencies["fire"]
    end_agency(
        agency=agency,
        on=timezone.now().date(),
        successor=None,
        by=seats.actor("administrator"),
    )
    assert not seats.actor("fire").roles
    tomorrow = timezone.now() + timedelta(days=1)
    assert not actor_of(seats.people["assurer"], seats.partnership, at=tomorrow).roles


def test_each_change_leaves_a_row_in_the_audit(seats):
    before = AuditEvent.objects.count()
    give_role(
        person=seats.people["owner"],
        agency=seats.agencies["housing"],
        role=Role.CONTRIBUTOR,
        by=seats.actor("administrator"),
    )
    (row,) = AuditEvent.objects.filter(sequence__gt=before)
    assert (row.event, row.actor_name) == ("role.given", "Adele Moss")


def test_an_agency_that_has_left_cannot_be_given_another_day(seats):
    agency, by = seats.agencies["fire"], seats.actor("administrator")
    today = timezone.localdate()
    with pytest.raises(MoveRefused, match="before it joined"):
        end_agency(agency=agency, on=today - timedelta(days=9999), successor=None, by=by)
    end_agency(agency=agency, on=today, successor=None, by=by)
    with pytest.raises(MoveRefused, match="has left already"):
        end_agency(agency=agency, on=today + timedelta(days=9), successor=None, by=by)
    assert not seats.actor("fire").roles
