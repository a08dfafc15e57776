"""``wardwise measure xmr``: control charts and run charts of values, counts or dates."""

from __future__ import annotations

import argparse

from wardwise.pipeline.doors.door import Answer, Door


CHARTS = ("xmr", "p", "c", "u", "run")


def _arguments(command: argparse.ArgumentParser) -> None:
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument("--values", help="column of values in order of time; empty where not known")
    what.add_argument("--dates", help="column of dates: a row is an event, counted by --by")
    command.add_argument(
        "--by", choices=("month", "week"), default="month", help="what a value is of"
    )
    command.add_argument("--chart", choices=CHARTS, default="xmr", help="kind of chart")
    command.add_argument("--sizes", help="column of what the counts are of (p) or for (u)")
    command.add_argument(
        "--breaks",
        default="",
        help="where limits begin again, with commas: row numbers of values from 1; months "
        "(2024-03) or, of weeks, any of their days",
    )
    command.add_argument(
        "--screen",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="leave out, once, moving ranges of 3.267 times their mean or more (xmr)",
    )
    command.add_argument(
        "--widen", action="store_true", help="limits as the points themselves move (p, c, u)"
    )


def _work(given: argparse.Namespace) -> Answer:
    from wardwise.pipeline.doors.charts import charted_file

    return charted_file(given)


DOOR = Door(
    name="xmr",
    told="control charts (XmR, p, c, u) and run charts of values or of dates",
    method="XmR: mean ± 2.66 mean moving ranges (Wheeler and Chambers 1992), with the four rules "
    "of Making Data Count. p, c, u: three standard deviations (Montgomery 2009), widened by "
    "Laney's method if asked. Run chart: longest run and crossings (Anhøj 2014). Dates are counted "
    "by month, made equal for the days of each, or by week from Monday; the first and the last "
    "week are left out where the dates do not fill them.",
    arguments=_arguments,
    work=_work,
)
