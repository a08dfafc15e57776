"""What the chapter found: wards by crime and by worry, or why that is not known."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.finding import KeyFinding
from wardwise.domain.nothing import NotKnown
from wardwise.figures.worry import WorryFound


@dataclass(frozen=True)
class WorryFindings:
    """``found`` is None where no survey that was supplied asks who feels unsafe."""

    area: Area
    source: str
    found: WorryFound | NotKnown | None
    key_findings: tuple[KeyFinding, ...]

    @property
    def is_told(self) -> bool:
        """Whether there is a survey to speak of."""
        return self.found is not None
