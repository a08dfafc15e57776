"""What a chapter says to the summary and to the threat assessment. The only way it speaks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.verdict import Verdict


class Sureness(StrEnum):
    """How sure, in three words that the method defines (docs/explanation)."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"


@dataclass(frozen=True)
class KeyFinding:
    """The claim in one sentence, what it rests on, how sure, what else it might be, the gap."""

    claim: str
    figures: tuple[Figure, ...]
    sureness: Sureness
    why_sure: str
    alternatives: tuple[str, ...]
    gap: str
    area: Area
    offence: str | None = None
    direction: Verdict | None = None
    weight: float = 0.0  # for order in the summary only; never printed
    brief: str = ""  # the claim as one clause of a sentence of the summary
    held_only: Figure | None = None  # share of the published count, where it must be said as well

    @property
    def finding_id(self) -> str:
        """Derived from the first figure that the finding rests on."""
        return "K" + self.figures[0].figure_id[1:] if self.figures else "K-NONE"
