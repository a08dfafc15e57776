"""When in the week each kind of crime happens: the planted hours, and the spans that hide them."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from wardwise.demo import truths_people as planted


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Random = np.random.Generator

HOURS = 24
DAY = 24 * 60  # minutes
# Relative frequency by hour of the day, from midnight, and by day of the week, from Monday
_BY_HOUR = {
    "night": (30, 25, 20, 15, 8, 5, 5, 10, 15, 16, 18, 20, 24, 24, 25, 30, 32, 32, 33, 34, 36, 38,
              40, 36),
    "evening": (12, 10, 8, 6, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 15, 20, 24, 27, 30, 31, 30, 27, 23,
                17),
    "overnight": (24, 27, 29, 28, 22, 14, 8, 6, 6, 6, 6, 6, 7, 7, 7, 8, 9, 10, 12, 14, 16, 18, 21,
                  23),
    "day": (4, 3, 2, 2, 2, 2, 4, 8, 13, 18, 21, 23, 25, 24, 23, 22, 21, 19, 16, 13, 11, 9, 7, 5),
    "shops": (1, 1, 1, 1, 1, 1, 2, 4, 9, 17, 24, 29, 33, 33, 33, 34, 32, 28, 20, 12, 7, 4, 2, 1),
    "empty homes": (8, 9, 9, 8, 6, 4, 4, 6, 12, 20, 26, 28, 27, 25, 23, 21, 19, 20, 21, 20, 17, 13,
                    10, 8),
}  # fmt: skip
_BY_WEEKDAY = {
    "night": (10, 10, 10, 10, 11, 12, 11),
    "evening": (13, 13, 13, 14, 15, 16, 15),
    "overnight": (15, 14, 14, 14, 14, 15, 15),
    "day": (15, 15, 15, 15, 15, 13, 11),
    "shops": (14, 14, 14, 14, 16, 17, 11),
    "empty homes": (15, 15, 15, 15, 16, 12, 11),
}


@cache
def week_of(name: str) -> tuple[float, ...]:
    """Share of the crimes in each of the 168 hours from Monday 00:00."""
    week = np.outer(_BY_WEEKDAY[name], _BY_HOUR[name]).astype(float)
    if name == "night":
        week.reshape(-1)[weekend_nights()] *= planted.WEEKEND_NIGHTS
    return tuple((week / week.sum()).ravel().tolist())


def weekend_nights() -> Ints:
    """Hours of the week from 20:00 to 04:00 on Friday and Saturday nights."""
    evening = 20
    return np.concatenate([np.arange(d * HOURS + evening, d * HOURS + evening + 8) for d in (4, 5)])


def moments_in_month(random: Random, *, first_day: Ints, days: Ints, clock: str) -> Ints:
    """A moment in each month, by the planted week. Unit: minutes since 1970. Shape: rows.

    The weekday is drawn first, and then which of its four or five days in the month.
    """
    rows = len(first_day)
    hour = random.choice(168, rows, p=np.array(week_of(clock)))
    into = (hour // HOURS - (first_day + 3)) % 7  # 1 January 1970 was a Thursday
    times = (days - into - 1) // 7 + 1
    day = first_day + into + 7 * np.floor(random.random(rows) * times).astype(np.int64)
    minute = 5 * random.integers(12, size=rows)
    moment: Ints = day * DAY + (hour % HOURS) * 60 + minute
    # midnight is how this police force writes an hour that is not known
    return np.where(moment % DAY == 0, moment + 5, moment)


def spans(random: Random, *, moment: Ints, mean_hours: Floats, latest: Ints) -> tuple[Ints, Ints]:
    """From and to around each moment, which lies anywhere between; −1 where there is no span.

    ``latest``: the end of the day on which it was recorded. Unit: minutes since 1970.
    """
    rows = len(moment)
    length = np.clip(random.exponential(np.maximum(mean_hours, 0.01)), 0.25, 96) * 60
    start = moment - np.round(random.random(rows) * length).astype(np.int64)
    end = start + np.round(length).astype(np.int64)
    over = np.maximum(end - latest, 0)
    start, end = np.minimum(_to_five(start - over), moment), _to_five(end - over)
    has_span = (mean_hours > 0) & (random.random(rows) > 0.08)
    start = np.where(start % DAY == 0, start + 5, start)
    end = np.where(end % DAY == 0, end + 5, end)
    return np.where(has_span, start, moment), np.where(has_span & (end > start), end, -1)


def _to_five(minutes: Ints) -> Ints:
    return minutes // 5 * 5
