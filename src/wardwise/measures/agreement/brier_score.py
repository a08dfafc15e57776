"""How far from what happened a set of likelihoods was."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.domain.nothing import NotKnown


def brier_score(*, likelihoods: Sequence[float], happened: Sequence[bool]) -> float | NotKnown:
    """Mean squared distance between what was thought likely and what happened.

    Parameters
    ----------
    likelihoods : sequence of float
        One for each event. Unit: probability, 0 to 1.
    happened : sequence of bool
        Whether it happened, in the same order.

    Returns
    -------
    float or NotKnown
        Unit: squared probability, 0 (always right and sure) to 1 (always wrong and sure);
        a quarter is what "even chances" for everything would score. Not known of no events.

    Raises
    ------
    ValueError
        If the two differ in length, or a likelihood is not between 0 and 1.

    References
    ----------
    G. W. Brier (1950), Verification of forecasts expressed in terms of probability, Monthly
    Weather Review 78(1), 1-3; halved, as for events with two outcomes.

    Examples
    --------
    >>> brier_score(likelihoods=[0.8, 0.3], happened=[True, False])
    0.065
    """
    if len(likelihoods) != len(happened):
        raise ValueError(f"{len(likelihoods)} likelihoods and {len(happened)} outcomes.")
    if not all(0 <= one <= 1 for one in likelihoods):
        raise ValueError("A likelihood is between 0 and 1.")
    if not likelihoods:
        return NotKnown("nothing that was foreseen has come to its end")
    distances = [(one - did) ** 2 for one, did in zip(likelihoods, happened, strict=True)]
    return round(sum(distances) / len(distances), 12)
