"""How far a scoring round is, and who may take it further."""

from __future__ import annotations

from enum import StrEnum

from wardwise_web.core.moves import Move, Moves
from wardwise_web.core.permissions.roles import Role


class RoundState(StrEnum):
    """A round is set up, scored blind, revealed, agreed by the meeting, and closed."""

    SET_UP = "set up"
    OPEN = "open"
    REVEALED = "revealed"
    AGREED = "agreed"
    CLOSED = "closed"


MOVES: Moves = {
    (RoundState.SET_UP, RoundState.OPEN): Move(
        (Role.ANALYST, Role.MANAGER), "Open for blind scoring"
    ),
    (RoundState.OPEN, RoundState.REVEALED): Move((Role.ANALYST, Role.MANAGER), "Reveal the marks"),
    (RoundState.REVEALED, RoundState.AGREED): Move((Role.MANAGER,), "Record the scores as agreed"),
    (RoundState.AGREED, RoundState.REVEALED): Move(
        (Role.MANAGER,), "Take the scores up again", needs_reason=True
    ),
    (RoundState.AGREED, RoundState.CLOSED): Move(
        (Role.MANAGER, Role.BOARD), "Adopt the priorities"
    ),
}
AFTER_REVEAL = frozenset({RoundState.REVEALED, RoundState.AGREED, RoundState.CLOSED})
LEAST_AGENCIES = 3


class Origin(StrEnum):
    """How a threat came onto the long list."""

    BUILD = "the build"
    HAND = "added by hand"
    REGISTER = "last year's register"


class Source(StrEnum):
    """What a factor's score is made from."""

    PANEL = "the panel's marks"
    EVIDENCE = "the evidence"
    CONCERN = "what residents say"


class Side(StrEnum):
    """What a factor is of; capacity stands beside risk and is never part of it."""

    HARM = "harm"
    LIKELIHOOD = "likelihood"
    CAPACITY = "capacity"


class Pull(StrEnum):
    """What pulls a threat up, beside its score."""

    TARGET = "a target"
    PLAN = "another plan"
    DUTY = "a duty in law"
    OTHER = "something else"
