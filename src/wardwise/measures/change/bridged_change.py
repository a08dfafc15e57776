"""What is left of a change once a known change in recording is taken out of it."""

from __future__ import annotations

from dataclasses import replace

from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.measures.change.change_percent import Change, change_percent
from wardwise.measures.change.recording_effect import recording_effect_percent


def bridged_change_percent(
    *,
    before: float,
    after: float,
    recorded_before: float,
    recorded_after: float,
    phi: float = 1.0,
    days_before: int = 365,
    days_after: int = 365,
    level: float = 0.95,
) -> Change:
    """Change between two counts as it would be had the same share been recorded in both.

    Parameters
    ----------
    before, after : float
        Events in each period. Unit: events; 0 or more.
    recorded_before, recorded_after : float
        Share of reported crime that was recorded in each period. Unit: percent; above 0, at
        most 100.
    phi : float
        Dispersion of the offence (``dispersion``).
    days_before, days_after : int
        Length of each period. Unit: days.
    level : float
        Of the limits.

    Returns
    -------
    Change
        Unit: percent. Its word is always *not comparable*: what is left hangs on two shares that
        somebody has judged, and their own uncertainty is not in the limits.

    Raises
    ------
    ValueError
        If a share, a count, phi or a period cannot be (``recording_effect_percent``,
        ``change_percent``).

    Notes
    -----
    The ratio of the counts, and both of its limits, are divided by the ratio of the shares.

    References
    ----------
    House rule, version 1. HMICFRS (2017) West Midlands Police: Crime Data Integrity inspection,
    for shares recorded and their range.

    Examples
    --------
    >>> left = bridged_change_percent(
    ...     before=1000, after=1300, recorded_before=60, recorded_after=78
    ... )
    >>> round(left.value, 6), str(left.verdict)
    (0.0, 'not comparable')
    """
    counted = change_percent(
        before=before,
        after=after,
        phi=phi,
        days_before=days_before,
        days_after=days_after,
        level=level,
    )
    effect = recording_effect_percent(
        recorded_before=recorded_before, recorded_after=recorded_after
    )
    if isinstance(counted.value, NotKnown) or counted.lower is None or counted.upper is None:
        return replace(counted, verdict=Verdict.NOT_COMPARABLE)
    value, lower, upper = (
        100 * ((1 + end / 100) / (1 + effect / 100) - 1)
        for end in (counted.value, counted.lower, counted.upper)
    )
    return replace(
        counted,
        value=value,
        lower=lower,
        upper=upper,
        verdict=Verdict.NOT_COMPARABLE,
        method=f"{counted.method}, divided by the change in the share recorded",
    )
