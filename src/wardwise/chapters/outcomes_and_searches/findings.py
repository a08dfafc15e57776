"""What the chapter found: what became of offences, and who was searched."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.chapters.outcomes_and_searches.published import Published
from wardwise.domain.area import Area
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.domain.period import Month, Period


@dataclass(frozen=True)
class OutcomeRow:
    """One offence: how many, and the share of each outcome group. ``missing`` is both kinds."""

    offence: str | None
    offences: Figure
    counts: tuple[Figure, ...]
    shares: tuple[Figure, ...]
    missing: Figure
    force_charged: Figure

    @property
    def charged(self) -> Figure:
        """The share of the first group."""
        return self.shares[0]


@dataclass(frozen=True)
class OutcomesFound:
    """Rows begin with all recorded crime, then by the share charged, highest first."""

    source: str
    period: Period
    held_to: Month
    age_months: int
    groups: tuple[str, ...]
    rows: tuple[OutcomeRow, ...]
    force: tuple[Figure, ...]  # share of each group in the force area
    problem: str | None  # why the months are not complete

    @property
    def whole(self) -> OutcomeRow:
        """All recorded crime."""
        return self.rows[0]


@dataclass(frozen=True)
class SearchRow:
    """One ethnic group; 'Not stated' has no residents, so no rate and no ratio."""

    group: str
    searches: Figure
    residents: Figure | None
    rate: Figure | None
    ratio: Figure | None
    force_ratio: Figure | None
    results: Figure
    finds: Figure
    force_finds: Figure


@dataclass(frozen=True)
class SearchesFound:
    """Rows begin with White, with which others are compared; 'Not stated' is the last."""

    source: str
    period: Period
    rows: tuple[SearchRow, ...]
    total: Figure
    not_stated_percent: Figure
    force_total: Figure
    force_not_located: Figure
    not_located_percent: Figure
    ratio_if_white: Figure | None  # of the group furthest above, had all not stated been White
    months_missing: int


@dataclass(frozen=True)
class OutcomesAndSearches:
    """Both halves, each held or not."""

    area: Area
    force: Area
    outcomes: OutcomesFound | NotHeld
    searches: SearchesFound | NotHeld
    published: Published | None  # of the force, from the Home Office
    key_findings: tuple[KeyFinding, ...]
