"""Who may, and when, where the table of rights does not say it all."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.roles import Role
from wardwise_web.priorities.models import Round, Scorer
from wardwise_web.priorities.states import AFTER_REVEAL, LEAST_AGENCIES, RoundState


# The roles that may hold marks of their own (the row of SCORE in the table of rights)
SCORERS = (Role.ANALYST, Role.MANAGER, Role.CONTRIBUTOR, Role.LEAD, Role.BOARD)


def check_in_set_up(scoring: Round) -> None:
    """What is scored, and by whom, is fixed once the round is open."""
    if scoring.state != RoundState.SET_UP:
        raise MoveRefused("The round is open: its criteria, long list and panel stand as they are.")


def check_revealed(scoring: Round) -> None:
    """Nothing is agreed before everybody's marks are on the table, nor after the end."""
    if scoring.state not in (RoundState.REVEALED, RoundState.AGREED):
        raise MoveRefused("That is done between the reveal and the end of the round.")


def check_can_be_agreed(scoring: Round) -> None:
    """Scores are agreed by the meeting while they lie open."""
    if scoring.state != RoundState.REVEALED:
        raise MoveRefused("Scores are agreed after the reveal and before they are recorded.")


def check_may_open(agencies: Collection[int], threats: int, criteria: int) -> None:
    """A round needs scorers from three agencies, and something to score."""
    if len(agencies) < LEAST_AGENCIES:
        raise MoveRefused(
            f"The panel has scorers from {len(agencies)} "
            f"{'agency' if len(agencies) == 1 else 'agencies'}. Name scorers from at least "
            f"{LEAST_AGENCIES} before the round opens."
        )
    if not threats or not criteria:
        raise MoveRefused("There is nothing to score: the long list or the criteria are empty.")


def check_may_reveal(finished: Collection[str], reason: str) -> None:
    """Fewer than three agencies make no panel, unless somebody answers for it."""
    if len(finished) < LEAST_AGENCIES and not reason.strip():
        raise MoveRefused(
            f"Agencies that have finished scoring: {len(finished)}. A reveal needs "
            f"{LEAST_AGENCIES}. Wait for them, or give the reason for revealing now."
        )


def check_may_record(most_agencies: int, quorum: int, without_score: int, reason: str) -> None:
    """Scores are agreed by a meeting that was quorate, and all of them."""
    if without_score:
        raise MoveRefused(
            f"{without_score} scores are not agreed yet. Agree each, or take the rest as marked."
        )
    if most_agencies < quorum and not reason.strip():
        raise MoveRefused(
            f"No meeting was quorate: {quorum} agencies are needed and the best attended had "
            f"{most_agencies}. Record the attendance, or give the reason for going on."
        )


def check_may_adopt(placed: Mapping[str, str], missing: Collection[str], bare: list[str]) -> None:
    """Every threat has its tier, and every departure from the order its reason."""
    if missing:
        raise MoveRefused(f"No tier is given yet to: {', '.join(sorted(missing))}.")
    if "priority" not in placed.values():
        raise MoveRefused("Nothing is placed among the priorities.")
    if bare:
        raise MoveRefused(
            "These depart from the order of the scores and have no reason in writing: "
            f"{', '.join(bare)}."
        )


def check_speaks_for(actor: Actor, scorer: Scorer) -> None:
    """A scorer marks for the agency that named them, while they are of it."""
    if scorer.left_because:
        raise MoveRefused("You were taken off this panel.")
    if scorer.agency_id not in actor.agency_ids:
        raise MoveRefused(f"You score for {scorer.agency} and hold no role there any more.")


def is_blind(scoring: Round) -> bool:
    """Whether nobody may see another's marks yet."""
    return scoring.state not in AFTER_REVEAL
