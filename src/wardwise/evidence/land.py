"""The partnership's LSOAs on the ground: which touch, how much land each has, and where it is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from wardwise.domain.place import Place
from wardwise.evidence.questions import land
from wardwise.evidence.tables import Tables, rows


METRES_A_DEGREE = 111_320.0
AXES = ("east", "north")


def with_land(tables: Tables, place: Place) -> Place:
    """The same place with its middles, and what outlines tell where they were read."""
    place = replace(place, metres=_middles(tables, place.area.code))
    if "lsoa_neighbour" not in tables:
        return place
    codes, hectares = _land(tables, place.area.code)
    outlines = outlines_by_lsoa(tables, area=place.area.code)
    return replace(
        place,
        neighbours={
            code: tuple(codes[n] for n in touching)
            for code, touching in zip(codes, _touching(tables, place.area.code, codes), strict=True)
        },
        hectares=dict(zip(codes, hectares, strict=True)),
        outlines=dict(zip(codes, outlines, strict=True)),
    )


def neighbours_by_lsoa(tables: Tables, *, area: str) -> list[list[int]]:
    """Positions of the neighbours of every LSOA of the area, in the order of their codes."""
    return _touching(tables, area, _land(tables, area)[0])


def hectares_by_lsoa(tables: Tables, *, area: str) -> list[float]:
    """Land of every LSOA of the area in the order of their codes."""
    return _land(tables, area)[1]


def metres_by_lsoa(tables: Tables, *, area: str, axis: str) -> list[float]:
    """Metres 'east' or 'north' of the middle of the area, by LSOA in the order of their codes."""
    return [found[AXES.index(axis)] for found in _middles(tables, area).values()]


def _middles(tables: Tables, area: str) -> dict[str, tuple[float, float]]:
    """On a plane that touches the earth there; empty where the middle of any is not known."""
    frame = rows(land.centres(tables, area=area))
    if frame[["longitude", "latitude"]].isna().any(axis=None):
        return {}
    north = frame["latitude"] - frame["latitude"].mean()
    east = frame["longitude"] - frame["longitude"].mean()
    shrunk = float(np.cos(np.radians(frame["latitude"].mean())))
    metres = zip(east * METRES_A_DEGREE * shrunk, north * METRES_A_DEGREE, strict=True)
    return dict(zip(frame["lsoa_code"], ((float(a), float(b)) for a, b in metres), strict=True))


def outlines_by_lsoa(tables: Tables, *, area: str) -> list[str]:
    """Outline of every LSOA of the area in the order of their codes."""
    return [str(text) for text in rows(land.land(tables, area=area))["outline"]]


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
