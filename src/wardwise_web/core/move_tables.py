"""Every table of moves of the application, drawn for the docs."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from inspect import getdoc
from types import ModuleType

from wardwise_web.core.moves import Moves, diagram
from wardwise_web.core.rooms import parts_of_rooms


MADE = "Made by `python -m wardwise_web write_docs`; do not edit."
ABOUT = (
    "What may become what, who may do it, and whether it needs a reason. A move that is not in a"
    " table is refused."
)


def tables_of_rooms() -> Iterator[tuple[str, str, Moves]]:
    """Room, name of the table, and the table: whatever in a room's ``states`` is called MOVES."""
    for part in parts_of_rooms("states"):
        for name, value in vars(part).items():
            if name.endswith("MOVES") and isinstance(value, dict):
                yield _room(part), name, value


def _room(part: ModuleType) -> str:
    return part.__name__.split(".")[1]


def states_page() -> str:
    """The page as text."""
    lines = ["# States and moves", "", MADE, "", ABOUT]
    for room, name, moves in tables_of_rooms():
        state = type(next(iter(moves))[0])
        lines += ["", f"## {room}: {_title(name, state)}", "", _about(state), ""]
        lines += ["```mermaid", diagram(moves), "```", "", *_rows(moves)]
    return "\n".join([*lines, ""])


def _title(name: str, state: type[StrEnum]) -> str:
    words = name.removesuffix("MOVES").strip("_").replace("_", " ").lower()
    return words or state.__name__.removesuffix("State").lower()


def _about(state: type[StrEnum]) -> str:
    return " ".join((getdoc(state) or "").split("\n\n")[0].split())


def _rows(moves: Moves) -> Iterator[str]:
    yield "| from | to | who | reason | not by its authors |"
    yield "|---|---|---|---|---|"
    for (start, to), move in moves.items():
        who = ", ".join(role.label for role in move.roles)
        reason, others = (
            "yes" if flag else "" for flag in (move.needs_reason, move.not_by_authors)
        )
        yield f"| {start} | {to} | {who} | {reason} | {others} |"
