"""What became of last year's plan, counted by hand. Its file is tested in tests/functional."""

from __future__ import annotations

import datetime
from typing import Any

from tests.builders import desk_with
from wardwise.chapters.last_plan import CHAPTER
from wardwise.document.blocks import Paragraph, Table
from wardwise.domain.last_plan import LastPlan, PlanAction, PlanIndicator
from wardwise.domain.period import Period


DAY = datetime.date(2025, 9, 30)


def action(code: str, state: Any, days_late: int = 0) -> PlanAction:
    return PlanAction(
        code=code,
        title="Title",
        agency="Council",
        state=state,
        first_due_on=DAY,
        due_on=DAY,
        percent_complete=50,
        days_late=days_late,
    )


def test_three_of_four_actions_closed_and_one_target_of_two_met() -> None:
    states = ("closed", "closed", "closed", "deferred")
    plan = LastPlan(
        year="2024/25",
        period=Period.parse("2024-10", "2025-09"),
        as_of="2025-09-30",
        actions=tuple(action(f"A{n}", state) for n, state in enumerate(states)),
        indicators=(
            PlanIndicator(code="C1", name="Burglary", asked=400.0, actual=390.0, result="met"),
            PlanIndicator(code="C2", name="Robbery", asked=40.0, actual=41.0, result="not met"),
        ),
    )
    found = CHAPTER.analyse(desk_with({"Burglary": [4] * 24}, last_plan=plan))
    lead = CHAPTER.write(found).blocks[0]
    assert isinstance(lead, Paragraph)
    assert str(lead.text) == (
        "Actions of the plan of 2024/25: 4. Closed: 3; in hand: 0; deferred or stopped: 1. Past"
        " their date: 0. Indicators that met their target: 1; that did not: 1; of which it is not"
        " known: 0."
    )


def test_what_was_closed_late_is_told_apart_from_what_is_late_and_not_closed() -> None:
    plan = LastPlan(
        year="2024/25",
        period=Period.parse("2024-10", "2025-09"),
        as_of="2025-09-30",
        actions=(action("A1", "closed", 12), action("A2", "closed"), action("A3", "in hand", 30)),
        indicators=(),
    )
    section = CHAPTER.write(CHAPTER.analyse(desk_with({"Burglary": [4] * 24}, last_plan=plan)))
    lead, table = section.blocks[:2]
    assert isinstance(lead, Paragraph)
    assert isinstance(table, Table)
    assert str(lead.text) == (
        "Actions of the plan of 2024/25: 3. Closed: 2 (of these, after their date: 1); in hand: 1;"
        " deferred or stopped: 0. Past their date: 1."
    )
    states = ["Closed; after its date", "Closed", "In hand; past its date"]
    assert [row[2] for row in table.rows] == states


def test_nothing_is_told_without_a_plan() -> None:
    assert not CHAPTER.is_told(CHAPTER.analyse(desk_with({"Burglary": [4] * 24})))
