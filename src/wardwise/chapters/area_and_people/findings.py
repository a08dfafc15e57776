"""What the chapter found: people, deprivation, similar partnerships and context."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.figures.population_traits import Trait


@dataclass(frozen=True)
class TraitRow:
    """One trait of the residents or households, beside the comparators.

    ``country`` and ``difference`` are None where an English index cannot speak of Wales.
    """

    trait: Trait
    count: Figure
    ours: Figure
    force: Figure
    similar: Figure
    country: Figure | None
    difference: Figure | None


@dataclass(frozen=True)
class WardRow:
    """A ward's people; ``deprived`` in the order of the chapter's traits of deprivation."""

    area: Area
    residents: Figure
    households: Figure
    deprived: tuple[Figure, ...]
    lsoas_in_tenth: Figure | None  # neighbourhoods in the most deprived tenth, leading edition


@dataclass(frozen=True)
class Neighbourhood:
    """An LSOA: its tenth by each edition, and households deprived in two or more ways."""

    area: Area
    ward: str
    residents: Figure
    tenths: tuple[Figure, ...]
    households_deprived: Figure


@dataclass(frozen=True)
class SimilarRow:
    """A most similar partnership, how far from ours, and what it is like."""

    area: Area
    distance: Figure | None  # None on an official list, which gives none
    residents: Figure
    deprived: tuple[Figure, ...]


@dataclass(frozen=True)
class ContextRow:
    """One context indicator beside England and the region."""

    indicator: str
    period: str
    unit: str
    ours: Figure
    limits: str
    england: Figure
    region: Figure
    published: str


@dataclass(frozen=True)
class Similarity:
    """The most similar partnerships and how they were chosen."""

    rows: tuple[SimilarRow, ...]
    method: str
    variables: tuple[str, ...]
    official: bool
    dated: str


@dataclass(frozen=True)
class DeprivedPlaces:
    """Neighbourhoods in the most deprived tenth, and the wards that they lie in."""

    neighbourhoods: Figure
    of: Figure
    wards: Figure
    of_wards: Figure


@dataclass(frozen=True)
class AreaFindings:
    """Everything that the chapter prints."""

    area: Area
    force: Area
    country: str
    residents: Figure
    households: Figure
    force_peers: tuple[str, ...]
    people: tuple[TraitRow, ...]
    deprivation: tuple[TraitRow, ...]
    missing_deprivation: NotHeld | None
    editions: tuple[str, ...]  # the leading one first
    places: DeprivedPlaces | None
    wards: tuple[WardRow, ...]
    neighbourhoods: tuple[Neighbourhood, ...]
    similarity: Similarity
    context: tuple[ContextRow, ...]
    missing: tuple[NotHeld, ...]
    key_findings: tuple[KeyFinding, ...]
