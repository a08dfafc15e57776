"""What can become of a recommendation and of an action, and who may move it."""

from __future__ import annotations

from enum import StrEnum

from wardwise_web.core.moves import Move, Moves
from wardwise_web.core.permissions.roles import Role


class RecommendationState(StrEnum):
    """What was decided of a recommendation."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    CHANGED = "accepted with changes"
    REJECTED = "rejected"
    DEFERRED = "deferred"


class ActionState(StrEnum):
    """An action is in hand until somebody other than its owner accepts that it is done."""

    IN_HAND = "in hand"
    CLOSING = "closing asked for"
    CLOSED = "closed"
    DEFERRED = "deferred"
    STOPPED = "stopped"


DECIDERS = (Role.MANAGER, Role.BOARD)
CARRIED = (RecommendationState.ACCEPTED, RecommendationState.CHANGED)
LIVE = (ActionState.IN_HAND, ActionState.CLOSING)

_PROPOSED, _ACCEPTED = RecommendationState.PROPOSED, RecommendationState.ACCEPTED
_CHANGED, _REJECTED = RecommendationState.CHANGED, RecommendationState.REJECTED
_DEFERRED = RecommendationState.DEFERRED


def _decides(label: str) -> Move:
    return Move(DECIDERS, label, needs_reason=True)


RECOMMENDATION_MOVES: Moves = {
    (_PROPOSED, _ACCEPTED): _decides("Accept"),
    (_PROPOSED, _CHANGED): _decides("Accept with changes"),
    (_PROPOSED, _REJECTED): _decides("Reject"),
    (_PROPOSED, _DEFERRED): _decides("Defer"),
    (_DEFERRED, _ACCEPTED): _decides("Accept"),
    (_DEFERRED, _CHANGED): _decides("Accept with changes"),
    (_DEFERRED, _REJECTED): _decides("Reject"),
    (_ACCEPTED, _PROPOSED): _decides("Take up again"),
    (_CHANGED, _PROPOSED): _decides("Take up again"),
    (_REJECTED, _PROPOSED): _decides("Take up again"),
}

OWNERS = (Role.LEAD, Role.CONTRIBUTOR, Role.MANAGER)
_ACCEPTERS = (Role.MANAGER, Role.LEAD)

ACTION_MOVES: Moves = {
    (ActionState.IN_HAND, ActionState.CLOSING): Move(OWNERS, "Ask to close it"),
    # the owner says that it is done; somebody else has to agree
    (ActionState.CLOSING, ActionState.CLOSED): Move(
        _ACCEPTERS, "Accept that it is done", needs_reason=True, not_by_authors=True
    ),
    (ActionState.CLOSING, ActionState.IN_HAND): Move(_ACCEPTERS, "Send it back", needs_reason=True),
    (ActionState.CLOSED, ActionState.IN_HAND): Move(
        (Role.MANAGER,), "Reopen it", needs_reason=True
    ),
    (ActionState.IN_HAND, ActionState.DEFERRED): Move(
        (Role.MANAGER,), "Defer it", needs_reason=True
    ),
    (ActionState.DEFERRED, ActionState.IN_HAND): Move(
        (Role.MANAGER,), "Take it up again", needs_reason=True
    ),
    (ActionState.IN_HAND, ActionState.STOPPED): Move((Role.MANAGER,), "Stop it", needs_reason=True),
    (ActionState.STOPPED, ActionState.IN_HAND): Move(
        (Role.MANAGER,), "Take it up again", needs_reason=True
    ),
}
