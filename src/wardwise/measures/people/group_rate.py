"""Rates of the groups of people that a crime falls on: ages, bands of age, sexes, ethnic groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wardwise.domain.nothing import NotKnown
from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.rate import rate_per_1000_residents
from wardwise.measures.people.proportion import proportion_percent


@dataclass(frozen=True)
class GroupRates:
    """People of each group for every 1,000 residents of it.

    Attributes
    ----------
    groups : tuple of str
        As given: single years, bands, sexes. Shape: groups.
    rates : tuple of Estimate or NotKnown
        Unit: people per 1,000 residents. Shape: groups.
    missing : Estimate
        Share of all people whose group is not known, and who are in no rate. Unit: percent.
    """

    groups: tuple[str, ...]
    rates: tuple[Estimate | NotKnown, ...]
    missing: Estimate

    def of(self, group: str) -> Estimate | NotKnown:
        """The rate of one group."""
        return self.rates[self.groups.index(group)]


def group_rates_per_1000_residents(
    *,
    groups: Sequence[str],
    people: Sequence[float],
    residents: Sequence[float | None],
    not_known: float,
    level: float = 0.95,
) -> GroupRates:
    """Victims (or suspects, or proved offenders) of each group for every 1,000 of its residents.

    Parameters
    ----------
    groups : sequence of str
        Names of the groups. Shape: groups.
    people : sequence of float
        People of each group in the period; of one role, never two. Unit: people. Shape: groups.
    residents : sequence of float or None
        Residents of each group, of the year that the figure names. Unit: people. Shape: groups.
    not_known : float
        People whose group is not known. Unit: people.
    level : float
        0.95, or 0.998 where many groups are looked at together.

    Returns
    -------
    GroupRates
        A rate is NotKnown where the residents of the group are.

    Raises
    ------
    ValueError
        If the lists are not as long as one another, a count is negative, or there is nobody.

    Notes
    -----
    Those whose group is not known are not dealt out over the groups: the rates are too low by
    about the missing share, evenly only if it is the same in every group. Suspects are not
    proved; give suspects and proved offenders in two calls and print them apart.

    References
    ----------
    See ``byar_interval`` and ``proportion_percent``.

    Examples
    --------
    >>> found = group_rates_per_1000_residents(
    ...     groups=["10-17", "18-25"], people=[40, 90], residents=[8_000, None], not_known=20
    ... )
    >>> found.rates[0].value, found.rates[1].reason, round(found.missing.value, 1)
    (5.0, 'the residents aged or known as 18-25 are not known', 13.3)
    """
    if not len(groups) == len(people) == len(residents):
        raise ValueError(
            f"{len(groups)} groups, {len(people)} counts of people, {len(residents)} of residents."
        )
    everybody = sum(people) + not_known
    return GroupRates(
        groups=tuple(groups),
        rates=tuple(
            _rate(group=group, people=some, residents=base, level=level)
            for group, some, base in zip(groups, people, residents, strict=True)
        ),
        missing=proportion_percent(part=not_known, whole=everybody, level=level),
    )


def _rate(
    *, group: str, people: float, residents: float | None, level: float
) -> Estimate | NotKnown:
    if not residents:
        return NotKnown(f"the residents aged or known as {group} are not known")
    return rate_per_1000_residents(offences=people, residents=residents, level=level)
