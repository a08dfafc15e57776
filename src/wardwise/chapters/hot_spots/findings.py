"""What the chapter found: the classes of neighbourhoods, by group, and what they foretold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wardwise.domain.area import Area
from wardwise.domain.finding import KeyFinding
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.harm_hot_spots import HotByHarm
from wardwise.figures.hot_spots import HotSpotsFound
from wardwise.figures.predictions import Prediction


@dataclass(frozen=True)
class HotSpotsFindings:
    """All recorded crime, the groups whose hot spots differ from it, and the test of both.

    Of groups with offences enough, ``elsewhere`` have theirs in other places, ``in_part`` partly
    so, ``alike`` much where all crime has them, and ``without`` have none. ``groups`` are the
    first of the former two. ``by_harm`` are the latest year's by harm. ``parts`` is what the
    chapter's other sections found, by the name of the part.
    """

    area: Area
    lsoas: tuple[Area, ...]
    ward_names: Mapping[str, str]  # LSOA code → ward
    period: Period
    before: Period
    source: str
    whole: HotSpotsFound
    by_harm: HotByHarm | NotKnown
    groups: tuple[HotSpotsFound, ...]
    elsewhere: tuple[str, ...]
    in_part: tuple[str, ...]
    alike: tuple[str, ...]
    without: tuple[str, ...]
    foretold: tuple[Prediction, ...]
    foretold_groups: tuple[Prediction, ...]
    key_findings: tuple[KeyFinding, ...]
    parts: Mapping[str, Any] = field(default_factory=dict)
