"""What the chapter found: for each offence its pairs, and how near and long the risk stays."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.finding import KeyFinding
from wardwise.figures.near_repeats import NearRepeat


@dataclass(frozen=True, eq=False)
class NearRepeatFindings:
    """Offences with most events first; ``too_few`` are those with too few to say anything."""

    area: Area
    offences: tuple[NearRepeat, ...]
    too_few: tuple[str, ...]
    key_findings: tuple[KeyFinding, ...]

    @property
    def with_window(self) -> tuple[NearRepeat, ...]:
        """Those of which the risk stays above chance from the nearest on, the highest first."""
        return tuple(
            sorted(
                (one for one in self.offences if one.window),
                key=lambda one: -one.window.percent_above.number if one.window else 0.0,
            )
        )

    @property
    def called_elsewhere(self) -> tuple[NearRepeat, ...]:
        """Those with pairs above chance, yet not from the nearest on."""
        return tuple(one for one in self.offences if one.is_called and not one.window)

    @property
    def not_called(self) -> tuple[NearRepeat, ...]:
        """Those whose pairs are no more than chance gives."""
        return tuple(one for one in self.offences if not one.is_called)
