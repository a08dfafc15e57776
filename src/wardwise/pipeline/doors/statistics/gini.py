"""``wardwise measure gini``: how concentrated events, or their harm, are over places."""

from __future__ import annotations

import argparse
from typing import Any

from wardwise.pipeline.doors.door import Answer, Door
from wardwise.pipeline.doors.given_numbers import times


def _arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--counts",
        required=True,
        help="column of events in each place: one row a place; with --harm several, with commas",
    )
    command.add_argument(
        "--harm", help="what one event of each of those columns weighs, with commas"
    )
    command.add_argument(
        "--people", help="column of the chance of each place, such as residents; even if not given"
    )
    command.add_argument(
        "--share", type=float, default=0.5, help="share of events to be held by the fewest places"
    )
    command.add_argument("--seed", type=int, default=20241101, help="of the draws of chance")
    command.add_argument("--draws", type=times, default=999, help="how many")
    command.add_argument("--lorenz", action="store_true", help="the points of both curves too")


def _work(given: argparse.Namespace) -> Answer:
    import numpy as np

    from wardwise.measures.place.chance_curve import chance_curve
    from wardwise.measures.place.gini import generalised_gini, gini
    from wardwise.measures.place.lorenz_curve import lorenz_curve
    from wardwise.measures.place.share_of_places import share_of_places_holding
    from wardwise.pipeline.doors.columns import Columns

    columns = Columns.read(given.file)
    names = [name.strip() for name in given.counts.split(",")]
    groups = np.array([columns.counts(name) for name in names])
    counts = groups.sum(axis=0)
    people = columns.numbers(given.people) if given.people else np.ones(len(counts))
    answer: dict[str, Any] = {
        "places": len(counts),
        "events": float(counts.sum()),
        "gini": gini(counts=counts),
        "generalised_gini": generalised_gini(counts=counts),
        "holding": share_of_places_holding(
            counts=counts, seed=given.seed, share=given.share, draws=given.draws, weights=people
        ),
    }
    if given.harm:
        answer |= _harm(given, groups, people)
    if given.lorenz:
        answer["lorenz"] = lorenz_curve(counts=counts)
        answer["lorenz_by_chance"] = chance_curve(
            counts=counts, weights=people, seed=given.seed, draws=given.draws
        )
    return answer


def _harm(given: argparse.Namespace, groups: Any, people: Any) -> dict[str, Any]:
    from wardwise.measures.harm.by_place import harm_by_place
    from wardwise.measures.place.gini import gini
    from wardwise.measures.place.harm_places import share_of_places_holding_harm

    weights = [float(weight) for weight in given.harm.split(",")]
    harm = harm_by_place(counts=groups, weights=weights)
    return {
        "harm": float(harm.sum()),
        "harm_gini": gini(counts=harm),
        "harm_holding_half": share_of_places_holding_harm(
            counts=groups, harm_weights=weights, weights=people, seed=given.seed, draws=given.draws
        ),
    }


DOOR = Door(
    name="gini",
    told="how concentrated events, or their harm, are over places, beside chance",
    method="A row is a place, places without events included. Gini (1912); generalised Gini of "
    "Bernasco and Steenbeek (2017), which is relative to the most even spread possible; the fewest "
    "places that hold a share of events (Weisburd 2015), beside as many dealt out at random, "
    "evenly or by --people; the Lorenz curve, places with most first. Harm is each column's events "
    "times its weight; half of it is looked for, and each column is dealt out by itself.",
    arguments=_arguments,
    work=_work,
)
