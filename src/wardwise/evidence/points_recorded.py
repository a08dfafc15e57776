"""Records of crime as points, and the same lists again for a figure's recipe."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from wardwise.domain.evidence import NotHeld
from wardwise.domain.period import Month
from wardwise.domain.place import Place
from wardwise.domain.points_recorded import PointPrecision, PointsRecorded
from wardwise.evidence.places_recorded import metres
from wardwise.evidence.questions import partner_places, points
from wardwise.evidence.tables import Expression, Tables, rows


PRECISION: Mapping[str, PointPrecision] = {"police_uk": PointPrecision.SNAPPED}
"""Of each source whose records have points."""
NEEDED = NotHeld("records of crime with a point on the map", "the police force")


def points_recorded(tables: Tables, place: Place, *, source: str) -> PointsRecorded | NotHeld:
    """Every record of the source with a point in the partnership, of all months."""
    if "offence_record" not in tables or source not in PRECISION:
        return NEEDED
    frame = rows(points.records_with_a_point(tables, source=source, area=place.area.code))
    if frame.empty:
        return NEEDED
    easting, northing = _metres(frame)
    offence, offences = pd.factorize(frame["offence"], sort=True)
    return PointsRecorded(
        source=source,
        precision=PRECISION[source],
        easting=easting,
        northing=northing,
        month=_ordinals(frame),
        offence=offence.astype(np.int32),
        offences=tuple(str(name) for name in offences),
    )


def _metres(frame: pd.DataFrame) -> Any:
    return metres(frame["longitude"].to_numpy(float), frame["latitude"].to_numpy(float))


def _ordinals(frame: pd.DataFrame) -> Any:
    codes, texts = pd.factorize(frame["month"])
    ordinals = np.array([Month.parse(text).ordinal for text in texts], dtype=np.int32)
    return ordinals[codes]


def _points_of(question: Callable[..., Expression]) -> Callable[..., list[list[float]]]:
    """Easting and northing of each record, in metres. Shape: records × 2."""

    def ask(tables: Tables, **asked: Any) -> list[list[float]]:
        found = np.column_stack(_metres(rows(question(tables, **asked))))
        return [[float(east), float(north)] for east, north in found]

    return ask


def _months_of(question: Callable[..., Expression]) -> Callable[..., list[int]]:
    """The month of each record, 0 being the first that is asked for."""

    def ask(tables: Tables, *, first: str, **asked: Any) -> list[int]:
        frame = rows(question(tables, first=first, **asked))
        return [int(month) - Month.parse(first).ordinal for month in _ordinals(frame)]

    return ask


POINT_SERIES: Mapping[str, Callable[..., Any]] = {
    "recorded_points": _points_of(points.points),
    "recorded_point_months": _months_of(points.points),
    "partner_points": _points_of(partner_places.points_at_addresses),
    "partner_point_months": _months_of(partner_places.points_at_addresses),
}
