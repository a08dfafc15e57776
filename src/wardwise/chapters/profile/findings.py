"""What a profile found: one dataclass for each of its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wardwise.chapters.profile.kind import Shape
from wardwise.chapters.profile.reading import Reading
from wardwise.chapters.profile.words import counted_words
from wardwise.document.text import Text
from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.baselining import Baselining
from wardwise.figures.bridged import Bridge
from wardwise.figures.candidates import Candidate
from wardwise.figures.concentrations import ConcentrationFound
from wardwise.figures.control import Control
from wardwise.figures.hot_spots import HotSpotsFound
from wardwise.figures.incidents import IncidentsFound
from wardwise.figures.near_repeats import NearRepeat
from wardwise.figures.people_flags import FlagLine, Vulnerability
from wardwise.figures.people_found import PeopleFound
from wardwise.figures.people_groups import Groups
from wardwise.figures.recording import RecordingEffect
from wardwise.figures.seasons import Season
from wardwise.figures.stable import Stability
from wardwise.figures.theme_beside import Beside
from wardwise.threats.propose import Override


@dataclass(frozen=True)
class Months:
    """Three years and the months of the recorded-crime group that stands for the offence.

    ``incomplete`` are those of the years of which the source holds too little; ``held_only``
    is the share of the published count that it holds, where that is too little.
    """

    years: tuple[Figure, Figure, Figure]
    change: Figure
    chart: Control
    outlook: Figure
    incomplete: tuple[Period, ...] = ()
    held_only: Figure | None = None


@dataclass(frozen=True)
class CountedAnew:
    """Rises that recording could explain, refused comparisons bridged, and a base waited for."""

    recording: tuple[RecordingEffect, ...] = ()
    bridges: tuple[Bridge, ...] = ()
    baselining: Baselining | None = None


@dataclass(frozen=True)
class Situation:
    """Volume, rates, change, standing. ``share`` is the part of the group, None where it is all.

    ``months`` is None where the group is another offence for the most part.
    """

    volume: Figure
    rate: Figure
    household_rate: Figure | None
    change: Figure
    before: Figure  # the count of the year before
    rank: Figure | None
    of: int
    severity: Figure | None
    share: Figure | None
    months: Months | None
    peers: tuple[tuple[Area, Figure], ...]
    instead: tuple[str, ...]
    moved_with_country: bool
    counted_anew: CountedAnew = CountedAnew()


@dataclass(frozen=True)
class WardLine:
    """One ward: count, rate with its interval, and the tested change."""

    area: Area
    count: Figure
    rate: Figure
    change: Figure


@dataclass(frozen=True, eq=False)
class Geography:
    """Neighbourhoods and wards with most first; how concentrated; whether they stay the same."""

    concentration: ConcentrationFound
    places: Figure
    of: Figure
    lsoas: tuple[tuple[Area, Figure], ...]
    wards: tuple[WardLine, ...]
    stability: Stability
    hot_spots: HotSpotsFound
    least: int = 0  # the fewest that a place may have to be printed; 0 where all are

    @property
    def hidden(self) -> int:
        """Neighbourhoods whose number is withheld."""
        return sum(figure.status == "withheld" for _, figure in self.lsoas)


OF_CRIMES = NotKnown("crimes are told by their people")


@dataclass(frozen=True, eq=False)
class OwnCounts:
    """The offence's own months and places by a partner's extract, where open data have none.

    ``crimes`` are all of the year, ``located`` is the share of them with a place. ``same_year``
    are the extract's in the months of the published count, ``beside`` the one in percent of the
    other; both are None where nothing is published or the extract does not cover those months.
    ``districts`` are postcode districts, where the rows of a theme say no more of a place;
    ``patients`` are the ages and sexes of those whom rows that name nobody are about.
    """

    source: str
    called: str
    period: Period
    held: Period
    crimes: Figure
    located: Figure
    months: Months
    season: Season
    geography: Geography | NotKnown
    same_year: Figure | None
    beside: Figure | None
    least: int  # the smallest number of people that is printed
    kinds: Groups | NotKnown = OF_CRIMES
    districts: Groups | None = None
    patients: tuple[Groups, ...] = ()


@dataclass(frozen=True, eq=False)
class ToldBeside:
    """Another partner's rows that bear on a theme, with their own months and places."""

    beside: Beside
    own: OwnCounts


@dataclass(frozen=True)
class Ending:
    """What became of the records that have had time: one share with its outcome group."""

    outcome: str
    share: Figure


@dataclass(frozen=True)
class Found:
    """A key finding, its claim with the figures in it, and the step that it calls for.

    ``occasion`` names rows of the reference table ``response``; empty where none follows.
    """

    finding: KeyFinding
    claim: Text
    occasion: str


@dataclass(frozen=True)
class Evidence:
    """What the findings of one profile are made from."""

    name: str
    shape: Shape
    reading: Reading
    candidate: Candidate
    situation: Situation | NotKnown
    season: Season | NotKnown
    geography: Geography | NotKnown
    endings: tuple[Ending, ...] | NotKnown
    people: PeopleFound | NotKnown
    unscored: Figure
    own: OwnCounts | NotKnown
    incidents: IncidentsFound | NotKnown


@dataclass(frozen=True)
class Recommended:
    """Provisional advice before it is printed."""

    action: str
    to: str
    findings: tuple[str, ...]


@dataclass(frozen=True)
class Profile:
    """One proposed priority."""

    name: str
    slug: str
    shape: Shape
    reading: Reading
    area: Area
    period: Period
    source: str
    official: str
    group: str | None
    decision: Override | None
    why: Text  # the first reason for it, as a clause
    unscored: Figure  # how often it would be among the first k
    situation: Situation | NotKnown
    season: Season | NotKnown
    geography: Geography | NotKnown
    endings: tuple[Ending, ...] | NotKnown
    people: PeopleFound | NotKnown
    findings: tuple[Found, ...]
    recommendations: tuple[Recommended, ...]
    own: OwnCounts | NotKnown
    incidents: IncidentsFound | NotKnown
    returned: Mapping[str, Text] = field(default_factory=dict)  # part → what returns tell
    beside: tuple[ToldBeside, ...] = ()
    near: NearRepeat | None = None  # where exact points are held of an offence known for it

    @property
    def counted(self) -> str:
        """What months and places count, in the plural: the offence itself or its wider group."""
        if isinstance(self.own, OwnCounts):
            return self.own.called
        is_part = isinstance(self.situation, Situation) and self.situation.share is not None
        return counted_words(self.group, plural=self.reading.plural, is_part=is_part)

    @property
    def months_source(self) -> str:
        """Where its months and places come from: open data, or a partner's extract."""
        return self.own.source if isinstance(self.own, OwnCounts) else self.source

    @property
    def months_period(self) -> Period:
        """The year of its months and places."""
        return self.own.period if isinstance(self.own, OwnCounts) else self.period


@dataclass(frozen=True)
class Flagged:
    """All recorded crime of the extract: how much carries a flag of vulnerability."""

    crimes: Figure
    vulnerability: Vulnerability
    flags: tuple[FlagLine, ...]


@dataclass(frozen=True)
class ProfileFindings:
    """Every profile in the order in which it is proposed."""

    area: Area
    profiles: tuple[Profile, ...]
    key_findings: tuple[KeyFinding, ...]
    flagged: Flagged | NotKnown
