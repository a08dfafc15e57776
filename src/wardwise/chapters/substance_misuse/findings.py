"""What the chapter found: tests on arrest, treatment, flags on crimes, drug offences."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.figures.flag_years import FlagYears
from wardwise.figures.funnels import Funnel
from wardwise.figures.return_spans import Span, Told
from wardwise.figures.returned_moves import Moved
from wardwise.figures.returned_shares import Ratio


@dataclass(frozen=True)
class Tests:
    """From a test to treatment; ``years`` are the share positive, earliest first.

    ``moved`` is the latest against the year before, ``since`` against the first year held where
    there are more than two.
    """

    source: str
    funnel: Funnel
    years: tuple[Ratio, ...]
    moved: Moved | None
    since: Moved | None


@dataclass(frozen=True)
class Substance:
    """People treated for one substance, or for any; a share is of those in treatment."""

    name: str
    people: Told
    change: Figure | None
    completed: Told
    share: Figure
    points: Figure | None


@dataclass(frozen=True)
class Treatment:
    """People in treatment in the latest period, and what became of them in the year.

    ``now`` is the period of those in treatment, ``year`` that of the completions.
    """

    source: str
    now: Span
    year: Span
    whole: Substance
    parts: tuple[Substance, ...]
    planned: Ratio | None
    returned: Ratio | None
    waiting: Told | None


@dataclass(frozen=True)
class Flagged:
    """Alcohol and drugs as the police mark them on the crimes."""

    source: str
    crimes: Figure
    flags: tuple[FlagYears, ...]


@dataclass(frozen=True)
class DrugOffences:
    """Recorded drug offences, which follow policing."""

    name: str
    offences: Figure
    change: Figure


@dataclass(frozen=True)
class SubstanceFindings:
    """Each part held or not; nothing is printed where neither a return nor a flag is held."""

    area: Area
    tests: Tests | None
    treatment: Treatment | None
    flagged: Flagged | None
    offences: DrugOffences | None
    unknown: tuple[str, ...]  # words of the returns that we have no name for
    key_findings: tuple[KeyFinding, ...]

    @property
    def is_told(self) -> bool:
        """Whether partners have supplied anything of it."""
        return any((self.tests, self.treatment, self.flagged))
