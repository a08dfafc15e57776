"""Figures of the linkage of people, and of the pairs near its threshold."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Ask, Figure, Unit
from wardwise.domain.linkage import Linkage, ReviewedPair
from wardwise.figures.counted import Counted, asked_figure
from wardwise.figures.desk import Desk


SOURCE = "partner:linkage"


@dataclass(frozen=True)
class PairFigures:
    """One pair of the review."""

    pair: ReviewedPair
    weight: Figure
    percent: Figure


@dataclass(frozen=True)
class LinkedFigures:
    """What was compared, what was linked, and how often that is likely to be wrong."""

    linkage: Linkage
    rows: Figure
    people: Figure
    in_several: Figure
    accepted: Figure
    wrong: Figure
    missed: Figure
    threshold: Figure
    review: tuple[PairFigures, ...]


def linked_figures(desk: Desk) -> LinkedFigures | None:
    """None where nothing was linked."""
    held = desk.evidence.linkage
    if held is None:
        return None

    def count(what: str, value: float, unit: Unit) -> Figure:
        return _figure(desk, Ask("linkage_counted", {"what": what}), value, unit, what)

    return LinkedFigures(
        linkage=held,
        rows=count("rows_compared", held.rows_compared, Unit.RECORDS),
        people=count("people", held.people, Unit.PEOPLE),
        in_several=count("people_in_several_files", held.people_in_several_files, Unit.PEOPLE),
        accepted=count("pairs_accepted", held.pairs_accepted, Unit.RECORDS),
        wrong=count("pairs_expected_wrong", held.pairs_expected_wrong, Unit.RECORDS),
        missed=count("pairs_expected_missed", held.pairs_expected_missed, Unit.RECORDS),
        threshold=count("threshold", held.threshold_percent, Unit.PERCENT),
        review=tuple(_pair(desk, pair) for pair in held.review),
    )


def _pair(desk: Desk, pair: ReviewedPair) -> PairFigures:
    def value(what: str, number: float, unit: Unit) -> Figure:
        ask = Ask("linkage_pair", {"pair": pair.pair, "what": what})
        return _figure(desk, ask, number, unit, f"pair {pair.pair}, {what}")

    return PairFigures(
        pair,
        value("match_weight", pair.match_weight, Unit.SCORE),
        value("probability", pair.percent, Unit.PERCENT),
    )


def _figure(desk: Desk, ask: Ask, value: float, unit: Unit, detail: str) -> Figure:
    held = desk.evidence.recorded_people
    period = desk.latest if isinstance(held, NotHeld) else held.period
    of = Counted(desk.area, period, SOURCE, unit, detail=detail.replace("_", " "))
    return asked_figure(desk, ask, value, of)
