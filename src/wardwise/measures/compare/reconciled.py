"""Our count of something against another's count of the same."""

from __future__ import annotations

from wardwise.measures.arguments import check_count


def reconciled_percent(*, held: float, published: float) -> float:
    """What is held, in percent of what another source published for the same thing.

    Parameters
    ----------
    held : float
        Our count. Unit: offences; 0 or more.
    published : float
        The other source's count of the same offences, area and months. Unit: offences;
        more than 0.

    Returns
    -------
    float
        Unit: percent. Above 100 where more is held than was published.

    Raises
    ------
    ValueError
        If nothing was published: a share of nothing is not known.

    Notes
    -----
    Both counts are of the same recorded offences and not samples of them, so that a difference
    is never chance: rows with no place, records added or withdrawn between two extracts,
    another day of extraction, another boundary. It has no interval.

    References
    ----------
    None: a division. HM Treasury (2015) The Aqua Book asks for such checks against another
    source.

    Examples
    --------
    >>> round(reconciled_percent(held=17_917, published=18_991), 1)
    94.3
    """
    ours = check_count(name="held", count=held)
    theirs = check_count(name="published", count=published)
    if theirs == 0:
        raise ValueError("Nothing was published: a share of nothing is not known.")
    return 100 * ours / theirs
