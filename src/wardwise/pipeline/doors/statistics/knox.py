"""``wardwise measure knox``: near repeats, by Knox's test with any bands."""

from __future__ import annotations

import argparse

from wardwise.pipeline.doors.door import Answer, Door


def _arguments(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("--x", required=True, help="column of eastings, in metres or any other unit")
    add("--y", required=True, help="column of northings, in the same unit")
    when = command.add_mutually_exclusive_group(required=True)
    when.add_argument("--date", help="column of dates such as 2024-03-31: times are in days")
    when.add_argument("--day", help="column of whole numbers, in days or any other unit")
    add("--space", required=True, type=limits, help="limits of distance: 0,100,200; inf is one")
    add("--time", required=True, type=limits, help="limits of time: 0,7,14; inf is one")
    add("--closed", choices=("right", "left"), default="right", help="which limit a band holds")
    add("--metric", choices=("euclidean", "manhattan"), default="euclidean", help="of distance")
    add("--same-place", action="store_true", help="a distance of 0 is a band of its own")
    add(
        "--without-lowest",
        action="store_true",
        help="closed right: the first band leaves its lower limit out",
    )
    add(
        "--with-highest",
        action="store_true",
        help="closed left: the last band holds its upper limit too",
    )
    add(
        "--mode",
        choices=("label-correct", "calculator"),
        default="label-correct",
        help="calculator: bands filled and labelled as the Near Repeat Calculator does",
    )
    add("--permutations", type=int, default=999, help="for the p-values; 0 for none")
    add("--seed", type=int, default=1, help="of the permutations")


def limits(text: str) -> tuple[float, ...]:
    return tuple(float(limit) for limit in text.split(","))


def _work(given: argparse.Namespace) -> Answer:
    from wardwise.measures.near_repeats.bands import Bands
    from wardwise.measures.near_repeats.knox import knox
    from wardwise.pipeline.doors.columns import Columns

    columns = Columns.read(given.file)
    bands = Bands(
        given.space,
        given.time,
        closed=given.closed,
        metric=given.metric,
        same_place=given.same_place,
        lowest=not given.without_lowest,
        highest=given.with_highest,
        mode=given.mode,
    )
    found = knox(
        x=columns.numbers(given.x),
        y=columns.numbers(given.y),
        times=columns.days(given.date) if given.date else columns.numbers(given.day),
        bands=bands,
        permutations=given.permutations,
        seed=given.seed,
    )
    return {
        "events": found.events,
        "space_bands": found.space_labels,
        "time_bands": found.time_labels,
        "observed": found.observed,
        "expected": found.expected,
        "standard_deviation": found.deviation,
        "ratio": found.ratio,
        "z": found.z,
        "p": found.p,
        "p_adjusted": found.p_adjusted,
        "above_chance": found.is_above_chance,
        "pairs_in_space_bands": found.space_pairs,
        "pairs_in_time_bands": found.time_pairs,
        "action_window": found.window,
    }


DOOR = Door(
    name="knox",
    told="near repeats: pairs of events near in place and time, against chance",
    method="A row is an event. Knox (1964), dates permuted over fixed places; mean and standard "
    "deviation exact (Barton and David 1966), p by permutation, adjusted for the number of cells "
    "by Westfall and Young's step-down (1993). Rows of the tables are bands of distance, columns "
    "bands of time.",
    arguments=_arguments,
    work=_work,
)
