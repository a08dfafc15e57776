"""Where offending or harm peaks, and which groups cannot be told from the peak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc

from wardwise.domain.errors import PopulationMissing
from wardwise.measures.arguments import check_counts, tail


Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Peak:
    """The group with the highest rate, and those that may be the peak as well.

    Attributes
    ----------
    group : str
        The highest as counted; the first of several that are equally high.
    may_be : tuple of str
        The groups that cannot be told from the peak, in the order given. The group whose true
        rate is the highest is among them with at least the level.
    level : float
        Of that set.
    """

    group: str
    may_be: tuple[str, ...]
    level: float

    def differs_from(self, other: Peak) -> bool:
        """Whether the two peaks cannot be the same group: no group may be the peak of both."""
        return not set(self.may_be) & set(other.may_be)


def peak_group(
    *,
    groups: Sequence[str],
    people: Sequence[float],
    residents: Sequence[float] | None = None,
    level: float = 0.95,
) -> Peak:
    """The age, or the band of ages, at which the rate is highest, with its uncertainty.

    Parameters
    ----------
    groups : sequence of str
        Single years or bands. Shape: groups.
    people : sequence of float
        Victims or offenders of each. Unit: people. Shape: groups.
    residents : sequence of float, optional
        Residents of each, for the highest rate; without it, the highest number.
        Unit: people; 1 or more. Shape: groups.
    level : float
        Of the set.

    Returns
    -------
    Peak

    Raises
    ------
    PopulationMissing
        If the residents of a group are not known.
    ValueError
        If the lists are not as long as one another, or there is nobody.

    Notes
    -----
    A group drops out of the set if some other group's rate is higher than its own beyond what
    chance does: given the sum of two groups, one is binomial, and the one-sided probability is
    set against (1 − level) / (groups − 1). Only the true peak must not drop out, and it is
    compared with every other group once; so the set holds it at least as often as ``level``, at
    any size. One person counted often is not several people: give people, not offences.
    With bands, a wide band does not win by its width only if residents are given.

    References
    ----------
    Przyborowski J, Wilenski H (1940) Biometrika 31:313, for the test of two counts.
    Mogstad M and others (2024) Review of Economic Studies 91:476, for sets of the best.

    Examples
    --------
    >>> peak = peak_group(groups=["18-25", "26-35", "36-45"], people=[90, 100, 40])
    >>> peak.group, peak.may_be
    ('26-35', ('18-25', '26-35'))
    """
    counts = check_counts(name="people", counts=people)
    base = _base(residents=residents, groups=len(groups))
    if not len(groups) == len(counts) == len(base):
        raise ValueError(
            f"{len(groups)} groups, {len(counts)} counts of people, {len(base)} bases."
        )
    if not counts.sum() > 0:
        raise ValueError("Nobody was counted: there is no peak.")
    allowed = 2 * tail(level=level) / max(1, len(groups) - 1)
    beaten = _chance_of_so_many_more(counts=counts, base=base).min(axis=1) < allowed
    return Peak(
        group=groups[int(np.argmax(counts / base))],
        may_be=tuple(group for group, out in zip(groups, beaten, strict=True) if not out),
        level=level,
    )


def _base(*, residents: Sequence[float] | None, groups: int) -> Floats:
    if residents is None:
        return np.ones(groups)
    base = np.array([value or np.nan for value in residents], dtype=float)
    if not (base > 0).all():
        raise PopulationMissing(
            "The residents of a group are not known, so the highest rate is not. Give the"
            " residents of every group, or leave them all out for the highest number."
        )
    return base


def _chance_of_so_many_more(*, counts: Floats, base: Floats) -> Floats:
    """P(the other has so many of the sum, or more | equal rates). Shape: groups × others."""
    own, other = counts[:, None], counts[None, :]
    share = base[None, :] / (base[:, None] + base[None, :])
    # with none of the other the probability is 1; a group is never beaten by itself
    chance = np.where(other > 0, betainc(np.maximum(other, 1), own + 1, share), 1.0)
    np.fill_diagonal(chance, 1.0)
    return chance
