"""Templates for several partnerships, and the pages of a year."""

from __future__ import annotations

import datetime

import pytest
from django.http import Http404

from wardwise_web.assessments.models import Cycle
from wardwise_web.assessments.services.cycle_templates import (
    Year,
    begin_from_template,
    keep_as_template,
)
from wardwise_web.assessments.services.terms import add_milestone
from wardwise_web.assessments.tests.made_paper import answer_the_law
from wardwise_web.assessments.tests.test_cycles import FIRST, LAST, worded, year
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.permissions.roles import Role
from wardwise_web.people.beginning import first_administrator
from wardwise_web.people.services import add_person, found_partnership, give_role


__all__ = ["year"]  # a fixture


@pytest.fixture
def neighbour(seats):
    """Another partnership, in Wales, in which the manager manages too."""
    other = found_partnership(name="Morfa", slug="morfa", area_code="W06999001", operator="test")
    first = first_administrator(
        partnership=other, agency_name="Morfa Council", email="a@m.example", name="A", on=FIRST
    )
    from wardwise_web.people.selectors import actor_of

    admin = actor_of(first.person, other)
    manager = add_person(
        partnership=other, email=seats.people["manager"].email, name="Morgan Reid", by=admin
    )
    give_role(person=manager, agency=first.agency, role=Role.MANAGER, by=admin)
    return other


def test_several_partnerships_begin_from_one_template(seats, year, neighbour):
    worded(seats, year)
    answer_the_law(seats, year, but=("g",))
    by = seats.actor("manager")
    add_milestone(
        cycle=year, what="Board", due_on=FIRST + datetime.timedelta(100), person=None, by=by
    )
    template = keep_as_template(cycle=year, name="Ours", by=by)
    began = datetime.date(2027, 10, 1)
    made = begin_from_template(
        template=template,
        partnerships=[seats.partnership, neighbour],
        year=Year("2027/28", began, datetime.date(2028, 9, 30)),
        person=seats.people["manager"],
    )
    assert [one.partnership.slug for one in made] == ["exampleshire", "morfa"]
    for one in made:
        assert one.milestones.get().due_on == began + datetime.timedelta(100)
        assert one.terms.get().purpose == "To agree priorities"
        assert one.terms.get().commissioned == []
        # a suggestion answers nothing
        assert one.checklist.get(item="a").suggested == "A chapter"
        assert not one.checklist.exclude(met_by="", reason="").exists()
    assert made[0].before == year
    assert "2007/3076" in made[1].checklist.get(item="b").source


def test_a_year_is_begun_in_all_of_them_or_in_none(seats, year):
    other = found_partnership(name="Elsewhere", slug="else", area_code="E06999002", operator="t")
    template = keep_as_template(cycle=year, name="Ours", by=seats.actor("manager"))
    with pytest.raises(Http404):
        begin_from_template(
            template=template,
            partnerships=[seats.partnership, other],
            year=Year("2027/28", LAST, LAST + datetime.timedelta(300)),
            person=seats.people["manager"],
        )
    assert not Cycle.objects.filter(name="2027/28").exists()


def test_pages_of_a_year_from_beginning_to_complete(seats, sign_in):
    manager, analyst = sign_in("manager"), sign_in("analyst")
    days = {
        "starts_on-day": "1", "starts_on-month": "10", "starts_on-year": "2026",
        "ends_on-day": "30", "ends_on-month": "9", "ends_on-year": "2027",
    }  # fmt: skip
    manager.post("/p/exampleshire/years/begin/", {"name": "2026/27", **days})
    year = Cycle.objects.get()
    here = f"/p/exampleshire/years/{year.pk}/"
    assert "things that the law asks are unanswered" in analyst.get(here).content.decode()
    refused = analyst.post(f"{here}move/complete/", {"note": ""})
    assert "no terms of reference" in refused.content.decode()
    worded(seats, year)
    for item in year.checklist.all():
        page = f"{here}checklist/{item.pk}/"
        bad = analyst.post(page, {"how": "met", "met_by": "", "version": "0"})
        assert "Enter which chapter or record meets it" in bad.content.decode()
        analyst.post(page, {"how": "not", "reason": "Not asked here", "version": "0"})
    analyst.post(f"{here}move/complete/", {"note": ""})
    year.refresh_from_db()
    assert year.state == "complete"
    assert sign_in("scrutiny").get(here).status_code == 200
    left = analyst.get(f"{here}checklist/?form=csv").content.decode("utf-8-sig")
    assert left.count("Not asked here") == year.checklist.count()
    assert AuditEvent.objects.filter(event="cycle.moved").count() == 1


def test_a_move_that_is_not_theirs_leads_back_and_not_in_a_circle(seats, year, sign_in):
    answer = sign_in("board").get(f"/p/exampleshire/years/{year.pk}/move/complete/", follow=True)
    assert "cannot become &#39;complete&#39; by you" in answer.content.decode()
