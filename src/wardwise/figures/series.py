"""An area's months up to the latest, as measures of time take them, and how to ask for them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Json
from wardwise.domain.period import Month
from wardwise.figures.desk import Desk


@dataclass(frozen=True, eq=False)
class Series:
    """Months, counts (NaN where not held or not complete), and the question that gives them."""

    months: tuple[Month, ...]
    values: NDArray[np.float64]
    ask: Ask

    @property
    def names(self) -> list[Json]:
        """Every month as ``YYYY-MM``, for a recipe."""
        return [str(month) for month in self.months]


def usable_series(desk: Desk, *, area: Area, offence: str | None) -> Series:
    """Every month to the latest; incomplete months and those before a break are not known."""
    counts, codes = desk.counts_of(area)
    end = counts.months.index(desk.latest.last) + 1
    months = counts.months[:end]
    values = counts.series(offence=offence, codes=codes)[:end].copy()
    left_out = set(desk.evidence.completeness.incomplete_months())
    since = max(
        (
            month
            for month, group, _ in desk.evidence.breaks
            if group in ("", offence) and month <= desk.latest.last
        ),
        default=months[0],
    )
    usable = np.array([month not in left_out and month >= since for month in months])
    values[~usable] = np.nan
    known: list[Json] = [
        None if np.isnan(value) else str(month) for month, value in zip(months, values, strict=True)
    ]
    ask = Ask("monthly_offences", desk.asked(area, offence) | {"months": known})
    return Series(months, values, ask)
