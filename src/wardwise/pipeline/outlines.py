"""The outlines that the papers draw, own areas among them."""

from __future__ import annotations

import pyarrow.parquet as pq

from wardwise.domain.boundaries import Boundaries
from wardwise.pipeline.analysis import Analysed
from wardwise.pipeline.where import Where
from wardwise.sources.geography.boundaries import read_boundaries
from wardwise.sources.geography.own_areas import read_own_areas


def outlines(analysed: Analysed, where: Where) -> Boundaries:
    """LSOAs and wards of the partnership's districts, and its own areas."""
    lsoas = pq.read_table(analysed.gathered.tables["lsoa"])
    place = analysed.desk.evidence.place
    boundaries = read_boundaries(
        where.folders, district_codes=place.districts_of[place.csp_code], lsoas=lsoas
    )
    wanted = analysed.desk.settings.places.own_areas
    if not wanted:
        return boundaries
    folders = (where.beside, *where.folders)
    own = read_own_areas(wanted, folders=folders, lsoas=lsoas, boundaries=boundaries)
    return own.added_to(boundaries)
