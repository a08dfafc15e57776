"""The one word that an evaluation allows; 'reduced' is the hardest to come by."""

from __future__ import annotations

from enum import StrEnum


class Effect(StrEnum):
    """What may be said of an initiative."""

    REDUCED = "reduced"
    MOVED = "moved next door"
    RETURNED = "fell no further than a return to its usual level"
    NOT_SHOWN = "no reduction shown"
    MORE = "more than the control"


def effect_called(
    *,
    local: tuple[float, float],
    total: tuple[float, float],
    displacement: tuple[float, float] | None = None,
    since_earlier: tuple[float, float] | None = None,
    was_picked_high: bool = False,
) -> Effect:
    """What the limits of the differences allow to be said.

    Parameters
    ----------
    local, total, displacement : tuple of float
        Lower and upper limit of the parts of a displacement difference. Unit: events.
    since_earlier : tuple of float, optional
        The same reckoned from a year that nobody chose by (``effect_without_selection``).
    was_picked_high : bool
        Whether the area was chosen because it was high, or stood high beyond chance.

    Returns
    -------
    Effect
        ``REDUCED`` only if area and total lie below nought, nothing rose next door and, where
        the area was picked for its height, the fall from the earlier year lies below nought too.
        Where that year is not known, nothing is shown, and no return to a level either.

    Raises
    ------
    ValueError
        If a lower limit is above its upper.

    References
    ----------
    House rule, version 1.

    Examples
    --------
    >>> str(effect_called(local=(-120.0, -30.0), total=(-150.0, -20.0)))
    'reduced'
    >>> str(effect_called(local=(-120.0, 8.0), total=(-120.0, 8.0)))
    'no reduction shown'
    """
    for limits in (local, total, displacement, since_earlier):
        if limits is not None and limits[0] > limits[1]:
            raise ValueError(f"limits {limits[0]} to {limits[1]}: expected the lower first.")
    if local[0] > 0:
        return Effect.MORE
    if local[1] >= 0:
        return Effect.NOT_SHOWN
    if was_picked_high and since_earlier is None:
        return Effect.NOT_SHOWN
    if was_picked_high and since_earlier is not None and since_earlier[1] >= 0:
        return Effect.RETURNED
    if displacement is not None and displacement[0] > 0:
        return Effect.MOVED
    return Effect.REDUCED if total[1] < 0 else Effect.NOT_SHOWN
