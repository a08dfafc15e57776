"""How often a flag is set, and how often it is used at all."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.measures.estimate import Estimate
from wardwise.measures.people.proportion import proportion_percent


@dataclass(frozen=True)
class FlagShare:
    """One flag (alcohol, drugs, knife, cyber) over the records.

    Attributes
    ----------
    of_all : Estimate
        Flagged, of all records: no more than a floor. Unit: percent.
    of_answered : Estimate
        Flagged, of records in which the flag was answered yes or no. Unit: percent.
    used : Estimate
        Records in which it was answered at all. Unit: percent.
    """

    of_all: Estimate
    of_answered: Estimate
    used: Estimate


def flag_share_percent(
    *, flagged: float, answered: float, records: float, level: float = 0.95
) -> FlagShare:
    """Share of records with a flag, beside how often anybody said yes or no.

    Parameters
    ----------
    flagged : float
        Records in which the flag is yes. Unit: records.
    answered : float
        Records in which it is yes or no. Unit: records; 1 or more. Where the system has only a
        tick, an empty box is no answer, and this is the same as ``flagged``.
    records : float
        All records. Unit: records.
    level : float
        Of the intervals.

    Returns
    -------
    FlagShare

    Raises
    ------
    ValueError
        If the flag was never answered, or flagged ≤ answered ≤ records does not hold.

    Notes
    -----
    A rise in ``of_all`` with a rise in ``used`` may be no more than a form that is filled in.

    References
    ----------
    See ``proportion_percent``.

    Examples
    --------
    >>> found = flag_share_percent(flagged=39, answered=100, records=400)
    >>> found.of_all.value, found.of_answered.value, found.used.value
    (9.75, 39.0, 25.0)
    """
    return FlagShare(
        of_all=proportion_percent(part=flagged, whole=records, level=level),
        of_answered=proportion_percent(part=flagged, whole=answered, level=level),
        used=proportion_percent(part=answered, whole=records, level=level),
    )
