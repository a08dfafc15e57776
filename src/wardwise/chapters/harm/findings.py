"""What the chapter found: harm by group, its change, and harm by ward."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.domain.period import Period


@dataclass(frozen=True)
class GroupHarm:
    """One offence group: how many, what one weighs, what they weigh together.

    ``by_typical`` is its part of the harm if each group weighed what its middle offence does.
    """

    offence: str
    count: Figure
    count_share: Figure
    weight: Figure
    typical: Figure
    coverage: Figure
    harm: Figure
    share: Figure
    by_typical: Figure


@dataclass(frozen=True)
class PlaceHarm:
    """A ward, an own area or the whole: harm and offences for every 1,000 residents."""

    area: Area
    rate: Figure
    harm: Figure
    share: Figure
    offence_rate: Figure


@dataclass(frozen=True)
class HarmFindings:
    """Groups by harm, the largest first; wards and own areas by their harm rate."""

    area: Area
    force: Area
    period: Period
    source: str
    scheme: str
    weights_from: Period
    total: Figure
    total_count: Figure
    change: Figure
    count_change: Figure
    groups: tuple[GroupHarm, ...]
    whole: PlaceHarm
    wards: tuple[PlaceHarm, ...]
    own: tuple[PlaceHarm, ...]
    key_findings: tuple[KeyFinding, ...]
