"""What is asked of the published tables: of which offence, per whom, beside which others."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area


@dataclass(frozen=True)
class Peers:
    """The partnerships that ours is set beside, and what they are called in print."""

    areas: tuple[Area, ...]
    among: str


@dataclass(frozen=True)
class PublishedRate:
    """A published rate: None is all recorded crime."""

    offence: str | None
    households: bool = False

    @property
    def base(self) -> str:
        """What the rate is counted among, in words."""
        return "households" if self.households else "residents"
