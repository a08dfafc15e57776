"""``wardwise measure aoristic``: events by hour and weekday where only a span is known."""

from __future__ import annotations

import argparse

from wardwise.pipeline.doors.door import Answer, Door


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--from", dest="start", required=True, help="column of earliest moments")
    command.add_argument(
        "--to", dest="end", required=True, help="column of latest moments; empty where not known"
    )


def _work(given: argparse.Namespace) -> Answer:
    from wardwise.measures.time.hour_by_weekday import hour_by_weekday
    from wardwise.pipeline.doors.columns import Columns

    columns = Columns.read(given.file)
    found = hour_by_weekday(
        starts=columns.moments_or_nothing(given.start), ends=columns.moments_or_nothing(given.end)
    )
    return {
        "events": found.events,
        "without_start": found.without_start,
        "known_to_the_hour": found.known_to_the_hour,
        "lengths": found.lengths,
        "weekdays": WEEKDAYS,
        "hours_by_weekday": found.weights,
    }


DOOR = Door(
    name="aoristic",
    told="events by hour (rows, 0 to 23) and weekday (columns, Monday first)",
    method="Aoristic weights by the minute (Ratcliffe 2002), with the rules of his aoristic 1.1.1: "
    "without an end, or with an end before the start, an event counts in the hour of its start; a "
    "week or more is 1/168 in each hour. That package counts weekdays from Sunday.",
    arguments=_arguments,
    work=_work,
)
