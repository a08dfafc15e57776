"""What is published of partnerships and forces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wardwise.domain.area import Area
from wardwise.domain.period import Period


@dataclass(frozen=True)
class OfficialRow:
    """One published cell and what stands beside it."""

    offences: int | None
    before: int | None
    residents: int | None
    households: int | None
    rate_per_1000_residents: float | None
    change_percent: float | None
    symbol: str
    note: str


@dataclass(frozen=True, eq=False)
class OfficialTable:
    """The ONS partnership tables: (area code, offence) → row; offence None is the total."""

    source: str
    latest: Period
    before: Period
    offences: tuple[str, ...]
    partnerships: Mapping[str, Area]  # partnership code → area
    force_of: Mapping[str, str]  # partnership code → force code
    forces: Mapping[str, Area]
    countries: Mapping[str, Area]
    unassigned: Mapping[str, str]  # force code → name of its 'Unassigned' row
    rows: Mapping[tuple[str, str | None], OfficialRow]
    unassigned_offences: Mapping[str, int] = field(default_factory=dict)  # latest year, by force


@dataclass(frozen=True)
class GroupWeight:
    """What one offence of a group weighs on average, from the force's own mix of codes.

    Unit: severity points for one offence. ``typical`` is the middle offence, which a few
    grave ones do not move. ``codes`` are the Home Office codes of the group.
    """

    value: float
    lower: float
    upper: float
    typical: float
    coverage_percent: float
    codes: tuple[str, ...]


@dataclass(frozen=True)
class HarmWeights:
    """Weights by police.uk type and by ONS headline offence, of one force and year."""

    scheme: str
    version: str
    force: str
    quarters: tuple[Period, ...]
    police_uk: Mapping[str, GroupWeight]
    official: Mapping[str, GroupWeight]
    by_code: Mapping[str, float]
