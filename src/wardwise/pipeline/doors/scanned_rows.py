"""Rows of a file as a scan takes them: counts by place and period."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.scan.bernoulli_scan import bernoulli_scan
from wardwise.measures.scan.clusters import ScanFound
from wardwise.measures.scan.permutation_scan import permutation_scan
from wardwise.measures.scan.poisson_scan import poisson_scan
from wardwise.measures.scan.windows import WindowLimits, scan_windows
from wardwise.pipeline.doors.columns import Columns


Floats = NDArray[np.float64]

MOST_PERIODS = 10_000
"""Thirty years of days are more than anybody scans; beyond it a date is likely to be wrong."""
NEEDS = {"poisson": "population", "bernoulli": "controls"}


@dataclass(frozen=True, eq=False)
class ScannedRows:
    """Places in order of their first row. ``beside``: people or controls. Shape: places."""

    names: tuple[str, ...]
    x: Floats
    y: Floats
    counts: Floats  # places × periods
    beside: Floats
    first: int

    @classmethod
    def read(cls, given: argparse.Namespace) -> ScannedRows:
        """Rows with one position are one place."""
        table = Columns.read(given.file)
        x, y = table.numbers(given.x), table.numbers(given.y)
        _, where, place = np.unique(
            np.column_stack([x, y]), axis=0, return_index=True, return_inverse=True
        )
        period, first, last = _periods(table, given, rows=len(x))
        cases = table.counts(given.cases) if given.cases else np.ones(len(x))
        counts = np.zeros((len(where), last - first + 1))
        np.add.at(counts, (place.ravel(), period - first), cases)
        needed = NEEDS.get(given.model)
        beside = np.zeros(len(where))
        if needed:
            if not getattr(given, needed):
                raise ValueError(f"The model '{given.model}' needs --{needed}.")
            beside = _beside(needed, table.numbers(getattr(given, needed)), place.ravel())
        called = [f"{east:g},{north:g}" for east, north in zip(x, y, strict=True)]
        named = table.text(given.place) if given.place else called
        return cls(tuple(str(named[n]) for n in where), x[where], y[where], counts, beside, first)

    def scan(self, given: argparse.Namespace) -> ScanFound:
        """By the model that was asked for."""
        weights = self.counts.sum(axis=1) if given.model == "permutation" else self.beside
        if given.model == "bernoulli":
            weights = weights + self.counts.sum(axis=1)
        windows = scan_windows(
            x=self.x,
            y=self.y,
            weights=weights,
            periods=self.counts.shape[1],
            limits=WindowLimits(
                most_percent=given.most,
                radius=given.radius,
                longest_percent=given.longest,
                still_on=not given.retrospective,
                ties_together=given.ties == "together",
            ),
        )
        chance = {"windows": windows, "seed": given.seed, "replicates": given.replicates}
        if given.model == "poisson":
            expected = np.repeat(self.beside[:, None], self.counts.shape[1], axis=1)
            return poisson_scan(
                counts=self.counts, expected=expected, dispersion=given.dispersion, **chance
            )
        if given.model == "bernoulli":
            return bernoulli_scan(cases=self.counts, controls=self.beside, **chance)
        return permutation_scan(counts=self.counts, dispersion=given.dispersion, **chance)


def _beside(name: str, given: Floats, place: NDArray[np.intp]) -> Floats:
    """Controls of a place are added up over its rows; its population is the same in each."""
    found: Floats = np.zeros(int(place.max()) + 1)
    if name == "controls":
        np.add.at(found, place, given)
        return found
    found[place] = given
    differs = np.flatnonzero(found[place] != given)
    if len(differs):
        raise ValueError(
            f"Row {int(differs[0]) + 2} gives its place another population than a later row of "
            "the same place: expected one number for each place."
        )
    return found


def _periods(
    table: Columns, given: argparse.Namespace, *, rows: int
) -> tuple[NDArray[np.int64], int, int]:
    """The period of each row, and the numbers of the first and the last."""
    if given.date:
        period = table.days(given.date) // given.days
    elif given.period:
        period = table.numbers(given.period).astype(np.int64)
    elif given.model == "permutation":
        raise ValueError("The model 'permutation' needs --date or --period.")
    else:
        period = np.zeros(rows, np.int64)
    first = int(period.min()) if given.first is None else given.first
    last = int(period.max()) if given.last is None else given.last
    if first > period.min() or last < period.max():
        raise ValueError(f"Rows lie outside the periods {first} to {last}.")
    if last - first >= MOST_PERIODS:
        raise ValueError(
            f"The rows reach over {last - first + 1:,} periods: expected {MOST_PERIODS:,} at most. "
            "Look for a date that cannot be right, or put more days together (--days)."
        )
    if given.model == "bernoulli" and last > first:
        raise ValueError("The model 'bernoulli' is in space alone: leave out --date and --period.")
    return period, first, last
