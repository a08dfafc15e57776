"""Which class an area falls in, and how each class looks and is named."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from wardwise.document.pictures import AreaValue, Map
from wardwise.document.words import rounded
from wardwise.render.pictures.look import ABOVE, BELOW, MIDDLE, PAPER, RAMP
from wardwise.render.pictures.scales import places_of


@dataclass(frozen=True)
class Shade:
    """One entry of the key. ``lines`` names the ruling over the fill, '' for none."""

    fill: str
    words: str
    codes: tuple[str, ...]
    lines: str = ""
    seen: int | None = None  # areas counted in the key, where not all of them

    @property
    def count(self) -> int:
        """How many areas the key says."""
        return len(self.codes) if self.seen is None else self.seen

    @property
    def is_class(self) -> bool:
        """Whether it stands for a range of values."""
        return self.lines not in ("hatch", "cross")

    @property
    def is_dark(self) -> bool:
        """Whether a white seam is seen beside the fill."""
        return self.fill not in (PAPER, MIDDLE, *(ramp[0] for ramp in RAMP.values()))

    def only(self, codes: frozenset[str]) -> Shade:
        """The same, counting only these areas."""
        return replace(self, seen=sum(code in codes for code in self.codes))


def shades_of(picture: Map) -> tuple[Shade, ...]:
    """The classes from low to high, then what cannot be judged, is withheld or not known."""
    if len(picture.breaks) > 4:
        raise ValueError(f"Map '{picture.name}': {len(picture.breaks) + 1} classes, at most 5.")
    fills = _fills(picture)
    words = picture.classes or class_words(picture.breaks)
    codes: list[list[str]] = [[] for _ in fills]
    for area in picture.areas:
        if area.value is not None and not area.hatched:
            codes[bisect_right(picture.breaks, area.value)].append(area.code)
    shades = [
        Shade(fill, said, tuple(held), lines)
        for (fill, lines), said, held in zip(fills, words, codes, strict=True)
    ]
    return (*shades, *_without_a_class(picture.areas))


def _without_a_class(areas: Sequence[AreaValue]) -> list[Shade]:
    small = tuple(area.code for area in areas if area.hatched)
    none = [area for area in areas if area.value is None and not area.hatched]
    withheld = tuple(area.code for area in none if area.withheld)
    unknown = tuple(area.code for area in none if not area.withheld)
    entries = (
        Shade(PAPER, "too small to judge", small, "hatch"),
        Shade(PAPER, "withheld", withheld, "cross"),
        Shade(PAPER, "not known", unknown, "cross"),
    )
    return [shade for shade in entries if shade.codes]


def class_words(breaks: Sequence[float]) -> list[str]:
    """``under 50``, ``50 to under 100``, ``100 and over``.

    >>> class_words((50, 100))
    ['under 50', '50 to under 100', '100 and over']
    """
    if not breaks:
        return ["all areas"]
    places = places_of(breaks)
    said = [rounded(value, places) for value in breaks]
    between = [f"{a} to under {b}" for a, b in pairwise(said)]
    return [f"under {said[0]}", *between, f"{said[-1]} and over"]


def _fills(picture: Map) -> list[tuple[str, str]]:
    count = len(picture.breaks) + 1
    if picture.classes:
        kinds = [(fill, "level") for fill in BELOW[1 : 1 + picture.below]]
        return [*kinds, (MIDDLE, ""), *((fill, "") for fill in ABOVE[: count - len(kinds) - 1])]
    if not picture.diverging:
        return [(fill, "") for fill in RAMP[count]]
    half, odd = divmod(count, 2)
    below = [(fill, "level") for fill in reversed(BELOW[3 - half :])]
    above = [(fill, "") for fill in ABOVE[3 - half :]]
    return [*below, *([(MIDDLE, "")] if odd else []), *above]
