"""Whether a group replied as often as it lives here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wardwise.measures.arguments import check_count
from wardwise.measures.estimate import Estimate
from wardwise.measures.people.proportion import proportion_percent


class Hearing(StrEnum):
    """What the test says of a group."""

    NOBODY = "nobody replied"
    FEWER = "fewer than live here"
    MORE = "more than live here"
    UNCLEAR = "no clear difference"


@dataclass(frozen=True)
class GroupHeard:
    """One group among the replies, beside its part of the residents.

    Attributes
    ----------
    share : Estimate
        Its part of the replies. Unit: percent.
    residents_percent : float
        Its part of the residents. Unit: percent.
    hearing : Hearing
        ``fewer`` or ``more`` only where the interval leaves the residents' part out.
    """

    share: Estimate
    residents_percent: float
    hearing: Hearing


def group_heard(
    *, replies: int, all_replies: int, residents: float, all_residents: float, level: float = 0.998
) -> GroupHeard:
    """A group's part of the replies against its part of the residents.

    Parameters
    ----------
    replies, all_replies : int
        Of the group, and of all who said to which group they belong. Unit: replies.
    residents, all_residents : float
        Of the group, and of all groups. Unit: people.
    level : float
        0.998, because many groups are looked at together.

    Returns
    -------
    GroupHeard

    Raises
    ------
    ValueError
        If a part is larger than its whole, or a whole is 0.

    Notes
    -----
    The residents' part is taken as exact; the replies as drawn from everybody. Blaker's exact
    interval that leaves it out is a test at 1 − level. ``no clear difference`` of few replies
    is no proof that the group was heard: it says that so few cannot tell. Where nobody of a
    group replied that is said, whatever the test would say.

    References
    ----------
    Blaker H (2000) Canadian Journal of Statistics 28:783.

    Examples
    --------
    >>> found = group_heard(replies=12, all_replies=400, residents=20_000, all_residents=160_000)
    >>> found.share.value, found.residents_percent, str(found.hearing)
    (3.0, 12.5, 'fewer than live here')
    """
    people = check_count(name="residents", count=residents)
    everybody = check_count(name="all_residents", count=all_residents)
    if everybody == 0 or people > everybody:
        raise ValueError(f"{people:g} of {everybody:g} residents: expected a part of some.")
    share = proportion_percent(part=replies, whole=all_replies, level=level)
    part = 100 * people / everybody
    return GroupHeard(share, part, _hearing(share, part))


def _hearing(share: Estimate, part: float) -> Hearing:
    if share.value == 0 and part > 0:
        return Hearing.NOBODY
    if share.upper < part:
        return Hearing.FEWER
    return Hearing.MORE if share.lower > part else Hearing.UNCLEAR
