"""Which LSOAs each area is made of, as one tidy table for every kind of area."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa


KINDS = ("lsoa_code", "ward_code", "district_code", "csp_code", "force_code")
ENGLAND_AND_WALES = "K04000001"


def area_lsoa(lsoa: pa.Table, own: Mapping[str, tuple[str, ...]]) -> pa.Table:
    """Columns ``area_code``, ``lsoa_code``: one row per LSOA of every area, own areas too."""
    codes = lsoa.column("lsoa_code").combine_chunks()
    areas = [lsoa.column(kind).combine_chunks() for kind in KINDS]
    areas.append(pa.array([ENGLAND_AND_WALES] * len(codes)))
    members = [codes] * len(areas)
    for code, inside in own.items():
        areas.append(pa.array([code] * len(inside)))
        members.append(pa.array(inside))
    table = pa.table({"area_code": pa.concat_arrays(areas), "lsoa_code": pa.concat_arrays(members)})
    # A partnership with one district may share nothing with it but its land: both codes stand
    return table.group_by(["area_code", "lsoa_code"], use_threads=False).aggregate([])
