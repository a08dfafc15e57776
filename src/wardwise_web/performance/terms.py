"""What a person says of a definition, a reading or a target, in one piece."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wardwise.domain.period import Month


@dataclass(frozen=True)
class DefinitionTerms:
    """A version of the card."""

    kind: str
    numerator: str
    unit: str
    source: str
    better: str
    is_recording_driven: bool
    months: int
    lag_days: int
    tolerance_percent: Decimal
    denominator: str = ""
    per: int = 1
    direction_because: str = ""
    revisions: str = ""
    build_measure: str = ""
    build_offence: str = ""


@dataclass(frozen=True)
class Read:
    """One reading: a number, or why there is none."""

    first: Month
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    state: str = "known"
    reason: str = ""


@dataclass(frozen=True)
class TargetTerms:
    """A target as it is agreed. ``value`` is read by its aim: a number, a percentage, a place."""

    starts: date
    aim: str
    agreed_by: str
    because: str
    value: Decimal | None = None
    stretch: Decimal | None = None
    baseline_first: date | None = None
    profile: tuple[float, ...] = ()
