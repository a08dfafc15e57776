"""What the chapter found: the areas and their profile, deprivation, vulnerable places."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.deprivation_gradient import Gradient
from wardwise.figures.flagged_wards import FlaggedWards
from wardwise.figures.high_impact import HighImpact
from wardwise.figures.vulnerability import Vulnerability


@dataclass(frozen=True)
class HighImpactFindings:
    """``neighbourhoods`` are every LSOA with its count, for the map."""

    area: Area
    period: Period
    source: str
    least: int
    found: HighImpact | NotKnown
    neighbourhoods: tuple[tuple[Area, Figure], ...]
    gradient: Gradient | NotKnown
    vulnerable: Vulnerability | NotKnown
    flagged: FlaggedWards | NotKnown
    key_findings: tuple[KeyFinding, ...]
