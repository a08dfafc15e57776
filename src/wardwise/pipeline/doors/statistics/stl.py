"""``wardwise measure stl``: trend, season and the rest of a series."""

from __future__ import annotations

import argparse

from wardwise.pipeline.doors.door import Answer, Door


def _arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--values", required=True, help="column of values in order of time")
    command.add_argument("--period", type=int, default=12, help="values in a cycle")
    command.add_argument(
        "--season-window",
        type=int,
        default=0,
        help="cycles over which the season may change, odd from 7; 0 for one that stays the same",
    )
    command.add_argument("--robust", action="store_true", help="less weight for odd values")


def _work(given: argparse.Namespace) -> Answer:
    from dataclasses import fields

    from wardwise.domain.nothing import NotKnown
    from wardwise.measures.time.seasonal_trend import seasonal_trend
    from wardwise.pipeline.doors.columns import Columns

    found = seasonal_trend(
        values=Columns.read(given.file).numbers(given.values),
        period=given.period,
        season_window=given.season_window,
        robust=given.robust,
    )
    if isinstance(found, NotKnown):
        raise ValueError(f"Not known: {found.reason}.")
    return {each.name: getattr(found, each.name) for each in fields(found)}


DOOR = Door(
    name="stl",
    told="trend, season and the rest of a series",
    method="STL (Cleveland and others 1990) with the loops and jumps that R's stl takes by "
    "default; values are not made equal for the days of their months.",
    arguments=_arguments,
    work=_work,
)
