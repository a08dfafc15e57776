"""What the chapter found: figures by offence group, and the charts."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.domain.period import Period
from wardwise.figures.baselining import Baselining
from wardwise.figures.bridged import Bridge
from wardwise.figures.control import Control
from wardwise.figures.defined_groups import DefinedGroup
from wardwise.figures.recording import RecordingEffect


@dataclass(frozen=True)
class GroupLevel:
    """One offence group over three years. ``contribution`` is None for the whole and for ASB."""

    offence: str | None
    years: tuple[Figure, Figure, Figure]
    rate: Figure
    change: Figure
    over_three_years: Figure
    contribution: Figure | None
    held_only: Figure | None = None  # share of the published count, where too little is held


@dataclass(frozen=True)
class LevelsFindings:
    """Levels and changes of every group, largest first."""

    area: Area
    periods: tuple[Period, Period, Period]
    whole: GroupLevel
    groups: tuple[GroupLevel, ...]
    disorder: GroupLevel | None
    whole_chart: Control
    charts: tuple[Control, ...]
    source: str
    breaks: tuple[str, ...]
    broken_groups: tuple[str, ...]  # inside the total, not comparable by themselves
    cautions: tuple[tuple[str, tuple[str, ...]], ...]  # what changed in counting, groups
    key_findings: tuple[KeyFinding, ...]
    incomplete: tuple[tuple[Period, str], ...] = ()  # years that are printed and marked, and why
    defined: tuple[DefinedGroup, ...] = ()  # by definition, where an extract is held
    recording: tuple[RecordingEffect, ...] = ()  # rises that recording alone could explain
    bridges: tuple[Bridge, ...] = ()  # comparisons across a break, refused and bridged
    baselining: tuple[Baselining, ...] = ()  # groups that are counted anew, and wait for a base
