"""A named piece of land that figures are about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AreaKind(StrEnum):
    """What sort of area it is."""

    LSOA = "LSOA"
    WARD = "ward"
    DISTRICT = "district"
    PARTNERSHIP = "partnership"
    FORCE = "police force area"
    COUNTRY = "country"
    OWN = "own area"


@dataclass(frozen=True)
class Area:
    """An area by its code. Two areas with one code are the same area."""

    code: str
    name: str
    kind: AreaKind

    def __str__(self) -> str:
        return self.name
