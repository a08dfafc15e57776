"""What somebody could do with a paper now, and what keeps the rest waiting."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise_web.assessments.models import Paper
from wardwise_web.assessments.rules.papers import missing_before
from wardwise_web.assessments.states import PAPER_MOVES, PaperState
from wardwise_web.core.moves import Move, moves_from
from wardwise_web.core.permissions.actor import Actor


@dataclass(frozen=True)
class Offer:
    """A step that is this person's to make, and what has still to be done before it."""

    to: PaperState
    move: Move
    missing: list[str]


def offers_for(actor: Actor, paper: Paper) -> list[Offer]:
    """The steps from where the paper stands; publishing has a way of its own, by two people."""
    found = moves_from(
        PAPER_MOVES,
        now=PaperState(paper.state),
        roles=actor.roles,
        is_author=actor.person_id in paper.author_ids,
    )
    steps = ((PaperState(to), move) for to, move in found.items())
    return [
        Offer(to, move, missing_before(paper, to))
        for to, move in steps
        if to != PaperState.PUBLISHED
    ]
