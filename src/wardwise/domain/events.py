"""Crimes or incidents as points in place and time: each with an exact point and a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.figure import Ask, Json
from wardwise.domain.people_recorded import Chosen, Floats, Ints, Moments


Days = NDArray[np.int64]

NO_POINT = "it has no exact point"
NO_DAY = "it has no date"
OPEN_TOO_LONG = "it happened within too many days"


@dataclass(frozen=True, eq=False)
class ExactEvents:
    """The chosen events whose point stands for an address. Shape: events, in the file's order.

    Attributes
    ----------
    chosen : Chosen
        Which crimes or incidents they are taken from.
    easting, northing : array
        Place on the British National Grid, to the centimetre. Unit: metres.
    day : array
        The day of the middle of the span in which it happened. Unit: days since 1970-01-01.
    open_days : array
        How long that span is: 0 for a moment, 1 where only the date is known. Unit: days.
    lsoa : array
        Position in ``lsoas``; ``NOT_GIVEN`` where the point is in no outline that is held.
    lsoas : tuple of str
        Codes.
    of : int
        How many were chosen.
    left_out : mapping
        Reason → how many of those are not here.
    longest_days : float or None
        The longest span that was let in; None for any. Unit: days.
    """

    chosen: Chosen
    easting: Floats
    northing: Floats
    day: Days
    open_days: Floats
    lsoa: Ints
    lsoas: tuple[str, ...]
    of: int
    left_out: Mapping[str, int]
    longest_days: float | None = None

    def __len__(self) -> int:
        return len(self.day)

    @property
    def asks(self) -> dict[str, Ask]:
        """The questions that give eastings, northings and days again, for a figure's recipe."""
        longest: dict[str, Json] = {"longest_days": self.longest_days}
        return {
            name: Ask(f"partner_point_{name}", {**longest, **self.chosen.asked})
            for name in ("eastings", "northings", "days")
        }


def middle_days(starts: Moments, ends: Moments) -> Days:
    """The day of the middle of each span. Unit: days since 1970-01-01.

    >>> friday, monday = np.array(["2026-11-13T18:00", "2026-11-16T08:00"], dtype="M8[m]")
    >>> int(middle_days(np.array([friday]), np.array([monday]))[0])  # 2026-11-15
    20772
    """
    length = np.maximum(ends - starts, np.timedelta64(0, "m"))
    middle: Days = (starts + length // 2).astype("M8[D]").astype(np.int64)
    return middle


def open_days(starts: Moments, ends: Moments) -> Floats:
    """How long each span is. Unit: days."""
    length = np.maximum(ends - starts, np.timedelta64(0, "m"))
    days: Floats = length / np.timedelta64(1, "D")
    return days
