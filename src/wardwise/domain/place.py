"""The partnership's land and people, and whom it is compared with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wardwise.domain.area import Area


@dataclass(frozen=True)
class Place:
    """The partnership and the areas in it. ``members`` maps every area code in scope to
    the LSOA codes inside it; ``districts_of`` maps the wider areas to their districts.
    ``neighbours`` maps an LSOA to those of the partnership that it touches, ``hectares`` to its
    land and ``outlines`` to its outline (hexadecimal well-known binary, national grid metres);
    they are empty where no outline is held. ``metres`` maps an LSOA to where its middle is,
    east and north of the partnership's; empty where that of any is not known. ``high_impact``
    maps the name of each area that the settings choose to its LSOA codes."""

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
    neighbours: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hectares: Mapping[str, float] = field(default_factory=dict)
    metres: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    outlines: Mapping[str, str] = field(default_factory=dict)
    high_impact: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class ResidentsByAge:
    """Mid-year residents by single year of age: district code → people of each age from 0.

    The last age is that age and over. Shape of each: 91 ages.
    """

    source: str
    year: int
    everybody: Mapping[str, tuple[int, ...]]
    females: Mapping[str, tuple[int, ...]]
    males: Mapping[str, tuple[int, ...]]


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
    by_age: ResidentsByAge | None = None  # where the table of a year is held


@dataclass(frozen=True)
class Deprivation:
    """How deprived the neighbourhoods are: LSOA code → tenth (1 = most deprived), by edition.

    ``households_deprived`` counts households deprived in two or more of the four Census
    dimensions, which England and Wales both have. ``residents_by_tenth`` (edition → district →
    ten counts, the most deprived first) and ``households_deprived_in`` (by district) are for
    comparators, whose LSOAs are not on the desk; a district in which any is not known has none.
    ``by_lsoa`` maps a column of the table of LSOAs (rank, scores of domains, people aged 15 to 24)
    to the numbers of the partnership's LSOAs; one that is not known for any of them is not in it.
    """

    editions: Mapping[str, Mapping[str, int]]
    households_deprived: Mapping[str, int]
    residents_by_tenth: Mapping[str, Mapping[str, tuple[int, ...]]] = field(default_factory=dict)
    households_deprived_in: Mapping[str, int] = field(default_factory=dict)
    by_lsoa: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


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
