"""Crimes by the map points of published records, month by month."""

from __future__ import annotations

import numpy as np

from wardwise.domain.period import Month
from wardwise.domain.points import PointCounts
from wardwise.evidence.questions import offences
from wardwise.evidence.tables import Expression, Tables, rows


def map_points(tables: Tables, *, source: str, area: str) -> PointCounts | None:
    """None where the source has no records with points."""
    if "offence_record" not in tables:
        return None
    found = rows(at_points(tables, source=source, area=area))
    if found.empty:
        return None
    months = sorted(found["month"].unique())
    wide = found.pivot_table(
        index=["longitude", "latitude"], columns="month", values="n", aggfunc="sum", fill_value=0
    ).sort_index()
    return PointCounts(
        tuple(Month.parse(month) for month in months),
        wide[months].to_numpy(dtype=np.int32),
    )


def at_points(tables: Tables, *, source: str, area: str) -> Expression:
    """Columns longitude, latitude, month, n: recorded crimes of the area that have a point."""
    table = tables["offence_record"]
    used = table.filter(table.used, table.source == source, table.longitude.notnull())
    inside = offences.of_offence(offences.in_area(tables, used, area), None)
    return inside.group_by("longitude", "latitude", "month").aggregate(
        n=lambda t: t.count().cast("int64")
    )


def offences_by_point(
    tables: Tables, *, source: str, area: str, first: str, last: str
) -> list[float]:
    """Crimes of the period at every map point that any month held has a crime at."""
    frame = rows(at_points(tables, source=source, area=area))
    frame["n"] = frame["n"].where(frame["month"].between(first, last), 0)
    found = frame.groupby(["longitude", "latitude"], sort=True)["n"].sum()
    return [float(n) for n in found]
