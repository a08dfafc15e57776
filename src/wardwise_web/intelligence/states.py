"""How far a piece of further work is."""

from __future__ import annotations

from enum import StrEnum

from wardwise_web.core.moves import Move, Moves
from wardwise_web.core.permissions.roles import Role


class WorkState(StrEnum):
    """A question is asked, taken or declined, answered, and accepted or sent back."""

    ASKED = "asked"
    TAKEN = "taken"
    DECLINED = "declined"
    ANSWERED = "answered"
    ACCEPTED = "accepted"


ANYONE_AT_WORK = (Role.ANALYST, Role.MANAGER, Role.CONTRIBUTOR, Role.LEAD)
MOVES: Moves = {
    (WorkState.ASKED, WorkState.TAKEN): Move(ANYONE_AT_WORK, "Take it on"),
    (WorkState.ASKED, WorkState.DECLINED): Move(ANYONE_AT_WORK, "Decline it", needs_reason=True),
    (WorkState.TAKEN, WorkState.ANSWERED): Move(
        ANYONE_AT_WORK, "Give the result", needs_reason=True
    ),
    (WorkState.TAKEN, WorkState.DECLINED): Move(ANYONE_AT_WORK, "Give it back", needs_reason=True),
    # whoever did the work does not accept it
    (WorkState.ANSWERED, WorkState.ACCEPTED): Move(
        (Role.MANAGER, Role.ANALYST, Role.LEAD), "Accept the result", not_by_authors=True
    ),
    (WorkState.ANSWERED, WorkState.TAKEN): Move(
        (Role.MANAGER, Role.ANALYST, Role.LEAD), "Ask for more", True, True
    ),
    (WorkState.DECLINED, WorkState.ASKED): Move((Role.MANAGER, Role.ANALYST), "Ask again", True),
}
OVER = (WorkState.ACCEPTED, WorkState.DECLINED)
