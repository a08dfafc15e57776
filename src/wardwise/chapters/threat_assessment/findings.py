"""What the chapter found: every candidate on one line, and the order with its doubts."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.figures.candidates import Candidate
from wardwise.figures.theme_overlap import Overlap
from wardwise.figures.themes import Theme
from wardwise.threats.assessment import AssessedCandidate, ThreatAssessment
from wardwise.threats.propose import Tier


FIRM, LIKELY = 80.0, 50.0
"""Share of draws from which a place among the priorities is called firm, or likely."""


@dataclass(frozen=True)
class Line:
    """A candidate with the figures that the tables print."""

    assessed: AssessedCandidate
    candidate: Candidate
    risk: Figure
    harm: Figure
    likelihood: Figure
    top_share: Figure


@dataclass(frozen=True)
class ThreatFindings:
    """Lines in printed order: proposed, then by rank, then those not known."""

    area: Area
    assessment: ThreatAssessment
    lines: tuple[Line, ...]
    key_findings: tuple[KeyFinding, ...]
    least: int = 0  # the fewest crimes of a partner's file that are printed
    follows_cohorts: bool = False  # whether another chapter tells of reoffending by cohort

    @property
    def proposed(self) -> tuple[Line, ...]:
        """Candidates that the evidence, or people, would make priorities."""
        return tuple(line for line in self.lines if line.assessed.tier is Tier.PRIORITY)

    @property
    def themes(self) -> tuple[Line, ...]:
        """Themes that a partner's file counts."""
        return tuple(line for line in self.lines if isinstance(line.candidate.theme, Theme))

    @property
    def overlaps(self) -> tuple[Overlap, ...]:
        """Crimes that a theme and a published offence share, theme by theme as printed."""
        return tuple(overlap for line in self.lines for overlap in line.candidate.overlaps)

    @property
    def counted(self) -> tuple[Line, ...]:
        """Candidates of which there is a count."""
        return tuple(line for line in self.lines if line.assessed.evidence.is_counted)

    @property
    def uncounted(self) -> tuple[Line, ...]:
        """Candidates of which nobody has supplied a count."""
        return tuple(line for line in self.lines if not line.assessed.evidence.is_counted)
