"""When a year is complete, and when it may be changed."""

from __future__ import annotations

from wardwise_web.assessments.cycle_states import CycleState
from wardwise_web.assessments.models import Cycle
from wardwise_web.core.moves import MoveRefused


def empty_items(cycle: Cycle) -> list[str]:
    """Items of the law that nobody has answered, by their names in the list."""
    found = cycle.checklist.filter(met_by="", reason="")
    return list(found.values_list("item", flat=True))


def law_unanswered(cycle: Cycle) -> str:
    """Which items of the law nobody has answered, and where to; nothing if all are."""
    empty = empty_items(cycle)
    if not empty:
        return "" if cycle.checklist.exists() else "The year has no statutory checklist."
    return (
        f"{len(empty)} of the things that the law asks {'is' if len(empty) == 1 else 'are'}"
        f" unanswered: {', '.join(empty)}. Answer each under 'What the law asks' of the year"
        f" {cycle.name}."
    )


def check_checklist(cycle: Cycle) -> None:
    """Refuse while an item of the law is empty, naming each."""
    if told := law_unanswered(cycle):
        raise MoveRefused(f"The year is not complete while {told[0].lower()}{told[1:]}")


def check_terms(cycle: Cycle) -> None:
    """Refuse a year that nobody has said the purpose of, or whom it may affect differently."""
    terms = cycle.terms.first()
    if terms is None:
        raise MoveRefused("The year has no terms of reference.")
    if not terms.equality.strip():
        raise MoveRefused("The equality section of the terms of reference is empty.")


def check_may_change(cycle: Cycle) -> None:
    """Refuse what would change a year that is no longer open."""
    if cycle.state != CycleState.OPEN:
        raise MoveRefused(f"The year is '{cycle.state}': open it again before you change it.")
