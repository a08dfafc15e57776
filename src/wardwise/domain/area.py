"""A named piece of land that figures are about."""

from __future__ import annotations

import re
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
    INITIATIVE = "area of an initiative"


INVERTED = re.compile(r"(.+), ((?:City|County) of)")


def read_aloud(name: str) -> str:
    """A name as a sentence has it: official lists turn some round to sort them.

    >>> read_aloud("London, City of"), read_aloud("Luton")
    ('City of London', 'Luton')
    """
    found = INVERTED.fullmatch(name)
    return f"{found[2]} {found[1]}" if found else name


@dataclass(frozen=True)
class Area:
    """An area by its code. Two areas with one code are the same area.

    Its name is kept as it is read aloud, whichever way round it came.
    """

    code: str
    name: str
    kind: AreaKind

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", read_aloud(self.name))

    def __str__(self) -> str:
        return self.name
