"""Which way an indicator goes, by a test of two counts and never by two points."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from scipy.special import gammaln

from wardwise.domain.verdict import Verdict
from wardwise.measures.arguments import check_count
from wardwise.measures.change.change_percent import change_percent
from wardwise.measures.change.exact import exact_p_value


@dataclass(frozen=True)
class Direction:
    """The word, and the chance of so large a difference if nothing had changed.

    Attributes
    ----------
    verdict : Verdict
        Rose, fell or no clear change.
    p_value : float
        Probability.
    method : str
        In words.
    """

    verdict: Verdict
    p_value: float
    method: str


def direction_of_travel(
    *,
    before: tuple[float, float],
    after: tuple[float, float],
    of: Literal["rate", "share"] = "rate",
    phi: float = 1.0,
    level: float = 0.95,
) -> Direction:
    """Whether a count for its exposure, or a share of cases, is beyond chance another.

    Parameters
    ----------
    before, after : tuple of float
        Events, and what they are counted on: days, residents, households (``rate``), or cases
        of which the events are some (``share``). Unit: events; yours.
    of : {'rate', 'share'}
        Whether each case can be an event but once.
    phi : float
        Dispersion of the offence, 1 or more (see ``dispersion``); of rates alone.
    level : float
        Of the word.

    Returns
    -------
    Direction
        A word for the rate or the share, not for the count.

    Raises
    ------
    ValueError
        If a count is negative, an exposure is not above nought, or a share is above 1.

    Notes
    -----
    Rates: given their sum, the second count is binomial with its share of the exposure (the exact
    conditional test). Recorded crime varies more than that; where ``phi`` is above 1 and both
    counts are 20 or more, the log-ratio test with ``phi`` has to say so as well, and the larger
    p-value is given. Shares: given the total of events, those after are hypergeometric (Fisher's
    test). Both are two-sided, by twice the smaller tail.

    References
    ----------
    Przyborowski J, Wilenski H (1940) Biometrika 31:313.
    Fisher RA (1935) JRSS 98:39, for two shares.

    Examples
    --------
    >>> said = direction_of_travel(before=(193, 365), after=(176, 365))
    >>> str(said.verdict), round(said.p_value, 2)
    ('no clear change', 0.4)
    >>> str(direction_of_travel(before=(40, 100), after=(65, 100), of="share").verdict)
    'rose'
    """
    (first, exposure), (second, exposed) = _checked(before), _checked(after)
    if of == "share":
        if first > exposure or second > exposed:
            raise ValueError("More events than cases: this is a rate and no share.")
        chance, method = _fisher(first, exposure, second, exposed), "Fisher's exact test"
    else:
        ratio = exposed / exposure
        chance = exact_p_value(before=first, after=second, days=ratio)
        method = "exact conditional test"
        if phi > 1 and min(first, second) >= 20:
            chance = max(chance, _wider(first, second, ratio=ratio, phi=phi))
            method += f", widened by dispersion {phi:.2f}"
    return Direction(_verdict(first / exposure, second / exposed, chance, level), chance, method)


def _checked(pair: tuple[float, float]) -> tuple[float, float]:
    events, exposure = pair
    if not exposure > 0 or math.isinf(exposure):
        raise ValueError(f"An exposure of {exposure}: expected more than nought.")
    return check_count(name="events", count=events), exposure


def _wider(before: float, after: float, *, ratio: float, phi: float) -> float:
    scaled = 10_000  # only the ratio of the days matters; large, so that rounding does not
    change = change_percent(
        before=before,
        after=after,
        phi=phi,
        days_before=scaled,
        days_after=max(1, round(scaled * ratio)),
    )
    return 1.0 if change.p_value is None else change.p_value


def _fisher(first: float, exposure: float, second: float, exposed: float) -> float:
    events = int(first + second)
    low, high = max(0, events - int(exposure)), min(int(exposed), events)
    logs = [_hypergeometric(k, events, int(exposure), int(exposed)) for k in range(low, high + 1)]
    at = int(second) - low
    at_most = math.fsum(math.exp(log) for log in logs[: at + 1])
    at_least = math.fsum(math.exp(log) for log in logs[at:])
    return min(1.0, 2 * at_most, 2 * at_least)


def _hypergeometric(after: int, events: int, exposure: int, exposed: int) -> float:
    """Log of the chance that so many of the events are among the later cases."""
    return (
        _log_choose(exposed, after)
        + _log_choose(exposure, events - after)
        - _log_choose(exposed + exposure, events)
    )


def _log_choose(n: int, k: int) -> float:
    return float(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1))


def _verdict(before: float, after: float, chance: float, level: float) -> Verdict:
    if chance >= 1 - level or before == after:
        return Verdict.NO_CLEAR_CHANGE
    return Verdict.ROSE if after > before else Verdict.FELL
