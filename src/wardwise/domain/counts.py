"""Counts by area, month and offence, with what is not known kept apart from nought."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.area import Area
from wardwise.domain.nothing import NotKnown
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.period import Month, Period


@dataclass(frozen=True, eq=False)
class MonthlyCounts:
    """One source's counts.

    Shapes: ``counts`` is areas × months × offences (int64); ``held`` is areas × months, False
    where the source has nothing for that area and month, which is not nought. ``months`` runs
    from first to last without a gap.
    """

    source: str
    areas: tuple[Area, ...]
    months: tuple[Month, ...]
    offences: tuple[str, ...]
    counts: NDArray[np.int64]
    held: NDArray[np.bool_]

    @cached_property
    def area_index(self) -> dict[str, int]:
        """Area code → row."""
        return {area.code: row for row, area in enumerate(self.areas)}

    @cached_property
    def offence_index(self) -> dict[str, int]:
        """Offence → last axis."""
        return {offence: position for position, offence in enumerate(self.offences)}

    def columns(self, offence: str | None) -> list[int]:
        """Positions on the offence axis; None is all recorded crime, without ASB."""
        if offence is not None:
            return [self.offence_index[offence]]
        return [n for n, name in enumerate(self.offences) if name != ANTI_SOCIAL_BEHAVIOUR]

    def span(self, period: Period) -> slice | None:
        """Positions of the period on the month axis, None if any of it lies outside."""
        if period.first < self.months[0] or period.last > self.months[-1]:
            return None
        start = period.first.ordinal - self.months[0].ordinal
        return slice(start, start + period.length)

    def rows(self, codes: tuple[str, ...] | None) -> list[int]:
        """Positions on the area axis, of those areas that are held; None is every area."""
        if codes is None:
            return list(range(len(self.areas)))
        return [self.area_index[code] for code in codes if code in self.area_index]

    def without(self, codes: tuple[str, ...] | None) -> tuple[str, ...]:
        """Areas that are asked for and that the source does not hold at all."""
        return tuple(code for code in codes or () if code not in self.area_index)

    def total(
        self, period: Period, *, offence: str | None = None, codes: tuple[str, ...] | None = None
    ) -> int | NotKnown:
        """Offences in the period; not known if any month or area is not held. Unit: offences."""
        span, rows = self.span(period), self.rows(codes)
        if span is None:
            first, last = self.months[0].label, self.months[-1].label
            held = first if first == last else f"{first} to {last}"
            return NotKnown(f"the source holds {held} only")
        if absent := self.without(codes):
            return NotKnown(f"the source holds nothing for {', '.join(absent)}")
        held_months: list[bool] = list(map(bool, np.all(self.held[rows, span], axis=0).tolist()))
        if not all(held_months):
            gone = ", ".join(
                m.label for m, ok in zip(period.months, held_months, strict=True) if not ok
            )
            return NotKnown(f"the source holds nothing for {gone}")
        return int(
            self.counts[np.ix_(rows, range(span.start, span.stop), self.columns(offence))].sum()
        )

    def series(
        self, *, offence: str | None = None, codes: tuple[str, ...] | None = None
    ) -> NDArray[np.float64]:
        """Offences month by month, NaN where not known. Shape: months. Unit: offences."""
        rows = self.rows(codes)
        monthly: NDArray[np.float64]
        monthly = self.counts[rows][:, :, self.columns(offence)].sum(axis=(0, 2)).astype(float)
        monthly[~self.held[rows].all(axis=0)] = np.nan
        if self.without(codes):
            monthly[:] = np.nan
        return monthly

    def over(
        self, period: Period, *, offence: str | None = None, codes: tuple[str, ...] | None = None
    ) -> NDArray[np.float64]:
        """The same over a period, NaN for its months outside. Shape: months of the period."""
        monthly = self.series(offence=offence, codes=codes)
        found = np.full(period.length, np.nan)
        for position, month in enumerate(period.months):
            if self.months[0] <= month <= self.months[-1]:
                found[position] = monthly[month.ordinal - self.months[0].ordinal]
        return found

    def by_area(self, period: Period, *, offence: str | None = None) -> NDArray[np.float64]:
        """Offences in the period by area, NaN where not known. Shape: areas. Unit: offences."""
        span = self.span(period)
        if span is None:
            return np.full(len(self.areas), np.nan)
        totals: NDArray[np.float64]
        totals = self.counts[:, span, :][:, :, self.columns(offence)].sum(axis=(1, 2)).astype(float)
        totals[~self.held[:, span].all(axis=1)] = np.nan
        return totals
