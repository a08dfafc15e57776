"""Shares of the groups of people, where nobody knows how many residents there are of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wardwise.measures.estimate import Estimate
from wardwise.measures.people.proportion import proportion_percent


@dataclass(frozen=True)
class GroupShares:
    """The part of each group among people whose group is known.

    Attributes
    ----------
    groups : tuple of str
        As given. Shape: groups.
    shares : tuple of Estimate
        Of those whose group is known. Unit: percent. Shape: groups.
    missing : Estimate
        Share of all people whose group is not known. Unit: percent.
    """

    groups: tuple[str, ...]
    shares: tuple[Estimate, ...]
    missing: Estimate

    def of(self, group: str) -> Estimate:
        """The share of one group."""
        return self.shares[self.groups.index(group)]


def group_shares_percent(
    *, groups: Sequence[str], people: Sequence[float], not_known: float, level: float = 0.95
) -> GroupShares:
    """How victims (or suspects, or offenders) divide into groups; what they were to one another.

    Parameters
    ----------
    groups : sequence of str
        Names of the groups: ages, sexes, relationships. Shape: groups.
    people : sequence of float
        People of each group; of one role, never two. Unit: people. Shape: groups.
    not_known : float
        People whose group is not known. Unit: people.
    level : float
        0.95, or 0.998 where many groups are looked at together.

    Returns
    -------
    GroupShares
        Unit: percent.

    Raises
    ------
    ValueError
        If the lists are not as long as one another, or nobody's group is known.

    Notes
    -----
    Shares say nothing of risk: the largest group of victims may be the largest group of
    residents. Use ``group_rates_per_1000_residents`` where the residents are known.

    References
    ----------
    See ``proportion_percent``.

    Examples
    --------
    >>> found = group_shares_percent(groups=["F", "M"], people=[30, 70], not_known=25)
    >>> found.of("F").value, found.missing.value
    (30.0, 20.0)
    """
    if len(groups) != len(people):
        raise ValueError(f"{len(groups)} groups and {len(people)} counts of people.")
    known = sum(people)
    return GroupShares(
        groups=tuple(groups),
        shares=tuple(proportion_percent(part=some, whole=known, level=level) for some in people),
        missing=proportion_percent(part=not_known, whole=known + not_known, level=level),
    )
