"""Red, amber or green, and at which values it would be another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Light(StrEnum):
    """The colours; grey is for what cannot be judged and is never given by a sum."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    GREY = "grey"


@dataclass(frozen=True)
class TargetLight:
    """The colour, and the values at which it changes.

    Attributes
    ----------
    light : Light
        Green, amber or red.
    green_at : float
        So much, or better, is green. Unit: that of the target.
    amber_at : float
        So much, or better, is at least amber.
    """

    light: Light
    green_at: float
    amber_at: float


def target_light(
    *, actual: float, target: float, tolerance_percent: float, lower_is_better: bool
) -> TargetLight:
    """The colour of a value against what is asked of it by now.

    Parameters
    ----------
    actual, target : float
        Unit: the same for both.
    tolerance_percent : float
        How far from the target is still amber. Unit: percent of the target.
    lower_is_better : bool
        Whether a smaller value is the better one.

    Returns
    -------
    TargetLight

    Raises
    ------
    ValueError
        If the tolerance is negative.

    Notes
    -----
    Green meets the target, amber is within the tolerance of it, red is beyond. Whether the value
    differs from the target by more than chance is not asked here: the control chart beside it
    says that.

    References
    ----------
    The tolerance band of council scorecards (East Riding, Harlow), with a shape for each colour.

    Examples
    --------
    >>> said = target_light(actual=231, target=214, tolerance_percent=5, lower_is_better=True)
    >>> str(said.light), said.green_at, said.amber_at
    ('red', 214, 224.7)
    """
    if tolerance_percent < 0:
        raise ValueError(f"A tolerance of {tolerance_percent} percent: expected 0 or more.")
    reach = abs(target) * tolerance_percent / 100
    edge = round(target + reach if lower_is_better else target - reach, 10)
    sign = 1 if lower_is_better else -1
    if sign * actual <= sign * target:
        light = Light.GREEN
    else:
        light = Light.AMBER if sign * actual <= sign * edge else Light.RED
    return TargetLight(light, target, edge)
