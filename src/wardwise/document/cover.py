"""Pictures of what lies on the ground, whatever the areas."""

from __future__ import annotations

from dataclasses import dataclass, field

from wardwise.document.pictures import Picture


@dataclass(frozen=True)
class Cover:
    """What lies on the ground, as square cells in a few steps, the most last.

    ``rows`` run from the south; each is a text with a digit for every cell from the west, the
    step that it is in, or a blank where it is in none. ``west`` and ``south`` are the corner
    in British National Grid metres. ``words`` are of each step. ``diverging`` is of three steps:
    less, neither, more.
    """

    heading: str
    west: float
    south: float
    cell_metres: float
    rows: tuple[str, ...]
    words: tuple[str, ...]
    diverging: bool = False


@dataclass(frozen=True)
class CoverMaps(Picture):
    """One or two maps of cover, ward outlines and names over it, cut at the boundary."""

    covers: tuple[Cover, ...] = field(kw_only=True)
