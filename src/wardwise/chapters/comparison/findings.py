"""What the chapter found: where we stand among others, and who moved which way."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.domain.period import Period
from wardwise.figures.control import Control
from wardwise.figures.ranks import RankFound
from wardwise.figures.recording import RecordingEffect


@dataclass(frozen=True)
class Changes:
    """The published change on the year before: ours, the force's and the country's.

    ``is_small`` is the publisher's mark that the base is too small for a percentage.
    """

    ours: Figure
    force: Figure
    country: Figure
    is_small: bool


@dataclass(frozen=True)
class Standing:
    """One offence: our rate beside every comparator, and our place among two groups.

    ``part`` is False for a whole group of offences and True for a part of one; ``leaf`` is
    True where the tables part it no further.
    """

    offence: str | None
    households: bool
    part: bool
    leaf: bool
    count: Figure
    ours: Figure
    similar: Figure
    force: Figure
    country: Figure
    among_similar: RankFound
    in_force: RankFound
    above: Figure
    changes: Changes


@dataclass(frozen=True)
class Peer:
    """Another partnership's rate and change of all recorded crime; ours among them."""

    area: Area
    ours: bool
    rate: Figure
    change: Figure


@dataclass(frozen=True)
class Published:
    """What the published partnership tables say. ``standings`` begins with all recorded crime."""

    period: Period
    standings: tuple[Standing, ...]
    similar: tuple[Peer, ...]
    in_force: tuple[Peer, ...]
    left_out: tuple[str, ...]
    unassigned: Figure
    unassigned_percent: Figure
    notes: tuple[str, ...]
    recording: tuple[RecordingEffect, ...]  # rises that recording alone could explain
    cautions: tuple[tuple[str, tuple[str, ...]], ...]  # what changed in counting, and for which

    @property
    def whole(self) -> Standing:
        """All recorded crime."""
        return self.standings[0]


@dataclass(frozen=True)
class DistrictRow:
    """One district of the force, or the force area itself, in the recorded-crime source."""

    area: Area
    ours: bool
    count: Figure
    rate: Figure
    change: Figure


@dataclass(frozen=True)
class Recorded:
    """Latest year of the recorded-crime source. ``missing`` names districts it does not hold.

    ``ours`` is the partnership as a whole, which may be several of the districts.
    """

    source: str
    period: Period
    districts: tuple[DistrictRow, ...]
    ours: DistrictRow
    force: DistrictRow | None
    charts: tuple[Control, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class ComparisonFindings:
    """Both sources; the published one may not be held."""

    area: Area
    force: Area
    published: Published | NotHeld
    recorded: Recorded
    key_findings: tuple[KeyFinding, ...]
