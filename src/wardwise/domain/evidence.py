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

from wardwise.domain.card import Card
from wardwise.domain.counts import MonthlyCounts
from wardwise.domain.definition import DefinitionHeld
from wardwise.domain.last_plan import LastPlan
from wardwise.domain.linkage import Linkage
from wardwise.domain.people_recorded import PeopleRecorded
from wardwise.domain.period import Month, Period
from wardwise.domain.place import Comparators, Deprivation, People, Place, Similar
from wardwise.domain.points import PointCounts
from wardwise.domain.points_recorded import PointsRecorded
from wardwise.domain.published import GroupWeight, HarmWeights, OfficialRow, OfficialTable
from wardwise.domain.quality import (
    Completeness,
    ExtractMonth,
    FileRead,
    Quality,
    SourceRows,
    Stretch,
)
from wardwise.domain.returns import PartnerReturn
from wardwise.domain.supply import Supply
from wardwise.domain.survey import QuestionAsked
from wardwise.domain.temperatures import Temperatures


__all__ = [
    "Comparators",
    "Completeness",
    "Context",
    "ContextValue",
    "Deprivation",
    "Evidence",
    "ExtractMonth",
    "FileRead",
    "ForceOutcomes",
    "GroupWeight",
    "HarmWeights",
    "NotHeld",
    "OfficialRow",
    "OfficialTable",
    "Outcomes",
    "People",
    "Place",
    "Quality",
    "Searches",
    "Similar",
    "SourceRows",
    "Stretch",
]


@dataclass(frozen=True)
class NotHeld:
    """Evidence that nobody has supplied: what, from whom."""

    what: str
    from_whom: str


@dataclass(frozen=True, eq=False)
class Outcomes:
    """Last known outcomes. Shape: offences × months × outcome groups, of located records.

    ``force_counts`` are of the whole force area, in the same shape. ``outcomes_of`` maps a
    group to the outcomes in it as published; the last group holds every other outcome and none.
    """

    source: str
    offences: tuple[str, ...]
    months: tuple[Month, ...]
    groups: tuple[str, ...]
    counts: NDArray[np.int64]
    force_counts: NDArray[np.int64] | None = None
    outcomes_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class ForceOutcomes:
    """Published outcomes of offences recorded in the force area, by quarter.

    Shape of ``counts``: offences × quarters × outcome groups. ``types_of`` maps a group to the
    Home Office's outcome types in it; ``force`` is the force's name as the source writes it.
    """

    source: str
    force: str
    offences: tuple[str, ...]
    quarters: tuple[Period, ...]
    groups: tuple[str, ...]
    types_of: Mapping[str, tuple[int, ...]]
    counts: NDArray[np.int64]

    @property
    def period(self) -> Period:
        """First to last quarter."""
        return Period(self.quarters[0].first, self.quarters[-1].last)


@dataclass(frozen=True)
class Searches:
    """Stop and search in the latest months held without a gap, twelve at most.

    ``by_ethnicity`` and ``found`` map an ethnic group ('Not stated' kept apart) to searches
    and to searches that led to something; ``force_unlocated`` could be anywhere in the force.
    ``in_force`` and the two after it are of searches located in the force area. ``labels`` are
    the ethnicities as published in each group, '' where empty, and ``led_to_nothing`` the
    outcomes that are not a find. ``forces`` are the force's names as the source writes them.
    """

    source: str
    period: Period
    by_ethnicity: Mapping[str, int]
    found: Mapping[str, int]
    outcome_known: Mapping[str, int]
    by_object: Mapping[str, int]
    force_total: int
    force_unlocated: int
    in_force: Mapping[str, int] = field(default_factory=dict)
    in_force_found: Mapping[str, int] = field(default_factory=dict)
    in_force_outcome_known: Mapping[str, int] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    led_to_nothing: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()


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
    force_outcomes: ForceOutcomes | NotHeld = NotHeld(
        "outcomes of recorded crime by force and quarter", "the Home Office"
    )
    recorded_people: PeopleRecorded | NotHeld = NotHeld(
        "the force's crime extract, with victims and suspects", "the police force"
    )
    recorded_incidents: Mapping[str, PeopleRecorded] = field(default_factory=dict)  # by dataset
    survey: Mapping[str, QuestionAsked] = field(default_factory=dict)  # by the question's text
    points: PointCounts | None = None  # where the source gives records with points
    supply: Supply | None = None  # where the settings list a partner's file
    linkage: Linkage | None = None  # where the settings ask for people to be linked
    cards: tuple[Card, ...] = ()  # of initiatives, locked before they began
    last_plan: LastPlan | None = None  # where the settings name its file
    definitions: tuple[DefinitionHeld, ...] = ()  # of kinds of crime, in the order of names
    returns: Mapping[str, PartnerReturn] | NotHeld = NotHeld(
        "returns on drug treatment, drug tests on arrest, youth justice, probation and domestic"
        " abuse conferences",
        "the services that make them",
    )
    temperatures: Temperatures | None = None  # where the settings name a file of them
    recorded_points: PointsRecorded | NotHeld = NotHeld(
        "records of crime with a point on the map", "the police force"
    )
