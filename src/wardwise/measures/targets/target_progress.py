"""How much of the way from the baseline to the target has been gone."""

from __future__ import annotations

from wardwise.domain.nothing import NotKnown


def target_progress_percent(*, actual: float, baseline: float, target: float) -> float | NotKnown:
    """Share of the way from the baseline to the target that has been gone.

    Parameters
    ----------
    actual, baseline, target : float
        Unit: the same for all three.

    Returns
    -------
    float or NotKnown
        Unit: percent; below 0 where it went the other way, above 100 where it went further.

    Notes
    -----
    (actual − baseline) ÷ (target − baseline). A target that is the baseline has no way to go.

    References
    ----------
    Department for Communities and Local Government (2008) Local Area Agreements, for the share
    of a stretch that was achieved.

    Examples
    --------
    >>> target_progress_percent(actual=460, baseline=480, target=400)
    25.0
    """
    if target == baseline:
        return NotKnown("the target is where it began")
    return 100 * (actual - baseline) / (target - baseline)
