"""Bands that turn a piece of evidence into a score, and the wording of each."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from wardwise.domain.errors import ReferenceDataError
from wardwise.reference.field import Cell
from wardwise.reference.load import load_table


HIGHEST = 4
"""The top of every scale; 0 is kept for nothing at all."""


@dataclass(frozen=True)
class Band:
    """Values from ``lower`` to below ``upper`` have the score, and the wording."""

    factor: str
    lower: float
    upper: float
    score: int
    wording: str
    source: str


@dataclass(frozen=True)
class Bands:
    """The bands of every factor, without gap or overlap, scores rising."""

    rows: tuple[Band, ...]

    def __post_init__(self) -> None:
        for factor in {row.factor for row in self.rows}:
            _check_in_order(factor, self.of(factor))

    def of(self, factor: str) -> tuple[Band, ...]:
        """The bands of one factor, lowest first."""
        rows = (row for row in self.rows if row.factor == factor)
        return tuple(sorted(rows, key=lambda row: row.lower))

    def band(self, factor: str, value: float) -> Band:
        """The band that holds the value."""
        for band in self.of(factor):
            if band.lower <= value < band.upper:
                return band
        raise ReferenceDataError(
            f"reference/threat_band: no band of '{factor}' holds {value:g}. Add a band, or leave"
            " its first lower and last upper limit empty."
        )


def bands_from(rows: Iterable[Mapping[str, Cell]]) -> Bands:
    """Bands from rows of a table; an empty limit is no limit."""
    return Bands(
        tuple(
            Band(
                factor=str(row["factor"]),
                lower=_limit(row["lower"], -math.inf),
                upper=_limit(row["upper"], math.inf),
                score=int(str(row["score"])),
                wording=str(row["wording"]),
                source=str(row["source"]),
            )
            for row in rows
        )
    )


@cache
def default_bands() -> Bands:
    """The bands of the reference table ``threat_band``."""
    return bands_from(load_table("threat_band").rows)


def _limit(cell: Cell, without: float) -> float:
    return without if cell is None else float(cell)


def _check_in_order(factor: str, bands: tuple[Band, ...]) -> None:
    for before, after in pairwise(bands):
        if before.upper != after.lower or before.score >= after.score:
            raise ReferenceDataError(
                f"reference/threat_band, factor '{factor}': the band to {before.upper:g} (score"
                f" {before.score}) is followed by one from {after.lower:g} (score {after.score})."
                " Make each begin where the last ends, with a higher score."
            )
    if any(not 0 < band.score <= HIGHEST for band in bands):
        raise ReferenceDataError(
            f"reference/threat_band, factor '{factor}': scores are 1 to {HIGHEST}. Change them."
        )
