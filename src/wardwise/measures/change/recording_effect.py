"""What a change in recording alone would do to a count."""

from __future__ import annotations


def recording_effect_percent(*, recorded_before: float, recorded_after: float) -> float:
    """Change in recorded crime if only the share that is recorded changed.

    Parameters
    ----------
    recorded_before, recorded_after : float
        Share of reported crime that was recorded in each period. Unit: percent; above 0, at
        most 100.

    Returns
    -------
    float
        Unit: percent. Set it beside the change that was counted.

    Raises
    ------
    ValueError
        If a share is not above 0 and at most 100.

    References
    ----------
    HMICFRS (2017) West Midlands Police: Crime Data Integrity inspection, for 83.8% recorded.

    Examples
    --------
    >>> round(recording_effect_percent(recorded_before=83.8, recorded_after=95), 2)
    13.37
    """
    for share in (recorded_before, recorded_after):
        if not 0 < share <= 100:
            raise ValueError(f"A recorded share of {share}% cannot be: expected 0 to 100%.")
    return 100 * (recorded_after / recorded_before - 1)
