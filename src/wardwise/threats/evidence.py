"""What is known of one candidate, and what is not: nothing here is a score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.measures.compare.rank import Rank
from wardwise.threats.confidence import Confidence


ONS_SEVERITY = "mean severity"
"""Scheme: what one offence weighs on average, by ONS severity weights. It leads."""

TYPICAL_SEVERITY = "typical severity"
"""Scheme: what the middle offence of the group weighs, which a few grave ones do not move."""

JUDGED_HARM = "judged harm alone"
"""Scheme: no severity weight at all, the kinds of harm by judgement only."""


class CandidateKind(StrEnum):
    """What sort of problem it is."""

    OFFENCE = "offence"
    INCIDENT = "incident"
    THEME = "theme"


@dataclass(frozen=True)
class Reading:
    """One piece of evidence: a value with the range in which the truth may well lie."""

    value: float
    lower: float
    upper: float
    unit: str = ""
    method: str = ""

    def __post_init__(self) -> None:
        if not self.lower <= self.value <= self.upper:
            raise ValueError(
                f"A reading of {self.value} cannot lie outside {self.lower} to {self.upper}."
            )


Known = Reading | NotKnown
NOT_GIVEN = NotKnown("no evidence was given")


@dataclass(frozen=True)
class CandidateEvidence:
    """Everything that is known of one problem that could become a priority.

    Attributes
    ----------
    name, kind
        Published name of the offence, or name of the theme.
    within : tuple of str
        Names of every wider group that it is part of: it is never proposed beside one of them.
    volume : Reading or NotKnown
        Unit: offences or incidents in the latest twelve months.
    rate : Reading or NotKnown
        Unit: per 1,000 residents a year.
    change, verdict
        Change on the year before, and the word that its test allows. Unit: percent.
    later, later_verdict, later_year
        The same of a year that ends later, in another source than the count. Shown, never
        scored. Unit: percent.
    forecast : Reading or NotKnown
        The next twelve months against the latest. Unit: percent.
    severity : mapping
        Scheme → what one offence weighs. Unit: severity points.
    concentration : Reading or NotKnown
        Share of places that hold half of it. Unit: percent. Shown, never scored.
    peers : Rank or NotKnown
        Place among similar partnerships, 1 the highest rate.
    public_concern : Reading or NotKnown
        Residents who name it as a big problem. Unit: percent.
    judged : mapping
        Kind of harm → score by judgement (``judged_harm``).
    confidence : Confidence
        How well it is counted. Widens ranges; never moves a score.
    capacity : str
        What the partnership can do about it. Shown, never scored.
    data_needed, held_by : str
        What would have to be known, and who holds it.
    """

    name: str
    kind: CandidateKind
    confidence: Confidence
    within: tuple[str, ...] = ()
    volume: Known = NOT_GIVEN
    rate: Known = NOT_GIVEN
    change: Known = NOT_GIVEN
    verdict: Verdict = Verdict.NOT_COMPARABLE
    later: Known = NOT_GIVEN
    later_verdict: Verdict = Verdict.NOT_COMPARABLE
    later_year: str = ""
    forecast: Known = NOT_GIVEN
    severity: Mapping[str, Known] = field(default_factory=dict)
    concentration: Known = NOT_GIVEN
    peers: Rank | NotKnown = NOT_GIVEN
    public_concern: Known = NOT_GIVEN
    judged: Mapping[str, Known] = field(default_factory=dict)
    capacity: str = ""
    data_needed: str = ""
    held_by: str = ""

    @property
    def is_counted(self) -> bool:
        """Whether there is a count of it at all."""
        return isinstance(self.volume, Reading)

    @property
    def is_nil(self) -> bool:
        """Whether it is counted and there was none."""
        return isinstance(self.volume, Reading) and self.volume.value == 0
