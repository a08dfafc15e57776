"""What the chapter found: every ward, every neighbourhood, and the places looked at closely."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.domain.period import Period
from wardwise.figures.concentrated_ways import Way
from wardwise.figures.concentration_curve import Spread
from wardwise.figures.control import Control
from wardwise.figures.moved import Moved
from wardwise.figures.stable import Stability


@dataclass(frozen=True)
class PlaceLine:
    """A ward or an own area on one line. ``rank`` is None for own areas: they are not wards."""

    area: Area
    count: Figure
    rate: Figure
    share: Figure
    change: Figure
    rank: Figure | None


@dataclass(frozen=True)
class GroupInPlace:
    """One offence group in a place, beside the whole partnership."""

    offence: str
    count: Figure
    rate: Figure
    whole_rate: Figure
    quotient: Figure
    change: Figure


@dataclass(frozen=True)
class Neighbourhood:
    """One LSOA. ``change`` is worked for those with most offences only."""

    area: Area
    ward: str
    count: Figure
    rate: Figure
    change: Figure | None


@dataclass(frozen=True)
class ClosePlace:
    """A ward that was commissioned, or an own area: its half-page.

    ``groups`` are all groups, largest first; ``deprived`` the place and the whole partnership.
    """

    line: PlaceLine
    groups: tuple[GroupInPlace, ...]
    deprived: tuple[Figure, Figure] | None
    chart: Control
    neighbourhoods: tuple[Neighbourhood, ...]


@dataclass(frozen=True)
class PlacesFindings:
    """Wards by count, largest first; own areas likewise; neighbourhoods likewise."""

    area: Area
    period: Period
    before: Period
    source: str
    whole: PlaceLine
    wards: tuple[PlaceLine, ...]
    own: tuple[PlaceLine, ...]
    standing_out: Mapping[str, tuple[GroupInPlace, ...]]  # area code → groups, largest first
    spread: Spread | None
    stability: Stability
    moved: Moved | None
    ways: tuple[Way, ...]
    neighbourhoods: tuple[Neighbourhood, ...]
    commissioned: tuple[ClosePlace, ...]
    own_close: tuple[ClosePlace, ...]
    key_findings: tuple[KeyFinding, ...]
    no_near_repeats: str = ""  # why they are not known, where they are not
