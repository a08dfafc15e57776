"""States as tables: which status may follow which, and who may move it there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from wardwise_web.core.permissions.roles import Role


class MoveRefused(Exception):
    """It may not become that from here, or not by this person: one sentence for them."""


@dataclass(frozen=True)
class Move:
    """Who may make a move, what it is called on a button, and whether it needs a reason."""

    roles: tuple[Role, ...]
    label: str
    needs_reason: bool = False
    not_by_authors: bool = False


Moves = Mapping[tuple[StrEnum, StrEnum], Move]


def check_move(
    moves: Moves,
    *,
    now: StrEnum,
    to: StrEnum,
    roles: Collection[Role],
    is_author: bool = False,
    reason: str = "",
) -> Move:
    """The move from the table, or a refusal that says which rule stands in the way."""
    move = moves.get((now, to))
    if move is None:
        raise MoveRefused(f"What is '{now}' cannot become '{to}'.")
    if not set(roles) & set(move.roles):
        names = " or ".join(role.label.lower() for role in move.roles)
        raise MoveRefused(f"Only the {names} can make this '{to}'.")
    if move.not_by_authors and is_author:
        raise MoveRefused(f"Somebody who did not write it has to make this '{to}'.")
    if move.needs_reason and not reason.strip():
        raise MoveRefused(f"Give the reason for making this '{to}'.")
    return move


def moves_from(
    moves: Moves, *, now: StrEnum, roles: Collection[Role], is_author: bool = False
) -> dict[StrEnum, Move]:
    """The moves that this person could make from here: the buttons of a page."""
    return {
        to: move
        for (start, to), move in moves.items()
        if start == now and set(roles) & set(move.roles) and not (move.not_by_authors and is_author)
    }


def diagram(moves: Moves) -> str:
    """The table as a Mermaid state diagram, for the docs."""
    lines = [
        f"    {_id(start)} --> {_id(to)} : {move.label}" for (start, to), move in moves.items()
    ]
    names = dict.fromkeys(state for pair in moves for state in pair)
    titles = [f'    state "{name}" as {_id(name)}' for name in names]
    return "\n".join(["stateDiagram-v2", *titles, *lines])


def _id(state: StrEnum) -> str:
    return str(state).replace(" ", "_")
