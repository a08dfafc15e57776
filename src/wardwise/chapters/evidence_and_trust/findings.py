"""What the chapter found about the evidence itself."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from wardwise.chapters.evidence_and_trust.outcomes_agree import OutcomesAgree
from wardwise.domain.area import Area
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.domain.period import Month, Period
from wardwise.figures.linked import LinkedFigures
from wardwise.figures.supplied import SuppliedFigures


@dataclass(frozen=True)
class SourceRow:
    """One source: its files and their rows, which are used or set aside."""

    name: str
    months: str
    licence: str
    files: Figure
    rows_in: Figure
    used: Figure
    set_aside: Figure


@dataclass(frozen=True)
class FileRow:
    """One file as it was read, by its content."""

    name: str
    path: str
    months: str
    sha256: str
    licence: str
    rows_in: Figure
    used: Figure


@dataclass(frozen=True)
class AsideRow:
    """Rows of one source that were set aside for one reason."""

    name: str
    reason: str
    rows: Figure


@dataclass(frozen=True)
class StretchRow:
    """Months held against the Home Office total of the same months."""

    period: Period
    status: str
    held: Figure
    expected: Figure
    share: Figure


@dataclass(frozen=True)
class ExtractRow:
    """A month that two extracts hold. ``cells`` in the order of ``EXTRACT_COLUMNS``."""

    month: Month
    kept: str
    cells: tuple[Figure, ...]


@dataclass(frozen=True)
class LocatedRow:
    """Records of one offence (None for all) and those that have no LSOA."""

    offence: str | None
    rows: Figure
    not_located: Figure
    share: Figure


@dataclass(frozen=True)
class ReconciledRow:
    """Our count of one group against the published one, and what the gap may be."""

    offence: str | None
    held: Figure
    published: Figure
    percent: Figure
    not_located: Figure
    reading: str


@dataclass(frozen=True)
class Reconciliation:
    """Every group in a published year that the source holds whole."""

    period: Period
    whole: ReconciledRow
    rows: tuple[ReconciledRow, ...]
    problem: str  # why the period is not complete, empty where it is


@dataclass(frozen=True)
class BreakRow:
    """A date on which counting changed; ``inside`` the months that are held."""

    month: Month
    what: str
    offences: str
    direction: str
    source: str
    inside: bool
    refuses: bool  # the settings name it: nothing is compared across it


@dataclass(frozen=True)
class EvidenceFindings:
    """Everything that the chapter prints."""

    area: Area
    force: Area
    source: str
    held: Period
    latest: Period
    floor_percent: float  # below this a stretch is marked incomplete
    sources: tuple[SourceRow, ...]
    files: tuple[FileRow, ...]
    set_aside: tuple[AsideRow, ...]
    completeness: tuple[StretchRow, ...]
    extracts: tuple[ExtractRow, ...]
    extracts_together: tuple[Figure, ...]
    located_of: Area
    located_whole: LocatedRow | None
    located: tuple[LocatedRow, ...]
    reconciliation: Reconciliation | None
    why_not_reconciled: str
    breaks: tuple[BreakRow, ...]
    census_year: int
    notices: tuple[str, ...]
    missing: tuple[NotHeld, ...]
    key_findings: tuple[KeyFinding, ...]
    outcomes_agree: OutcomesAgree | None = None
    supplied: tuple[SuppliedFigures, ...] = ()
    supply_judged_on: datetime.date | None = None
    linked: LinkedFigures | None = None
    has_people: bool = False  # a partner's extract tells who was harmed and suspected
