"""How complete the evidence is, and what was read, set aside and revised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wardwise.domain.period import Month, Period


COMPLETE_FROM_PERCENT = 97.0
"""A stretch of which less is held is printed, marked incomplete, and never compared."""


@dataclass(frozen=True)
class Stretch:
    """How complete a source is over a stretch of months."""

    period: Period
    status: str  # 'complete', 'incomplete', 'missing', 'not judged'
    share: float | None
    why: str
    held: int | None = None  # offences without ASB in what is used
    expected: int | None = None  # what the Home Office counted


@dataclass(frozen=True)
class Completeness:
    """Every judged stretch of the recorded-crime source."""

    stretches: tuple[Stretch, ...]

    def problem(self, period: Period) -> str | None:
        """Why the period may not be compared, or None if it may."""
        bad = [
            stretch
            for stretch in self.stretches
            if stretch.status in ("incomplete", "missing")
            and stretch.period.first <= period.last
            and period.first <= stretch.period.last
        ]
        if not bad:
            return None
        names = ", ".join(stretch.period.label + _held(stretch.share) for stretch in bad)
        return f"the source is incomplete for {names}"

    def incomplete_months(self) -> tuple[Month, ...]:
        """Months in a stretch that is below the threshold."""
        return tuple(
            month
            for stretch in self.stretches
            if stretch.status == "incomplete"
            for month in stretch.period.months
        )


def _held(share: float | None) -> str:
    """In whole percent, and with a decimal where that would read as complete."""
    if share is None:
        return ""
    whole = f"{100 * share:.0f}"
    shown = whole if float(whole) < COMPLETE_FROM_PERCENT else f"{100 * share:.1f}"
    return f" ({shown}% held)"


@dataclass(frozen=True)
class FileRead:
    """One file as it was read."""

    source: str
    path: str
    sha256: str
    rows_in: int | None
    rows_used: int | None
    months: str
    licence: str


@dataclass(frozen=True)
class ExtractMonth:
    """One month that two extracts hold, and what differs between them."""

    month: Month
    rows_earlier: int
    rows_later: int
    kept: str
    why: str
    appeared: int
    vanished: int
    in_both: int
    offence_changed: int
    place_changed: int
    outcome_changed: int


@dataclass(frozen=True)
class SourceRows:
    """Rows of the recorded-crime source in a period, and those with no LSOA, by offence.

    ``forces`` are the names of the partnership's force as the source writes it; empty where
    rows without an LSOA name no force, and the counts are of everything the source holds.
    """

    period: Period
    forces: tuple[str, ...]
    rows: Mapping[str, int]
    not_located: Mapping[str, int]


@dataclass(frozen=True)
class Quality:
    """What the evidence chapter has to own up to."""

    files: tuple[FileRead, ...]
    set_aside: tuple[tuple[str, str, int], ...]  # source, reason, rows
    extracts: tuple[ExtractMonth, ...]
    notices: tuple[str, ...]
    source_rows: tuple[SourceRows, ...] = ()  # latest twelve months, then published years
