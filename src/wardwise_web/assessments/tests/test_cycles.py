"""Years: begun with the law's checklist, never complete while it is empty, moved by the table."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from wardwise_web.assessments.cycle_states import CYCLE_MOVES, CycleState
from wardwise_web.assessments.models import ChecklistItem, Cycle
from wardwise_web.assessments.services import begin_cycle
from wardwise_web.assessments.services.checklist import (
    AnswerOvertaken,
    answer_item,
    move_cycle,
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
from wardwise_web.assessments.statute import items_for, source_in_words
from wardwise_web.assessments.tests.made_paper import answer_the_law
from wardwise_web.core.moves import MoveRefused


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
    answer_the_law(seats, year)
    for name in names:
        with transaction.atomic():
            year.checklist.filter(item=name).update(met_by="", answered_at=None)
            with pytest.raises(MoveRefused, match=r"1 of the things .* is unanswered"):
                moved(seats, year, "complete")
            transaction.set_rollback(True)
    moved(seats, year, "complete")
    assert year.state == "complete"


def test_without_terms_or_equality_the_year_is_not_complete(seats, year):
    answer_the_law(seats, year)
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
    answer_the_law(seats, year)
    Cycle.objects.filter(pk=year.pk).update(state=now)
    if may:
        moved(seats, year, to, who, note="For a reason")
        assert [step.now for step in year.steps.all()] == [to]
    else:
        with pytest.raises(MoveRefused):
            moved(seats, year, to, who, note="For a reason")


def test_what_is_undone_needs_its_reason(seats, year):
    worded(seats, year)
    answer_the_law(seats, year)
    moved(seats, year, "complete")
    with pytest.raises(MoveRefused, match="Give the reason"):
        moved(seats, year, "open")


def test_every_state_can_be_left_or_is_the_last():
    assert set(CycleState) - {now for now, _ in CYCLE_MOVES} == {CycleState.ARCHIVED}


def test_a_year_that_is_complete_is_not_changed(seats, year):
    worded(seats, year)
    answer_the_law(seats, year)
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


def test_what_was_not_read_in_full_says_so_in_words_for_people():
    assert source_in_words("S.I. 2007/1830, regulation 12") == "S.I. 2007/1830, regulation 12"
    for one in items_for("E06000032"):
        said = source_in_words(one.source)
        assert "to be checked" not in said
        assert ("read it there before you rely on it" in said) is ("to be checked" in one.source)


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
