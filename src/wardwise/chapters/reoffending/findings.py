"""What the chapter found: cohorts of children and adults, and people suspected again."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.errors import CohortsDiffer
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.figures.cohorts import Followed
from wardwise.figures.predicted import Predicted
from wardwise.figures.return_spans import Span, Told
from wardwise.figures.returned_moves import Moved


@dataclass(frozen=True)
class YearOfChildren:
    """One year of the youth justice return."""

    span: Span
    entrants: Told | None
    custody: Told | None
    binary: Followed | None
    frequency: Followed | None


@dataclass(frozen=True)
class Children:
    """Years earliest first; ``each`` is the frequency of those who reoffend, or why there is none.

    ``entrants_change`` and ``moved`` are the latest year against the year before.
    """

    source: str
    years: tuple[YearOfChildren, ...]
    entrants_change: Figure | None
    moved: Moved | None
    each: Figure | CohortsDiffer | None

    @property
    def latest(self) -> YearOfChildren:
        """The last year held."""
        return self.years[-1]


@dataclass(frozen=True)
class Adults:
    """Cohorts of the probation return, earliest first, each beside its prediction."""

    source: str
    cohorts: tuple[Predicted, ...]

    @property
    def latest(self) -> Predicted:
        """The last one whose figures are known, or the last."""
        known = [one for one in self.cohorts if one.ratio.status == "known"]
        return (known or list(self.cohorts))[-1]

    @property
    def apart(self) -> tuple[Predicted, ...]:
        """Those whose interval leaves out 1."""
        return tuple(
            one
            for one in self.cohorts
            if one.ratio.interval is not None and 1.0 not in one.ratio.interval
        )


@dataclass(frozen=True)
class SuspectedAgain:
    """From the force's extract: people named again within a year of the first time."""

    suspects: Figure | None
    proved: Figure | None


@dataclass(frozen=True)
class ReoffendingFindings:
    """Each part held or not; the police extract alone is not enough to print."""

    area: Area
    children: Children | None
    adults: Adults | None
    again: SuspectedAgain | None
    unknown: tuple[str, ...]
    key_findings: tuple[KeyFinding, ...]

    @property
    def is_told(self) -> bool:
        """Whether a cohort was followed, or somebody can be recognised again."""
        return any((self.children, self.adults, self.again))
