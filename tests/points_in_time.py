"""A small desk whose crimes have exact points and days, as an extract would give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from tests.builders import AREA, desk_with
from wardwise.domain.people_recorded import Addresses, CrimeRows, Moments, PeopleRecorded
from wardwise.domain.period import Month, Period
from wardwise.figures.desk import Desk


Event = tuple[float, float, int]
"""Easting, northing, day of the year 2024 from 0. A northing of NaN is no point."""


def desk_of_points(events: Mapping[str, Sequence[Event]], *, why_none: str = "") -> Desk:
    """Crimes of the year 2024, offence by offence; ``why_none`` where points are no addresses."""
    names = tuple(sorted(events))
    rows = [(n, *event) for n, name in enumerate(names) for event in events[name]]
    offence, east, north, day = (np.array(column) for column in zip(*rows, strict=True))
    starts: Moments = (np.datetime64("2024-01-01") + day.astype("m8[D]")).astype("M8[m]")
    ends: Moments = starts + np.timedelta64(1, "D")
    kinds = len(rows)
    has_point = np.isfinite(north) & (not why_none)
    nobody = np.full(kinds, -1, dtype=np.int32)
    crimes = CrimeRows(
        record=np.arange(kinds, dtype=np.int32),
        month=np.array([Month.parse(str(one)[:7]).ordinal for one in starts], dtype=np.int32),
        offence=offence.astype(np.int32),
        category=nobody,
        code=nobody,
        offences=names,
        categories=(),
        codes=(),
        starts=starts,
        ends=ends,
        is_set={},
        is_answered={},
        lsoa=nobody,
    )
    recorded = PeopleRecorded(
        crimes=crimes,
        people={},
        period=Period.parse("2024-01", "2024-12"),
        last_day="2024-12-31",
        marking="OFFICIAL-SENSITIVE",
        suppliers={"partner:recorded_crime": ("Sampleshire Police",)},
        addresses=Addresses(
            np.where(has_point, np.arange(kinds), -1).astype(np.int32), why_none, east, north
        ),
    )
    monthly = {name: [len(events[name])] * 24 for name in names}
    desk: Desk = desk_with(monthly, recorded_people=recorded)
    assert desk.area == AREA
    return desk
