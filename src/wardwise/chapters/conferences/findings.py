"""What the chapter found: cases, repeats, who referred, and the way from referral to action."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.figures.funnels import Funnel
from wardwise.figures.return_spans import Span, Told
from wardwise.figures.returned_moves import Moved
from wardwise.figures.returned_shares import Ratio


@dataclass(frozen=True)
class Agency:
    """Who referred: how many, and the share of the cases."""

    name: str
    told: Told
    share: Figure


@dataclass(frozen=True)
class Conferences:
    """Multi-agency risk assessment conferences on domestic abuse, in the latest year."""

    source: str
    span: Span
    heard: Told
    change: Figure | None
    repeats: Ratio | None
    repeats_moved: Moved | None
    children: Told | None
    agencies: tuple[Agency, ...]
    funnel: Funnel | None


@dataclass(frozen=True)
class ConferenceFindings:
    """Nothing is printed where nobody has supplied the return."""

    area: Area
    conferences: Conferences | None
    unknown: tuple[str, ...]
    key_findings: tuple[KeyFinding, ...]

    @property
    def is_told(self) -> bool:
        """Whether the return is held."""
        return self.conferences is not None
