"""Recorded crimes as points on the map, and how exactly the points say where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wardwise.domain.people_recorded import Floats, Ints


class PointPrecision(StrEnum):
    """What a point stands for. Counts by area have none, and are no points at all."""

    EXACT = "exact"  # the place itself
    SNAPPED = "snapped"  # one of a fixed list of map points, shared by several addresses


@dataclass(frozen=True, eq=False)
class PointsRecorded:
    """Every record that is located in the partnership and has a point. Shape: records.

    ``easting`` and ``northing`` are on the British National Grid (metres), ``month`` is
    ``Month.ordinal`` and ``offence`` a position in ``offences``.
    """

    source: str
    precision: PointPrecision
    easting: Floats
    northing: Floats
    month: Ints
    offence: Ints
    offences: tuple[str, ...]
