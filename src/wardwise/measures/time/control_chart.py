"""A control chart over months, begun again at each recorded break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.domain.period import Month
from wardwise.measures.time.control_limits import ControlLimits, control_limits
from wardwise.measures.time.series import as_month, read_series
from wardwise.measures.time.signals import Signal, signals


@dataclass(frozen=True)
class Stretch:
    """Months under one set of limits: positions ``first`` to ``last``, both inclusive.

    ``limits`` is None where no two neighbouring months are known.
    """

    first: int
    last: int
    limits: ControlLimits | None


@dataclass(frozen=True)
class ControlChart:
    """What is drawn: values with gaps, stretches with limits, and the points that speak.

    Attributes
    ----------
    months : tuple of Month
        Every month, known or not.
    values : tuple of float
        NaN where not known or not complete. Unit: as given.
    stretches : tuple of Stretch
        In order; together they cover every month.
    signals : tuple of Signal
        ``index`` is the position among all months.
    """

    months: tuple[Month, ...]
    values: tuple[float, ...]
    stretches: tuple[Stretch, ...]
    signals: tuple[Signal, ...]

    @property
    def current(self) -> ControlLimits | None:
        """The limits of the last stretch, against which the next month will be seen."""
        return self.stretches[-1].limits


def control_chart(
    *,
    months: Sequence[Month | str],
    values: ArrayLike,
    breaks: Sequence[Month | str] = (),
    screen: bool = True,
    incomplete: Sequence[Month | str] = (),
) -> ControlChart:
    """Control chart (XmR) of a monthly series.

    Parameters
    ----------
    months : sequence of Month or str
        Every month in order. Shape: months, 1 or more.
    values : array
        Counts, best made equal in length by ``average_month``. NaN where not known. Shape:
        months.
    breaks : sequence of Month or str
        First month of each new regime: a recorded change in recording or in the area. Limits
        are worked again from there. Only recorded changes: never where the line looks better.
    screen : bool
        As in ``control_limits``.
    incomplete : sequence of Month or str
        Months that are held but not complete: they are gaps, and never enter the limits.

    Returns
    -------
    ControlChart

    Raises
    ------
    ValueError
        If there is no month, or one is missing from the list.

    References
    ----------
    See ``control_limits`` and ``signals``.

    Examples
    --------
    >>> months = [f"2023-{n:02d}" for n in range(1, 13)] + ["2024-01", "2024-02"]
    >>> chart = control_chart(months=months, values=[5, 6] * 7, breaks=["2024-01"])
    >>> [(s.first, s.last, s.limits.trial) for s in chart.stretches]
    [(0, 11, False), (12, 13, True)]
    """
    parsed, array = read_series(months=months, values=values)
    if not parsed:
        raise ValueError("There is no month to chart.")
    left_out = {as_month(month) for month in incomplete}
    array = np.where([month in left_out for month in parsed], np.nan, array)
    new = {as_month(month) for month in breaks}
    stretches, found = charted(
        values=array, starts=[n for n, month in enumerate(parsed) if month in new], screen=screen
    )
    return ControlChart(parsed, tuple(array.tolist()), stretches, found)


def charted(
    *, values: NDArray[np.float64], starts: Sequence[int], screen: bool = True
) -> tuple[tuple[Stretch, ...], tuple[Signal, ...]]:
    """The same for values of any step of time, such as weeks, begun again at each position."""
    begins = sorted({0, *starts})
    stretches, found = [], []
    for first, after in zip(begins, [*begins[1:], len(values)], strict=True):
        limits = _limits(values[first:after], screen=screen)
        stretches.append(Stretch(first, after - 1, limits))
        found.extend(_signals(values[first:after], limits=limits, first=first))
    return tuple(stretches), tuple(found)


def _limits(values: NDArray[np.float64], *, screen: bool) -> ControlLimits | None:
    if np.isnan(np.diff(values)).all():  # also where there is one month only
        return None
    return control_limits(values=values, screen=screen)


def _signals(
    values: NDArray[np.float64], *, limits: ControlLimits | None, first: int
) -> list[Signal]:
    if limits is None:
        return []
    found = signals(values=values, limits=limits)
    return [Signal(signal.index + first, signal.rule, signal.side) for signal in found]
