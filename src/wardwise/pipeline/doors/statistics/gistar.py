"""``wardwise measure gistar``: which places, or cells of a grid, are hot or cold."""

from __future__ import annotations

import argparse

from wardwise.pipeline.doors.door import Answer, Door
from wardwise.pipeline.doors.given_numbers import chance, over_nought, times


def _arguments(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("--counts", help="column: events of the row, whole; without it each row is one event")
    add("--values", help="column, with --neighbours: harm or another amount that need not be whole")
    add("--x", help="column, grid: position eastwards, on a plane")
    add("--y", help="column, grid: position northwards, in the same unit")
    add("--cell", type=over_nought, help="grid: side of a cell, in the unit of x and y")
    add("--reach", type=times, default=1, help="grid: cells to each side that are near (1)")
    add("--place", help="column, areas: the place's name or code, each once")
    add("--neighbours", help="column, areas: names of the places it touches, parted by spaces or ;")
    add("--own", choices=("drawn", "held"), default="drawn",
        help="areas: is the own count dealt out with the rest (Gi*), or held (Gi)?")  # fmt: skip
    add("--level", type=chance, default=0.05, help="false discoveries among those called (0.05)")
    add("--seed", type=int, default=1, help="of the draws, with --values (1)")
    add("--draws", type=times, default=9_999, help="draws, with --values (9999)")
    add("--all", action="store_true", help="every place, not those hot or cold alone")


def _work(given: argparse.Namespace) -> Answer:
    from wardwise.pipeline.doors.hot_places import answer_for

    return answer_for(given)


DOOR = Door(
    name="gistar",
    told="which places, or cells of a grid, are hot or cold beyond chance",
    method="Gi* of Ord and Getis (1995), each neighbour with weight one. With --cell, --x and --y "
    "rows are put on a grid that reaches from the first cell with an event to the last, empty "
    "cells between them included. With --place and --neighbours a row is an area, areas without "
    "events included. p is exact and two-sided for whole counts: the law of the sum of so many "
    "counts drawn without replacement; for --values it comes from draws. adjusted_p allows for "
    "the number of places (Benjamini and Hochberg 1995), and hot and cold go by it.",
    arguments=_arguments,
    work=_work,
)
