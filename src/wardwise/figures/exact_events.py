"""The chosen crimes or incidents as points in place and time, where points stand for addresses."""

from __future__ import annotations

import numpy as np

from wardwise.domain.events import (
    NO_DAY,
    NO_POINT,
    OPEN_TOO_LONG,
    ExactEvents,
    middle_days,
    open_days,
)
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_selected import Selected
from wardwise.figures.repeat_events import no_addresses


def exact_events(found: Selected, *, longest_days: float | None = None) -> ExactEvents | NotKnown:
    """The selection's events with an exact point and a day; why there are none otherwise.

    Parameters
    ----------
    found : Selected
        By :func:`~wardwise.figures.people_selected.select`, in its period.
    longest_days : float, optional
        Events whose span is longer are left out, and counted. Unit: days.

    Returns
    -------
    ExactEvents or NotKnown
        NotKnown where the extract's points are published, shared or missing, in its own words.
    """
    why = no_addresses(found)
    addresses, crimes = found.held.addresses, found.held.crimes
    if why or addresses is None:
        return NotKnown(why)
    number = addresses.number[found.crimes]
    starts, ends = crimes.starts[found.crimes], crimes.ends[found.crimes]
    ends = np.where(np.isnat(ends), starts, ends)
    has_point, has_day = number >= 0, ~np.isnat(starts)
    days = open_days(starts, ends)
    short = np.ones_like(has_point) if longest_days is None else ~(days > longest_days)
    kept = has_point & has_day & short
    at = number[kept]
    return ExactEvents(
        chosen=found.chosen,
        easting=addresses.easting[at],
        northing=addresses.northing[at],
        day=middle_days(starts[kept], ends[kept]),
        open_days=days[kept],
        lsoa=crimes.lsoa[found.crimes][kept],
        lsoas=crimes.lsoas,
        of=found.n,
        left_out={
            NO_POINT: int((~has_point).sum()),
            NO_DAY: int((has_point & ~has_day).sum()),
            OPEN_TOO_LONG: int((has_point & has_day & ~short).sum()),
        },
        longest_days=longest_days,
    )
