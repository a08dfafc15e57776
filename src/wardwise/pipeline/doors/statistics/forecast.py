"""``wardwise measure forecast``: the next twelve months of a monthly series."""

from __future__ import annotations

import argparse

from wardwise.pipeline.doors.door import Answer, Door


def _arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--month", default="month", help="column of months, YYYY-MM, in order")
    command.add_argument("--count", default="count", help="column of events in each month")
    command.add_argument("--level", type=float, default=0.95, help="of the wider range")
    command.add_argument("--whole", action="store_true", help="the series is all recorded crime")


def _work(given: argparse.Namespace) -> Answer:
    from wardwise.measures.time.forecast import Forecast, forecast
    from wardwise.pipeline.doors.columns import Columns

    columns = Columns.read(given.file)
    found = forecast(
        months=columns.months(given.month),
        values=columns.counts(given.count),
        level=given.level,
        whole=given.whole,
    )
    if not isinstance(found, Forecast):
        return {"forecast": found}
    return {
        "rule": found.method,
        "direction": found.direction,
        "last_twelve_months": found.base,
        "as_a_year_before": found.naive,
        "better_than_as_a_year_before_percent": found.better_percent,
        "year": found.year,
        "quarters": found.quarters,
        "months": found.months,
        "backtest": found.backtest,
    }


DOOR = Door(
    name="forecast",
    told="the next twelve months and four quarters with their ranges",
    method="A row is a month, every month in order and none missing. Seven rules, the seasonal "
    "naive among them, are chosen from by rolling origins (Hyndman and Athanasopoulos 2021); the "
    "ranges come from the errors of partnerships elsewhere (docs/reference/forecasts.md).",
    arguments=_arguments,
    work=_work,
)
