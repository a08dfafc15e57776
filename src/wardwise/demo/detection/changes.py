"""A real rise, a planted nothing, and a rise that is only recording: what the test says of each."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from wardwise.demo import truths as planted
from wardwise.demo.detection.scene import Scene, draws
from wardwise.demo.months import months_of
from wardwise.domain.verdict import Verdict
from wardwise.measures.change.change_percent import Change, change_percent
from wardwise.measures.change.dispersion import dispersion
from wardwise.measures.time.average_month import average_month
from wardwise.measures.time.control_chart import control_chart


Ints = NDArray[np.int64]

AFTER = planted.LATEST_YEAR
BEFORE = AFTER.earlier()


def phis(counts: Ints) -> list[float]:
    """φ of each seed, from the matched months of the force's partnerships. Shape: seeds."""
    days = [np.array([month.days for month in year.months]) for year in (BEFORE, AFTER)]
    return [
        dispersion(
            before=of_seed[:, months_of(BEFORE)],
            after=of_seed[:, months_of(AFTER)],
            days_before=days[0],
            days_after=days[1],
        ).phi
        for of_seed in counts
    ]


def changes(counts: Ints, *, phi: list[float], why_not: str | None = None) -> Iterator[Change]:
    """The change of Exampleshire's last twelve months, seed by seed."""
    for of_seed, of_phi in zip(counts[:, 0], phi, strict=True):
        yield change_percent(
            before=float(of_seed[months_of(BEFORE)].sum()),
            after=float(of_seed[months_of(AFTER)].sum()),
            phi=of_phi,
            days_before=BEFORE.days,
            days_after=AFTER.days,
            not_comparable=why_not,
        )


def counts_of(scene: Scene, offence: str, *, seeds: int) -> Ints:
    """Shape: seeds × partnerships of the force × months."""
    return draws(scene.expected_by_partnership(offence), offence=offence, seeds=seeds)


def said(verdict: Verdict, found: list[Change]) -> int:
    """In how many seeds the verdict was that."""
    return sum(change.verdict is verdict for change in found)


def signals_after_break(scene: Scene, counts: Ints, *, rebased: bool) -> int:
    """In how many seeds a control chart speaks after the recording change, by any rule."""
    months = scene.crimes.months
    since = months.index(planted.RECORDING_CHANGED)
    signalled = 0
    for of_seed in counts[:, 0].astype(float):
        chart = control_chart(
            months=months,
            values=average_month(months=months, values=of_seed),
            breaks=[planted.RECORDING_CHANGED] if rebased else [],
            incomplete=planted.INCOMPLETE.months,
        )
        signalled += any(signal.index >= since for signal in chart.signals)
    return signalled
