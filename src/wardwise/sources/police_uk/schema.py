"""The three files of a data.police.uk archive, as published, and the spellings they have had.

References
----------
data.police.uk, "About the data" and "Changelog" (https://data.police.uk/about/), read 2026.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


SOURCE = "police_uk"
LICENCE = "Open Government Licence v3.0"
IMPORTER_VERSION = "1"  # raise it when the same bytes would give other tables


class Kind(StrEnum):
    """The kind of file, as it stands at the end of the file's name."""

    STREET = "street"
    OUTCOMES = "outcomes"
    STOP_AND_SEARCH = "stop-and-search"


@dataclass(frozen=True)
class Layout:
    """The columns of a kind of file: those we need, and those older files lack."""

    columns: tuple[str, ...]
    may_be_absent: frozenset[str] = frozenset()
    spellings: Mapping[str, str] = field(default_factory=dict)

    @property
    def header(self) -> bytes:
        """The first line, as published."""
        return ",".join(self.columns).encode()


LAYOUTS = {
    Kind.STREET: Layout(
        columns=(
            "Crime ID",
            "Month",
            "Reported by",
            "Falls within",
            "Longitude",
            "Latitude",
            "Location",
            "LSOA code",
            "LSOA name",
            "Crime type",
            "Last outcome category",
            "Context",
        ),
        may_be_absent=frozenset({"Context", "LSOA name"}),
        spellings={"last outcome": "Last outcome category", "crime category": "Crime type"},
    ),
    Kind.OUTCOMES: Layout(
        columns=(
            "Crime ID",
            "Month",
            "Reported by",
            "Falls within",
            "Longitude",
            "Latitude",
            "Location",
            "LSOA code",
            "LSOA name",
            "Outcome type",
        ),
        may_be_absent=frozenset({"LSOA name"}),
        spellings={"outcome": "Outcome type"},
    ),
    Kind.STOP_AND_SEARCH: Layout(
        columns=(
            "Type",
            "Date",
            "Part of a policing operation",
            "Policing operation",
            "Latitude",
            "Longitude",
            "Gender",
            "Age range",
            "Self-defined ethnicity",
            "Officer-defined ethnicity",
            "Legislation",
            "Object of search",
            "Outcome",
            "Outcome linked to object of search",
            "Removal of more than just outer clothing",
        ),
        may_be_absent=frozenset({"Policing operation", "Removal of more than just outer clothing"}),
    ),
}

# Longitude and latitude that hold England, Wales and Northern Ireland, in degrees
WEST, EAST, SOUTH, NORTH = -9.0, 3.0, 49.0, 61.0
