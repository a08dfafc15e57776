"""``wardwise measure pai``: how well one period's worst places foretold the next period."""

from __future__ import annotations

import argparse

from wardwise.pipeline.doors.door import Answer, Door


def _arguments(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("--before", required=True, help="column: events of the place before, or foretold for it")
    add("--after", required=True, help="column: events of the place in the later period")
    add("--top", default="1,5,10", help="shares of the places that are judged, percent (1,5,10)")
    add("--level", type=float, default=0.95, help="of what places at random find (0.95)")


def _work(given: argparse.Namespace) -> Answer:
    from wardwise.measures.hot_spots.prediction_accuracy import prediction_accuracy
    from wardwise.pipeline.doors.columns import Columns

    columns = Columns.read(given.file)
    before, after = columns.numbers(given.before), columns.numbers(given.after)
    return {
        "places": len(before),
        "events": float(after.sum()),
        "shares": [
            prediction_accuracy(
                before=before, after=after, top_percent=float(share), level=given.level
            )
            for share in given.top.split(",")
        ],
    }


DOOR = Door(
    name="pai",
    told="how well one period's worst places foretold the next period's events",
    method="A row is a place, places without events included, each as large as another. Hit rate, "
    "PAI of Chainey and others (2008), PEI of Hunt (2016), beside what as many places chosen at "
    "random would find: exact limits for whole counts.",
    arguments=_arguments,
    work=_work,
)
