"""Areas of the partnership's own: an LSOA belongs to one if its centre lies inside it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import pyarrow as pa

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.boundaries import Boundaries
from wardwise.domain.errors import ReferenceDataError, SettingsError
from wardwise.domain.settings import OwnAreaSettings
from wardwise.sources.geography.own_outlines import OwnOutline, read_own_outlines


BY_CENTRE = (
    "The LSOAs whose centre lies inside the outline; {share:.0f}% of the people of those LSOAs "
    "live inside it, if people are spread evenly over each."
)
BY_LIST = "The {count} LSOAs that the settings list."


@dataclass(frozen=True, eq=False)
class OwnAreas:
    """Own areas: the LSOAs in each, the rule in words, the share of people inside, outlines.

    ``people_inside_percent`` is of the residents of the LSOAs chosen; 100 for a list.
    ``notices`` tell what a person should look at: outlines that were mended, areas that overlap.
    """

    members: Mapping[Area, tuple[str, ...]]
    rules: Mapping[str, str]
    people_inside_percent: Mapping[str, float]
    layer: geopandas.GeoDataFrame | None
    notices: tuple[str, ...] = ()

    def added_to(self, boundaries: Boundaries) -> Boundaries:
        """The boundaries with the layer 'own'."""
        if self.layer is None:
            return boundaries
        return replace(boundaries, layers={**boundaries.layers, "own": self.layer})


@dataclass(frozen=True, eq=False)
class _One:
    area: Area
    codes: tuple[str, ...]
    rule: str
    share: float
    outline: object
    is_mended: bool = False


def read_own_areas(
    wanted: Sequence[OwnAreaSettings],
    *,
    folders: Sequence[Path],
    lsoas: pa.Table,
    boundaries: Boundaries,
) -> OwnAreas:
    """The settings' own areas.

    ``folders`` are searched for the files (the settings file's own folder first, then the data
    folders and ``geography/own_areas`` in them); ``lsoas`` are the partnership's rows of the
    tidy table; ``boundaries`` holds their outlines.
    """
    pieces = _pieces(lsoas, boundaries)
    found: list[_One] = []
    for settings in wanted:
        if settings.lsoas:
            found.append(_listed(settings, pieces))
        else:
            outlines = read_own_outlines(settings, folders)
            found += [_outlined(outline, pieces) for outline in outlines]
    _refuse_repeated([one.area for one in found])
    return OwnAreas(
        members={one.area: one.codes for one in found},
        rules={one.area.code: one.rule for one in found},
        people_inside_percent={one.area.code: one.share for one in found},
        layer=_layer(found),
        notices=(*_mended(found), *_shared(found)),
    )


def _pieces(lsoas: pa.Table, boundaries: Boundaries) -> geopandas.GeoDataFrame:
    people = lsoas.to_pandas()[["lsoa_code", "residents"]].rename(columns={"lsoa_code": "code"})
    joined = boundaries.layers["lsoa"].merge(people, on="code", how="inner")
    return joined.sort_values("code", ignore_index=True)


def _listed(settings: OwnAreaSettings, pieces: geopandas.GeoDataFrame) -> _One:
    known = set(pieces["code"])
    unknown = [code for code in settings.lsoas if code not in known]
    if unknown:
        near = difflib.get_close_matches(unknown[0], sorted(known), n=1)
        raise SettingsError(
            f"places.own_areas, '{settings.name}': {unknown[0]} is not an LSOA of 2021 of this "
            f"partnership ({len(unknown)} of {len(settings.lsoas)} are not)."
            f"{f' Did you mean {near[0]}?' if near else ''} Correct the list."
        )
    codes = tuple(sorted(set(settings.lsoas)))
    outline = pieces[pieces["code"].isin(codes)].geometry.union_all()
    return _One(_area(settings.name), codes, BY_LIST.format(count=len(codes)), 100.0, outline)


def _outlined(outline: OwnOutline, pieces: geopandas.GeoDataFrame) -> _One:
    name = outline.name
    inside = pieces[pieces.geometry.centroid.within(outline.shape)]
    if inside.empty:
        raise ReferenceDataError(
            f"own area '{name}': the centre of no LSOA of this partnership lies inside its "
            "outline. It is elsewhere, or smaller than an LSOA: check the outline, or list the "
            "LSOAs in the settings."
        )
    share = _people_inside(inside, outline.shape)
    rule = BY_CENTRE.format(share=share)
    codes = tuple(inside["code"])
    return _One(_area(name), codes, rule, share, outline.shape, outline.is_mended)


def _people_inside(inside: geopandas.GeoDataFrame, outline: object) -> float:
    people = inside["residents"].fillna(0).to_numpy(dtype=float)
    part = (inside.geometry.intersection(outline).area / inside.geometry.area).to_numpy()
    return float(100 * np.sum(people * part) / max(float(people.sum()), 1.0))


def _area(name: str) -> Area:
    return Area("OWN-" + re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-"), name, AreaKind.OWN)


def _refuse_repeated(areas: Sequence[Area]) -> None:
    codes = pd.Series([area.code for area in areas], dtype="str")
    if codes.duplicated().any():
        name = next(area.name for area in areas if area.code == codes[codes.duplicated()].iloc[0])
        raise SettingsError(
            f"places.own_areas: '{name}' is there twice. Give every area a name of its own."
        )


def _mended(found: Sequence[_One]) -> list[str]:
    return [
        f"Own area '{one.area.name}': its outline crosses itself and was mended. Look at it on the"
        " map, or draw it again."
        for one in found
        if one.is_mended
    ]


def _shared(found: Sequence[_One]) -> list[str]:
    """Two areas with an LSOA in common: neither is wrong, but they cannot be added up."""
    pairs = [(a, b, len(set(a.codes) & set(b.codes))) for a, b in combinations(found, 2)]
    return [
        f"Own areas '{a.area.name}' and '{b.area.name}' overlap: LSOAs in both: {n}. What is"
        " recorded there is counted in each."
        for a, b, n in pairs
        if n
    ]


def _layer(found: Sequence[_One]) -> geopandas.GeoDataFrame | None:
    if not found:
        return None
    frame = geopandas.GeoDataFrame(
        {"code": [one.area.code for one in found], "name": [one.area.name for one in found]},
        geometry=[one.outline for one in found],
        crs="EPSG:27700",
    )
    return frame.sort_values("code", ignore_index=True)
