"""What is on the table when a chapter is written: read-only nouns, each held or not held.

``evidence/`` fills these from the stored tables; chapters read them and never see a table.
A part that the partnership has no source for is a ``NotHeld``, which says what is needed,
from whom, and what it would answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.area import Area
from wardwise.domain.counts import MonthlyCounts
from wardwise.domain.period import Month, Period


@dataclass(frozen=True)
class NotHeld:
    """Evidence that nobody has supplied: what, from whom."""

    what: str
    from_whom: str


@dataclass(frozen=True)
class Place:
    """The partnership and the areas in it. ``members`` maps every area code in scope to
    the LSOA codes inside it; ``districts_of`` maps the wider areas to their districts."""

    area: Area  # the district where partnership and district coincide
    csp_code: str
    force: Area
    country: str  # 'England' or 'Wales'
    wards: tuple[Area, ...]
    lsoas: tuple[Area, ...]
    own: tuple[Area, ...]
    commissioned: tuple[Area, ...]
    ward_of: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]
    districts_of: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class People:
    """Who lives there. Keys are area codes; units are people and households."""

    source: str
    year: int
    residents: Mapping[str, int]
    households: Mapping[str, int]
    ages: Mapping[str, Mapping[str, int]]  # district code → band → people
    sexes: Mapping[str, Mapping[str, int]]
    ethnicity: Mapping[str, Mapping[str, int]]  # district code → group → people


@dataclass(frozen=True)
class Deprivation:
    """How deprived the neighbourhoods are: LSOA code → tenth (1 = most deprived), by edition.

    ``households_deprived`` counts households deprived in two or more of the four Census
    dimensions, which England and Wales both have. ``residents_by_tenth`` (edition → district →
    ten counts, the most deprived first) and ``households_deprived_in`` (by district) are for
    comparators, whose LSOAs are not on the desk; a district in which any is not known has none.
    """

    editions: Mapping[str, Mapping[str, int]]
    households_deprived: Mapping[str, int]
    residents_by_tenth: Mapping[str, Mapping[str, tuple[int, ...]]] = field(default_factory=dict)
    households_deprived_in: Mapping[str, int] = field(default_factory=dict)


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


@dataclass(frozen=True)
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
        names = ", ".join(
            stretch.period.label
            + (f" ({100 * stretch.share:.0f}% held)" if stretch.share is not None else "")
            for stretch in bad
        )
        return f"the source is incomplete for {names}"

    def incomplete_months(self) -> tuple[Month, ...]:
        """Months in a stretch that is below the threshold."""
        return tuple(
            month
            for stretch in self.stretches
            if stretch.status == "incomplete"
            for month in stretch.period.months
        )


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


@dataclass(frozen=True)
class Similar:
    """A partnership like ours, and how far from it in standard deviations."""

    area: Area
    distance: float


@dataclass(frozen=True)
class Comparators:
    """Whom we compare with, and how they were chosen."""

    force_peers: tuple[Area, ...]  # partnership codes, ours among them
    most_similar: tuple[Similar, ...]
    method: str
    variables: tuple[str, ...]
    official: bool
    dated: str


@dataclass(frozen=True, eq=False)
class Outcomes:
    """Last known outcomes. Shape: offences × months × outcome groups, of located records."""

    source: str
    offences: tuple[str, ...]
    months: tuple[Month, ...]
    groups: tuple[str, ...]
    counts: NDArray[np.int64]


@dataclass(frozen=True)
class Searches:
    """Stop and search in the latest twelve months.

    ``by_ethnicity`` and ``found`` map an ethnic group ('Not stated' kept apart) to searches
    and to searches that found what was looked for; ``force_unlocated`` could be anywhere in the
    force.
    """

    source: str
    period: Period
    by_ethnicity: Mapping[str, int]
    found: Mapping[str, int]
    outcome_known: Mapping[str, int]
    by_object: Mapping[str, int]
    force_total: int
    force_unlocated: int


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


@dataclass(frozen=True)
class ContextValue:
    """One context indicator for the partnership beside England and the region."""

    indicator: str
    period: str
    value: float | None
    lower: float | None
    upper: float | None
    unit: str
    england: float | None
    region: float | None
    published_by: str
    published_on: str


@dataclass(frozen=True)
class Context:
    """Context indicators held, and those expected that are not, by name and owner."""

    held: tuple[ContextValue, ...]
    missing: tuple[NotHeld, ...]


@dataclass(frozen=True, eq=False)
class Evidence:
    """Everything that a run knows. ``local`` counts the LSOAs of the partnership; ``wider``
    counts whole districts, ours among them, as far as the same source holds them."""

    place: Place
    people: People
    deprivation: Deprivation | NotHeld
    local: MonthlyCounts
    wider: MonthlyCounts
    unlocated: Mapping[str, int]  # offence → the force's rows with no LSOA, latest twelve months
    force_rows: Mapping[str, int]  # offence → the force's rows, located or not
    completeness: Completeness
    official: OfficialTable | NotHeld
    comparators: Comparators
    outcomes: Outcomes | NotHeld
    searches: Searches | NotHeld
    harm: HarmWeights | NotHeld
    context: Context
    quality: Quality
    breaks: tuple[tuple[Month, str, str], ...] = ()  # month, offence ('' for all), what broke
    register: tuple[tuple[Month, str, str], ...] = ()  # the same, effect here not known: cautions
    extra: Mapping[str, object] = field(default_factory=dict)
