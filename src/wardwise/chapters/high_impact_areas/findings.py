"""What the chapter found: the areas and their profile."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.high_impact import HighImpact


@dataclass(frozen=True)
class HighImpactFindings:
    """``neighbourhoods`` are every LSOA with its count, for the map."""

    area: Area
    period: Period
    source: str
    least: int
    found: HighImpact | NotKnown
    neighbourhoods: tuple[tuple[Area, Figure], ...]
    key_findings: tuple[KeyFinding, ...]
