"""What a target asks by now, from its profile through the year."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal


def target_to_date(
    *,
    target: float,
    baseline: float,
    profile: Sequence[float],
    done: int,
    of: Literal["total", "level"],
) -> float:
    """The part of a year's target that is asked after so many of its periods.

    Parameters
    ----------
    target, baseline : float
        The year's target, and where it began. Unit: yours.
    profile : sequence of float
        Percent of the way that should be gone by the end of each period, never less than before,
        100 at the last. Unit: percent. Shape: periods of the year.
    done : int
        Periods that have ended, 1 or more.
    of : {'total', 'level'}
        A total adds up through the year, and the share is of the target itself; a level (a rate,
        a share) moves from the baseline to the target.

    Returns
    -------
    float
        Unit: that of the target.

    Raises
    ------
    ValueError
        If the profile falls, does not end at 100, or has no such period.

    References
    ----------
    Targets judged against their profile and not against the year's end: the practice of
    Pentana's and InPhase's performance frameworks.

    Examples
    --------
    >>> target_to_date(target=400, baseline=480, profile=[20, 45, 75, 100], done=2, of="total")
    180.0
    >>> target_to_date(target=60, baseline=50, profile=[25, 50, 75, 100], done=1, of="level")
    52.5
    """
    steps = [0.0, *profile]
    if any(later < earlier for earlier, later in pairwise(steps)):
        raise ValueError(f"A profile that falls: {list(profile)}.")
    if not profile or abs(profile[-1] - 100) > 1e-6:
        raise ValueError(f"A profile that does not end at 100: {list(profile)}.")
    if not 1 <= done <= len(profile):
        raise ValueError(f"{done} periods have ended: expected 1 to {len(profile)}.")
    part = profile[done - 1] / 100
    return target * part if of == "total" else baseline + (target - baseline) * part
