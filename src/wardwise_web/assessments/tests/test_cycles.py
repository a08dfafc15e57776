"""Years: begun with the law's checklist, never complete while it is empty, moved by the table."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404

from wardwise_web.assessments.cycle_states import CYCLE_MOVES, CycleState
from wardwise_web.assessments.models import ChecklistItem, Cycle
from wardwise_web.assessments.services import begin_cycle
from wardwise_web.assessments.services.checklist import (
    AnswerOvertaken,
    answer_item,
    move_cycle,
)
from wardwise_web.assessments.services.cycle_templates import (
    Year,
    begin_from_template,
    keep_as_template,
)
from wardwise_web.assessments.services.terms import (
    TermsOvertaken,
    Wording,
    add_milestone,
    end_seat,
    finish_milestone,
    move_milestone,
    save_terms,
    seat,
)
from wardwise_web.assessments.statute import items_for
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.roles import Role
from wardwise_web.people.beginning import first_administrator
from wardwise_web.people.services import add_person, found_partnership, give_role


FIRST, LAST = datetime.date(2026, 10, 1), datetime.date(2027, 9, 30)
WORDING = Wording("To agree priorities", ("What changed?",), ("Kilnfield",), "By age", "OFFICIAL")


@pytest.fixture
def year(seats):
    return begin_cycle(
        partnership=seats.partnership,
        name="2026/27",
        starts_on=FIRST,
        ends_on=LAST,
        by=seats.actor("manager"),
    )


def answered(seats, year, but=()):
    for item in year.checklist.all():
        if item.item not in but:
            answer_item(
                item=item, met_by="A chapter", reason="", version=0, by=seats.actor("analyst")
            )


def worded(seats, year, wording=WORDING, based_on=0):
    return save_terms(cycle=year, wording=wording, based_on=based_on, by=seats.actor("analyst"))


def moved(seats, year, to, who="manager", note=""):
    move_cycle(cycle=year, to=CycleState(to), note=note, by=seats.actor(who))
    year.refresh_from_db()


def test_a_year_begins_with_everything_that_the_law_asks(year):
    items = list(year.checklist.values_list("item", flat=True))
    assert items[:7] == list("abcdefg")
    assert {"6(1)(d)", "12(a)", "12(c)", "10 to 11"} < set(items)


@pytest.mark.parametrize(
    ("code", "cited", "not_cited"),
    [
        ("E08000027", "S.I. 2007/1830", "S.I. 2007/3076"),
        ("W06000015", "S.I. 2007/3076", "S.I. 2007/1830"),
    ],
)
def test_each_country_has_its_regulations(code, cited, not_cited):
    sources = " ".join(one.source for one in items_for(code))
    assert cited in sources
    assert not_cited not in sources


def test_every_single_empty_item_keeps_the_year_open(seats, year):
    worded(seats, year)
    names = list(year.checklist.values_list("item", flat=True))
    answered(seats, year)
    for name in names:
        with transaction.atomic():
            year.checklist.filter(item=name).update(met_by="", answered_at=None)
            with pytest.raises(MoveRefused, match=r"1 of the things .* is unanswered"):
                moved(seats, year, "complete")
            transaction.set_rollback(True)
    moved(seats, year, "complete")
    assert year.state == "complete"


def test_without_terms_or_equality_the_year_is_not_complete(seats, year):
    answered(seats, year)
    with pytest.raises(MoveRefused, match="no terms of reference"):
        moved(seats, year, "complete")
    worded(seats, year, Wording("Why", ("What?",), (), "  ", "OFFICIAL"))
    with pytest.raises(MoveRefused, match="equality section"):
        moved(seats, year, "complete")


# from, to, who: whether it may be; the board alone takes back what was approved
MOVES = [
    ("open", "approved", "board", False),
    ("open", "complete", "board", False),
    ("complete", "approved", "analyst", False),
    ("complete", "approved", "board", True),
    ("complete", "open", "analyst", True),
    ("approved", "open", "manager", False),
    ("approved", "open", "board", True),
    ("approved", "published", "manager", True),
    ("published", "open", "board", False),
    ("published", "archived", "manager", True),
    ("archived", "open", "board", False),
]


@pytest.mark.parametrize(("now", "to", "who", "may"), MOVES)
def test_the_table_of_moves_is_kept(seats, year, now, to, who, may):
    worded(seats, year)
    answered(seats, year)
    Cycle.objects.filter(pk=year.pk).update(state=now)
    if may:
        moved(seats, year, to, who, note="For a reason")
        assert [step.now for step in year.steps.all()] == [to]
    else:
        with pytest.raises(MoveRefused):
            moved(seats, year, to, who, note="For a reason")


def test_what_is_undone_needs_its_reason(seats, year):
    worded(seats, year)
    answered(seats, year)
    moved(seats, year, "complete")
    with pytest.raises(MoveRefused, match="Give the reason"):
        moved(seats, year, "open")


def test_every_state_can_be_left_or_is_the_last():
    assert set(CycleState) - {now for now, _ in CYCLE_MOVES} == {CycleState.ARCHIVED}


def test_a_year_that_is_complete_is_not_changed(seats, year):
    worded(seats, year)
    answered(seats, year)
    moved(seats, year, "complete")
    with pytest.raises(MoveRefused, match="open it again"):
        worded(seats, year, based_on=1)
    item = year.checklist.first()
    with pytest.raises(MoveRefused, match="open it again"):
        answer_item(item=item, met_by="x", reason="", version=1, by=seats.actor("analyst"))


@pytest.mark.parametrize(("met_by", "reason"), [("", ""), ("A chapter", "No money"), (" ", "\n")])
def test_an_item_is_met_or_not_and_never_both_or_neither(seats, year, met_by, reason):
    item, by = year.checklist.first(), seats.actor("analyst")
    with pytest.raises(MoveRefused, match="either what meets the item, or why"):
        answer_item(item=item, met_by=met_by, reason=reason, version=0, by=by)


def test_the_database_holds_an_answer_together(year):
    item = year.checklist.first()
    with pytest.raises(IntegrityError), transaction.atomic():
        ChecklistItem.objects.filter(pk=item.pk).update(met_by="A", reason="B")
    with pytest.raises(IntegrityError), transaction.atomic():
        ChecklistItem.objects.filter(pk=item.pk).update(met_by="A")


def test_two_people_answer_and_nothing_is_overwritten(seats, year):
    item, by = year.checklist.first(), seats.actor("analyst")
    answer_item(item=item, met_by="First", reason="", version=0, by=by)
    with pytest.raises(AnswerOvertaken):
        answer_item(item=item, met_by="Second", reason="", version=0, by=seats.actor("manager"))
    item.refresh_from_db()
    assert item.met_by == "First"


def test_two_people_write_the_terms_and_see_both(seats, year, sign_in):
    worded(seats, year)
    with pytest.raises(TermsOvertaken):
        worded(seats, year)
    page = sign_in("manager").post(
        f"/p/exampleshire/years/{year.pk}/terms/edit/",
        {
            "purpose": "Mine",
            "questions": "A?\nB?",
            "commissioned": "",
            "equality": "x",
            "marking": "OFFICIAL",
            "based_on": "0",
        },
    )
    told = page.content.decode()
    assert "saved version 1 while you were writing" in told
    assert "To agree priorities" in told
    assert ">Mine</textarea>" in told
    assert year.terms.count() == 1


def test_commissioned_places_wait_for_the_next_build(seats, year):
    worded(seats, year)
    assert seats.partnership.commissioned.first().places == ["Kilnfield"]
    worded(seats, year, based_on=1)  # the same places: nothing new is commissioned
    assert seats.partnership.commissioned.count() == 1


def test_a_seat_is_dated_and_stays_on_record(seats, year):
    given = {
        "cycle": year,
        "agency": seats.agencies["police"],
        "person": seats.people["board"],
        "by": seats.actor("manager"),
    }
    held = seat(from_on=FIRST, **given)
    with pytest.raises(MoveRefused, match="already"):
        seat(from_on=FIRST, **given)
    with pytest.raises(MoveRefused, match="before it began"):
        end_seat(held=held, on=FIRST - datetime.timedelta(days=1), by=given["by"])
    end_seat(held=held, on=LAST, by=given["by"])
    assert year.seats.get().until_on == LAST
    seat(from_on=LAST, **given)


def test_a_day_that_moves_keeps_its_first_date(seats, year):
    by = seats.actor("manager")
    made = add_milestone(
        cycle=year, what="Board", due_on=FIRST, person=seats.people["chair"], by=by
    )
    with pytest.raises(MoveRefused, match="Say why"):
        move_milestone(milestone=made, due_on=LAST, because=" ", by=by)
    move_milestone(milestone=made, due_on=LAST, because="Snow", by=by)
    made.refresh_from_db()
    assert (made.due_on, made.first_due_on, made.moved_because) == (LAST, FIRST, "Snow")
    with pytest.raises(PermissionDenied):
        finish_milestone(milestone=made, by=seats.actor("fire"))
    finish_milestone(milestone=made, by=seats.actor("chair"))  # whose day it is
    made.refresh_from_db()
    assert made.done_by == seats.people["chair"]


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
    answered(seats, year, but=("g",))
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
