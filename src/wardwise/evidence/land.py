"""The partnership's LSOAs on the ground: which touch, and how much land each has."""

from __future__ import annotations

from dataclasses import replace

from wardwise.domain.place import Place
from wardwise.evidence.questions import land
from wardwise.evidence.tables import Tables, rows


def with_land(tables: Tables, place: Place) -> Place:
    """The same place with neighbours and hectares, where outlines were read."""
    if "lsoa_neighbour" not in tables:
        return place
    codes, hectares = _land(tables, place.area.code)
    return replace(
        place,
        neighbours={
            code: tuple(codes[n] for n in touching)
            for code, touching in zip(codes, _touching(tables, place.area.code, codes), strict=True)
        },
        hectares=dict(zip(codes, hectares, strict=True)),
    )


def neighbours_by_lsoa(tables: Tables, *, area: str) -> list[list[int]]:
    """Positions of the neighbours of every LSOA of the area, in the order of their codes."""
    return _touching(tables, area, _land(tables, area)[0])


def hectares_by_lsoa(tables: Tables, *, area: str) -> list[float]:
    """Land of every LSOA of the area in the order of their codes."""
    return _land(tables, area)[1]


def _land(tables: Tables, area: str) -> tuple[list[str], list[float]]:
    frame = rows(land.land(tables, area=area))
    return frame["lsoa_code"].to_list(), [float(value) for value in frame["hectares"]]


def _touching(tables: Tables, area: str, codes: list[str]) -> list[list[int]]:
    position = {code: n for n, code in enumerate(codes)}
    found: list[list[int]] = [[] for _ in codes]
    pairs = rows(land.neighbours(tables, area=area))
    for code, other in zip(pairs["lsoa_code"], pairs["neighbour_code"], strict=True):
        found[position[code]].append(position[other])
    return found
