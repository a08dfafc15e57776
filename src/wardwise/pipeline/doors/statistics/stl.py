"""``wardwise measure stl``: trend, season and the rest of a series."""

from __future__ import annotations

import argparse

from wardwise.pipeline.doors.door import Answer, Door


def _arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--values", required=True, help="column of values in order of time")
    command.add_argument(
        "--period",
        default="12",
        help="values in a cycle; several with commas, such as 7,365 of days, for a season of each",
    )
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
    from wardwise.measures.time.several_seasons import several_seasons
    from wardwise.pipeline.doors.columns import Columns

    values, periods = Columns.read(given.file).numbers(given.values), _periods(given.period)
    if len(periods) > 1 and (given.season_window or given.robust):
        raise ValueError("--season-window and --robust are for one period.")
    found = (
        several_seasons(values=values, periods=periods)
        if len(periods) > 1
        else seasonal_trend(
            values=values,
            period=periods[0],
            season_window=given.season_window,
            robust=given.robust,
        )
    )
    if isinstance(found, NotKnown):
        raise ValueError(f"Not known: {found.reason}.")
    return {each.name: getattr(found, each.name) for each in fields(found)}


def _periods(text: str) -> list[int]:
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isdecimal() and int(part) >= 2 for part in parts):
        raise ValueError(f"--period is '{text}': expected whole numbers from 2, with commas.")
    return [int(part) for part in parts]


DOOR = Door(
    name="stl",
    told="trend, season and the rest of a series",
    method="STL (Cleveland and others 1990) with the loops and jumps that R's stl takes by "
    "default; values are not made equal for the days of their months. Several periods: MSTL "
    "(Bandara and others 2021) with the settings of R's mstl.",
    arguments=_arguments,
    work=_work,
)
