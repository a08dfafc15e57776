"""Outlines of areas, by layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from geopandas import GeoDataFrame


@dataclass(frozen=True, eq=False)
class Boundaries:
    """Layers 'lsoa', 'ward', 'district' and 'own', as far as they are held.

    Each is a GeoDataFrame with the columns ``code``, ``name`` and ``geometry`` in British
    National Grid metres (EPSG:27700), sorted by code. ``vintage`` says which edition each is,
    ``credit`` whose outlines they are.
    """

    layers: Mapping[str, GeoDataFrame]
    vintage: Mapping[str, str] = field(default_factory=dict)
    credit: str = (
        "Source: Office for National Statistics licensed under the Open Government Licence v3.0. "
        "Contains OS data © Crown copyright and database right."
    )
