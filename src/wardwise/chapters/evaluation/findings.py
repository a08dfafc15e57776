"""What the chapter found: initiatives that have run, and those that have not yet."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.finding import KeyFinding
from wardwise.figures.initiatives import Evaluated, Planned


@dataclass(frozen=True)
class EvaluationFindings:
    """Nothing is printed where the settings list no initiative."""

    area: Area
    source: str
    evaluated: tuple[Evaluated, ...]
    planned: tuple[Planned, ...]
    key_findings: tuple[KeyFinding, ...]

    @property
    def is_told(self) -> bool:
        """Whether the settings list any."""
        return bool(self.evaluated or self.planned)
