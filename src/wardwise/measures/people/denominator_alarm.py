"""A rate that moved because its denominator did."""

from __future__ import annotations

import math
from dataclasses import dataclass

from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.share import share_percent
from wardwise.measures.people.difference import difference_of


@dataclass(frozen=True)
class DenominatorAlarm:
    """Two rates, what moved between them, and whether to warn.

    Attributes
    ----------
    before, after : Estimate
        The two rates. Unit: percent.
    points : Estimate
        After less before. Unit: percentage points.
    parts, wholes : tuple of float
        Those counted, and out of how many, before and after. Unit: people or tests.
    by_denominator_percent : float or None
        How much of the change of the rate, as a ratio, the denominator alone made; over 100 if
        the count moved the other way. None where the rates are the same or one is nought.
        Unit: percent.
    warns : bool
        Whether the rate moved beyond chance and the denominator made more than half of it.
    """

    before: Estimate
    after: Estimate
    points: Estimate
    parts: tuple[float, float]
    wholes: tuple[float, float]
    by_denominator_percent: float | None
    warns: bool

    @property
    def moved(self) -> bool:
        """Whether the rates differ by more than chance."""
        return not self.points.holds(0)


def denominator_alarm(
    *,
    part_before: float,
    whole_before: float,
    part_after: float,
    whole_after: float,
    level: float = 0.95,
) -> DenominatorAlarm:
    """Two shares beside one another, with a warning if only the denominator moved.

    Parameters
    ----------
    part_before, part_after : float
        Those that have the property: positive tests. Unit: people or tests.
    whole_before, whole_after : float
        All that could: tests. Unit: people or tests; 1 or more.
    level : float
        Of the intervals.

    Returns
    -------
    DenominatorAlarm

    Raises
    ------
    ValueError
        If a whole is 0 or smaller than its part.

    Notes
    -----
    rate = part ÷ whole, so the log of the ratio of rates is that of the parts less that of the
    wholes; the share of the denominator is the second over the sum. More than half: the warning
    stands, and so it does whenever part and rate move in opposite directions (over 100%).
    34% of 1,840 tests and 45% of 1,376 are 626 and 619 people: the rate rose by eleven points
    and no more people tested positive.

    References
    ----------
    Newcombe RG (1998) Statistics in Medicine 17:873, method 10, for the difference.

    Examples
    --------
    >>> found = denominator_alarm(
    ...     part_before=626, whole_before=1840, part_after=619, whole_after=1376
    ... )
    >>> round(found.points.value, 1), round(found.by_denominator_percent), found.warns
    (11.0, 104, True)
    """
    before = share_percent(part=part_before, whole=whole_before, level=level)
    after = share_percent(part=part_after, whole=whole_after, level=level)
    points = difference_of(before, after)
    by_denominator = _by_denominator(before, after, wholes=(whole_before, whole_after))
    moved = not points.holds(0)
    return DenominatorAlarm(
        before=before,
        after=after,
        points=points,
        parts=(part_before, part_after),
        wholes=(whole_before, whole_after),
        by_denominator_percent=by_denominator,
        warns=moved and by_denominator is not None and by_denominator > 50,
    )


def _by_denominator(
    before: Estimate, after: Estimate, *, wholes: tuple[float, float]
) -> float | None:
    if before.value == after.value or min(before.value, after.value) == 0:
        return None
    return 100 * math.log(wholes[0] / wholes[1]) / math.log(after.value / before.value)
