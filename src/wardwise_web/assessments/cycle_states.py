"""How far a year is, and who may move it on."""

from __future__ import annotations

from enum import StrEnum

from wardwise_web.core.moves import Move, Moves
from wardwise_web.core.permissions.roles import Role


AN, CM, BM = Role.ANALYST, Role.MANAGER, Role.BOARD


class CycleState(StrEnum):
    """A year is complete once nothing that the law asks is left open; then it is approved."""

    OPEN = "open"
    COMPLETE = "complete"
    APPROVED = "approved"
    PUBLISHED = "published"
    ARCHIVED = "archived"


CYCLE_MOVES: Moves = {
    (CycleState.OPEN, CycleState.COMPLETE): Move((AN, CM), "Call it complete"),
    (CycleState.COMPLETE, CycleState.OPEN): Move((AN, CM), "Open it again", needs_reason=True),
    (CycleState.COMPLETE, CycleState.APPROVED): Move((CM, BM), "Approve the year"),
    # Only from the top, and with a reason
    (CycleState.APPROVED, CycleState.OPEN): Move((BM,), "Take back approval", needs_reason=True),
    (CycleState.APPROVED, CycleState.PUBLISHED): Move((CM,), "Mark it as published"),
    (CycleState.PUBLISHED, CycleState.ARCHIVED): Move((CM,), "Put the year away"),
    (CycleState.APPROVED, CycleState.ARCHIVED): Move(
        (CM,), "Put the year away unpublished", needs_reason=True
    ),
}
