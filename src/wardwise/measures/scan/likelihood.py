"""How much likelier the events are with a cluster in a window than without one."""

from __future__ import annotations

from math import log


def poisson_log_likelihood_ratio(*, observed: float, expected: float, total: float) -> float:
    """Log likelihood ratio of a window of counts, for more events inside than expected.

    Parameters
    ----------
    observed : float
        Events inside. Unit: events; 0 to ``total``.
    expected : float
        Events expected inside if there were no cluster; those of all windows together come to
        ``total``. Unit: events; above 0.
    total : float
        Events inside and outside. Unit: events.

    Returns
    -------
    float
        c·ln(c/E) + (C−c)·ln((C−c)/(C−E)), 0 where no more are inside than expected. No unit.

    Raises
    ------
    ValueError
        If the counts cannot be so.

    References
    ----------
    Kulldorff M (1997) Communications in Statistics: Theory and Methods 26:1481, formula 3.

    Examples
    --------
    Of 100 events 3 where 0.42 are expected (SaTScan 9.4.4 gives 3.352053).

    >>> round(poisson_log_likelihood_ratio(observed=3, expected=0.42, total=100), 6)
    3.352053
    """
    if not 0 <= observed <= total or not 0 < expected <= total:
        raise ValueError(
            f"{observed} events of {total} inside, {expected} expected: expected 0 to the total,"
            " and more than none expected."
        )
    if observed <= expected:
        return 0.0
    outside = total - observed
    rest = outside * log(outside / (total - expected)) if outside > 0 else 0.0
    return observed * log(observed / expected) + rest


def bernoulli_log_likelihood_ratio(
    *, cases: float, people: float, all_cases: float, all_people: float
) -> float:
    """Log likelihood ratio of a window of cases and controls, for a higher share inside.

    Parameters
    ----------
    cases, people : float
        Cases inside, and cases and controls inside. Unit: whatever is counted.
    all_cases, all_people : float
        The same inside and outside.

    Returns
    -------
    float
        0 where the share inside is no higher than outside. No unit.

    Raises
    ------
    ValueError
        If there are more cases than cases and controls, inside or outside.

    References
    ----------
    Kulldorff M (1997) Communications in Statistics: Theory and Methods 26:1481, formula 2.

    Examples
    --------
    141 of 3,172 inside, 24,940 of 1,237,189 in all (SaTScan's tutorial gives 35.526304).

    >>> round(bernoulli_log_likelihood_ratio(
    ...     cases=141, people=3172, all_cases=24940, all_people=1237189), 6)
    35.526304
    """
    out_cases, out_people = all_cases - cases, all_people - people
    if not 0 <= cases <= people or not 0 <= out_cases <= out_people:
        raise ValueError("More cases than cases and controls: a control is not a case.")
    if cases * out_people <= out_cases * people:
        return 0.0
    inside, outside = _fits(cases, people), _fits(out_cases, out_people)
    return inside + outside - _fits(all_cases, all_people)


def _fits(cases: float, people: float) -> float:
    """Log likelihood of so many cases at their own share."""
    parts = (cases, people - cases)
    return sum(part * log(part / people) for part in parts if part > 0)
