"""Which LSOAs touch, how much land have they, and where is their middle?"""

from __future__ import annotations

from wardwise.evidence.questions.offences import in_area
from wardwise.evidence.tables import Expression, Tables


def neighbours(tables: Tables, *, area: str) -> Expression:
    """Pairs of LSOAs of the area that share an edge or a corner, each way round."""
    pairs = in_area(tables, tables["lsoa_neighbour"], area)
    ours = land(tables, area=area).select(neighbour_code="lsoa_code")
    return pairs.semi_join(ours, "neighbour_code").order_by("lsoa_code", "neighbour_code")


def land(tables: Tables, *, area: str) -> Expression:
    """Land of each LSOA of the area. Unit: hectares."""
    return in_area(tables, tables["lsoa_land"], area).order_by("lsoa_code")


def centres(tables: Tables, *, area: str) -> Expression:
    """Columns lsoa_code, longitude, latitude: the middle of each LSOA of the area."""
    inside = in_area(tables, tables["lsoa"], area)
    return inside.select("lsoa_code", "longitude", "latitude").order_by("lsoa_code")
